// The library of scales: listed, looked at, tried and published.
#include "modules/scales/http.hpp"

#include "modules/scales/rules.hpp"
#include "modules/scales/views.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::scales {

struct VersionFilter {
    std::optional<int> version;
};
constexpr auto describe(json::Type<VersionFilter>) {
    return json::object("ScaleVersionFilter", json::field("version", &VersionFilter::version, "Not the one of today but this one", json::range(1, 100'000)));
}

namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

/// What problems call a description that came without a file.
constexpr std::string_view file_name = "scale.yaml";

std::optional<int> if_known(int place) { return place > 0 ? std::optional(place) : std::nullopt; }

std::vector<ScaleProblem> worded(const Call& call, const std::vector<practices::Problem>& problems) {
    std::vector<ScaleProblem> out;
    for (const auto& each : problems)
        out.push_back({if_known(each.line), if_known(each.column), each.pointer.empty() ? "" : each.pointer.substr(1), call.text(each.code, each.arguments)});
    return out;
}

/// Every problem with its line, at the description as a whole.
Refusal refusal(const Call& call, const std::vector<practices::Problem>& problems) {
    Refusal out{Refusal::Kind::invalid, "scales.refused", {}, {}};
    for (const auto& each : problems) {
        auto arguments = practices::place_arguments(each);
        arguments["text"] = call.text(each.code, each.arguments);
        out.fields.push_back({"/description", std::string(practices::place_key(each)), std::move(arguments)});
    }
    return out;
}

Page<ListedScale> list(Call& call) {
    return call.read([today = call.today()](db::Tx& tx) { return Page<ListedScale>{listed(store::all_versions(tx), today), {}}; });
}

ScaleView get_scale(Call& call, Query<VersionFilter> filter) {
    return call.read([&](db::Tx& tx) { return must(view_of(store::versions_of(tx, call.id<Scale>("scale")), filter->version.value_or(0), call.today())); });
}

ScaleCheck post_check(Call& call, CheckRequest request) {
    const auto read = practices::read_form(request.description, file_name);
    if (!read) return {worded(call, read.error()), {}};
    return {{}, forms::sheet_of(read->form)};
}

Written<ScaleView> post_version(Call& call, PublishRequest request) {
    auto read = practices::read_form(request.description, file_name);
    if (!read) throw Refused(refusal(call, read.error()));
    return call.write([request = std::move(request), code = read->form.id, today = call.today()](db::Tx& tx) {
        const auto known = store::versions_of_code(tx, code);
        must(may_follow(begins(known), request));
        const auto scale = known.empty() ? store::insert_scale(tx, code) : known.front().scale;
        store::insert_version(tx, scale, request.after + 1, request.valid_from, request.description);
        auto view = must(view_of(store::versions_of_code(tx, code), request.after + 1, today));
        audit::record(tx, "scales.published", view.id);
        return view;
    });
}

}  // namespace

void add_library_routes(http::Routes& routes) {
    routes.get("/api/v1/scales", "scales.see", "Scales and forms of the region", list);
    routes.get("/api/v1/scales/{scale}", "scales.see", "A scale: questions, scores, description, versions", get_scale);
    routes.act("/api/v1/scales/check", "scales.write", "Read a description without keeping it", post_check).replay = http::Replay::nothing;
    routes.post("/api/v1/scales", "scales.write", "Publish a scale, or a new version of one", post_version);
}

}  // namespace ryadom::scales
