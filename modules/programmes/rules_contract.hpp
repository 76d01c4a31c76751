// When a contract is sound, and when it may end. Pure.
#pragma once

#include "modules/programmes/model_contract.hpp"

namespace ryadom::programmes {

/// Wrong days of a contract: it holds within its programme, whose last day is given.
std::vector<FieldError> faults(const NewContract& given, bool programme_in_force, Date last_of_programme, const std::optional<Date>& death, Date today);

/// `reasons` are the codes of the list on the day.
Checked<void> may_end(const Contract& contract, const EndContract& given, const std::vector<std::string>& reasons, Date today);

}  // namespace ryadom::programmes
