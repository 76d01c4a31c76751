// The rollout matrix over 10 million facts (200 centres, 50 practices, 24 months, a million people) against a
// bare pass over plain arrays that answers the simpler question: facts and distinct people of each centre,
// practice and month. CPU time, medians of interleaved rounds. Ends with 1 if the two disagree.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <random>
#include <ranges>

#include "bench/rounds.hpp"
#include "modules/ledger/image_deliveries.hpp"

namespace {

using namespace ryadom;
using namespace ryadom::ledger::image;

constexpr std::uint32_t centres = 200;
constexpr std::uint32_t practices = 50;
constexpr std::uint32_t months = 24;
constexpr std::uint32_t people = 1'000'000;
const Date start = *make_date(2024, 1, 1);
const Date end = *make_date(2025, 12, 31);

struct Columns {
    std::vector<std::uint16_t> centre, practice, day;
    std::vector<std::uint32_t> person;
};

enum class Kind { plain, lived };

/// In the order of time; a centre's people are its own. A lived ledger has reversals and remote performers
/// too.
std::vector<Fact> make_facts(std::size_t count, Kind kind) {
    std::mt19937 random(7);
    std::vector<Fact> facts(count);
    const auto days = static_cast<std::size_t>(end - start + 1);
    for (std::size_t i = 0; i < count; ++i) {
        auto& fact = facts[i];
        fact.position = static_cast<Position>(i + 1);
        fact.recorded_on = start + static_cast<int>(i * days / count);
        fact.day = std::max(start, fact.recorded_on - (random() % 20 ? 0 : static_cast<int>(random() % 20)));
        fact.home_provider = static_cast<std::uint16_t>(1 + random() % centres);
        fact.person =
            static_cast<std::uint32_t>(1 + random() % (people / centres) * centres + fact.home_provider - 1U);
        fact.practice = static_cast<std::uint16_t>(1 + random() % practices);
        fact.service = fact.practice;
        fact.worker = static_cast<std::uint32_t>(fact.home_provider * 30U + random() % 30);
        fact.minutes = static_cast<std::uint16_t>(random() % 120);
        if (kind == Kind::plain) continue;
        if (fact.practice <= 5 && random() % 3 == 0)
            fact.performer_provider = static_cast<std::uint16_t>(1 + random() % 4);
        if (i > 1'000 && random() % 100 == 0) {
            const auto& target = facts[i - 1 - random() % 1'000];
            if (target.reverses == 0)
                fact.reverses = target.position, fact.home_provider = target.home_provider;
        }
    }
    return facts;
}

Columns columns_of(std::vector<Fact> facts, bool by_centre) {
    const auto place = [](const Fact& fact) { return std::pair(fact.home_provider, fact.position); };
    if (by_centre) std::ranges::sort(facts, {}, place);
    Columns columns;
    for (const auto& fact : facts) {
        columns.centre.push_back(static_cast<std::uint16_t>(fact.home_provider - 1));
        columns.practice.push_back(static_cast<std::uint16_t>(fact.practice - 1));
        columns.day.push_back(static_cast<std::uint16_t>(fact.day.days));
        columns.person.push_back(fact.person);
    }
    return columns;
}

struct Figures {
    std::vector<std::uint32_t> facts, people;
    bool operator==(const Figures&) const = default;
};

std::vector<std::uint16_t> month_table() {
    std::vector<std::uint16_t> table(0x1'0000);
    for (auto day = start; day <= end; day = day + 1)
        table[static_cast<std::size_t>(day.days)] =
            static_cast<std::uint16_t>((parts(day).year - 2024) * 12 + parts(day).month - 1);
    return table;
}

/// Counts, brings the people into the order of cells, and stamps them: the quickest exact way we know.
Figures bare_pass(const Columns& columns, const std::vector<std::uint16_t>& month_table) {
    constexpr std::size_t cells = std::size_t{centres} * practices * months;
    const auto rows = columns.person.size();
    const auto* const centre = columns.centre.data();
    const auto* const practice = columns.practice.data();
    const auto* const day = columns.day.data();
    const auto* const person = columns.person.data();
    const auto* const month_of = month_table.data();
    const auto cell_of = [=](std::size_t i) {
        return (centre[i] * practices + practice[i]) * months + month_of[day[i]];
    };
    std::vector<std::uint32_t> next(cells + 1);
    for (auto* const count = next.data() + 1; const auto i : std::views::iota(std::size_t{0}, rows))
        ++count[cell_of(i)];
    Figures figures{{next.begin() + 1, next.end()}, std::vector<std::uint32_t>(cells)};
    for (std::size_t i = 1; i <= cells; ++i) next[i] += next[i - 1];
    std::vector<std::uint32_t> sorted(rows);
    auto* const place = next.data();
    auto* const into = sorted.data();
    for (std::size_t i = 0; i < rows; ++i) into[place[cell_of(i)]++] = person[i];
    std::vector<std::uint32_t> stamps(people + centres + 1);
    auto* const stamp = stamps.data();
    std::uint32_t at = 0;
    for (std::uint32_t cell = 0; cell < cells; ++cell) {
        std::uint32_t distinct = 0;
        for (; at < place[cell]; ++at) {
            distinct += stamp[into[at]] != cell + 1;
            stamp[into[at]] = cell + 1;
        }
        figures.people[cell] = distinct;
    }
    return figures;
}

Figures monthly(const MatrixDeliveries& matrix, const std::vector<std::uint16_t>& month_of) {
    Figures figures;
    figures.facts.resize(matrix.size() * months);
    figures.people.resize(figures.facts.size());
    for (std::uint32_t adoption = 0; adoption < matrix.size(); ++adoption)
        for (const auto& bucket : matrix.of(adoption)) {
            const auto cell = adoption * months + month_of[static_cast<std::size_t>(bucket.day.days)];
            figures.facts[cell] += bucket.facts;
            figures.people[cell] += bucket.new_people;
        }
    return figures;
}

template <class Work>
double cpu_milliseconds(const Work& work) {
    const auto before = std::clock();
    work();
    return 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

AdoptionMap adoption_map() {
    AdoptionMap adoptions(centres + 1, practices + 1);
    for (std::uint16_t centre = 1; centre <= centres; ++centre)
        for (std::uint16_t practice = 1; practice <= practices; ++practice)
            adoptions.assign(centre, practice, adoptions.add_adoption(PeriodLength::month));
    return adoptions;
}

void report_upkeep(Image& image, const AdoptionMap& adoptions, const std::vector<Fact>& facts) {
    const auto everything = Scope::everything();
    matrix_deliveries(image, everything, adoptions);
    fmt::print(stderr, "  nothing changed: {:.1f} ms",
               cpu_milliseconds([&] { matrix_deliveries(image, everything, adoptions); }));
    auto fact = facts.back();
    fact.reverses = 0;
    ++fact.position;
    image.append(std::span(&fact, 1));
    fmt::print(stderr, "; one centre changed: {:.1f} ms\n",
               cpu_milliseconds([&] { matrix_deliveries(image, everything, adoptions); }));
    const auto total = cpu_milliseconds([&] { totals(image, everything, start, end); });
    const auto month = cpu_milliseconds([&] { totals(image, everything, end - 30, end); });
    CountRequest request{start, end, {}, Provider::home, {}, {}, Months::apart, {}};
    for (std::uint32_t i = 0; i <= practices; ++i) request.practices.group_of.push_back(i);
    const auto region = cpu_milliseconds([&] { counts(image, everything, request); });
    fmt::print(stderr, "  totals {:.0f} ms, of the last month {:.0f} ms, region by practice and month {:.0f} ms\n",
               total, month, region);
    const auto footprint = image.footprint();
    const auto per_fact = [&](std::uint64_t bytes) {
        return static_cast<double>(bytes) / static_cast<double>(footprint.facts);
    };
    fmt::print(stderr, "  bytes a fact: columns {:.2f}, indexes {:.2f}; kept results {:.2f}\n",
               per_fact(footprint.column_bytes), per_fact(footprint.index_bytes),
               per_fact(footprint.result_bytes));
}

void report_snapshot(const Image& image) {
    const auto file = std::filesystem::temp_directory_path() / "ryadom_image_bench";
    const auto seconds = [](auto work) {
        const auto before = std::chrono::steady_clock::now();
        work();
        return bench::seconds_since(before);
    };
    const auto newest = [](Position) { return std::optional<Uuid>(); };
    const auto written = seconds([&] { write_snapshot(image, file, newest); });
    const auto read = seconds([&] { (void)read_snapshot(file, newest); });
    fmt::print(stderr, "  snapshot {} MB: written in {:.2f} s, read in {:.2f} s\n",
               std::filesystem::file_size(file) >> 20, written, read);
    std::filesystem::remove(file);
}

bool run(std::size_t count, Kind kind) {
    const auto facts = make_facts(count, kind);
    const auto by_time = columns_of(facts, false);
    const auto by_centre = columns_of(facts, true);
    const auto month_of = month_table();
    const auto adoptions = adoption_map();
    Image image;
    const auto filled = cpu_milliseconds([&] { image.append(facts); });
    std::vector<double> ours, timely, grouped;
    Figures expected, found;
    for (int round = 0; round < 7; ++round) {
        timely.push_back(cpu_milliseconds([&] { expected = bare_pass(by_time, month_of); }));
        grouped.push_back(cpu_milliseconds([&] { bare_pass(by_centre, month_of); }));
        std::optional<MatrixDeliveries> matrix;
        ours.push_back(cpu_milliseconds(
            [&] { matrix = MatrixBuilder(image, Scope::everything(), adoptions, {}, Caching::off).run(); }));
        found = monthly(*matrix, month_of);
    }
    const std::string lived = kind == Kind::plain ? "" : ", with reversals and remote performers";
    fmt::print(stderr, "  {} facts{}: appended at {:.1f} M/s\n", count, lived, static_cast<double>(count) / filled / 1000);
    fmt::print(stderr, "  matrix by day {:.0f} ms; bare pass by month in order of time {:.0f} ms, sorted by centre {:.0f} ms\n",
               bench::median(ours), bench::median(timely), bench::median(grouped));
    const bench::Goal goal{bench::Goal::Kind::at_most, 2};
    bench::report(("matrix over 10 M facts" + lived + ", against columns in order of time").c_str(), ours, timely, goal);
    bench::report(("matrix over 10 M facts" + lived + ", against columns sorted by centre").c_str(), ours, grouped, goal);
    report_upkeep(image, adoptions, facts);
    if (kind == Kind::plain) report_snapshot(image);
    return kind == Kind::lived || found == expected;
}

}  // namespace

int main() {
    const bool equal = run(10'000'000, Kind::plain) && run(10'000'000, Kind::lived);
    if (!equal) fmt::print(stderr, "the image and the bare pass disagree\n");
    return equal ? 0 : 1;
}
