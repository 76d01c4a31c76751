// Which centre takes up which practice, by which order, how far it gets, and what its register holds for it. Pure.
#pragma once

#include "app/generate/region.hpp"
#include "modules/practices/package.hpp"
#include "modules/rollout/model.hpp"

#include <map>
#include <string>
#include <vector>

namespace ryadom::generate {

/// Folder of a package → its files; beside the folders nothing.
using Library = std::map<std::string, practices::PackageFiles>;

/// With copies under other codes, so that there are at least so many: what a region of many practices costs can be tried.
Library with_copies(const Library& library, int practices);
/// In order of the folders' names. Throws std::runtime_error for a package that cannot be read.
std::vector<practices::Package> read_library(const Library& library);

using PracticeIndex = int;

/// How far an adoption is to have come on the last day.
enum class Fate { assigned, exempt, chosen, preparing, ready, started, delivering, sustained, lapsed, stopped };

struct AdoptionPlan {
    OrganisationIndex organisation = 0;
    PracticeIndex practice = 0;
    Fate fate = Fate::assigned;
    std::optional<int> campaign;
    std::optional<Date> chosen_on;
    std::optional<Date> confirmed_on;
    std::optional<Date> ready_on;
    std::optional<Date> first_fact;
    std::optional<Date> last_fact;   ///< nothing while it goes on
    std::optional<Date> stopped_on;
    double pace = 0;                 ///< deliveries as a multiple of the floor
};

struct WavePlan {
    Date deadline;
    std::vector<OrganisationIndex> centres;
};
struct CampaignPlan {
    std::string number;
    std::string title;
    std::string text;
    PracticeIndex practice = 0;
    Date drafted_on;
    std::optional<Date> signed_on;
    std::vector<WavePlan> waves;
    std::optional<OrganisationIndex> moved;   ///< a centre whose deadline was put off
    std::optional<OrganisationIndex> exempt;
    Date changed_on;                          ///< day of both
};

struct RolloutPlan {
    std::vector<std::string> codes;  ///< of the library's practices, by PracticeIndex
    std::vector<CampaignPlan> campaigns;
    std::vector<AdoptionPlan> adoptions;
};

/// Adds to the region's registers what its ready centres need.
RolloutPlan plan_rollout(Region& region, Seed seed, const Sizes& sizes, const std::vector<practices::Package>& library);

/// Staff, rooms and equipment for every adoption that is to be ready, bought and hired on the way.
void equip(Region& region, Dice& dice, const std::vector<practices::Package>& library, const std::vector<AdoptionPlan>& adoptions);

}  // namespace ryadom::generate
