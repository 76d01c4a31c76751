// Outlines of districts from a GeoJSON file: read, checked, found again by name, and made as small as a picture needs.
// Pure.
#pragma once

#include "modules/network/model.hpp"

namespace ryadom::network {

struct Position {
    double longitude = 0;
    double latitude = 0;
    bool operator==(const Position&) const = default;
};
using Ring = std::vector<Position>;
using Polygon = std::vector<Ring>;  ///< the outline, then its holes

/// One feature of the file.
struct Feature {
    int number = 0;                                 ///< from 1, as the file lists them
    std::map<std::string, std::string> properties;  ///< the short texts and numbers among them
    std::vector<Polygon> polygons;
    std::optional<FieldError> fault;                ///< why its geometry is no outline; the pointer says where
};

/// Reads a FeatureCollection; a wrong feature carries its fault, a file that is none or is too large is refused.
Checked<std::vector<Feature>> read_features(std::string_view text);

/// Which district each feature means; nothing for a feature of no district.
struct Matches {
    std::string property;                 ///< by which the names were compared
    std::vector<std::string> properties;  ///< by which they could be, the most fitting first
    std::vector<std::optional<std::size_t>> districts;
};
/// A property `code` that is a district's code decides; else the given property or, without one, that which fits most.
Matches match(const std::vector<Feature>& features, const std::vector<District>& districts, const std::optional<std::string>& property);

/// The grid that all points are put on, as lines to a degree: finer than a pixel of a picture of these outlines.
int grid_of(const std::vector<const Feature*>& features);
/// The outline with every point on the grid as GeoJSON, so that points which neighbours share stay shared. A district
/// too small for the grid gets a finer one; nothing for an outline without an area.
struct Geometry {
    std::string text;
    std::size_t points = 0;
};
std::optional<Geometry> geometry(int grid, const std::vector<Polygon>& polygons);

std::size_t points_of(const std::vector<Polygon>& polygons);

}  // namespace ryadom::network
