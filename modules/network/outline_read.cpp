#include "modules/network/outline.hpp"

#include "platform/core/text.hpp"

#include <cmath>

namespace ryadom::network {
namespace {

constexpr std::size_t most_bytes = 16U << 20;
constexpr std::size_t most_features = 2000;
constexpr std::size_t most_points = 500'000;
constexpr std::size_t most_properties = 40;
constexpr std::size_t longest_property = 200;  ///< bytes: a name, not a description

Refusal refuse_file(std::string code, Arguments arguments = {}) { return {Refusal::Kind::malformed, std::move(code), std::move(arguments), {}}; }

const std::string* text_at(const json::Value& value, std::string_view name) {
    const auto* member = value.find(name);
    return member ? member->as<std::string>() : nullptr;
}

bool is(const json::Value& value, std::string_view type) {
    const auto* text = text_at(value, "type");
    return text && *text == type;
}

std::map<std::string, std::string> properties_of(const json::Value& feature) {
    std::map<std::string, std::string> out;
    const auto* properties = feature.find("properties");
    const auto* members = properties ? properties->as<json::Object>() : nullptr;
    if (!members) return out;
    for (const auto& [name, value] : *members) {
        if (out.size() == most_properties || name.size() > longest_property) continue;
        if (const auto* text = value.as<std::string>(); text && !text->empty() && text->size() <= longest_property) out.emplace(name, *text);
        if (const auto* number = value.as<std::int64_t>()) out.emplace(name, std::to_string(*number));
    }
    return out;
}

std::optional<double> decimal(const json::Value& value) {
    if (const auto* whole = value.as<std::int64_t>()) return static_cast<double>(*whole);
    if (const auto* part = value.as<double>(); part && std::isfinite(*part)) return *part;
    return std::nullopt;
}

/// Reads one geometry and stops at its first fault.
class GeometryReader {
  public:
    explicit GeometryReader(Feature& feature) : feature_(feature) {}

    void read(const json::Value* geometry) {
        const bool one = geometry && is(*geometry, "Polygon");
        const bool several = geometry && is(*geometry, "MultiPolygon");
        const auto* coordinates = one || several ? geometry->find("coordinates") : nullptr;
        const auto* list = coordinates ? coordinates->as<json::Array>() : nullptr;
        if (!list || list->empty()) return fault("/geometry", "network.map.no_polygon");
        if (one) return read_polygon(*coordinates, "/geometry/coordinates");
        for (std::size_t i = 0; i < list->size() && !feature_.fault; ++i) read_polygon((*list)[i], "/geometry/coordinates/" + std::to_string(i));
    }

  private:
    void fault(std::string pointer, const char* code, Arguments arguments = {}) {
        feature_.fault = {"/features/" + std::to_string(feature_.number - 1) + pointer, code, std::move(arguments)};
        feature_.polygons.clear();
    }

    void read_polygon(const json::Value& value, const std::string& pointer) {
        const auto* rings = value.as<json::Array>();
        if (!rings || rings->empty()) return fault(pointer, "network.map.no_polygon");
        Polygon polygon;
        for (std::size_t i = 0; i < rings->size() && !feature_.fault; ++i)
            polygon.push_back(read_ring((*rings)[i], pointer + "/" + std::to_string(i)));
        if (!feature_.fault) feature_.polygons.push_back(std::move(polygon));
    }

    Ring read_ring(const json::Value& value, const std::string& pointer) {
        const auto* positions = value.as<json::Array>();
        if (!positions || positions->size() < 4) return fault(pointer, "network.map.short_ring"), Ring();
        Ring ring;
        ring.reserve(positions->size());
        for (std::size_t i = 0; i < positions->size(); ++i) {
            const auto position = read_position((*positions)[i]);
            if (!position) return fault(pointer + "/" + std::to_string(i), "network.map.no_position", {{"value", shorten(json::write((*positions)[i]))}}), Ring();
            ring.push_back(*position);
        }
        if (ring.front() != ring.back()) fault(pointer, "network.map.open_ring");
        return ring;
    }

    /// Degrees of WGS 84, longitude first; a height is no harm.
    static std::optional<Position> read_position(const json::Value& value) {
        const auto* numbers = value.as<json::Array>();
        if (!numbers || numbers->size() < 2 || numbers->size() > 4) return std::nullopt;
        const auto longitude = decimal((*numbers)[0]);
        const auto latitude = decimal((*numbers)[1]);
        if (!longitude || !latitude || std::abs(*longitude) > 180 || std::abs(*latitude) > 90) return std::nullopt;
        return Position{*longitude, *latitude};
    }

    Feature& feature_;
};

}  // namespace

std::size_t points_of(const std::vector<Polygon>& polygons) {
    std::size_t count = 0;
    for (const auto& polygon : polygons)
        for (const auto& ring : polygon) count += ring.size();
    return count;
}

Checked<std::vector<Feature>> read_features(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto value = json::parse(text, {16, most_bytes});
    if (!value) return std::unexpected(refuse_file(value.error().code, {{"detail", value.error().detail}}));
    const auto* list = is(*value, "FeatureCollection") && value->find("features") ? value->find("features")->as<json::Array>() : nullptr;
    if (!list || list->empty()) return std::unexpected(refuse_file("network.map.no_collection"));
    if (list->size() > most_features) return std::unexpected(refuse_file("network.map.too_many_features", {{"most", std::to_string(most_features)}}));
    std::vector<Feature> out;
    std::size_t points = 0;
    for (const auto& each : *list) {
        Feature feature{static_cast<int>(out.size()) + 1, properties_of(each), {}, {}};
        GeometryReader(feature).read(is(each, "Feature") ? each.find("geometry") : nullptr);
        points += points_of(feature.polygons);
        if (points > most_points) return std::unexpected(refuse_file("network.map.too_many_points", {{"most", std::to_string(most_points)}}));
        out.push_back(std::move(feature));
    }
    return out;
}

}  // namespace ryadom::network
