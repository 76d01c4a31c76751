#pragma once

#include "platform/http/module.hpp"

namespace ryadom::accounts {

/// `secure`: the server is reached by HTTPS, so the cookie is sent over nothing else.
Module module(bool secure);

}  // namespace ryadom::accounts
