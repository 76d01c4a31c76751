// The describe() of a package says more than JSON needs: which form a text has, which table or list it refers
// to, what its default is. The fields stay ordinary fields of platform/json, so JSON and OpenAPI come from
// the same description.
//
//     need("code", &Service::code, "Catalogue code", Shape::service_code)
//     may("forms", &Service::forms, "Filled with this service", Ref{"forms"})
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/json/describe.hpp"

namespace ryadom::practices {

/// The form of a text; docs/package.md, section 1. Those from `id` on are checked by a pattern.
enum class Shape : std::uint8_t {
    string,
    line,
    text,
    summary,
    path,
    id,
    code,
    reference,
    role,
    practice_code,
    version,
    versions,
    licence,
    region,
    service_code,
    email,
    phone,
    url,
    date,
    clock,
    element,
    cover
};

/// What the reader, the writer and the comparison know about a field beside its type.
struct Rules {
    Shape shape = Shape::string;
    bool required = true;
    bool shared_ids = false;  ///< ids are unique over all such lists of the same map
    bool only_true = false;   ///< `false` would say nothing
    std::string_view target;  ///< of a code: the table; of a reference: the lists, separated by a blank
    std::optional<std::int64_t>
        fallback;  ///< the default; an enum by its position, a decimal in whole numbers
};

template <class Owner, class Part>
struct PackageField : json::Field<Owner, Part> {
    Rules rules;
};

/// A text in the languages of the network; Russian is always there.
template <Shape S>
struct Translated {
    std::string ru;
    std::optional<std::string> kk;
    std::optional<std::string> en;
    bool operator==(const Translated&) const = default;
};
using Line = Translated<Shape::line>;
using Text = Translated<Shape::text>;
using Path = Translated<Shape::path>;

template <class T>
constexpr bool is_translated = false;
template <Shape S>
constexpr bool is_translated<Translated<S>> = true;
template <class T>
constexpr Shape shape_of = Shape::string;
template <Shape S>
constexpr Shape shape_of<Translated<S>> = S;

/// Points to the id of an element of one of the lists.
struct Ref {
    std::string_view lists;
};
/// Names a row of a table of the server.
struct Table {
    std::string_view name;
};
struct Default {
    std::int64_t value;
};
struct SharedIds {};
struct OnlyTrue {};

namespace detail {

template <class Field>
constexpr void apply(Field& field, json::Limits limits) {
    field.limits = limits;
}
template <class Field>
constexpr void apply(Field& field, Shape shape) {
    field.rules.shape = shape;
    if (shape == Shape::id || shape == Shape::role) field.limits = json::length(1, 64);
}
template <class Field>
constexpr void apply(Field& field, Ref reference) {
    field.rules.shape = Shape::reference;
    field.rules.target = reference.lists;
}
template <class Field>
constexpr void apply(Field& field, Table table) {
    field.rules.shape = Shape::code;
    field.rules.target = table.name;
}
template <class Field>
constexpr void apply(Field& field, Default fallback) {
    field.rules.fallback = fallback.value;
}
template <class Field>
constexpr void apply(Field& field, SharedIds) {
    field.rules.shared_ids = true;
}
template <class Field>
constexpr void apply(Field& field, OnlyTrue) {
    field.rules.only_true = true;
}

template <class T>
struct plain {
    using type = T;
};
template <class T>
struct plain<std::optional<T>> {
    using type = T;
};

/// The limits that section 1 sets for every field of a type.
template <class Part>
constexpr json::Limits natural_limits(bool required) {
    using T = typename plain<Part>::type;
    if constexpr (json::is_list<T>::value)
        return json::length(required ? 1 : 0, 200);
    else if constexpr (std::is_same_v<T, double>)
        return json::range(-1'000'000, 1'000'000);
    else if constexpr (std::is_same_v<T, Text>)
        return json::length(1, 20'000);
    else if constexpr (std::is_same_v<T, Path>)
        return json::length(1, 120);
    else
        return json::length(1, 300);
}

template <class Owner, class Part, class... Traits>
constexpr PackageField<Owner, Part> make_field(bool required, std::string_view name, Part Owner::*part,
                                               std::string_view title, Traits... traits) {
    using T = typename plain<Part>::type;
    PackageField<Owner, Part> field{{name, part, title, natural_limits<Part>(required)}, {}};
    field.rules.required = required;
    field.rules.shape = shape_of<T>;
    (apply(field, traits), ...);
    return field;
}

}  // namespace detail

/// A required field.
template <class Owner, class Part, class... Traits>
constexpr auto need(std::string_view name, Part Owner::*part, std::string_view title, Traits... traits) {
    return detail::make_field(true, name, part, title, traits...);
}

/// An optional field: an std::optional, or a list that may be empty.
template <class Owner, class Part, class... Traits>
constexpr auto may(std::string_view name, Part Owner::*part, std::string_view title, Traits... traits) {
    static_assert(json::is_optional<Part>::value || json::is_list<Part>::value);
    return detail::make_field(false, name, part, title, traits...);
}

template <Shape S>
constexpr auto describe(json::Type<Translated<S>>) {
    using T = Translated<S>;
    constexpr std::string_view name = S == Shape::line   ? "PackageLine"
                                      : S == Shape::text ? "PackageText"
                                                         : "PackagePath";
    constexpr json::Limits limits = detail::natural_limits<T>(true);
    return json::object(name, need("ru", &T::ru, "In Russian", S, limits),
                        may("kk", &T::kk, "In Kazakh", S, limits),
                        may("en", &T::en, "In English", S, limits));
}

}  // namespace ryadom::practices
