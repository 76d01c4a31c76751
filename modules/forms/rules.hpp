// What a form asks and when it should be filled. Pure; answers, scoring and changes are declared in forms.hpp.
#pragma once

#include "modules/forms/model.hpp"

namespace ryadom::forms {

/// Whether the question is asked, given the answers above it: what hangs on a question that is not asked is not asked either.
bool is_asked(const practices::Form& form, const practices::FormField& field, const Answers& answers);

/// The number of an answer in hundredths, whatever the type of its field says is one.
std::int64_t number_of(const practices::FormField& field, const json::Value& answer);

/// Moments of the form that a person's standing forms do not have yet and that should not be forgotten: the start, the end
/// after it, and for a service that is filled with the form each time.
std::vector<practices::Moment> missing(const practices::Form& form, const std::set<practices::Moment>& filled, bool of_this_service, bool this_time_filled);

}  // namespace ryadom::forms
