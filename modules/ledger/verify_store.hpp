// The statements that recompute the figures and look for rows that should not be.
#pragma once

#include "modules/ledger/ledger.hpp"

#include <map>

namespace ryadom::ledger::store {

/// What the ledger spans.
struct Extent {
    bool any = false;
    Date first;
    Date last;
    Date last_recorded;
    std::int64_t largest_person = 0;
    std::int64_t largest_organisation = 0;
    std::int64_t largest_practice = 0;
};
Extent extent(db::Tx& tx);

/// An organisation below another, or itself; `depth` is that of the root.
struct Branch {
    std::int64_t root = 0;
    std::int64_t member = 0;
    std::int64_t depth = 0;
};
std::vector<Branch> tree(db::Tx& tx);

/// What is known: recorded up to the end of the day, and up to the position.
struct Cut {
    Date day;
    image::Position position = 0;
};

struct CountKey {
    std::int64_t organisation = 0;
    std::int64_t practice = 0;
    std::string month;
    auto operator<=>(const CountKey&) const = default;
};
std::map<CountKey, image::Count> counts(db::Tx& tx, const Extent& extent, const Cut& cut, image::Provider provider);

struct DeliveryKey {
    std::int64_t root = 0;
    std::int64_t practice = 0;
    Date day;
    auto operator<=>(const DeliveryKey&) const = default;
};
struct Delivered {
    std::uint32_t facts = 0;
    std::uint32_t new_people = 0;
    bool operator==(const Delivered&) const = default;
};
std::map<DeliveryKey, Delivered> deliveries(db::Tx& tx, const Extent& extent, const Cut& cut, PeriodLength length);

/// In words.
std::optional<std::string> first_bad_row(db::Tx& tx);

}  // namespace ryadom::ledger::store
