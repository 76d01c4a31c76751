#include "modules/practices/card.hpp"
#include "modules/practices/package_text.hpp"
#include "platform/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::practices {
namespace {

/// Below the parts of the card itself.
constexpr int heading_level = 3;

std::string without_marks(std::string_view line) {
    std::string out(line);
    for (const std::string_view mark : {"**", "__", "`"})
        for (auto at = out.find(mark); at != std::string::npos; at = out.find(mark, at)) out.erase(at, mark.size());
    return out;
}

/// What follows the mark of an item ("- ", "2. "); nothing for another line.
std::optional<std::string_view> item_of(std::string_view line) {
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) return trimmed(line.substr(2));
    const auto digits = line.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string_view::npos || (line[digits] != '.' && line[digits] != ')') || line.substr(digits + 1, 1) != " ") return std::nullopt;
    return trimmed(line.substr(digits + 2));
}

/// Gathers lines; a blank line ends a paragraph.
class Blocks {
  public:
    void add(std::string_view line) {
        const auto plain = trimmed(line);
        if (plain.empty()) return end();
        if (plain.starts_with('#')) {
            end();
            out_.push_back(documents::Heading{heading_level, without_marks(trimmed(plain.substr(std::min(plain.find_first_not_of('#'), plain.size()))))});
        } else if (const auto item = item_of(plain)) {
            const auto marks = plain.front() >= '0' && plain.front() <= '9' ? documents::Marks::numbers : documents::Marks::bullets;
            if (!paragraph_.empty() || (!list_.items.empty() && list_.marks != marks)) end();
            list_.marks = marks;
            list_.items.push_back({without_marks(*item), {}});
        } else {
            auto& text = list_.items.empty() ? paragraph_ : list_.items.back().text;
            text += (text.empty() ? "" : " ") + without_marks(plain);
        }
    }
    std::vector<documents::Block> take() {
        end();
        return std::move(out_);
    }

  private:
    void end() {
        if (!paragraph_.empty()) out_.push_back(documents::Paragraph{std::exchange(paragraph_, {})});
        if (!list_.items.empty()) out_.push_back(std::exchange(list_, {}));
    }

    std::vector<documents::Block> out_;
    std::string paragraph_;
    documents::List list_;
};

}  // namespace

std::vector<documents::Block> blocks_of(std::string_view markdown) {
    Blocks out;
    for (const auto line : split(markdown, '\n')) out.add(line);
    return out.take();
}

std::string roubles(std::int64_t kopecks) {
    auto digits = std::to_string(kopecks / 100);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), " ");
    return kopecks % 100 == 0 ? digits + " ₽" : fmt::format("{},{:02} ₽", digits, kopecks % 100);
}

}  // namespace ryadom::practices
