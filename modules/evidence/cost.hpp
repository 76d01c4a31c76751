// What a practice costs for one recipient and for one result, from facts, rates and the package.
#pragma once

#include "modules/evidence/outcomes.hpp"

namespace ryadom::evidence {

/// Over so many months what a start cost is spread: five years, as equipment is written off.
constexpr int start_spread_months = 60;

/// Minutes of one worker under the practice on one day.
struct WorkedDay {
    std::int64_t worker = 0;  ///< 0: nobody is named
    Date day;
    std::int64_t minutes = 0;
};
struct HeldQualification {
    std::string code;
    Date from;
    std::optional<Date> to;
};
/// The days on which a centre runs the practice.
struct Run {
    Date start;
    std::optional<Date> end;  ///< the first day without it
};
/// What the cost is made of.
struct CostInput {
    Period days;
    std::vector<WorkedDay> worked;
    std::map<std::int64_t, std::vector<HeldQualification>> held;  ///< by worker
    std::vector<std::string> asked;                               ///< qualifications of the package, in its order
    std::vector<Rate> rates;                                      ///< by qualification and day
    std::vector<Run> runs;                                        ///< of centres
    std::optional<std::int64_t> start_kopecks;
    std::optional<std::int64_t> monthly_kopecks;
    std::optional<std::int64_t> claimed_per_recipient;
    std::int64_t people = 0;
    std::vector<Improved> improved;  ///< by score
};
/// Pure: each figure with its parts. A part that is not known is absent, never 0, and the sum says that it is not whole.
/// Of fewer than five people no work is told, and all others are counted in fives: an exact number of them would follow
/// from the sum and its share.
Cost cost(const CostInput& input);

CostInput cost_input(db::Tx& tx, const practices::PracticeRow& practice, const std::vector<rollout::Way>& ways, const ledger::image::Image& image, Period days);

}  // namespace ryadom::evidence
