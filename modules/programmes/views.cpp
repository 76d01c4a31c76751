#include "modules/programmes/views.hpp"

namespace ryadom::programmes {

void must_be_sound(std::vector<FieldError> errors) {
    if (!errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
}

Date today_at(db::Tx& tx, Number<network::Organisation> organisation) { return local_date(tx.now(), network::zone(tx, organisation.value)); }

Date Views::today(Number<network::Organisation> organisation) {
    const auto found = today_.find(organisation.value);
    if (found != today_.end()) return found->second;
    return today_.emplace(organisation.value, today_at(tx_, organisation)).first->second;
}

void Views::learn(const std::vector<std::int64_t>& persons) {
    std::set<std::int64_t> unknown;
    for (const auto each : persons)
        if (!names_.contains(each)) unknown.insert(each);
    if (unknown.empty()) return;
    for (auto& brief : people::briefs(tx_, {unknown.begin(), unknown.end()})) names_.emplace(brief.number.value, std::move(brief.name));
}

std::optional<std::string> Views::name(Number<people::Person> person) {
    learn({person.value});
    return names_.at(person.value);
}

std::optional<Clock> Views::clock_of(const store::ApplicationRow& row, Step step, const std::vector<Event>& events) {
    return programmes::clock_of(timetable_, row.application.wish.form, step, row.application.received_on, events, row.following.approved_on, today(row.organisation_number));
}

Application Views::application(store::ApplicationRow row) {
    auto out = row.application;
    out.name = name(row.person);
    out.events = store::events(tx_, row.number);
    out.events.insert(out.events.begin(), {EventKind::received, out.received_on, {}, {}, {}, row.author});
    out.step = next_step(out.state, out.wish.form, out.closed_on.has_value(), row.following);
    out.clock = clock_of(row, out.step, out.events);
    return out;
}

Programme Views::programme(store::ProgrammeRow row) {
    auto out = std::move(row.programme);
    out.name = name(row.person);
    out.versions = store::versions(tx_, row.number);
    for (auto& each : out.versions) each.state = state_on(each.approved_on, each.content.since, each.last_on, today(row.organisation_number));
    out.marks = store::marks(tx_, row.number);
    return out;
}

std::vector<Entry> Views::entries(const std::vector<store::ApplicationRow>& rows, const std::map<std::int64_t, std::vector<Event>>& events) {
    static const std::vector<Event> none;
    std::vector<std::int64_t> persons;
    for (const auto& row : rows) persons.push_back(row.person.value);
    learn(persons);
    std::vector<Entry> out;
    for (const auto& row : rows) {
        const auto& given = row.application;
        const auto step = next_step(given.state, given.wish.form, given.closed_on.has_value(), row.following);
        const auto found = events.find(row.number.value);
        out.push_back({given.id, given.number, given.person, names_.at(row.person.value), given.received_on, given.wish.form, given.state, step,
                       clock_of(row, step, found == events.end() ? none : found->second), given.closed_on});
    }
    return out;
}

std::vector<ProgrammeEntry> Views::entries(const std::vector<store::EntryRow>& rows) {
    std::vector<std::int64_t> persons;
    for (const auto& row : rows) persons.push_back(row.person.value);
    learn(persons);
    std::vector<ProgrammeEntry> out;
    for (const auto& row : rows) {
        out.push_back(row.entry);
        out.back().name = names_.at(row.person.value);
    }
    return out;
}

std::vector<Contract> Views::contracts(const std::vector<ContractRow>& rows) {
    std::vector<std::int64_t> persons;
    for (const auto& row : rows) persons.push_back(row.person.value);
    learn(persons);
    std::vector<Contract> out;
    for (const auto& row : rows) {
        out.push_back(row.contract);
        out.back().name = names_.at(row.person.value);
    }
    return out;
}

}  // namespace ryadom::programmes
