// Months of a centre: what one would report, and its closing.
#include "modules/acts/http.hpp"

#include "modules/acts/closing.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>
#include <chrono>

namespace ryadom::acts {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

/// Whoever closes waits for what was entered a moment ago.
constexpr std::chrono::milliseconds patience(10'000);
/// Of a centre that has not closed any month yet.
constexpr int months_before = 3;

/// A centre of the caller's, and the day there.
struct Place {
    Number<network::Organisation> number;
    Id<network::Organisation> id;
    Date today;
};
Place place_of(Call& call, const Id<network::Organisation>& organisation) {
    return call.read([&](db::Tx& tx) {
        const auto number = network::own(tx, organisation);
        return Place{number, organisation, local_date(tx.now(), network::zone(tx, number.value))};
    });
}

Page<Month> list_months(Call& call, Query<MonthsQuery> query) {
    const auto place = place_of(call, query->organisation);
    return call.read([&](db::Tx& tx) { return Page<Month>{months(store::closings(tx, place.number), place.today), {}}; });
}

Month get_month(Call& call) {
    auto row = closing_of(call);
    if (call.allowed("acts.see")) call.read([&](db::Tx& tx) { return store::count_standings(tx, row.number, row.month), 0; });
    return row.month;
}

void ask_questions(Call& call, const Running& running, const Place& place, const Period& month, std::vector<Problem>& problems) {
    const auto open = running.open_questions ? running.open_questions(call.database(), call.caller(), place.id, month) : 0;
    if (open > 0) problems.push_back({ProblemKind::open_questions, open, {}, {}});
}

std::optional<Date> last_closed(Call& call, const Place& place) {
    return call.read([&](db::Tx& tx) {
        const auto last = store::last_closing(tx, place.number);
        return last ? std::optional(last->month.month) : std::nullopt;
    });
}

MonthState state_of(const Period& month, Date today, const std::optional<Date>& last) {
    if (last && month.first <= *last) return MonthState::closed;
    return today < month.last ? MonthState::running : MonthState::open;
}

Preview preview_of(const Reckoned& reckoned) {
    Preview out;
    out.month = reckoned.month.first;
    out.totals = reckoned.totals;
    out.problems = reckoned.problems;
    for (const auto& act : reckoned.acts) out.acts.push_back({act.id, act.name, act.bill.facts, act.bill.sum_kopecks, act.bill.payable_kopecks});
    for (const auto& each : reckoned.corrections)
        out.corrections.push_back({each.id, each.name, each.about, each.causes, each.after.sum_kopecks - each.before.sum_kopecks, each.before.payable_kopecks,
                                   each.after.payable_kopecks});
    return out;
}

Written<Preview> preview(Call& call, const Running& running, const MonthQuery& query) {
    const auto place = place_of(call, query.organisation);
    const auto month = period_of(query.month, PeriodLength::month);
    const auto last = last_closed(call, place);
    running.feed().await(patience);
    const auto& image = running.feed().image();
    const auto position = image.position();
    auto out = preview_of(call.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        return reckon(tx, image, position, place.number, month, call.language());
    }));
    ask_questions(call, running, place, month, out.problems);
    out.state = state_of(month, place.today, last);
    if (const auto may = may_close(month, place.today, last); !may) out.not_yet = call.text(may.error().code, may.error().arguments);
    return call.write([out = std::move(out)](db::Tx& tx) {
        std::set<Uuid> persons;
        for (const auto& act : out.acts) persons.insert(act.person.uuid);
        for (const auto& each : out.corrections) persons.insert(each.person.uuid);
        if (!persons.empty()) audit::record_shown(tx, "acts.previewed", persons);
        return out;
    });
}

Written<Month> post_closing(Call& call, const Running& running, const CloseMonth& ask) {
    const auto place = place_of(call, ask.organisation);
    const auto month = period_of(ask.month, PeriodLength::month);
    must(may_close(month, place.today, last_closed(call, place)));
    running.feed().await(patience);
    const auto& image = running.feed().image();
    const auto made = draft(call.database(), image, image.position(), place.number, month, call.language(), ask.accepted, place.today);
    auto problems = made->reckoned.problems;
    ask_questions(call, running, place, month, problems);
    if (!clean(problems) && !ask.accepted) throw Refused(refuse_field("/accepted", "acts.not_clean").error());
    return call.write([made](db::Tx& tx) {
        const auto closed = must(close(tx, *made));
        audit::record(tx, "acts.closed", closed.id);
        return must(store::find(tx, closed.id)).month;
    });
}

}  // namespace

std::vector<Month> months(const std::vector<store::ClosingRow>& closings, Date today) {
    auto month = period_of(today, PeriodLength::month);
    auto first = month;
    for (int i = 1; i < months_before; ++i) first = previous(first, PeriodLength::month);
    if (!closings.empty()) first = next(period_of(closings.front().month.month, PeriodLength::month), PeriodLength::month);
    std::vector<Month> out;
    for (; month.first >= first.first; month = previous(month, PeriodLength::month)) {
        Month open;
        open.month = month.first;
        open.state = today < month.last ? MonthState::running : MonthState::open;
        out.push_back(std::move(open));
    }
    for (const auto& each : closings) out.push_back(each.month);
    return out;
}

store::ClosingRow closing_of(Call& call) {
    return call.read([&](db::Tx& tx) { return must(store::find(tx, call.id<Closing>("closing"))); });
}

void add_month_routes(http::Routes& routes, const Running& running) {
    routes.get("/api/v1/closings", "acts.see_months", "Months of a centre, the newest first", list_months);
    routes.get("/api/v1/closings/preview", "acts.see", "What a month would report and what is to be mended before", [running](Call& call, Query<MonthQuery> query) {
        return preview(call, running, query.value);
    }).pool = http::Pool::heavy;
    routes.post("/api/v1/closings", "acts.close", "Close a month: its acts are made and stay", [running](Call& call, CloseMonth ask) {
        return post_closing(call, running, ask);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/closings/{closing}", "acts.see_months", "A closed month", get_month);
}

}  // namespace ryadom::acts
