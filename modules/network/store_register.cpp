// Departments, rooms, equipment and staff; readiness is computed from the last three.
#include "modules/network/store.hpp"

#include "modules/network/found.hpp"

#include <map>

namespace ryadom::network {
namespace {

// The register of an organisation counts what its branches hold too. The cross joins keep SQLite from walking the whole
// table for the sake of its order.
constexpr db::Text tree(
    "with recursive tree (number) as (select number from v_network_organisation where number = $1 "
    "union all select o.number from v_network_organisation o join tree on o.parent = tree.number) ");

constexpr db::Sql departments_of =
    "select id, title, revision from v_network_department where organisation = $1 and removed_on is null order by title, number";
constexpr db::Sql department_within = "select number from v_network_department where id = $1 and organisation = $2 and removed_on is null";
constexpr db::Sql department_owner = "select organisation from v_network_department where id = $1 and removed_on is null";
constexpr db::Sql insert_department_row = "insert into network_department (id, organisation, title, revision) values ($1, $2, $3, 1)";
constexpr db::Sql change_department = "update network_department set title = $1, revision = revision + 1 where id = $2 and revision = $3";
constexpr db::Sql remove_department_row = "update network_department set removed_on = $1, revision = revision + 1 where id = $2";

constexpr db::Sql rooms_of = "select id, title, kind, capacity, revision from v_network_room where organisation = $1 and removed_on is null order by title, number";
constexpr db::Sql rooms_below =
    db::sql<tree, "select r.kind, r.capacity from tree cross join v_network_room r where r.organisation = tree.number "
            "and (r.removed_on is null or r.removed_on > $2) order by r.number">;
constexpr db::Sql room_within = "select number from v_network_room where id = $1 and organisation = $2 and removed_on is null";
constexpr db::Sql room_owner = "select organisation from v_network_room where id = $1 and removed_on is null";
constexpr db::Sql insert_room_row =
    "insert into network_room (id, organisation, title, kind, capacity, revision) values ($1, $2, $3, $4, $5, 1)";
constexpr db::Sql change_room =
    "update network_room set title = $1, kind = $2, capacity = $3, revision = revision + 1 where id = $4 and revision = $5";
constexpr db::Sql remove_room_row = "update network_room set removed_on = $1, revision = revision + 1 where id = $2";

constexpr db::Sql equipment_of =
    "select e.id, e.title, e.kind, e.count, r.id, e.inventory_number, e.revision from v_network_equipment e "
    "left join v_network_room r on r.number = e.room and r.removed_on is null "
    "where e.organisation = $1 and e.removed_on is null order by e.title, e.number";
constexpr db::Sql equipment_below =
    db::sql<tree, "select e.kind, e.count from tree cross join v_network_equipment e where e.organisation = tree.number "
            "and (e.removed_on is null or e.removed_on > $2) order by e.number">;
constexpr db::Sql equipment_owner = "select organisation from v_network_equipment where id = $1 and removed_on is null";
constexpr db::Sql insert_equipment_row =
    "insert into network_equipment (id, organisation, room, title, kind, count, inventory_number, revision) "
    "values ($1, $2, $3, $4, $5, $6, $7, 1)";
constexpr db::Sql change_equipment =
    "update network_equipment set room = $1, title = $2, kind = $3, count = $4, inventory_number = $5, "
    "revision = revision + 1 where id = $6 and revision = $7";
constexpr db::Sql remove_equipment_row = "update network_equipment set removed_on = $1, revision = revision + 1 where id = $2";

constexpr db::Sql staff_of =
    "select s.number, s.id, s.name, s.position, s.rate, s.hired_on, s.left_on, d.id, s.personnel_number, s.revision from v_network_staff s "
    "left join v_network_department d on d.number = s.department and d.removed_on is null where s.organisation = $1 order by s.name, s.number";
constexpr db::Sql qualifications_of =
    "select q.staff, q.code, q.valid_from, q.valid_to from v_network_staff s join v_network_qualification q on q.staff = s.number "
    "where s.organisation = $1 order by q.staff, q.valid_from, q.code";
constexpr db::Sql every_qualification = "select staff, code, valid_from, valid_to from v_network_qualification order by staff, valid_from, code";
constexpr db::Sql staff_below =
    db::sql<tree, "select s.number, s.rate, q.code from tree join v_network_staff s on s.organisation = tree.number "
            "left join v_network_qualification q on q.staff = s.number and q.valid_from <= $2 and (q.valid_to is null or q.valid_to >= $2) "
            "where s.hired_on <= $2 and (s.left_on is null or s.left_on >= $2) order by s.number, q.code">;
constexpr db::Sql staff_owner = "select organisation from v_network_staff where id = $1";
constexpr db::Sql staff_number = "select number from v_network_staff where id = $1";
constexpr db::Sql staff_by_account = "select number from v_network_staff where account = $1 order by number limit 1";
constexpr db::Sql insert_staff_row =
    "insert into network_staff (id, organisation, name, position, rate, hired_on, left_on, department, personnel_number, revision) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1) returning number";
constexpr db::Sql change_staff =
    "update network_staff set name = $1, position = $2, rate = $3, hired_on = $4, left_on = $5, "
    "department = $6, personnel_number = $7, revision = revision + 1 where id = $8 and revision = $9";
constexpr db::Sql change_account = "update network_staff set account = $1 where id = $2";
constexpr db::Sql insert_qualification = "insert into network_qualification (staff, code, valid_from, valid_to) values ($1, $2, $3, $4)";
constexpr db::Sql delete_qualifications = "delete from network_qualification where staff = $1";

/// The row of a part of the same organisation; any other is absent at its field.
template <class Part>
std::optional<std::int64_t> number_within(db::Tx& tx, db::Sql within, const char* pointer, const std::optional<Id<Part>>& id, Number<Organisation> organisation) {
    if (!id) return std::nullopt;
    const auto number = tx.value<std::int64_t>(within, *id, organisation);
    if (!number) throw Refused(refuse_field(pointer, "core.absent").error());
    return number;
}

void write_qualifications(db::Tx& tx, std::int64_t staff, const StaffMember& member) {
    tx.run(delete_qualifications, staff);
    for (const auto& each : member.qualifications) tx.run(insert_qualification, staff, each.code, each.valid_from, each.valid_to);
}

}  // namespace

Register register_of(db::Tx& tx, Number<Organisation> organisation, Date day) {
    Register out;
    out.rooms = tx.list(rooms_below, [](const db::Row& row) { return RegisterRoom{row.get<std::string>(0), row.get<int>(1)}; }, organisation, day);
    out.equipment = tx.list(equipment_below, [](const db::Row& row) { return RegisterEquipment{row.get<std::string>(0), row.get<int>(1)}; }, organisation, day);
    tx.each(staff_below, [&](const db::Row& row) {
        const auto number = row.get<Number<StaffMember>>(0);
        if (out.staff.empty() || out.staff.back().number != number) out.staff.push_back({number, row.get<int>(1), {}});
        if (auto code = row.get<std::optional<std::string>>(2)) out.staff.back().qualifications.push_back(std::move(*code));
    }, organisation, day);
    return out;
}

std::vector<HeldQualification> all_qualifications(db::Tx& tx) {
    return tx.list(every_qualification, [](const db::Row& row) {
        return HeldQualification{row.get<Number<StaffMember>>(0), row.get<std::string>(1), row.get<Date>(2), row.get<std::optional<Date>>(3)};
    });
}

std::optional<Number<StaffMember>> staff_of_account(db::Tx& tx, std::int64_t account) {
    return tx.value<Number<StaffMember>>(staff_by_account, account);
}

namespace store {

std::vector<Department> departments(db::Tx& tx, Number<Organisation> organisation) {
    return tx.list(departments_of, [](const db::Row& row) {
        return Department{row.get<Id<Department>>(0), row.get<std::string>(1), row.get<std::int64_t>(2)};
    }, organisation);
}

std::optional<Number<Organisation>> organisation_of_department(db::Tx& tx, const Id<Department>& id) {
    return tx.value<Number<Organisation>>(department_owner, id);
}

Id<Department> insert_department(db::Tx& tx, Number<Organisation> organisation, const Department& department) {
    const auto id = tx.make_id<Department>();
    tx.run(insert_department_row, id, organisation, department.title);
    return id;
}

std::int64_t update_department(db::Tx& tx, const Department& department) {
    return tx.run(change_department, department.title, department.id, department.revision);
}

void remove_department(db::Tx& tx, const Id<Department>& id, Date day) { tx.run(remove_department_row, day, id); }

std::vector<Room> rooms(db::Tx& tx, Number<Organisation> organisation) {
    return tx.list(rooms_of, [](const db::Row& row) {
        return Room{row.get<Id<Room>>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<int>(3), row.get<std::int64_t>(4)};
    }, organisation);
}

std::optional<Number<Organisation>> organisation_of_room(db::Tx& tx, const Id<Room>& id) { return tx.value<Number<Organisation>>(room_owner, id); }

Id<Room> insert_room(db::Tx& tx, Number<Organisation> organisation, const Room& room) {
    const auto id = tx.make_id<Room>();
    tx.run(insert_room_row, id, organisation, room.title, room.kind, room.capacity);
    tell_search(tx, id);
    return id;
}

std::int64_t update_room(db::Tx& tx, const Room& room) {
    const auto changed = tx.run(change_room, room.title, room.kind, room.capacity, room.id, room.revision);
    if (changed != 0) tell_search(tx, room.id);
    return changed;
}

void remove_room(db::Tx& tx, const Id<Room>& id, Date day) {
    tx.run(remove_room_row, day, id);
    tell_search(tx, id);
}

std::vector<Equipment> equipment(db::Tx& tx, Number<Organisation> organisation) {
    return tx.list(equipment_of, [](const db::Row& row) {
        return Equipment{row.get<Id<Equipment>>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<int>(3),
                         row.get<std::optional<Id<Room>>>(4), row.get<std::optional<std::string>>(5), row.get<std::int64_t>(6)};
    }, organisation);
}

std::optional<Number<Organisation>> organisation_of_equipment(db::Tx& tx, const Id<Equipment>& id) {
    return tx.value<Number<Organisation>>(equipment_owner, id);
}

Id<Equipment> insert_equipment(db::Tx& tx, Number<Organisation> organisation, const Equipment& item) {
    const auto id = tx.make_id<Equipment>();
    tx.run(insert_equipment_row, id, organisation, number_within(tx, room_within, "/room", item.room, organisation), item.title, item.kind, item.count, item.inventory_number);
    return id;
}

std::int64_t update_equipment(db::Tx& tx, const Equipment& item) {
    const auto room = number_within(tx, room_within, "/room", item.room, must(organisation_of_equipment(tx, item.id)));
    return tx.run(change_equipment, room, item.title, item.kind, item.count, item.inventory_number, item.id, item.revision);
}

void remove_equipment(db::Tx& tx, const Id<Equipment>& id, Date day) { tx.run(remove_equipment_row, day, id); }

std::vector<StaffMember> staff(db::Tx& tx, Number<Organisation> organisation) {
    std::map<std::int64_t, std::vector<Qualification>> qualifications;
    tx.each(qualifications_of, [&](const db::Row& row) {
        qualifications[row.get<std::int64_t>(0)].push_back({row.get<std::string>(1), row.get<Date>(2), row.get<std::optional<Date>>(3)});
    }, organisation);
    return tx.list(staff_of, [&](const db::Row& row) {
        return StaffMember{row.get<Id<StaffMember>>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<int>(4), row.get<Date>(5),
                           row.get<std::optional<Date>>(6), row.get<std::optional<Id<Department>>>(7), row.get<std::optional<std::string>>(8),
                           qualifications[row.get<std::int64_t>(0)], row.get<std::int64_t>(9)};
    }, organisation);
}

std::optional<Number<Organisation>> organisation_of_staff(db::Tx& tx, const Id<StaffMember>& id) { return tx.value<Number<Organisation>>(staff_owner, id); }

Id<StaffMember> insert_staff(db::Tx& tx, Number<Organisation> organisation, const StaffMember& member) {
    const auto id = tx.make_id<StaffMember>();
    const auto department = number_within(tx, department_within, "/department", member.department, organisation);
    const auto number = tx.insert(insert_staff_row, id, organisation, member.name, member.position, member.rate, member.hired_on, member.left_on,
                                  department, member.personnel_number);
    write_qualifications(tx, number, member);
    return id;
}

std::int64_t update_staff(db::Tx& tx, const StaffMember& member) {
    const auto department = number_within(tx, department_within, "/department", member.department, must(organisation_of_staff(tx, member.id)));
    const auto changed = tx.run(change_staff, member.name, member.position, member.rate, member.hired_on, member.left_on, department,
                                member.personnel_number, member.id, member.revision);
    if (changed != 0) write_qualifications(tx, *tx.value<std::int64_t>(staff_number, member.id), member);
    return changed;
}

void set_account(db::Tx& tx, const Id<StaffMember>& id, std::int64_t account) { tx.run(change_account, account, id); }

}  // namespace store
}  // namespace ryadom::network
