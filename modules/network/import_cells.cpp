#include "modules/network/import_cells.hpp"

#include "modules/network/import_words.hpp"
#include "platform/core/text.hpp"
#include "platform/i18n/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace ryadom::network {
namespace {

using Read = std::expected<json::Value, CellFault>;

std::unexpected<CellFault> fault(const char* code, std::string_view value) {
    return std::unexpected(CellFault{code, {{"value", shorten(value)}}});
}

std::optional<std::int64_t> parse_whole(std::string_view text) {
    std::int64_t out = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, out);
    if (error != std::errc() || stop != end) return std::nullopt;
    return out;
}

/// People write thousands apart: "31 700", also with the space that does not break.
std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    for (auto at = text.find("\u00a0"); at != std::string::npos; at = text.find("\u00a0", at)) text.erase(at, 2);
    return text;
}

Read read_whole(const std::string& text) {
    if (const auto whole = parse_whole(without_spaces(text))) return json::Value(*whole);
    return fault("network.import.no_number", text);
}

/// "0,5" or "1.25" of a post as hundredths.
Read read_hundredths(const std::string& text) {
    const auto point = text.find_first_of(",.");
    const auto whole = parse_whole(text.substr(0, point));
    if (!whole || *whole < 0 || *whole > 1000) return fault("network.import.no_number", text);
    if (point == std::string::npos) return json::Value(*whole * 100);
    const auto rest = text.substr(point + 1);
    const auto part = parse_whole(rest);
    if (!part || rest.size() > 2 || rest.front() == '-') return fault("network.import.no_number", text);
    return json::Value(*whole * 100 + *part * (rest.size() == 1 ? 10 : 1));
}

Read read_day(const std::string& text) {
    if (const auto day = parse_written_date(text)) return json::Value(to_string(*day));
    return fault("network.import.no_day", text);
}

std::string write_day(const std::string& day) {
    const auto date = parse_date(day);
    if (!date) return day;
    const auto [year, month, number] = parts(*date);
    return fmt::format("{:02}.{:02}.{:04}", number, month, year);
}

bool is_code(std::string_view text) {
    return std::ranges::all_of(text, [](char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_' || letter == '-'; });
}

/// A word of the field stands for its code; a code that only a package knows stands for itself.
Read read_word(std::span<const Word> words, const std::string& text) {
    const auto folded = i18n::fold(text);
    const auto known = std::ranges::find_if(words, [&](const Word& each) { return i18n::fold(each.russian) == folded; });
    if (known != words.end()) return json::Value(known->code);
    if (is_code(text)) return json::Value(text);
    return fault("network.import.unknown_word", text);
}

std::string write_word(std::span<const Word> words, const std::string& code) {
    const auto known = std::ranges::find(words, code, &Word::code);
    return known == words.end() ? code : std::string(known->russian);
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of(separators, at), text.size());
        if (end > at) out.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

/// The words before a day: "с 01.02.2020 по 01.02.2027".
bool joins(std::string_view word) {
    constexpr std::array<std::string_view, 8> words{"с", "со", "по", "до", "from", "to", "-", "—"};
    return std::ranges::find(words, word) != words.end();
}

/// Takes a day and the word before it from the end.
std::expected<std::optional<Date>, CellFault> take_day(std::vector<std::string>& words) {
    if (words.empty() || words.back().find_first_of("0123456789") != 0) return std::nullopt;
    const auto day = parse_written_date(words.back());
    if (!day) return fault("network.import.no_day", words.back());
    words.pop_back();
    if (!words.empty() && joins(words.back())) words.pop_back();
    return day;
}

Read read_qualification(const std::string& text) {
    auto words = split(text, " \t\r");
    const auto last = take_day(words);
    if (!last) return std::unexpected(last.error());
    const auto first = take_day(words);
    if (!first) return std::unexpected(first.error());
    if (!*last || words.empty()) return fault("network.import.no_qualification", text);
    std::string name;
    for (const auto& word : words) name += (name.empty() ? "" : " ") + word;
    auto code = read_word(qualification_words, name);
    if (!code) return code;
    json::Value out(json::Object{{"code", std::move(*code)}, {"valid_from", to_string(first->value_or(**last))}});
    if (*first) out.set("valid_to", to_string(**last));
    return out;
}

Read read_qualifications(const std::string& text) {
    json::Array out;
    for (const auto& part : split(text, ";\n")) {
        if (part.find_first_not_of(" \t\r") == std::string::npos) continue;
        auto one = read_qualification(part);
        if (!one) return one;
        out.push_back(std::move(*one));
    }
    // As the register keeps them, so that a table loaded again finds nothing to change.
    const auto member = [](const json::Value& value, std::string_view name) { return *value.find(name)->as<std::string>(); };
    std::ranges::sort(out, {}, [&](const json::Value& value) { return std::pair(member(value, "valid_from"), member(value, "code")); });
    return json::Value(std::move(out));
}

std::string write_qualifications(const json::Array& held) {
    std::string out;
    for (const auto& each : held) {
        if (!out.empty()) out += "; ";
        out += write_word(qualification_words, *each.find("code")->as<std::string>()) + " с " + write_day(*each.find("valid_from")->as<std::string>());
        if (const auto* until = each.find("valid_to")) out += " по " + write_day(*until->as<std::string>());
    }
    return out;
}

Read read_name(const Names& names, const char* absent, const std::string& text) {
    auto found = names.find(text);
    if (found.several) return fault("network.import.several", text);
    if (found.id.empty()) return fault(absent, text);
    return json::Value(std::move(found.id));
}

std::string write_hundredths(std::int64_t value) {
    if (value % 100 == 0) return std::to_string(value / 100);
    auto out = fmt::format("{},{:02}", value / 100, value % 100);
    if (out.back() == '0') out.pop_back();
    return out;
}

}  // namespace

void Names::add_code(std::string_view code, const std::string& id) {
    codes_[std::string(code)] = id;
    words_[id] = code;
}

void Names::add_title(std::string_view title, const std::string& id) {
    const auto [at, fresh] = titles_.emplace(i18n::fold(title), Found{id, false});
    if (!fresh) at->second.several = true;
    words_.emplace(id, title);
}

Names::Found Names::find(std::string_view words) const {
    if (const auto code = codes_.find(words); code != codes_.end()) return {code->second, false};
    const auto title = titles_.find(i18n::fold(words));
    return title == titles_.end() ? Found{} : title->second;
}

std::string Names::words_of(const std::string& id) const {
    const auto known = words_.find(id);
    return known == words_.end() ? std::string() : known->second;
}

Read read_cell(Form form, const std::string& text, const References& references) {
    switch (form) {
        case Form::text: return json::Value(text);
        case Form::whole: return read_whole(text);
        case Form::hundredths: return read_hundredths(text);
        case Form::day: return read_day(text);
        case Form::organisation_kind: return read_word(organisation_words, text);
        case Form::room_kind: return read_word(room_words, text);
        case Form::equipment_kind: return read_word(equipment_words, text);
        case Form::qualifications: return read_qualifications(text);
        case Form::organisation: return read_name(references.organisations, "network.import.unknown_organisation", text);
        case Form::district: return read_name(references.districts, "network.import.unknown_district", text);
        case Form::department: return read_name(references.departments, "network.import.unknown_department", text);
        case Form::room: return read_name(references.rooms, "network.import.unknown_room", text);
    }
    return json::Value(text);
}

std::string write_cell(Form form, const json::Value* value, const References& references) {
    if (!value) return {};
    if (const auto* held = value->as<json::Array>()) return write_qualifications(*held);
    if (const auto* number = value->as<std::int64_t>()) return form == Form::hundredths ? write_hundredths(*number) : std::to_string(*number);
    const auto& text = *value->as<std::string>();
    switch (form) {
        case Form::day: return write_day(text);
        case Form::organisation_kind: return write_word(organisation_words, text);
        case Form::room_kind: return write_word(room_words, text);
        case Form::equipment_kind: return write_word(equipment_words, text);
        case Form::organisation: return references.organisations.words_of(text);
        case Form::district: return references.districts.words_of(text);
        case Form::department: return references.departments.words_of(text);
        case Form::room: return references.rooms.words_of(text);
        case Form::text:
        case Form::whole:
        case Form::hundredths:
        case Form::qualifications: return text;
    }
    return text;
}

}  // namespace ryadom::network
