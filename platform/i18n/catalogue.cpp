#include "platform/i18n/catalogue.hpp"

#include "platform/time/time.hpp"

#include <fmt/format.h>
#include <unicode/msgfmt.h>

#include <charconv>
#include <set>

namespace ryadom::i18n {
namespace {

constexpr std::array locales{"ru", "kk", "en"};

std::string to_utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::Formattable formattable(const std::string& text) {
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    if (const auto [rest, error] = std::from_chars(text.data(), end, number); rest == end && error == std::errc())
        return icu::Formattable(static_cast<int64_t>(number));
    // People of all three languages write days alike.
    if (const auto day = parse_date(text)) {
        const auto [year, month, date] = parts(*day);
        return icu::Formattable(icu::UnicodeString::fromUTF8(fmt::format("{:02}.{:02}.{:04}", date, month, year)));
    }
    return icu::Formattable(icu::UnicodeString::fromUTF8(text));
}

icu::MessageFormat pattern(Language language, const std::string& text, UErrorCode& error) {
    const auto index = static_cast<std::size_t>(language);
    return {icu::UnicodeString::fromUTF8(text), icu::Locale(locales[index]), error};
}

std::string format(Language language, const std::string& text, const Arguments& arguments) {
    UErrorCode error = U_ZERO_ERROR;
    const auto message = pattern(language, text, error);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& [name, value] : arguments) {
        names.push_back(icu::UnicodeString::fromUTF8(name));
        values.push_back(formattable(value));
    }
    icu::UnicodeString out;
    message.format(names.data(), values.data(), static_cast<int32_t>(values.size()), out, error);
    return U_SUCCESS(error) ? to_utf8(out) : text;
}

}  // namespace

Language preferred(std::string_view accept_language) {
    // Browsers send the languages in order of preference; the first that is ours wins.
    while (!accept_language.empty()) {
        const auto comma = accept_language.find(',');
        auto range = accept_language.substr(0, comma);
        while (range.starts_with(' ')) range.remove_prefix(1);
        if (const auto language = json::parse_name<Language>(range.substr(0, 2))) return *language;
        if (comma == std::string_view::npos) break;
        accept_language.remove_prefix(comma + 1);
    }
    return Language::ru;
}

void Catalogue::add(std::span<const EmbeddedFile> files) {
    for (const auto& file : files) {
        const auto language = json::parse_name<Language>(file.path.substr(0, file.path.find('.')));
        const auto parsed = json::parse(file.content);
        const auto* texts = parsed ? parsed->as<json::Object>() : nullptr;
        if (!language || !texts) throw std::logic_error("not a catalogue: " + std::string(file.path));
        for (const auto& [key, value] : *texts) {
            const auto* text = value.as<std::string>();
            UErrorCode error = U_ZERO_ERROR;
            if (text) pattern(*language, *text, error);
            if (!text || U_FAILURE(error)) throw std::logic_error("not a message: " + std::string(file.path) + " " + key);
            if (!texts_[static_cast<std::size_t>(*language)].emplace(key, *text).second)
                throw std::logic_error("two messages of one key: " + key);
        }
    }
}

std::string Catalogue::text(Language language, std::string_view key, const Arguments& arguments) const {
    const auto& texts = texts_[static_cast<std::size_t>(language)];
    const auto found = texts.find(std::string(key));
    if (found == texts.end()) return std::string(key);
    return format(language, found->second, arguments);
}

std::vector<std::string> Catalogue::keys() const {
    std::vector<std::string> out;
    for (const auto& [key, text] : texts_[0]) out.push_back(key);
    return out;
}

std::vector<std::string> Catalogue::gaps() const {
    std::set<std::string> out;
    for (std::size_t has = 0; has < texts_.size(); ++has)
        for (const auto& [key, text] : texts_[has])
            for (std::size_t lacks = 0; lacks < texts_.size(); ++lacks)
                if (!texts_[lacks].contains(key)) out.insert(std::string(locales[lacks]) + ": " + key);
    return {out.begin(), out.end()};
}

}  // namespace ryadom::i18n
