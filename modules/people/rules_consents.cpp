#include "modules/people/rules_consents.hpp"

#include "modules/people/rules.hpp"

#include <algorithm>

namespace ryadom::people {
namespace {

using Words = std::map<std::string, std::string>;

constexpr std::size_t longest_title = 300;
constexpr std::size_t longest_body = 20'000;

/// Letters, not bytes: of UTF-8 those that begin one.
std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string without_edges(const std::string& text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

template <class Tidy>
void tidy_words(Words& words, Tidy tidy_one) {
    for (auto& [language, text] : words) text = tidy_one(text);
    std::erase_if(words, [](const auto& each) { return each.second.empty(); });
}

void check_words(std::vector<FieldError>& out, const Words& words, const std::string& field, std::size_t longest) {
    if (!words.contains("ru")) out.push_back({"/" + field + "/ru", "core.required", {}});
    for (const auto& [language, text] : words) {
        const auto at = "/" + field + "/" + language;
        if (language != "ru" && language != "kk" && language != "en") out.push_back({at, "core.unknown_value", {{"value", language}}});
        else if (letters(text) > longest) out.push_back({at, "core.too_long", {{"maximum", std::to_string(longest)}}});
    }
}

/// A code is written into data and addresses: it is no text for people.
bool sound_code(std::string_view code) {
    return !code.empty() && code.size() <= 60 && code.front() >= 'a' && code.front() <= 'z' &&
           std::ranges::all_of(code, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

bool is_who(const Representative& each, const ConsentGiver& giver) {
    const bool same = giver.person ? each.person == giver.person : !each.person && each.name == giver.name;
    return same && each.authority == giver.authority && each.document == giver.document;
}

bool may_give(const std::vector<Representative>& representatives, const ConsentGiver& giver, Date day) {
    return std::ranges::any_of(representatives, [&](const Representative& each) {
        return is_who(each, giver) && each.since <= day && (!each.until || *each.until >= day);
    });
}

}  // namespace

ConsentText tidy(ConsentText text) {
    tidy_words(text.titles, tidied);
    tidy_words(text.recipients, tidied);
    tidy_words(text.bodies, without_edges);
    return text;
}

std::vector<FieldError> faults(const ConsentText& text, std::optional<Date> last_since) {
    std::vector<FieldError> out;
    if (!sound_code(text.purpose)) out.push_back({"/purpose", "people.wrong_code", {}});
    check_words(out, text.titles, "titles", longest_title);
    check_words(out, text.recipients, "recipients", longest_title);
    check_words(out, text.bodies, "bodies", longest_body);
    if (last_since && text.since < *last_since) out.push_back({"/since", "people.before_the_last_version", {}});
    return out;
}

ConsentGiven tidy(ConsentGiven given) {
    given.witness = tidy_text(given.witness);
    if (given.giver) {
        given.giver->name = tidy_text(given.giver->name);
        given.giver->document = tidied(given.giver->document);
    }
    return given;
}

std::vector<FieldError> faults(const ConsentGiven& given, const ConsentGround& ground, Date today) {
    std::vector<FieldError> out;
    const auto add = [&](const char* pointer, const char* code) { out.push_back({pointer, code, {}}); };
    if (given.given_on > today) add("/given_on", "people.day_in_the_future");
    else if (given.given_on < ground.person.birth) add("/given_on", "people.before_birth");
    else if (ground.person.death && given.given_on > *ground.person.death) add("/given_on", "people.after_death");
    else if (given.given_on < ground.text.since) add("/given_on", "people.before_the_text");
    if (given.channel == ConsentChannel::oral && !ground.text.oral) add("/channel", "people.not_by_word");
    else if (given.channel == ConsentChannel::oral && !given.witness) add("/witness", "core.required");
    if (given.channel != ConsentChannel::oral && given.witness) add("/witness", "people.witness_of_a_spoken_one");
    if (given.giver && !may_give(ground.representatives, *given.giver, given.given_on)) add("/giver", "people.no_right_on_that_day");
    if (!ground.last) return out;
    const auto& last = *ground.last;
    if (last.withdrawal ? given.given_on < last.withdrawal->withdrawn_on : given.given_on < last.given.given_on) add("/given_on", "people.before_the_last_consent");
    return out;
}

std::vector<FieldError> faults(const ConsentWithdrawal& withdrawal, const Consent& consent, Date today) {
    std::vector<FieldError> out;
    if (withdrawal.withdrawn_on > today) out.push_back({"/withdrawn_on", "people.day_in_the_future", {}});
    if (withdrawal.withdrawn_on < consent.given.given_on) out.push_back({"/withdrawn_on", "people.before_it_was_given", {}});
    return out;
}

ListedWord tidy(ListedWord word) {
    tidy_words(word.titles, tidied);
    return word;
}

std::vector<FieldError> faults(const ListedWord& word) {
    std::vector<FieldError> out;
    if (!sound_code(word.code)) out.push_back({"/code", "people.wrong_code", {}});
    check_words(out, word.titles, "titles", longest_title);
    if (word.until && *word.until < word.since) out.push_back({"/until", "people.ends_before_it_begins", {}});
    return out;
}

}  // namespace ryadom::people
