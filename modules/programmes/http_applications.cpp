// The journal of applications: what is due first, one with its steps, and all of one person. Every look is in the log.
#include "modules/programmes/http.hpp"

#include "modules/programmes/actions.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::programmes {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

/// A centre has some dozens open; a page of more nobody reads.
constexpr int most_open = 1000;
constexpr int most_of_a_person = 100;

template <class Answer>
Written<Answer> noted(Call& call, Answer answer, std::set<Uuid> persons, std::string_view action) {
    return call.write([answer = std::move(answer), persons = std::move(persons), action](db::Tx& tx) {
        if (!persons.empty()) audit::record_shown(tx, action, persons);
        return answer;
    });
}

Written<Journal> journal(Call& call, Query<OfOrganisation> filter) {
    auto shown = call.read([&](db::Tx& tx) {
        Views views(tx);
        const auto organisation = network::own(tx, filter->organisation);
        auto rows = store::open_applications(tx, organisation, most_open + 1);
        Journal out{views.today(organisation), {}, cut(rows, most_open)};
        out.entries = views.entries(rows, store::events_of_open(tx, organisation));
        std::ranges::sort(out.entries, before);
        return out;
    });
    auto persons = named(shown.entries);
    return noted(call, std::move(shown), std::move(persons), "programmes.journal_seen");
}

Written<Page<Entry>> list_closed(Call& call, Query<OfOrganisation> filter) {
    const int size = filter->limit.value_or(50);
    std::int64_t last = 0;
    auto page = call.read([&](db::Tx& tx) {
        Views views(tx);
        auto rows = store::closed_applications(tx, network::own(tx, filter->organisation), http::place(filter->cursor).value_or(INT64_MAX), size + 1);
        const bool more = cut(rows, size);
        if (more) last = rows.back().number.value;
        return Page<Entry>{views.entries(rows, {}), more ? std::optional(std::to_string(last)) : std::nullopt};
    });
    auto persons = named(page.items);
    return noted(call, std::move(page), std::move(persons), "programmes.journal_seen");
}

Application shown(db::Tx& tx, const Id<Application>& id) { return Views(tx).application(must(store::find_application(tx, id))); }

Written<Application> get_application(Call& call) {
    return call.write([id = call.id<Application>("application")](db::Tx& tx) {
        auto out = shown(tx, id);
        audit::record(tx, "programmes.application_read", id, out.person.uuid);
        return out;
    });
}

Written<Application> post_application(Call& call, NewApplication given) {
    return call.write([given = std::move(given), person = call.id<people::Person>("person")](db::Tx& tx) {
        return Views(tx).application(receive(tx, person, given));
    });
}

Written<Application> put_application(Call& call, ChangeApplication given) {
    return call.write([given = std::move(given), id = call.id<Application>("application"), revision = call.revision()](db::Tx& tx) {
        change(tx, id, given, revision);
        return shown(tx, id);
    });
}

/// Steps that the desk takes; the others have routes and permissions of their own.
bool of_the_desk(EventKind kind) {
    using enum EventKind;
    return kind == returned || kind == resumed || kind == withdrawn || kind == delivered || kind == closed;
}

/// Of an application that is there: otherwise whoever asks learns nothing.
void must_be(db::Tx& tx, const Id<Application>& id, EventKind kind, bool allowed) {
    own_application(tx, id);
    if (!allowed) throw Refused(refuse_field("/kind", "core.unknown_value", {{"value", std::string(json::name_of(kind))}}).error());
}

Written<Application> post_step(Call& call, StepRequest given) {
    return call.write([given = std::move(given), id = call.id<Application>("application")](db::Tx& tx) {
        must_be(tx, id, given.kind, of_the_desk(given.kind));
        move(tx, id, {given.kind, given.day, {}, given.note});
        return shown(tx, id);
    });
}

Written<Application> post_assessment(Call& call, AssessStep given) {
    return call.write([given = std::move(given), id = call.id<Application>("application")](db::Tx& tx) {
        move(tx, id, {EventKind::assessed, given.day, {}, given.note}, given.assessment);
        return shown(tx, id);
    });
}

Written<Application> post_decision(Call& call, Decision given) {
    if (given.kind == EventKind::granted) given.reason.reset();
    return call.write([given = std::move(given), id = call.id<Application>("application")](db::Tx& tx) {
        must_be(tx, id, given.kind, given.kind == EventKind::granted || given.kind == EventKind::refused);
        move(tx, id, {given.kind, given.day, given.reason, given.note});
        return shown(tx, id);
    });
}

Written<OfPerson> get_of_person(Call& call) {
    return call.write([id = call.id<people::Person>("person")](db::Tx& tx) {
        const auto person = must(people::find_person(tx, id)).number;
        Views views(tx);
        OfPerson out;
        const auto applications = store::applications_of(tx, person, most_of_a_person);
        std::map<std::int64_t, std::vector<Event>> events;
        for (const auto& each : applications) events.emplace(each.number.value, store::events(tx, each.number));
        out.applications = views.entries(applications, events);
        out.programmes = views.entries(store::programmes_of(tx, person, local_date(tx.now(), network::zone(tx, tx.caller().organisation))));
        auto all = contracts(tx, person, Date{0}, *make_date(9999, 12, 31));
        std::ranges::reverse(all);
        out.contracts = views.contracts(all);
        audit::record(tx, "programmes.person_read", id, id.uuid);
        return out;
    });
}

}  // namespace

void add_application_routes(http::Routes& routes) {
    routes.get("/api/v1/applications", "programmes.see", "Open applications of an institution, what is due first before all", journal);
    routes.get("/api/v1/closed-applications", "programmes.see", "Applications from which nothing more follows, the newest first", list_closed);
    routes.get("/api/v1/persons/{person}/programmes", "programmes.see", "Applications, programmes and contracts of a person", get_of_person);
    routes.post("/api/v1/persons/{person}/applications", "programmes.register", "Register an application for services", post_application).replay = http::Replay::done;
    routes.get("/api/v1/applications/{application}", "programmes.see", "An application with what happened and what is next", get_application);
    routes.put("/api/v1/applications/{application}", "programmes.register", "Correct an application before the decision", put_application);
    routes.act("/api/v1/applications/{application}/steps", "programmes.register", "Missing papers, their arrival, a withdrawal, an act of urgent services", post_step).replay =
        http::Replay::done;
    routes.act("/api/v1/applications/{application}/assessment", "programmes.assess", "The need was assessed", post_assessment).replay = http::Replay::done;
    routes.act("/api/v1/applications/{application}/decision", "programmes.decide", "Grant an application, or refuse it with a reason", post_decision).replay =
        http::Replay::done;
}

}  // namespace ryadom::programmes
