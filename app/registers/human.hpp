// One invented person of the Russian register, who is like him or her, and what a desk makes of both.
#pragma once

#include "app/generate/dice.hpp"

#include <string>

namespace ryadom::registers {

/// As entered: a field that is empty was left out.
struct Human {
    std::string family, given, patronymic, birth, sex, snils, phone, locality, street, house;
};

Human somebody(generate::Dice& dice, int serial);
/// A twin, a namesake, a child or a sibling.
Human somebody_like(generate::Dice& dice, const Human& other, int serial);

/// Does to the record what some desk might have done; gives the word for it.
const char* make_fault(generate::Dice& dice, Human& human);
/// Fields that were not asked for.
void leave_out(generate::Dice& dice, Human& human);

}  // namespace ryadom::registers
