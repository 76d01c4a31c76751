// Invented people in the tables of a register, as many as RYADOM_BENCH_PEOPLE says.
#pragma once

#include "app/registers/human.hpp"
#include "modules/people/rules.hpp"
#include "platform/i18n/catalogue.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <cstdlib>

namespace ryadom::bench {

inline int people_wanted() {
    const auto* wanted = std::getenv("RYADOM_BENCH_PEOPLE");
    return wanted == nullptr ? 1'000'000 : std::stoi(wanted);
}


inline std::optional<std::string> given(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

/// "07.03.1948"; nothing for a day that is none.
inline std::optional<Date> day(const std::string& written) {
    return written.size() == 10 ? parse_date(fmt::format("{}-{}-{}", written.substr(6), written.substr(3, 2), written.substr(0, 2))) : std::nullopt;
}

inline std::optional<people::Person> entered(const registers::Human& human) {
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

}  // namespace ryadom::bench
