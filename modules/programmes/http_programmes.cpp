// Individual programmes: drafted, approved, followed by versions, marked, ended. Every look is in the log.
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

constexpr int most_drafts = 200;

Written<Page<ProgrammeEntry>> shown(Call& call, Page<ProgrammeEntry> page) {
    return call.write([page = std::move(page)](db::Tx& tx) {
        if (const auto persons = named(page.items); !persons.empty()) audit::record_shown(tx, "programmes.programmes_listed", persons);
        return page;
    });
}

Written<Page<ProgrammeEntry>> list(Call& call, Query<OfOrganisation> filter) {
    const int size = filter->limit.value_or(50);
    return shown(call, call.read([&](db::Tx& tx) {
        Views views(tx);
        const auto organisation = network::own(tx, filter->organisation);
        auto rows = store::in_force(tx, organisation, views.today(organisation), http::place(filter->cursor).value_or(0), size + 1);
        Page<ProgrammeEntry> page;
        if (cut(rows, size)) page.next = std::to_string(rows.back().place);
        page.items = views.entries(rows);
        return page;
    }));
}

Written<Page<ProgrammeEntry>> list_drafts(Call& call, Query<OfOrganisation> filter) {
    return shown(call, call.read([&](db::Tx& tx) {
        Views views(tx);
        return Page<ProgrammeEntry>{views.entries(store::drafts(tx, network::own(tx, filter->organisation), most_drafts)), {}};
    }));
}

Programme one(db::Tx& tx, const Id<Programme>& id) { return Views(tx).programme(must(store::find_programme(tx, id))); }

Written<Programme> get_programme(Call& call) {
    return call.write([id = call.id<Programme>("programme")](db::Tx& tx) {
        auto out = one(tx, id);
        audit::record(tx, "programmes.programme_read", id, out.person.uuid);
        return out;
    });
}

Written<Programme> post_programme(Call& call, NewProgramme given) {
    return call.write([given = std::move(given), person = call.id<people::Person>("person")](db::Tx& tx) {
        return Views(tx).programme(draft(tx, person, given));
    });
}

/// Does something with the programme of the path and shows it.
template <class Given>
Written<Programme> done(Call& call, Given given, void (*work)(db::Tx&, const Id<Programme>&, const Given&)) {
    return call.write([given = std::move(given), work, id = call.id<Programme>("programme")](db::Tx& tx) {
        work(tx, id, given);
        return one(tx, id);
    });
}

Written<Programme> put_draft(Call& call, ChangeDraft given) {
    return call.write([given = std::move(given), id = call.id<Programme>("programme"), revision = call.revision()](db::Tx& tx) {
        change_draft(tx, id, given, revision);
        return one(tx, id);
    });
}

Written<void> delete_draft(Call& call) {
    return call.write([id = call.id<Programme>("programme")](db::Tx& tx) { remove_draft(tx, id); });
}

Written<Difference> get_difference(Call& call, Query<DifferenceQuery> query) {
    return call.write([id = call.id<Programme>("programme"), from = query->from, to = query->to](db::Tx& tx) {
        const auto programme = one(tx, id);
        const auto version = [&](int number) {
            const auto found = std::ranges::find(programme.versions, number, &Version::version);
            if (found == programme.versions.end()) throw Refused(absent());
            return found->content;
        };
        audit::record(tx, "programmes.programme_read", id, programme.person.uuid);
        const int newest = to.value_or(programme.versions.front().version);
        return difference(version(from.value_or(newest - 1)), version(newest));
    });
}

Written<Care> get_grounds(Call& call, Query<NormFilter> filter) {
    return call.write([id = call.id<people::Person>("person"), day = filter->on.value_or(call.today())](db::Tx& tx) {
        const auto person = must(people::find_person(tx, id)).number;
        const auto timetable = store::timetable(tx);
        Care out;
        out.most_months = timetable.amount(NormKind::programme_months, day);
        if (const auto level = store::level_on(tx, person, day)) {
            out.level = level->level;
            out.assessed_on = level->assessed_on;
            out.minutes_from = timetable.amount(NormKind::care_minutes_from, day, level->level);
            out.minutes_to = timetable.amount(NormKind::care_minutes_to, day, level->level);
        }
        audit::record(tx, "programmes.person_read", id, id.uuid);
        return out;
    });
}

}  // namespace

void add_programme_routes(http::Routes& routes) {
    routes.get("/api/v1/programmes", "programmes.see", "Programmes of an institution in force, what is to be reviewed first before all", list);
    routes.get("/api/v1/programme-drafts", "programmes.see", "Drafts that wait for approval", list_drafts);
    routes.get("/api/v1/persons/{person}/programme-grounds", "programmes.see", "Level and minutes of long-term care that a programme may start from", get_grounds);
    routes.post("/api/v1/persons/{person}/programmes", "programmes.plan", "Draft a programme", post_programme).replay = http::Replay::done;
    routes.get("/api/v1/programmes/{programme}", "programmes.see", "A programme with its versions", get_programme);
    routes.get("/api/v1/programmes/{programme}/difference", "programmes.see", "Two versions side by side", get_difference);
    routes.post("/api/v1/programmes/{programme}/versions", "programmes.plan", "Draft the next version, and why",
                [](Call& call, NewVersion given) { return done(call, std::move(given), draft_version); }).replay = http::Replay::done;
    routes.put("/api/v1/programmes/{programme}/draft", "programmes.plan", "Write the draft anew", put_draft);
    routes.remove("/api/v1/programmes/{programme}/draft", "programmes.plan", "Throw the draft of a later version away", delete_draft);
    routes.act("/api/v1/programmes/{programme}/approve", "programmes.decide", "Approve the draft: it never changes from then on",
               [](Call& call, ApproveVersion given) { return done(call, std::move(given), approve); }).replay = http::Replay::done;
    routes.act("/api/v1/programmes/{programme}/marks", "programmes.plan", "Mark services as fulfilled or not",
               [](Call& call, NewMarks given) { return done(call, std::move(given), mark); }).replay = http::Replay::done;
    routes.act("/api/v1/programmes/{programme}/end", "programmes.plan", "End a programme before its time, and its contracts", [](Call& call, EndProgramme given) {
        return done(call, std::move(given), static_cast<void (*)(db::Tx&, const Id<Programme>&, const EndProgramme&)>(end));
    }).replay = http::Replay::done;
}

}  // namespace ryadom::programmes
