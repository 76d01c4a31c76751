#pragma once

#include "modules/cuts/residents.hpp"

namespace ryadom::cuts::store {

/// By person number.
std::vector<Resident> residents(db::Tx& tx);

}  // namespace ryadom::cuts::store
