#include "platform/json/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace ryadom::json {

const Value* Value::find(std::string_view name) const {
    const auto* object = as<Object>();
    if (!object) return nullptr;
    const auto found = std::ranges::find(*object, name, &Member::name);
    return found == object->end() ? nullptr : &found->value;
}

Value& Value::set(std::string_view name, Value value) {
    if (!as<Object>()) data = Object{};
    auto& object = std::get<Object>(data);
    const auto found = std::ranges::find(object, name, &Member::name);
    if (found != object.end()) return found->value = std::move(value);
    object.push_back({std::string(name), std::move(value)});
    return object.back().value;
}

bool Value::operator==(const Value& other) const { return data == other.data; }

void write_string(std::string_view text, std::string& out) {
    out += '"';
    for (const char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20)
                    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<int>(c));
                else
                    out += c;
        }
    }
    out += '"';
}

namespace {

struct Writer {
    std::string& out;

    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { fmt::format_to(std::back_inserter(out), "{}", value); }
    void operator()(double value) const { fmt::format_to(std::back_inserter(out), "{}", value); }
    void operator()(const std::string& value) const { write_string(value, out); }
    void operator()(const Array& values) const {
        out += '[';
        for (bool first = true; const auto& value : values) {
            if (!std::exchange(first, false)) out += ',';
            write(value, out);
        }
        out += ']';
    }
    void operator()(const Object& members) const {
        out += '{';
        for (bool first = true; const auto& member : members) {
            if (!std::exchange(first, false)) out += ',';
            write_string(member.name, out);
            out += ':';
            write(member.value, out);
        }
        out += '}';
    }
};

}  // namespace

void write(const Value& value, std::string& out) { std::visit(Writer{out}, value.data); }

std::string write(const Value& value) {
    std::string out;
    write(value, out);
    return out;
}

}  // namespace ryadom::json
