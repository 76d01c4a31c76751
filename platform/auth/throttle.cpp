#include "platform/auth/throttle.hpp"

#include <algorithm>

namespace ryadom::auth {
namespace {

constexpr int free_tries = 4;            // a typing error costs nothing
constexpr int free_tries_network = 40;   // many people of a centre share one address
constexpr std::int64_t longest = 900'000;
constexpr std::int64_t memory = 3'600'000;
constexpr std::size_t most_entries = 100'000;

std::int64_t delay(int failures, int free) {
    if (failures < free) return 0;
    return std::min<std::int64_t>(longest, 2000LL << std::min(failures - free, 12));
}

}  // namespace

/// An IPv4 /24 or IPv6 /64: what one attacker holds as a rule.
std::string Throttle::network(const std::string& peer) {
    const bool six = peer.find(':') != std::string::npos;
    std::size_t at = 0;
    for (int parts = 0; at < peer.size(); ++at)
        if (peer[at] == (six ? ':' : '.') && ++parts == (six ? 4 : 3)) break;
    return peer.substr(0, at);
}

std::optional<int> Throttle::wait(const std::string& login, const std::string& peer, Instant now) {
    const std::lock_guard lock(mutex_);
    Instant allowed;
    const auto from = network(peer);
    if (const auto found = by_login_.find(login + '\n' + from); found != by_login_.end()) allowed = std::max(allowed, found->second.allowed);
    if (const auto found = by_network_.find(from); found != by_network_.end()) allowed = std::max(allowed, found->second.allowed);
    if (allowed <= now) return std::nullopt;
    return static_cast<int>((allowed.milliseconds - now.milliseconds + 999) / 1000);
}

void Throttle::count(const std::string& login, const std::string& peer, Instant now) {
    const std::lock_guard lock(mutex_);
    forget_old(now);
    const auto from = network(peer);
    const auto add = [now](Tries& tries, int free) {
        ++tries.failures;
        tries.last = now;
        tries.allowed = now + delay(tries.failures, free);
    };
    add(by_login_[login + '\n' + from], free_tries);
    add(by_network_[from], free_tries_network);
}

void Throttle::forgive(const std::string& login, const std::string& peer) {
    const std::lock_guard lock(mutex_);
    const auto from = network(peer);
    by_login_.erase(login + '\n' + from);
    if (const auto found = by_network_.find(from); found != by_network_.end()) {
        found->second.failures = std::max(0, found->second.failures - 1);
    }
}

void Throttle::forget_old(Instant now) {
    if (by_login_.size() < most_entries && by_network_.size() < most_entries) return;
    const auto old = [now](const auto& entry) { return entry.second.last.milliseconds + memory < now.milliseconds; };
    std::erase_if(by_login_, old);
    std::erase_if(by_network_, old);
}

}  // namespace ryadom::auth
