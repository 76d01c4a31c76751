// The region's prices, and what practices cost to start by them.
#include "modules/practices/prices.hpp"
#include "modules/practices/store.hpp"

namespace ryadom::practices {
namespace {

constexpr db::Sql every_price = "select kind, amount_kopecks, as_of from v_practices_price order by kind";
constexpr db::Sql put_price_row =
    "insert into practices_price (kind, amount_kopecks, as_of) values ($1, $2, $3) "
    "on conflict (kind) do update set amount_kopecks = excluded.amount_kopecks, as_of = excluded.as_of";
constexpr db::Sql delete_price = "delete from practices_price where kind = $1";
constexpr db::Sql every_published = "select number from v_practices_version where state = 'published'";
constexpr db::Sql state_start_cost = "update practices_version set start_cost = $1 where number = $2";

}  // namespace

EquipmentPrices equipment_prices(db::Tx& tx) { return by_kind(store::prices(tx)); }

namespace store {

std::vector<EquipmentPrice> prices(db::Tx& tx) {
    return tx.list(every_price, [](const db::Row& row) {
        return EquipmentPrice{row.get<std::string>(0), row.get<std::int64_t>(1), row.get<Date>(2)};
    });
}

void put_price(db::Tx& tx, const EquipmentPrice& price) { tx.run(put_price_row, price.kind, price.amount_kopecks, price.as_of); }

void remove_price(db::Tx& tx, std::string_view kind) { tx.run(delete_price, kind); }

void restate_start_costs(db::Tx& tx) {
    const auto prices = equipment_prices(tx);
    const auto versions = tx.list(every_published, [](const db::Row& row) { return row.get<Number<Version>>(0); });
    for (const auto version : versions) tx.run(state_start_cost, start_cost(*package_of(tx, version), prices), version);
}

}  // namespace store
}  // namespace ryadom::practices
