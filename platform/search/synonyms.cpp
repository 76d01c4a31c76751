#include "platform/search/synonyms.hpp"

#include "platform/i18n/words.hpp"
#include "platform/search/stem.hpp"

#include <algorithm>
#include <stdexcept>

namespace ryadom::search {
namespace {

Synonyms::Phrase stems_of(std::string_view text, i18n::Language language) {
    Synonyms::Phrase out;
    for (const auto& word : i18n::words(text)) out.push_back(stem(word.folded, language));
    return out;
}

std::vector<Synonyms::Phrase> meaning_of(std::string_view line) {
    const auto colon = line.find(':');
    const auto language = json::parse_name<i18n::Language>(line.substr(0, colon));
    if (colon == std::string_view::npos || !language) throw std::logic_error("no line of synonyms: " + std::string(line));
    std::vector<Synonyms::Phrase> out;
    for (auto rest = line.substr(colon + 1); !rest.empty();) {
        const auto sign = std::min(rest.find('='), rest.size());
        auto phrase = stems_of(rest.substr(0, sign), *language);
        if (!phrase.empty()) out.push_back(std::move(phrase));
        rest.remove_prefix(std::min(sign + 1, rest.size()));
    }
    if (out.size() < 2) throw std::logic_error("no line of synonyms: " + std::string(line));
    return out;
}

bool holds_at(const std::vector<std::vector<std::string>>& alike, std::size_t at, const Synonyms::Phrase& phrase) {
    if (at + phrase.size() > alike.size()) return false;
    for (std::size_t i = 0; i < phrase.size(); ++i)
        if (std::ranges::find(alike[at + i], phrase[i]) == alike[at + i].end()) return false;
    return true;
}

}  // namespace

Synonyms::Synonyms(std::string_view lines) {
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        const auto line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if (line.empty() || line.front() == '#') continue;
        meanings_.push_back(meaning_of(line));
        for (std::size_t i = 0; i < meanings_.back().size(); ++i) firsts_.emplace(meanings_.back()[i].front(), std::pair(meanings_.size() - 1, i));
    }
}

std::vector<Synonyms::Phrase> Synonyms::others(const std::vector<std::vector<std::string>>& alike) const {
    std::vector<Phrase> out;
    for (std::size_t at = 0; at < alike.size(); ++at)
        for (const auto& first : alike[at])
            for (auto [next, end] = firsts_.equal_range(first); next != end; ++next) {
                const auto& [meaning, phrase] = next->second;
                if (!holds_at(alike, at, meanings_[meaning][phrase])) continue;
                for (std::size_t i = 0; i < meanings_[meaning].size(); ++i)
                    if (i != phrase) out.push_back(meanings_[meaning][i]);
            }
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

}  // namespace ryadom::search
