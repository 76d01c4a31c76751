// What the register keeps of a person besides the card: papers, where the person lives, kin, grounds.
#pragma once

#include "app/generate/region.hpp"
#include "modules/people/file.hpp"

namespace ryadom::generate {

/// The same for the same person of the same seed.
people::PersonalFile personal_file(const Region& region, Seed seed, PersonIndex index);

}  // namespace ryadom::generate
