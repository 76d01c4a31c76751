#include "modules/matching/given_names.hpp"

#include "modules/matching/canonical.hpp"
#include "platform/core/embedded.hpp"
#include "platform/i18n/catalogue.hpp"

#include <algorithm>
#include <utility>

namespace ryadom {
std::span<const EmbeddedFile> embedded_matching_data();
}

namespace ryadom::matching {

GivenNames::GivenNames(std::string_view lines) {
    std::uint16_t number = 0;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        auto line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        const auto colon = line.find(':');
        if (line.starts_with('#') || colon == std::string_view::npos) continue;
        add(line.substr(0, colon), number);
        for (line.remove_prefix(colon + 1); !line.empty();) {
            const auto comma = std::min(line.find(','), line.size());
            add(line.substr(0, comma), number);
            line.remove_prefix(std::min(comma + 1, line.size()));
        }
        ++number;
        families_.push_back(static_cast<std::uint16_t>(families_.size()));
    }
    connect();
}

void GivenNames::connect() {
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& [name, numbers] : names_) {
            std::uint16_t least = UINT16_MAX;
            for (const auto number : numbers) least = std::min(least, families_[number]);
            for (const auto number : numbers) changed |= std::exchange(families_[number], least) != least;
        }
    }
}

void GivenNames::add(std::string_view name, std::uint16_t number) {
    auto& numbers = names_[canonical(i18n::fold(name))];
    if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
}

const std::vector<std::uint16_t>& GivenNames::full_names(const std::u16string& canonical) const {
    static const std::vector<std::uint16_t> none;
    const auto found = names_.find(canonical);
    return found == names_.end() ? none : found->second;
}

const GivenNames& given_names() {
    static const GivenNames names(embedded_matching_data().front().content);
    return names;
}

}  // namespace ryadom::matching
