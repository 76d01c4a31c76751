// Whether answers are such as a form takes. Pure; the scoring is declared in forms.hpp.
#pragma once

#include "modules/forms/model.hpp"

namespace ryadom::forms {

/// Every wrong answer, with its pointer below `pointer`.
std::vector<FieldError> faults(const practices::Form& form, const Answers& answers, const std::string& pointer);

/// Moments of the form that a person's standing forms do not have yet and that should not be forgotten: the start, the end
/// after it, and for a service that is filled with the form each time.
std::vector<practices::Moment> missing(const practices::Form& form, const std::set<practices::Moment>& filled, bool of_this_service, bool this_time_filled);

}  // namespace ryadom::forms
