#include "modules/programmes/rules_words.hpp"

#include <fmt/format.h>

namespace ryadom::programmes {

std::string number_of(std::int64_t ordinal, std::int64_t year) { return fmt::format("{}/{}", ordinal, year); }

std::string written(Date day) {
    const auto [year, month, date] = parts(day);
    return fmt::format("{:02}.{:02}.{}", date, month, year);
}

}  // namespace ryadom::programmes
