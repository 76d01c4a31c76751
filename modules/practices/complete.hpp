// What a package must have to be offered to a network, beyond being readable (docs/package.md, section 9).
#pragma once

#include <vector>

#include "modules/practices/package.hpp"

namespace ryadom::practices {

/// What is missing, as errors "practices.complete.…" at pointers; empty when the package is complete. Lines
/// are 0: the demand is about what is not there.
std::vector<Problem> complete(const ReadPackage& read, const PackageFiles& files);

}  // namespace ryadom::practices
