#include "platform/templates/filters.hpp"

#include "platform/names/letters.hpp"
#include "platform/templates/template.hpp"

#include <algorithm>
#include <cmath>

namespace ryadom::templates {
namespace {

using Arguments = std::vector<std::string>;
using i18n::Currency;
using i18n::Gender;
using i18n::Language;
using names::Case;
using names::FullName;

/// A value that is absent stays so: a filter of one type needs no word about it.
template <class T, class Do>
Held with(const Held& value, Do&& act) {
    const auto* found = std::get_if<T>(&value);
    return found ? Held(act(*found)) : Held();
}

Held otherwise(const Held& value, const Arguments& arguments, Language language, Remarks& /*remarks*/) {
    auto text = plain(value, language);
    return text.empty() ? arguments.front() : std::move(text);
}

Held capital(const Held& value, const Arguments& /*arguments*/, Language /*language*/, Remarks& /*remarks*/) {
    return with<std::string>(value, [](const std::string& text) {
        auto letters = names::letters(text);
        if (!letters.empty()) letters.front() = letters.front() >= U'a' && letters.front() <= U'z' ? letters.front() - 0x20 : names::upper(letters.front());
        return names::text(letters);
    });
}

template <Gender gender>
Held in_words(const Held& value, const Arguments& /*arguments*/, Language language, Remarks& /*remarks*/) {
    return with<Count>(value, [&](Count count) {
        constexpr double exact = 1e15;
        const bool whole = std::floor(count.value) == count.value && std::abs(count.value) < exact;
        return whole ? i18n::spelled(language, static_cast<std::int64_t>(count.value), gender) : plain(count, language);
    });
}

Held plural(const Held& value, const Arguments& arguments, Language language, Remarks& /*remarks*/) {
    return with<Count>(value, [&](Count count) {
        constexpr double exact = 1e15;
        // "2,5 услуги": a fraction takes the second form.
        if (std::floor(count.value) != count.value || std::abs(count.value) >= exact) return arguments.at(std::min<std::size_t>(1, arguments.size() - 1));
        return i18n::counted(language, static_cast<std::int64_t>(count.value), arguments);
    });
}

Held long_date(const Held& value, const Arguments& /*arguments*/, Language language, Remarks& /*remarks*/) {
    return with<Date>(value, [&](Date date) { return i18n::long_date(language, date); });
}
Held month(const Held& value, const Arguments& /*arguments*/, Language language, Remarks& /*remarks*/) {
    return with<Date>(value, [&](Date date) { return i18n::month_of(language, date); });
}
Held year(const Held& value, const Arguments& /*arguments*/, Language /*language*/, Remarks& /*remarks*/) {
    return with<Date>(value, [](Date date) { return std::to_string(parts(date).year); });
}

template <Currency currency>
Held with_currency(const Held& value, const Arguments& /*arguments*/, Language language, Remarks& /*remarks*/) {
    return with<Money>(value, [&](Money money) { return i18n::amount_with_words(language, money.hundredths, currency); });
}
template <Currency currency>
Held spelled_money(const Held& value, const Arguments& /*arguments*/, Language language, Remarks& /*remarks*/) {
    return with<Money>(value, [&](Money money) { return i18n::amount_spelled(language, money.hundredths, currency); });
}

template <Case in>
Held declined(const Held& value, const Arguments& /*arguments*/, Language /*language*/, Remarks& remarks) {
    return with<FullName>(value, [&](const FullName& name) {
        auto out = names::decline(name, in);
        const auto whole = names::whole(name);
        if (!out.sure && std::ranges::find(remarks.doubts, whole) == remarks.doubts.end()) remarks.doubts.push_back(whole);
        return std::move(out.name);
    });
}

template <std::string (*shape)(const FullName&)>
Held shaped(const Held& value, const Arguments& /*arguments*/, Language /*language*/, Remarks& /*remarks*/) {
    return with<FullName>(value, shape);
}
std::string family_of(const FullName& name) { return name.family; }
std::string given_of(const FullName& name) { return name.given; }

Held size(const Held& value, const Arguments& /*arguments*/, Language /*language*/, Remarks& /*remarks*/) {
    return with<const json::Array*>(value, [](const json::Array* list) { return Count{static_cast<double>(list->size())}; });
}

constexpr Filter all[] = {
    {"genitive", Type::name, false, Type::name, 0, 0, true, "genitive", declined<Case::genitive>},
    {"dative", Type::name, false, Type::name, 0, 0, true, "dative", declined<Case::dative>},
    {"accusative", Type::name, false, Type::name, 0, 0, true, "accusative", declined<Case::accusative>},
    {"instrumental", Type::name, false, Type::name, 0, 0, true, "instrumental", declined<Case::instrumental>},
    {"prepositional", Type::name, false, Type::name, 0, 0, true, "prepositional", declined<Case::prepositional>},
    {"short", Type::name, false, Type::text, 0, 0, false, "short", shaped<names::surname_first>},
    {"initials_first", Type::name, false, Type::text, 0, 0, false, "initials_first", shaped<names::initials_first>},
    {"family", Type::name, false, Type::text, 0, 0, false, "family", shaped<family_of>},
    {"given", Type::name, false, Type::text, 0, 0, false, "given", shaped<given_of>},
    {"long", Type::date, false, Type::text, 0, 0, false, "long", long_date},
    {"month", Type::date, false, Type::text, 0, 0, false, "month", month},
    {"year", Type::date, false, Type::text, 0, 0, false, "year", year},
    {"roubles", Type::money, false, Type::text, 0, 0, false, "roubles", with_currency<Currency::rouble>},
    {"roubles_in_words", Type::money, false, Type::text, 0, 0, false, "roubles_in_words", spelled_money<Currency::rouble>},
    {"tenge", Type::money, false, Type::text, 0, 0, false, "tenge", with_currency<Currency::tenge>},
    {"tenge_in_words", Type::money, false, Type::text, 0, 0, false, "tenge_in_words", spelled_money<Currency::tenge>},
    {"words", Type::number, false, Type::text, 0, 0, false, "words", in_words<Gender::masculine>},
    {"words_feminine", Type::number, false, Type::text, 0, 0, true, "words_feminine", in_words<Gender::feminine>},
    {"words_neuter", Type::number, false, Type::text, 0, 0, true, "words_neuter", in_words<Gender::neuter>},
    {"plural", Type::number, false, Type::text, 1, 3, false, "plural:услуга,услуги,услуг", plural},
    {"count", Type::list, false, Type::number, 0, 0, false, "count", size},
    {"capital", Type::text, false, Type::text, 0, 0, false, "capital", capital},
    {"or", Type::text, true, Type::text, 1, 1, false, "or:________", otherwise},
};

}  // namespace

const Filter* find_filter(std::string_view name) {
    const auto found = std::ranges::find(all, name, &Filter::name);
    return found == std::end(all) ? nullptr : found;
}

std::vector<FilterShown> filters(i18n::Language language) {
    std::vector<FilterShown> out;
    for (const auto& each : all)
        if (!each.russian || language == Language::ru) out.push_back({each.name, each.takes, each.any, each.example});
    return out;
}

}  // namespace ryadom::templates
