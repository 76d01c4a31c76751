// Where districts lie, for the planner.
#include "modules/exchange/store.hpp"

namespace ryadom::exchange::store {
namespace {

constexpr db::Sql every_outline = "select number, outline from v_network_district where outline <> '' order by number";

}  // namespace

std::map<std::int64_t, Spot> spots(db::Tx& tx) {
    std::map<std::int64_t, Spot> out;
    for (const auto& [district, outline] : tx.list(every_outline, [](const db::Row& row) { return std::pair{row.get<std::int64_t>(0), row.get<std::string>(1)}; }))
        if (const auto spot = middle_of(outline)) out.emplace(district, *spot);
    return out;
}

}  // namespace ryadom::exchange::store
