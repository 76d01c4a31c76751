// What the network is made of.
#pragma once

#include "platform/json/describe.hpp"

#include <array>

namespace ryadom::network {

struct District {
    Id<District> id;
    std::string code;
    std::string title;
    std::int64_t population = 0;
    std::int64_t elders = 0;  ///< residents of 60 and older
    int road_km = 0;          ///< by road to the regional capital
    int tile_row = 0;         ///< place on the tile grid, from the north-west
    int tile_column = 0;
    std::int64_t revision = 1;
};

enum class OrganisationKind { department, authority, centre, branch, residential, remote_centre, partner, supplier };

constexpr auto names(json::Type<OrganisationKind>) {
    using namespace std::string_view_literals;
    using enum OrganisationKind;
    return std::array{std::pair{department, "department"sv}, std::pair{authority, "authority"sv}, std::pair{centre, "centre"sv},
                      std::pair{branch, "branch"sv}, std::pair{residential, "residential"sv},
                      std::pair{remote_centre, "remote_centre"sv}, std::pair{partner, "partner"sv}, std::pair{supplier, "supplier"sv}};
}

struct Organisation {
    Id<Organisation> id;
    std::string code;
    OrganisationKind kind = OrganisationKind::centre;
    std::string title;
    std::string short_title;
    std::optional<Id<Organisation>> parent;
    std::optional<Id<District>> district;
    std::string zone;  ///< tz database name: what "today" is here
    std::string address;
    std::string phone;
    std::string director;
    std::optional<Date> closed_on;
    std::int64_t revision = 1;
};

/// A part of an organisation that people work in; a branch is an organisation of its own.
struct Department {
    Id<Department> id;
    std::string title;
    std::int64_t revision = 1;
};

struct Room {
    Id<Room> id;
    std::string title;
    std::string kind;  ///< "demonstration", "sensory"…: the words that packages use
    int capacity = 0;  ///< people at a time
    std::int64_t revision = 1;
};

struct Equipment {
    Id<Equipment> id;
    std::string title;
    std::string kind;
    int count = 0;
    std::optional<Id<Room>> room;
    std::optional<std::string> inventory_number;  ///< unique in the organisation
    std::int64_t revision = 1;
};

struct Qualification {
    std::string code;
    Date valid_from;
    std::optional<Date> valid_to;
};

struct StaffMember {
    Id<StaffMember> id;
    std::string name;
    std::string position;
    int rate = 100;  ///< hundredths of a full-time post
    Date hired_on;
    std::optional<Date> left_on;
    std::optional<Id<Department>> department;
    std::optional<std::string> personnel_number;  ///< unique in the organisation
    std::vector<Qualification> qualifications;
    std::int64_t revision = 1;
};

constexpr auto describe(json::Type<District>) {
    using json::field;
    return json::object("District", field("id", &District::id, "Id", json::read_only), field("code", &District::code, "Code", json::length(1, 40)),
                        field("title", &District::title, "Name", json::length(1, 200)),
                        field("population", &District::population, "Residents", json::range(0, 100'000'000)),
                        field("elders", &District::elders, "Residents of 60 and older", json::range(0, 100'000'000)),
                        field("road_km", &District::road_km, "Kilometres by road to the capital", json::range(0, 10'000)),
                        field("tile_row", &District::tile_row, "Row on the tile grid", json::range(0, 100)),
                        field("tile_column", &District::tile_column, "Column on the tile grid", json::range(0, 100)),
                        field("revision", &District::revision, "Revision", json::read_only));
}

constexpr auto describe(json::Type<Organisation>) {
    using json::field;
    using json::length;
    return json::object(
        "Organisation", field("id", &Organisation::id, "Id", json::read_only), field("code", &Organisation::code, "Code", length(1, 40)),
        field("kind", &Organisation::kind, "Kind"), field("title", &Organisation::title, "Full name", length(1, 300)),
        field("short_title", &Organisation::short_title, "Short name", length(1, 100)),
        field("parent", &Organisation::parent, "The organisation above"), field("district", &Organisation::district, "District"),
        field("zone", &Organisation::zone, "Time zone", length(1, 64)), field("address", &Organisation::address, "Address", length(0, 300)),
        field("phone", &Organisation::phone, "Phone", length(0, 60)), field("director", &Organisation::director, "Director", length(0, 200)),
        field("closed_on", &Organisation::closed_on, "Closed on"), field("revision", &Organisation::revision, "Revision", json::read_only));
}

constexpr auto describe(json::Type<Department>) {
    using json::field;
    return json::object("Department", field("id", &Department::id, "Id", json::read_only),
                        field("title", &Department::title, "Name", json::length(1, 200)),
                        field("revision", &Department::revision, "Revision", json::read_only));
}

constexpr auto describe(json::Type<Room>) {
    using json::field;
    return json::object("Room", field("id", &Room::id, "Id", json::read_only), field("title", &Room::title, "Name", json::length(1, 200)),
                        field("kind", &Room::kind, "Kind", json::length(1, 60)),
                        field("capacity", &Room::capacity, "People at a time", json::range(0, 10'000)),
                        field("revision", &Room::revision, "Revision", json::read_only));
}

constexpr auto describe(json::Type<Equipment>) {
    using json::field;
    return json::object("Equipment", field("id", &Equipment::id, "Id", json::read_only), field("title", &Equipment::title, "Name", json::length(1, 200)),
                        field("kind", &Equipment::kind, "Kind", json::length(1, 60)),
                        field("count", &Equipment::count, "How many", json::range(0, 100'000)),
                        field("room", &Equipment::room, "Where it stands"),
                        field("inventory_number", &Equipment::inventory_number, "Inventory number", json::length(1, 40)),
                        field("revision", &Equipment::revision, "Revision", json::read_only));
}

constexpr auto describe(json::Type<Qualification>) {
    using json::field;
    return json::object("Qualification", field("code", &Qualification::code, "Qualification", json::length(1, 60)),
                        field("valid_from", &Qualification::valid_from, "Held from"),
                        field("valid_to", &Qualification::valid_to, "Held until"));
}

constexpr auto describe(json::Type<StaffMember>) {
    using json::field;
    return json::object("StaffMember", field("id", &StaffMember::id, "Id", json::read_only), field("name", &StaffMember::name, "Name", json::length(1, 200)),
                        field("position", &StaffMember::position, "Position", json::length(1, 200)),
                        field("rate", &StaffMember::rate, "Hundredths of a post", json::range(1, 200)),
                        field("hired_on", &StaffMember::hired_on, "Hired on"), field("left_on", &StaffMember::left_on, "Left on"),
                        field("department", &StaffMember::department, "Department"),
                        field("personnel_number", &StaffMember::personnel_number, "Personnel number", json::length(1, 40)),
                        field("qualifications", &StaffMember::qualifications, "Qualifications", json::length(0, 50)),
                        field("revision", &StaffMember::revision, "Revision", json::read_only));
}

}  // namespace ryadom::network
