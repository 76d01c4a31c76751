// A region that does not exist, described before anything is stored: no SQL, no clock, only the seed.
#pragma once

#include "app/generate/dice.hpp"
#include "modules/network/model.hpp"
#include "modules/people/people.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ryadom::generate {

struct Sizes {
    int persons = 20'000;
    int facts = 500'000;
};

struct DistrictPlan {
    network::District row;
    std::string outline;  ///< GeoJSON geometry
};

struct StaffPlan {
    network::StaffMember row;
    Date since;  ///< the day from which the register holds the person with these qualifications
};
struct RoomPlan {
    network::Room row;
    Date since;
};
struct EquipmentPlan {
    network::Equipment row;
    Date since;
};

/// Places in the vectors of a region.
using DistrictIndex = int;
using OrganisationIndex = int;
using PersonIndex = int;

struct OrganisationPlan {
    network::Organisation row;  ///< parent and district stand beside it
    std::optional<OrganisationIndex> parent;
    std::optional<DistrictIndex> district;
    std::vector<StaffPlan> staff;
    std::vector<RoomPlan> rooms;
    std::vector<EquipmentPlan> equipment;
};

struct PersonPlan {
    people::Person row;  ///< the district stands beside it
    DistrictIndex district = 0;
    OrganisationIndex organisation = 0;
    Date registered;
    std::optional<PersonIndex> twin_of;  ///< the same human being, entered a second time
};

struct Region {
    std::vector<DistrictPlan> districts;
    std::vector<OrganisationPlan> organisations;  ///< parents before children; the department is the first
    std::vector<PersonPlan> persons;              ///< in order of their registration
    std::vector<OrganisationIndex> centres;       ///< that serve people of a district, in order of population
    OrganisationIndex remote_centre = 0;
    Date from;   ///< the first day of the year of facts
    Date until;  ///< the last
};

/// The same arguments give the same region.
Region make_region(Seed seed, const Sizes& sizes, Date until);

// Its parts.
std::vector<DistrictPlan> make_districts(Seed seed);
void add_organisations(Region& region, Seed seed, const Sizes& sizes);
void add_persons(Region& region, Seed seed, const Sizes& sizes);
/// One more of a position; `since` is the day of hiring too.
StaffPlan make_staff(Dice& dice, std::string_view position, int rate, std::vector<std::string> qualifications, Date since);
/// The department of a centre that somebody with these qualifications works in.
std::string_view department_of(const network::StaffMember& member);
/// SHA-256 over everything described: equal for equal descriptions.
std::string digest(const Region& region);

}  // namespace ryadom::generate
