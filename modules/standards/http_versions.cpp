// A version: its text, the pilot, the way to the order, and how it differs from another.
#include "modules/standards/draft.hpp"
#include "modules/standards/http.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::standards {
namespace {

using http::Call;
using http::Written;

Stage stage_now(db::Tx& tx, const store::VersionRow& row, Date today) { return summary_of(tx, row, today).stage; }

VersionView view(db::Tx& tx, const store::VersionRow& row, Date today) {
    const auto standard = store::standard(tx, row.standard);
    VersionView out;
    out.id = row.id;
    out.standard = standard.id;
    out.code = standard.code;
    out.state = summary_of(standard, store::versions(tx, row.standard), row, today);
    out.sent_on = row.life.sent_on;
    out.ended_on = row.life.ended_on;
    out.ended_reason = row.ended_reason;
    out.pilot = store::pilot(tx, row.number);
    out.content = store::content(tx, row.number);
    out.missing = missing_parts(out.content);
    out.revision = row.revision;
    return out;
}

VersionView get_version(Call& call) {
    return call.read([&](db::Tx& tx) { return view(tx, visible_version(call, tx, call.id<Version>("version")), call.today()); });
}

store::VersionRow editable_version(db::Tx& tx, const Id<Version>& id, Date today) {
    auto row = must(store::find_version(tx, id));
    const auto stage = stage_now(tx, row, today);
    if (stage == Stage::comments) throw Refused(refuse("standards.comments_open").error());
    if (!editable(stage)) throw Refused(refuse("standards.approved_already").error());
    return row;
}

std::shared_ptr<const practices::Package> package_of(db::Tx& tx, const store::StandardRow& standard) {
    if (!standard.practice) return nullptr;
    return practices::package_of(tx, must(practices::latest_version(tx, *standard.practice)).number);
}

void check_kind(db::Tx& tx, const std::string& kind) {
    if (std::ranges::none_of(catalogue::kinds(tx), [&](const auto& each) { return each.code == kind; }))
        throw Refused(refuse_field("/content/kind", "core.absent").error());
}

Written<VersionView> put_version(Call& call, VersionView ask) {
    const auto id = call.id<Version>("version");
    must(check_ids(ask.content));
    call.read([&](db::Tx& tx) {
        const auto row = must(store::find_version(tx, id));
        check_kind(tx, ask.content.kind);
        must(check_statements(ask.content, package_of(tx, store::standard(tx, row.standard)).get()));
        return 0;
    });
    const auto content = std::make_shared<const Content>(std::move(ask.content));
    return call.write([content, id, revision = call.revision(), today = call.today()](db::Tx& tx) {
        auto row = editable_version(tx, id, today);
        row.revision = revision;
        auto numbered = *content;
        numbered.clauses = must(number_clauses(numbered.clauses, store::addresses(tx, row.standard)));
        http::must_change(store::update_content(tx, row, numbered));
        audit::record(tx, "standards.text_changed", id);
        return view(tx, *store::find_version(tx, id), today);
    });
}

/// The first version goes with its standard, which nobody but its pilot centres has seen.
Written<void> remove_version(Call& call) {
    return call.write([id = call.id<Version>("version"), today = call.today()](db::Tx& tx) {
        const auto row = must(store::find_version(tx, id));
        if (stage_now(tx, row, today) != Stage::draft) throw Refused(refuse("standards.shown_already").error());
        // What a pilot showed is part of the record, and so is the text that it tried.
        if (const auto pilot = store::pilot(tx, row.number); pilot && pilot->result) throw Refused(refuse("standards.piloted_already").error());
        store::remove_version(tx, row.number);
        if (row.ordinal == 1) store::remove_standard(tx, row.standard);
        audit::record(tx, "standards.draft_dropped", id);
    });
}

Written<VersionView> send(Call& call, SendRequest request) {
    const auto until = must(last_comment_day(request.until, call.today()));
    return call.write([until, id = call.id<Version>("version"), revision = call.revision(), today = call.today()](db::Tx& tx) {
        auto row = editable_version(tx, id, today);
        row.revision = revision;
        const auto content = store::content(tx, row.number);
        if (!missing_parts(content).empty()) throw Refused(refuse("standards.incomplete").error());
        http::must_change(store::send(tx, row, today, until));
        store::keep_addresses(tx, row.standard, content.clauses);
        audit::record(tx, "standards.sent", id);
        return view(tx, *store::find_version(tx, id), today);
    });
}

Written<VersionView> end_comments(Call& call, EndRequest request) {
    return call.write([request, id = call.id<Version>("version"), today = call.today()](db::Tx& tx) {
        const auto row = must(store::find_version(tx, id));
        if (stage_now(tx, row, today) != Stage::comments) throw Refused(refuse("standards.not_in_comments").error());
        store::end_comments(tx, row.number, today, request.reason);
        audit::record(tx, "standards.comments_ended", id);
        return view(tx, *store::find_version(tx, id), today);
    });
}

Written<VersionView> approve(Call& call, OrderRequest request) {
    return call.write([request, id = call.id<Version>("version"), revision = call.revision(), today = call.today()](db::Tx& tx) {
        const auto row = must(store::find_version(tx, id));
        const auto standard = store::standard(tx, row.standard);
        if (standard.repealed_by) throw Refused(refuse("standards.repealed").error());
        http::must_change(row.revision == revision ? 1 : 0);
        Readiness readiness{stage_now(tx, row, today), row.unanswered, false, {}};
        const auto pilot = store::pilot(tx, row.number);
        readiness.pilot_open = pilot && !pilot->result;
        for (const auto& each : store::versions(tx, row.standard))
            if (each.life.approved_on) readiness.previous_from = std::max(readiness.previous_from, each.life.in_force_from);
        must(check_approval(readiness, request, today));
        const auto content = store::content(tx, row.number);
        if (!missing_parts(content).empty()) throw Refused(refuse("standards.incomplete").error());
        store::approve(tx, row.number, request, today);
        store::keep_addresses(tx, row.standard, content.clauses);
        audit::record(tx, "standards.approved", id);
        return view(tx, *store::find_version(tx, id), today);
    });
}

Written<VersionView> start_pilot(Call& call, Pilot pilot) {
    must(check_pilot(pilot, call.today()));
    return call.write([pilot, id = call.id<Version>("version"), today = call.today()](db::Tx& tx) {
        const auto row = must(store::find_version(tx, id));
        if (stage_now(tx, row, today) != Stage::draft) throw Refused(refuse("standards.shown_already").error());
        if (store::pilot(tx, row.number)) throw Refused(refuse("standards.pilot_already").error());
        store::insert_pilot(tx, row.number, pilot, today);
        audit::record(tx, "standards.pilot_planned", id);
        return view(tx, row, today);
    });
}

Written<VersionView> finish_pilot(Call& call, PilotResult result) {
    return call.write([result, id = call.id<Version>("version"), today = call.today()](db::Tx& tx) {
        const auto row = must(store::find_version(tx, id));
        const auto pilot = must(store::pilot(tx, row.number));
        if (pilot.result) throw Refused(refuse("standards.pilot_finished").error());
        if (today < pilot.starts_on) throw Refused(refuse("standards.pilot_not_started").error());
        store::insert_pilot_result(tx, row.number, result, today);
        audit::record(tx, "standards.pilot_finished", id);
        return view(tx, row, today);
    });
}

struct DifferenceQuery {
    std::optional<Id<Version>> from;
};
constexpr auto describe(json::Type<DifferenceQuery>) {
    return json::object("StandardDifferenceQuery", json::field("from", &DifferenceQuery::from, "The older version; absent: the one before"));
}

Difference get_difference(Call& call, http::Query<DifferenceQuery> query) {
    return call.read([&](db::Tx& tx) {
        const auto after = visible_version(call, tx, call.id<Version>("version"));
        const auto versions = store::versions(tx, after.standard);
        const auto before = std::ranges::find_if(versions, [&](const auto& each) {
            return query->from ? each.id == *query->from : each.ordinal == after.ordinal - 1;
        });
        if (before == versions.end()) throw Refused(absent());
        const auto standard = store::standard(tx, after.standard);
        const auto older = visible_version(call, tx, before->id);
        return Difference{standard.id, standard.code, summary_of(standard, versions, older, call.today()),
                          summary_of(standard, versions, after, call.today()),
                          difference(store::content(tx, older.number), store::content(tx, after.number))};
    });
}

}  // namespace

store::VersionRow visible_version(const Call& call, db::Tx& tx, const Id<Version>& id) {
    auto row = must(store::find_version(tx, id));
    const bool shown = row.life.sent_on || row.life.approved_on || call.allowed("standards.write") || store::pilots(tx, row.number);
    if (!shown) throw Refused(absent());
    return row;
}

void add_version_routes(http::Routes& routes) {
    const std::string one = "/api/v1/standards/versions/{version}";
    routes.get(one, "standards.see", "A version of a standard", get_version);
    routes.put(one, "standards.write", "Change the text of a draft", put_version);
    routes.remove(one, "standards.write", "Drop a draft that centres were not asked about", remove_version);
    routes.get(one + "/difference", "standards.see", "What differs from another version", get_difference);
    routes.act(one + "/send", "standards.write", "Ask the centres for comments", send).revised = true;
    routes.act(one + "/end-comments", "standards.write", "End the comments early", end_comments);
    routes.act(one + "/approve", "standards.write", "Approve a version by an order", approve).revised = true;
    routes.act(one + "/pilot", "standards.write", "Plan a pilot", start_pilot);
    routes.act(one + "/pilot/result", "standards.write", "Write down what the pilot showed", finish_pilot);
}

}  // namespace ryadom::standards
