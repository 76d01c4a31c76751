#include "modules/verdicts/verdicts.hpp"

#include "modules/verdicts/http.hpp"

#include <algorithm>

namespace ryadom::verdicts {
namespace {

std::vector<rollout::Way> ways_of(rollout::Boards& boards, db::Database& database, const Delivery& delivery, std::optional<Date> day, Instant now) {
    if (!delivery.practice) return {};
    auto ways = rollout::ways(boards, database, day, now);
    std::erase_if(ways, [&](const rollout::Way& each) {
        return each.organisation != delivery.organisation || each.practice != *delivery.practice || !under_way(each);
    });
    return ways;
}

bool is_of(const Subject& subject, const Delivery& delivery) {
    return subject.organisation == delivery.organisation && subject.way.has_value() == delivery.practice.has_value() && subject.service == delivery.service;
}

}  // namespace

std::optional<Outcomes> outcomes(const ledger::image::Image& image, rollout::Boards& boards, db::Database& database, const Delivery& delivery,
                                 std::optional<Date> day, Instant now) {
    const auto ways = ways_of(boards, database, delivery, day, now);
    return database.read_as(db::Caller::system(), [&](db::Tx& tx) -> std::optional<Outcomes> {
        const auto as_of = day.value_or(local_date(now, network::zone(tx, delivery.organisation.value)));
        const auto subjects = subjects_of(tx, ways, as_of);
        const auto subject = std::ranges::find_if(subjects, [&](const Subject& each) { return is_of(each, delivery); });
        if (subject == subjects.end()) return std::nullopt;
        const auto judged = judge_subject(tx, image, *subject, as_of);
        if (!judged) return std::nullopt;
        Outcomes out;
        if (judged->requirements.standard) out.standard = judged->requirements.standard->id;
        for (const auto& each : judged->statements) out.statements.emplace(each.statement.id, each.verdict.outcome);
        return out;
    });
}

std::vector<Number<catalogue::Service>> provided(const ledger::image::Image& image, db::Database& database, Number<network::Organisation> organisation, Date as_of) {
    return database.read_as(db::Caller::system(), [&](db::Tx& tx) {
        std::vector<Number<catalogue::Service>> out;
        auto subjects = subjects_of(tx, {}, as_of);
        std::erase_if(subjects, [&](const Subject& each) { return each.organisation != organisation; });
        if (subjects.empty()) return out;
        Book book(tx, as_of);
        Sources sources(tx, image, network::subtree(tx, organisation.value), as_of, as_of);
        const auto grounds = grounds_of(sources, subjects);
        for (std::size_t i = 0; i < subjects.size(); ++i)
            if (binds(grounds[i], subjects[i], book.of(subjects[i], grounds[i].package(), as_of), as_of)) out.push_back(*subjects[i].service);
        return out;
    });
}

}  // namespace ryadom::verdicts
