// A JSON text as a tree, and the two parsers that make it: of JSON and of the YAML subset that packages use.
// The libraries behind them are seen in parse.cpp and yaml.cpp only: their headers cost seconds a unit.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ryadom::json {

struct Member;
struct Value;
using Array = std::vector<Value>;
using Object = std::vector<Member>;

struct Value {
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> data;  // null at first
    int line = 0;  ///< where it stood in a YAML text, counted from 1; 0 when not known

    Value();
    Value(bool value);
    Value(int value);
    Value(std::int64_t value);
    Value(double value);
    Value(const char* value);
    Value(std::string_view value);
    Value(std::string value);
    Value(Array value);
    Value(Object value);

    template <class T>
    const T* as() const {
        return std::get_if<T>(&data);
    }
    template <class T>
    T* as() {
        return std::get_if<T>(&data);
    }
    /// The member of that name of an object; nothing for a missing one or for another type.
    const Value* find(std::string_view name) const;
    /// Sets or replaces a member; a null value becomes an object first.
    Value& set(std::string_view name, Value value);

    /// Equal content; lines do not count.
    bool operator==(const Value& other) const;
};

struct Member {
    std::string name;
    Value value;
    bool operator==(const Member&) const = default;
};

// Here, where Member is whole: the variant's destructor needs it.
inline Value::Value() {}
inline Value::Value(bool value) : data(value) {}
inline Value::Value(int value) : data(std::int64_t{value}) {}
inline Value::Value(std::int64_t value) : data(value) {}
inline Value::Value(double value) : data(value) {}
inline Value::Value(const char* value) : data(std::string(value)) {}
inline Value::Value(std::string_view value) : data(std::string(value)) {}
inline Value::Value(std::string value) : data(std::move(value)) {}
inline Value::Value(Array value) : data(std::move(value)) {}
inline Value::Value(Object value) : data(std::move(value)) {}

struct ParseError {
    std::string code;     ///< "json.syntax", "json.duplicate_key", "json.too_deep", "yaml.anchor"…
    std::string detail;   ///< the offending word or the parser's own short text
    int line = 0;
    std::string pointer;  ///< where it is known
};

struct ParseLimits {
    std::size_t depth = 32;
    std::size_t bytes = 1U << 20;
};

/// RFC 8259 text in UTF-8. Duplicate keys, depth and size beyond the limits are errors.
std::expected<Value, ParseError> parse(std::string_view text, const ParseLimits& limits = {});

/// One YAML document without anchors, aliases, tags or duplicate keys. Plain scalars that read as integers, decimals
/// or true/false are such; everything else, also yes, no and dates, is text.
std::expected<Value, ParseError> parse_yaml(std::string_view text, const ParseLimits& limits = {});

/// Without blanks, or with a line for each member and element, so that people can read and compare it.
enum class Layout { compact, indented };

std::string write(const Value& value, Layout layout = Layout::compact);
/// Appends the compact text.
void write(const Value& value, std::string& out);
/// Appends the quoted, escaped string.
void write_string(std::string_view text, std::string& out);

}  // namespace ryadom::json
