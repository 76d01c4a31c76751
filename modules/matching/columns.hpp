// What is compared: the columns of a register, each of a kind that says how its values are read and likened.
#pragma once

#include "platform/json/describe.hpp"

#include <array>
#include <string>
#include <vector>

namespace ryadom::matching {

enum class Kind {
    family_name,
    given_name,
    patronymic,
    birth_date,
    sex,
    identifier,  ///< СНИЛС, ИИН, a number of insurance: one person, one number
    phone,
    locality,
    street,
    house,
    postcode,
    text,     ///< any other words
    category  ///< one of few words
};

constexpr auto names(json::Type<Kind>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Kind::family_name, "family_name"sv}, std::pair{Kind::given_name, "given_name"sv},
                      std::pair{Kind::patronymic, "patronymic"sv},   std::pair{Kind::birth_date, "birth_date"sv},
                      std::pair{Kind::sex, "sex"sv},                 std::pair{Kind::identifier, "identifier"sv},
                      std::pair{Kind::phone, "phone"sv},             std::pair{Kind::locality, "locality"sv},
                      std::pair{Kind::street, "street"sv},           std::pair{Kind::house, "house"sv},
                      std::pair{Kind::postcode, "postcode"sv},       std::pair{Kind::text, "text"sv},
                      std::pair{Kind::category, "category"sv}};
}

struct Column {
    std::string name;
    Kind kind = Kind::text;
    bool operator==(const Column&) const = default;
};
using Columns = std::vector<Column>;

/// A pair is compared in a fixed space: more columns say nothing new of a person.
constexpr std::size_t most_columns = 16;

constexpr bool is_name(Kind kind) { return kind == Kind::family_name || kind == Kind::given_name || kind == Kind::patronymic; }
constexpr bool is_words(Kind kind) { return kind == Kind::locality || kind == Kind::street || kind == Kind::text; }
constexpr bool is_digits(Kind kind) { return kind == Kind::identifier || kind == Kind::phone; }

/// How alike two values are. Every kind knows some of these.
enum class Level : std::uint8_t {
    different,
    loose,    ///< a name: the beginning; a date: the year
    partial,  ///< a name: two slips; a date: two of its three parts
    slip,     ///< one letter or digit more, less, other, or exchanged with its neighbour
    form,     ///< written in another way: transliteration, diminutive, ending; day and month exchanged
    exact,
    missing  ///< at least one of the two is not there, which says nothing
};
constexpr std::size_t levels = 6;  ///< without the missing

constexpr auto names(json::Type<Level>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Level::different, "different"sv}, std::pair{Level::loose, "loose"sv}, std::pair{Level::partial, "partial"sv},
                      std::pair{Level::slip, "slip"sv},           std::pair{Level::form, "form"sv},   std::pair{Level::exact, "exact"sv},
                      std::pair{Level::missing, "missing"sv}};
}

}  // namespace ryadom::matching
