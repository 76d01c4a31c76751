#include "modules/verdicts/verdicts.hpp"

#include "modules/verdicts/http.hpp"

#include <algorithm>

namespace ryadom::verdicts {

std::optional<Outcomes> outcomes(const ledger::image::Image& image, rollout::Boards& boards, db::Database& database, const Delivery& delivery,
                                 std::optional<Date> day, Instant now) {
    const auto ways = rollout::ways(boards, database, day, now);
    const auto way = std::ranges::find_if(ways, [&](const rollout::Way& each) {
        return each.organisation == delivery.organisation && each.practice == delivery.practice && under_way(each);
    });
    if (way == ways.end()) return std::nullopt;
    return database.read_as(db::Caller::system(), [&](db::Tx& tx) {
        const auto as_of = day.value_or(local_date(now, network::zone(tx, delivery.organisation.value)));
        const auto judged = must(judge_subject(tx, image, of_practice(*way), as_of));
        Outcomes out;
        if (judged.requirements.standard) out.standard = judged.requirements.standard->id;
        for (const auto& each : judged.statements) out.statements.emplace(each.statement.id, each.verdict.outcome);
        return std::optional(std::move(out));
    });
}

}  // namespace ryadom::verdicts
