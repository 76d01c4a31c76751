// What may be checked in a centre, and what it declares beside what is confirmed.
#include "modules/control/http.hpp"

#include <algorithm>

namespace ryadom::control {
namespace {

using http::Call;

struct ChoiceQuery {
    Id<network::Organisation> organisation;
    std::optional<Date> day;
};
constexpr auto describe(json::Type<ChoiceQuery>) {
    return json::object("ControlChoiceQuery", json::field("organisation", &ChoiceQuery::organisation, "Centre"),
                        json::field("day", &ChoiceQuery::day, "In force on this day; absent: today"));
}

struct ComparisonQuery {
    Id<network::Organisation> organisation;
    Id<standards::Version> version;
    std::optional<Date> day;
};
constexpr auto describe(json::Type<ComparisonQuery>) {
    using T = ComparisonQuery;
    return json::object("ControlComparisonQuery", json::field("organisation", &T::organisation, "Centre"),
                        json::field("version", &T::version, "Version in force that day"),
                        json::field("day", &T::day, "As of the end of this day; absent: now"));
}

Choice choice_of(const standards::InForce& each, const std::vector<store::InspectionRow>& self_checks) {
    Choice out;
    out.version = each.id;
    out.code = each.code;
    out.ordinal = each.ordinal;
    out.title = each.content->title;
    out.since = each.since;
    out.items = static_cast<int>(checklist(*each.content).size());
    const auto mine = std::ranges::find(self_checks, each.version, &store::InspectionRow::version);
    if (mine != self_checks.end()) {
        out.self_check = mine->inspection.id;
        out.closed = mine->inspection.closed_on.has_value();
    }
    return out;
}

http::Page<Choice> choices(Call& call, const Facts& facts, const ChoiceQuery& asked) {
    const auto day = asked.day.value_or(call.today());
    const auto centre = call.read([&](db::Tx& tx) { return network::own(tx, asked.organisation); });
    const auto provided = verdicts::provided(facts.image(), call.database(), centre, day);
    return call.read([&](db::Tx& tx) {
        const auto self_checks = store::of_quarter(tx, centre, quarter_of(day));
        http::Page<Choice> page;
        for (const auto& each : binding(tx, centre, provided, day)) {
            auto choice = choice_of(each, self_checks);
            if (each.practice)
                if (const auto practice = practices::find_practice(tx, *each.practice)) choice.practice = practice->id;
            page.items.push_back(std::move(choice));
        }
        return page;
    });
}

struct Compared {
    Looked looked;
    standards::InForce standard;
    std::string title;
};

Compared compared(db::Tx& tx, const ComparisonQuery& query, Date day) {
    const auto centre = network::own(tx, query.organisation);
    const auto in_force = standards::in_force(tx, day, day);
    const auto found = std::ranges::find(in_force, query.version, &standards::InForce::id);
    if (found == in_force.end()) throw Refused(absent());
    return {{centre, found->practice, found->service, found->id}, *found, must(network::find_organisation(tx, centre)).organisation.short_title};
}

Comparison compare(Call& call, const Facts& facts, const ComparisonQuery& query) {
    const auto day = query.day.value_or(call.today());
    const auto of = call.read([&](db::Tx& tx) { return compared(tx, query, day); });
    const auto outcomes = verdicts_of(call, facts, of.looked, query.day);
    return call.read([&](db::Tx& tx) {
        const auto declared = store::closed_marks(tx, of.looked.organisation, of.standard.version, Kind::self_check, day);
        const auto seen = store::closed_marks(tx, of.looked.organisation, of.standard.version, Kind::visit, day);
        const auto put_right = store::put_right(tx, of.looked.organisation, of.standard.version, day);
        Comparison out{day, query.organisation, of.title, query.version, {}};
        for (auto& item : checklist(*of.standard.content)) {
            ComparedItem line;
            Known known{{}, verdict_of(outcomes, item), false};
            if (const auto at = declared.find(item.item); at != declared.end()) line.declared = at->second.mark;
            if (const auto at = seen.find(item.item); at != seen.end()) {
                known.seen = at->second.mark;
                known.put_right = put_right.contains({at->second.inspection.value, item.item});
            }
            const auto [standing, basis] = confirmation(known);
            line.seen = known.seen;
            line.verdict = known.verdict;
            line.standing = standing;
            line.basis = basis;
            line.item = std::move(item);
            out.items.push_back(std::move(line));
        }
        return out;
    });
}

}  // namespace

void add_comparison_routes(http::Routes& routes, const Facts& facts) {
    routes.get("/api/v1/control/choices", "control.see", "Standards that bind a centre, with the self-check of the quarter",
               [facts](Call& call, http::Query<ChoiceQuery> query) { return choices(call, facts, query.value); }).pool = http::Pool::heavy;
    routes.get("/api/v1/control/comparison", "control.see", "What a centre declares beside what is confirmed, item by item",
               [facts](Call& call, http::Query<ComparisonQuery> query) { return compare(call, facts, query.value); }).pool = http::Pool::heavy;
}

}  // namespace ryadom::control
