#include "platform/json/describe.hpp"

#include "platform/core/text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace ryadom::json {
Reader::Step::Step(Reader& reader, std::string_view name) : reader_(reader), length_(reader.pointer_.size()) {
    reader.pointer_ += '/';
    for (const char c : name) {  // RFC 6901, section 3
        if (c == '~') reader.pointer_ += "~0";
        else if (c == '/') reader.pointer_ += "~1";
        else reader.pointer_ += c;
    }
}

void Reader::at(const Value& value, std::string code, Arguments arguments) {
    error(std::move(code), std::move(arguments));
    lines_.push_back(value.line);
}

std::string Reader::shorten(std::string_view text) { return ryadom::shorten(text); }

bool Reader::boolean(const Value& value) {
    if (const auto* flag = value.as<bool>()) return *flag;
    return at(value, "core.type", {{"expected", "boolean"}}), false;
}

std::int64_t Reader::integer(const Value& value, const Limits& limits) {
    const auto* number = value.as<std::int64_t>();
    if (!number) return at(value, "core.type", {{"expected", "integer"}}), 0;
    if (*number < limits.minimum) at(value, "core.too_small", {{"minimum", std::to_string(limits.minimum)}});
    if (*number > limits.maximum) at(value, "core.too_large", {{"maximum", std::to_string(limits.maximum)}});
    return *number;
}

double Reader::decimal(const Value& value, const Limits& limits) {
    double number = 0;
    if (const auto* whole = value.as<std::int64_t>()) number = static_cast<double>(*whole);
    else if (const auto* part = value.as<double>()) number = *part;
    else return at(value, "core.type", {{"expected", "number"}}), 0;
    if (number < static_cast<double>(limits.minimum)) at(value, "core.too_small", {{"minimum", std::to_string(limits.minimum)}});
    if (number > static_cast<double>(limits.maximum)) at(value, "core.too_large", {{"maximum", std::to_string(limits.maximum)}});
    return number;
}

std::string Reader::text(const Value& value, const Limits& limits) {
    const auto* string = value.as<std::string>();
    if (!string) return at(value, "core.type", {{"expected", "string"}}), std::string();
    if (string->find('\0') != std::string::npos) return at(value, "core.control_character"), std::string();
    const auto count = characters(*string);
    if (count < limits.shortest) {
        if (count == 0) at(value, "core.required");
        else at(value, "core.too_short", {{"minimum", std::to_string(limits.shortest)}});
    }
    if (count > limits.longest) at(value, "core.too_long", {{"maximum", std::to_string(limits.longest)}});
    return *string;
}

Uuid Reader::uuid(const Value& value) {
    if (const auto* string = value.as<std::string>())
        if (const auto parsed = parse_uuid(*string)) return *parsed;
    return at(value, "core.not_an_id"), Uuid{};
}

Date Reader::date(const Value& value) {
    if (const auto* string = value.as<std::string>())
        if (const auto parsed = parse_date(*string)) return *parsed;
    return at(value, "core.not_a_date"), Date{};
}

Instant Reader::instant(const Value& value) {
    if (const auto* string = value.as<std::string>())
        if (const auto parsed = parse_instant(*string)) return *parsed;
    return at(value, "core.not_a_time"), Instant{};
}

bool Reader::counted(const Value& value, std::size_t count, const Limits& limits) {
    if (count < limits.shortest) return at(value, "core.too_few", {{"minimum", std::to_string(limits.shortest)}}), false;
    if (count > limits.longest) return at(value, "core.too_many", {{"maximum", std::to_string(limits.longest)}}), false;
    return true;
}

void Reader::unknown_members(const Object& object, const std::set<std::string_view>& known) {
    for (const auto& member : object) {
        if (known.contains(member.name)) continue;
        const Step step(*this, member.name);
        at(member.value, "core.unknown_field");
    }
}

namespace detail {

void write_integer(std::int64_t value, std::string& out) { fmt::format_to(std::back_inserter(out), "{}", value); }

void write_decimal(double value, std::string& out) {
    if (std::isfinite(value)) fmt::format_to(std::back_inserter(out), "{}", value);
    else out += "null";
}

}  // namespace detail
}  // namespace ryadom::json
