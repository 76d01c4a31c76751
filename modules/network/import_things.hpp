// What differs between the things that tables hold: how they are listed, known again, written and called.
#pragma once

#include "modules/network/import_columns.hpp"
#include "modules/network/store.hpp"

namespace ryadom::network {

template <class Thing>
struct Keeper {
    std::string word;  ///< of the audit log
    std::string Thing::* title;  ///< what people call it
    std::vector<Thing> (*list)(db::Tx&, Number<Organisation>);
    Id<Thing> (*insert)(db::Tx&, Number<Organisation>, const Thing&);
    std::int64_t (*update)(db::Tx&, const Thing&);
    /// Whether a row and a standing thing carry the same number or code: then they are the same.
    bool (*same_number)(const Thing& row, const Thing& standing);
    /// Whether two of one title are the same, where no number says so.
    bool (*same_namesake)(const Thing& row, const Thing& standing, const csv::Head& head);
};

const Keeper<District>& keeper(json::Type<District>);
const Keeper<Organisation>& keeper(json::Type<Organisation>);
const Keeper<Department>& keeper(json::Type<Department>);
const Keeper<Room>& keeper(json::Type<Room>);
const Keeper<Equipment>& keeper(json::Type<Equipment>);
const Keeper<StaffMember>& keeper(json::Type<StaffMember>);

/// Districts and organisations belong to no organisation.
template <class Thing>
constexpr bool owned = !std::is_same_v<Thing, District> && !std::is_same_v<Thing, Organisation>;

}  // namespace ryadom::network
