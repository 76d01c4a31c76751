#include "modules/people/lookups.hpp"
#include "modules/people/merges.hpp"
#include "modules/people/same.hpp"
#include "modules/people/store_same.hpp"
#include "modules/people/store_search.hpp"

#include "platform/i18n/catalogue.hpp"

#include <unordered_set>

namespace ryadom::people {
namespace {

constexpr db::Text persons(
    "select p.number, p.id, c.family_name, c.given_name, c.patronymic, p.birth, p.death, p.sex, c.snils, c.iin, d.id, c.phone, c.address, "
    "c.revision from v_people_card c join v_people_person p on p.number = c.person left join v_network_district d on d.number = p.district ");
constexpr db::Sql person_by_id = db::sql<persons, "where p.id = $1">;
constexpr db::Sql person_by_snils = db::sql<persons, "where c.snils = $1">;
constexpr db::Sql person_by_iin = db::sql<persons, "where c.iin = $1">;
constexpr db::Sql district_number = "select number from v_network_district where id = $1";
constexpr db::Sql number_by_id =
    "select coalesce(m.human, p.number) from v_people_person p left join v_people_merged m on m.person = p.number where p.id = $1";
constexpr db::Sql survivor_by_id =
    db::sql<persons, "where c.person = (select m.human from v_people_merged m join v_people_person o on o.number = m.person where o.id = $1)">;
constexpr db::Sql person_by_number = db::sql<persons, "where c.person = $1">;

constexpr db::Sql same_name =
    "select p.id, c.snils, c.iin from v_people_card c join v_people_person p on p.number = c.person "
    "where c.birth = $1 and c.family_folded = $2 and c.given_folded = $3 and c.patronymic_folded = $4 order by c.person";

constexpr db::Sql insert_person_row = "insert into people_person (id, birth, death, sex, district) values ($1, $2, $3, $4, $5) returning number";
constexpr db::Sql delete_person = "delete from people_person where number = $1";
// A number that stands already, perhaps on a card that the caller may not see, must not end the whole transaction.
constexpr db::Sql insert_card =
    "insert into people_card (person, family_name, given_name, patronymic, family_folded, given_folded, patronymic_folded, birth, snils, iin, "
    "phone, address, revision) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1) on conflict do nothing";
constexpr db::Sql change_card =
    "update people_card set family_name = $1, given_name = $2, patronymic = $3, family_folded = $4, given_folded = $5, patronymic_folded = $6, "
    "birth = $7, snils = $8, iin = $9, phone = $10, address = $11, revision = revision + 1 where person = $12 and revision = $13";
constexpr db::Sql change_person = "update people_person set birth = $1, death = $2, sex = $3, district = $4 where number = $5";

constexpr db::Sql attachments_of =
    "select o.id, a.since, a.until_on, a.reason from v_people_attachment a join v_network_organisation o on o.number = a.organisation "
    "where a.person = $1 order by (a.until_on is null) desc, a.since, a.number";
constexpr db::Sql insert_attachment =
    "insert into people_attachment (person, organisation, since, reason, account) values ($1, $2, $3, $4, $5) on conflict do nothing";
constexpr db::Sql end_attachment =
    db::sql<"update people_attachment set until_on = $3 where ", of_human<"people_attachment.person">, "and organisation = $2 and until_on is null and not derived">;
constexpr db::Sql forget_derived_attachment =
    db::sql<"delete from people_attachment where ", of_human<"people_attachment.person">, "and organisation = $2 and derived">;
// The others of the human follow; what they have of their own stays.
constexpr db::Sql derive_attachment =
    "insert into people_attachment (person, organisation, since, account, derived) select m.person, $2, $3, $4, true from v_people_merged m where m.human = $1 "
    "on conflict do nothing";
constexpr db::Sql insert_served = "insert into people_served (person, organisation, since) values ($1, $2, $3)";
constexpr db::Sql end_served =
    db::sql<"update people_served set until_on = $3 where ", of_human<"people_served.person">, "and organisation = $2 and until_on is null">;
constexpr db::Sql derive_served =
    "insert into people_served (person, organisation, since, derived) select m.person, $2, $3, true from v_people_merged m where m.human = $1";
constexpr db::Sql served_on =
    "select number from v_people_served where person = $1 and organisation = $2 and since <= $3 and (until_on is null or until_on >= $3) limit 1";

constexpr db::Sql briefs_of =
    db::sql<"with recursive given (numbers) as (select cast($1 as text)), ", store::asked,
            "select asked.number, p.id, p.birth, p.sex, c.family_name, c.given_name, c.patronymic from asked "
            "left join v_people_merged m on m.person = asked.number join v_people_person p on p.number = coalesce(m.human, asked.number) left join v_people_card c on c.person = p.number order by asked.place">;
constexpr db::Sql deaths_since = "select number, death from v_people_person where death >= $1";
constexpr db::Sql every_district = "select number, district from v_people_person where district is not null";
constexpr db::Sql last_number = "select number from v_people_person order by number desc limit 1";

PersonRow read_person(const db::Row& row) {
    return {row.get<Number<Person>>(0),
            {row.get<Id<Person>>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::optional<std::string>>(4), row.get<Date>(5),
             row.get<std::optional<Date>>(6), row.get<Sex>(7), row.get<std::optional<std::string>>(8), row.get<std::optional<std::string>>(9),
             row.get<std::optional<Id<network::District>>>(10), row.get<std::optional<std::string>>(11),
             row.get<std::optional<std::string>>(12), row.get<std::int64_t>(13)}};
}

std::optional<PersonRow> find_by_number(db::Tx& tx, db::Sql sql, std::string_view written) {
    const auto number = digits(written);
    return number ? tx.find(sql, read_person, *number) : std::nullopt;
}

Checked<std::optional<std::int64_t>> number_of_district(db::Tx& tx, const Person& person) {
    if (!person.district) return std::nullopt;
    const auto number = tx.value<std::int64_t>(district_number, *person.district);
    if (!number) return refuse_field("/district", "people.unknown_district");
    return number;
}

/// The names as the search compares them.
struct Folded {
    explicit Folded(const Person& person)
        : family(i18n::fold(person.family_name)), given(i18n::fold(person.given_name)), patronymic(i18n::fold(person.patronymic.value_or(""))) {}
    std::string family;
    std::string given;
    std::string patronymic;
};

bool differ(const std::optional<std::string>& one, const std::optional<std::string>& other) { return one && other && *one != *other; }

/// The first of those with the names and the birth date whose numbers are not others.
std::optional<Id<Person>> find_namesake(db::Tx& tx, const Person& person) {
    const Folded folded(person);
    std::optional<Id<Person>> out;
    tx.each(same_name, [&](const db::Row& row) {
        const bool other = differ(person.snils, row.get<std::optional<std::string>>(1)) || differ(person.iin, row.get<std::optional<std::string>>(2));
        if (!out && !other) out = row.get<Id<Person>>(0);
    }, person.birth, folded.family, folded.given, folded.patronymic);
    return out;
}

/// Somebody of the same names and birth who was not on the register when the newcomer was held against it.
std::optional<Refusal> entered_meanwhile(db::Tx& tx, const Newcomer& newcomer) {
    if (newcomer.namesake()) return std::nullopt;
    const auto known = find_namesake(tx, newcomer.person());
    return known ? std::optional(same_person({*known}, "")) : std::nullopt;
}

/// Says where the person with this number is to be found, without saying who it is.
Refusal known_already(db::Tx& tx, const Person& person) {
    const bool here = (person.snils && find_by_snils(tx, *person.snils)) || (person.iin && find_by_iin(tx, *person.iin));
    return refuse(here ? "people.known_here" : "people.known_elsewhere").error();
}

}  // namespace

/// Whoever was merged is found as the survivor: old links and what a phone kept while it was offline go on.
std::optional<PersonRow> find_person(db::Tx& tx, const Id<Person>& id) {
    auto found = tx.find(person_by_id, read_person, id);
    return found ? found : tx.find(survivor_by_id, read_person, id);
}
std::optional<PersonRow> find_by_snils(db::Tx& tx, std::string_view snils) { return find_by_number(tx, person_by_snils, snils); }
std::optional<PersonRow> find_by_iin(db::Tx& tx, std::string_view iin) { return find_by_number(tx, person_by_iin, iin); }

Checked<Person> acceptable(Person person, Date today, const std::string& pointer) {
    auto tidied = tidy(std::move(person));
    auto found = faults(tidied, today, pointer);
    if (!found.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(found)});
    return tidied;
}

Checked<void> acceptable_numbers(const std::optional<std::string>& snils, const std::optional<std::string>& iin, const std::string& pointer) {
    Person person;
    person.snils = snils;
    person.iin = iin;
    auto found = number_faults(tidy(std::move(person)), pointer);
    if (!found.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(found)});
    return {};
}

Checked<PersonRow> register_person(db::Tx& tx, const Newcomer& newcomer, Number<network::Organisation> organisation) {
    const auto& person = newcomer.person();
    if (auto admitted = admit(newcomer, "", ""); !admitted) return std::unexpected(std::move(admitted.error()));
    if (auto known = entered_meanwhile(tx, newcomer)) return std::unexpected(std::move(*known));
    if (person.snils || person.iin)
        if (auto seldom = ask_seldom(tx); !seldom) return std::unexpected(std::move(seldom.error()));
    auto row = store::insert_person(tx, person, organisation, local_date(tx.now(), network::zone(tx, organisation.value)));
    if (!row) return row;
    for (const auto& each : newcomer.alike()) store::insert_decision(tx, row->number, each, store::Verdict::other, newcomer.namesake());
    return row;
}

std::string namesake_detail(const std::optional<std::string>& namesake) {
    return namesake ? json::write(json::Object{{"reason", *namesake}}) : "{}";
}

std::vector<Brief> briefs(db::Tx& tx, const std::vector<std::int64_t>& numbers) {
    if (numbers.empty()) return {};
    return tx.list(briefs_of, [](const db::Row& row) {
        Brief brief{row.get<Number<Person>>(0), row.get<Id<Person>>(1), row.get<Date>(2), row.get<Sex>(3), {}};
        if (const auto family = row.get<std::optional<std::string>>(4))
            brief.name = short_name(*family, row.get<std::string>(5), row.get<std::optional<std::string>>(6));
        return brief;
    }, store::listed(numbers));
}

/// The dead have an index of their own; asked for without bounds it would not be used.
std::unordered_map<std::int64_t, Date> deaths(db::Tx& tx) {
    constexpr Date ever{-719'162};  // 1 January of the year 1
    std::unordered_map<std::int64_t, Date> out;
    tx.each(deaths_since, [&](const db::Row& row) { out.emplace(row.get<std::int64_t>(0), row.get<Date>(1)); }, ever);
    return out;
}

bool serves(db::Tx& tx, Number<network::Organisation> organisation, Number<Person> person, Date day) {
    return tx.value<std::int64_t>(served_on, person, organisation, day).has_value();
}

std::vector<std::uint32_t> districts_by_person(db::Tx& tx) {
    const auto last = tx.value<std::int64_t>(last_number);
    std::vector<std::uint32_t> out(last ? static_cast<std::size_t>(*last) + 1 : 0, 0);
    tx.each(every_district, [&out](const db::Row& row) {
        out[static_cast<std::size_t>(row.get<std::int64_t>(0))] = static_cast<std::uint32_t>(row.get<std::int64_t>(1));
    });
    return out;
}

namespace store {
namespace {

bool attach_one(db::Tx& tx, Number<Person> person, Number<network::Organisation> organisation, Date since, const std::optional<std::string>& reason) {
    if (tx.run(insert_attachment, person, organisation, since, reason, tx.caller().account) == 0) return false;
    tx.run(insert_served, person, organisation, since);
    return true;
}

}  // namespace

Checked<PersonRow> insert_person(db::Tx& tx, const Person& person, Number<network::Organisation> organisation, Date since) {
    const auto district = number_of_district(tx, person);
    if (!district) return std::unexpected(district.error());
    auto added = person;
    added.id = tx.make_id<Person>();
    added.revision = 1;
    const Folded folded(added);
    const auto number = tx.insert(insert_person_row, added.id, added.birth, added.death, added.sex, *district);
    const auto entered = tx.run(insert_card, number, added.family_name, added.given_name, added.patronymic, folded.family, folded.given,
                              folded.patronymic, added.birth, added.snils, added.iin, added.phone, added.address);
    if (entered == 0) {
        tx.run(delete_person, number);
        return std::unexpected(known_already(tx, person));
    }
    attach_one(tx, {number}, organisation, since, std::nullopt);
    return PersonRow{{number}, std::move(added)};
}

bool update_person(db::Tx& tx, Number<Person> number, const Person& person) {
    const auto district = must(number_of_district(tx, person));
    const Folded folded(person);
    const auto changed = tx.run(change_card, person.family_name, person.given_name, person.patronymic, folded.family, folded.given,
                                folded.patronymic, person.birth, person.snils, person.iin, person.phone, person.address, number, person.revision);
    if (changed == 0) return false;
    tx.run(change_person, person.birth, person.death, person.sex, district, number);
    return true;
}

std::vector<Attachment> attachments(db::Tx& tx, Number<Person> person) {
    return tx.list(attachments_of, [](const db::Row& row) {
        return Attachment{row.get<Id<network::Organisation>>(0), row.get<Date>(1), row.get<std::optional<Date>>(2),
                          row.get<std::optional<std::string>>(3)};
    }, person);
}

bool attach(db::Tx& tx, Number<Person> person, Number<network::Organisation> organisation, Date since, const std::optional<std::string>& reason) {
    if (!attach_one(tx, person, organisation, since, reason)) return false;
    tx.run(derive_attachment, person, organisation, since, tx.caller().account);
    tx.run(derive_served, person, organisation, since);
    return true;
}

std::int64_t detach(db::Tx& tx, Number<Person> person, Number<network::Organisation> organisation, Date until) {
    tx.run(end_served, person, organisation, until);
    tx.run(forget_derived_attachment, person, organisation);
    return tx.run(end_attachment, person, organisation, until);
}

std::optional<PersonRow> find_person(db::Tx& tx, Number<Person> number) { return tx.find(person_by_number, read_person, number); }
std::optional<Number<Person>> number_of(db::Tx& tx, const Id<Person>& id) { return tx.value<Number<Person>>(number_by_id, id); }

}  // namespace store
}  // namespace ryadom::people
