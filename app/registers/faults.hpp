// What goes wrong when people type.
#pragma once

#include "app/generate/dice.hpp"

#include <string>

namespace ryadom::registers {

/// One letter too many, missing, replaced by its neighbour on the keyboard, or exchanged with the next one.
std::string with_slip(generate::Dice& dice, const std::string& word);
/// One digit wrong, or two exchanged.
std::string with_wrong_digit(generate::Dice& dice, const std::string& number);

enum class Transliteration { passport, gost };
std::string transliterated(const std::string& russian, Transliteration system);
/// The same keys with the Latin layout on.
std::string on_latin_layout(const std::string& russian);

}  // namespace ryadom::registers
