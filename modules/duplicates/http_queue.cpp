#include "modules/duplicates/http.hpp"

#include "modules/duplicates/duplicates.hpp"
#include "modules/duplicates/store.hpp"
#include "modules/duplicates/view.hpp"
#include "platform/audit/audit.hpp"

#include <charconv>
#include <cmath>

namespace ryadom::duplicates {
namespace {

using http::Call;
using http::Written;

constexpr unsigned threads = 2;

/// Weight in hundredths and number of the last pair of the page before: "415-17".
struct Place {
    std::int64_t weight = INT64_MAX;
    std::int64_t number = INT64_MAX;
};
Place place_of(const std::optional<std::string>& cursor) {
    if (!cursor) return {};
    Place out;
    const auto* const end = cursor->data() + cursor->size();
    const auto weight = std::from_chars(cursor->data(), end, out.weight);
    if (weight.ec == std::errc() && weight.ptr != end && *weight.ptr == ':') {
        const auto number = std::from_chars(weight.ptr + 1, end, out.number);
        if (number.ec == std::errc() && number.ptr == end) return out;
    }
    throw Refused(refuse_field("/cursor", "core.unknown_value", {{"value", *cursor}}).error());
}

Written<http::Page<Pair>> list(Call& call, http::Query<http::Paging> paging) {
    auto rows = call.read([&](db::Tx& tx) {
        const auto place = place_of(paging->cursor);
        return store::open_pairs(tx, place.weight, place.number, paging->size() + 1);
    });
    http::Page<Pair> page;
    if (cut(rows, paging->size())) page.next = std::to_string(std::llround(rows.back().weight * 100)) + ":" + std::to_string(rows.back().number);
    std::set<Uuid> persons;
    for (auto& row : rows) {
        for (const auto* side : {&row.first, &row.second})
            if (side->id) persons.insert(side->id->uuid);
        page.items.push_back({row.id, percent(row.weight), told(row.reasons, call.voice()), std::move(row.first), std::move(row.second)});
    }
    return call.write([page = std::move(page), persons = std::move(persons)](db::Tx& tx) {
        audit::record_shown(tx, "duplicates.listed", persons);
        return page;
    });
}

Written<void> say_other(Call& call, OtherDecision ask) {
    if (!people::is_reason(ask.reason)) throw Refused(refuse_field("/reason", "people.reason_too_short").error());
    return call.write([ask = std::move(ask), id = call.id<Pair>("pair")](db::Tx& tx) {
        const auto row = must(store::find_open(tx, id));
        store::decide(tx, row.number, store::Verdict::other, ask.reason);
        audit::record(tx, "duplicates.told_apart", id);
    });
}

/// Of the two that one whom the caller does not see.
Elsewhere elsewhere(Call& call) {
    const auto row = call.read([&](db::Tx& tx) { return must(store::find_open(tx, call.id<Pair>("pair"))); });
    if (row.first.id && row.second.id) throw Refused(refuse("duplicates.both_here").error());
    auto told = must(people::tell_elsewhere(call.database(), call.caller(), row.first.id ? row.other : row.one));
    return {std::move(told.lookup), std::move(told.initials), told.birth_year, told.organisation};
}

Written<Run> look(Call& call) {
    auto run = look_through(call.database(), call.caller(), call.database().random(), threads);
    return call.write([run](db::Tx& tx) {
        audit::record(tx, "duplicates.looked_through", run.id);
        return run;
    });
}

http::Page<Run> runs(Call& call) {
    return {call.read([](db::Tx& tx) { return store::last_runs(tx); }), {}};
}

}  // namespace

void add_queue_routes(http::Routes& routes) {
    routes.get("/api/v1/duplicates", "duplicates.see", "Pairs of persons who may be one, what is surest first", list);
    routes.act("/api/v1/duplicates/{pair}/other", "duplicates.decide", "Say that they are two people", say_other);
    auto& told = routes.act("/api/v1/duplicates/{pair}/elsewhere", "duplicates.decide", "Hear of the one of another centre, as of a lookup", elsewhere);
    told.replay = http::Replay::nothing;
    auto& run = routes.act("/api/v1/duplicates/runs", "duplicates.run", "Hold the whole register against itself", look);
    run.pool = http::Pool::heavy;
    routes.get("/api/v1/duplicates/runs", "duplicates.see_runs", "When the register was looked through, the last first", runs);
}

}  // namespace ryadom::duplicates
