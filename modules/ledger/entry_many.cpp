#include "modules/ledger/entry_many.hpp"

#include <algorithm>

namespace ryadom::ledger {
namespace {

FactRequest shared_by(const GroupRequest& group) {
    FactRequest out;
    out.organisation = group.organisation;
    out.performer = group.performer;
    out.service = group.service;
    out.performed_on = group.performed_on;
    out.minutes = group.minutes;
    out.quantity = group.quantity;
    out.channel = group.channel;
    out.worker = group.worker;
    out.practice = group.practice;
    out.source = "group";
    return out;
}

std::string pointer_of(std::size_t participant) { return "/participants/" + std::to_string(participant); }

Checked<void> may_be_group(const GroupRequest& group) {
    if (group.participants.empty() && !group.unnamed_count) return refuse_field("/participants", "core.too_few", {{"minimum", "1"}});
    std::set<Id<people::Person>> seen;
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < group.participants.size(); ++i)
        if (const auto& person = group.participants[i].person; person && !seen.insert(*person).second)
            errors.push_back({pointer_of(i) + "/person", "ledger.twice_in_group", {}});
    if (!errors.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    return {};
}

/// The participant's own fields keep its pointer; the others are those of the group.
void place_at_group(FieldError& error, const std::string& pointer) {
    const auto own = error.pointer.substr(pointer.size());
    if (!own.starts_with("/person") && !own.starts_with("/new_person") && own != "/namesake" && error.code != "ledger.before_birth" && error.code != "ledger.after_death")
        error.pointer = own;
}

}  // namespace

std::vector<Asked> items_of(const std::vector<FactRequest>& requests) {
    std::vector<Asked> out;
    for (std::size_t i = 0; i < requests.size(); ++i) out.push_back({requests[i], "/" + std::to_string(i)});
    return out;
}

Checked<std::vector<Asked>> members_of(const GroupRequest& group) {
    if (auto sound = may_be_group(group); !sound) return std::unexpected(std::move(sound.error()));
    std::vector<Asked> out;
    for (std::size_t i = 0; i < group.participants.size(); ++i) {
        auto request = shared_by(group);
        request.person = group.participants[i].person;
        request.new_person = group.participants[i].new_person;
        request.namesake = group.participants[i].namesake;
        out.push_back({std::move(request), pointer_of(i), true});
    }
    if (group.unnamed_count) {
        auto request = shared_by(group);
        request.unnamed_count = group.unnamed_count;
        out.push_back({std::move(request), "", true});
    }
    return out;
}

Checked<std::vector<Decision>> decide_all(Desk& desk, const std::vector<Asked>& all) {
    std::vector<Decision> decisions;
    std::vector<FieldError> errors;
    for (const auto& [request, pointer, of_group] : all) {
        auto decision = decide(desk, request, pointer);
        if (decision) {
            decisions.push_back(std::move(*decision));
            continue;
        }
        auto refusal = std::move(decision.error());
        if (of_group)
            for (auto& field : refusal.fields) place_at_group(field, pointer);
        if (refusal.kind != Refusal::Kind::invalid) return std::unexpected(std::move(refusal));
        for (auto& field : refusal.fields)
            if (std::ranges::find(errors, field) == errors.end()) errors.push_back(std::move(field));
    }
    if (!errors.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    return decisions;
}

}  // namespace ryadom::ledger
