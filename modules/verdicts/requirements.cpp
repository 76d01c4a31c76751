#include "modules/verdicts/requirements.hpp"

#include <algorithm>

namespace ryadom::verdicts {
namespace {

bool delivers(network::OrganisationKind kind) {
    switch (kind) {
        case network::OrganisationKind::centre:
        case network::OrganisationKind::branch:
        case network::OrganisationKind::residential:
        case network::OrganisationKind::remote_centre: return true;
        case network::OrganisationKind::department:
        case network::OrganisationKind::authority:
        case network::OrganisationKind::partner:
        case network::OrganisationKind::supplier: return false;
    }
    throw std::logic_error("a kind of organisation that there is not");
}

}  // namespace

Subject of_practice(const rollout::Way& way) { return {way.organisation, way, {}}; }

std::shared_ptr<const practices::Package> package_of(db::Tx& tx, const Subject& subject) {
    static const auto none = std::make_shared<const practices::Package>();
    return subject.way ? practices::package_of(tx, subject.way->version) : none;
}

std::vector<Number<network::Organisation>> providers(db::Tx& tx, Date day) {
    const auto all = network::all_organisations(tx);
    std::set<Uuid> delivering;
    for (const auto& each : all)
        if (delivers(each.organisation.kind)) delivering.insert(each.organisation.id.uuid);
    std::vector<Number<network::Organisation>> out;
    for (const auto& [number, organisation, district] : all) {
        const bool part = organisation.parent && delivering.contains(organisation.parent->uuid);
        const bool closed = organisation.closed_on && *organisation.closed_on <= day;
        if (delivering.contains(organisation.id.uuid) && !part && !closed) out.push_back(number);
    }
    return out;
}

std::vector<Subject> subjects_of(db::Tx& tx, std::span<const rollout::Way> ways, Date as_of) {
    std::vector<Subject> out;
    for (const auto& way : ways) out.push_back(of_practice(way));
    std::vector<Number<catalogue::Service>> services;
    for (const auto& standard : standards::in_force(tx, as_of, as_of))
        if (standard.service) services.push_back(*standard.service);
    if (services.empty()) return out;
    for (const auto centre : providers(tx, as_of))
        for (const auto service : services) out.push_back({centre, {}, service});
    std::ranges::stable_sort(out, {}, [](const Subject& each) { return each.organisation.value; });
    return out;
}

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

Requirements Book::of(const Subject& subject, const practices::Package& package, Date day) {
    const auto& that = on(day);
    Requirements out;
    const auto standard = std::ranges::find_if(that.in_force, [&](const standards::InForce& each) { return subject.is_of(each); });
    if (standard == that.in_force.end()) {
        out.statements = package.standard.statements;
        return out;
    }
    out.standard = *standard;
    out.statements = standard->content->statements;
    const auto& organisations = above(subject.organisation);
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
