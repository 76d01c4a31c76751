#include "modules/verdicts/region.hpp"

#include <algorithm>

namespace ryadom::verdicts {
namespace {

/// Enough for whoever asks for the same day beside another in a region of any usual size.
constexpr auto patience = std::chrono::seconds(1);

}  // namespace

SharedRegion Regions::at(db::Database& database, std::optional<Date> day) { return day ? past(database, *day) : live(database); }

SharedRegion Regions::compute(db::Database& database, std::optional<Date> day, Instant now) const {
    auto ways = rollout::ways(*boards_, database, day, now);
    std::erase_if(ways, [](const rollout::Way& way) { return !under_way(way); });
    auto region = std::make_shared<Region>();
    region->asked = day;
    region->computed_at = now;
    region->cells = database.read_as(db::Caller::system(), [&](db::Tx& tx) {
        region->day = day.value_or(local_date(now, network::zone(tx, 0)));
        return judge_region(tx, image_(), subjects_of(tx, ways, region->day), region->day);
    });
    return region;
}

SharedRegion Regions::past(db::Database& database, Date day) {
    constexpr std::size_t most_kept = 16;  // a year by months, and some
    constexpr std::int64_t stands = 600'000;
    // One after another: two days at once would take twice the memory, and every thread for long requests.
    const std::unique_lock lock(past_mutex_, patience);
    if (!lock) throw Refused({Refusal::Kind::too_many, "verdicts.busy", {}, {}});
    const auto now = database.now();
    const auto known = std::ranges::find(past_, day, [](const SharedRegion& each) { return *each->asked; });
    if (known != past_.end()) {
        // Deaths and qualifications have no day of recording, and the day that runs goes on.
        if (now < (*known)->computed_at + (day < local_date(now, "UTC") - 1 ? stands : fresh_)) return *known;
        past_.erase(known);
    }
    auto region = compute(database, day, now);
    if (past_.size() >= most_kept) past_.erase(past_.begin());
    past_.push_back(region);
    return region;
}

bool Regions::bearable(Instant now) const {
    return live_ && live_->computed_at <= now && now < live_->computed_at + std::max(fresh_, 4 * took_);
}

SharedRegion Regions::live(db::Database& database) {
    std::unique_lock lock(mutex_);
    const auto follower = follower_;
    // Not the moment at which the request arrived: while it waited for a thread a newer region may have been made.
    if (const auto now = database.now(); bearable(now)) {
        if (follower && live_->computed_at + fresh_ <= now) follower->ask();
        return live_;
    }
    lock.unlock();
    if (!follower) return renew(database);
    follower->await();
    lock.lock();
    if (bearable(database.now())) return live_;
    lock.unlock();
    return renew(database);
}

SharedRegion Regions::renew(db::Database& database) {
    const auto begun = database.now();
    auto region = compute(database, std::nullopt, begun);
    const std::lock_guard lock(mutex_);
    live_ = region;
    took_ = std::max<std::int64_t>(0, database.now().milliseconds - begun.milliseconds);
    return region;
}

void Regions::follow(std::shared_ptr<Follower> follower) {
    const std::lock_guard lock(mutex_);
    follower_ = std::move(follower);
}

}  // namespace ryadom::verdicts
