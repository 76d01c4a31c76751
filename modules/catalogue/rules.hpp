// What makes a service acceptable.
#pragma once

#include "modules/catalogue/model.hpp"

namespace ryadom::catalogue {

/// Whether "household.01" can be a code.
bool is_code(std::string_view text);
/// The languages stand below `pointer`.
std::vector<FieldError> faults(const Titles& titles, const std::string& pointer);
std::vector<FieldError> faults(const Service& service);

}  // namespace ryadom::catalogue
