// Writes described structs as canonical YAML (docs/package.md, section 4): there is one way to write a
// document.
#pragma once

#include <string>
#include <string_view>

#include "modules/practices/package_field.hpp"
#include "modules/practices/package_text.hpp"

namespace ryadom::practices {

/// A string by the one rule of section 4, at the indentation of its key.
void write_string(std::string_view text, std::size_t indent, std::string& out);

namespace detail {

template <class T>
bool is_written(const T& part) {
    if constexpr (json::is_optional<T>::value)
        return part.has_value();
    else if constexpr (json::is_list<T>::value)
        return !part.empty();
    else
        return true;
}

template <class T>
void write_fields(const T& value, std::size_t indent, bool first_on_line, std::string& out);

template <class T>
void write_scalar(const T& value, std::size_t indent, std::string& out) {
    if constexpr (std::is_same_v<T, bool>)
        out += value ? "true" : "false";
    else if constexpr (json::Named<T>)
        write_string(json::name_of(value), indent, out);
    else if constexpr (std::is_integral_v<T>)
        out += std::to_string(value);
    else if constexpr (std::is_same_v<T, double>)
        out += write_hundredths(to_hundredths(value));
    else
        write_string(value, indent, out);
    out += '\n';
}

template <class T>
void write_value(const T& value, std::size_t indent, std::string& out) {
    if constexpr (json::is_optional<T>::value) {
        write_value(*value, indent, out);
    } else if constexpr (json::is_list<T>::value) {
        out += '\n';
        for (const auto& element : value) {
            out.append(indent + 2, ' ').append("- ");
            if constexpr (json::Described<typename T::value_type>)
                write_fields(element, indent + 4, true, out);
            else
                write_scalar(element, indent + 2, out);
        }
    } else if constexpr (json::Described<T>) {
        out += '\n';
        write_fields(value, indent + 2, false, out);
    } else {
        out += ' ';
        write_scalar(value, indent, out);
    }
}

template <class T>
void write_fields(const T& value, std::size_t indent, bool first_on_line, std::string& out) {
    const auto one = [&](const auto& field) {
        const auto& part = value.*field.part;
        if (!is_written(part)) return;
        if (!first_on_line) out.append(indent, ' ');
        first_on_line = false;
        out.append(field.name).append(":");
        write_value(part, indent, out);
    };
    constexpr auto description = describe(json::Type<T>{});
    std::apply([&](const auto&... fields) { (one(fields), ...); }, description.fields);
}

}  // namespace detail

template <class T>
std::string write_document(const T& document) {
    std::string out;
    detail::write_fields(document, 0, false, out);
    return out;
}

}  // namespace ryadom::practices
