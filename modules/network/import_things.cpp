#include "modules/network/import_things.hpp"

#include <algorithm>

namespace ryadom::network {
namespace {

template <class Thing>
bool same_code(const Thing& row, const Thing& standing) { return row.code == standing.code; }

template <class Thing>
bool no_number(const Thing&, const Thing&) { return false; }

template <class Thing>
bool any_namesake(const Thing&, const Thing&, const csv::Head&) { return true; }

template <class Thing>
bool no_namesake(const Thing&, const Thing&, const csv::Head&) { return false; }

std::vector<District> list_districts(db::Tx& tx, Number<Organisation>) {
    std::vector<District> out;
    for (auto& row : all_districts(tx)) out.push_back(std::move(row.district));
    return out;
}

Id<District> insert_district(db::Tx& tx, Number<Organisation>, const District& district) { return store::insert_district(tx, district, ""); }

std::vector<Organisation> list_organisations(db::Tx& tx, Number<Organisation>) {
    std::vector<Organisation> out;
    for (auto& row : all_organisations(tx)) out.push_back(std::move(row.organisation));
    return out;
}

Id<Organisation> insert_organisation(db::Tx& tx, Number<Organisation>, const Organisation& organisation) { return store::insert_organisation(tx, organisation); }

/// Qualifications in the order in which a cell is read, whatever the collation of the database.
std::vector<StaffMember> list_staff(db::Tx& tx, Number<Organisation> owner) {
    auto out = store::staff(tx, owner);
    for (auto& member : out)
        std::ranges::sort(member.qualifications, {}, [](const Qualification& held) { return std::pair(held.valid_from, held.code); });
    return out;
}

bool same_inventory_number(const Equipment& row, const Equipment& standing) { return row.inventory_number && row.inventory_number == standing.inventory_number; }

/// The same things stand in several rooms; two that both have numbers differ.
bool same_equipment(const Equipment& row, const Equipment& standing, const csv::Head& head) {
    return !(row.inventory_number && standing.inventory_number) && (!head.find("room") || row.room == standing.room);
}

bool same_personnel_number(const StaffMember& row, const StaffMember& standing) { return row.personnel_number && row.personnel_number == standing.personnel_number; }

bool same_person(const StaffMember& row, const StaffMember& standing, const csv::Head&) {
    return !(row.personnel_number && standing.personnel_number);
}

}  // namespace

const Keeper<District>& keeper(json::Type<District>) {
    static const Keeper<District> keeper{"district", &District::title, list_districts, insert_district, store::update_district, same_code, no_namesake};
    return keeper;
}

const Keeper<Organisation>& keeper(json::Type<Organisation>) {
    static const Keeper<Organisation> keeper{"organisation", &Organisation::short_title, list_organisations, insert_organisation,
                                             store::update_organisation, same_code, no_namesake};
    return keeper;
}

const Keeper<Department>& keeper(json::Type<Department>) {
    static const Keeper<Department> keeper{"department", &Department::title, store::departments, store::insert_department, store::update_department,
                                           no_number, any_namesake};
    return keeper;
}

const Keeper<Room>& keeper(json::Type<Room>) {
    static const Keeper<Room> keeper{"room", &Room::title, store::rooms, store::insert_room, store::update_room, no_number, any_namesake};
    return keeper;
}

const Keeper<Equipment>& keeper(json::Type<Equipment>) {
    static const Keeper<Equipment> keeper{"equipment", &Equipment::title, store::equipment, store::insert_equipment, store::update_equipment,
                                          same_inventory_number, same_equipment};
    return keeper;
}

const Keeper<StaffMember>& keeper(json::Type<StaffMember>) {
    static const Keeper<StaffMember> keeper{"staff", &StaffMember::name, list_staff, store::insert_staff, store::update_staff,
                                            same_personnel_number, same_person};
    return keeper;
}

}  // namespace ryadom::network
