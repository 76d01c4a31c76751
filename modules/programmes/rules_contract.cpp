#include "modules/programmes/rules_contract.hpp"

#include "modules/programmes/rules_words.hpp"

#include <algorithm>

namespace ryadom::programmes {

std::vector<FieldError> faults(const NewContract& given, bool programme_in_force, Date last_of_programme, const std::optional<Date>& death, Date today) {
    std::vector<FieldError> out;
    if (given.concluded_on > today) out.push_back({"/concluded_on", "programmes.in_the_future", {}});
    if (given.since < given.concluded_on) out.push_back({"/since", "programmes.before_the_contract", {}});
    else if (!programme_in_force) out.push_back({"/since", "programmes.no_programme_on_that_day", {}});
    else if (death && *death < given.since) out.push_back({"/since", "programmes.after_death", {}});
    if (given.until < given.since) out.push_back({"/until", "programmes.ends_before_it_begins", {}});
    else if (programme_in_force && given.until > last_of_programme) out.push_back({"/until", "programmes.after_the_programme", {{"day", written(last_of_programme)}}});
    return out;
}

Checked<void> may_end(const Contract& contract, const EndContract& given, const std::vector<std::string>& reasons, Date today) {
    if (contract.ended_on) return refuse("programmes.contract_ended_already");
    std::vector<FieldError> errors;
    if (given.ended_on > today) errors.push_back({"/ended_on", "programmes.in_the_future", {}});
    else if (given.ended_on < contract.since || given.ended_on > contract.last_on) errors.push_back({"/ended_on", "programmes.outside", {}});
    if (std::ranges::find(reasons, given.reason) == reasons.end()) errors.push_back({"/reason", "core.unknown_value", {{"value", given.reason}}});
    if (!errors.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    return {};
}

}  // namespace ryadom::programmes
