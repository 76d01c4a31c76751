// The check that nobody is entered twice: CPU of one newcomer held against a register, how many of those who stand there are
// told, and how many strangers are asked about in vain. Faults and people are those of the generated registers
// (app/registers), of a seed that nothing was made with. RYADOM_BENCH_PEOPLE says how many people (a million).
#include "app/application.hpp"
#include "app/registers/human.hpp"
#include "bench/rounds.hpp"
#include "modules/people/store.hpp"
#include "platform/i18n/catalogue.hpp"

#include <sqlite3.h>

#include <array>
#include <filesystem>

namespace {

using namespace ryadom;
using namespace ryadom::bench;

constexpr int rounds = 5;
constexpr int newcomers = 2'000;  ///< of each kind in a round
constexpr std::uint64_t seed = 90'210;
constexpr double aim = 2;  // milliseconds

int people_wanted() {
    const auto* wanted = std::getenv("RYADOM_BENCH_PEOPLE");
    return wanted == nullptr ? 1'000'000 : std::stoi(wanted);
}

std::optional<std::string> given(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

/// "07.03.1948"; nothing for a day that is none.
std::optional<Date> day(const std::string& written) {
    return written.size() == 10 ? parse_date(fmt::format("{}-{}-{}", written.substr(6), written.substr(3, 2), written.substr(0, 2))) : std::nullopt;
}

std::optional<people::Person> entered(const registers::Human& human) {
    people::Person out;
    const auto birth = day(human.birth);
    if (!birth) return std::nullopt;
    out.family_name = human.family;
    out.given_name = human.given;
    out.patronymic = given(human.patronymic);
    out.birth = *birth;
    out.sex = human.sex == "ж" ? people::Sex::female : people::Sex::male;
    if (const auto number = people::digits(human.snils); number && people::sound_snils(*number)) out.snils = *number;
    out.phone = given(human.phone);
    return out;
}

/// Rows straight into the tables: what is measured is not how they came there.
class Filler {
  public:
    explicit Filler(const std::string& path) {
        check(sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr));
        check(sqlite3_exec(database_, "pragma synchronous=off; pragma cache_size=-1000000; begin; drop index people_card_name; drop index people_card_birth", nullptr, nullptr, nullptr));
        prepare(person_, "insert into people_person (id, birth, sex) values ($1, $2, $3)");
        prepare(card_, "insert into people_card (family_name, given_name, patronymic, family_folded, given_folded, patronymic_folded, birth, snils, phone, revision) "
                       "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)");
    }
    Filler(const Filler&) = delete;
    Filler& operator=(const Filler&) = delete;
    ~Filler() {
        sqlite3_finalize(person_);
        sqlite3_finalize(card_);
        sqlite3_close(database_);
    }
    void add(const people::Person& person, const std::string& id) {
        const auto birth = to_string(person.birth);
        run(person_, std::array{std::optional(id), std::optional(birth), std::optional(std::string(json::name_of(person.sex)))});
        run(card_, std::array{std::optional(person.family_name), std::optional(person.given_name), person.patronymic, std::optional(i18n::fold(person.family_name)),
                              std::optional(i18n::fold(person.given_name)), std::optional(i18n::fold(person.patronymic.value_or(""))), std::optional(birth), person.snils, person.phone});
    }
    void finish() {
        check(sqlite3_exec(database_, "create index people_card_birth on people_card (birth, family_folded, given_folded, patronymic_folded); "
                                      "create index people_card_name on people_card (family_folded, given_folded, patronymic_folded, person, birth); commit", nullptr, nullptr, nullptr));
    }

  private:
    void check(int code) {
        if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database_));
    }
    void prepare(sqlite3_stmt*& statement, const char* sql) { check(sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr)); }
    template <class Cells>
    void run(sqlite3_stmt* statement, const Cells& cells) {
        int at = 0;
        for (const auto& cell : cells) {
            ++at;
            if (cell) check(sqlite3_bind_text(statement, at, cell->data(), static_cast<int>(cell->size()), SQLITE_STATIC));
            else check(sqlite3_bind_null(statement, at));
        }
        if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_));
        sqlite3_reset(statement);
    }
    sqlite3* database_ = nullptr;
    sqlite3_stmt* person_ = nullptr;
    sqlite3_stmt* card_ = nullptr;
};

struct Register {
    std::vector<registers::Human> known;  ///< some of those who stand there, as they are
    int serial = 0;
};

Register fill(Filler& filler, int people) {
    Register out;
    generate::Dice dice({seed}, "entry register");
    const auto random = system_random();
    const int step = std::max(people / (newcomers * (rounds + 1)), 1);
    for (; out.serial < people; ++out.serial) {
        const auto human = registers::somebody(dice, out.serial);
        const auto person = entered(human);
        if (!person) continue;
        filler.add(*person, to_string(make_uuid(system_clock()(), random)));
        if (out.serial % step == 0) out.known.push_back(human);
    }
    filler.finish();
    return out;
}

struct Told {
    int asked = 0;
    int of = 0;
    double milliseconds = 0;  ///< of CPU, in the mean
    void operator+=(const Told& more) {
        milliseconds = (milliseconds * of + more.milliseconds * more.of) / std::max(of + more.of, 1);
        asked += more.asked;
        of += more.of;
    }
};

Told meet(db::Database& database, const std::vector<people::Person>& entered) {
    Told out;
    const auto begun = cpu_seconds();
    for (const auto& person : entered) {
        const people::Newcomers met(database, db::Caller::system(), {{person, {}}});
        // Whose number stands there is told by the number.
        const bool numbered = database.read_as(db::Caller::system(), [&](db::Tx& tx) { return !people::holders_of(tx, person.snils, person.iin).empty(); });
        out.asked += numbered || !met.all().front().alike().empty() ? 1 : 0;
        ++out.of;
    }
    out.milliseconds = (cpu_seconds() - begun) / std::max(out.of, 1) * 1e3;
    return out;
}

void measure() {
    const auto folder = std::filesystem::current_path() / ".run/bench-entry";
    std::filesystem::remove_all(folder);
    app::Settings settings;
    settings.location = folder.string();
    { const app::Application made(settings); }
    const int people = people_wanted();
    Register reg;
    {
        Filler filler((folder / "ryadom.db").string());
        reg = fill(filler, people);
    }
    app::Application application(settings);
    generate::Dice dice({seed}, "entry newcomers");
    Told again;
    Told strangers;
    std::vector<double> each_round;
    for (int round = 0; round <= rounds; ++round) {
        std::vector<people::Person> known;
        std::vector<people::Person> unknown;
        for (int i = 0; i < newcomers; ++i) {
            auto human = reg.known[static_cast<std::size_t>(round * newcomers + i) % reg.known.size()];
            for (auto faults = dice.between(1, 3); faults > 0; --faults) registers::make_fault(dice, human);
            registers::leave_out(dice, human);
            if (auto person = entered(human)) known.push_back(std::move(*person));
            auto other = registers::somebody(dice, ++reg.serial);
            registers::leave_out(dice, other);
            if (auto person = entered(other)) unknown.push_back(std::move(*person));
        }
        const auto told = meet(application.database(), known);
        const auto asked = meet(application.database(), unknown);
        if (round == 0) continue;
        again += told;
        strangers += asked;
        each_round.push_back((told.milliseconds + asked.milliseconds) / 2);
    }
    fmt::print(stderr, "  of {} who stand there, with one to three faults, told: {} ({:.2f} %); of {} strangers asked about: {} ({:.2f} %)\n", again.of, again.asked,
               100.0 * again.asked / again.of, strangers.of, strangers.asked, 100.0 * strangers.asked / strangers.of);
    const auto ours = median(each_round);
    fmt::print("| milliseconds of CPU of the check at entry among {} people | {:.2f} | {:.2f} to {:.2f} | {} |\n", people, ours, std::ranges::min(each_round), std::ranges::max(each_round),
               judged(ours, {Goal::Kind::at_most, aim}));
    fmt::print("| of those who stand there, told in spite of one to three faults, in per cent | {:.1f} | | | |\n| of strangers, asked about in vain, in per cent | {:.2f} | | | |\n",
               100.0 * again.asked / again.of, 100.0 * strangers.asked / strangers.of);
}

}  // namespace

int main() {
    try {
        measure();
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "bench_entry: {}\n", error.what());
        return 1;
    }
}
