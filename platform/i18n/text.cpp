#include "platform/i18n/catalogue.hpp"
#include "platform/i18n/words.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <utility>

namespace ryadom::i18n {
namespace {

UChar32 neighbour(UChar32 letter) {
    switch (letter) {
        case U'ё': return U'е';
        case U'ә': return U'а';
        case U'қ': return U'к';
        case U'ғ': return U'г';
        case U'ң': return U'н';
        case U'ө': return U'о';
        case U'ұ':
        case U'ү': return U'у';
        case U'һ': return U'х';
        case U'і': return U'и';
        default: return letter;
    }
}

void append(UChar32 letter, std::string& to) {
    if (letter < 0x80) to += static_cast<char>(letter);
    else icu::UnicodeString(letter).toUTF8String(to);
}

}  // namespace

std::string fold(std::string_view text) {
    auto folded = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    folded.toLower(icu::Locale::getRoot());
    icu::UnicodeString out;
    bool gap = false;
    for (int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
        const auto letter = folded.char32At(at);
        if (!u_isalnum(letter)) {
            gap = !out.isEmpty();
            continue;
        }
        if (std::exchange(gap, false)) out.append(u' ');
        out.append(neighbour(letter));
    }
    std::string utf8;
    out.toUTF8String(utf8);
    return utf8;
}

char32_t next_letter(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at++]);
    char32_t letter = first < 0x80 ? first : first < 0xe0 ? first & 0x1fU : first < 0xf0 ? first & 0x0fU : first & 0x07U;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) letter = (letter << 6) | (static_cast<unsigned char>(text[at++]) & 0x3fU);
    return letter;
}

std::vector<Word> words(std::string_view text) {
    constexpr UChar32 breve = 0x306;
    constexpr UChar32 soft_hyphen = 0xad;
    constexpr std::string_view short_i = "и";
    std::vector<Word> out;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto from = static_cast<std::uint32_t>(at);
        const auto letter = static_cast<UChar32>(next_letter(text, at));
        if (u_isalnum(letter)) {
            if (!std::exchange(inside, true)) out.push_back({{}, from, from});
            append(neighbour(u_tolower(letter)), out.back().folded);
        } else if (inside && letter == breve && out.back().folded.ends_with(short_i)) {
            out.back().folded.resize(out.back().folded.size() - short_i.size());
            out.back().folded += "й";
        } else if (u_charType(letter) != U_NON_SPACING_MARK && letter != soft_hyphen) {
            inside = false;
        }
        if (inside) out.back().to = static_cast<std::uint32_t>(at);
    }
    return out;
}

std::string from_cp1251(std::string_view bytes) {
    const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), "windows-1251");
    std::string out;
    text.toUTF8String(out);
    return out;
}

bool valid_utf8(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<int32_t>(text.size()), &error);
    return error == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(error);
}

}  // namespace ryadom::i18n
