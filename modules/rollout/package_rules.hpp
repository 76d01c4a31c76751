// What a package says, in the terms of the rules: floor, lags, needs; and the plan it proposes. Pure.
#pragma once

#include "modules/rollout/records.hpp"
#include "modules/rollout/rules.hpp"

namespace ryadom::rollout {

Floor floor_of(const practices::Package& package);
LagDays lags_of(const practices::Package& package);

/// An element of the package that a plan line can stand for.
struct Element {
    Need need;  ///< of a step only `id` and `obligation` mean something
    LineKind kind = LineKind::step;
    practices::Line title;
    practices::Proof proof = practices::Proof::none;
    std::optional<std::string> role;             ///< who does it, as the package says
    std::string unit_of_missing;                 ///< key of the word for what is missing
};
/// All needs in the order of the package.
std::vector<Element> needs_of(const practices::Package& package);
std::optional<Element> element_of(const practices::Package& package, LineKind kind, std::string_view id);
/// The step whose sense is that this need is met.
const practices::RolloutStep* step_that_closes(const practices::Package& package, std::string_view need);
std::vector<Need> bare_needs(const practices::Package& package);

/// Roles of the package that are no staff need keep their reserved word: "director".
struct Owner {
    std::string word;       ///< a reserved word, or empty
    std::string position;   ///< title of the staff need
};
Owner owner_of(const practices::Package& package, const std::optional<std::string>& role);

struct Proposed {
    Element element;
    Owner owner;
    Date due;
    int missing = 0;
    std::optional<practices::Line> step;  ///< title of the one that closes the gap
};
/// Every open gap and every step, with the owner and the day that the package gives them; one thing is one line: a step whose
/// sense is to close gaps stands there as these gaps, and is done where none of them is open.
std::vector<Proposed> propose(const practices::Package& package, const std::vector<NeedState>& needs, Date today);

/// The day by which the package's mandatory steps can be done when they begin today.
Date way_through_steps(const practices::Package& package, Date today);

/// What the open gaps would cost, as far as the package or the region knows prices; `unknown` counts gaps without one.
struct GapCost {
    std::int64_t kopecks = 0;
    int unknown = 0;
};
GapCost cost_of(const practices::Package& package, const practices::EquipmentPrices& prices, const std::vector<NeedState>& needs);

/// A line as the language of the reader says it; Russian where there is no translation.
std::string said_in(const practices::Line& text, std::string_view language);

}  // namespace ryadom::rollout
