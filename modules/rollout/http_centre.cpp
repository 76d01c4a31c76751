// The director's first page, and which centres could start a practice tomorrow.
#include "modules/rollout/export.hpp"
#include "modules/rollout/http.hpp"
#include "modules/rollout/matrix.hpp"
#include "modules/rollout/starters.hpp"

#include <algorithm>

namespace ryadom::rollout {
namespace {

using http::Call;

/// Troubles first, then what has the nearest deadline; what has none comes last.
int urgency(Sign sign) {
    switch (sign) {
        case Sign::overdue: return 0;
        case Sign::lapsed: return 1;
        case Sign::late_forecast: return 2;
        case Sign::before_preparing: return 3;
        case Sign::under_way: return 4;
        case Sign::reached: return 5;
        case Sign::none: return 6;
    }
    return 6;
}

network::OrganisationRow centre_asked(const Call& call, db::Tx& tx, const CentreQuery& query) {
    if (query.organisation) {
        network::own(tx, *query.organisation);
        return must(network::find_organisation(tx, *query.organisation));
    }
    if (call.caller().organisation == 0) throw Refused(refuse_field("/organisation", "core.required").error());
    return must(network::find_organisation(tx, Number<network::Organisation>{call.caller().organisation}));
}

CentreView my_centre(Call& call, Boards& boards, const CentreQuery& query) {
    const auto board = boards.at(call.database(), std::nullopt, call.now());
    const Reader reader(call);
    return call.read([&](db::Tx& tx) {
        const auto organisation = centre_asked(call, tx, query);
        const auto lines = store::lines_of_organisation(tx, organisation.number);
        CentreView out{name_of(organisation), today_at(tx, organisation.number), {}, {}};
        for (const auto& cell : board->cells) {
            if (board->organisation_of(cell).number != organisation.number) continue;
            std::vector<store::LineRow> own;
            for (const auto& line : lines)
                if (cell.adoption && line.adoption == cell.adoption->number) own.push_back(line);
            auto next = next_actions(reader, *board, cell, own);
            out.next.insert(out.next.end(), std::make_move_iterator(next.begin()), std::make_move_iterator(next.end()));
            AskedView asked{name_of(reader, board->practice_of(cell)), {}, state_view(cell), reason(reader, *board, cell)};
            if (cell.adoption) asked.adoption = cell.adoption->id;
            out.asked.push_back(std::move(asked));
        }
        constexpr Date never{INT32_MAX};
        std::ranges::stable_sort(out.asked, {}, [&](const AskedView& each) { return std::pair{urgency(each.state.sign), each.state.deadline.value_or(never)}; });
        std::ranges::stable_sort(out.next, {}, [&](const Action& each) { return each.due.value_or(never); });
        return out;
    });
}

std::vector<StarterView> who_could_start(Call& call, Boards& boards) {
    const auto board = boards.at(call.database(), std::nullopt, call.now());
    const Reader reader(call);
    return call.read([&](db::Tx& tx) {
        const auto practice = must(practices::find_practice(tx, call.id<practices::Practice>("practice")));
        const auto version = must(practices::latest_version(tx, practice.number));
        return starters(reader, *board, practice.number, *practices::package_of(tx, version.number),
                        practices::equipment_prices(tx), registers(tx, call.today()), call.today());
    });
}

}  // namespace

void add_centre_routes(http::Routes& routes, const SharedBoards& boards) {
    routes.get("/api/v1/my-centre", "rollout.see", "What is asked of a centre, and what comes next", [boards](Call& call, http::Query<CentreQuery> query) {
        return my_centre(call, *boards, query.value);
    });
    routes.get("/api/v1/practices/{practice}/who-could-start", "rollout.order", "Readiness of all centres for a practice", [boards](Call& call) {
        return http::Page<StarterView>{who_could_start(call, *boards), {}};
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/practices/{practice}/who-could-start/export", "rollout.order", "Readiness of all centres for a practice as a file", [boards](Call& call) {
        return starters_table({call.texts(), call.language()}, who_could_start(call, *boards), call.today());
    }).pool = http::Pool::heavy;
}

}  // namespace ryadom::rollout
