// What centres take home, and what came of it within 90 days.
#include "modules/exchange/http.hpp"
#include "modules/exchange/results.hpp"

#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::exchange {

struct YearQuery {
    std::optional<int> year;
};
constexpr auto describe(json::Type<YearQuery>) {
    return json::object("ExchangeYearQuery", json::field("year", &YearQuery::year, "Year; absent: this one", json::range(2000, 2200)));
}

namespace {

using http::Call;
using http::Written;

Written<EventView> post_pick(Call& call, PickRequest request) {
    return call.write([request, id = call.id<Event>("event"), language = call.language()](db::Tx& tx) {
        const auto organisation = network::own(tx, request.organisation);
        const auto event = must(store::find_event(tx, id));
        const auto practice = practice_at(tx, request.practice, "/practice");
        const auto delegation = store::find_delegation(tx, event.number, organisation);
        if (!delegation || delegation->delegation.came == 0) throw Refused(refuse("exchange.was_not_there").error());
        if (!store::shows(tx, event.number, practice)) throw Refused(refuse_field("/practice", "exchange.not_shown").error());
        const auto pick = store::insert_pick(tx, event.number, organisation, practice, today_at(tx, organisation));
        audit::record(tx, "exchange.picked", pick);
        return event_view(tx, event, language);
    });
}

store::PickRow own_pick(db::Tx& tx, const Id<Pick>& id) {
    auto row = must(store::find_pick(tx, id));
    if (!tx.caller().scope.holds(row.organisation.value)) throw Refused(absent());
    return row;
}

Written<EventView> adopt(Call& call) {
    return call.write([id = call.id<Pick>("pick"), language = call.language()](db::Tx& tx) {
        const auto row = own_pick(tx, id);
        const auto organisation = must(network::find_organisation(tx, row.organisation));
        store::set_adoption(tx, row.number, rollout::adopt(tx, organisation, row.practice));
        audit::record(tx, "exchange.taken_home", id);
        return event_view(tx, must(store::find_event(tx, row.event)), language);
    });
}

Written<void> remove_pick(Call& call) {
    return call.write([id = call.id<Pick>("pick")](db::Tx& tx) {
        const auto row = own_pick(tx, id);
        if (row.pick.adoption) throw Refused(refuse("exchange.adopted_already").error());
        store::remove_pick(tx, row.number);
        audit::record(tx, "exchange.pick_removed", id);
    });
}

StepView step_view(db::Tx& tx, const Ways& ways, const Step& step, const store::EventRow& event, Titles& titles) {
    const auto organisation = must(network::find_organisation(tx, step.organisation));
    StepView out;
    out.organisation = {organisation.organisation.id.uuid, organisation.organisation.short_title};
    out.practice = titles.of(tx, step.practice);
    out.before = had_before(step, event.event.starts_on);
    out.in_time = taken_home(step, event.event.starts_on, event.event.ends_on);
    out.chosen_on = step.chosen;
    out.started_on = step.started;
    if (const auto* way = ways.find(step.organisation, step.practice)) out.stage = way->stage;
    return out;
}

ResultView result(Call& call, rollout::Boards& boards) {
    const Ways ways(rollout::ways(boards, call.database(), std::nullopt, call.now()));
    return call.read([&](db::Tx& tx) {
        const auto event = must(store::find_event(tx, call.id<Event>("event")));
        std::vector<store::Centre> centres;
        for (const auto& each : store::delegations(tx, event.number))
            if (each.delegation.came > 0) centres.push_back(each.organisation);
        std::vector<store::Practice> practices;
        for (const auto& item : store::programme(tx, event.number))
            for (const auto practice : item.practices)
                if (std::ranges::find(practices, practice) == practices.end()) practices.push_back(practice);
        Titles titles(call.language());
        const auto all = steps(ways, centres, practices);
        ResultView out;
        out.until = event.event.ends_on + followup_days;
        out.settled = out.until < today_at(tx, event.host);
        out.outcome = view(outcome(all, event.event.starts_on, event.event.ends_on));
        for (const auto& step : all) out.steps.push_back(step_view(tx, ways, step, event, titles));
        return out;
    });
}

YearFigures figures_by_year(Call& call, rollout::Boards& boards, const YearQuery& query) {
    const Ways ways(rollout::ways(boards, call.database(), std::nullopt, call.now()));
    const auto today = call.today();
    return call.read([&](db::Tx& tx) { return figures_of_year(tx, ways, query.year.value_or(parts(today).year), today); });
}

}  // namespace

void add_result_routes(http::Routes& routes, const SharedBoards& boards) {
    routes.post("/api/v1/exchange/events/{event}/picks", "exchange.sign_up", "Mean to take home a practice that was shown", post_pick).replay =
        http::Replay::done;
    routes.act("/api/v1/exchange/picks/{pick}/adopt", "exchange.approve", "Adopt what was picked: its way in the matrix begins", adopt).replay =
        http::Replay::done;
    routes.remove("/api/v1/exchange/picks/{pick}", "exchange.sign_up", "Take a pick back", remove_pick);
    routes.get("/api/v1/exchange/events/{event}/result", "exchange.see", "Which centres adopted within 90 days what they were shown", [boards](Call& call) {
        return result(call, *boards);
    });
    routes.get("/api/v1/exchange/figures", "exchange.see", "What the events of a year led to", [boards](Call& call, http::Query<YearQuery> query) {
        return figures_by_year(call, *boards, query.value);
    });
}

}  // namespace ryadom::exchange
