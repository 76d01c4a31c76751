// An invented map: districts as polygons that share their borders to the last digit.
#pragma once

#include "app/generate/dice.hpp"

#include <string>
#include <vector>

namespace ryadom::generate {

struct Place {
    double longitude = 0;
    double latitude = 0;
    bool operator==(const Place&) const = default;
};

/// The first ring is the outline, counterclockwise; the others are holes. Rings end where they begin.
using Polygon = std::vector<std::vector<Place>>;

struct Tile {
    int row = 0;
    int column = 0;
    bool operator==(const Tile&) const = default;
};

struct MapDistrict {
    Polygon polygon;
    Tile tile;
    double capital_km = 0;  ///< from the middle of the capital to the middle of the district
};

/// Districts in order of their distance from the capital, which is the first and the smallest around.
std::vector<MapDistrict> make_map(Seed seed, int districts);

/// A GeoJSON geometry.
std::string geometry(const Polygon& polygon);

}  // namespace ryadom::generate
