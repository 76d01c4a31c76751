#include "modules/network/outline.hpp"

#include "platform/i18n/catalogue.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ryadom::network {
namespace {

/// A map of the region is about as wide: a finer grid could not be seen.
constexpr double pixels = 1000;

/// A district's name without the words that one map writes and another leaves out.
std::string bare_name(std::string_view name) {
    constexpr std::array<std::string_view, 16> common{"район", "муниципальный", "городской", "округ", "муниципальное", "образование", "город", "г",
                                                      "наукоград", "рп", "область", "district", "municipal", "city", "ауданы", "каласы"};
    std::string out;
    const auto folded = i18n::fold(name);
    for (std::size_t at = 0; at < folded.size();) {
        const auto end = std::min(folded.find(' ', at), folded.size());
        const auto word = std::string_view(folded).substr(at, end - at);
        if (std::ranges::find(common, word) == common.end()) out += (out.empty() ? "" : " ") + std::string(word);
        at = end + 1;
    }
    return out;
}

/// Districts by what a property may hold. A name that two of them share is nobody's.
class Index {
  public:
    explicit Index(const std::vector<District>& districts) {
        for (std::size_t i = 0; i < districts.size(); ++i) {
            codes_.emplace(districts[i].code, i);
            add(titles_, i18n::fold(districts[i].title), i);
            add(bare_, bare_name(districts[i].title), i);
        }
    }

    std::optional<std::size_t> by_code(const std::string& code) const {
        const auto found = codes_.find(code);
        return found == codes_.end() ? std::nullopt : std::optional(found->second);
    }
    std::optional<std::size_t> find(const std::string& words) const {
        if (const auto known = by_code(words)) return known;
        if (const auto title = titles_.find(i18n::fold(words)); title != titles_.end()) return title->second;
        const auto bare = bare_.find(bare_name(words));
        return bare == bare_.end() ? std::nullopt : bare->second;
    }

  private:
    using Map = std::map<std::string, std::optional<std::size_t>>;
    static void add(Map& map, std::string key, std::size_t district) {
        if (key.empty()) return;
        const auto [at, fresh] = map.emplace(std::move(key), district);
        if (!fresh) at->second.reset();
    }

    std::map<std::string, std::size_t> codes_;
    Map titles_, bare_;
};

/// A point as counts of grid lines from zero.
struct Node {
    std::int64_t x, y;
    bool operator==(const Node&) const = default;
};

std::vector<Node> nodes_of(int grid, const Ring& ring) {
    std::vector<Node> out;
    for (const auto& position : ring) {
        const Node node{std::llround(position.longitude * grid), std::llround(position.latitude * grid)};
        if (out.empty() || node != out.back()) out.push_back(node);
    }
    return out;
}

/// Twice the area: what fell onto a line is nothing to be seen.
std::int64_t area_of(const std::vector<Node>& nodes) {
    std::int64_t area = 0;
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) area += nodes[i].x * nodes[i + 1].y - nodes[i + 1].x * nodes[i].y;
    return std::abs(area);
}

void append_ring(int grid, const std::vector<Node>& nodes, std::string& out) {
    out += '[';
    for (bool first = true; const auto& node : nodes) {
        if (!std::exchange(first, false)) out += ',';
        // The quotient of whole numbers prints as the short decimal that it is.
        out += '[' + json::write(json::Value(static_cast<double>(node.x) / grid)) + ',' + json::write(json::Value(static_cast<double>(node.y) / grid)) + ']';
    }
    out += ']';
}

Geometry polygons_on(int grid, const std::vector<Polygon>& polygons) {
    Geometry out;
    for (const auto& polygon : polygons) {
        std::string rings;
        for (const auto& ring : polygon) {
            const auto nodes = nodes_of(grid, ring);
            const bool seen = nodes.size() >= 4 && area_of(nodes) > 0;
            if (!seen && rings.empty()) break;  // an island smaller than the grid goes with its holes
            if (!seen) continue;
            if (!rings.empty()) rings += ',';
            append_ring(grid, nodes, rings);
            out.points += nodes.size();
        }
        if (!rings.empty()) out.text += (out.text.empty() ? "[" : ",[") + rings + ']';
    }
    return out;
}

}  // namespace

Matches match(const std::vector<Feature>& features, const std::vector<District>& districts, const std::optional<std::string>& property) {
    const Index index(districts);
    std::map<std::string, int> fitting;
    for (const auto& feature : features)
        for (const auto& [name, value] : feature.properties) fitting[name] += index.find(value) ? 1 : 0;
    Matches out;
    for (const auto& [name, count] : fitting) out.properties.push_back(name);
    std::ranges::stable_sort(out.properties, std::greater(), [&](const std::string& name) { return fitting[name]; });
    if (property) out.property = *property;
    else if (!out.properties.empty()) out.property = out.properties.front();
    for (const auto& feature : features) {
        std::optional<std::size_t> district;
        if (const auto code = feature.properties.find("code"); code != feature.properties.end()) district = index.by_code(code->second);
        if (const auto name = feature.properties.find(out.property); !district && name != feature.properties.end()) district = index.find(name->second);
        out.districts.push_back(district);
    }
    return out;
}

int grid_of(const std::vector<const Feature*>& features) {
    double west = 180, east = -180, south = 90, north = -90;
    for (const auto* feature : features)
        for (const auto& polygon : feature->polygons)
            for (const auto& [longitude, latitude] : polygon.front()) {
                west = std::min(west, longitude);
                east = std::max(east, longitude);
                south = std::min(south, latitude);
                north = std::max(north, latitude);
            }
    const auto wanted = pixels / std::max({east - west, north - south, 0.01});
    for (int decade = 1;; decade *= 10)
        for (const auto times : {1, 2, 5})
            if (decade * times >= wanted) return decade * times;
}

std::optional<Geometry> geometry(int grid, const std::vector<Polygon>& polygons) {
    for (const auto finer : {1, 10, 100}) {
        auto found = polygons_on(grid * finer, polygons);
        if (found.text.empty()) continue;
        found.text = R"({"type":"MultiPolygon","coordinates":[)" + found.text + "]}";
        return found;
    }
    return std::nullopt;
}

}  // namespace ryadom::network
