// The stepped wedge of a practice from this server's own facts.
#pragma once

#include "modules/evidence/stepped_wedge.hpp"
#include "modules/evidence/views.hpp"
#include "modules/rollout/rollout.hpp"

namespace ryadom::evidence {

/// Centres in a mean from which none of them learns another's small number.
constexpr int enough_to_mix = 3;

/// A centre of the order, or one that adopted without.
struct Candidate {
    Number<network::Organisation> number;
    Id<network::Organisation> organisation;
    std::string centre;
    std::int64_t residents = 0;  ///< of its district; 0: unknown
    std::optional<Date> started_on;
};

/// Who is compared: in order of the start, those that wait last.
std::vector<Candidate> candidates(db::Tx& tx, Number<practices::Practice> practice, const std::vector<rollout::Way>& ways);

/// The centre, by its place among them, for which each organisation counts: itself, or the nearest above it.
ledger::image::Axis centres_of(const std::vector<Candidate>& centres, const std::vector<network::OrganisationRow>& organisations);

/// Everything that these centres and all below them deliver, whichever practice it belongs to.
Comparison compare(const std::vector<Candidate>& centres, const std::vector<network::OrganisationRow>& organisations,
                   const ledger::image::Image& image, Measure measure, Date today);

}  // namespace ryadom::evidence
