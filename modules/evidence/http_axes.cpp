// The four axes: what the package claims beside what the region judged.
#include "modules/evidence/http.hpp"
#include "modules/evidence/rules.hpp"
#include "platform/audit/audit.hpp"
#include "platform/files/pictures.hpp"

#include <algorithm>

namespace ryadom::evidence {
namespace {

using http::Call;
using http::Written;

constexpr std::size_t largest_ground = 25U << 20;

int claimed(const practices::Package& package, Axis axis) {
    int out = 0;
    for (const auto& item : package.evidence)
        if (item.axis == axis) out = std::max(out, item.level);
    return out;
}

Axes axes_of(db::Tx& tx, const practices::PracticeRow& practice, const std::vector<rollout::Way>& ways) {
    Axes out;
    for (const auto& way : ways) {
        if (way.practice != practice.number) continue;
        if (way.first[rollout::Stage::started]) ++out.started;
        if (way.stage == rollout::Stage::sustained) ++out.sustained;
    }
    out.life_stage = life_stage(out.started, out.sustained);
    const auto package = practices::package_of(tx, must(practices::latest_version(tx, practice.number)).number);
    const auto judged = store::standing_judgements(tx, practice.number);
    for (const auto& [axis, name] : names(json::Type<Axis>{})) {
        AxisState state{axis, claimed(*package, axis), expected(axis, out.life_stage), {}};
        if (const auto found = std::ranges::find(judged, axis, &Judgement::axis); found != judged.end()) state.judged = *found;
        out.axes.push_back(std::move(state));
    }
    out.overall = overall(out.axes);
    return out;
}

Axes get_axes(Call& call, const SharedBoards& boards) {
    const auto ways = rollout::ways(*boards, call.database(), std::nullopt, call.now());
    return call.read([&](db::Tx& tx) { return axes_of(tx, practice_of(tx, call), ways); });
}

http::Page<PracticeLevel> get_levels(Call& call) {
    return call.read([](db::Tx& tx) {
        http::Page<PracticeLevel> page{store::lowest_levels(tx), {}};
        for (auto& each : page.items) each.level = overall(each.level, each.axes);
        return page;
    });
}

http::Page<Judgement> list_judgements(Call& call, http::Query<http::Paging> paging) {
    return call.read([&](db::Tx& tx) {
        auto rows = store::judgements(tx, practice_of(tx, call).number, http::place(paging->cursor).value_or(INT64_MAX), paging->size() + 1);
        http::Page<Judgement> page;
        if (cut(rows, paging->size())) page.next = std::to_string(rows.back().number.value);
        for (auto& row : rows) page.items.push_back(std::move(row.judgement));
        return page;
    });
}

Written<Ground> post_ground(Call& call, http::Query<GroundQuery> query, http::Upload upload) {
    if (upload.bytes.empty() || upload.bytes.size() > largest_ground) throw Refused(refuse("evidence.file_size").error());
    if (!files::is_paper(upload.bytes, query->name)) throw Refused(refuse("evidence.file_kind").error());
    const auto content = std::make_shared<const std::string>(must(files::without_metadata(upload.bytes, files::content_type(upload.bytes))));
    return call.write([content, hash = files::hash_of(*content), name = query->name, id = call.id<practices::Practice>("practice")](db::Tx& tx) {
        const auto practice = must(practices::find_practice(tx, id));
        files::put(tx, hash, *content);
        auto ground = store::add_ground(tx, practice.number, name, hash);
        audit::record(tx, "evidence.file_added", ground.id);
        return ground;
    });
}

Written<Axes> post_judgement(Call& call, const SharedBoards& boards, const JudgementRequest& request) {
    must(may_judge(request));
    const auto ways = rollout::ways(*boards, call.database(), std::nullopt, call.now());
    return call.write([request, ways, id = call.id<practices::Practice>("practice"), today = call.today()](db::Tx& tx) {
        const auto practice = must(practices::find_practice(tx, id));
        std::optional<Number<Ground>> ground;
        if (request.file) {
            ground = store::find_ground(tx, practice.number, *request.file);
            if (!ground) throw Refused(refuse_field("/file", "core.absent").error());
        }
        audit::record(tx, "evidence.judged", store::add_judgement(tx, practice.number, request, ground, today));
        return axes_of(tx, practice, ways);
    });
}

http::Download download_ground(Call& call) {
    std::string name;
    auto content = call.read([&](db::Tx& tx) {
        auto ground = must(store::ground_of(tx, practice_of(tx, call).number, call.id<Judgement>("judgement")));
        name = std::move(ground.name);
        return must(files::get(tx, ground.sha));
    });
    call.header("Content-Security-Policy", std::string(files::content_policy));
    auto type = std::string(files::content_type(content));
    return {std::move(type), std::move(name), std::move(content)};
}

}  // namespace

void add_axis_routes(http::Routes& routes, const SharedBoards& boards) {
    const std::string practice = "/api/v1/practices/{practice}";
    routes.get(practice + "/axes", "evidence.see", "The four axes of evidence", [boards](Call& call) { return get_axes(call, boards); });
    routes.get("/api/v1/evidence-levels", "evidence.see", "The level of every practice of which the region judged an axis", get_levels);
    routes.get(practice + "/judgements", "evidence.see", "Every judgement of the axes, newest first", list_judgements);
    routes.act(practice + "/evidence-files", "evidence.judge", "Add a file that justifies a level", post_ground);
    routes.act(practice + "/judgements", "evidence.judge", "Judge an axis",
               [boards](Call& call, JudgementRequest request) { return post_judgement(call, boards, request); });
    routes.get(practice + "/judgements/{judgement}/file", "evidence.see", "The file of a judgement", download_ground);
}

}  // namespace ryadom::evidence
