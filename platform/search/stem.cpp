#include "platform/search/stem.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace ryadom::search {
namespace {

using Stemmer = std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>;

Stemmer make_stemmer(const char* language) {
    Stemmer out(sb_stemmer_new(language, "UTF_8"), sb_stemmer_delete);
    if (!out) throw std::logic_error(std::string("libstemmer has no ") + language);
    return out;
}

std::string snowball(const Stemmer& stemmer, std::string_view word) {
    const auto* letters = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    return {reinterpret_cast<const char*>(letters), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

bool is_latin(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string stem(std::string_view word, i18n::Language language) {
    // A stemmer keeps its last word, so every thread has its own.
    thread_local const auto russian = make_stemmer("russian");
    thread_local const auto english = make_stemmer("english");
    if (is_latin(word)) return snowball(english, word);
    switch (language) {
        case i18n::Language::kk: return stem_kazakh(word);
        case i18n::Language::ru:
        case i18n::Language::en: return snowball(russian, word);
    }
    return std::string(word);
}

}  // namespace ryadom::search
