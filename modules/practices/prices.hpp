// The region's prices of equipment, by kind: what packages leave open ("set_by_region").
#pragma once

#include "modules/practices/model.hpp"
#include "modules/practices/practices.hpp"

namespace ryadom::practices {

/// A kind that published practices need, with its price where the region has one.
struct PricedKind {
    std::string kind;
    Line title;         ///< as the first practice that needs it says
    int practices = 0;  ///< how many need it
    std::optional<EquipmentPrice> price;
};
constexpr auto describe(json::Type<PricedKind>) {
    using T = PricedKind;
    using json::field;
    return json::object("PricedKind", field("kind", &T::kind, "Kind of equipment"), field("title", &T::title, "Title"),
                        field("practices", &T::practices, "How many practices need it"),
                        field("price", &T::price, "The region's price; absent: not set"));
}

struct NewPrice {
    std::string kind;
    std::optional<std::int64_t> amount_kopecks;
};
constexpr auto describe(json::Type<NewPrice>) {
    using T = NewPrice;
    using json::field;
    return json::object("NewEquipmentPrice", field("kind", &T::kind, "Kind of equipment", json::length(1, 60)),
                        field("amount_kopecks", &T::amount_kopecks, "Price of one piece in kopecks; absent: forget the price",
                              json::range(1, 1'000'000'000'000)));
}

/// Prices that change together; kinds that are not named keep theirs.
struct NewPrices {
    Date as_of;
    std::vector<NewPrice> prices;
};
constexpr auto describe(json::Type<NewPrices>) {
    using T = NewPrices;
    using json::field;
    return json::object("NewEquipmentPrices", field("as_of", &T::as_of, "Day of the prices"),
                        field("prices", &T::prices, "The prices that change", json::length(1, 500)));
}

EquipmentPrices by_kind(const std::vector<EquipmentPrice>& prices);

/// What it costs to start: as the package says, or its mandatory equipment at known prices. Nothing when a
/// price is missing or no equipment is mandatory.
std::optional<std::int64_t> start_cost(const Package& package, const EquipmentPrices& prices);

/// Kinds that the practices of the bank need, in order of their Russian title. "other" has no price: it is no kind.
std::vector<PricedKind> priced_kinds(db::Tx& tx);

/// Sets the prices and states anew what practices cost to start. Refuses a kind that no practice needs.
void set_prices(db::Tx& tx, const NewPrices& prices);

}  // namespace ryadom::practices
