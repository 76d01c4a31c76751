// Whom a centre could visit for a practice, and why.
#include "modules/exchange/rules.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>

namespace ryadom::exchange {
namespace {

// Weights: how well the practice is delivered counts most, then likeness, then the way.
constexpr int for_sustained = 40;
constexpr int for_delivering = 25;
constexpr int for_alike = 12;
constexpr int for_same_district = 20;
constexpr int for_neighbours = 15;
constexpr int for_near = 8;
constexpr int for_each_follower = 3;
constexpr int followers_counted = 3;
constexpr int near_districts = 3;
constexpr int day_trip_km = 100;  ///< there and back in a day, with time to see something
constexpr int near_km = 250;

/// Alike: the smaller is at least two thirds of the larger.
bool alike(std::int64_t one, std::int64_t other) {
    return one > 0 && other > 0 && 3 * std::min(one, other) >= 2 * std::max(one, other);
}

class Weighing {
  public:
    explicit Weighing(const Host& host) { out_.host = host; }

    void add(int points, std::string code, Arguments arguments = {}) {
        out_.score += points;
        out_.reasons.push_back({"exchange.reason." + std::move(code), std::move(arguments)});
    }
    void compare(std::string code, std::int64_t guest, std::int64_t host) {
        if (alike(guest, host)) add(for_alike, std::move(code), {{"host", std::to_string(host)}, {"guest", std::to_string(guest)}});
    }
    Proposal take() { return std::move(out_); }

  private:
    Proposal out_;
};

/// What is left where an outline is missing. Districts that nobody has placed on the grid lie on one tile.
void weigh_steps(Weighing& weighing, const Profile& guest, const Profile& host) {
    if (!guest.tile || !host.tile) return;
    const int steps = steps_between(*guest.tile, *host.tile);
    if (steps == 1) weighing.add(for_neighbours, "neighbours");
    else if (steps > 1) weighing.add(steps <= near_districts ? for_near : 0, "districts_away", {{"count", std::to_string(steps)}});
}

void weigh_distance(Weighing& weighing, const Profile& guest, const Profile& host) {
    if (!guest.district || !host.district) return;
    if (*guest.district == *host.district) return weighing.add(for_same_district, "same_district");
    if (!guest.spot || !host.spot) return weigh_steps(weighing, guest, host);
    const int km = in_tens(km_between(*guest.spot, *host.spot));
    weighing.add(km <= day_trip_km ? for_neighbours : km <= near_km ? for_near : 0, "km_away", {{"km", std::to_string(km)}});
}

Proposal weigh(const Profile& guest, const Host& host) {
    Weighing weighing(host);
    const auto since = to_string(host.since);
    if (host.stage == rollout::Stage::sustained) weighing.add(for_sustained, "sustained", {{"since", since}});
    else weighing.add(for_delivering, "delivering", {{"since", since}});
    weighing.compare("population", guest.population, host.profile.population);
    weighing.compare("staff", guest.staff, host.profile.staff);
    weighing.compare("rooms", guest.rooms, host.profile.rooms);
    weigh_distance(weighing, guest, host.profile);
    if (host.events > 0)
        weighing.add(for_each_follower * std::min(host.adopted, followers_counted), "hosted",
                     {{"events", std::to_string(host.events)}, {"adopted", std::to_string(host.adopted)}});
    return weighing.take();
}

}  // namespace

int steps_between(const Tile& one, const Tile& other) { return std::max(std::abs(one.row - other.row), std::abs(one.column - other.column)); }

std::vector<Proposal> propose(const Profile& guest, const std::vector<Host>& hosts) {
    std::vector<Proposal> out;
    for (const auto& host : hosts)
        if (host.stage == rollout::Stage::sustained || host.stage == rollout::Stage::delivering) out.push_back(weigh(guest, host));
    std::ranges::stable_sort(out, std::greater(), &Proposal::score);
    return out;
}

}  // namespace ryadom::exchange
