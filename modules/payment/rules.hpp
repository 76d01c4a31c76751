// What a person pays for a month, line by line. Pure: nothing is reckoned that is not among the lines.
#pragma once

#include "modules/payment/model_assessment.hpp"

#include <map>

namespace ryadom::payment {

/// Wrong days, lists and sums of what was given, with pointers below `pointer`.
std::vector<FieldError> faults(const AssessmentInput& input, Date birth, Date today, const std::string& pointer);

/// What the calculation needs besides what was given.
struct Situation {
    std::vector<Norm> norms;                                   ///< in force on the day from which is paid
    std::vector<std::string> categories;                       ///< that the person has on that day
    std::map<Id<catalogue::Service>, std::string> services;    ///< that there are, with the names for a refusal
};

/// A norm that is needed and not in force is refused by its name: it is never taken for nothing.
Checked<Calculation> calculate(const AssessmentInput& input, const Situation& situation, const std::string& pointer);

/// The figures side by side.
std::vector<Change> compare(const Calculation& before, const Calculation& after);

/// The half is rounded up, as in money of the state. Neither is negative.
constexpr std::int64_t divide_half_up(std::int64_t numerator, std::int64_t denominator) { return (2 * numerator + denominator) / (2 * denominator); }

}  // namespace ryadom::payment
