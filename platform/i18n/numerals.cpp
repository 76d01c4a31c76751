#include "platform/i18n/numerals.hpp"

#include <fmt/format.h>
#include <unicode/rbnf.h>

#include <cstdlib>

namespace ryadom::i18n {
namespace {

using Words = std::array<const char*, 10>;

/// The library has no Kazakh; its numerals are as regular as they come.
std::string kazakh(std::int64_t number) {
    constexpr Words ones{"", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"};
    constexpr Words tens{"", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"};
    constexpr std::array<std::pair<std::int64_t, const char*>, 4> classes{
        {{1'000'000'000'000, "триллион"}, {1'000'000'000, "миллиард"}, {1'000'000, "миллион"}, {1000, "мың"}}};
    std::string out;
    const auto add = [&](std::string_view word) { out += (out.empty() ? "" : " ") + std::string(word); };
    for (const auto& [size, word] : classes) {
        if (number < size) continue;
        add(kazakh(number / size));
        add(word);
        number %= size;
    }
    if (number >= 100) {
        if (number >= 200) add(ones.at(static_cast<std::size_t>(number / 100)));
        add("жүз");
        number %= 100;
    }
    if (number >= 10) add(tens.at(static_cast<std::size_t>(number / 10)));
    if (number % 10 > 0) add(ones.at(static_cast<std::size_t>(number % 10)));
    return out;
}

const char* rules_of(Language language, Gender gender) {
    if (language == Language::en) return "%spellout-cardinal";
    switch (gender) {
        case Gender::masculine: return "%spellout-cardinal-masculine";
        case Gender::feminine: return "%spellout-cardinal-feminine";
        case Gender::neuter: return "%spellout-cardinal-neuter";
    }
    return "";
}

/// Making one costs as much as thousands of its words; it keeps a state, so each thread has its own.
const icu::RuleBasedNumberFormat& speller(Language language) {
    const auto make = [](const char* locale) {
        UErrorCode error = U_ZERO_ERROR;
        auto out = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, icu::Locale(locale), error);
        if (U_FAILURE(error)) throw std::runtime_error("numbers in words are not installed with ICU");
        return out;
    };
    thread_local const auto russian = make("ru");
    thread_local const auto english = make("en");
    return language == Language::en ? *english : *russian;
}

std::string by_library(Language language, std::int64_t number, Gender gender) {
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString spelled;
    icu::FieldPosition position(icu::FieldPosition::DONT_CARE);
    speller(language).format(static_cast<int64_t>(number), icu::UnicodeString(rules_of(language, gender)), spelled, position, error);
    std::string out;
    spelled.toUTF8String(out);
    return out;
}

constexpr std::string_view minus_of(Language language) {
    switch (language) {
        case Language::ru:
        case Language::kk: return "минус ";
        case Language::en: return "minus ";
    }
    return "";
}

constexpr std::string_view zero_of(Language language) {
    switch (language) {
        case Language::ru: return "ноль";
        case Language::kk: return "нөл";
        case Language::en: return "zero";
    }
    return "";
}

constexpr const char* gap = "\u00a0";

std::string grouped(std::int64_t whole) {
    auto digits = std::to_string(whole);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), gap);
    return digits;
}

constexpr std::string_view sign_of(std::int64_t hundredths) { return hundredths < 0 ? "\u2212" : ""; }
/// Also of the least number, which has no opposite.
std::uint64_t size_of(std::int64_t number) { return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number); }

struct Coins {
    std::vector<std::string> whole;
    std::vector<std::string> part;
};

const Coins& coins_of(Language language, Currency currency) {
    static const std::map<std::pair<Language, Currency>, Coins> all{
        {{Language::ru, Currency::rouble}, {{"рубль", "рубля", "рублей"}, {"копейка", "копейки", "копеек"}}},
        {{Language::ru, Currency::tenge}, {{"тенге"}, {"тиын", "тиына", "тиынов"}}},
        {{Language::kk, Currency::rouble}, {{"рубль"}, {"тиын"}}},
        {{Language::kk, Currency::tenge}, {{"теңге"}, {"тиын"}}},
        {{Language::en, Currency::rouble}, {{"rouble", "roubles"}, {"kopeck", "kopecks"}}},
        {{Language::en, Currency::tenge}, {{"tenge"}, {"tiyn"}}},
    };
    return all.at({language, currency});
}

constexpr std::array<std::array<const char*, 12>, 4> months{{
    {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"},
    {"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
    {"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"},
}};
constexpr std::size_t russian_nominative = 3;

const char* month(std::size_t list, int number) { return months.at(list).at(static_cast<std::size_t>(number - 1)); }

}  // namespace

std::string spelled(Language language, std::int64_t number, Gender gender) {
    constexpr std::int64_t largest = 999'999'999'999'999;
    if (size_of(number) > static_cast<std::uint64_t>(largest)) return std::to_string(number);
    if (number == 0) return std::string(zero_of(language));
    if (number < 0) return std::string(minus_of(language)) + spelled(language, -number, gender);
    return language == Language::kk ? kazakh(number) : by_library(language, number, gender);
}

const std::string& counted(Language language, std::int64_t number, const std::vector<std::string>& forms) {
    const auto size = size_of(number);
    std::size_t form = 0;
    if (language == Language::en) {
        form = size == 1 ? 0 : 1;
    } else if (language == Language::ru) {
        const auto last = size % 10;
        const bool teens = size % 100 / 10 == 1;
        form = teens || last == 0 || last > 4 ? 2 : last == 1 ? 0 : 1;
    }
    return forms.at(std::min(form, forms.size() - 1));
}

std::string long_date(Language language, Date date) {
    const auto [year, number, day] = parts(date);
    switch (language) {
        case Language::ru: return fmt::format("«{}»{}{} {}{}г.", day, gap, month(0, number), year, gap);
        case Language::kk: return fmt::format("{}{}жылғы «{}»{}{}", year, gap, day, gap, month(1, number));
        case Language::en: return fmt::format("{}{}{} {}", day, gap, month(2, number), year);
    }
    return {};
}

std::string month_of(Language language, Date date) {
    const auto [year, number, day] = parts(date);
    switch (language) {
        case Language::ru: return fmt::format("{} {}{}г.", month(russian_nominative, number), year, gap);
        case Language::kk: return fmt::format("{}{}жылғы {}", year, gap, month(1, number));
        case Language::en: return fmt::format("{} {}", month(2, number), year);
    }
    return {};
}

std::string amount(Language language, std::int64_t hundredths) {
    const auto size = size_of(hundredths);
    return fmt::format("{}{}{}{:02}", sign_of(hundredths), grouped(static_cast<std::int64_t>(size / 100)), language == Language::en ? '.' : ',', size % 100);
}

std::string amount_with_words(Language language, std::int64_t hundredths, Currency currency) {
    const auto& coins = coins_of(language, currency);
    const auto size = size_of(hundredths);
    const auto whole = static_cast<std::int64_t>(size / 100);
    const auto part = static_cast<std::int64_t>(size % 100);
    return fmt::format("{}{}{}{} {:02}{}{}", sign_of(hundredths), grouped(whole), gap, counted(language, whole, coins.whole), part, gap,
                       counted(language, part, coins.part));
}

std::string amount_spelled(Language language, std::int64_t hundredths, Currency currency) {
    const auto& coins = coins_of(language, currency);
    const auto size = size_of(hundredths);
    const auto whole = static_cast<std::int64_t>(size / 100);
    const auto part = static_cast<std::int64_t>(size % 100);
    return fmt::format("{}{} {} {:02}{}{}", hundredths < 0 ? minus_of(language) : "", spelled(language, whole), counted(language, whole, coins.whole), part, gap,
                       counted(language, part, coins.part));
}

}  // namespace ryadom::i18n
