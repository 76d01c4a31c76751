#include "modules/scales/rules.hpp"

#include <algorithm>

namespace ryadom::scales {

std::optional<std::size_t> in_force(std::span<const Date> valid_from, Date day) {
    std::optional<std::size_t> out;
    for (std::size_t i = 0; i < valid_from.size(); ++i)
        if (valid_from[i] <= day) out = i;
    return out;
}

Checked<void> may_follow(std::span<const Date> valid_from, const PublishRequest& request) {
    if (request.after == 0 && !valid_from.empty()) return refuse("scales.code_taken");
    if (request.after != 0 && valid_from.empty()) return refuse("scales.another_code");
    if (static_cast<std::size_t>(request.after) != valid_from.size()) return refuse("scales.changed_meanwhile");
    if (!valid_from.empty() && request.valid_from < valid_from.back())
        return refuse_field("/valid_from", "scales.before_the_last", {{"day", to_string(valid_from.back())}});
    return {};
}

std::optional<int> care_level(const std::vector<forms::Result>& results) {
    constexpr std::int64_t highest = 3;
    std::optional<int> out;
    for (const auto& each : results) {
        if (each.score != care_level_score || !each.hundredths) continue;
        const auto level = *each.hundredths / 100;
        if (level < 0 || level > highest || *each.hundredths % 100 != 0) continue;
        out = std::max(out.value_or(0), static_cast<int>(level));
    }
    return out;
}

}  // namespace ryadom::scales
