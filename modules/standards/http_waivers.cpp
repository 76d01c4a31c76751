// What a centre need not meet until a day.
#include "modules/standards/http.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::standards {
namespace {

using http::Call;
using http::Written;

http::Page<WaiverView> list(Call& call, http::Query<http::Paging> paging) {
    return call.read([&](db::Tx& tx) {
        const auto standard = must(store::find_standard(tx, call.id<Standard>("standard")));
        auto rows = store::waivers(tx, standard.number, http::place(paging->cursor).value_or(INT64_MAX), paging->size() + 1);
        http::Page<WaiverView> page;
        if (cut(rows, paging->size())) page.next = std::to_string(rows.back().number);
        for (auto& row : rows) page.items.push_back(std::move(row.waiver));
        return page;
    });
}

/// Statements of every approved version: one may leave the standard while a waiver of it still stands.
std::set<std::string> approved_statements(db::Tx& tx, const store::StandardRow& standard) {
    std::set<std::string> out;
    for (const auto& version : store::versions(tx, standard.number))
        if (version.life.approved_on)
            for (const auto& statement : store::content(tx, version.number).statements) out.insert(statement.id);
    return out;
}

Written<WaiverView> grant(Call& call, WaiverView waiver) {
    return call.write([waiver, id = call.id<Standard>("standard"), today = call.today()](db::Tx& tx) {
        const auto standard = must(store::find_standard(tx, id));
        const auto statements = approved_statements(tx, standard);
        if (statements.empty()) throw Refused(refuse("standards.never_approved").error());
        must(check_waiver(waiver, statements, today));
        const auto centre = network::own(tx, waiver.organisation);
        auto row = store::insert_waiver(tx, standard.number, centre, waiver, today);
        audit::record(tx, "standards.waived", row.waiver.id);
        return std::move(row.waiver);
    });
}

Written<WaiverView> revoke(Call& call, WaiverEnd end) {
    return call.write([end, id = call.id<WaiverView>("waiver"), today = call.today()](db::Tx& tx) {
        const auto row = must(store::find_waiver(tx, id));
        if (row.waiver.revoked) throw Refused(refuse("standards.waiver_revoked").error());
        if (end.day < today || end.day > row.waiver.until) throw Refused(refuse_field("/day", "standards.waiver_day").error());
        store::revoke(tx, row.number, end, today);
        audit::record(tx, "standards.waiver_revoked", id);
        return store::find_waiver(tx, id)->waiver;
    });
}

}  // namespace

void add_waiver_routes(http::Routes& routes) {
    routes.get("/api/v1/standards/{standard}/waivers", "standards.see", "Waivers of a standard, the latest first", list);
    routes.post("/api/v1/standards/{standard}/waivers", "standards.write", "Excuse a centre until a day", grant);
    routes.act("/api/v1/standards/waivers/{waiver}/revoke", "standards.write", "Bind a centre again before the day", revoke);
}

}  // namespace ryadom::standards
