// Every SQL statement of the module stands in store*.cpp.
#pragma once

#include "modules/network/network.hpp"

namespace ryadom::network::store {

Id<District> insert_district(db::Tx& tx, const District& district, std::string_view outline);
std::optional<Number<District>> find_district(db::Tx& tx, const Id<District>& id);
std::int64_t update_district(db::Tx& tx, const District& district);
/// GeoJSON geometries by district id; districts without one are left out.
std::vector<std::pair<Id<District>, std::string>> outlines(db::Tx& tx);
void set_outline(db::Tx& tx, const Id<District>& district, std::string_view geometry);
/// How many districts had an outline.
std::int64_t remove_outlines(db::Tx& tx);

Id<Organisation> insert_organisation(db::Tx& tx, const Organisation& organisation);
std::int64_t update_organisation(db::Tx& tx, const Organisation& organisation);

std::vector<Department> departments(db::Tx& tx, Number<Organisation> organisation);
std::optional<Number<Organisation>> organisation_of_department(db::Tx& tx, const Id<Department>& id);
Id<Department> insert_department(db::Tx& tx, Number<Organisation> organisation, const Department& department);
std::int64_t update_department(db::Tx& tx, const Department& department);
/// Who worked there stays, without a department.
void remove_department(db::Tx& tx, const Id<Department>& id, Date day);

std::vector<Room> rooms(db::Tx& tx, Number<Organisation> organisation);
std::optional<Number<Organisation>> organisation_of_room(db::Tx& tx, const Id<Room>& id);
Id<Room> insert_room(db::Tx& tx, Number<Organisation> organisation, const Room& room);
std::int64_t update_room(db::Tx& tx, const Room& room);
void remove_room(db::Tx& tx, const Id<Room>& id, Date day);

std::vector<Equipment> equipment(db::Tx& tx, Number<Organisation> organisation);
std::optional<Number<Organisation>> organisation_of_equipment(db::Tx& tx, const Id<Equipment>& id);
Id<Equipment> insert_equipment(db::Tx& tx, Number<Organisation> organisation, const Equipment& item);
std::int64_t update_equipment(db::Tx& tx, const Equipment& item);
void remove_equipment(db::Tx& tx, const Id<Equipment>& id, Date day);

std::vector<StaffMember> staff(db::Tx& tx, Number<Organisation> organisation);
std::optional<Number<Organisation>> organisation_of_staff(db::Tx& tx, const Id<StaffMember>& id);
Id<StaffMember> insert_staff(db::Tx& tx, Number<Organisation> organisation, const StaffMember& member);
/// Writes the qualifications too.
std::int64_t update_staff(db::Tx& tx, const StaffMember& member);
/// Ties an account to the staff member, so that what the account records is this person's work.
void set_account(db::Tx& tx, const Id<StaffMember>& id, std::int64_t account);

}  // namespace ryadom::network::store
