// How far one district is from another, by the middles of their outlines.
#include "modules/exchange/rules.hpp"
#include "platform/json/value.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ryadom::exchange {
namespace {

using json::Array;
using Ring = std::vector<Spot>;

std::optional<double> number(const json::Value& value) {
    if (const auto* whole = value.as<std::int64_t>()) return static_cast<double>(*whole);
    const auto* out = value.as<double>();
    return out ? std::optional(*out) : std::nullopt;
}

/// Nothing where it is no ring of positions. A ring over the day line goes on beyond 180 degrees.
Ring ring_of(const json::Value& value) {
    Ring out;
    const auto* positions = value.as<Array>();
    if (!positions) return {};
    for (const auto& position : *positions) {
        const auto* pair = position.as<Array>();
        if (!pair || pair->size() < 2) return {};
        auto longitude = number((*pair)[0]);
        const auto latitude = number((*pair)[1]);
        if (!longitude || !latitude) return {};
        if (!out.empty()) *longitude += 360 * std::round((out.front().longitude - *longitude) / 360);
        out.push_back({*longitude, *latitude});
    }
    return out;
}

/// The outer ring of each part.
std::vector<Ring> outer_rings(const json::Value& geometry) {
    const auto* type = geometry.find("type");
    const auto* coordinates = geometry.find("coordinates");
    if (!type || !coordinates || !coordinates->as<Array>()) return {};
    std::vector<Ring> out;
    if (*type == json::Value("Polygon") && !coordinates->as<Array>()->empty()) out.push_back(ring_of(coordinates->as<Array>()->front()));
    if (*type == json::Value("MultiPolygon"))
        for (const auto& polygon : *coordinates->as<Array>())
            if (const auto* rings = polygon.as<Array>(); rings && !rings->empty()) out.push_back(ring_of(rings->front()));
    return out;
}

struct Middle {
    Spot spot;
    double area = 0;  ///< in square degrees
};
/// The centre of gravity, from the first point so that no digits are lost; nothing for a ring without an area.
std::optional<Middle> middle_of(const Ring& ring) {
    double twice = 0;
    Spot sum;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Spot one{ring[i].longitude - ring[0].longitude, ring[i].latitude - ring[0].latitude};
        const Spot next{ring[i + 1].longitude - ring[0].longitude, ring[i + 1].latitude - ring[0].latitude};
        const auto cross = one.longitude * next.latitude - next.longitude * one.latitude;
        twice += cross;
        sum.longitude += (one.longitude + next.longitude) * cross;
        sum.latitude += (one.latitude + next.latitude) * cross;
    }
    if (twice == 0) return std::nullopt;
    return Middle{{ring[0].longitude + sum.longitude / (3 * twice), ring[0].latitude + sum.latitude / (3 * twice)}, std::abs(twice) / 2};
}

}  // namespace

std::optional<Spot> middle_of(std::string_view outline) {
    const auto geometry = json::parse(outline);
    if (!geometry) return std::nullopt;
    std::optional<Middle> largest;
    for (const auto& ring : outer_rings(*geometry))
        if (const auto middle = middle_of(ring); middle && (!largest || middle->area > largest->area)) largest = middle;
    return largest ? std::optional(largest->spot) : std::nullopt;
}

double km_between(const Spot& one, const Spot& other) {
    constexpr double earth_km = 6371.0088;  // the mean radius
    constexpr double radian = std::numbers::pi / 180;
    const auto square_of_sine = [](double degrees) { return std::pow(std::sin(degrees * radian / 2), 2); };
    const auto half = square_of_sine(other.latitude - one.latitude) +
                      std::cos(one.latitude * radian) * std::cos(other.latitude * radian) * square_of_sine(other.longitude - one.longitude);
    return 2 * earth_km * std::asin(std::sqrt(std::min(half, 1.0)));
}

int in_tens(double km) { return std::max(1, static_cast<int>(std::lround(km / 10))) * 10; }

}  // namespace ryadom::exchange
