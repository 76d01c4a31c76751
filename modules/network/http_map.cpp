// The map of the region: its outlines as one GeoJSON text, and their import.
#include "modules/network/http.hpp"

#include "modules/network/outline.hpp"
#include "modules/network/store.hpp"
#include "platform/audit/audit.hpp"
#include "platform/http/work.hpp"

namespace ryadom::network {
namespace {

using http::Call;

struct MapQuery {
    std::optional<bool> dry_run;
    std::optional<std::string> property;
};
constexpr auto describe(json::Type<MapQuery>) {
    return json::object("MapImportQuery", json::field("dry_run", &MapQuery::dry_run, "Check only"),
                        json::field("property", &MapQuery::property, "Property that names the district; without it, the one that fits most", json::length(1, 200)));
}

enum class Outcome { added, changed, unchanged, unknown, wrong };
constexpr auto names(json::Type<Outcome>) {
    using namespace std::string_view_literals;
    using enum Outcome;
    return std::array{std::pair{added, "added"sv}, std::pair{changed, "changed"sv}, std::pair{unchanged, "unchanged"sv},
                      std::pair{unknown, "unknown"sv}, std::pair{wrong, "wrong"sv}};
}

struct FeatureView {
    int number = 0;
    std::string name;
    std::optional<Id<District>> district;
    Outcome outcome = Outcome::unknown;
    std::optional<std::string> code;
    std::optional<std::string> text;
};
constexpr auto describe(json::Type<FeatureView>) {
    using T = FeatureView;
    using json::field;
    return json::object("MapFeature", field("number", &T::number, "Number in the file, from 1"), field("name", &T::name, "What the file calls it"),
                        field("district", &T::district, "The district that it outlines"), field("outcome", &T::outcome, "What becomes of it"),
                        field("code", &T::code, "Code of what is wrong"), field("text", &T::text, "What is wrong"));
}

struct MapReport {
    bool written = false;
    std::string property;
    std::vector<std::string> properties;
    std::vector<FeatureView> features;
    std::vector<Id<District>> lacking;
    std::int64_t points_before = 0;
    std::int64_t points_after = 0;
    std::optional<json::Value> preview;
};
constexpr auto describe(json::Type<MapReport>) {
    using T = MapReport;
    using json::field;
    return json::object("MapReport", field("written", &T::written, "Whether outlines were written"),
                        field("property", &T::property, "Property by which districts were found"),
                        field("properties", &T::properties, "Properties of the file, the most fitting first"),
                        field("features", &T::features, "What the file holds"), field("lacking", &T::lacking, "Districts that stay without an outline"),
                        field("points_before", &T::points_before, "Points of the outlines in the file"),
                        field("points_after", &T::points_after, "Points that are kept"),
                        field("preview", &T::preview, "Of a check: the outlines as the map would show them, as GeoJSON"));
}

using Outlines = std::vector<std::pair<Id<District>, std::string>>;

std::string collection(const Outlines& outlines) {
    std::string out = R"({"type":"FeatureCollection","features":[)";
    for (bool first = true; const auto& [id, geometry] : outlines) {
        if (!std::exchange(first, false)) out += ',';
        out += R"({"type":"Feature","id":")" + to_string(id) + R"(","properties":{},"geometry":)" + geometry + "}";
    }
    return out + "]}";
}

/// The map as one GeoJSON text; its parts were checked when they were imported.
http::Response map(Call& call) {
    return {200, {{"Content-Type", "application/geo+json"}, {"Cache-Control", "private, max-age=300"}},
            collection(call.read([](db::Tx& tx) { return store::outlines(tx); }))};
}

/// What is to be done, decided before the write: outlines are long.
struct MapPlan {
    MapReport report;
    Outlines drawn;    ///< all that the file outlines
    Outlines changed;  ///< those of them that do not stand yet
};

std::string name_of(const Feature& feature, const std::string& property) {
    if (const auto named = feature.properties.find(property); named != feature.properties.end()) return named->second;
    return feature.properties.empty() ? std::string() : feature.properties.begin()->second;
}

class Planner {
  public:
    Planner(const Call& call, const std::vector<Feature>& features, const std::optional<std::string>& property) : call_(call), features_(features) {
        for (auto& row : call.read([](db::Tx& tx) { return all_districts(tx); })) districts_.push_back(std::move(row.district));
        for (auto& [id, geometry] : call.read([](db::Tx& tx) { return store::outlines(tx); })) standing_.emplace(id, std::move(geometry));
        matches_ = match(features, districts_, property);
    }

    MapPlan plan(http::Work& work) {
        plan_.report.property = matches_.property;
        plan_.report.properties = matches_.properties;
        std::vector<const Feature*> found;
        for (std::size_t i = 0; i < features_.size(); ++i)
            if (matches_.districts[i] && !features_[i].fault) found.push_back(&features_[i]);
        const auto grid = grid_of(found);
        for (std::size_t i = 0; i < features_.size(); ++i) {
            plan_.report.features.push_back(take(features_[i], matches_.districts[i], grid));
            if (!work.go_on(static_cast<std::int64_t>(i) + 1)) throw Refused(http::stopped());
        }
        for (const auto& district : districts_)
            if (!outlined_.contains(district.id) && !standing_.contains(district.id)) plan_.report.lacking.push_back(district.id);
        return std::move(plan_);
    }

  private:
    FeatureView take(const Feature& feature, const std::optional<std::size_t>& index, int grid) {
        FeatureView view{feature.number, name_of(feature, matches_.property), {}, Outcome::unknown, {}, {}};
        const auto wrong = [&](const std::string& code, const Arguments& arguments) {
            view.outcome = Outcome::wrong;
            view.code = code;
            view.text = call_.text(code, arguments);
            return view;
        };
        if (!index) return view;
        const auto& district = *(view.district = districts_[*index].id);
        if (feature.fault) {
            auto arguments = feature.fault->arguments;
            arguments.emplace("at", feature.fault->pointer);
            return wrong(feature.fault->code, arguments);
        }
        if (outlined_.contains(district)) return wrong("network.map.twice", {{"number", std::to_string(outlined_.at(district))}});
        auto drawn = geometry(grid, feature.polygons);
        if (!drawn) return wrong("network.map.no_area", {});
        outlined_.emplace(district, feature.number);
        plan_.report.points_before += static_cast<std::int64_t>(points_of(feature.polygons));
        plan_.report.points_after += static_cast<std::int64_t>(drawn->points);
        plan_.drawn.emplace_back(district, drawn->text);
        const auto known = standing_.find(district);
        if (known != standing_.end() && known->second == drawn->text) return view.outcome = Outcome::unchanged, view;
        view.outcome = known == standing_.end() ? Outcome::added : Outcome::changed;
        plan_.changed.emplace_back(district, std::move(drawn->text));
        return view;
    }

    const Call& call_;
    const std::vector<Feature>& features_;
    std::vector<District> districts_;
    std::map<Id<District>, std::string> standing_;
    Matches matches_;
    std::map<Id<District>, int> outlined_;
    MapPlan plan_;
};

http::Written<MapReport> import_map(Call& call, http::Query<MapQuery> query, http::Upload upload) {
    const auto features = must(read_features(upload.bytes));
    http::Work work(call, std::ssize(features));
    auto plan = std::make_shared<MapPlan>(Planner(call, features, query->property).plan(work));
    const bool dry = query->dry_run.value_or(false);
    if (dry) plan->report.preview = *json::parse(collection(plan->drawn), {16, 64U << 20});
    else plan->report.written = !plan->changed.empty();
    return call.write([plan = std::shared_ptr<const MapPlan>(plan)](db::Tx& tx) {
        if (!plan->report.written) return plan->report;
        for (const auto& [district, geometry] : plan->changed) {
            store::set_outline(tx, district, geometry);
            audit::record(tx, "network.outline_loaded", district);
        }
        return plan->report;
    });
}

http::Written<void> remove_map(Call& call) {
    return call.write([](db::Tx& tx) {
        if (store::remove_outlines(tx) > 0) audit::record(tx, "network.map_removed");
    });
}

}  // namespace

void add_map_routes(http::Routes& routes) {
    routes.get("/api/v1/map", "network.see", "The outlines of the districts as GeoJSON", map);
    routes.act("/api/v1/map/import", "network.change", "Load the outlines of districts from a GeoJSON file", import_map).pool = http::Pool::heavy;
    routes.remove("/api/v1/map", "network.change", "Remove the outlines of all districts: tiles are drawn instead", remove_map);
}

}  // namespace ryadom::network
