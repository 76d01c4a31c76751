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
    Layout layout = Layout::compact;
    std::size_t depth = 0;

    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { fmt::format_to(std::back_inserter(out), "{}", value); }
    void operator()(double value) const { fmt::format_to(std::back_inserter(out), "{}", value); }
    void operator()(const std::string& value) const { write_string(value, out); }
    void operator()(const Array& values) const {
        list('[', values, ']', [](const Writer& writer, const Value& value) { std::visit(writer, value.data); });
    }
    void operator()(const Object& members) const {
        list('{', members, '}', [](const Writer& writer, const Member& member) {
            write_string(member.name, writer.out);
            writer.out += writer.layout == Layout::indented ? ": " : ":";
            std::visit(writer, member.value.data);
        });
    }

    template <class Elements, class One>
    void list(char open, const Elements& elements, char close, One one) const {
        const Writer inner{out, layout, depth + 1};
        out += open;
        for (bool first = true; const auto& element : elements) {
            if (!std::exchange(first, false)) out += ',';
            inner.line();
            one(inner, element);
        }
        if (!elements.empty()) line();
        out += close;
    }

    void line() const {
        if (layout == Layout::indented) out.append(1, '\n').append(2 * depth, ' ');
    }
};

}  // namespace

void write(const Value& value, std::string& out) { std::visit(Writer{out}, value.data); }

std::string write(const Value& value, Layout layout) {
    std::string out;
    std::visit(Writer{out, layout}, value.data);
    return out;
}

}  // namespace ryadom::json
