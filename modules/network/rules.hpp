// What a record of the network must hold beyond the limits of its fields. Pure.
#pragma once

#include "modules/network/model.hpp"

namespace ryadom::network {

Checked<void> acceptable(const District& district);
Checked<void> acceptable(const Organisation& organisation);
Checked<void> acceptable(const StaffMember& member);
inline Checked<void> acceptable(const Department&) { return {}; }
inline Checked<void> acceptable(const Room&) { return {}; }
inline Checked<void> acceptable(const Equipment&) { return {}; }

}  // namespace ryadom::network
