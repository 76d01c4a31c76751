#pragma once

#include "modules/network/network.hpp"
#include "platform/http/module.hpp"

#include <functional>

namespace ryadom::network {

/// Told in the same transaction that the register of an organisation changed on a day.
using RegisterChanged = std::function<void(db::Tx&, Number<Organisation>, Date today)>;

Module module(RegisterChanged changed);

}  // namespace ryadom::network
