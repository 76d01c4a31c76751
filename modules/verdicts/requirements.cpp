#include "modules/verdicts/requirements.hpp"

#include <algorithm>

namespace ryadom::verdicts {

const practices::Statement* Requirements::find(std::string_view statement) const {
    const auto at = std::ranges::find(statements, statement, &practices::Statement::id);
    return at == statements.end() ? nullptr : &*at;
}

const Book::OfDay& Book::on(Date day) {
    const auto known = days_.find(day);
    if (known != days_.end()) return known->second;
    return days_.emplace(day, OfDay{standards::in_force(tx_, day, as_of_), standards::waivers(tx_, day, as_of_)}).first->second;
}

const std::vector<Number<network::Organisation>>& Book::above(Number<network::Organisation> organisation) {
    const auto known = above_.find(organisation.value);
    if (known != above_.end()) return known->second;
    return above_.emplace(organisation.value, network::ancestors(tx_, organisation)).first->second;
}

Requirements Book::of(const rollout::Way& way, const practices::Package& package, Date day) {
    const auto& that = on(day);
    Requirements out;
    const auto standard = std::ranges::find_if(that.in_force, [&](const standards::InForce& each) { return each.practice == way.practice; });
    if (standard == that.in_force.end()) {
        out.statements = package.standard.statements;
        return out;
    }
    out.standard = *standard;
    out.statements = standard->content->statements;
    const auto& organisations = above(way.organisation);
    for (const auto& waiver : that.waivers) {
        if (waiver.standard != standard->standard || std::ranges::find(organisations, waiver.organisation, &Number<network::Organisation>::value) == organisations.end())
            continue;
        for (const auto& statement : out.statements)
            if (waiver.statement.empty() || waiver.statement == statement.id) {
                auto& until = out.waived[statement.id];
                until = std::max(until, waiver.until);
            }
    }
    return out;
}

}  // namespace ryadom::verdicts
