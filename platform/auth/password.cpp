#include "platform/auth/password.hpp"

#include "platform/core/bytes.hpp"
#include "platform/core/text.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <semaphore>
#include <stdexcept>
#include <thread>

namespace ryadom::auth {
namespace {

constexpr std::size_t memory = 46U << 20;
constexpr unsigned passes = 1;

/// Each hash takes 46 MiB: no more at a time than there are cores.
std::counting_semaphore<64>& slots() {
    static std::counting_semaphore<64> semaphore(std::clamp<std::ptrdiff_t>(std::thread::hardware_concurrency(), 1, 64));
    return semaphore;
}

class Slot {
  public:
    Slot() { slots().acquire(); }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    ~Slot() { slots().release(); }
};

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

std::string hash_password(std::string_view password) {
    const Slot slot;
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), passes, memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("not enough memory to hash a password");
    return out.data();
}

bool verify_password(const std::string& hash, std::string_view password) {
    static const std::string dummy = hash_password("an account that is not there");
    const Slot slot;
    const auto& checked = hash.empty() ? dummy : hash;
    const bool same = crypto_pwhash_str_verify(checked.c_str(), password.data(), password.size()) == 0;
    return same && !hash.empty();
}

Checked<void> acceptable_password(std::string_view password, std::string_view login, const std::string& pointer) {
    if (characters(password) < 12) return refuse_field(pointer, "auth.password_too_short", {{"minimum", "12"}});
    if (password.size() > 256) return refuse_field(pointer, "core.too_long", {{"maximum", "256"}});
    if (std::ranges::all_of(password, [&](char c) { return c == password.front(); }))
        return refuse_field(pointer, "auth.password_too_simple");
    if (lower(password).find(lower(login)) != std::string::npos) return refuse_field(pointer, "auth.password_holds_login");
    return {};
}

std::string make_token(const Random& random) {
    std::array<std::byte, 32> bytes{};
    random(bytes);
    return hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::string token_hash(std::string_view token) { return hex(sha256(token)); }

}  // namespace ryadom::auth
