// Names as the people of the region bear them: by people, sex and the fashion of the birth year.
#pragma once

#include "app/generate/dice.hpp"
#include "modules/people/people.hpp"

#include <optional>
#include <string>

namespace ryadom::generate {

struct FullName {
    std::string family;
    std::string given;
    std::optional<std::string> patronymic;
};

FullName make_name(Dice& dice, people::Sex sex, int birth_year);

/// The surname as a woman bears it.
std::string feminine(std::string family);

/// A slip of the pen: two letters swapped, ё for е, a letter lost.
std::string mistyped(Dice& dice, const std::string& name);

/// "990" and six digits with the two check digits; different for each of a million numbers.
std::string snils(int serial);

}  // namespace ryadom::generate
