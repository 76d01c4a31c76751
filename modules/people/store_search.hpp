// The statements of the desk's search, in pieces, so that a test can ask both engines how they would run them.
#pragma once

#include "platform/db/sql.hpp"

namespace ryadom::people::store {

inline constexpr db::Text summary(
    "select p.id, c.family_name, c.given_name, c.patronymic, p.birth, p.death, p.sex, d.id, o.id ");
inline constexpr db::Text rest(
    "join v_people_person p on p.number = c.person join v_network_organisation o on o.number = a.organisation "
    "left join v_network_district d on d.number = p.district ");
/// SQLite takes a cross join in the order in which it is written: from the card where the names or the birth are asked
/// for, from the attachments where nothing is, since those are the persons of the caller alone.
inline constexpr db::Text cards_first("from v_people_card c cross join v_people_attachment a ");
inline constexpr db::Text attachments_first("from v_people_attachment a cross join v_people_card c ");
inline constexpr db::Text of_one_person("where a.person = c.person and a.until_on is null ");
inline constexpr db::Text named(
    "and c.family_folded >= $1 and c.family_folded < $2 and c.given_folded >= $3 and c.given_folded < $4 "
    "and c.patronymic_folded >= $5 and c.patronymic_folded < $6 "
    "and (c.family_folded, c.given_folded, c.patronymic_folded, c.person) > ($7, $8, $9, $10) ");
inline constexpr db::Text in_order("order by c.family_folded, c.given_folded, c.patronymic_folded, c.person, a.number limit $11");

/// The conditions of each way to search.
inline constexpr db::Text with_birth("and c.birth = $12 ");
inline constexpr db::Text with_snils("and c.snils = $1 order by a.number");
inline constexpr db::Text with_iin("and c.iin = $1 order by a.number");

}  // namespace ryadom::people::store
