#include "modules/requests/rules.hpp"

namespace ryadom::requests {

std::vector<FieldError> faults(const NewRequest& request, const people::Person& person, Date today) {
    if (request.asked_on > today) return {{"/asked_on", "requests.in_the_future", {}}};
    if (request.asked_on < person.birth) return {{"/asked_on", "requests.before_birth", {}}};
    if (person.death && request.asked_on > *person.death) return {{"/asked_on", "requests.after_death", {}}};
    return {};
}

std::vector<FieldError> faults(const WithdrawRequest& withdrawal, const std::optional<Reason>& reason, Date asked_on, Date today) {
    std::vector<FieldError> out;
    if (withdrawal.withdrawn_on > today) out.push_back({"/withdrawn_on", "requests.in_the_future", {}});
    if (withdrawal.withdrawn_on < asked_on) out.push_back({"/withdrawn_on", "requests.before_the_request", {}});
    if (!reason) out.push_back({"/reason", "core.unknown_value", {{"value", withdrawal.reason}}});
    else if (reason->needs_words && !withdrawal.words) out.push_back({"/words", "requests.say_it_in_words", {}});
    return out;
}

}  // namespace ryadom::requests
