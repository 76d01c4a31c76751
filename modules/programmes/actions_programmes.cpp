#include "modules/programmes/actions.hpp"

#include "platform/audit/audit.hpp"
#include "platform/http/routes.hpp"

#include <algorithm>

namespace ryadom::programmes {
namespace {

Surroundings surroundings(db::Tx& tx, Number<people::Person> person, const Content& content, const std::optional<Date>& former_since) {
    const auto timetable = store::timetable(tx);
    Surroundings out;
    out.services = catalogue::all_services(tx);
    out.most_months = timetable.amount(NormKind::programme_months, content.since);
    if (content.care_level)
        out.care = {timetable.amount(NormKind::care_minutes_from, content.since, content.care_level),
                    timetable.amount(NormKind::care_minutes_to, content.since, content.care_level)};
    if (const auto level = store::level_on(tx, person, content.since)) out.assessed_level = level->level;
    out.former_since = former_since;
    return out;
}

void must_be_right(db::Tx& tx, Number<people::Person> person, const Content& content, const std::optional<Date>& former_since) {
    must_be_sound(faults(content, surroundings(tx, person, content, former_since), "/content"));
}

/// The newest version, and the newest that was approved.
struct Last {
    Version version;
    std::optional<Version> approved;
};
Last last_of(db::Tx& tx, const store::ProgrammeRow& row) {
    const auto versions = store::versions(tx, row.number);
    Last out{versions.front(), {}};
    const auto approved = std::ranges::find_if(versions, [](const Version& each) { return each.approved_on.has_value(); });
    if (approved != versions.end()) out.approved = *approved;
    return out;
}

std::optional<Date> since_of(const std::optional<Version>& version) { return version ? std::optional(version->content.since) : std::nullopt; }

void log(db::Tx& tx, std::string_view action, const store::ProgrammeRow& row) { audit::record(tx, action, row.programme.id, row.programme.person.uuid); }

/// A programme follows from an application of the same person and institution that was granted.
void must_follow(db::Tx& tx, const Id<Application>& id, const Id<people::Person>& person, const Id<network::Organisation>& organisation) {
    const auto row = own_application(tx, id);
    if (row.application.person != person || row.application.organisation != organisation) throw Refused(absent());
    if (row.application.state != State::granted || row.application.closed_on || row.application.wish.form == Form::urgent)
        throw Refused(refuse("programmes.not_granted").error());
    if (row.following.programme) throw Refused(refuse("programmes.programme_stands").error());
}

void must_run(const store::ProgrammeRow& row) {
    if (row.programme.ended_on) throw Refused(refuse("programmes.programme_ended").error());
}

void must_know(db::Tx& tx, ReasonKind kind, const std::string& reason, Date day, const std::string& pointer) {
    const auto codes = store::reason_codes(tx, kind, day);
    if (std::ranges::find(codes, reason) == codes.end()) throw Refused(refuse_field(pointer, "core.unknown_value", {{"value", reason}}).error());
}

void must_not_be_later(Date day, Date today, const std::string& pointer) {
    if (day > today) throw Refused(refuse_field(pointer, "programmes.in_the_future").error());
}

}  // namespace

store::ProgrammeRow own_programme(db::Tx& tx, const Id<Programme>& id) {
    auto row = must(store::find_programme(tx, id));
    network::own(tx, row.programme.organisation);
    return row;
}

store::ProgrammeRow draft(db::Tx& tx, const Id<people::Person>& person, const NewProgramme& given) {
    const auto whom = must(people::find_person(tx, person));
    const auto organisation = network::own(tx, given.organisation);
    if (given.application) must_follow(tx, *given.application, person, given.organisation);
    auto tidied = given;
    tidied.content = tidy(tidied.content);
    must_be_right(tx, whom.number, tidied.content, {});
    auto row = store::insert(tx, whom, tidied, organisation, today_at(tx, organisation));
    log(tx, "programmes.programme_drafted", row);
    return row;
}

void draft_version(db::Tx& tx, const Id<Programme>& id, const NewVersion& given) {
    const auto row = own_programme(tx, id);
    must_run(row);
    const auto last = last_of(tx, row);
    if (!last.version.approved_on) throw Refused(refuse("programmes.draft_stands").error());
    const auto content = tidy(given.content);
    must_be_right(tx, row.person, content, last.version.content.since);
    store::insert_version(tx, row, last.version.version + 1, content, given.reason, today_at(tx, row.organisation_number));
    log(tx, "programmes.version_drafted", row);
}

void change_draft(db::Tx& tx, const Id<Programme>& id, const ChangeDraft& given, std::int64_t revision) {
    const auto row = own_programme(tx, id);
    must_run(row);
    const auto last = last_of(tx, row);
    if (last.version.approved_on) throw Refused(refuse("programmes.no_draft").error());
    if (last.approved && !given.reason) throw Refused(refuse_field("/reason", "core.required").error());
    ChangeDraft tidied{tidy(given.content), last.approved ? given.reason : std::nullopt};
    must_be_right(tx, row.person, tidied.content, since_of(last.approved));
    http::must_change(store::update_draft(tx, row, last.version.version, tidied, revision) ? 1 : 0);
    log(tx, "programmes.draft_changed", row);
}

void remove_draft(db::Tx& tx, const Id<Programme>& id) {
    const auto row = own_programme(tx, id);
    const auto last = last_of(tx, row);
    if (last.version.approved_on || last.version.version == 1) throw Refused(refuse("programmes.no_draft").error());
    store::remove_draft(tx, row, last.version.version);
    log(tx, "programmes.draft_removed", row);
}

void approve(db::Tx& tx, const Id<Programme>& id, const ApproveVersion& given) {
    const auto row = own_programme(tx, id);
    const auto last = last_of(tx, row);
    if (last.version.version != given.version) throw Refused(refuse("programmes.not_this_version").error());
    must(may_approve(last.version, last.approved, row.programme.ended_on.has_value()));
    const auto today = today_at(tx, row.organisation_number);
    must_not_be_later(given.approved_on, today, "/approved_on");
    if (row.programme.application) {
        const auto application = must(store::find_application(tx, *row.programme.application));
        if (application.application.state != State::granted) throw Refused(refuse("programmes.not_granted").error());
    }
    // Norms, catalogue and assessments may have changed since it was written.
    must_be_right(tx, row.person, last.version.content, since_of(last.approved));
    store::approve(tx, row, given.version, given.approved_on);
    store::end_versions(tx, row.number, given.version, last.version.content.since - 1);
    log(tx, "programmes.version_approved", row);
}

void mark(db::Tx& tx, const Id<Programme>& id, const NewMarks& given) {
    const auto row = own_programme(tx, id);
    const auto last = last_of(tx, row);
    if (!last.approved) throw Refused(refuse("programmes.not_approved").error());
    must_not_be_later(given.day, today_at(tx, row.organisation_number), "/day");
    for (std::size_t i = 0; i < given.marks.size(); ++i) {
        const auto& each = given.marks[i];
        const auto at = "/marks/" + std::to_string(i);
        if (each.outcome != Outcome::fulfilled && !each.reason) throw Refused(refuse_field(at + "/reason", "core.required").error());
        if (each.reason) must_know(tx, ReasonKind::unfulfilled, *each.reason, given.day, at + "/reason");
        if (std::ranges::find(last.approved->content.lines, each.service, &Line::service) == last.approved->content.lines.end())
            throw Refused(refuse_field(at + "/service", "programmes.no_such_service").error());
        store::insert_mark(tx, row, must(catalogue::find_service(tx, each.service)).number, each, given.day);
    }
    log(tx, "programmes.marked", row);
}

void end(db::Tx& tx, const Id<Programme>& id, const EndProgramme& given) {
    const auto row = own_programme(tx, id);
    must_run(row);
    const auto last = last_of(tx, row);
    if (!last.approved) throw Refused(refuse("programmes.not_approved").error());
    must_not_be_later(given.ended_on, today_at(tx, row.organisation_number), "/ended_on");
    must_know(tx, ReasonKind::end, given.reason, given.ended_on, "/reason");
    if (!last.version.approved_on) store::remove_draft(tx, row, last.version.version);
    store::end_versions(tx, row.number, INT32_MAX, given.ended_on);
    store::end_programme(tx, row, given);
    // A contract rests on its programme.
    for (const auto& each : store::contracts_on(tx, row.number))
        if (!each.contract.ended_on && each.contract.last_on > given.ended_on) {
            store::end_contract(tx, each.number, {given.ended_on, given.reason, given.conclusion});
            audit::record(tx, "programmes.contract_ended", each.contract.id, each.contract.person.uuid);
        }
    log(tx, "programmes.programme_ended", row);
}

}  // namespace ryadom::programmes
