// Finding a person among a million by СНИЛС and by birth date with the beginning of a surname: the module's function,
// scope applied, against the same statements on a bare connection. CPU time of the process.
#include "app/application.hpp"
#include "bench/rounds.hpp"
#include "modules/network/network.hpp"
#include "modules/people/people.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <random>

namespace {

using namespace ryadom;

constexpr int persons = 1'000'000;
constexpr int lookups = 20'000;

std::string snils_of(int i) { return fmt::format("990{:06}00", i); }

/// Rows straight into the tables: a million registrations are not what is measured here.
std::int64_t fill(db::Database& database) {
    const auto organisation = *database.write_now(db::Caller::system(), [](db::Tx& tx) {
        tx.run("insert into network_organisation (id, code, kind, title, short_title, zone, address, phone, director, revision) "
               "values ($1, 'bench', 'centre', 'КЦСОН', 'КЦСОН', 'Asia/Novosibirsk', '', '', '', 1)", tx.make_id<network::Organisation>());
        return network::find_organisation_by_code(tx, "bench")->number.value;
    });
    for (int from = 0; from < persons; from += 1000)
        (void)database.write_now(db::Caller::system(), [=](db::Tx& tx) {
            for (int i = from; i < from + 1000; ++i) {
                people::Person person;
                person.family_name = fmt::format("Фамилия{}", i % 5000);
                person.given_name = "Нина";
                person.birth = *parse_date("1940-01-01") + i % 15000;
                person.snils = snils_of(i);
                (void)must(people::register_person(tx, person, {organisation}));
            }
        });
    return organisation;
}

class Bare {
  public:
    explicit Bare(const std::string& path) {
        if (sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK) throw std::runtime_error("cannot open");
        sqlite3_exec(database_, "pragma cache_size=-16384", nullptr, nullptr, nullptr);
        if (sqlite3_prepare_v2(database_, "select number, id, family_name, given_name, patronymic, birth, death, sex, snils, iin, district, phone, address, revision "
                                          "from people_person where snils = ?", -1, &statement_, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(database_));
    }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;
    ~Bare() {
        sqlite3_finalize(statement_);
        sqlite3_close(database_);
    }
    bool find(const std::string& snils) {
        sqlite3_bind_text(statement_, 1, snils.data(), static_cast<int>(snils.size()), SQLITE_TRANSIENT);
        const bool found = sqlite3_step(statement_) == SQLITE_ROW;
        if (found) (void)sqlite3_column_text(statement_, 2);
        sqlite3_reset(statement_);
        return found;
    }

  private:
    sqlite3* database_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
};

int measure() {
    const std::filesystem::path folder = std::filesystem::current_path() / ".run/bench-persons";
    std::filesystem::remove_all(folder);
    app::Settings settings;
    settings.location = folder.string();
    app::Application application(std::move(settings));
    auto& database = application.database();
    const auto organisation = fill(database);
    Bare bare((folder / "ryadom.db").string());
    const db::Caller desk{1, organisation, {db::Reach::listed, db::Reach::listed, {organisation}}, "bench"};
    std::mt19937 random(7);
    const auto any = [&] { return snils_of(static_cast<int>(random() % persons)); };
    std::vector<bench::Contender> contenders{
        {"raw SQLite, by СНИЛС", [&] {
             const auto begun = bench::cpu_seconds();
             for (int i = 0; i < lookups; ++i)
                 if (!bare.find(any())) throw std::runtime_error("not found");
             return (bench::cpu_seconds() - begun) / lookups * 1e6;
         }},
        {"people::find_by_snils in scope", [&] {
             const auto begun = bench::cpu_seconds();
             database.read(desk, [&](db::Tx& tx) {
                 for (int i = 0; i < lookups; ++i)
                     if (!people::find_by_snils(tx, any())) throw std::runtime_error("not found");
             });
             return (bench::cpu_seconds() - begun) / lookups * 1e6;
         }}};
    bench::run(contenders, 5, "µs of CPU");
    fmt::print("\nby СНИЛС / raw: {:.2f} (at most 3)\n", contenders[1].median() / contenders[0].median());
    return 0;
}

}  // namespace

int main() {
    try {
        return measure();
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
