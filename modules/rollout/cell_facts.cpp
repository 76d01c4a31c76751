#include "modules/rollout/cell_facts.hpp"

namespace ryadom::rollout {
namespace {

FactView view_of(const ledger::Fact& fact, const std::map<Uuid, std::string>& services, const std::map<Uuid, std::string>& positions) {
    FactView view{fact.id, fact.performed_on, {}, fact.minutes, fact.channel, fact.unnamed_count, {}, {}, {}, {}, {}};
    if (const auto service = services.find(fact.service.uuid); service != services.end()) view.service = service->second;
    if (fact.person) {
        view.person = fact.person->id;
        view.age = fact.person->age;
        view.sex = fact.person->sex;
        view.name = fact.person->name;
    }
    if (const auto worker = fact.worker ? positions.find(fact.worker->uuid) : positions.end(); worker != positions.end())
        view.worker_position = worker->second;
    return view;
}

}  // namespace

CellFacts cell_facts(db::Tx& tx, const Tongue& tongue, const ledger::image::Image& image, const FactsQuery& query, Date today) {
    const auto organisation = network::own(tx, query.organisation);
    const auto practice = must(practices::find_practice(tx, query.practice));
    auto list = ledger::facts_behind(tx, image, ledger::image_scope(tx.caller().scope), practice.number, network::subtree(tx, organisation.value),
                                     query.from.value_or(Date{}), query.to.value_or(today), http::place(query.cursor), query.limit.value_or(http::Paging{}.size()));
    std::map<Uuid, std::string> services;
    for (const auto& row : catalogue::all_services(tx)) services.emplace(row.service.id.uuid, tongue.title(row.service.titles));
    const auto positions = store::positions_of_staff(tx, organisation);
    CellFacts out;
    if (list.next) out.page.next = std::to_string(*list.next);
    for (const auto& fact : list.facts) out.page.items.push_back(view_of(fact, services, positions));
    out.facts = std::move(list.facts);
    return out;
}

}  // namespace ryadom::rollout
