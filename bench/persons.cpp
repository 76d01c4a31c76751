// Finding a person among a million by СНИЛС and by birth date with the beginning of a surname: the module's functions,
// with a desk's scope applied, against the same rows read by plain statements that know no scope. Each lookup is a
// transaction of its own. CPU time of the process.
#include "app/application.hpp"
#include "app/generate/names.hpp"
#include "bench/rounds.hpp"
#include "modules/people/store.hpp"
#include "platform/i18n/catalogue.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <set>

namespace {

using namespace ryadom;
using namespace ryadom::bench;

constexpr int rounds = 7;
constexpr int persons = 1'000'000;
constexpr int centres = 200;
constexpr int districts = 35;
constexpr int lookups = 10'000;
constexpr int served_by_desk = 7;  ///< the centre whose desk asks
constexpr std::size_t prefix_letters = 3;

/// The same columns as the module's functions answer with.
constexpr const char* by_snils =
    "select p.number, p.id, c.family_name, c.given_name, c.patronymic, p.birth, p.death, p.sex, c.snils, c.iin, d.id, c.phone, c.address, c.revision "
    "from people_card c join people_person p on p.number = c.person left join network_district d on d.number = p.district where c.snils = $1";
constexpr const char* by_birth =
    "select p.id, c.family_name, c.given_name, c.patronymic, p.birth, p.death, p.sex, d.id, "
    "(select o.id from people_attachment a join network_organisation o on o.number = a.organisation "
    "where a.person = c.person and a.until_on is null order by a.number limit 1) "
    "from people_card c join people_person p on p.number = c.person left join network_district d on d.number = p.district "
    "where c.birth = $1 and c.family_folded >= $2 and c.family_folded < $3 "
    "order by c.family_folded, c.given_folded, c.patronymic_folded, c.person limit 51";

/// A bare connection.
class Plain {
  public:
    Plain(const std::string& path, const char* settings) {
        if (sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK) throw std::runtime_error("cannot open");
        script(settings);
    }
    Plain(const Plain&) = delete;
    Plain& operator=(const Plain&) = delete;
    ~Plain() {
        for (auto* statement : statements_) sqlite3_finalize(statement);
        sqlite3_close(database_);
    }
    void script(const char* sql) { check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr)); }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        return statements_.emplace_back(statement);
    }
    /// Binds the words, reads every column of every row; how many rows there were.
    int run(sqlite3_stmt* statement, std::initializer_list<std::string_view> words) {
        int at = 0;
        for (const auto word : words) check(sqlite3_bind_text(statement, ++at, word.data(), static_cast<int>(word.size()), SQLITE_STATIC));
        int rows = 0;
        int code = SQLITE_ROW;
        while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
            ++rows;
            for (int column = 0; column < sqlite3_column_count(statement); ++column) (void)sqlite3_column_text(statement, column);
        }
        if (code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_));
        sqlite3_reset(statement);
        return rows;
    }

  private:
    void check(int code) {
        if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database_));
    }
    sqlite3* database_ = nullptr;
    std::vector<sqlite3_stmt*> statements_;
};

struct Target {
    std::string snils;
    std::string prefix;
    Date birth;
};

std::string first_letters(const std::string& text) {
    std::size_t end = 0;
    for (std::size_t letters = 0; end < text.size() && letters < prefix_letters; ++letters)
        do ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
    return text.substr(0, end);
}

/// Rows straight into the tables: a million registrations are not what is measured here. The persons of the desk.
std::vector<Target> fill(Plain& plain) {
    plain.script("begin");
    for (int i = 1; i <= districts; ++i)
        plain.script(fmt::format("insert into network_district (number, id, code, title, population, elders, road_km, tile_row, tile_column, outline, revision) "
                                 "values ({0}, '00000000-0000-7000-8000-{0:012}', 'd{0}', 'Район', 50000, 12000, 80, 1, {0}, '', 1)", i).c_str());
    for (int i = 1; i <= centres; ++i)
        plain.script(fmt::format("insert into network_organisation (number, id, code, kind, title, short_title, zone, address, phone, director, revision) "
                                 "values ({0}, '00000000-0000-7000-8000-{0:012}', 'c{0}', 'centre', 'КЦСОН', 'КЦСОН', 'Asia/Novosibirsk', '', '', '', 1)", i).c_str());
    auto* person_row = plain.prepare("insert into people_person (id, birth, sex, district) values ($1, $2, $3, $4)");
    auto* card_row = plain.prepare("insert into people_card (family_name, given_name, patronymic, family_folded, given_folded, patronymic_folded, birth, "
                                   "snils, revision) values ($1, $2, $3, $4, $5, $6, $7, $8, 1)");
    auto* attachment_row = plain.prepare("insert into people_attachment (person, organisation, since, account) values ($1, $2, '2025-01-01', 1)");
    std::vector<Target> targets;
    generate::Dice dice({7}, "bench");
    const auto random = system_random();
    for (int i = 1; i <= persons; ++i) {
        const auto sex = dice.chance(0.7) ? people::Sex::female : people::Sex::male;
        const Date birth = *make_date(1930, 1, 1) + static_cast<int>(dice.between(0, 22'000));
        const auto name = generate::make_name(dice, sex, parts(birth).year);
        const auto folded = i18n::fold(name.family);
        const auto patronymic = name.patronymic.value_or("");
        const auto snils = generate::snils(i - 1);
        const auto centre = dice.between(1, centres);
        plain.run(person_row, {to_string(make_uuid(system_clock()(), random)), to_string(birth), json::name_of(sex), std::to_string(dice.between(1, districts))});
        plain.run(card_row, {name.family, name.given, patronymic, folded, i18n::fold(name.given), i18n::fold(patronymic), to_string(birth), snils});
        plain.run(attachment_row, {std::to_string(i), std::to_string(centre)});
        if (centre == served_by_desk) targets.push_back({snils, first_letters(folded), birth});
    }
    plain.script("commit");
    return targets;
}

/// Microseconds of CPU of a lookup, over as many of the targets as there are lookups in a round.
template <class Look>
double microseconds(const std::vector<Target>& targets, const Look& look) {
    static std::size_t next = 0;
    const auto begun = cpu_seconds();
    for (int i = 0; i < lookups; ++i) look(targets[next++ % targets.size()]);
    return (cpu_seconds() - begun) / lookups * 1e6;
}

void must_find(bool found) {
    if (!found) throw std::runtime_error("not found");
}

void compare(const char* what, Contender raw, Contender ours) {
    std::vector<Contender> contenders{std::move(raw), std::move(ours)};
    bench::run(contenders, rounds, "µs of CPU");
    report(what, contenders[1].rounds, contenders[0].rounds, {Goal::Kind::at_most, 3});
}

void measure() {
    const auto folder = std::filesystem::current_path() / ".run/bench-persons";
    std::filesystem::remove_all(folder);
    app::Settings settings;
    settings.location = folder.string();
    { const app::Application made(settings); }
    const auto path = (folder / "ryadom.db").string();
    Plain filler(path, "pragma synchronous=off; pragma cache_size=-1000000");
    const auto targets = fill(filler);
    app::Application application(settings);
    auto& database = application.database();
    const db::Caller desk{1, served_by_desk, {db::Reach::listed, db::Reach::listed, {served_by_desk}}, "bench"};
    Plain plain(path, "pragma cache_size=-16384; pragma query_only=1");
    auto* snils = plain.prepare(by_snils);
    auto* birth = plain.prepare(by_birth);

    compare("person by СНИЛС among a million, against raw SQLite",
            {"raw SQLite, by СНИЛС", [&] { return microseconds(targets, [&](const Target& each) { must_find(plain.run(snils, {each.snils}) == 1); }); }},
            {"people::find_by_snils in scope", [&] {
                 return microseconds(targets, [&](const Target& each) {
                     database.read(desk, [&](db::Tx& tx) { must_find(people::find_by_snils(tx, each.snils).has_value()); });
                 });
             }});
    std::int64_t raw_rows = 0;
    std::int64_t our_rows = 0;
    compare("person by birth date and surname's beginning among a million, against raw SQLite",
            {"raw SQLite, by birth and surname", [&] {
                 return microseconds(targets, [&](const Target& each) {
                     const int rows = plain.run(birth, {to_string(each.birth), each.prefix, each.prefix + "\xF4\x8F\xBF\xBF"});
                     must_find(rows > 0);
                     raw_rows += rows;
                 });
             }},
            {"people::store::search in scope", [&] {
                 return microseconds(targets, [&](const Target& each) {
                     database.read(desk, [&](db::Tx& tx) {
                         const auto found = people::store::search(tx, {each.prefix, "", "", each.birth}, {}, 51);
                         must_find(!found.empty());
                         our_rows += static_cast<std::int64_t>(found.size());
                     });
                 });
             }});
    fmt::print(stderr, "  rows a lookup: raw {:.2f}, in scope {:.2f}\n", static_cast<double>(raw_rows) / (rounds + 1) / lookups,
               static_cast<double>(our_rows) / (rounds + 1) / lookups);
}

}  // namespace

int main() {
    try {
        measure();
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
