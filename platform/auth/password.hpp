// Passwords: Argon2id by libsodium, at the cost that OWASP ASVS 5.0 (appendix C) asks for.
#pragma once

#include "platform/core/ports.hpp"
#include "platform/core/refusal.hpp"

#include <string>
#include <string_view>

namespace ryadom::auth {

/// The encoded hash with its salt and cost. Takes about 0.1 s and 46 MiB; runs outside of transactions.
std::string hash_password(std::string_view password);
/// Constant work whether the account exists or not: with an empty hash a dummy is checked and the answer is no.
bool verify_password(const std::string& hash, std::string_view password);

/// At least 12 characters, at most 256 bytes, not made of one repeated character, not holding the login.
Checked<void> acceptable_password(std::string_view password, std::string_view login, const std::string& pointer);

/// 256 random bits as text for a link or a cookie.
std::string make_token(const Random& random);
/// What of a token is stored: whoever reads the database cannot use it.
std::string token_hash(std::string_view token);

}  // namespace ryadom::auth
