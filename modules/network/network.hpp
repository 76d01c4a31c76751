// What other modules may ask of the network.
#pragma once

#include "modules/network/model.hpp"
#include "platform/db/transaction.hpp"

#include <vector>

namespace ryadom::db {
class Database;
}

namespace ryadom::network {

/// An organisation with what only the inside needs.
struct OrganisationRow {
    Number<Organisation> number;
    Organisation organisation;
    std::optional<Number<District>> district;
};

std::optional<OrganisationRow> find_organisation(db::Tx& tx, const Id<Organisation>& id);
std::optional<OrganisationRow> find_organisation(db::Tx& tx, Number<Organisation> number);
std::optional<OrganisationRow> find_organisation_by_code(db::Tx& tx, std::string_view code);
/// Every organisation in order of its short name: they are few.
std::vector<OrganisationRow> all_organisations(db::Tx& tx);

/// Stands at the top of the region: below nobody, and no partner or supplier, which stand beside it.
inline bool on_top(const Organisation& organisation) {
    return !organisation.parent && organisation.kind != OrganisationKind::partner && organisation.kind != OrganisationKind::supplier;
}
/// The body of the region: the first that stood at the top. Nothing while there is none.
const OrganisationRow* body_of_region(const std::vector<OrganisationRow>& all);

struct DistrictRow {
    Number<District> number;
    District district;
};
std::vector<DistrictRow> all_districts(db::Tx& tx);

/// The organisation and all below it, ascending.
std::vector<std::int64_t> subtree(db::Tx& tx, std::int64_t organisation);
/// The organisation and all above it, the nearest first.
std::vector<Number<Organisation>> ancestors(db::Tx& tx, Number<Organisation> organisation);

/// The time zone of an organisation; for 0, that of the region: its topmost organisation.
std::string zone(db::Tx& tx, std::int64_t organisation);

/// The number of an organisation within the caller's scope; every other one is absent.
Number<Organisation> own(db::Tx& tx, const Id<Organisation>& id);

/// The staff member behind an account, if it is one.
std::optional<Number<StaffMember>> staff_of_account(db::Tx& tx, std::int64_t account);

/// What an organisation and all below it hold on a day.
struct RegisterStaff {
    Number<StaffMember> number;
    int rate;
    std::vector<std::string> qualifications;
};
struct RegisterRoom {
    std::string kind;
    int capacity;
};
struct RegisterEquipment {
    std::string kind;
    int count;
};
struct Register {
    std::vector<RegisterStaff> staff;
    std::vector<RegisterRoom> rooms;
    std::vector<RegisterEquipment> equipment;
};
/// A qualification of somebody of the staff, from a day to a day, both inclusive.
struct HeldQualification {
    Number<StaffMember> staff;
    std::string code;
    Date from;
    std::optional<Date> to;
};
/// Of everybody whom the caller may see: a region's staff are some thousands.
std::vector<HeldQualification> all_qualifications(db::Tx& tx);

Register register_of(db::Tx& tx, Number<Organisation> organisation, Date day);

/// Tells the search of every organisation and room, in a database from before it.
void tell_search(db::Database& database);

}  // namespace ryadom::network
