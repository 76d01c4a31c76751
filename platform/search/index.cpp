#include "platform/search/index.hpp"

#include "platform/core/embedded.hpp"
#include "platform/i18n/words.hpp"
#include "platform/search/stem.hpp"

#include <algorithm>
#include <cmath>

namespace ryadom {
std::span<const EmbeddedFile> embedded_search_data();
}

namespace ryadom::search {
namespace {

constexpr std::array<float, 3> field_weights{3, 2, 1};
constexpr std::size_t start_letters = 5;

std::string_view text_of(const Text& text, std::size_t field) {
    return field == 0 ? text.title : field == 1 ? text.keywords : text.body;
}

/// Where the letter of that number begins; the end of a shorter word.
std::size_t place_of_letter(std::string_view word, std::size_t letter) {
    std::size_t at = 0;
    for (; at < word.size(); ++at)
        if ((static_cast<unsigned char>(word[at]) & 0xc0U) != 0x80U && letter-- == 0) return at;
    return at;
}

}  // namespace

std::string_view start_of(std::string_view word) {
    const auto end = place_of_letter(word, start_letters);
    return end < word.size() ? word.substr(0, end) : std::string_view();
}

Index::Index(Synonyms synonyms) : synonyms_(std::move(synonyms)) {
    for (const auto& word : i18n::words(embedded_search_data().front().content)) weak_.insert(word.folded);
}

std::string Index::spelled(Channel channel, std::string_view word) {
    std::string out(1, static_cast<char>(channel));
    return out.append(word);
}

std::optional<Index::Number> Index::find(Channel channel, std::string_view word) const {
    const auto found = numbers_.find(spelled(channel, word));
    if (found == numbers_.end()) return std::nullopt;
    return found->second;
}

Index::Number Index::number_of(Channel channel, std::string_view word) {
    auto text = spelled(channel, word);
    if (const auto found = numbers_.find(text); found != numbers_.end()) return found->second;
    const auto number = static_cast<Number>(terms_.size());
    terms_.push_back({std::move(text), {}});
    numbers_.emplace(terms_.back().text, number);
    if (channel != Channel::start) neighbours_.add(terms_.back().word(), number);
    return number;
}

void Index::read(Entry& entry, std::unordered_map<Number, float>& counts) {
    std::int64_t length = 0;
    for (std::size_t t = 0; t < entry.document.texts.size(); ++t) {
        const auto& text = entry.document.texts[t];
        for (std::size_t field = 0; field < field_weights.size(); ++field) {
            const auto weight = field_weights.at(field);
            for (const auto& word : i18n::words(text_of(text, field))) {
                const auto stemmed = number_of(Channel::stem, stem(word.folded, text.language));
                counts[stemmed] += weight;
                counts[number_of(Channel::form, word.folded)] += weight;
                if (const auto start = start_of(word.folded); !start.empty()) counts[number_of(Channel::start, start)] += weight;
                entry.tokens.push_back({stemmed, word.from, word.to, static_cast<std::uint8_t>(t), static_cast<Field>(field)});
                length += static_cast<std::int64_t>(weight);
            }
        }
    }
    // A thing told in three languages is no longer than one told in one.
    entry.length = length / std::max<std::int64_t>(1, static_cast<std::int64_t>(entry.document.texts.size()));
}

Index::Number Index::free_slot() {
    if (free_.empty()) {
        entries_.emplace_back();
        lengths_.push_back(0);
        return static_cast<Number>(entries_.size() - 1);
    }
    const auto slot = free_.back();
    free_.pop_back();
    return slot;
}

void Index::put(const Document& document) {
    remove(document.kind, document.id);
    const auto slot = free_slot();
    auto& entry = entries_[slot];
    entry.live = true;
    entry.document = document;
    std::unordered_map<Number, float> counts;
    read(entry, counts);
    for (const auto& [term, count] : counts) {
        auto& postings = terms_[term].postings;
        // Mostly the end.
        postings.insert(std::ranges::lower_bound(postings, slot, {}, &Posting::slot), {slot, count});
        entry.terms.push_back(term);
    }
    lengths_[slot] = static_cast<float>(entry.length);
    total_ += entry.length;
    places_.emplace(Key(document.kind, document.id), slot);
}

void Index::remove(std::string_view kind, const Uuid& id) {
    const auto found = places_.find(Key(kind, id));
    if (found == places_.end()) return;
    auto& entry = entries_[found->second];
    for (const auto term : entry.terms) {
        auto& postings = terms_[term].postings;
        postings.erase(std::ranges::lower_bound(postings, found->second, {}, &Posting::slot));
    }
    total_ -= entry.length;
    free_.push_back(found->second);
    entry = {};
    places_.erase(found);
}

double Index::idf(Number term) const {
    const auto holding = static_cast<double>(terms_[term].postings.size());
    return std::log(1 + (static_cast<double>(places_.size()) - holding + 0.5) / (holding + 0.5));
}

}  // namespace ryadom::search
