// A value of a column in the forms in which it is compared.
#pragma once

#include "modules/matching/writing.hpp"

namespace ryadom::matching {

struct Value {
    std::string text;                         ///< what is equal here is the same value; empty: missing
    std::u16string letters;                   ///< what slips are counted in
    std::u16string stem;                      ///< what other ways of writing have in common
    std::vector<std::uint16_t> full_names{};  ///< that a given name may stand for
    std::uint32_t number = 0;                 ///< within its column; 0: the register does not have it
    std::uint32_t bearers = 0;                ///< who has it: records, once they are linked people
    bool missing() const { return text.empty(); }
};

Value read_value(std::string_view written, const Writing& writing);

/// How alike two values of the kind are. Symmetric.
Level compare_values(Kind kind, const Value& one, const Value& other);

}  // namespace ryadom::matching
