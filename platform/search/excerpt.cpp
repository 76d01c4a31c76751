#include "platform/search/asking.hpp"

#include <algorithm>
#include <set>

namespace ryadom::search {
namespace {

constexpr std::size_t window_words = 28;
constexpr std::size_t words_before = 4;

/// UTF-16 units of UTF-8 text.
int units(std::string_view text) {
    int out = 0;
    for (const auto c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0U) != 0x80U) out += byte >= 0xf0 ? 2 : 1;
    }
    return out;
}

/// The part of the text from byte `from`, with the places in it, which are in order, as marks.
Marked marked(std::string_view text, std::size_t from, std::size_t to, const std::vector<std::pair<std::size_t, std::size_t>>& places) {
    Marked out{std::string(text.substr(from, to - from)), {}};
    for (const auto& [begin, end] : places) {
        const auto at = units(text.substr(from, begin - from));
        out.marks.push_back({at, at + units(text.substr(begin, end - begin))});
    }
    return out;
}

}  // namespace

Excerpt::Excerpt(const Index& index, const std::vector<Asking::Group>& groups, const std::vector<i18n::Language>& languages)
    : index_(index), languages_(languages) {
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (const auto& each : groups[i].stems) group_of_.emplace(each.term, i);
}

/// Of each token what word of the question it answers; nothing for most.
std::vector<std::optional<std::size_t>> Excerpt::answered(const Index::Entry& entry) const {
    std::vector<std::optional<std::size_t>> out(entry.tokens.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        if (const auto group = group_of_.find(entry.tokens[i].term); group != group_of_.end()) out[i] = group->second;
    return out;
}

/// The text that answers most of the question; of equal ones that in the asker's language.
std::size_t Excerpt::best_text(const Index::Entry& entry, const Answered& answers) const {
    if (entry.document.texts.size() < 2) return 0;
    std::vector<std::set<std::size_t>> found(entry.document.texts.size());
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (answers[i]) found[entry.tokens[i].text].insert(*answers[i]);
    const auto place = [&](std::size_t text) {
        const auto language = entry.document.texts[text].language;
        return std::pair(-static_cast<std::ptrdiff_t>(found[text].size()), std::ranges::find(languages_, language) - languages_.begin());
    };
    std::size_t best = 0;
    for (std::size_t text = 1; text < found.size(); ++text)
        if (place(text) < place(best)) best = text;
    return best;
}

/// The answers among the tokens from `first` to before `last` as places in the text.
Excerpt::Places Excerpt::places(const Index::Entry& entry, const Answered& answers, Stretch stretch) const {
    Places out;
    for (auto i = stretch.first; i < stretch.last; ++i)
        if (answers[i]) out.emplace_back(entry.tokens[i].from, entry.tokens[i].to);
    return out;
}

/// The tokens of one field, which stand together.
Excerpt::Stretch Excerpt::field_of(const Index::Entry& entry, std::size_t text, Index::Field field) const {
    const auto is_it = [&](const Token& token) { return token.text == text && token.field == field; };
    const auto first = std::ranges::find_if(entry.tokens, is_it);
    const auto last = std::find_if_not(first, entry.tokens.end(), is_it);
    return {static_cast<std::size_t>(first - entry.tokens.begin()), static_cast<std::size_t>(last - entry.tokens.begin())};
}

/// The stretch of the body that holds the most words of the question, with a few words before them.
Excerpt::Stretch Excerpt::window(Stretch body, const Answered& answers) const {
    std::unordered_map<std::size_t, int> held;
    std::size_t most = 0;
    auto best = body.first;
    // It ends at each token in turn.
    for (auto at = body.first; at < body.last; ++at) {
        if (answers[at]) ++held[*answers[at]];
        if (at >= body.first + window_words) {
            const auto left = answers[at - window_words];
            if (left && --held[*left] == 0) held.erase(*left);
        }
        if (held.size() <= most) continue;
        most = held.size();
        best = at >= body.first + window_words ? at - window_words + 1 : body.first;
    }
    while (best < body.last && !answers[best] && most > 0) ++best;
    const auto first = std::max(body.first, best < words_before ? 0 : best - words_before);
    return {first, std::min(body.last, first + window_words + words_before)};
}

Hit Excerpt::hit(const Ranking::Scored& scored) const {
    const auto& entry = index_.entries_[scored.slot];
    const auto answers = answered(entry);
    const auto chosen = best_text(entry, answers);
    const auto& text = entry.document.texts[chosen];
    const auto title = field_of(entry, chosen, Index::Field::title);
    Hit out{entry.document.kind, entry.document.id, entry.document.path, marked(text.title, 0, text.title.size(), places(entry, answers, title)), {}, scored.score, text.within};
    const auto body = field_of(entry, chosen, Index::Field::body);
    if (body.first == body.last) return out;
    const auto shown = window(body, answers);
    const auto from = shown.first == body.first ? 0 : entry.tokens[shown.first].from;
    const auto to = shown.last == body.last ? text.body.size() : entry.tokens[shown.last - 1].to;
    out.snippet = marked(text.body, from, to, places(entry, answers, shown));
    return out;
}

}  // namespace ryadom::search
