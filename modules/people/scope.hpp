// Who sees what hangs on a person: whoever serves the person now. For tables of this module and of those above it.
#pragma once

#include "platform/db/schema.hpp"
#include "platform/db/sql.hpp"

namespace ryadom::people {

namespace detail {
template <std::size_t length>
consteval db::Text<length> text_of(const std::array<char, length>& characters) {
    char copy[length];
    std::copy_n(characters.data(), length, copy);
    return db::Text<length>(copy);
}
}  // namespace detail

/// "an organisation of the caller serves the person in this column", for a table that names several.
template <db::Text person>
constexpr auto served = detail::text_of(
    db::Joined<"exists (select 1 from people_attachment a where a.person = ", person, " and {a.organisation} and a.until_on is null limit 1 offset 0)">::characters);

/// A table with a column `person`, seen where the caller works for an organisation that serves the person. The offset keeps
/// PostgreSQL from hashing everybody whom the caller serves in order to look at one of them.
template <db::Text table>
constexpr db::ScopedTable of_served{
    table.characters, db::Dimension::persons,
    db::Joined<"exists (select 1 from people_attachment a where a.person = ", table,
               ".person and {a.organisation} and a.until_on is null limit 1 offset 0)">::characters.data()};

/// A paper with columns `person` and `organisation`: it stays with the centre that made it, whoever serves the person later, since
/// acts and answers to inspectors rest on it; and whoever serves the person now reads it too.
template <db::Text table>
constexpr db::ScopedTable of_centre_and_served{
    table.characters, db::Dimension::persons,
    db::Joined<"{organisation} or exists (select 1 from people_attachment a where a.person = ", table,
               ".person and {a.organisation} and a.until_on is null limit 1 offset 0)">::characters.data()};

}  // namespace ryadom::people
