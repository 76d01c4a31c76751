// Self-checks of a centre and visits to it, item by item.
#include "modules/control/http.hpp"
#include "platform/audit/audit.hpp"
#include "platform/files/files.hpp"

#include <algorithm>

namespace ryadom::control {
namespace {

using http::Call;
using http::Written;

struct InspectionFilter {
    std::optional<std::string> cursor;
    std::optional<int> limit;
    std::optional<Id<network::Organisation>> organisation;
};
constexpr auto describe(json::Type<InspectionFilter>) {
    using T = InspectionFilter;
    return json::object("ControlInspectionFilter", json::field("cursor", &T::cursor, "Where to go on", json::length(0, 500)),
                        json::field("limit", &T::limit, "How many rows", json::range(1, 200)), json::field("organisation", &T::organisation, "Of this centre only"));
}

struct ItemFileQuery {
    std::string item;
    std::string name;
};
constexpr auto describe(json::Type<ItemFileQuery>) {
    return json::object("ControlFileQuery", json::field("item", &ItemFileQuery::item, "Item", json::length(1, 80)),
                        json::field("name", &ItemFileQuery::name, "Name of the file", json::length(1, 200)));
}

http::Page<Inspection> list(Call& call, http::Query<InspectionFilter> filter) {
    return call.read([&](db::Tx& tx) {
        const int size = filter->limit.value_or(50);
        std::optional<store::Centre> organisation;
        if (filter->organisation) organisation = network::own(tx, *filter->organisation);
        auto rows = store::inspections(tx, organisation, http::place(filter->cursor).value_or(INT64_MAX), size + 1);
        http::Page<Inspection> page;
        if (cut(rows, size)) page.next = std::to_string(rows.back().number.value);
        for (auto& row : rows) page.items.push_back(std::move(row.inspection));
        return page;
    });
}

InspectionView one(Call& call) {
    return call.read([&](db::Tx& tx) { return view_of(tx, must(store::find_inspection(tx, call.id<Inspection>("inspection"))), call.today()); });
}

/// By the version in force today and by no other.
Written<InspectionView> begin(Call& call, const Facts& facts, Kind kind, const NewInspection& ask) {
    const auto today = call.today();
    const auto centre = call.read([&](db::Tx& tx) { return network::own(tx, ask.organisation); });
    return call.write([kind, ask, today, centre, provided = verdicts::provided(facts.image(), call.database(), centre, today)](db::Tx& tx) {
        const auto is = [&](const standards::InForce& each) { return each.id == ask.version; };
        const auto in_force = standards::in_force(tx, today, today);
        const auto found = std::ranges::find_if(in_force, is);
        if (found == in_force.end()) throw Refused(refuse_field("/version", "control.not_in_force").error());
        if (std::ranges::none_of(binding(tx, centre, provided, today), is)) throw Refused(refuse_field("/version", "control.not_run_here").error());
        const auto row = store::insert_inspection(tx, kind, centre, found->version, today);
        audit::record(tx, kind == Kind::visit ? "control.visit_begun" : "control.self_check_begun", row.inspection.id);
        return view_of(tx, row, today);
    });
}

/// An open one of the kind that the route speaks of.
store::InspectionRow open_one(db::Tx& tx, const Id<Inspection>& id, Kind kind) {
    auto row = must(store::find_inspection(tx, id));
    if (row.inspection.kind != kind) throw Refused(absent());
    if (row.inspection.closed_on) throw Refused(refuse("control.closed").error());
    return row;
}

Item item_of(db::Tx& tx, const store::InspectionRow& row, const std::string& key) {
    const auto items = checklist(*standards::text_of(tx, row.version));
    const auto* item = find_item(items, key);
    if (!item) throw Refused(refuse_field("/item", "core.absent").error());
    return *item;
}

ItemView shown(db::Tx& tx, const store::InspectionRow& row, const std::string& key, Date today) {
    auto view = view_of(tx, row, today);
    const auto at = std::ranges::find(view.items, key, [](const ItemView& each) -> const std::string& { return each.item.item; });
    return std::move(*at);
}

Mark mark_of(Declared declared) {
    switch (declared) {
        case Declared::met: return Mark::met;
        case Declared::partly: return Mark::partly;
        case Declared::not_met: return Mark::not_met;
    }
    throw std::logic_error("a mark of a self-check that there is not");
}

Written<ItemView> declare(Call& call, DeclareRequest request) {
    return call.write([request, id = call.id<Inspection>("inspection"), today = call.today()](db::Tx& tx) {
        const auto row = open_one(tx, id, Kind::self_check);
        const auto item = item_of(tx, row, request.item);
        store::insert_mark(tx, row, item.item, {mark_of(request.mark), request.note.value_or(""), {}, {}, {}, today});
        audit::record(tx, "control.declared", id);
        return shown(tx, row, item.item, today);
    });
}

/// Owner and term belong to a finding.
MarkView mark_of(const VisitRequest& request, std::optional<verdicts::Outcome> verdict, Date today) {
    MarkView out{Mark::confirmed, request.note.value_or(""), {}, {}, verdict, today};
    if (request.mark == Seen::confirmed) return out;
    out.mark = Mark::not_confirmed;
    out.owner = request.owner;
    out.days = request.days;
    return out;
}

Written<ItemView> say(Call& call, const Facts& facts, const VisitRequest& request) {
    const auto id = call.id<Inspection>("inspection");
    const auto row = call.read([&](db::Tx& tx) { return open_one(tx, id, Kind::visit); });
    std::map<std::string, verdicts::Outcome> outcomes;
    if (request.item.starts_with("statement:")) outcomes = verdicts_of(call, facts, {row.organisation, row.practice, row.service, row.inspection.version}, std::nullopt);
    return call.write([request, id, outcomes, today = call.today()](db::Tx& tx) {
        const auto visit = open_one(tx, id, Kind::visit);
        const auto item = item_of(tx, visit, request.item);
        const auto verdict = verdict_of(outcomes, item);
        must(may_say(request, {store::grounds(tx, visit, item.item), verdict}));
        store::insert_mark(tx, visit, item.item, mark_of(request, verdict, today));
        audit::record(tx, "control.said", id);
        return shown(tx, visit, item.item, today);
    });
}

Written<ItemView> post_file(Call& call, Kind kind, const ItemFileQuery& query, http::Upload upload) {
    return call.write([file = handed(std::move(upload), query.name), kind, key = query.item, id = call.id<Inspection>("inspection"),
                       today = call.today()](db::Tx& tx) {
        const auto row = open_one(tx, id, kind);
        const auto item = item_of(tx, row, key);
        keep(tx, file);
        store::insert_file(tx, row, item.item, file.name, file.sha, today);
        audit::record(tx, "control.file_added", id);
        return shown(tx, row, item.item, today);
    });
}

/// What a visit did not confirm becomes findings, whose terms begin today.
Written<InspectionView> close(Call& call, Kind kind) {
    return call.write([kind, id = call.id<Inspection>("inspection"), today = call.today()](db::Tx& tx) {
        const auto row = open_one(tx, id, kind);
        const auto marks = store::marks(tx, row.number);
        must(may_close(kind, checklist(*standards::text_of(tx, row.version)).size(), marks.size()));
        if (store::close(tx, row.number, today) == 0) throw Refused(refuse("control.closed").error());
        for (const auto& [item, mark] : marks)
            if (mark.mark == Mark::not_confirmed) audit::record(tx, "control.found", store::insert_finding(tx, row, item, mark, today));
        audit::record(tx, kind == Kind::visit ? "control.visit_closed" : "control.self_check_closed", id);
        return view_of(tx, *store::find_inspection(tx, id), today);
    });
}

http::Download download(Call& call) {
    std::string name;
    auto content = call.read([&](db::Tx& tx) {
        auto row = must(store::find_file(tx, call.id<File>("file")));
        name = std::move(row.file.name);
        return must(files::get(tx, row.sha));
    });
    call.header("Content-Security-Policy", std::string(files::content_policy));
    auto type = std::string(files::content_type(content));
    return {std::move(type), std::move(name), std::move(content)};
}

/// Begin, hand in and close are the same for both kinds, under the permission of each.
void add_kind(http::Routes& routes, const Facts& facts, Kind kind, const std::string& path, std::string_view permission) {
    routes.post(path, permission, "Begin by the version that is in force today",
                [facts, kind](Call& call, NewInspection ask) { return begin(call, facts, kind, ask); }).pool = http::Pool::heavy;
    routes.act(path + "/{inspection}/files", permission, "Add a file to an item", [kind](Call& call, http::Query<ItemFileQuery> query, http::Upload upload) {
        return post_file(call, kind, query.value, std::move(upload));
    });
    routes.act(path + "/{inspection}/close", permission, "Close it: from then on it stands", [kind](Call& call) { return close(call, kind); });
}

}  // namespace

void add_inspection_routes(http::Routes& routes, const Facts& facts) {
    const std::string all = "/api/v1/control/";
    routes.get(all + "inspections", "control.see", "Self-checks and visits, the latest first", list);
    routes.get(all + "inspections/{inspection}", "control.see", "A self-check or visit, item by item", one);
    routes.get(all + "files/{file}", "control.see", "A file of an item or of a finding", download);
    add_kind(routes, facts, Kind::self_check, all + "self-checks", "control.declare");
    add_kind(routes, facts, Kind::visit, all + "visits", "control.inspect");
    routes.act(all + "self-checks/{inspection}/marks", "control.declare", "Declare how an item is met", declare);
    routes.act(all + "visits/{inspection}/marks", "control.inspect", "Say whether an item is confirmed, and by what",
               [facts](Call& call, VisitRequest request) { return say(call, facts, request); }).pool = http::Pool::heavy;
}

}  // namespace ryadom::control
