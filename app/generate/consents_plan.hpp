// To what people agreed when they came into the register, and what some of them took back.
#pragma once

#include "app/generate/region.hpp"
#include "modules/people/store_consents.hpp"

namespace ryadom::generate {

std::vector<people::store::ConsentTextRow> consent_texts(db::Tx& tx);

/// The same for the same person of the same seed. Whoever has a representative lets it sign.
void write_consents(db::Tx& tx, const std::vector<people::store::ConsentTextRow>& texts, Number<people::Person> person, const PersonPlan& plan,
                    const people::PersonalFile& file, Dice dice);

/// When the person no longer wanted to be seen on photos; nothing for most.
std::optional<Date> photos_withdrawn_on(const Region& region, const PersonPlan& plan, Dice dice);
void withdraw_photos(db::Tx& tx, Number<people::Person> person, Date day);

}  // namespace ryadom::generate
