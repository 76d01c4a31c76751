#include "modules/network/import_cells.hpp"

#include "modules/network/import_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::network {
namespace {

using Faulty = std::unexpected<csv::CellFault>;

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
std::expected<std::string, csv::CellFault> code_of(std::span<const Word> words, const std::string& text) {
    const auto folded = i18n::fold(text);
    const auto known = std::ranges::find_if(words, [&](const Word& each) { return i18n::fold(each.russian) == folded; });
    if (known != words.end()) return std::string(known->code);
    if (is_code(text)) return text;
    return csv::unreadable("network.import.unknown_word", text);
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
std::expected<std::optional<Date>, csv::CellFault> take_day(std::vector<std::string>& words, int this_year) {
    if (words.empty() || words.back().find_first_of("0123456789") != 0) return std::nullopt;
    const auto day = parse_written_date(words.back(), this_year);
    if (!day) return csv::unreadable("csv.no_day", words.back());
    words.pop_back();
    if (!words.empty() && joins(words.back())) words.pop_back();
    return day;
}

using Read = std::expected<json::Value, csv::CellFault>;

Read read_qualification(const std::string& text, int this_year) {
    auto words = split(text, " \t\r");
    const auto last = take_day(words, this_year);
    if (!last) return Faulty(last.error());
    const auto first = take_day(words, this_year);
    if (!first) return Faulty(first.error());
    if (!*last || words.empty()) return csv::unreadable("network.import.no_qualification", text);
    std::string name;
    for (const auto& word : words) name += (name.empty() ? "" : " ") + word;
    auto code = code_of(qualification_words, name);
    if (!code) return Faulty(code.error());
    json::Value out(json::Object{{"code", std::move(*code)}, {"valid_from", to_string(first->value_or(**last))}});
    if (*first) out.set("valid_to", to_string(**last));
    return out;
}

Read read_qualifications(const std::string& text, int this_year) {
    json::Array out;
    for (const auto& part : split(text, ";\n")) {
        if (part.find_first_not_of(" \t\r") == std::string::npos) continue;
        auto one = read_qualification(part, this_year);
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

std::string write_hundredths(std::int64_t value) {
    if (value % 100 == 0) return std::to_string(value / 100);
    auto out = fmt::format("{},{:02}", value / 100, value % 100);
    if (out.back() == '0') out.pop_back();
    return out;
}

template <class T>
std::optional<json::Value> value(const std::optional<T>& read) { return read ? std::optional(json::Value(*read)) : std::nullopt; }

std::optional<json::Value> read_word(csv::Row& row, const Column& column, std::span<const Word> words) {
    return value(row.as(column, [&](const std::string& text) { return code_of(words, text); }));
}

std::optional<json::Value> read_day(csv::Row& row, const Column& column) {
    const auto day = row.day(column);
    return value(day ? std::optional(to_string(*day)) : std::nullopt);
}

}  // namespace

std::optional<json::Value> read_cell(csv::Row& row, const Column& column, const References& references) {
    switch (column.form) {
        case Form::text: return value(row.text(column));
        case Form::whole: return value(row.whole(column));
        case Form::hundredths: return value(row.hundredths(column));
        case Form::day: return read_day(row, column);
        case Form::organisation_kind: return read_word(row, column, organisation_words);
        case Form::room_kind: return read_word(row, column, room_words);
        case Form::equipment_kind: return read_word(row, column, equipment_words);
        case Form::qualifications: return row.as(column, [&](const std::string& text) { return read_qualifications(text, row.this_year()); });
        case Form::organisation: return value(row.named(column, references.organisations, "network.import.unknown_organisation"));
        case Form::district: return value(row.named(column, references.districts, "network.import.unknown_district"));
        case Form::department: return value(row.named(column, references.departments, "network.import.unknown_department"));
        case Form::room: return value(row.named(column, references.rooms, "network.import.unknown_room"));
    }
    return std::nullopt;
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
