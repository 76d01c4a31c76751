#include "modules/practices/prices.hpp"

#include "modules/practices/store.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::practices {
namespace {

constexpr std::string_view no_kind = "other";

std::shared_ptr<const Package> listed_package(db::Tx& tx, const PracticeRow& practice) {
    return package_of(tx, must(latest_version(tx, practice.number)).number);
}

std::string detail_of(const NewPrice& price, Date as_of) {
    json::Object out{{"kind", price.kind}, {"as_of", to_string(as_of)}};
    if (price.amount_kopecks) out.emplace_back("amount_kopecks", *price.amount_kopecks);
    return json::to_json(json::Value(std::move(out)));
}

}  // namespace

EquipmentPrices by_kind(const std::vector<EquipmentPrice>& prices) {
    EquipmentPrices out;
    for (const auto& price : prices) out.emplace(price.kind, price.amount_kopecks);
    return out;
}

std::optional<std::int64_t> price_of(const EquipmentNeed& need, const EquipmentPrices& prices) {
    if (need.price.amount_kopecks) return need.price.amount_kopecks;
    const auto found = need.kind == no_kind ? prices.end() : prices.find(need.kind);
    return found == prices.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::int64_t> start_cost(const Package& package, const EquipmentPrices& prices) {
    if (package.cost.start.amount_kopecks) return package.cost.start.amount_kopecks;
    std::optional<std::int64_t> out;
    for (const auto& need : package.needs.equipment) {
        if (!need.mandatory) continue;
        const auto price = price_of(need, prices);
        if (!price) return std::nullopt;
        out = out.value_or(0) + *price * need.count;
    }
    return out;
}

std::vector<PricedKind> priced_kinds(db::Tx& tx) {
    std::map<std::string, PricedKind> kinds;
    for (const auto& practice : all_practices(tx)) {
        const auto package = listed_package(tx, practice);
        std::set<std::string_view> counted;
        for (const auto& need : package->needs.equipment) {
            if (need.kind == no_kind) continue;
            auto& kind = kinds.try_emplace(need.kind, PricedKind{need.kind, need.title, 0, {}}).first->second;
            if (counted.insert(need.kind).second) ++kind.practices;
        }
    }
    for (auto& price : store::prices(tx))
        if (const auto kind = kinds.find(price.kind); kind != kinds.end()) kind->second.price = std::move(price);
    std::vector<PricedKind> out;
    for (auto& [code, kind] : kinds) out.push_back(std::move(kind));
    std::ranges::stable_sort(out, {}, [](const PricedKind& each) { return each.title.ru; });
    return out;
}

void set_prices(db::Tx& tx, const NewPrices& changed) {
    std::set<std::string> known;
    for (auto& kind : priced_kinds(tx)) known.insert(std::move(kind.kind));
    for (std::size_t i = 0; i < changed.prices.size(); ++i) {
        const auto& price = changed.prices[i];
        if (!known.contains(price.kind)) throw Refused(refuse_field("/prices/" + std::to_string(i) + "/kind", "practices.price_of_nothing").error());
        if (price.amount_kopecks) store::put_price(tx, {price.kind, *price.amount_kopecks, changed.as_of});
        else store::remove_price(tx, price.kind);
        audit::record(tx, "practices.price_set", std::nullopt, std::nullopt, detail_of(price, changed.as_of));
    }
    store::restate_start_costs(tx);
}

}  // namespace ryadom::practices
