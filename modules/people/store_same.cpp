#include "modules/people/store_same.hpp"

#include "modules/people/store_search.hpp"

#include <cmath>

namespace ryadom::people::store {
namespace {

constexpr db::Sql born_on = db::sql<born>;
constexpr db::Sql called_so = db::sql<called>;
constexpr db::Text of_given("with recursive given (numbers) as (select cast($1 as text)), ");
constexpr db::Sql compared_cards =
    db::sql<of_given, asked,
            "select p.number, p.id, c.family_name, c.given_name, c.patronymic, p.birth, p.sex, c.snils, c.iin, c.phone from asked "
            "join v_people_person p on p.number = asked.number join v_people_card c on c.person = p.number order by asked.place">;
constexpr db::Sql former_families =
    db::sql<of_given, asked, "select f.person, f.family_name from asked join v_people_former_name f on f.person = asked.number order by f.person, f.place">;
constexpr db::Sql last_number = "select number from v_people_person order by number desc limit 1";
constexpr db::Sql insert_same =
    "insert into people_same_decision (id, newcomer, known, verdict, weight, reasons, reason, account, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

Compared read_compared(const db::Row& row) {
    Compared out{row.get<Number<Person>>(0), {}, {}};
    out.person.id = row.get<Id<Person>>(1);
    out.person.family_name = row.get<std::string>(2);
    out.person.given_name = row.get<std::string>(3);
    out.person.patronymic = row.get<std::optional<std::string>>(4);
    out.person.birth = row.get<Date>(5);
    out.person.sex = row.get<Sex>(6);
    out.person.snils = row.get<std::optional<std::string>>(7);
    out.person.iin = row.get<std::optional<std::string>>(8);
    out.person.phone = row.get<std::optional<std::string>>(9);
    return out;
}

}  // namespace

void each_born(db::Tx& tx, Date birth, const std::function<void(std::int64_t, const FoldedNames&)>& each) {
    tx.each(born_on, [&](const db::Row& row) {
        each(row.get<std::int64_t>(0), {row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3)});
    }, birth);
}

void each_called(db::Tx& tx, const std::string& family_folded, const std::string& given_folded, int most, const std::function<void(std::int64_t, Date)>& each) {
    tx.each(called_so, [&](const db::Row& row) { each(row.get<std::int64_t>(0), row.get<Date>(1)); }, family_folded, given_folded, most);
}

std::vector<Compared> compared(db::Tx& tx, const std::vector<std::int64_t>& numbers) {
    if (numbers.empty()) return {};
    auto out = tx.list(compared_cards, read_compared, listed(numbers));
    std::unordered_map<std::int64_t, Compared*> by_number;
    for (auto& each : out) by_number.emplace(each.number.value, &each);
    tx.each(former_families, [&](const db::Row& row) { by_number.at(row.get<std::int64_t>(0))->former_families.push_back(row.get<std::string>(1)); }, listed(numbers));
    return out;
}

std::int64_t persons_so_far(db::Tx& tx) { return tx.value<std::int64_t>(last_number).value_or(0); }

void insert_decision(db::Tx& tx, std::optional<Number<Person>> newcomer, const Likeness& known, Verdict verdict, const std::optional<std::string>& reason) {
    tx.run(insert_same, tx.make_id<SameDecision>(), newcomer, known.number, verdict, std::int64_t{std::llround(known.weight * 100)}, known.reasons, reason, tx.caller().account, tx.now());
}

}  // namespace ryadom::people::store
