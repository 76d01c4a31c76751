#include "platform/names/names.hpp"

#include "platform/names/letters.hpp"
#include "platform/names/endings.hpp"

#include <algorithm>
#include <array>

namespace ryadom::names {
namespace {

using Letters = std::u32string_view;

/// The words between blanks of a text; none is empty.
template <class Each>
void each_word(Letters words, Each&& each) {
    while (!words.empty()) {
        const auto blank = words.find(U' ');
        if (blank != 0) each(words.substr(0, blank));
        words.remove_prefix(blank == Letters::npos ? words.size() : blank + 1);
    }
}

bool ends_so(Letters name, Letters ending) {
    while (!ending.empty()) {
        const auto wanted = ending.back();
        ending.remove_suffix(1);
        if (wanted == U'^') return name.empty();
        if (wanted == U'1') return std::ranges::none_of(name, vowel);
        if (name.empty()) return false;
        const auto letter = name.back();
        name.remove_suffix(1);
        const bool fits = wanted == U'V' ? vowel(letter) : wanted == U'C' ? consonant(letter) : letter == wanted;
        if (!fits) return false;
    }
    return true;
}

const Rule* rule_of(Letters name, std::span<const Rule> rules) {
    for (const auto& rule : rules) {
        bool fits = false;
        each_word(rule.ends, [&](Letters ending) { fits = fits || ends_so(name, ending); });
        if (fits) return &rule;
    }
    return nullptr;
}

Letters form_of(const Rule& rule, Case in) {
    if (rule.forms == U"=" || rule.forms == U"?") return rule.forms;
    Letters out;
    int place = 1;
    each_word(rule.forms, [&](Letters form) {
        if (place++ == static_cast<int>(in)) out = form;
    });
    return out;
}

/// "И." and "Т.-А." stand for any case.
bool initial(Letters word) { return word.size() > 1 && word.ends_with(U'.'); }

Form one_word(Letters word, std::span<const Rule> rules, Case in) {
    if (initial(word)) return {text(word), true};
    const auto folded = lower(word);
    const auto* rule = std::ranges::all_of(folded, [](char32_t letter) { return cyrillic(letter) || letter == U'\''; }) ? rule_of(folded, rules) : nullptr;
    const auto form = rule ? form_of(*rule, in) : Letters(U"?");
    if (form == U"=" || form == U"?") return {text(word), form == U"="};
    // ИВАНОВ → ИВАНОВА
    const bool capitals = word.size() > 1 && word.back() != lower(word.back());
    std::u32string out(word.substr(0, word.size() - static_cast<std::size_t>(rule->cut)));
    for (const auto letter : form) out += capitals ? upper(letter) : letter;
    return {text(out), true};
}

/// What stands in a name and is none: фон, оглы.
bool particle(Letters word) {
    constexpr std::array<Letters, 24> known{U"фон", U"ван", U"де",  U"ди",   U"да",   U"ла",   U"ле",  U"дер", U"дю",   U"эль", U"аль",  U"бен",
                                            U"ибн", U"тер", U"дон", U"оглы", U"кызы", U"улы", U"угли", U"ұлы", U"қызы", U"мак", U"бонч", U"грум"};
    return std::ranges::find(known, Letters(lower(word))) != known.end();
}

/// Every word of the name by itself; a word is what stands between blanks and hyphens.
Form by_words(std::string_view name, std::span<const Rule> rules, Case in) {
    if (in == Case::nominative) return {std::string(name), true};
    Form out{{}, true};
    const auto all = letters(name);
    Letters rest = all;
    while (!rest.empty()) {
        const auto end = rest.find_first_of(U" -");
        const auto word = rest.substr(0, end);
        if (!word.empty()) {
            const auto form = word.size() < all.size() && particle(word) ? Form{text(word), true} : one_word(word, rules, in);
            out.text += form.text;
            out.sure = out.sure && form.sure;
        }
        if (end == Letters::npos) break;
        out.text += text(rest.substr(end, 1));
        rest.remove_prefix(end + 1);
    }
    // Half of a name in a case is worse than none.
    if (!out.sure) out.text = name;
    return out;
}

std::string initial_of(std::string_view name) {
    std::string out;
    const auto all = letters(name);
    Letters rest = all;
    while (!rest.empty()) {
        const auto hyphen = rest.find(U'-');
        out += (out.empty() ? "" : "-") + text(rest.substr(0, 1)) + ".";
        rest.remove_prefix(hyphen == Letters::npos ? rest.size() : hyphen + 1);
    }
    return out;
}

/// No-break: the initials of a name do not part.
constexpr std::string_view joined = "\u00a0";

std::string initials(const FullName& name) {
    auto out = initial_of(name.given);
    if (!name.patronymic.empty()) out += (out.empty() ? "" : std::string(joined)) + initial_of(name.patronymic);
    return out;
}

}  // namespace

Form family_name(std::string_view name, Sex sex, Case in) { return by_words(name, sex == Sex::male ? family_rules_of_men() : family_rules_of_women(), in); }

Form given_name(std::string_view name, Sex sex, Case in) { return by_words(name, sex == Sex::male ? given_rules_of_men() : given_rules_of_women(), in); }

Form patronymic(std::string_view name, Case in) {
    // "Али оглы", "Аскар қызы": the name of the father before it does not change either.
    const auto all = lower(letters(name));
    if (const auto blank = Letters(all).find_last_of(U" -"); blank != Letters::npos && particle(Letters(all).substr(blank + 1))) return {std::string(name), true};
    return by_words(name, patronymic_rules(), in);
}

std::optional<Sex> sex_of(const FullName& name) {
    if (name.sex) return name.sex;
    const auto folded = lower(letters(name.patronymic));
    const auto ends = [&](std::initializer_list<Letters> endings) { return std::ranges::any_of(endings, [&](Letters ending) { return Letters(folded).ends_with(ending); }); };
    if (ends({U"вич", U"ич", U"оглы", U"улы", U"ұлы", U"углы", U"уулу"})) return Sex::male;
    if (ends({U"вна", U"чна", U"шна", U"кызы", U"қызы", U"гызы"})) return Sex::female;
    return std::nullopt;
}

Declined decline(const FullName& name, Case in) {
    if (in == Case::nominative) return {name, true};
    const auto sex = sex_of(name);
    if (!sex) return {name, false};
    const auto family = family_name(name.family, *sex, in);
    const auto given = given_name(name.given, *sex, in);
    const auto father = patronymic(name.patronymic, in);
    return {{family.text, given.text, father.text, sex}, family.sure && given.sure && father.sure};
}

std::string whole(const FullName& name) {
    std::string out = name.family;
    for (const auto* part : {&name.given, &name.patronymic})
        if (!part->empty()) out += (out.empty() ? "" : " ") + *part;
    return out;
}

std::string surname_first(const FullName& name) {
    const auto first = initials(name);
    return first.empty() ? name.family : name.family + std::string(joined) + first;
}

std::string initials_first(const FullName& name) {
    const auto first = initials(name);
    return first.empty() ? name.family : first + std::string(joined) + name.family;
}

}  // namespace ryadom::names
