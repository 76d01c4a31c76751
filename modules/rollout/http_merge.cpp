// Moving an adoption to another version: what would come, stay and collide, and the move with the decisions.
#include "modules/rollout/http_merge.hpp"

#include "modules/practices/parcel.hpp"

#include <algorithm>

namespace ryadom::rollout {
namespace {

using http::Call;
using http::Query;
using http::Written;

struct MergeItemView {
    std::string key;
    MergeKind kind = MergeKind::adaptation_kept;
    MergeGroup group = MergeGroup::taken;
    MergeAsks asks = MergeAsks::nothing;
    std::string title;
    std::optional<std::string> before;
    std::optional<std::string> after;
    std::optional<std::string> ours;
};
constexpr auto describe(json::Type<MergeItemView>) {
    using T = MergeItemView;
    using json::field;
    return json::object("MergeItem", field("key", &T::key, "Names the item in a decision"), field("kind", &T::kind, "What it is"),
                        field("group", &T::group, "Taken, kept or a conflict"), field("asks", &T::asks, "What is asked of the centre"),
                        field("title", &T::title, "Element of the package"), field("before", &T::before, "What the version in use says"),
                        field("after", &T::after, "What the new one says"), field("ours", &T::ours, "What the centre does"));
}

struct MergeView {
    std::string from;
    std::string to;
    Id<practices::Version> version;
    std::vector<MergeItemView> items;
};
constexpr auto describe(json::Type<MergeView>) {
    using T = MergeView;
    return json::object("AdoptionMerge", json::field("from", &T::from, "Version in use"), json::field("to", &T::to, "Version to move to"),
                        json::field("version", &T::version, "Its id"), json::field("items", &T::items, "What comes, stays and collides"));
}

struct UpgradeRequest {
    Id<practices::Version> version;
    std::optional<std::vector<MergeDecision>> decisions;
};
constexpr auto describe(json::Type<UpgradeRequest>) {
    using T = UpgradeRequest;
    return json::object("UpgradeRequest", json::field("version", &T::version, "Version to move to"),
                        json::field("decisions", &T::decisions, "One for each conflict", json::length(0, 1000)));
}

practices::VersionRow version_of(db::Tx& tx, const store::AdoptionRow& row, const Id<practices::Version>& id) {
    const auto version = practices::find_version(tx, id);
    if (!version || version->practice != row.practice) throw Refused(refuse_field("/version", "core.absent").error());
    if (version->number == row.version) throw Refused(refuse("rollout.same_version").error());
    if (practices::is_withdrawn(tx, *version)) throw Refused(refuse("rollout.withdrawn_version").error());
    return *version;
}

std::vector<MergeItem> items_of(db::Tx& tx, const store::AdoptionRow& row, const practices::VersionRow& to) {
    const auto today = today_at(tx, row.organisation);
    std::vector<Line> open;
    for (auto& each : store::lines_of(tx, row.number))
        if (open_at(each.line.line, today)) open.push_back(std::move(each.line));
    return merge(*practices::package_of(tx, row.version), *practices::package_of(tx, to.number), store::adaptations_of(tx, row.number), open);
}

MergeItemView view(const MergeItem& item, const std::string& language) {
    MergeItemView out{key_of(item), item.kind, item.group, item.asks, said_in(item.title, language), {}, {}, {}};
    const auto said = [&](const practices::Text& text) { return said_in({text.ru, text.kk, text.en}, language); };
    if (item.before) out.before = said(*item.before);
    if (item.after) out.after = said(*item.after);
    if (!item.ours.empty()) out.ours = item.ours;
    return out;
}

MergeView get_merge(Call& call, Query<VersionRequest> query) {
    return call.read([&](db::Tx& tx) {
        const auto row = own_adoption(tx, call.id<Adoption>("adoption"));
        const auto to = version_of(tx, row, query->version);
        MergeView out{must(practices::find_version(tx, row.version)).version, to.version, to.id, {}};
        const std::string language(json::name_of(call.language()));
        for (const auto& item : items_of(tx, row, to)) out.items.push_back(view(item, language));
        return out;
    });
}

/// What the centre decided is held against the merge as it is now: another adaptation since then is a conflict that is undecided.
Written<AdoptionHead> post_version(Call& call, UpgradeRequest request) {
    return call.write([request, id = call.id<Adoption>("adoption"), tongue = Tongue(call.texts(), call.language())](db::Tx& tx) {
        const auto row = own_adoption(tx, id);
        const auto to = version_of(tx, row, request.version);
        const auto adaptations = must(resolve(items_of(tx, row, to), request.decisions.value_or(std::vector<MergeDecision>())));
        store::write_adaptations(tx, row, adaptations, row.revision);
        move_to(tx, row, to.number);
        return head(tx, *store::find_adoption(tx, id), tongue);
    });
}

}  // namespace

void add_merge_routes(http::Routes& routes) {
    routes.get("/api/v1/adoptions/{adoption}/merge", "rollout.adopt", "What moving to another version would bring, keep and collide with", get_merge);
    routes.act("/api/v1/adoptions/{adoption}/version", "rollout.adopt", "Move to another version, with a decision for each conflict", post_version);
}

}  // namespace ryadom::rollout
