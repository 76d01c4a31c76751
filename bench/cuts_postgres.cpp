// Cuts over 10 million facts against PostgreSQL 15 with its best index: the CPU time of the one backend that answers (from
// /proc, so both run on one machine) against that of our process. Medians of interleaved rounds; ends with 1 if the two
// disagree in any cell. `bench/run cuts_postgres` starts the cluster, with room for tables and indexes in its memory.
//
// PostgreSQL is given what helps it:
//   the month      stands in the row, where the image looks it up by day
//   fact_cells     (centre, practice, minutes): facts and minutes from the index alone. Its keys repeat, so they are
//                  stored once each, and it is the smallest of the three
//   fact_people    (centre, practice, person) with minutes: people of a cell stand together, so distinct ones are counted
//                  as they come, without sorting or hashing
//   fact_months    (person, month) with minutes: the same for district and month, and a person's district is looked up
//                  once a month instead of once a fact, or by a merge
//   people         (number) with district: the look-up without the table
//   vacuum         so that index-only scans never visit the table
//   settings       no parallel workers (their start costs CPU too, and one backend's account is then the whole), memory
//                  for every sort and hash, everything cached, so random pages cost as much as those in order
// Each question is put in every way listed below, with and without just-in-time compilation, and with and without leave to
// read the table instead of an index; the way that took least CPU is the one that is raced. With distinct people
// PostgreSQL is asked for the cells only, while our cut also has the totals of rows, columns and all.
#include "bench/backend.hpp"
#include "bench/cuts.hpp"
#include "bench/rounds.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace {

using namespace ryadom;
using namespace ryadom::bench;
using cuts::Cells;
using cuts::Columns;

constexpr int rounds = 3;

constexpr const char* tables =
    "create table people (number integer not null, district smallint not null, primary key (number) include (district));"
    "create table fact (person integer not null, day date not null, centre smallint not null, practice smallint not null, "
    "minutes smallint not null, month smallint not null)";
constexpr const char* indexes =
    "create index fact_cells on fact (centre, practice, minutes);"
    "create index fact_people on fact (centre, practice, person) include (minutes);"
    "create index fact_months on fact (person, month) include (minutes)";
constexpr const char* settings =
    "set max_parallel_workers_per_gather = 0; set work_mem = '2047MB'; set random_page_cost = 1; set effective_cache_size = '4GB'";

// Row, column, facts, minutes, people. The sums of sums are of integers, since those of bigint are numeric and slower.
constexpr const char* centres_plain = "select centre, practice, count(*), sum(minutes), 0 from fact group by centre, practice";
constexpr const char* centres_distinct =
    "select centre, practice, count(*), sum(minutes), count(distinct person) from fact group by centre, practice";
constexpr const char* centres_by_people =
    "select centre, practice, sum(facts), sum(minutes), count(*) from (select centre, practice, person, count(*)::integer as facts, "
    "sum(minutes)::integer as minutes from fact group by centre, practice, person) as own group by centre, practice";
constexpr const char* districts_plain =
    "select district, month, count(*), sum(minutes), 0 from fact join people on number = person group by district, month";
constexpr const char* districts_plain_by_people =
    "select district, month, sum(facts), sum(minutes), 0 from (select person, month, count(*)::integer as facts, "
    "sum(minutes)::integer as minutes from fact group by person, month) as own join people on number = person group by district, month";
constexpr const char* districts_distinct =
    "select district, month, count(*), sum(minutes), count(distinct person) from fact join people on number = person group by district, month";
constexpr const char* districts_by_people =
    "select district, month, sum(facts), sum(minutes), count(*) from (select person, month, count(*)::integer as facts, "
    "sum(minutes)::integer as minutes from fact group by person, month) as own join people on number = person group by district, month";

void load(Postgres& postgres, const Columns& columns) {
    postgres.run(tables);
    postgres.copy("people", cuts::people, [&](std::size_t i, std::string& text) {
        fmt::format_to(std::back_inserter(text), "{}\t{}\n", i + 1, columns.district[i + 1]);
    });
    std::vector<std::string> dates(columns.month.size());
    for (auto day = cuts::first_day; day <= cuts::last_day; day = day + 1) dates[static_cast<std::size_t>(day.days)] = to_string(day);
    postgres.copy("fact", cuts::rows, [&](std::size_t i, std::string& text) {
        fmt::format_to(std::back_inserter(text), "{}\t{}\t{}\t{}\t{}\t{}\n", columns.person[i], dates[columns.day[i]], columns.centre[i],
                       columns.practice[i], columns.minutes[i], columns.month[columns.day[i]]);
    });
    postgres.run(indexes);
    postgres.run("vacuum (freeze, analyze) people");
    postgres.run("vacuum (freeze, analyze) fact");
    postgres.run(settings);
}

struct Question {
    const char* name;
    ledger::image::CutRequest request;
    std::vector<const char*> statements;  ///< that all answer it
    double goal;
};

/// One way to put it to PostgreSQL.
struct Way {
    const char* statement;
    const char* compiled;    ///< on or off
    const char* table_read;  ///< on or off
};

struct Answer {
    double seconds;
    Cells cells;
};

std::uint64_t number(const PGresult* result, int row, int column) { return std::stoull(PQgetvalue(result, row, column)); }

void choose(Postgres& postgres, const Way& way) {
    postgres.run(fmt::format("set jit = {}; set enable_seqscan = {}", way.compiled, way.table_read));
}

Answer theirs(Postgres& postgres, const Question& question, const Way& way) {
    choose(postgres, way);
    const auto before = postgres.cpu_seconds();
    const auto result = postgres.run(way.statement);
    Answer out{postgres.cpu_seconds() - before, Cells(question.request.rows * question.request.columns)};
    for (int row = 0; row < PQntuples(result.get()); ++row) {
        const auto cell = number(result.get(), row, 0) * question.request.columns + number(result.get(), row, 1);
        out.cells.facts.at(cell) = number(result.get(), row, 2);
        out.cells.minutes.at(cell) = number(result.get(), row, 3);
        out.cells.people.at(cell) = static_cast<std::uint32_t>(number(result.get(), row, 4));
    }
    return out;
}

Answer ours(const ledger::image::Image& image, const Question& question) {
    const auto before = cpu_seconds();
    const auto table = cut(image, ledger::image::Scope::everything(), question.request);
    const auto seconds = cpu_seconds() - before;
    return {seconds, cuts::cells_of(table)};
}

void must_agree(const Cells& one, const Cells& other, const Question& question) {
    if (one != other) throw std::runtime_error(fmt::format("{}: PostgreSQL and the image disagree", question.name));
}

void show(Postgres& postgres, const Way& way) {
    choose(postgres, way);
    const auto plan = postgres.run(fmt::format("explain (costs off) {}", way.statement));
    for (int row = 0; row < PQntuples(plan.get()); ++row) fmt::print(stderr, "      {}\n", PQgetvalue(plan.get(), row, 0));
}

/// Tries every way twice, the first time to bring what it reads into memory; one that is hopeless then only once.
Way best_way(Postgres& postgres, const Question& question, const Cells& expected) {
    std::optional<Way> best;
    double least = 0;
    for (const auto* statement : question.statements)
        for (const auto* compiled : {"off", "on"})
            for (const auto* table_read : {"on", "off"}) {
                const Way way{statement, compiled, table_read};
                constexpr double hopeless = 4;
                if (const auto first = theirs(postgres, question, way); best && first.seconds > hopeless * least) continue;
                const auto answer = theirs(postgres, question, way);
                must_agree(answer.cells, expected, question);
                fmt::print(stderr, "    {:.2f} s: jit {}, enable_seqscan {}: {}\n", answer.seconds, compiled, table_read, statement);
                if (best && answer.seconds >= least) continue;
                best = way;
                least = answer.seconds;
            }
    return *best;
}

void race(Postgres& postgres, const ledger::image::Image& image, const Question& question) {
    fmt::print(stderr, "  {}\n", question.name);
    const auto way = best_way(postgres, question, ours(image, question).cells);
    show(postgres, way);
    std::vector<double> our_seconds, their_seconds;
    for (int round = 0; round < rounds; ++round) {
        const auto expected = theirs(postgres, question, way);
        const auto found = ours(image, question);
        must_agree(expected.cells, found.cells, question);
        their_seconds.push_back(expected.seconds);
        our_seconds.push_back(found.seconds);
    }
    fmt::print(stderr, "    {:.0f} ms, PostgreSQL {:.0f} ms of CPU\n", 1000 * median(our_seconds), 1000 * median(their_seconds));
    report(question.name, their_seconds, our_seconds, {Goal::Kind::at_least, question.goal});
}

ledger::image::CutRequest with(ledger::image::CutRequest request, bool distinct) {
    request.distinct = distinct;
    return request;
}

void measure(const char* address) {
    const auto columns = cuts::make_columns();
    ledger::image::Image image;
    cuts::fill(image, columns);
    Postgres postgres(address);
    load(postgres, columns);
    const auto by_centre = cuts::centres_by_practice();
    const auto by_district = cuts::districts_by_month(columns);
    const std::vector<Question> questions{
        {"CPU of PostgreSQL 15 by ours: facts and minutes by centre and practice", with(by_centre, false), {centres_plain}, 30},
        {"the same: people by centre and practice", with(by_centre, true), {centres_by_people, centres_distinct}, 15},
        {"the same: facts and minutes by district and month", with(by_district, false), {districts_plain, districts_plain_by_people}, 30},
        {"the same: people by district and month", with(by_district, true), {districts_by_people, districts_distinct}, 15}};
    for (const auto& question : questions) race(postgres, image, question);
}

}  // namespace

int main() {
    try {
        const auto* address = std::getenv("RYADOM_TEST_POSTGRES");
        if (!address) throw std::runtime_error("tools/test-postgres bench_cuts_postgres: RYADOM_TEST_POSTGRES is not set");
        measure(address);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
