#include "modules/practices/signature.hpp"

#include <sodium.h>

#include <algorithm>
#include <span>

#include "modules/practices/package_text.hpp"
#include "platform/core/bytes.hpp"

namespace ryadom::practices {
namespace {

constexpr std::size_t id_digits = 16;
using RawSignature = std::array<std::uint8_t, crypto_sign_BYTES>;

struct Pair {
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    ~Pair() { sodium_memzero(secret.data(), secret.size()); }
};

Pair pair_of(const SigningKey& key) {
    Pair pair;
    crypto_sign_seed_keypair(pair.open.data(), pair.secret.data(), key.seed.data());
    return pair;
}

template <std::size_t N>
std::string base64(const std::array<std::uint8_t, N>& bytes) {
    std::array<char, sodium_base64_ENCODED_LEN(N, sodium_base64_VARIANT_ORIGINAL)> text{};
    sodium_bin2base64(text.data(), text.size(), bytes.data(), N, sodium_base64_VARIANT_ORIGINAL);
    return text.data();
}

template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> from_base64(std::string_view text) {
    std::array<std::uint8_t, N> bytes{};
    std::size_t size = 0;
    if (sodium_base642bin(bytes.data(), N, text.data(), text.size(), nullptr, &size, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        size != N)
        return std::nullopt;
    return bytes;
}

std::string_view without_line_feed(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

struct Written {
    std::string key_id;
    RawSignature signature{};
};

std::optional<Written> parse_line(std::string_view line) {
    if (!line.ends_with('\n')) return std::nullopt;
    line.remove_suffix(1);
    const auto parts = split(line, ' ');
    if (parts.size() != 3 || parts[0] != "ed25519" || parts[1].size() != id_digits) return std::nullopt;
    if (parts[1].find_first_not_of("0123456789abcdef") != std::string_view::npos) return std::nullopt;
    const auto signature = from_base64<crypto_sign_BYTES>(parts[2]);
    if (!signature) return std::nullopt;
    return Written{std::string(parts[1]), *signature};
}

const unsigned char* data_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

SigningKey make_signing_key(const Random& random) {
    SigningKey key;
    random(std::as_writable_bytes(std::span(key.seed)));
    return key;
}

PublicKey public_key(const SigningKey& key) {
    PublicKey out;
    out.bytes = pair_of(key).open;
    return out;
}

std::string key_id(const PublicKey& key) {
    return hex(sha256({reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()}))
        .substr(0, id_digits);
}

std::string to_text(const SigningKey& key) { return base64(key.seed); }
std::string to_text(const PublicKey& key) { return base64(key.bytes); }

std::optional<SigningKey> parse_signing_key(std::string_view text) {
    const auto bytes = from_base64<32>(without_line_feed(text));
    return bytes ? std::optional(SigningKey{*bytes}) : std::nullopt;
}

std::optional<PublicKey> parse_public_key(std::string_view text) {
    const auto bytes = from_base64<32>(without_line_feed(text));
    return bytes ? std::optional(PublicKey{*bytes}) : std::nullopt;
}

std::string sign_manifest(std::string_view manifest, const SigningKey& key) {
    const auto pair = pair_of(key);
    RawSignature signature{};
    crypto_sign_detached(signature.data(), nullptr, data_of(manifest), manifest.size(), pair.secret.data());
    return "ed25519 " + key_id(public_key(key)) + " " + base64(signature) + "\n";
}

SignatureState verify_signature(std::string_view manifest, const std::optional<std::string>& signature,
                                const std::vector<PublicKey>& trusted) {
    using enum SignatureState::Kind;
    if (!signature) return {unsigned_, {}};
    const auto written = parse_line(*signature);
    if (!written) return {wrong, {}};
    const auto key =
        std::ranges::find(trusted, written->key_id, [](const PublicKey& each) { return key_id(each); });
    if (key == trusted.end()) return {unknown_key, written->key_id};
    const bool right = crypto_sign_verify_detached(written->signature.data(), data_of(manifest),
                                                   manifest.size(), key->bytes.data()) == 0;
    return {right ? valid : wrong, written->key_id};
}

}  // namespace ryadom::practices
