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

/// The practice or listed service of a centre, and the day as of which it is asked. Absent: the practice is not under way there, or
/// the organisation delivers no services of its own; whether it provides this one is seen when it is judged.
struct FoundSubject {
    network::OrganisationRow organisation;
    Titled title;  ///< of the practice or service
    Date day;
    Subject subject;
};
FoundSubject find_subject(http::Call& call, const Judges& judges, const VerdictsQuery& query);

std::string title_in(const practices::Line& line, i18n::Language language);

}  // namespace ryadom::verdicts
