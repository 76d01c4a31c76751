#pragma once

#include "modules/verdicts/model.hpp"
#include "modules/verdicts/region.hpp"
#include "platform/http/module.hpp"

#include <memory>

namespace ryadom::verdicts {

/// What the routes judge from.
struct Judges {
    ImageSource image_source;
    std::shared_ptr<rollout::Boards> shared_boards;
    std::shared_ptr<Regions> regions;
    const ledger::image::Image& image() const { return image_source(); }
    rollout::Boards& boards() const { return *shared_boards; }
};

void add_verdict_routes(http::Routes& routes, const Judges& judges);
void add_row_routes(http::Routes& routes, const Judges& judges);

/// The way of a centre with a practice, and the day as of which it is asked: absent when it is not under way.
struct FoundWay {
    network::OrganisationRow organisation;
    practices::PracticeRow practice;
    Date day;
    rollout::Way way;
};
FoundWay find_way(http::Call& call, const Judges& judges, const Id<network::Organisation>& organisation, const Id<practices::Practice>& practice,
                  std::optional<Date> day);

}  // namespace ryadom::verdicts
