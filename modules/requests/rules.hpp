// When a request or its withdrawal is sound. Pure.
#pragma once

#include "modules/requests/model.hpp"

namespace ryadom::requests {

/// Wrong days of a new request, with their pointers.
std::vector<FieldError> faults(const NewRequest& request, const people::Person& person, Date today);
/// The same of a withdrawal; `reason` is the row that it names, if there is one.
std::vector<FieldError> faults(const WithdrawRequest& withdrawal, const std::optional<Reason>& reason, Date asked_on, Date today);

}  // namespace ryadom::requests
