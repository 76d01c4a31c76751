// The JSON Schema of a described type, for the document of the API.
#pragma once

#include "platform/json/describe.hpp"

#include <map>
#include <stdexcept>

namespace ryadom::json {

/// The schemas of named structs, by name: `components.schemas` of an OpenAPI document.
struct Schemas : std::map<std::string, Value> {
    std::map<std::string, const char*> types;  ///< whose schema it is, see detail::mark_of_type
};

namespace detail {
Value string_schema(const Limits& limits);
Value integer_schema(const Limits& limits);
Value decimal_schema(const Limits& limits);
Value formatted_schema(std::string_view format);
Value list_schema(Value items, const Limits& limits);
Value reference(std::string_view name);
}  // namespace detail

/// The JSON Schema of a type; structs go to `schemas` once and are referred to.
template <class T>
Value schema(Schemas& schemas, const Limits& limits = {});

namespace detail {
template <class Owner, class Part>
void add_property(const Field<Owner, Part>& field, Schemas& schemas, Object& properties, Array& required) {
    Value property;
    if constexpr (is_optional<Part>::value) property = schema<typename Part::value_type>(schemas, field.limits);
    else property = schema<Part>(schemas, field.limits);
    property.set("title", field.title);
    if (field.limits.given_by_server) property.set("readOnly", true);
    properties.push_back({std::string(field.name), std::move(property)});
    if constexpr (!is_optional<Part>::value) required.emplace_back(field.name);
}

/// Its address tells types apart.
template <class T>
inline constexpr char mark_of_type = 0;

template <class T>
Value described_schema(Schemas& schemas) {
    constexpr auto description = describe(Type<T>{});
    const std::string name(description.name);
    const auto [known, added] = schemas.types.emplace(name, &mark_of_type<T>);
    if (known->second != &mark_of_type<T>) throw std::logic_error("two types are described as " + name);
    if (added) {
        Object properties;
        Array required;
        std::apply([&](const auto&... fields) { (add_property(fields, schemas, properties, required), ...); },
                   description.fields);
        Value out;
        out.set("type", "object");
        out.set("properties", std::move(properties));
        if (!required.empty()) out.set("required", std::move(required));
        out.set("additionalProperties", false);
        schemas[name] = std::move(out);
    }
    return reference(name);
}
}  // namespace detail

template <class T>
Value schema(Schemas& schemas, const Limits& limits) {
    if constexpr (std::is_same_v<T, Value>) return Value(Object{});
    else if constexpr (std::is_same_v<T, bool>) return Value(Object{{"type", "boolean"}});
    else if constexpr (Named<T>) {
        Array words;
        for (const auto& [each, name] : names(Type<T>{})) words.emplace_back(name);
        return Value(Object{{"type", "string"}, {"enum", std::move(words)}});
    } else if constexpr (std::is_integral_v<T>) return detail::integer_schema(limits);
    else if constexpr (std::is_same_v<T, double>) return detail::decimal_schema(limits);
    else if constexpr (std::is_same_v<T, std::string>) return limits.words.empty() ? detail::string_schema(limits) : detail::reference(limits.words);
    else if constexpr (std::is_same_v<T, Uuid> || is_id<T>::value) return detail::formatted_schema("uuid");
    else if constexpr (std::is_same_v<T, Date>) return detail::formatted_schema("date");
    else if constexpr (std::is_same_v<T, Instant>) return detail::formatted_schema("date-time");
    else if constexpr (is_list<T>::value)
        return detail::list_schema(schema<typename T::value_type>(schemas, words(limits.words)), limits);
    else if constexpr (is_map<T>::value)
        return Value(Object{{"type", "object"}, {"additionalProperties", schema<typename T::mapped_type>(schemas)}});
    else if constexpr (Described<T>) return detail::described_schema<T>(schemas);
    else static_assert(never<T>, "describe the type");
}

}  // namespace ryadom::json
