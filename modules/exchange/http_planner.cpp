// Whom a centre could visit for a practice: proposals with their reasons.
#include "modules/exchange/http.hpp"
#include "modules/exchange/results.hpp"

#include <algorithm>

namespace ryadom::exchange {

struct PlannerQuery {
    Id<network::Organisation> organisation;
    Id<practices::Practice> practice;
};
constexpr auto describe(json::Type<PlannerQuery>) {
    return json::object("ExchangePlannerQuery", json::field("organisation", &PlannerQuery::organisation, "Centre that wants to learn"),
                        json::field("practice", &PlannerQuery::practice, "What it wants to learn"));
}

struct ProposalView {
    Named host;
    rollout::Stage stage = rollout::Stage::delivering;
    Date since;
    std::vector<std::string> reasons;  ///< in the language of the reader
    int events = 0;
    int adopted = 0;
};
constexpr auto describe(json::Type<ProposalView>) {
    using T = ProposalView;
    using json::field;
    return json::object("ExchangeProposal", field("host", &T::host, "Host"), field("stage", &T::stage, "How far it is with the practice"),
                        field("since", &T::since, "Since"), field("reasons", &T::reasons, "Why"), field("events", &T::events, "Events it has hosted"),
                        field("adopted", &T::adopted, "Visits after which a centre took something home"));
}

namespace {

using http::Call;

constexpr std::size_t most_proposals = 10;

/// What is compared are counts only, so that they are read for every centre.
class Profiles {
  public:
    Profiles(db::Tx& tx, Date today) : tx_(tx), today_(today), districts_(network::all_districts(tx)), spots_(store::spots(tx)) {}

    Profile of(const network::OrganisationRow& row) const {
        const auto held = network::register_of(tx_, row.number, today_);
        Profile out{row.district, {}, {}, 0, static_cast<int>(held.staff.size()), static_cast<int>(held.rooms.size())};
        if (!row.district) return out;
        const auto at = std::ranges::find(districts_, *row.district, &network::DistrictRow::number);
        if (at == districts_.end()) return out;
        out.population = at->district.population;
        out.tile = Tile{at->district.tile_row, at->district.tile_column};
        if (const auto spot = spots_.find(row.district->value); spot != spots_.end()) out.spot = spot->second;
        return out;
    }

  private:
    db::Tx& tx_;
    Date today_;
    std::vector<network::DistrictRow> districts_;
    std::map<std::int64_t, Spot> spots_;
};

struct Hosted {
    int events = 0;
    int adopted = 0;
};
std::map<std::int64_t, Hosted> hosted_before(db::Tx& tx, const Ways& ways, Date today) {
    std::map<std::int64_t, Hosted> out;
    for (const auto& [row, event] : figures(tx, ways, today - 5 * 366, today, today)) {
        auto& host = out[row.host.value];
        ++host.events;
        host.adopted += event.outcome.adopted;
    }
    return out;
}

std::vector<Host> hosts_for(db::Tx& tx, const Profiles& profiles, const Ways& ways, store::Practice practice, store::Centre guest, Date today) {
    auto before = hosted_before(tx, ways, today);
    std::vector<Host> out;
    for (const auto& way : ways.all()) {
        if (way.practice != practice || way.organisation == guest) continue;
        if (way.stage != rollout::Stage::delivering && way.stage != rollout::Stage::sustained) continue;
        const auto row = network::find_organisation(tx, way.organisation);
        if (!row || row->organisation.closed_on) continue;
        const auto& hosted = before[way.organisation.value];
        out.push_back({way.organisation, profiles.of(*row), way.stage, way.since, hosted.events, hosted.adopted});
    }
    return out;
}

http::Page<ProposalView> planner(Call& call, rollout::Boards& boards, const PlannerQuery& query) {
    const Ways ways(rollout::ways(boards, call.database(), std::nullopt, call.now()));
    return call.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        const auto guest = must(network::find_organisation(tx, query.organisation));
        const auto practice = practice_at(tx, query.practice, "/practice");
        const Profiles profiles(tx, call.today());
        const auto hosts = hosts_for(tx, profiles, ways, practice, guest.number, call.today());
        http::Page<ProposalView> page;
        for (const auto& each : propose(profiles.of(guest), hosts)) {
            const auto organisation = must(network::find_organisation(tx, each.host.organisation)).organisation;
            ProposalView view{{organisation.id.uuid, organisation.short_title}, each.host.stage, each.host.since, {}, each.host.events, each.host.adopted};
            for (const auto& reason : each.reasons) view.reasons.push_back(call.text(reason.code, reason.arguments));
            page.items.push_back(std::move(view));
            if (page.items.size() == most_proposals) break;
        }
        return page;
    });
}

}  // namespace

void add_planner_routes(http::Routes& routes, const SharedBoards& boards) {
    routes.get("/api/v1/exchange/planner", "exchange.see", "Hosts for a centre that wants to learn a practice", [boards](Call& call, http::Query<PlannerQuery> query) {
        return planner(call, *boards, query.value);
    });
}

}  // namespace ryadom::exchange
