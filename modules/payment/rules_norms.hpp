// When new norms are sound, and what they end. Pure.
#pragma once

#include "modules/payment/model.hpp"

#include <set>

namespace ryadom::payment {

/// What norms may speak of.
struct Known {
    std::set<Id<catalogue::Service>> services;
    std::set<std::string> categories;
};

/// Everything wrong with new norms as such.
std::vector<FieldError> faults(const NewNorms& given, const Known& known);

/// A norm in force that a new one ends.
struct Ended {
    Id<Norm> norm;
    Date last;
    bool operator==(const Ended&) const = default;
};

/// Which norms end when these begin. Only what is open and began earlier gives way; whatever else holds on one of the same days, or
/// would leave city or village without a value, is refused by its place.
Checked<std::vector<Ended>> place(const std::vector<Norm>& standing, const NewNorms& given);

/// Whether a norm that is open may end on that day.
Checked<void> may_end(const Norm& norm, Date last);

/// "23.11.2026"
std::string written(Date day);

}  // namespace ryadom::payment
