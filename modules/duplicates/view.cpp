#include "modules/duplicates/view.hpp"

#include "modules/matching/matching.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace ryadom::duplicates {
namespace {

struct KeptReason {
    std::string column;
    matching::Level level = matching::Level::missing;
    std::optional<bool> against;
};
constexpr auto describe(json::Type<KeptReason>) {
    using json::field;
    return json::object("KeptReason", field("column", &KeptReason::column, "Column"), field("level", &KeptReason::level, "Level"),
                        field("against", &KeptReason::against, "Whether it says that they are two people"));
}

std::optional<matching::Kind> kind_of(std::string_view column) {
    if (column == "snils" || column == "iin") return matching::Kind::identifier;
    return json::parse_name<matching::Kind>(column);
}

}  // namespace

int percent(double weight) { return std::clamp(static_cast<int>(std::lround(matching::probability(weight) * 100)), 1, 99); }

std::vector<PairReason> told(const std::string& reasons, const i18n::Voice& voice) {
    const auto value = json::parse(reasons);
    if (!value) throw std::logic_error("reasons of a pair that are no JSON");
    std::vector<PairReason> out;
    for (auto& each : must(json::read<std::vector<KeptReason>>(*value)))
        if (const auto kind = kind_of(each.column)) out.push_back({each.column, voice.text(matching::text_key(*kind, each.level)), each.against.value_or(false)});
    return out;
}

}  // namespace ryadom::duplicates
