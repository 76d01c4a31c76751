// The desk's search within the scope, and what a transaction of the system finds across centres.
#include "modules/people/merges.hpp"
#include "modules/people/store.hpp"
#include "modules/people/store_search.hpp"
#include "platform/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::people::store {
namespace {

constexpr db::Sql place_by_id =
    "select c.family_folded, c.given_folded, c.patronymic_folded, c.person from v_people_card c join v_people_person p on p.number = c.person "
    "where p.id = $1";
constexpr db::Sql by_name = db::sql<summary, cards, "where ", named, in_order, summary_end>;
constexpr db::Sql by_birth = db::sql<summary, cards, "where c.birth = $12 and ", named, in_order, summary_end>;
constexpr db::Sql by_name_of_few =
    db::sql<of_few, asked, summary, own_cards, "where c.person = m.person and ", named, in_order_of_few, summary_end>;
constexpr db::Sql by_former_name = db::sql<summary_of_former, former_in_order>;
constexpr db::Sql by_former_name_and_birth = db::sql<summary_of_former, "and c.birth = $6 ", former_in_order>;
constexpr db::Sql by_snils = db::sql<summary, cards, "where c.snils = $1", summary_end>;
constexpr db::Sql by_iin = db::sql<summary, cards, "where c.iin = $1", summary_end>;
constexpr db::Sql count_own =
    db::sql<"with recursive given (numbers) as (select cast($1 as text)), ", asked,
            "select count(m.person) from (select a.person from v_people_attachment a "
            "where a.organisation in (select number from asked limit $2) and a.until_on is null limit $3) m">;
constexpr db::Sql people_of_own =
    db::sql<"with recursive given (numbers) as (select cast($1 as text)), ", asked,
            "select distinct a.person from v_people_attachment a where a.organisation in (select number from asked limit $2) and a.until_on is null limit $3">;

// Whom another centre serves, by the oldest attachment that has not ended.
constexpr db::Text strange(
    "select c.person, p.id, c.family_name, c.given_name, c.patronymic, c.birth, "
    "(select o.id from v_people_attachment a join v_network_organisation o "
    "on o.number = a.organisation where a.person = c.person and a.until_on is null order by a.number limit 1) "
    "from v_people_card c join v_people_person p on p.number = c.person ");
constexpr db::Sql strange_by_snils = db::sql<strange, "where c.snils = $1">;
constexpr db::Sql strange_by_iin = db::sql<strange, "where c.iin = $1">;
constexpr db::Sql strange_by_person = db::sql<strange, "where c.person = $1">;
constexpr db::Sql strange_by_name = db::sql<strange, "where c.birth = $1 and c.family_folded = $2 order by c.person limit 20">;

constexpr db::Sql insert_lookup_row = "insert into people_lookup (id, account, person, at) values ($1, $2, $3, $4)";
constexpr db::Sql count_lookups = "select count(at) from v_people_lookup where account = $1 and at >= $2";
constexpr db::Sql lookup_of_person = "select number from v_people_lookup where account = $1 and at >= $2 and person = $3 limit 1";
constexpr db::Sql delete_lookups = "delete from people_lookup where account = $1 and at < $2";
constexpr db::Sql lookup_by_id = "select person from v_people_lookup where id = $1 and account = $2 and at >= $3 and person is not null";

// What is about the person, and the lists, searches and files that showed it.
constexpr db::Sql looks_at =
    db::sql<"select r.number, r.at, r.action, u.name, o.id, r.detail from "
    "(select about.number from (select number from v_audit_record where person in (select id from v_people_person p where ", of_human<"p.number">,
            ") and number < $2 order by number desc limit $3) about "
            "union all select shown.record from (select record from v_audit_shown where person in (select id from v_people_person p where ", of_human<"p.number">,
            ") and record < $2 order by record desc limit $3) shown) look "
    "join v_audit_record r on r.number = look.number left join v_auth_account u on u.number = r.account "
    "left join v_network_organisation o on o.number = r.organisation order by r.number desc limit $3">;

/// A walk along the names of the region meets the persons of so large a centre soon enough.
constexpr int many = 2000;

bool serves_few(db::Tx& tx) {
    const auto& scope = tx.caller().scope;
    return scope.persons == db::Reach::listed && tx.value<std::int64_t>(count_own, listed(scope.organisations), scope.organisations.size(), many) < many;
}

/// Behind every text that begins with the prefix.
std::string end_of(const std::string& prefix) { return prefix + "\xF4\x8F\xBF\xBF"; }

Summary read_summary(const db::Row& row) {
    return {row.get<Id<Person>>(0), full_name(row.get<std::string>(1), row.get<std::string>(2), row.get<std::optional<std::string>>(3)),
            row.get<Date>(4), row.get<std::optional<Date>>(5), row.get<Sex>(6), row.get<std::optional<Id<network::District>>>(7),
            row.get<Id<network::Organisation>>(8)};
}

/// "Сёмина (Иванова) Елена Петровна", as papers name whoever was called otherwise.
Summary read_former(const db::Row& row) {
    auto out = read_summary(row);
    out.name = full_name(fmt::format("{} ({})", row.get<std::string>(1), row.get<std::string>(9)), row.get<std::string>(2),
                         row.get<std::optional<std::string>>(3));
    return out;
}

Stranger read_stranger(const db::Row& row) {
    return {row.get<Number<Person>>(0), row.get<Id<Person>>(1), row.get<std::string>(2), row.get<std::string>(3),
            row.get<std::optional<std::string>>(4), row.get<Date>(5), row.get<std::optional<Id<network::Organisation>>>(6)};
}

}  // namespace

std::string listed(const std::vector<std::int64_t>& numbers) {
    std::string out;
    for (const auto number : numbers) {
        const auto word = std::to_string(number);
        out.append(12 - word.size(), '0');
        out += word;
    }
    return out;
}

std::optional<Place> place_of(db::Tx& tx, const Id<Person>& id) {
    return tx.find(place_by_id, [](const db::Row& row) {
        return Place{row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::int64_t>(3)};
    }, id);
}

std::vector<Summary> search(db::Tx& tx, const Search& wanted, const Place& after, int limit) {
    // A later page starts at the place where the one before it ended, not at the beginning of the prefix.
    const auto first = std::max(wanted.family, after.family);
    const auto run = [&](db::Sql sql, const auto&... more) {
        return tx.list(sql, read_summary, first, end_of(wanted.family), wanted.given, end_of(wanted.given), wanted.patronymic,
                       end_of(wanted.patronymic), after.family, after.given, after.patronymic, after.person, limit, more...);
    };
    if (wanted.birth) return run(by_birth, *wanted.birth);
    const auto& own = tx.caller().scope.organisations;
    return serves_few(tx) ? run(by_name_of_few, listed(own), own.size()) : run(by_name);
}

std::vector<Summary> search_former(db::Tx& tx, const Search& wanted, int limit) {
    if (characters(wanted.family) < 3) return {};
    const auto run = [&](db::Sql sql, const auto&... more) {
        return tx.list(sql, read_former, wanted.family, end_of(wanted.family), wanted.given, end_of(wanted.given), limit, more...);
    };
    return wanted.birth ? run(by_former_name_and_birth, *wanted.birth) : run(by_former_name);
}

std::vector<std::int64_t> people_of_few(db::Tx& tx) {
    if (!serves_few(tx)) return {};
    const auto& own = tx.caller().scope.organisations;
    return tx.list(people_of_own, [](const db::Row& row) { return row.get<std::int64_t>(0); }, listed(own), own.size(), many);
}

std::vector<Summary> search_number(db::Tx& tx, std::string_view number) {
    return tx.list(number.size() == 11 ? by_snils : by_iin, read_summary, number);
}

std::vector<Stranger> strangers_by_number(db::Tx& tx, std::string_view number) {
    return tx.list(number.size() == 11 ? strange_by_snils : strange_by_iin, read_stranger, number);
}

std::optional<Stranger> find_stranger(db::Tx& tx, Number<Person> person) { return tx.find(strange_by_person, read_stranger, person); }

std::vector<Stranger> strangers_by_name(db::Tx& tx, std::string_view family_folded, Date birth) {
    return tx.list(strange_by_name, read_stranger, birth, family_folded);
}

Id<Lookup> insert_lookup(db::Tx& tx, std::optional<Number<Person>> person) {
    const auto id = tx.make_id<Lookup>();
    tx.run(insert_lookup_row, id, tx.caller().account, person, tx.now());
    return id;
}

std::int64_t lookups_since(db::Tx& tx, Instant since) { return tx.value<std::int64_t>(count_lookups, tx.caller().account, since).value_or(0); }

bool looked_up_since(db::Tx& tx, Number<Person> person, Instant since) {
    return tx.value<std::int64_t>(lookup_of_person, tx.caller().account, since, person).has_value();
}

void forget_lookups_before(db::Tx& tx, Instant before) { tx.run(delete_lookups, tx.caller().account, before); }

std::optional<Number<Person>> find_lookup(db::Tx& tx, const Id<Lookup>& id, Instant since) {
    return tx.value<Number<Person>>(lookup_by_id, id, tx.caller().account, since);
}

std::vector<Look> looks(db::Tx& tx, Number<Person> person, std::int64_t before, int limit) {
    return tx.list(looks_at, [](const db::Row& row) {
        return Look{row.get<std::int64_t>(0), row.get<Instant>(1), row.get<std::string>(2), row.get<std::optional<std::string>>(3),
                    row.get<std::optional<Id<network::Organisation>>>(4), row.get<std::string>(5)};
    }, person, before, limit);
}

}  // namespace ryadom::people::store
