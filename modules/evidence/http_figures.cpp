// What the server's own data say: the comparison, scales before and after, and the cost by the region's rates.
#include "modules/evidence/comparison.hpp"
#include "modules/evidence/cost.hpp"
#include "modules/evidence/http.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::evidence {
namespace {

using http::Call;
using http::Written;

constexpr int months_of_cost = 12;

// Aggregates of the whole region, in which nobody is told apart: read as the system, since every member of staff may see them.

Comparison get_comparison(Call& call, const SharedBoards& boards, const ImageSource& image, const ComparisonQuery& query) {
    const auto ways = rollout::ways(*boards, call.database(), std::nullopt, call.now());
    std::vector<network::OrganisationRow> organisations;
    const auto centres = call.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        organisations = network::all_organisations(tx);
        return candidates(tx, practice_of(tx, call).number, ways);
    });
    return compare(centres, organisations, image(), query.measure, call.today());
}

Outcomes get_outcomes(Call& call, const SharedBoards& boards, const ImageSource& image, const OutcomesQuery& query) {
    const auto ways = rollout::ways(*boards, call.database(), std::nullopt, call.now());
    const auto day = std::min(query.as_of.value_or(call.today()), call.today());
    return call.database().read_as(db::Caller::system(), [&](db::Tx& tx) { return outcomes(tx, practice_of(tx, call), ways, image(), day); });
}

/// Twelve whole months, unless the query says otherwise; no part of one, since a day more would tell of that day's people.
Period days_of(const CostQuery& query, Date today) {
    const auto last = previous(period_of(today, PeriodLength::month), PeriodLength::month);
    auto first = last;
    for (int i = 1; i < months_of_cost; ++i) first = previous(first, PeriodLength::month);
    const Period out{query.from.value_or(first.first), query.to.value_or(last.last)};
    if (out.last < out.first) throw Refused(refuse_field("/to", "evidence.ends_before_begin").error());
    if (out.first != period_of(out.first, PeriodLength::month).first) throw Refused(refuse_field("/from", "evidence.whole_months").error());
    if (out.last != period_of(out.last, PeriodLength::month).last) throw Refused(refuse_field("/to", "evidence.whole_months").error());
    return out;
}

Cost get_cost(Call& call, const SharedBoards& boards, const ImageSource& image, const CostQuery& query) {
    const auto days = days_of(query, call.today());
    const auto ways = rollout::ways(*boards, call.database(), std::nullopt, call.now());
    return cost(call.database().read_as(db::Caller::system(), [&](db::Tx& tx) { return cost_input(tx, practice_of(tx, call), ways, image(), days); }));
}

http::Page<Rate> get_rates(Call& call) {
    return call.read([](db::Tx& tx) { return http::Page<Rate>{store::rates(tx), {}}; });
}

Written<http::Page<Rate>> post_rate(Call& call, Rate rate) {
    return call.write([rate](db::Tx& tx) {
        store::put_rate(tx, rate);
        audit::record(tx, "evidence.rate_set", std::nullopt, std::nullopt,
                      json::write(json::Object{{"qualification", rate.qualification}, {"valid_from", to_string(rate.valid_from)}, {"hour_kopecks", rate.hour_kopecks}}));
        return http::Page<Rate>{store::rates(tx), {}};
    });
}

}  // namespace

void add_figure_routes(http::Routes& routes, const SharedBoards& boards, const ImageSource& image) {
    routes.get("/api/v1/practices/{practice}/comparison", "evidence.see", "Before and after the start against centres not yet started",
               [boards, image](Call& call, http::Query<ComparisonQuery> query) { return get_comparison(call, boards, image, query.value); })
        .pool = http::Pool::heavy;
    routes.get("/api/v1/practices/{practice}/outcomes", "evidence.see", "Scales before and after, of the region and by centre",
               [boards, image](Call& call, http::Query<OutcomesQuery> query) { return get_outcomes(call, boards, image, query.value); })
        .pool = http::Pool::heavy;
    routes.get("/api/v1/practices/{practice}/cost", "evidence.see", "What a recipient and a result cost, with the parts",
               [boards, image](Call& call, http::Query<CostQuery> query) { return get_cost(call, boards, image, query.value); })
        .pool = http::Pool::heavy;
    routes.get("/api/v1/hour-rates", "evidence.see", "What an hour of a qualification costs the region", get_rates);
    routes.act("/api/v1/hour-rates", "evidence.rate", "Set a rate from a day on", post_rate);
}

}  // namespace ryadom::evidence
