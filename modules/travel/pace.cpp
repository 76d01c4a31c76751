#include "modules/travel/pace.hpp"

namespace ryadom::travel {
namespace {

constexpr std::size_t most_addresses = 10'000;

}  // namespace

std::optional<int> Pace::wait(const std::string& peer, Instant now) {
    const std::lock_guard lock(mutex_);
    if (windows_.size() >= most_addresses) std::erase_if(windows_, [&](const auto& each) { return over(each.second, now); });
    auto& window = windows_[peer];
    if (window.times == 0 || over(window, now)) window = {now, 0};
    if (window.times < most_) {
        ++window.times;
        return std::nullopt;
    }
    return static_cast<int>((window.since.milliseconds + window_ms_ - now.milliseconds + 999) / 1000);
}

}  // namespace ryadom::travel
