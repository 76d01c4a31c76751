#include "platform/csv/csv.hpp"

#include <algorithm>
#include <array>

namespace ryadom::csv {
namespace {

/// Whether a spreadsheet may take the text for a formula: OWASP's list and the full-width forms of the same signs.
bool formula(std::string_view field) {
    static constexpr std::array<std::string_view, 10> beginnings{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return field.starts_with(beginning); });
}

/// A formula behind apostrophes: what the writer makes of one, however often it was written and read.
bool defused(std::string_view field) {
    const auto first = field.find_first_not_of('\'');
    return first != 0 && first != std::string_view::npos && formula(field.substr(first));
}

}  // namespace

std::string_view plain(std::string_view field) { return defused(field) ? field.substr(1) : field; }

void Writer::record(std::span<const std::string> fields) {
    for (bool first = true; const auto& field : fields) {
        if (!std::exchange(first, false)) text_ += separator_;
        text_ += '"';
        if (formula(field) || defused(field)) text_ += '\'';
        for (const char letter : field) {
            if (letter == '"') text_ += '"';
            text_ += letter;
        }
        text_ += '"';
    }
    text_ += "\r\n";
}

}  // namespace ryadom::csv
