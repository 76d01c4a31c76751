#include "modules/people/rules.hpp"

#include "platform/core/text.hpp"

#include <algorithm>
#include <set>

namespace ryadom::people {
namespace {

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int digit(char c) { return c - '0'; }

/// The first character of UTF-8 text.
std::string_view first_character(std::string_view text) {
    std::size_t length = text.empty() ? 0 : 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) ++length;
    return text.substr(0, length);
}

char32_t code_point(std::string_view character) {
    const auto lead = static_cast<unsigned char>(character[0]);
    if (character.size() == 1) return lead;
    char32_t value = lead & (0x7FU >> character.size());
    for (const char c : character.substr(1)) value = value << 6U | (static_cast<unsigned char>(c) & 0x3FU);
    return value;
}

bool name_letter(char32_t c) {
    const auto between = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
    return between(U'A', U'Z') || between(U'a', U'z') || (between(0xC0, 0x24F) && c != 0xD7 && c != 0xF7) ||
           (between(0x400, 0x52F) && !between(0x482, 0x489));
}

bool name_joint(char32_t c) { return c == U' ' || c == U'-' || c == U'.' || c == U'\'' || c == U'’' || c == U'ʼ' || c == U'(' || c == U')'; }

/// What is no number stays as it was written and is refused as such.
std::optional<std::string> tidy_number(const std::optional<std::string>& written) {
    auto text = tidy_text(written);
    if (!text) return std::nullopt;
    return digits(*text).value_or(*text);
}

/// Files bring texts that no JSON limit has seen.
std::optional<FieldError> length_fault(std::string_view text, int longest, const std::string& place) {
    if (characters(text) <= static_cast<std::size_t>(longest)) return std::nullopt;
    return FieldError{place, "core.too_long", {{"maximum", std::to_string(longest)}}};
}

std::optional<FieldError> name_fault(const std::string& name, const std::string& place) {
    if (name.empty()) return FieldError{place, "core.required", {}};
    if (!sound_name(name)) return FieldError{place, "people.name_letters", {}};
    return length_fault(name, 100, place);
}

std::vector<FieldError> text_faults(const Person& person, const std::string& pointer) {
    std::vector<FieldError> errors;
    const auto gather = [&errors](std::optional<FieldError> error) {
        if (error) errors.push_back(std::move(*error));
    };
    gather(name_fault(person.family_name, pointer + "/family_name"));
    gather(name_fault(person.given_name, pointer + "/given_name"));
    if (person.patronymic) gather(name_fault(*person.patronymic, pointer + "/patronymic"));
    if (person.address) gather(length_fault(*person.address, 300, pointer + "/address"));
    return errors;
}

Date earliest_birth() { return *make_date(1900, 1, 1); }

}  // namespace

std::string tidied(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ') out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

std::optional<std::string> tidy_text(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    auto out = tidied(*text);
    if (out.empty()) return std::nullopt;
    return out;
}

bool sound_phone(std::string_view text) {
    const auto count = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return text.size() <= 40 && count >= 5 && count <= 15 && text.find_first_not_of("0123456789+-() .,;") == std::string_view::npos;
}

std::optional<std::string> digits(std::string_view written) {
    std::string out;
    for (const char c : written) {
        if (c >= '0' && c <= '9') out += c;
        else if (c != ' ' && c != '-') return std::nullopt;
    }
    return out;
}

bool sound_snils(std::string_view number) {
    if (number.size() != 11 || !all_digits(number) || number.substr(0, 9) == "000000000") return false;
    if (number.substr(0, 9) <= "001001998") return true;
    int sum = 0;
    for (int i = 0; i < 9; ++i) sum += digit(number[static_cast<std::size_t>(i)]) * (9 - i);
    const int control = sum % 101 == 100 ? 0 : sum % 101;
    return control == digit(number[9]) * 10 + digit(number[10]);
}

bool sound_iin(std::string_view number) {
    if (number.size() != 12 || !all_digits(number)) return false;
    const int century = digit(number[6]);
    if (century < 1 || century > 6) return false;
    const auto two = [&](std::size_t at) { return digit(number[at]) * 10 + digit(number[at + 1]); };
    if (!make_date(1800 + (century - 1) / 2 * 100 + two(0), two(2), two(4))) return false;
    const auto control = [&](int shift) {
        int sum = 0;
        for (int i = 0; i < 11; ++i) sum += digit(number[static_cast<std::size_t>(i)]) * ((i + shift) % 11 + 1);
        return sum % 11;
    };
    const int first = control(0);
    return (first == 10 ? control(2) : first) == digit(number[11]);
}

bool sound_name(std::string_view text) {
    bool letter = false;
    while (!text.empty()) {
        const auto character = first_character(text);
        text.remove_prefix(character.size());
        const auto c = code_point(character);
        if (name_letter(c)) letter = true;
        else if (!name_joint(c)) return false;
    }
    return letter;
}

Person tidy(Person person) {
    person.family_name = tidied(person.family_name);
    person.given_name = tidied(person.given_name);
    person.patronymic = tidy_text(person.patronymic);
    person.snils = tidy_number(person.snils);
    person.iin = tidy_number(person.iin);
    person.phone = tidy_text(person.phone);
    person.address = tidy_text(person.address);
    return person;
}

std::vector<FieldError> number_faults(const Person& person, const std::string& pointer) {
    std::vector<FieldError> errors;
    if (person.snils && !sound_snils(*person.snils)) errors.push_back({pointer + "/snils", "people.wrong_snils", {}});
    if (person.iin && !sound_iin(*person.iin)) errors.push_back({pointer + "/iin", "people.wrong_iin", {}});
    return errors;
}

std::vector<FieldError> faults(const Person& person, Date today, const std::string& pointer) {
    auto errors = text_faults(person, pointer);
    const auto wrong = [&](std::string_view field, std::string code) { errors.push_back({pointer + std::string(field), std::move(code), {}}); };
    if (person.birth > today) wrong("/birth", "people.born_in_the_future");
    else if (person.birth < earliest_birth()) wrong("/birth", "people.born_too_early");
    if (person.death && *person.death > today) wrong("/death", "people.died_in_the_future");
    else if (person.death && *person.death < person.birth) wrong("/death", "people.died_before_birth");
    std::ranges::move(number_faults(person, pointer), std::back_inserter(errors));
    if (person.phone && !sound_phone(*person.phone)) wrong("/phone", "people.wrong_phone");
    return errors;
}

std::string full_name(std::string_view family, std::string_view given, const std::optional<std::string>& patronymic) {
    auto out = std::string(family) + " " + std::string(given);
    return patronymic ? out + " " + *patronymic : out;
}

std::string short_name(std::string_view family, std::string_view given, const std::optional<std::string>& patronymic) {
    auto out = std::string(family) + " " + std::string(first_character(given)) + ".";
    return patronymic ? out + " " + std::string(first_character(*patronymic)) + "." : out;
}

std::string initials(std::string_view family, std::string_view given, const std::optional<std::string>& patronymic) {
    return short_name(std::string(first_character(family)) + ".", given, patronymic);
}

bool sound_reason(std::string_view text) {
    int characters = 0;
    std::set<std::string_view> different;
    while (!text.empty()) {
        const auto character = first_character(text);
        text.remove_prefix(character.size());
        if (character == " ") continue;
        ++characters;
        different.insert(character);
    }
    return characters >= 10 && different.size() >= 5;
}

}  // namespace ryadom::people
