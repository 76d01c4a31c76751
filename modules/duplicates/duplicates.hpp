// The whole register held against itself.
#pragma once

#include "modules/duplicates/model.hpp"
#include "platform/core/ports.hpp"

namespace ryadom::duplicates {

/// Looks for people who stand on the register twice and keeps the pairs that people should look at: those of whom one in fifteen or
/// more is one person, unless somebody has said that they are two. Reads as the system and writes in the caller's name; takes about a minute
/// of two cores for a million people, and memory for what is compared of them. The parameters come out of the register itself.
Run look_through(db::Database& database, const db::Caller& caller, const Random& random, unsigned threads);

}  // namespace ryadom::duplicates
