// A person found by a search with one to three errors (a slip, transliteration, the other keyboard layout, a short name, day and month
// exchanged) among RYADOM_BENCH_PEOPLE people, against PostgreSQL 15 with pg_trgm and a GIN index over a tenth of them: CPU time of our
// process, and of the one backend that answers (from /proc). The queries are the same: names and birth date as one text for pg_trgm, which
// has no words. Recall: whether whoever was meant stands among the first ten. Our index: what its pages take on the disk, to a person.
#include "app/application.hpp"
#include "bench/backend.hpp"
#include "bench/people.hpp"
#include "bench/rounds.hpp"
#include "modules/people/search_like.hpp"

#include <array>
#include <filesystem>
#include <set>

namespace {

using namespace ryadom;
using namespace ryadom::bench;

constexpr int rounds = 5;
constexpr int our_queries = 400;     ///< in a round
constexpr int their_queries = 20;
constexpr int smaller = 10;          ///< times fewer people stand in PostgreSQL
constexpr std::uint64_t seed = 70'707;
constexpr std::size_t top = 20;
constexpr std::size_t counted = 10;

/// Those that a search meets; a wrong number or another house is nothing that is searched by.
bool is_met(std::string_view fault) {
    static const std::set<std::string_view> met{"typo", "diminutive", "transliterated", "layout", "day_and_month"};
    return met.contains(fault);
}

struct Query {
    std::vector<std::string> words;
    std::optional<Date> birth;
    std::string text;         ///< words and date as pg_trgm gets them
    std::int64_t person = 0;  ///< who is meant
};

std::string text_of(const registers::Human& human) { return i18n::fold(fmt::format("{} {} {} {}", human.family, human.given, human.patronymic, human.birth)); }

std::optional<Query> asked_for(generate::Dice& dice, registers::Human human, std::int64_t person) {
    for (auto faults = dice.between(1, 3); faults > 0;) {
        auto spoilt = human;
        if (!is_met(registers::make_fault(dice, spoilt))) continue;
        human = std::move(spoilt);
        --faults;
    }
    Query out{{human.family, human.given}, day(human.birth), text_of(human), person};
    if (!human.patronymic.empty()) out.words.push_back(human.patronymic);
    return out.birth ? std::optional(std::move(out)) : std::nullopt;
}

struct Known {
    registers::Human human;
    std::int64_t person;
};

/// Fills both registers; gives some of those who stand in both.
std::vector<Known> fill(Filler& filler, Postgres& postgres, int people) {
    generate::Dice dice({seed}, "fuzzy register");
    const auto random = system_random();
    std::vector<Known> known;
    std::string text;
    std::int64_t number = 0;
    postgres.run("create extension if not exists pg_trgm");
    postgres.run("create table person (number integer primary key, text text not null)");
    const auto some = people / smaller;
    std::vector<std::string> theirs;
    for (int serial = 0; serial < people; ++serial) {
        const auto human = registers::somebody(dice, serial);
        const auto person = entered(human);
        if (!person) continue;
        filler.add(*person, to_string(make_uuid(system_clock()(), random)));
        ++number;
        if (serial >= some) continue;
        theirs.push_back(fmt::format("{}\t{}\n", number, text_of(human)));
        if (serial % std::max(some / (our_queries * (rounds + 1)), 1) == 0) known.push_back({human, number});
    }
    filler.finish();
    postgres.copy("person", theirs.size(), [&](std::size_t i, std::string& out) { out += theirs[i]; });
    postgres.run("create index person_text on person using gin (text gin_trgm_ops)");
    postgres.run("vacuum analyze person");
    postgres.run("set max_parallel_workers_per_gather = 0");
    return known;
}

struct Answered {
    int found = 0;
    int of = 0;
    void count(bool hit) {
        found += hit ? 1 : 0;
        ++of;
    }
    double recall() const { return static_cast<double>(found) / std::max(of, 1); }
};

double ours(db::Database& database, std::span<const Query> queries, Answered& answered) {
    const auto begun = cpu_seconds();
    for (const auto& query : queries) {
        const auto found = database.read_as(db::Caller::system(), [&](db::Tx& tx) { return people::who_is_meant(tx, query.words, query.birth, top); });
        const auto first = std::span(found).first(std::min(found.size(), counted));
        answered.count(std::ranges::any_of(first, [&](const people::Found& each) { return each.row.number.value == query.person; }));
    }
    return (cpu_seconds() - begun) / static_cast<double>(queries.size());
}

double theirs(Postgres& postgres, std::span<const Query> queries, Answered& answered) {
    const auto begun = postgres.cpu_seconds();
    for (const auto& query : queries) {
        const auto result = postgres.run(fmt::format("select number from person where text % '{0}' order by similarity(text, '{0}') desc, number limit {1}", query.text, top));
        bool hit = false;
        for (int row = 0; row < std::min(PQntuples(result.get()), static_cast<int>(counted)); ++row) hit = hit || std::stoll(PQgetvalue(result.get(), row, 0)) == query.person;
        answered.count(hit);
    }
    return (postgres.cpu_seconds() - begun) / static_cast<double>(queries.size());
}

/// Pages of the two indexes that the search walks.
double index_bytes(const std::filesystem::path& file) {
    sqlite3* database = nullptr;
    if (sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) throw std::runtime_error("cannot open");
    sqlite3_stmt* statement = nullptr;
    double out = 0;
    if (sqlite3_prepare_v2(database, "select sum(pgsize) from dbstat where name in ('people_card_birth', 'people_card_name')", -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        out = sqlite3_column_double(statement, 0);
    else throw std::runtime_error(sqlite3_errmsg(database));
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return out;
}

void measure() {
    const auto* address = std::getenv("RYADOM_TEST_POSTGRES");
    if (address == nullptr) throw std::runtime_error("RYADOM_TEST_POSTGRES is not set: run this under tools/test-postgres");
    const auto folder = std::filesystem::current_path() / ".run/bench-fuzzy";
    std::filesystem::remove_all(folder);
    app::Settings settings;
    settings.location = folder.string();
    { const app::Application made(settings); }
    const int people = people_wanted();
    Postgres postgres(address);
    std::vector<Known> known;
    {
        Filler filler((folder / "ryadom.db").string());
        known = fill(filler, postgres, people);
    }
    app::Application application(settings);
    generate::Dice dice({seed}, "fuzzy queries");
    std::vector<Query> queries;
    for (const auto& each : known)
        if (auto query = asked_for(dice, each.human, each.person)) queries.push_back(std::move(*query));
    const auto of_round = [&](int round, int count) { return std::span(queries).subspan(static_cast<std::size_t>(round) * our_queries % (queries.size() - our_queries), static_cast<std::size_t>(count)); };
    std::vector<double> our_seconds, their_seconds;
    Answered we, they;
    for (int round = 0; round <= rounds; ++round) {
        Answered our_round, their_round;
        const auto mine = ours(application.database(), of_round(round, our_queries), our_round);
        const auto other = theirs(postgres, of_round(round, their_queries), their_round);
        if (round == 0) continue;
        our_seconds.push_back(mine);
        their_seconds.push_back(other);
        we.found += our_round.found, we.of += our_round.of;
        they.found += their_round.found, they.of += their_round.of;
    }
    fmt::print(stderr, "  ours: {:.3f} ms a query among {} people; pg_trgm: {:.1f} ms among {}\n", median(our_seconds) * 1e3, people, median(their_seconds) * 1e3, people / smaller);
    report("fuzzy search of people, CPU against pg_trgm over a tenth of them", our_seconds, their_seconds, {Goal::Kind::at_most, 0.01});
    fmt::print("| recall among the first ten | {:.3f} | pg_trgm {:.3f} | {} |\n", we.recall(), they.recall(), judged(we.recall(), {Goal::Kind::at_least, 0.98}));
    const auto bytes = index_bytes(folder / "ryadom.db") / people;
    fmt::print("| bytes of index to a person | {:.0f} | | {} |\n", bytes, judged(bytes, {Goal::Kind::at_most, 150}));
}

}  // namespace

int main() {
    try {
        measure();
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "bench_fuzzy: {}\n", error.what());
        return 1;
    }
}
