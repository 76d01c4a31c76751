#include "platform/core/ports.hpp"

#include <sodium.h>

#include <chrono>
#include <stdexcept>

namespace ryadom {

Clock system_clock() {
    return [] {
        using namespace std::chrono;
        return Instant{duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
    };
}

Random system_random() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot find a source of randomness");
    return [](std::span<std::byte> bytes) { randombytes_buf(bytes.data(), bytes.size()); };
}

}  // namespace ryadom
