// What stands in a field, and how it is written where no filter says otherwise.
#pragma once

#include "platform/i18n/numerals.hpp"
#include "platform/names/names.hpp"
#include "platform/templates/fields.hpp"

#include <variant>

namespace ryadom::templates {

struct Money {
    std::int64_t hundredths = 0;
};
struct Count {
    double value = 0;
};

/// Nothing for a field that is absent.
using Held = std::variant<std::monostate, std::string, Count, Money, Date, names::FullName, bool, const json::Array*>;

Held held(Type type, const json::Value* value);
/// What a condition asks: present, and neither empty, zero nor false.
bool holds(const Held& value);
std::string plain(const Held& value, i18n::Language language);

std::optional<names::FullName> read_name(const json::Value& value);

}  // namespace ryadom::templates
