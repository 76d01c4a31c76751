// Who sees what hangs on a person: whoever serves the person now. For tables of this module and of those above it.
#pragma once

#include "platform/db/schema.hpp"
#include "platform/db/sql.hpp"

namespace ryadom::people {

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
