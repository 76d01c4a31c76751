#include "modules/programmes/actions.hpp"

#include "platform/audit/audit.hpp"
#include "platform/http/routes.hpp"

#include <stdexcept>

namespace ryadom::programmes {
namespace {

std::string_view action_of(EventKind kind) {
    switch (kind) {
        case EventKind::received: return "programmes.application_received";
        case EventKind::returned: return "programmes.application_returned";
        case EventKind::resumed: return "programmes.application_resumed";
        case EventKind::assessed: return "programmes.application_assessed";
        case EventKind::granted: return "programmes.application_granted";
        case EventKind::refused: return "programmes.application_refused";
        case EventKind::withdrawn: return "programmes.application_withdrawn";
        case EventKind::delivered: return "programmes.application_delivered";
        case EventKind::closed: return "programmes.application_closed";
    }
    throw std::logic_error("no such event");
}

void must_be_right(db::Tx& tx, const Wish& wish, Date received_on, const people::PersonRow& person, Date today) {
    must_be_sound(faults(wish, received_on, person.person.birth, today, store::circumstance_codes(tx, received_on), catalogue::all_services(tx)));
}

Standing standing_of(const store::ApplicationRow& row, const std::vector<Event>& events) {
    Standing out{row.application.state, row.application.wish.form, false, row.application.closed_on.has_value(), row.application.received_on,
                 row.following.approved_on.has_value()};
    for (const auto& each : events) {
        out.assessed = out.assessed || each.kind == EventKind::assessed;
        out.last_day = each.day;
    }
    return out;
}

}  // namespace

store::ApplicationRow own_application(db::Tx& tx, const Id<Application>& id) {
    auto row = must(store::find_application(tx, id));
    network::own(tx, row.application.organisation);
    return row;
}

store::ApplicationRow receive(db::Tx& tx, const Id<people::Person>& person, const NewApplication& given) {
    const auto whom = must(people::find_person(tx, person));
    const auto organisation = network::own(tx, given.organisation);
    const auto today = today_at(tx, organisation);
    must_be_right(tx, given.wish, given.received_on, whom, today);
    auto row = store::insert(tx, whom, given, organisation, today);
    audit::record(tx, action_of(EventKind::received), row.application.id, person.uuid);
    return row;
}

void change(db::Tx& tx, const Id<Application>& id, const ChangeApplication& given, std::int64_t revision) {
    auto row = own_application(tx, id);
    const auto whom = must(people::find_person(tx, row.application.person));
    if (row.application.closed_on || row.application.state == State::granted) throw Refused(refuse("programmes.decided_already").error());
    if (given.received_on != row.application.received_on && !store::events(tx, row.number).empty())
        throw Refused(refuse_field("/received_on", "programmes.day_stands").error());
    must_be_right(tx, given.wish, given.received_on, whom, today_at(tx, row.organisation_number));
    row.application.revision = revision;
    http::must_change(store::update(tx, row, given) ? 1 : 0);
    audit::record(tx, "programmes.application_changed", id, row.application.person.uuid);
}

void move(db::Tx& tx, const Id<Application>& id, const Move& step, const std::optional<Uuid>& assessment) {
    const auto row = own_application(tx, id);
    const auto events = store::events(tx, row.number);
    const auto today = today_at(tx, row.organisation_number);
    const auto state = must(after(standing_of(row, events), step, store::reason_codes(tx, ReasonKind::refusal, step.day), today));
    if (step.kind == EventKind::assessed && (!assessment || !store::assessed(tx, row.person, *assessment)))
        throw Refused(refuse_field("/assessment", assessment ? "programmes.no_such_assessment" : "core.required").error());
    store::add_event(tx, row, {step.kind, step.day, step.reason, step.note, assessment, {}});
    store::move(tx, row, state, closes(step.kind) ? std::optional(step.day) : std::nullopt);
    audit::record(tx, action_of(step.kind), id, row.application.person.uuid);
}

}  // namespace ryadom::programmes
