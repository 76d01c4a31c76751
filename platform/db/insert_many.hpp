// New rows by the thousand: what loads and the generator write.
#pragma once

#include "platform/db/transaction.hpp"

namespace ryadom::db {

/// Runs `insert … values ($1, …, $<width>) returning number` for every `width` of the values, several rows a statement; the numbers of
/// the rows, in their order. A row that is refused throws as it does alone.
std::vector<std::int64_t> insert_many(Tx& tx, Sql insert, std::size_t width, std::span<const Parameter> values);

}  // namespace ryadom::db
