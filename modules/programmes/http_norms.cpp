// Terms, minutes of care, the working calendar and lists: seen by all staff, set by the region.
#include "modules/programmes/http.hpp"

#include "modules/programmes/actions.hpp"

#include <charconv>

namespace ryadom::programmes {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

constexpr int first_year = 1992;
constexpr int last_year = 2200;

Page<Norm> get_norms(Call& call, Query<NormFilter> filter) {
    const auto day = filter->on.value_or(call.today());
    auto all = call.read([](db::Tx& tx) { return store::norms(tx); });
    std::erase_if(all, [&](const Norm& each) { return each.valid_from > day || (each.valid_to && *each.valid_to < day); });
    return {std::move(all), {}};
}

Written<Page<Norm>> post_norms(Call& call, NewNorms given) {
    return call.write([given = std::move(given), today = call.today()](db::Tx& tx) {
        set_norms(tx, given, today);
        return Page<Norm>{store::norms(tx), {}};
    });
}

int year_in(const Call& call) {
    const auto& text = call.path("year");
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc() || end != text.data() + text.size() || year < first_year || year > last_year) throw Refused(absent());
    return year;
}

Written<CalendarYear> put_year(Call& call, CalendarYear given) {
    given.year = year_in(call);
    given.revision = call.revision();
    return call.write([given = std::move(given)](db::Tx& tx) {
        must_be_sound(faults(given));
        set_year(tx, given);
        auto kept = given;
        ++kept.revision;
        return kept;
    });
}

}  // namespace

void add_norm_routes(http::Routes& routes) {
    routes.get("/api/v1/programme-norms", "programmes.see_norms", "Terms and minutes of care in force on a day", get_norms);
    routes.post("/api/v1/programme-norms", "programmes.set_norms", "Set what an act sets, from a day on", post_norms);
    routes.get("/api/v1/working-calendar", "programmes.see_norms", "Days off and moved working days, year by year", [](Call& call) {
        return call.read([](db::Tx& tx) { return Page<CalendarYear>{store::years(tx), {}}; });
    });
    routes.put("/api/v1/working-calendar/{year}", "programmes.set_norms", "Write a year of the working calendar; revision 0 adds it", put_year);
    routes.get("/api/v1/programme-reasons", "programmes.see_norms", "Lists of reasons", [](Call& call) {
        return call.read([](db::Tx& tx) { return Page<Reason>{store::reasons(tx), {}}; });
    });
}

}  // namespace ryadom::programmes
