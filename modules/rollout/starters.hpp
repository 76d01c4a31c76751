// Which centres could start a practice with what they hold, before an order asks them to.
#pragma once

#include "modules/rollout/say.hpp"

namespace ryadom::rollout {

/// What every organisation itself holds on a day, by its number; branches are apart.
std::map<std::int64_t, Register> registers(db::Tx& tx, Date day);

/// Those that are ready first, then by the number of gaps.
std::vector<StarterView> starters(const Reader& reader, const Board& board, Number<practices::Practice> practice, const practices::Package& package,
                                  const practices::EquipmentPrices& prices, const std::map<std::int64_t, Register>& registers, Date today);

}  // namespace ryadom::rollout
