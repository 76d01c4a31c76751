// Lines of a plan: owner and day, proof, closing and reopening.
#include "modules/rollout/http.hpp"
#include "modules/rollout/say.hpp"

#include "platform/audit/audit.hpp"
#include "platform/files/files.hpp"
#include "platform/files/pictures.hpp"

namespace ryadom::rollout {
namespace {

using http::Call;
using http::Written;

constexpr std::size_t largest_proof = 25U << 20;

struct ProofQuery {
    std::string name;
};
constexpr auto describe(json::Type<ProofQuery>) {
    return json::object("ProofQuery", json::field("name", &ProofQuery::name, "Name of the file", json::length(1, 200)));
}

Tongue tongue_of(const Call& call) { return {call.texts(), call.language()}; }

LineView shown(db::Tx& tx, const Id<Line>& id, const Tongue& tongue) {
    const auto row = must(store::find_line(tx, id));
    for (const auto& adoption : store::adoptions_of(tx, row.organisation))
        if (adoption.number == row.adoption)
            return line_view(tongue, row.line, *practices::package_of(tx, adoption.version));
    throw Refused(absent());
}

Written<LineView> put_line(Call& call, LineRequest request) {
    return call.write([request, id = call.id<Line>("line"), revision = call.revision(), tongue = tongue_of(call)](db::Tx& tx) {
        const auto row = must(store::find_line(tx, id));
        if (row.line.line.closed_on) throw Refused(refuse("rollout.line_not_open").error());
        const auto today = today_at(tx, row.organisation);
        if (request.due != row.line.line.due) must(may_be_due(request.due, today, "/due"));
        http::must_change(store::change_line(tx, row, request, today, revision));
        audit::record(tx, "rollout.line_changed", id);
        store::pulse(tx, row.organisation);
        return shown(tx, id, tongue);
    });
}

Written<LineView> post_proof(Call& call, http::Query<ProofQuery> query, http::Upload upload) {
    if (upload.bytes.empty() || upload.bytes.size() > largest_proof) must(Checked<void>(refuse("rollout.proof_size")));
    const auto content = std::make_shared<const std::string>(must(files::without_metadata(upload.bytes, files::content_type(upload.bytes))));
    const bool paper = files::is_paper(*content, query->name);
    return call.write([content, paper, hash = files::hash_of(*content), name = query->name, id = call.id<Line>("line"), tongue = tongue_of(call)](db::Tx& tx) {
        const auto row = must(store::find_line(tx, id));
        if (!paper) throw Refused(refuse("rollout.proof_kind").error());
        if (closed_by(row.line.line.kind) == ClosedBy::registered) throw Refused(refuse("rollout.closes_through_register").error());
        files::put(tx, hash, *content);
        if (store::set_proof(tx, row.number, hash, name) == 0) throw Refused(refuse("rollout.line_not_open").error());
        audit::record(tx, "rollout.proof_added", id);
        return shown(tx, id, tongue);
    });
}

http::Download download_proof(Call& call) {
    std::string name;
    auto content = call.read([&](db::Tx& tx) {
        const auto row = must(store::find_line(tx, call.id<Line>("line")));
        name = row.line.proof_name;
        return must(files::get(tx, row.line.proof_sha));
    });
    call.header("Content-Security-Policy", std::string(files::content_policy));
    auto type = std::string(files::content_type(content));
    return {std::move(type), std::move(name), std::move(content)};
}

Written<LineView> post_close(Call& call, CloseRequest request) {
    return call.write([request, id = call.id<Line>("line"), tongue = tongue_of(call)](db::Tx& tx) {
        close(tx, must(store::find_line(tx, id)), request.note.value_or(""));
        return shown(tx, id, tongue);
    });
}

Written<LineView> post_reopen(Call& call, ReasonRequest request) {
    return call.write([request, id = call.id<Line>("line"), tongue = tongue_of(call)](db::Tx& tx) {
        return shown(tx, reopen(tx, must(store::find_line(tx, id)), request.reason), tongue);
    });
}

}  // namespace

void add_plan_routes(http::Routes& routes) {
    routes.put("/api/v1/plan-lines/{line}", "rollout.adopt", "Give a line another owner or day", put_line);
    routes.act("/api/v1/plan-lines/{line}/proof", "rollout.close_lines", "Add the file that shows that a line is done", post_proof);
    routes.get("/api/v1/plan-lines/{line}/proof", "rollout.see", "The proof of a line", download_proof);
    routes.act("/api/v1/plan-lines/{line}/close", "rollout.close_lines", "Close a line by its proof", post_close);
    routes.act("/api/v1/plan-lines/{line}/reopen", "rollout.adopt", "Open a line again, as a new one", post_reopen);
}

}  // namespace ryadom::rollout
