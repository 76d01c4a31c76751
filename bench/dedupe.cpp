// How well and how fast records of one person are found: quality on labelled registers, and the seconds of a register of a
// million on two threads against the aim of 60. Nothing of the linkage sees a label; the seeds are none that it was made with.
#include "app/registers/registers.hpp"
#include "bench/rounds.hpp"
#include "modules/matching/quality.hpp"

#include <map>

namespace {

using namespace ryadom;
using matching::Kind;

constexpr double aim = 60;  // seconds

struct Labelled {
    matching::Register records;
    std::vector<matching::RecordNumber> truth;
};

using Wanted = std::vector<std::pair<std::string, Kind>>;

const Wanted russian{{"family_name", Kind::family_name}, {"given_name", Kind::given_name}, {"patronymic", Kind::patronymic}, {"birth_date", Kind::birth_date},
                     {"sex", Kind::sex},                 {"snils", Kind::identifier},      {"phone", Kind::phone},           {"locality", Kind::locality},
                     {"street", Kind::street},           {"house", Kind::house}};
const Wanted russian_names{{"family_name", Kind::family_name}, {"given_name", Kind::given_name}, {"patronymic", Kind::patronymic}, {"birth_date", Kind::birth_date}};
const Wanted english{{"given_name", Kind::given_name}, {"surname", Kind::family_name},      {"street_number", Kind::house}, {"address_1", Kind::street},
                     {"address_2", Kind::text},        {"suburb", Kind::locality},          {"postcode", Kind::postcode},   {"state", Kind::category},
                     {"date_of_birth", Kind::birth_date}, {"age", Kind::category},          {"phone_number", Kind::phone},  {"soc_sec_id", Kind::identifier}};
const Wanted english_names{{"given_name", Kind::given_name}, {"surname", Kind::family_name}, {"date_of_birth", Kind::birth_date}};

/// The person of a row: "person", or the id up to what follows the number.
std::string person_of(const registers::Register& from, const std::vector<std::string>& row) {
    if (from.headings[1] == "person") return row[1];
    return row[0].substr(0, row[0].find('-', row[0].find('-') + 1));
}

Labelled labelled(const registers::Register& from, const Wanted& wanted) {
    matching::Columns columns;
    std::vector<std::size_t> places;
    for (const auto& [heading, kind] : wanted) {
        columns.push_back({heading, kind});
        places.push_back(static_cast<std::size_t>(std::ranges::find(from.headings, heading) - from.headings.begin()));
    }
    Labelled out{matching::Register(columns), {}};
    std::map<std::string, matching::RecordNumber> people;
    for (const auto& row : from.rows) {
        std::vector<std::string_view> cells;
        for (const auto place : places) cells.push_back(row[place]);
        out.records.add(cells);
        out.truth.push_back(people.try_emplace(person_of(from, row), static_cast<matching::RecordNumber>(people.size())).first->second);
    }
    out.records.settle();
    return out;
}

void say(const char* what, const matching::Confusion& confusion, double threshold) {
    fmt::print(stderr, "  {:<8} threshold {:6.2f}  found {:7}  wrong {:6}  missed {:6}  precision {:.4f}  recall {:.4f}  F1 {:.4f}\n", what, threshold, confusion.right,
               confusion.wrong, confusion.missed, confusion.precision(), confusion.recall(), confusion.f1());
}

/// F1 at the threshold that the model fixed.
double quality(const char* name, Labelled set) {
    const matching::LinkageOptions options;
    const auto linkage = matching::link(set.records, generate::seeded_random(generate::Seed{1}), options);
    const auto found = matching::quality_of(set.records, linkage, options, set.truth);
    fmt::print(stderr, "  {}: {} records, {} true pairs, {} candidates, blocking recall {:.4f}\n", name, set.records.size(), found.true_pairs, linkage.candidates,
               found.true_pairs == 0 ? 0 : static_cast<double>(found.reached) / static_cast<double>(found.true_pairs));
    say("fixed", found.fixed, found.fixed_threshold);
    say("best", found.best, found.best_threshold);
    return found.fixed.f1();
}

std::vector<double> quality_of_seeds(const char* name, std::uint64_t seed, const std::function<Labelled(generate::Seed)>& make) {
    std::vector<double> out;
    for (std::uint64_t i = 0; i < 3; ++i) out.push_back(quality(name, make(generate::Seed{seed + i})));
    return out;
}

/// Seconds of a whole register, reading of the values included.
double seconds_of(int records, std::uint64_t seed) {
    const auto from = registers::russian(generate::Seed{seed}, {records, 0.05, 0.02});
    const auto begun = std::chrono::steady_clock::now();
    auto set = labelled(from, russian);
    const auto linkage = matching::link(set.records, generate::seeded_random(generate::Seed{1}), {});
    const auto seconds = bench::seconds_since(begun);
    fmt::print(stderr, "  {} records: {:.1f} s, {} candidates\n", records, seconds, linkage.candidates);
    say("fixed", matching::confusion_of(set.truth, linkage.person, {}), linkage.model.threshold);
    return seconds;
}

}  // namespace

int main() {
    constexpr std::uint64_t seed = 1009;
    constexpr int records = 1'000'000;
    const auto f1 = [](const std::string& name, const std::vector<double>& values, double goal) {
        bench::report_figure(name, values, "F1", {bench::Goal::Kind::at_least, goal});
    };
    f1("people found in an English register, all fields", quality_of_seeds("English, all fields", seed, [](generate::Seed each) { return labelled(registers::english(each, {}), english); }), 0.999);
    f1("the same by names and birth alone", quality_of_seeds("English, names and birth", seed, [](generate::Seed each) { return labelled(registers::english(each, {}), english_names); }), 0.93);
    f1("in a Russian register, all fields", quality_of_seeds("Russian, all fields", seed, [](generate::Seed each) { return labelled(registers::russian(each, {}), russian); }), 0.96);
    quality_of_seeds("Russian, names and birth", seed, [](generate::Seed each) { return labelled(registers::russian(each, {}), russian_names); });
    const auto seconds = seconds_of(records, seed);
    bench::report("seconds of a register of a million on two threads, against the aim of 60", {seconds}, {aim}, {bench::Goal::Kind::at_most, 1});
}
