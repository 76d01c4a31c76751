#include "platform/search/asking.hpp"

#include "platform/i18n/words.hpp"
#include "platform/search/stem.hpp"

#include <algorithm>

namespace ryadom::search {
namespace {

/// Of a word that asks, not of what is asked.
constexpr double weak_weight = 0.1;
constexpr double synonym_weight = 0.6;
constexpr double correction_weight = 0.9;
constexpr double later_correction_weight = 0.6;
constexpr std::size_t most_corrections = 3;
constexpr std::size_t most_completions = 12;

void add_once(std::vector<Asking::Wanted>& to, Asking::Number term, double weight) {
    if (std::ranges::none_of(to, [&](const auto& each) { return each.term == term; })) to.push_back({term, weight});
}

}  // namespace

Asking::Asking(const Index& index, const Question& question) : index_(index), question_(question) {
    const std::string_view text = question.text;
    for (std::size_t at = 0; at < text.size();) {
        const auto from = text.find_first_not_of(" \t\r\n", at);
        if (from == std::string_view::npos) break;
        at = std::min(text.find_first_of(" \t\r\n", from), text.size());
        take_piece(text.substr(from, at - from), question.unfinished && at == text.size());
    }
    add_synonyms();
}

std::optional<std::string> Asking::meant() const {
    const auto seen = [&](const auto& posting) { return !question_.visible || question_.visible(index_.entries_[posting.slot].document); };
    const auto held = [&](Number term) { return std::ranges::any_of(index_.terms_[term].postings, seen); };
    if (corrected_.empty() || !std::ranges::all_of(corrected_, [&](const auto& terms) { return std::ranges::any_of(terms, held); })) return std::nullopt;
    return text_;
}

std::vector<std::string> Asking::stems(std::string_view word) const {
    std::vector<std::string> out;
    for (const auto language : question_.languages) {
        auto one = stem(word, language);
        if (std::ranges::find(out, one) == out.end()) out.push_back(std::move(one));
    }
    return out;
}

Asking::Understood Asking::look_up(std::string_view word) const {
    Understood out{std::string(word), {}, false, false};
    const auto add = [&](Index::Channel channel, std::string_view text, std::vector<Wanted>& to) {
        const auto term = index_.find(channel, text);
        if (!term || !index_.is_known(*term)) return;
        to.push_back({*term, 1});
        out.known |= channel != Index::Channel::start;
    };
    for (const auto& each : stems(word)) add(Index::Channel::stem, each, out.group.stems);
    add(Index::Channel::form, word, out.group.forms);
    if (const auto start = start_of(word); !start.empty()) add(Index::Channel::start, start, out.group.starts);
    if (index_.is_weak(out.word)) out.group.weight = weak_weight;
    return out;
}

/// The known words that one typo parts from it: forms before stems, the most frequent first.
bool Asking::correct(Understood& word) const {
    std::vector<Number> near;
    for (const auto number : index_.neighbours_.near(word.word))
        if (index_.is_known(number) && is_one_typo(word.word, index_.terms_[number].word())) near.push_back(number);
    const auto worth = [&](Number number) {
        const auto& term = index_.terms_[number];
        return std::pair(term.text.front() == static_cast<char>(Index::Channel::stem), -static_cast<std::int64_t>(term.postings.size()));
    };
    std::ranges::sort(near, {}, [&](Number number) { return std::tuple(worth(number), index_.terms_[number].word()); });
    if (near.empty()) {
        // Where the typo is in an ending that no text has, the stem is near another one.
        for (const auto& each : stems(word.word))
            for (const auto number : index_.neighbours_.near(each))
                if (index_.is_known(number) && index_.terms_[number].text.front() == static_cast<char>(Index::Channel::stem) && is_one_typo(each, index_.terms_[number].word())) near.push_back(number);
    }
    if (near.empty()) return false;
    if (near.size() > most_corrections) near.resize(most_corrections);
    const auto first = index_.terms_[near.front()].text;
    for (const auto number : near) {
        const auto& term = index_.terms_[number];
        const auto weight = number == near.front() ? correction_weight : later_correction_weight;
        if (term.text.front() == static_cast<char>(Index::Channel::stem)) {
            add_once(word.group.stems, number, weight);
            continue;
        }
        const auto form = look_up(term.word());
        for (const auto& each : form.group.stems) add_once(word.group.stems, each.term, weight);
        for (const auto& each : form.group.forms) add_once(word.group.forms, each.term, weight);
        for (const auto& each : form.group.starts) add_once(word.group.starts, each.term, weight);
        if (number == near.front()) word.group.weight = form.group.weight;
    }
    if (first.front() == static_cast<char>(Index::Channel::form)) word.word = first.substr(1);
    return true;
}

/// The most frequent of the known words that begin so. It looks at every known word, which for the thousands of a region is
/// less than a request costs.
bool Asking::complete(Understood& word) const {
    std::vector<Number> longer;
    for (Number number = 0; number < index_.terms_.size(); ++number) {
        const auto& term = index_.terms_[number];
        if (term.text.front() == static_cast<char>(Index::Channel::form) && term.word().starts_with(word.word) && index_.is_known(number)) longer.push_back(number);
    }
    std::ranges::sort(longer, {}, [&](Number number) { return std::pair(-static_cast<std::int64_t>(index_.terms_[number].postings.size()), index_.terms_[number].word()); });
    if (longer.size() > most_completions) longer.resize(most_completions);
    for (const auto number : longer)
        for (const auto& each : look_up(index_.terms_[number].word()).group.stems) add_once(word.group.stems, each.term, correction_weight);
    return !longer.empty();
}

/// A piece without a known word, in the other layout if that makes words of it; signs are letters there, so a whole piece is tried.
bool Asking::swap_layout(std::string_view piece, bool typing, std::vector<Understood>& words) const {
    auto swapped = understood(other_layout(piece));
    if (swapped.empty()) return false;
    const bool known = std::ranges::all_of(swapped, &Understood::known);
    const bool near = !known && swapped.size() == 1 && ((typing && complete(swapped.front())) || correct(swapped.front()));
    if (!known && !near) return false;
    for (auto& word : swapped) word.known = true;
    words = std::move(swapped);
    return true;
}

std::vector<Asking::Understood> Asking::understood(std::string_view text) const {
    std::vector<Understood> out;
    for (const auto& word : i18n::words(text)) out.push_back(look_up(word.folded));
    return out;
}

void Asking::take_piece(std::string_view piece, bool typing) {
    auto words = understood(piece);
    const auto mend = [&](Understood& word) {
        if (word.known || (typing && complete(word))) return true;
        word.corrected = correct(word);
        return word.corrected;
    };
    bool any = false;
    for (auto& word : words) any |= mend(word);
    if (!any && swap_layout(piece, typing, words))
        for (auto& word : words) word.corrected = true;
    for (auto& word : words) {
        if (!text_.empty()) text_ += ' ';
        text_ += word.word;
        alike_.push_back(stems(word.word));
        if (word.corrected) corrected_.push_back(shown_by(word));
        groups_.push_back(std::move(word.group));
    }
}

/// The very form that is told, or a stem where no text has the form.
std::vector<Asking::Number> Asking::shown_by(const Understood& word) const {
    if (const auto form = index_.find(Index::Channel::form, word.word); form && index_.is_known(*form)) return {*form};
    std::vector<Number> out;
    for (const auto& each : word.group.stems) out.push_back(each.term);
    return out;
}

void Asking::add_synonyms() {
    for (const auto& phrase : index_.synonyms_.others(alike_))
        for (const auto& each : phrase) {
            const auto term = index_.find(Index::Channel::stem, each);
            if (!term || !index_.is_known(*term)) continue;
            groups_.push_back({{{*term, 1}}, {}, {}, synonym_weight / static_cast<double>(phrase.size())});
        }
}

}  // namespace ryadom::search
