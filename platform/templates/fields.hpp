// What a template may say: fields of a kind of paper, each with its type.
#pragma once

#include "platform/json/describe.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ryadom::templates {

/// How the values stand in the data:
/// text "…", number 3 or 3.5, money 123450 (in hundredths: kopecks, tiyn), date "2026-11-30", flag true,
/// name {"family": "…", "given": "…", "patronymic": "…", "sex": "male" | "female"} (the last two may be absent),
/// list [{…}, …] with the members that its own fields describe. What is absent or null is empty.
enum class Type { text, number, money, date, name, flag, list };

constexpr auto names(json::Type<Type>) {
    using namespace std::string_view_literals;
    using enum Type;
    return std::array{std::pair{text, "text"sv}, std::pair{number, "number"sv}, std::pair{money, "money"sv}, std::pair{date, "date"sv},
                      std::pair{name, "name"sv}, std::pair{flag, "flag"sv}, std::pair{list, "list"sv}};
}

struct Field {
    std::string code;   ///< as templates name it: small Latin letters, digits and _
    Type type = Type::text;
    std::string title;  ///< the key of its title in the catalogues
    std::vector<Field> fields = {};  ///< of each element of a list
};
using Fields = std::vector<Field>;

/// What of the data does not fit the fields, as "services/0/price: money"; nothing when all of it does. Data come from the
/// program, so that a fault here is one of the program.
std::string misfit(const Fields& fields, const json::Value& data);

/// Whether the data have every field, and every list at least one element: good to show a template by.
std::string missing(const Fields& fields, const json::Value& data);

}  // namespace ryadom::templates
