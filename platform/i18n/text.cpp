#include "platform/i18n/catalogue.hpp"

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
