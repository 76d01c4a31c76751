// Which version of a scale is in force, and whether a next one may be. Pure.
#pragma once

#include "modules/scales/model.hpp"

#include <span>

namespace ryadom::scales {

/// The place of the version in force on the day among versions in their order: the last that began by then.
std::optional<std::size_t> in_force(std::span<const Date> valid_from, Date day);

/// Versions come into force in their order, so that every day has one.
Checked<void> may_follow(std::span<const Date> valid_from, const PublishRequest& request);

/// The score by which a scale of the region tells the level of long-term care: 0 (none) to 3. Which answers come to which level
/// is the region's description, never a rule here.
constexpr std::string_view care_level_score = "care_level";

/// The highest level that the results tell; nothing where none does.
std::optional<int> care_level(const std::vector<forms::Result>& results);

}  // namespace ryadom::scales
