// Adoptions of a centre: choosing, the whole state with readiness and plan, versions, stops, adaptations.
#include "modules/rollout/export.hpp"
#include "modules/rollout/http.hpp"
#include "modules/rollout/http_merge.hpp"
#include "modules/rollout/say.hpp"

#include "platform/audit/audit.hpp"

#include <algorithm>
#include <set>

namespace ryadom::rollout {
store::AdoptionRow own_adoption(db::Tx& tx, const Id<Adoption>& id) {
    auto row = must(store::find_adoption(tx, id));
    const auto organisation = must(network::find_organisation(tx, row.organisation));
    network::own(tx, organisation.organisation.id);
    return row;
}

AdoptionHead head(db::Tx& tx, const store::AdoptionRow& row, const Tongue& tongue) {
    const auto organisation = must(network::find_organisation(tx, row.organisation));
    const auto practice = must(practices::find_practice(tx, row.practice));
    AdoptionHead out;
    out.id = row.id;
    out.organisation = name_of(organisation);
    out.practice = name_of(tongue, practice);
    out.version = must(practices::find_version(tx, row.version)).version;
    out.chosen_on = row.chosen_on;
    out.confirmed_on = row.confirmed_on;
    out.opened_on = row.opened_on;
    if (!row.opening_order.empty()) out.opening_order = row.opening_order;
    out.stopped_on = row.stopped_on;
    if (row.stopped_on) out.stop_reason = row.stop_reason;
    out.revision = row.revision;
    return out;
}

namespace {

using http::Call;
using http::Written;

Tongue tongue_of(const Call& call) { return {call.texts(), call.language()}; }

Written<AdoptionHead> post_adoption(Call& call, AdoptRequest request) {
    return call.write([request, tongue = tongue_of(call)](db::Tx& tx) {
        network::own(tx, request.organisation);
        return head(tx, choose(tx, must(network::find_organisation(tx, request.organisation)), request), tongue);
    });
}

/// Answers the head after a decision about an adoption.
template <class Decision>
Written<AdoptionHead> decide(const Call& call, Decision decision) {
    return call.write([decision, id = call.id<Adoption>("adoption"), tongue = tongue_of(call)](db::Tx& tx) {
        decision(tx, own_adoption(tx, id));
        return head(tx, *store::find_adoption(tx, id), tongue);
    });
}

Written<AdoptionHead> post_stop(Call& call, ReasonRequest request) {
    return decide(call, [request](db::Tx& tx, const store::AdoptionRow& row) { stop(tx, row, request.reason); });
}

Written<AdoptionHead> post_plan(Call& call, ConfirmRequest request) {
    return decide(call, [request](db::Tx& tx, const store::AdoptionRow& row) { confirm(tx, row, request); });
}

http::Page<ProposedView> plan_proposal(Call& call) {
    const Reader reader(call);
    return call.read([&](db::Tx& tx) {
        const auto row = own_adoption(tx, call.id<Adoption>("adoption"));
        http::Page<ProposedView> page;
        for (const auto& each : proposal(tx, row, today_at(tx, row.organisation)))
            page.items.push_back({each.element.kind, each.element.need.id, said_in(each.element.title, reader.language()),
                                  each.step ? std::optional(said_in(*each.step, reader.language())) : std::nullopt,
                                  each.element.need.obligation == Obligation::mandatory, reader.owner(owner_text(each.owner)), each.due,
                                  missing_said(reader, each.element, each.missing)});
        return page;
    });
}

http::Page<AdoptionItem> list_adoptions(Call& call, const std::shared_ptr<const Board>& board, const AdoptionQuery& query) {
    const Reader reader(call);
    http::Page<AdoptionItem> page;
    for (const auto& cell : board->cells) {
        const auto& organisation = board->organisation_of(cell);
        const auto& practice = board->practice_of(cell);
        if (!cell.adoption || (query.organisation && organisation.organisation.id != *query.organisation) ||
            (query.practice && practice.id != *query.practice))
            continue;
        page.items.push_back({cell.adoption->id, name_of(organisation), name_of(reader, practice), cell.adoption->chosen_on, state_view(cell)});
    }
    return page;
}

std::vector<AdaptableView> adaptable_of(db::Tx& tx, const store::AdoptionRow& row, const practices::Package& package, const std::string& language) {
    const auto made = store::adaptations_of(tx, row.number);
    std::vector<AdaptableView> out;
    for (const auto& component : package.components.adaptable) {
        AdaptableView view{component.id, said_in(component.title, language), {}};
        const auto found = std::ranges::find(made, component.id, &Adaptation::component);
        if (found != made.end()) view.text = found->text;
        out.push_back(std::move(view));
    }
    return out;
}

/// Newest published version, where it is not the one in use.
std::optional<std::string> newer(db::Tx& tx, const store::AdoptionRow& row) {
    const auto latest = practices::latest_version(tx, row.practice);
    if (!latest || latest->number == row.version) return std::nullopt;
    return latest->version;
}

AdoptionView one_adoption(Call& call, Boards& boards) {
    const auto board = boards.at(call.database(), std::nullopt, call.now());
    const Reader reader(call);
    return call.read([&](db::Tx& tx) {
        const auto row = own_adoption(tx, call.id<Adoption>("adoption"));
        const auto* cell = board->find(row.organisation.value, row.practice.value);
        if (!cell) throw Refused(absent());
        const auto package = practices::package_of(tx, row.version);
        const auto lines = store::lines_of(tx, row.number);
        AdoptionView out;
        out.head = head(tx, row, reader);
        out.newer_version = newer(tx, row);
        out.today = cell->today;
        out.state = state_view(*cell);
        out.reason = reason(reader, *board, *cell);
        out.first = first_view(cell->now.first);
        out.forecast = forecast_view(cell->forecast);
        const auto elements = needs_of(*package);
        const auto centre = centre_of(tx, row.organisation, cell->today);
        const auto& needs = centre.needs_of(row.number);
        for (std::size_t i = 0; i < needs.size(); ++i) out.needs.push_back(need_view(reader, elements[i], needs[i]));
        for (const auto& line : lines) out.lines.push_back(line_view(reader, line.line, *package));
        out.adaptable = adaptable_of(tx, row, *package, reader.language());
        out.next = next_actions(reader, *board, *cell, lines);
        out.revision = row.revision;
        return out;
    });
}

Written<Adaptations> put_adaptations(Call& call, Adaptations adaptations) {
    adaptations.revision = call.revision();
    return call.write([adaptations, id = call.id<Adoption>("adoption")](db::Tx& tx) {
        const auto row = own_adoption(tx, id);
        const auto package = practices::package_of(tx, row.version);
        std::set<std::string> seen;
        for (std::size_t i = 0; i < adaptations.items.size(); ++i) {
            const auto& component = adaptations.items[i].component;
            const auto pointer = "/items/" + std::to_string(i) + "/component";
            if (std::ranges::find(package->components.adaptable, component, &practices::Component::id) == package->components.adaptable.end())
                throw Refused(refuse_field(pointer, "rollout.not_adaptable").error());
            if (!seen.insert(component).second) throw Refused(refuse_field(pointer, "rollout.named_twice").error());
        }
        http::must_change(store::write_adaptations(tx, row, adaptations.items, adaptations.revision));
        audit::record(tx, "rollout.adapted", id);
        auto out = adaptations;
        ++out.revision;
        return out;
    });
}

}  // namespace

void add_adoption_routes(http::Routes& routes, const SharedBoards& boards) {
    routes.get("/api/v1/adoptions", "rollout.see", "Who runs what, and at which stage", [boards](Call& call, http::Query<AdoptionQuery> query) {
        return list_adoptions(call, boards->at(call.database(), std::nullopt, call.now()), query.value);
    });
    routes.get("/api/v1/adoptions/export", "rollout.see", "Who runs what, as a file", [boards](Call& call, http::Query<AdoptionQuery> query) {
        const auto list = list_adoptions(call, boards->at(call.database(), std::nullopt, call.now()), query.value);
        return adoptions_table(tongue_of(call), list.items, call.today());
    });
    routes.post("/api/v1/adoptions", "rollout.adopt", "Choose a practice, or go on with one that was stopped", post_adoption);
    routes.get("/api/v1/adoptions/{adoption}", "rollout.see", "An adoption with readiness and plan", [boards](Call& call) { return one_adoption(call, *boards); });
    routes.get("/api/v1/adoptions/{adoption}/plan", "rollout.adopt", "The plan that the package proposes", plan_proposal);
    routes.act("/api/v1/adoptions/{adoption}/plan", "rollout.adopt", "Confirm the plan", post_plan);
    routes.act("/api/v1/adoptions/{adoption}/stop", "rollout.adopt", "Stop a practice", post_stop);
    routes.put("/api/v1/adoptions/{adoption}/adaptations", "rollout.adopt", "Local adaptations of adaptable components", put_adaptations);
}

}  // namespace ryadom::rollout
