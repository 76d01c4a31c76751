// The list of standards, and one of them from its first draft to its repeal.
#include "modules/standards/draft.hpp"
#include "modules/standards/http.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::standards {
namespace {

using http::Call;
using http::Written;

struct StandardFilter {
    std::optional<std::string> cursor;
    std::optional<int> limit;
    std::optional<Id<practices::Practice>> practice;
};
constexpr auto describe(json::Type<StandardFilter>) {
    using T = StandardFilter;
    return json::object("StandardFilter", json::field("cursor", &T::cursor, "Where to go on", json::length(0, 500)),
                        json::field("limit", &T::limit, "How many rows", json::range(1, 200)), json::field("practice", &T::practice, "Of this practice only"));
}

std::vector<store::StandardRow> rows_of(db::Tx& tx, const StandardFilter& filter, int limit) {
    const auto after = filter.cursor.value_or("");
    if (!filter.practice) return store::standards(tx, after, limit);
    const auto practice = practices::find_practice(tx, *filter.practice);
    return practice ? store::standards(tx, practice->number, after, limit) : std::vector<store::StandardRow>{};
}

http::Page<StandardView> list(Call& call, http::Query<StandardFilter> filter) {
    const auto eye = onlooker(call);
    return call.read([&](db::Tx& tx) {
        const int size = filter->limit.value_or(50);
        auto rows = rows_of(tx, filter.value, size + 1);
        http::Page<StandardView> page;
        if (cut(rows, size)) page.next = rows.back().code;
        for (const auto& row : rows)
            if (auto view = view_of(eye, tx, row)) page.items.push_back(std::move(*view));
        return page;
    });
}

StandardView one(Call& call) {
    return call.read([&](db::Tx& tx) { return must(view_of(onlooker(call), tx, must(store::find_standard(tx, call.id<Standard>("standard"))))); });
}

/// The subject as numbers, and the text that the draft begins with.
struct Beginning {
    store::StandardRow row;
    Content content;
};

Beginning begin_from(db::Tx& tx, const NewStandard& ask) {
    Beginning out;
    out.row.code = ask.code;
    if (ask.practice.has_value() == ask.service.has_value()) throw Refused(refuse_field("/practice", "standards.one_subject").error());
    if (ask.practice) {
        const auto practice = practices::find_practice(tx, *ask.practice);
        if (!practice) throw Refused(refuse_field("/practice", "core.absent").error());
        out.row.practice = practice->number;
        out.content = draft_of(*practices::package_of(tx, must(practices::latest_version(tx, practice->number)).number));
        return out;
    }
    const auto service = catalogue::find_service(tx, *ask.service);
    if (!service) throw Refused(refuse_field("/service", "core.absent").error());
    out.row.service = service->number;
    out.content.title.ru = service->service.titles.at("ru");
    out.content.kind = service->service.kind;
    return out;
}

Written<StandardView> create(Call& call, NewStandard ask) {
    const auto begun = std::make_shared<const Beginning>(call.read([&](db::Tx& tx) { return begin_from(tx, ask); }));
    return call.write([begun, eye = onlooker(call)](db::Tx& tx) {
        if (store::stands_already(tx, begun->row)) throw Refused(refuse("standards.stands_already").error());
        const auto row = store::insert_standard(tx, begun->row);
        store::insert_version(tx, row.number, 1, begun->content);
        audit::record(tx, "standards.drafted", row.id);
        return *view_of(eye, tx, row);
    });
}

/// The next version begins as a copy of the newest, once that is approved.
Written<StandardView> next_version(Call& call) {
    return call.write([id = call.id<Standard>("standard"), eye = onlooker(call)](db::Tx& tx) {
        const auto row = must(store::find_standard(tx, id));
        if (row.repealed_by) throw Refused(refuse("standards.repealed").error());
        const auto versions = store::versions(tx, row.number);
        if (!versions.front().life.approved_on) throw Refused(refuse("standards.draft_already").error());
        store::insert_version(tx, row.number, versions.front().ordinal + 1, store::content(tx, versions.front().number));
        audit::record(tx, "standards.version_begun", id);
        return *view_of(eye, tx, row);
    });
}

Written<StandardView> repeal(Call& call, OrderRequest request) {
    return call.write([request, id = call.id<Standard>("standard"), eye = onlooker(call), today = call.today()](db::Tx& tx) {
        const auto row = must(store::find_standard(tx, id));
        if (row.repealed_by) throw Refused(refuse("standards.repealed").error());
        const auto versions = store::versions(tx, row.number);
        if (std::ranges::none_of(versions, [](const auto& each) { return each.life.approved_on.has_value(); }))
            throw Refused(refuse("standards.never_approved").error());
        if (request.order.day > today) throw Refused(refuse_field("/order/day", "standards.future_order").error());
        if (request.from < request.order.day) throw Refused(refuse_field("/from", "standards.before_order").error());
        store::repeal(tx, row, request, today);
        audit::record(tx, "standards.repealed", id);
        return *view_of(eye, tx, *store::find_standard(tx, id));
    });
}

}  // namespace

VersionSummary summary_of(const store::StandardRow& standard, const std::vector<store::VersionRow>& versions, const store::VersionRow& row, Date today) {
    std::optional<Date> next_from;
    for (const auto& each : versions)
        if (each.ordinal > row.ordinal && each.life.approved_on && (!next_from || *each.life.in_force_from < *next_from)) next_from = each.life.in_force_from;
    VersionSummary out{row.id, row.ordinal, stage_of(row.life, next_from, standard.repealed_from, today), row.life.comments_until, row.comments,
                       row.unanswered, row.order, row.life.in_force_from, {}};
    if (row.life.approved_on) out.in_force_until = last_day(next_from, standard.repealed_from);
    return out;
}

VersionSummary summary_of(db::Tx& tx, const store::VersionRow& row, Date today) {
    return summary_of(store::standard(tx, row.standard), store::versions(tx, row.standard), row, today);
}

std::optional<StandardView> view_of(const Onlooker& onlooker, db::Tx& tx, const store::StandardRow& row) {
    const auto versions = store::versions(tx, row.number);
    StandardView out;
    out.id = row.id;
    out.code = row.code;
    out.repealed_by = row.repealed_by;
    out.repealed_from = row.repealed_from;
    bool titled = false;
    for (const auto& each : versions) {
        const auto summary = summary_of(row, versions, each, onlooker.today);
        if (summary.stage == Stage::draft && !onlooker.author && !store::pilots(tx, each.number)) continue;
        if (!titled || summary.stage == Stage::in_force) out.title = each.title;
        titled = true;
        out.versions.push_back(summary);
    }
    if (out.versions.empty()) return std::nullopt;
    if (row.practice) {
        const auto practice = must(practices::find_practice(tx, *row.practice));
        out.practice = practice.id;
        out.subject = practice.titles;
    }
    if (row.service)
        for (const auto& each : catalogue::all_services(tx))
            if (each.number == *row.service) {
                out.service = each.service.id;
                out.subject = each.service.titles;
            }
    return out;
}

void add_standard_routes(http::Routes& routes) {
    const std::string all = "/api/v1/standards";
    routes.get(all, "standards.see", "Standards by code", list);
    routes.post(all, "standards.write", "Begin a standard of a practice or a listed service", create);
    routes.get(all + "/{standard}", "standards.see", "A standard and its versions", one);
    routes.act(all + "/{standard}/versions", "standards.write", "Begin the next version as a copy", next_version);
    routes.act(all + "/{standard}/repeal", "standards.write", "Repeal a standard by an order", repeal);
}

}  // namespace ryadom::standards
