// One description per struct drives reading, validation, writing and the JSON Schema (2020-12, as OpenAPI 3.1 uses it),
// so that the document of the API cannot drift from what is parsed and written.
//
//     struct LendRequest { Id<Item> item; int days; std::optional<std::string> note; };
//     constexpr auto describe(json::Type<LendRequest>) {
//         return json::object("LendRequest",
//             json::field("item", &LendRequest::item, "What is lent"),
//             json::field("days", &LendRequest::days, "For how many days", json::range(1, 366)),
//             json::field("note", &LendRequest::note, "Remark", json::length(0, 500)));
//     }
//
// An optional member that is absent stays absent: null is never read or written for it.
#pragma once

#include "platform/core/refusal.hpp"
#include "platform/core/uuid.hpp"
#include "platform/json/value.hpp"
#include "platform/time/time.hpp"

#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace ryadom::json {

template <class T>
struct Type {};

struct Limits {
    std::int64_t minimum = INT64_MIN;
    std::int64_t maximum = INT64_MAX;
    std::size_t shortest = 0;  ///< characters of a string, elements of a list
    std::size_t longest = 4000;
    bool given_by_server = false;  ///< in answers always, in requests neither needed nor heeded
    std::string_view words{};      ///< the schema that lists what a text or the elements of a list may be
};

/// An id or a revision: the server gives it.
constexpr Limits read_only{INT64_MIN, INT64_MAX, 0, 4000, true};

constexpr Limits range(std::int64_t minimum, std::int64_t maximum) { return {minimum, maximum, 0, 4000, false}; }
constexpr Limits length(std::size_t shortest, std::size_t longest) { return {INT64_MIN, INT64_MAX, shortest, longest, false}; }
/// A text of our own out of a list that only the running program knows whole: permissions, codes. Whoever writes the
/// document adds that schema; readers do not check it.
constexpr Limits words(std::string_view schema) {
    Limits out;
    out.words = schema;
    return out;
}

template <class Owner, class Part>
struct Field {
    std::string_view name;
    Part Owner::* part;
    std::string_view title;
    Limits limits;
};

template <class Owner, class Part>
constexpr Field<Owner, Part> field(std::string_view name, Part Owner::* part, std::string_view title, Limits limits = {}) {
    return {name, part, title, limits};
}

template <class... Fields>
struct Description {
    std::string_view name;
    std::tuple<Fields...> fields;
};

template <class... Fields>
constexpr Description<Fields...> object(std::string_view name, Fields... fields) {
    return {name, {fields...}};
}

/// Fields that several structs share: `json::object("B", json::extend<A>(…))` is not needed, a member of type A is
/// clearer; what is shared here is only the concept checks.
template <class T>
concept Described = requires { describe(Type<T>{}); };

/// An enum says its words: `constexpr auto names(json::Type<Colour>) { return std::array{std::pair{Colour::red, "red"}}; }`
template <class T>
concept Named = std::is_enum_v<T> && requires { names(Type<T>{}); };

template <Named T>
constexpr std::string_view name_of(T value) {
    for (const auto& [each, name] : names(Type<T>{}))
        if (each == value) return name;
    return {};
}

template <Named T>
constexpr std::optional<T> parse_name(std::string_view text) {
    for (const auto& [each, name] : names(Type<T>{}))
        if (name == text) return each;
    return std::nullopt;
}

template <class T>
struct is_list : std::false_type {};
template <class T>
struct is_list<std::vector<T>> : std::true_type {};
template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_map : std::false_type {};
template <class T>
struct is_map<std::map<std::string, T>> : std::true_type {};
template <class T>
struct is_id : std::false_type {};
template <class T>
struct is_id<Id<T>> : std::true_type {};

template <class>
constexpr bool never = false;

/// Reads values into structs and gathers every error with its JSON pointer.
class Reader {
  public:
    template <class T>
    T read(const Value& value, const Limits& limits = {}) {
        if constexpr (std::is_same_v<T, Value>) return value;
        else if constexpr (std::is_same_v<T, bool>) return boolean(value);
        else if constexpr (Named<T>) return named<T>(value);
        else if constexpr (std::is_integral_v<T>) return static_cast<T>(integer(value, within<T>(limits)));
        else if constexpr (std::is_same_v<T, double>) return decimal(value, limits);
        else if constexpr (std::is_same_v<T, std::string>) return text(value, limits);
        else if constexpr (std::is_same_v<T, Uuid>) return uuid(value);
        else if constexpr (is_id<T>::value) return T{uuid(value)};
        else if constexpr (std::is_same_v<T, Date>) return date(value);
        else if constexpr (std::is_same_v<T, Instant>) return instant(value);
        else if constexpr (is_list<T>::value) return list<typename T::value_type>(value, limits);
        else if constexpr (is_map<T>::value) return map<typename T::mapped_type>(value, limits);
        else if constexpr (Described<T>) return described<T>(value);
        else static_assert(never<T>, "describe the type");
    }

    void error(std::string code, Arguments arguments = {}) { errors_.push_back({pointer_, std::move(code), std::move(arguments)}); }
    std::vector<FieldError>& errors() { return errors_; }
    /// The line of each error, where the text had lines.
    const std::vector<int>& lines() const { return lines_; }

  private:
    /// Walks into a member or element for the time of a scope.
    class Step {
      public:
        Step(Reader& reader, std::string_view name);
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;
        ~Step() { reader_.pointer_.resize(length_); }

      private:
        Reader& reader_;
        std::size_t length_;
    };

    template <class T>
    static Limits within(Limits limits) {
        limits.minimum = std::max<std::int64_t>(limits.minimum, std::numeric_limits<T>::min());
        if constexpr (sizeof(T) < sizeof(std::int64_t))
            limits.maximum = std::min<std::int64_t>(limits.maximum, std::numeric_limits<T>::max());
        return limits;
    }

    template <class T>
    T named(const Value& value) {
        if (const auto* word = value.as<std::string>()) {
            if (const auto known = parse_name<T>(*word)) return *known;
            return at(value, "core.unknown_value", {{"value", shorten(*word)}}), T{};
        }
        return at(value, "core.type", {{"expected", "string"}}), T{};
    }

    template <class T>
    std::vector<T> list(const Value& value, const Limits& limits) {
        std::vector<T> out;
        const auto* array = value.as<Array>();
        if (!array) return at(value, "core.type", {{"expected", "array"}}), out;
        if (!counted(value, array->size(), limits)) return out;
        out.reserve(array->size());
        for (std::size_t i = 0; i < array->size(); ++i) {
            const Step step(*this, std::to_string(i));
            out.push_back(read<T>((*array)[i], Limits{}));
        }
        return out;
    }

    template <class T>
    std::map<std::string, T> map(const Value& value, const Limits& limits) {
        std::map<std::string, T> out;
        const auto* object = value.as<Object>();
        if (!object) return at(value, "core.type", {{"expected", "object"}}), out;
        if (!counted(value, object->size(), limits)) return out;
        for (const auto& member : *object) {
            const Step step(*this, member.name);
            out.emplace(member.name, read<T>(member.value));
        }
        return out;
    }

    template <class T>
    T described(const Value& value) {
        T out{};
        const auto* object = value.as<Object>();
        if (!object) return at(value, "core.type", {{"expected", "object"}}), out;
        std::size_t taken = 0;
        constexpr auto description = describe(Type<T>{});
        std::apply([&](const auto&... fields) { (member(value, fields, out, taken), ...); }, description.fields);
        if (taken < object->size()) {
            std::set<std::string_view> known;
            std::apply([&](const auto&... fields) { (known.insert(fields.name), ...); }, description.fields);
            unknown_members(*object, known);
        }
        return out;
    }

    template <class T, class Owner, class Part>
    void member(const Value& value, const Field<Owner, Part>& field, T& out, std::size_t& taken) {
        const Step step(*this, field.name);
        const auto* found = value.find(field.name);
        if (found) ++taken;
        if constexpr (is_optional<Part>::value) {
            if (found) out.*field.part = read<typename Part::value_type>(*found, field.limits);
        } else if (found) {
            out.*field.part = read<Part>(*found, field.limits);
        } else if (!field.limits.given_by_server) {
            at(value, "core.required");
        }
    }

    bool boolean(const Value& value);
    std::int64_t integer(const Value& value, const Limits& limits);
    double decimal(const Value& value, const Limits& limits);
    std::string text(const Value& value, const Limits& limits);
    Uuid uuid(const Value& value);
    Date date(const Value& value);
    Instant instant(const Value& value);
    bool counted(const Value& value, std::size_t count, const Limits& limits);
    void unknown_members(const Object& object, const std::set<std::string_view>& known);
    void at(const Value& value, std::string code, Arguments arguments = {});
    static std::string shorten(std::string_view text);

    std::string pointer_;
    std::vector<FieldError> errors_;
    std::vector<int> lines_;
};

/// Reads a whole input; a refusal names every wrong field.
template <class T>
Checked<T> read(const Value& value) {
    Reader reader;
    T out = reader.read<T>(value);
    if (reader.errors().empty()) return out;
    return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(reader.errors())});
}

template <class T>
void append(const T& value, std::string& out);

namespace detail {
void write_integer(std::int64_t value, std::string& out);
void write_decimal(double value, std::string& out);

template <class Owner, class Part>
void append_member(const Owner& owner, const Field<Owner, Part>& field, bool& first, std::string& out) {
    if constexpr (is_optional<Part>::value) {
        if (!(owner.*field.part)) return;
    }
    if (!std::exchange(first, false)) out += ',';
    out += '"';
    out += field.name;
    out += "\":";
    if constexpr (is_optional<Part>::value) append(*(owner.*field.part), out);
    else append(owner.*field.part, out);
}
}  // namespace detail

/// Appends the JSON text of a described value.
template <class T>
void append(const T& value, std::string& out) {
    if constexpr (std::is_same_v<T, Value>) write(value, out);
    else if constexpr (std::is_same_v<T, bool>) out += value ? "true" : "false";
    else if constexpr (Named<T>) write_string(name_of(value), out);
    else if constexpr (std::is_integral_v<T>) detail::write_integer(static_cast<std::int64_t>(value), out);
    else if constexpr (std::is_same_v<T, double>) detail::write_decimal(value, out);
    else if constexpr (std::is_convertible_v<const T&, std::string_view>) write_string(value, out);
    else if constexpr (std::is_same_v<T, Uuid> || is_id<T>::value || std::is_same_v<T, Date> || std::is_same_v<T, Instant>)
        write_string(to_string(value), out);
    else if constexpr (is_list<T>::value) {
        out += '[';
        for (bool first = true; const auto& element : value) {
            if (!std::exchange(first, false)) out += ',';
            append<typename T::value_type>(element, out);
        }
        out += ']';
    } else if constexpr (is_map<T>::value) {
        out += '{';
        for (bool first = true; const auto& [name, element] : value) {
            if (!std::exchange(first, false)) out += ',';
            write_string(name, out);
            out += ':';
            append(element, out);
        }
        out += '}';
    } else if constexpr (Described<T>) {
        out += '{';
        bool first = true;
        constexpr auto description = describe(Type<T>{});
        std::apply([&](const auto&... fields) { (detail::append_member(value, fields, first, out), ...); }, description.fields);
        out += '}';
    } else static_assert(never<T>, "describe the type");
}

template <class T>
std::string to_json(const T& value) {
    std::string out;
    append(value, out);
    return out;
}

}  // namespace ryadom::json
