// A centre that checked itself by the standard in force, and a visit to it whose finding is late.
#include "app/generate/writer.hpp"
#include "modules/control/store.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::generate {
namespace {

namespace store = control::store;

std::optional<standards::InForce> standard_of(db::Tx& tx, Number<practices::Practice> practice, Date day) {
    for (auto& each : standards::in_force(tx, day, day))
        if (each.practice == practice) return std::move(each);
    return std::nullopt;
}

void check_itself(db::Tx& tx, Number<network::Organisation> centre, const standards::InForce& standard, const std::string& proof, Date day) {
    const auto row = store::insert_inspection(tx, control::Kind::self_check, centre, standard.version, day);
    audit::record(tx, "control.self_check_begun", row.inspection.id);
    const auto items = control::checklist(*standard.content);
    for (const auto& item : items) {
        const bool last = item.item == items.back().item;
        const auto mark = last ? control::Mark::partly : control::Mark::met;
        store::insert_mark(tx, row, item.item, {mark, last ? "Не во всех сёлах: не хватает машины" : "", {}, {}, {}, day});
    }
    store::insert_file(tx, row, items.front().item, "document.pdf", proof, day);
    store::close(tx, row.number, day);
    audit::record(tx, "control.self_check_closed", row.inspection.id);
}

void visit(db::Tx& tx, Number<network::Organisation> centre, const standards::InForce& standard, Date day) {
    const auto row = store::insert_inspection(tx, control::Kind::visit, centre, standard.version, day);
    audit::record(tx, "control.visit_begun", row.inspection.id);
    const auto items = control::checklist(*standard.content);
    store::insert_mark(tx, row, items.front().item, {control::Mark::confirmed, "Журнал ведётся, записи за последний месяц на месте", {}, {}, {}, day});
    const control::MarkView found{control::Mark::not_confirmed, "По журналу не видно: в двух записях из пяти этого нет", "Заведующая отделением", 10, {}, day};
    const auto& item = items[std::min<std::size_t>(1, items.size() - 1)].item;
    store::insert_mark(tx, row, item, found);
    store::close(tx, row.number, day);
    audit::record(tx, "control.found", store::insert_finding(tx, row, item, found, day));
    audit::record(tx, "control.visit_closed", row.inspection.id);
}

}  // namespace

void Writer::schedule_control() {
    if (practices_.empty()) return;
    const Date checked = region_.until - 60;
    const Date visited = region_.until - 40;
    const auto runs = [&](const auto& each) { return each.practice == 0 && each.chosen_on && *each.chosen_on < checked && !each.stopped_on; };
    const auto planned = std::ranges::find_if(plan_.adoptions, runs);
    if (planned == plan_.adoptions.end()) return;
    const auto index = planned->organisation;
    on(checked, [this, index, checked](db::Tx& tx) {
        if (const auto standard = standard_of(tx, practices_[0].number, checked)) check_itself(tx, organisations_[slot(index)].number, *standard, proof_, checked);
    });
    on(visited, [this, index, visited](db::Tx& tx) {
        if (const auto standard = standard_of(tx, practices_[0].number, visited)) visit(tx, organisations_[slot(index)].number, *standard, visited);
    });
}

}  // namespace ryadom::generate
