// The message catalogues: ICU MessageFormat texts by key, in the three languages. The browser reads the same files.
#pragma once

#include "platform/core/embedded.hpp"
#include "platform/core/refusal.hpp"
#include "platform/json/describe.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace ryadom::i18n {

enum class Language { ru, kk, en };

constexpr auto names(json::Type<Language>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Language::ru, "ru"sv}, std::pair{Language::kk, "kk"sv}, std::pair{Language::en, "en"sv}};
}

/// The best of ours for an Accept-Language header (RFC 9110, 12.5.4); Russian when none fits.
Language preferred(std::string_view accept_language);

/// The schema of the API document that lists the keys of all texts, for json::words: a code that the API sends is one.
inline constexpr std::string_view code_words = "Code";

class Catalogue {
  public:
    /// Adds files named ru.json, kk.json, en.json: one flat object of texts each. Throws std::logic_error for a text
    /// that is not a message pattern, a key that is there already, or a file that is not such an object.
    void add(std::span<const EmbeddedFile> files);

    bool has(std::string_view key) const { return texts_[0].contains(std::string(key)); }
    /// All keys, in their order.
    std::vector<std::string> keys() const;
    /// The text in that language. Arguments that are whole numbers choose plural forms; days are
    /// shown as 29.11.2026. A key without a text comes back
    /// as it is, so that nothing is hidden.
    std::string text(Language language, std::string_view key, const Arguments& arguments = {}) const;
    /// Keys that one language has and another lacks, as "kk: core.required".
    std::vector<std::string> gaps() const;

  private:
    std::array<std::map<std::string, std::string>, 3> texts_;
};

/// The texts as one reader is told them. The catalogue outlives the request, so that answers of writes can be made with it.
struct Voice {
    const Catalogue* texts;
    Language language;
    std::string text(std::string_view key, const Arguments& arguments = {}) const { return texts->text(language, key, arguments); }
};

/// The form in which names are compared and searched: lower case by Unicode, ё as е, Kazakh letters by their Russian
/// neighbours (ә а, қ к, ғ г, ң н, ө о, ұ ү у, һ х, і и), every run of other signs one blank.
std::string fold(std::string_view text);

/// Windows-1251 as UTF-8; the encoding of many files that centres keep.
std::string from_cp1251(std::string_view bytes);
bool valid_utf8(std::string_view text);

}  // namespace ryadom::i18n
