#include "modules/programmes/actions.hpp"

#include "platform/audit/audit.hpp"
#include "platform/http/routes.hpp"

namespace ryadom::programmes {

void set_norms(db::Tx& tx, const NewNorms& given, Date today) {
    const auto placing = must(place(store::norms(tx), given));
    for (const auto& each : placing.ended) store::end_norm(tx, each, given.valid_from - 1);
    for (const auto& each : placing.withdrawn) store::withdraw_norm(tx, each, today);
    for (const auto& each : given.norms) {
        store::insert_norm(tx, given, each, today);
        audit::record(tx, "programmes.norm_set", std::nullopt, std::nullopt, json::to_json(each));
    }
}

void set_year(db::Tx& tx, const CalendarYear& year) {
    http::must_change(store::write_year(tx, year) ? 1 : 0);
    audit::record(tx, "programmes.calendar_set", std::nullopt, std::nullopt, json::write(json::Object{{"year", year.year}}));
}

}  // namespace ryadom::programmes
