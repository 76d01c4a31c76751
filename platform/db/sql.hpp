// SQL text that is known at compile time, the values bound to it, and the rows it yields.
#pragma once

#include "platform/core/uuid.hpp"
#include "platform/json/describe.hpp"
#include "platform/time/time.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

namespace ryadom::db {

/// A statement written by hand in the source: nothing that came from outside can become SQL.
class Sql {
  public:
    consteval Sql(const char* text) : text_(text) {}
    constexpr std::string_view text() const { return text_; }

  private:
    std::string_view text_;
};

/// A piece of a statement that several statements share: `constexpr db::Text columns("id, title from v_shop_shelf ")`.
template <std::size_t length>
struct Text {
    consteval Text(const char (&text)[length]) { std::copy_n(text, length, characters); }
    char characters[length];
};

template <Text... parts>
struct Joined {
    static constexpr auto characters = [] {
        std::array<char, (sizeof(parts.characters) + ... + 0) - sizeof...(parts) + 1> out{};
        auto* to = out.data();
        ((to = std::copy_n(parts.characters, sizeof(parts.characters) - 1, to)), ...);
        return out;
    }();
};

/// The pieces as one statement: `constexpr db::Sql by_id = db::sql<"select ", columns, "where id = $1">;`
template <Text... parts>
constexpr Sql sql{Joined<parts...>::characters.data()};

struct Bytes {
    std::string_view view;
};

/// One bound value. Both engines get dates, instants and ids in their canonical text.
using Parameter = std::variant<std::nullptr_t, std::int64_t, double, bool, std::string_view, std::string, Bytes>;

template <class T>
Parameter parameter(const T& value) {
    if constexpr (json::is_optional<T>::value) {
        if (value) return parameter(*value);
        return nullptr;
    } else if constexpr (std::is_same_v<T, bool>) return value;
    else if constexpr (std::is_same_v<T, Bytes> || std::is_same_v<T, std::nullptr_t>) return value;
    else if constexpr (json::Named<T>) return json::name_of(value);
    else if constexpr (std::is_integral_v<T>) return static_cast<std::int64_t>(value);
    else if constexpr (std::is_floating_point_v<T>) return static_cast<double>(value);
    else if constexpr (std::is_convertible_v<const T&, std::string_view>) return std::string_view(value);
    else if constexpr (requires { { value.value } -> std::convertible_to<std::int64_t>; }) return std::int64_t{value.value};
    else return to_string(value);
}

/// The rows of a running statement; columns count from 0.
class Cursor {
  public:
    virtual ~Cursor() = default;
    virtual bool next() = 0;
    virtual bool null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double decimal(int column) const = 0;
    virtual bool boolean(int column) const = 0;
    /// Valid until the next row.
    virtual std::string_view text(int column) const = 0;
    virtual std::string bytes(int column) const = 0;
    /// How many rows an INSERT, UPDATE or DELETE changed, once next() has said no.
    virtual std::int64_t changed() const = 0;
};

/// A stored value that its type cannot hold: the database and the program disagree.
struct Misread : std::runtime_error {
    using std::runtime_error::runtime_error;
};

[[noreturn]] void misread(int column, std::string_view wanted);

template <class T>
struct is_number : std::false_type {};
template <class T>
struct is_number<Number<T>> : std::true_type {};

class Row {
  public:
    explicit Row(const Cursor& cursor) : cursor_(cursor) {}

    template <class T>
    T get(int column) const {
        if constexpr (json::is_optional<T>::value) {
            if (cursor_.null(column)) return std::nullopt;
            return get<typename T::value_type>(column);
        } else {
            if (cursor_.null(column)) misread(column, "not null");
            return value<T>(column);
        }
    }
    std::string bytes(int column) const { return cursor_.bytes(column); }

  private:
    template <class T>
    T value(int column) const {
        if constexpr (std::is_same_v<T, bool>) return cursor_.boolean(column);
        else if constexpr (json::Named<T>) return known(json::parse_name<T>(cursor_.text(column)), column, "a known word");
        else if constexpr (std::is_integral_v<T>) return static_cast<T>(cursor_.integer(column));
        else if constexpr (std::is_same_v<T, double>) return cursor_.decimal(column);
        else if constexpr (std::is_same_v<T, std::string>) return std::string(cursor_.text(column));
        else if constexpr (std::is_same_v<T, Uuid>) return known(parse_uuid(cursor_.text(column)), column, "uuid");
        else if constexpr (json::is_id<T>::value) return T{known(parse_uuid(cursor_.text(column)), column, "uuid")};
        else if constexpr (is_number<T>::value) return T{cursor_.integer(column)};
        else if constexpr (std::is_same_v<T, Date>) return known(parse_date(cursor_.text(column)), column, "date");
        else if constexpr (std::is_same_v<T, Instant>) return known(parse_instant(cursor_.text(column)), column, "instant");
        else static_assert(json::never<T>, "no column of this type");
    }
    template <class T>
    static T known(std::optional<T> value, int column, std::string_view wanted) {
        if (!value) misread(column, wanted);
        return std::move(*value);
    }

    const Cursor& cursor_;
};

}  // namespace ryadom::db
