// A small register for tests: columns by kind, records as lists of cells.
#pragma once

#include "modules/matching/linkage.hpp"

#include <initializer_list>
#include <memory>
#include <random>

namespace ryadom::matching {

inline Columns usual_columns() {
    return {{"family_name", Kind::family_name}, {"given_name", Kind::given_name}, {"patronymic", Kind::patronymic}, {"birth_date", Kind::birth_date}, {"snils", Kind::identifier}};
}

inline RecordNumber add(Register& records, std::initializer_list<std::string_view> cells) { return records.add(std::vector<std::string_view>(cells)); }

/// The same bytes for the same seed.
inline Random seeded(unsigned seed) {
    return [state = std::make_shared<std::mt19937>(seed)](std::span<std::byte> bytes) {
        for (auto& byte : bytes) byte = static_cast<std::byte>((*state)() & 0xffU);
    };
}

}  // namespace ryadom::matching
