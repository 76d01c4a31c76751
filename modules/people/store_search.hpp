// The statements of the desk's search, in pieces, so that a test can ask both engines how they would run them.
#pragma once

#include "platform/db/sql.hpp"

#include <string>
#include <vector>

namespace ryadom::people::store {

/// Any count of numbers as one text of twelve digits each: neither engine's arrays are known to the other.
std::string listed(const std::vector<std::int64_t>& numbers);
/// The rows `asked` of such a text; before it stands "with recursive given (numbers) as (select cast($1 as text)), ".
inline constexpr db::Text asked(
    "asked (place, number) as (select 1, cast(substr(numbers, 1, 12) as bigint) from given union all "
    "select place + 1, cast(substr(numbers, place * 12 + 1, 12) as bigint) from asked cross join given where place * 12 < length(numbers)) ");

inline constexpr db::Text summary(
    "select p.id, c.family_name, c.given_name, c.patronymic, p.birth, p.death, p.sex, d.id, "
    "(select o.id from v_people_attachment a join v_network_organisation o on o.number = a.organisation "
    "where a.person = c.person and a.until_on is null order by a.number limit 1) from (");
inline constexpr db::Text summary_end(
    ") c join v_people_person p on p.number = c.person left join v_network_district d on d.number = p.district "
    "order by c.family_folded, c.given_folded, c.patronymic_folded, c.person");

inline constexpr db::Text cards(
    "select c.person, c.family_name, c.given_name, c.patronymic, c.family_folded, c.given_folded, c.patronymic_folded from v_people_card c ");
/// The limits tell PostgreSQL that they are few. SQLite takes a cross join in the order in which it is written.
inline constexpr db::Text own_cards(
    "select c.person, c.family_name, c.given_name, c.patronymic, c.family_folded, c.given_folded, c.patronymic_folded from "
    "(select distinct a.person as person from v_people_attachment a where a.organisation in (select number from asked limit $13) "
    "and a.until_on is null limit 2000) m cross join v_people_card c ");

/// Former surnames are few: their index is walked, and each card looked at.
inline constexpr db::Text summary_of_former(
    "select p.id, c.family_name, c.given_name, c.patronymic, p.birth, p.death, p.sex, d.id, "
    "(select o.id from v_people_attachment a join v_network_organisation o on o.number = a.organisation "
    "where a.person = c.person and a.until_on is null order by a.number limit 1), f.family_name "
    "from v_people_former_name f cross join v_people_card c join v_people_person p on p.number = c.person "
    "left join v_network_district d on d.number = p.district "
    "where f.family_folded >= $1 and f.family_folded < $2 and c.person = f.person and c.given_folded >= $3 and c.given_folded < $4 ");
inline constexpr db::Text former_in_order("order by f.family_folded, f.person limit $5");

/// Behind "where": between two ends of each name, after the place where the page before ended.
inline constexpr db::Text named(
    "c.family_folded >= $1 and c.family_folded < $2 and c.given_folded >= $3 and c.given_folded < $4 "
    "and c.patronymic_folded >= $5 and c.patronymic_folded < $6 "
    "and (c.family_folded, c.given_folded, c.patronymic_folded, c.person) > ($7, $8, $9, $10) ");
inline constexpr db::Text in_order("order by c.family_folded, c.given_folded, c.patronymic_folded, c.person limit $11");
/// An order that no index has, or PostgreSQL walks the names of the whole region for it.
inline constexpr db::Text in_order_of_few("order by c.family_folded || '', c.given_folded, c.patronymic_folded, c.person limit $11");

/// The cards of a few persons, whom a list of organisations serves, are all looked at; among many persons the index of
/// names is walked until the page is full.
inline constexpr db::Text of_few("with recursive given (numbers) as (select cast($12 as text)), ");

}  // namespace ryadom::people::store
