// One function for each kind of measure; docs/package.md, "Standard", says what each counts.
#pragma once

#include "modules/verdicts/rules.hpp"

namespace ryadom::verdicts {

/// What a measure looks at.
struct Looked {
    const practices::Rule& rule;
    const Inputs& inputs;
    Period period;
    Date as_of;

    bool of_rule(std::uint16_t service) const { return inputs.services.empty() || inputs.services.contains(service); }
    /// The last day of the period of which anything is known.
    Date end() const { return std::min(period.last, as_of); }
};

/// The facts of the services of the rule, on days of the period.
template <class Each>
void each_fact_of_period(const Looked& at, const Each& each) {
    const auto first = std::ranges::lower_bound(at.inputs.facts, at.period.first, {}, &ledger::image::Delivered::day);
    for (auto fact = first; fact != at.inputs.facts.end() && fact->day <= at.end(); ++fact)
        if (at.of_rule(fact->service)) each(*fact);
}

/// The days of the facts of each person under the rule, ascending; recipients without names are nobody.
std::unordered_map<std::uint32_t, std::vector<Date>> days_by_person(const Looked& at);

void measure_wait(const Looked& at, const Take& take);
void measure_minutes(const Looked& at, const Take& take);
void measure_group_size(const Looked& at, const Take& take);
void measure_frequency(const Looked& at, const Take& take);
void measure_qualified(const Looked& at, const Take& take);
void measure_form_pair(const Looked& at, const Take& take);
void measure_scale_change(const Looked& at, const Take& take);
void measure_presence(const Looked& at, const Take& take);

}  // namespace ryadom::verdicts
