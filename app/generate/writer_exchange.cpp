// Meetings of the demo region: invited, held, written down, and what guests took home.
#include "app/generate/writer.hpp"
#include "modules/exchange/store.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::generate {
namespace {

namespace store = exchange::store;
using exchange::DelegationState;
using exchange::EventState;

constexpr int days_to_invite = 30;

exchange::Event described(const EventPlan& planned, const network::OrganisationRow& host, std::size_t index, std::string topic) {
    exchange::Event out;
    out.kind = index % 2 == 0 ? exchange::EventKind::study_trip : exchange::EventKind::zonal_meeting;
    out.topic = std::move(topic);
    out.summary = "Показ практики на рабочем месте, разговор со специалистами и получателями услуг.";
    out.starts_on = planned.day;
    out.ends_on = planned.day;
    out.starts_time = "10:00";
    out.ends_time = "16:00";
    out.place = host.organisation.address.empty() ? host.organisation.title : host.organisation.address;
    out.capacity = 24;
    return out;
}

}  // namespace

void Writer::schedule_exchange() {
    events_ = plan_events(region_, plan_);
    event_ids_.resize(events_.size());
    for (std::size_t i = 0; i < events_.size(); ++i) {
        const auto day = events_[i].day;
        on(std::min(day, region_.until) - days_to_invite, [this, i](db::Tx& tx) { announce(tx, i); });
        on(std::min(day - 10, region_.until - 1), [this, i](db::Tx& tx) { sign_up(tx, i); });
        if (day > region_.until) continue;
        on(day, [this, i](db::Tx& tx) { hold(tx, i); });
        for (const auto adoption : events_[i].followed)
            if (const auto chosen = plan_.adoptions[adoption].chosen_on; chosen && *chosen <= region_.until)
                on(*chosen, [this, i, adoption](db::Tx& tx) { take_home(tx, i, adoption); });
        if (day + 7 <= region_.until) on(day + 7, [this, i](db::Tx& tx) { close_event(tx, i); });
    }
}

void Writer::announce(db::Tx& tx, std::size_t index) {
    const auto& planned = events_[index];
    const auto& host = organisations_[slot(planned.host)];
    const auto practice = practices_[slot(planned.practice)].number;
    const auto title = must(practices::find_practice(tx, practice)).titles.at("ru");
    const auto event = described(planned, host, index, "«" + title + "»: как это устроено");
    event_ids_[index] = store::insert_event(tx, event, host.number, host.organisation.zone);
    const auto row = must(store::find_event(tx, event_ids_[index]));
    const auto& director = host.organisation.director;
    store::write_programme(tx, row.number,
                           {{{planned.day, "10:00", "10:30", "Встреча гостей, рассказ о центре", director, {}}, {}},
                            {{planned.day, "10:30", "13:00", "Показ практики «" + title + "»", "Специалисты центра", {}}, {practice}},
                            {{planned.day, "14:00", "16:00", "Круглый стол: что мешает начать и чем помочь", director, {}}, {}}});
    store::set_state(tx, row.number, EventState::announced, "");
    audit::record(tx, "exchange.proposed", event_ids_[index]);
    audit::record(tx, "exchange.announced", event_ids_[index]);
}

void Writer::sign_up(db::Tx& tx, std::size_t index) {
    const auto event = must(store::find_event(tx, event_ids_[index]));
    for (const auto guest : events_[index].guests) {
        const auto delegation = must(store::find_delegation(tx, store::insert_delegation(tx, event, organisations_[slot(guest)].number)));
        std::vector<store::Person> people;
        const auto& staff = region_.organisations[slot(guest)].staff;
        for (std::size_t i = 0; i < std::min<std::size_t>(2, staff.size()); ++i) people.push_back({{}, staff[i].row.name, staff[i].row.position});
        store::write_delegates(tx, delegation, event.host, people);
        audit::record(tx, "exchange.delegation_signed_up", delegation.delegation.id);
        // Of the meeting to come, the last delegation still waits for its director.
        if (events_[index].day > region_.until && guest == events_[index].guests.back()) continue;
        store::set_delegation(tx, delegation.number, DelegationState::approved);
        audit::record(tx, "exchange.delegation_approved", delegation.delegation.id);
    }
}

void Writer::hold(db::Tx& tx, std::size_t index) {
    const auto& planned = events_[index];
    const auto event = must(store::find_event(tx, event_ids_[index]));
    const auto practice = practices_[slot(planned.practice)].number;
    for (const auto& each : store::delegations(tx, event.number)) {
        store::mark(tx, each.number, {}, true);
        audit::record(tx, "exchange.attendance_marked", each.delegation.id);
    }
    store::set_state(tx, event.number, EventState::held, "");
    audit::record(tx, "exchange.held", event_ids_[index]);
    const auto decide = [&](std::string text, store::Centre owner, int days) {
        const auto id = store::insert_decision(tx, event.number, {std::move(text), owner, planned.day + days, practice, {}});
        audit::record(tx, "exchange.decided", id);
        return id;
    };
    decide("Передать гостям образцы документов и расписание", event.host, 14);
    if (!planned.guests.empty()) decide("Назначить ответственного за внедрение и составить план", organisations_[slot(planned.guests.front())].number, 45);
    decide("Обсудить с управлением образования совместные занятия", organisations_.front().number, 365);
}

void Writer::take_home(db::Tx& tx, std::size_t index, std::size_t adoption) {
    const auto event = must(store::find_event(tx, event_ids_[index]));
    const auto& planned = plan_.adoptions[adoption];
    const auto pick = store::insert_pick(tx, event.number, organisations_[slot(planned.organisation)].number, practices_[slot(planned.practice)].number, *planned.chosen_on);
    store::set_adoption(tx, must(store::find_pick(tx, pick)).number, adoptions_[adoption]);
    audit::record(tx, "exchange.picked", pick);
    audit::record(tx, "exchange.taken_home", pick);
}

void Writer::close_event(db::Tx& tx, std::size_t index) {
    const auto event = must(store::find_event(tx, event_ids_[index]));
    store::set_protocol(tx, event.number, "Участники осмотрели помещения, посетили занятие и обсудили, что нужно для начала работы.\n\nРешения записаны в карточке события.",
                        event.event.revision);
    const auto first = store::decisions(tx, event.number).front();
    store::answer_decision(tx, first.number, events_[index].day + 7, "Документы переданы", must(network::find_organisation(tx, event.host)).organisation.director);
    store::set_state(tx, event.number, EventState::closed, "");
    audit::record(tx, "exchange.protocol_written", event_ids_[index]);
    audit::record(tx, "exchange.decision_done", first.decision.id);
    audit::record(tx, "exchange.closed", event_ids_[index]);
}

}  // namespace ryadom::generate
