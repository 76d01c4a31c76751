#include "modules/programmes/rules_application.hpp"

#include "modules/programmes/rules_words.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace ryadom::programmes {
namespace {

std::optional<State> state_after(const Standing& now, EventKind kind) {
    using enum State;
    const bool undecided = now.state == received || now.state == assessed;
    switch (kind) {
        case EventKind::received: return std::nullopt;
        case EventKind::returned: return undecided ? std::optional(returned) : std::nullopt;
        case EventKind::resumed: return now.state == returned ? std::optional(now.assessed ? assessed : received) : std::nullopt;
        case EventKind::assessed: return undecided ? std::optional(assessed) : std::nullopt;
        case EventKind::granted: return now.state == assessed || (now.state == received && now.form == Form::urgent) ? std::optional(granted) : std::nullopt;
        case EventKind::refused: return undecided || now.state == returned ? std::optional(refused) : std::nullopt;
        case EventKind::withdrawn: return undecided || now.state == returned || (now.state == granted && !now.programme_approved) ? std::optional(withdrawn) : std::nullopt;
        case EventKind::delivered: return now.state == granted && now.form == Form::urgent ? std::optional(granted) : std::nullopt;
        case EventKind::closed: return now.state == granted && now.form != Form::urgent ? std::optional(granted) : std::nullopt;
    }
    throw std::logic_error("no such event");
}

/// What is refused, returned, withdrawn or closed says why in words: the paper that goes out repeats them.
bool needs_words(EventKind kind) {
    using enum EventKind;
    return kind == returned || kind == refused || kind == withdrawn || kind == closed;
}

}  // namespace

bool closes(EventKind kind) {
    using enum EventKind;
    return kind == refused || kind == withdrawn || kind == delivered || kind == closed;
}

Checked<State> after(const Standing& standing, const Move& move, const std::vector<std::string>& reasons, Date today) {
    if (standing.closed) return refuse("programmes.application_closed");
    const auto state = state_after(standing, move.kind);
    if (!state && move.kind == EventKind::granted && standing.state == State::received) return refuse("programmes.not_assessed");
    if (!state) return refuse("programmes.not_now");
    std::vector<FieldError> errors;
    if (move.day > today) errors.push_back({"/day", "programmes.in_the_future", {}});
    else if (move.day < standing.last_day) errors.push_back({"/day", "programmes.before_the_last_step", {{"day", written(standing.last_day)}}});
    if (move.kind == EventKind::refused && !move.reason) errors.push_back({"/reason", "core.required", {}});
    if (move.reason && std::ranges::find(reasons, *move.reason) == reasons.end()) errors.push_back({"/reason", "core.unknown_value", {{"value", *move.reason}}});
    if (needs_words(move.kind) && (!move.note || move.note->empty())) errors.push_back({"/note", "core.required", {}});
    if (!errors.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    return *state;
}

Step next_step(State state, Form form, bool closed, const Following& following) {
    if (closed) return Step::none;
    switch (state) {
        case State::received: return form == Form::urgent ? Step::decide : Step::assess;
        case State::returned: return Step::await_papers;
        case State::assessed: return Step::decide;
        case State::granted: break;
        case State::refused:
        case State::withdrawn: return Step::none;
    }
    if (form == Form::urgent) return Step::deliver;
    if (!following.programme) return Step::make_programme;
    return following.approved_on ? Step::conclude_contract : Step::approve_programme;
}

std::vector<FieldError> faults(const Wish& wish, Date received_on, Date birth, Date today, const std::vector<std::string>& circumstances,
                               const std::vector<catalogue::ServiceRow>& services) {
    std::vector<FieldError> out;
    if (received_on > today) out.push_back({"/received_on", "programmes.in_the_future", {}});
    else if (received_on < birth) out.push_back({"/received_on", "programmes.before_birth", {}});
    std::set<std::string> seen;
    for (std::size_t i = 0; i < wish.circumstances.size(); ++i) {
        const auto at = "/wish/circumstances/" + std::to_string(i);
        if (std::ranges::find(circumstances, wish.circumstances[i]) == circumstances.end()) out.push_back({at, "core.unknown_value", {{"value", wish.circumstances[i]}}});
        else if (!seen.insert(wish.circumstances[i]).second) out.push_back({at, "programmes.twice", {}});
    }
    std::set<Id<catalogue::Service>> wanted;
    for (std::size_t i = 0; i < wish.services.size(); ++i) {
        const auto at = "/wish/services/" + std::to_string(i);
        const auto found = std::ranges::find_if(services, [&](const catalogue::ServiceRow& each) { return each.service.id == wish.services[i]; });
        if (found == services.end() || !catalogue::in_force(found->service, received_on)) out.push_back({at, "programmes.no_such_service", {}});
        else if (!wanted.insert(wish.services[i]).second) out.push_back({at, "programmes.twice", {}});
    }
    return out;
}

}  // namespace ryadom::programmes
