// The month as a grid, the day of a worker, what is saved of both, and what was recorded against a warning.
#include "modules/journal/http.hpp"

#include "modules/journal/month.hpp"
#include "modules/journal/save.hpp"
#include "modules/journal/store.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::journal {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

/// How long a reading waits for what was just recorded.
constexpr std::chrono::milliseconds patience{300};
/// Names that one record of the log holds: a month of a large centre has thousands.
constexpr std::size_t names_of_record = 500;

/// Whoever looks at a month sees names: page by page, before the answer leaves.
void note_shown(const Call& call, const std::vector<MonthPerson>& people) {
    people::Exported noted(call.database(), call.caller(), "journal.month_seen");
    std::set<Uuid> page;
    for (const auto& each : people) {
        page.insert(each.id.uuid);
        if (page.size() < names_of_record) continue;
        noted.note(page);
        page.clear();
    }
    if (!page.empty()) noted.note(page);
}

std::optional<std::set<std::uint32_t>> workers_of(db::Tx& tx, const MonthQuery& query) {
    if (!query.worker && !query.department) return std::nullopt;
    std::set<std::uint32_t> out;
    if (query.worker) out.insert(static_cast<std::uint32_t>(must(store::worker_number(tx, *query.worker))));
    if (query.department)
        for (const auto number : store::workers_of(tx, *query.department)) out.insert(static_cast<std::uint32_t>(number));
    return out;
}

Month get_month(Call& call, const Running& running, const MonthQuery& query) {
    running.feed().await(patience);
    auto month = call.read([&](db::Tx& tx) {
        const auto home = network::own(tx, query.organisation);
        const auto period = period_of(query.month, PeriodLength::month);
        auto out = month_of(tx, running.feed().image(), running.plans_of, {home, period.first, period.last, workers_of(tx, query)});
        out.organisation = query.organisation;
        out.today = local_date(tx.now(), network::zone(tx, home.value));
        return out;
    });
    note_shown(call, month.people);
    return month;
}

Written<DayList> get_day(Call& call, const Running& running, const DayQuery& query) {
    running.feed().await(patience);
    auto list = call.read([&](db::Tx& tx) {
        const auto home = network::own(tx, query.organisation);
        const auto today = local_date(tx.now(), network::zone(tx, home.value));
        const auto worker = static_cast<std::uint32_t>(must(store::worker_number(tx, query.worker)));
        auto out = day_of(tx, running.feed().image(), {home, worker, query.day.value_or(today)});
        out.today = today;
        return out;
    });
    return call.write([list = std::move(list)](db::Tx& tx) {
        std::set<Uuid> shown;
        for (const auto& each : list.visits) shown.insert(each.id.uuid);
        if (!shown.empty()) audit::record_shown(tx, "journal.day_seen", shown);
        return list;
    });
}

Written<Saved> post_cells(Call& call, const Running& running, const Changes& changes) {
    return call.write([changes, adopted_by = running.adopted_by, plans_of = running.plans_of](db::Tx& tx) { return save(tx, changes, adopted_by, plans_of); });
}

Page<Notice> notice_page(db::Tx& tx, const NoticeQuery& query) {
    const int size = query.limit.value_or(50);
    auto rows = store::notices(tx, network::own(tx, query.organisation), http::place(query.cursor).value_or(INT64_MAX), size + 1);
    Page<Notice> page;
    if (cut(rows, size)) page.next = std::to_string(rows.back().number);
    std::set<std::int64_t> numbers;
    for (const auto& each : rows) numbers.insert(each.person);
    const auto known = known_people(tx, {numbers.begin(), numbers.end()});
    for (auto& each : rows) {
        const auto person = known.find(each.person);
        // Whom another institution serves now is named to that one.
        if (person == known.end()) continue;
        each.notice.person = person->second.id;
        each.notice.name = person->second.name;
        page.items.push_back(std::move(each.notice));
    }
    return page;
}

Written<Page<Notice>> list_notices(Call& call, Query<NoticeQuery> query) {
    auto page = call.read([&](db::Tx& tx) { return notice_page(tx, query.value); });
    return call.write([page = std::move(page)](db::Tx& tx) {
        std::set<Uuid> shown;
        for (const auto& each : page.items) shown.insert(each.person.uuid);
        if (!shown.empty()) audit::record_shown(tx, "journal.notices_seen", shown);
        return page;
    });
}

}  // namespace

void add_grid_routes(http::Routes& routes, const Running& running) {
    routes.get("/api/v1/journal/month", "journal.see", "A month of a centre: what was delivered, was last month, and is planned",
               [running](Call& call, Query<MonthQuery> query) { return get_month(call, running, query.value); }).pool = http::Pool::heavy;
    routes.get("/api/v1/journal/day", "journal.see", "Whom a worker visits on a day, with the usual services",
               [running](Call& call, Query<DayQuery> query) { return get_day(call, running, query.value); });
    routes.act("/api/v1/journal/cells", "journal.fill", "Save changed cells: facts are taken back and recorded, all or none",
               [running](Call& call, Changes changes) { return post_cells(call, running, changes); });
    routes.get("/api/v1/journal/notices", "journal.see", "What was recorded against a warning, newest first", list_notices);
}

}  // namespace ryadom::journal
