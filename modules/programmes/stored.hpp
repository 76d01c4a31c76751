// What is kept as JSON in a column, read back.
#pragma once

#include "platform/json/describe.hpp"

#include <stdexcept>

namespace ryadom::programmes {

/// What was written by an earlier version of this program is read by this one, or the row is damaged.
template <class T>
T stored(const std::string& text) {
    const auto value = json::parse(text);
    if (!value) throw std::logic_error("a column that is no JSON");
    auto out = json::read<T>(*value);
    if (!out) throw std::logic_error("a column of another form: " + out.error().fields.front().pointer);
    return std::move(*out);
}

}  // namespace ryadom::programmes
