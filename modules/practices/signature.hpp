// Who vouches for a package: an Ed25519 signature over the exact bytes of its MANIFEST.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/core/ports.hpp"

namespace ryadom::practices {

struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};
    bool operator==(const PublicKey&) const = default;
};

/// The 32 secret bytes from which libsodium makes both halves of a key.
struct SigningKey {
    std::array<std::uint8_t, 32> seed{};
};

SigningKey make_signing_key(const Random& random);
PublicKey public_key(const SigningKey& key);
/// The first 16 hex digits of the SHA-256 of the public key.
std::string key_id(const PublicKey& key);

/// One line of Base64, as keys stand in files and in settings; a line feed at the end is no harm.
std::string to_text(const SigningKey& key);
std::string to_text(const PublicKey& key);
std::optional<SigningKey> parse_signing_key(std::string_view text);
std::optional<PublicKey> parse_public_key(std::string_view text);

/// The content of SIGNATURE: "ed25519 <key id> <Base64>\n".
std::string sign_manifest(std::string_view manifest, const SigningKey& key);

struct SignatureState {
    enum class Kind {
        unsigned_,
        valid,
        unknown_key,  ///< well formed, but no trusted key has this id; the region may approve it
        wrong         ///< not the form, or not the signature of this manifest
    };
    Kind kind = Kind::unsigned_;
    std::string key_id;  ///< as the signature states it; empty when it states none
    bool operator==(const SignatureState&) const = default;
};

SignatureState verify_signature(std::string_view manifest, const std::optional<std::string>& signature,
                                const std::vector<PublicKey>& trusted);

}  // namespace ryadom::practices
