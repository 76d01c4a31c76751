#include "modules/ledger/image_cut_sieve.hpp"

#include <algorithm>
#include <stdexcept>

namespace ryadom::ledger::image {
namespace {

constexpr std::size_t largest_table = 16'000'000;

std::uint32_t share(const Shares& shares, std::size_t number) {
    if (shares.empty()) return 0;
    return number < shares.size() && shares[number] != left_out ? shares[number] : outside;
}

/// Shares that are looked up by rows: dense, with `outside` for what is left out.
std::vector<std::uint32_t> dense(const Shares& shares, std::size_t size) {
    std::vector<std::uint32_t> out(size);
    for (std::size_t i = 0; i < size; ++i) out[i] = share(shares, i);
    return out;
}

std::uint32_t cells_of(const CutRequest& request) {
    if (request.rows && request.columns > largest_table / request.rows) throw std::length_error("a cut has too many cells");
    return static_cast<std::uint32_t>(request.rows * request.columns);
}

void take_days(Sieve& sieve, const CutRequest& request) {
    if (request.first > request.last || request.last.days < 0 || request.first > last_day) return;
    sieve.first_day = static_cast<std::uint32_t>(std::max(request.first, Date{0}).days);
    sieve.last_day = static_cast<std::uint32_t>(std::min(request.last, last_day).days);
    const auto skipped = sieve.first_day - static_cast<std::uint32_t>(request.first.days);
    for (std::uint32_t day = 0; day <= sieve.last_day - sieve.first_day; ++day) sieve.days.push_back(share(request.days, day + skipped));
}

void take_months(Sieve& sieve, const State& state) {
    if (sieve.days.empty()) return;
    const auto share_of = [&](std::uint32_t day) { return day < sieve.first_day || day > sieve.last_day ? outside : sieve.days[day - sieve.first_day]; };
    sieve.months.assign(state.month_of[sieve.last_day] + 1U, outside);
    for (std::uint32_t month = state.month_of[sieve.first_day]; month < sieve.months.size(); ++month) {
        const std::uint32_t begin = state.month_start[month];
        const std::uint32_t end = month + 1U < state.month_start.size() ? state.month_start[month + 1U] : static_cast<std::uint32_t>(last_day.days) + 1;
        sieve.months[month] = share_of(begin);
        for (auto day = begin + 1; day < end; ++day)
            if (share_of(day) != sieve.months[month]) sieve.months[month] = divided;
    }
}

void take_people(Sieve& sieve, const CutRequest& request, const Moment& now) {
    sieve.by_person = !request.kinds.empty();
    if (!sieve.by_person) return;
    std::size_t kinds = 0;
    for (const auto& trait : request.people) kinds = std::max(kinds, std::size_t{trait.kind});
    sieve.kinds = dense(request.kinds, std::max(kinds + 2, request.kinds.size()));
    sieve.people.assign(request.people.begin(), request.people.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(now.people, request.people.size())));
    const auto survivors = survivors_at(now);
    if (survivors.empty()) return;
    sieve.people.resize(now.people);
    for (const auto& [person, survivor] : survivors) sieve.people[person] = survivor < request.people.size() ? request.people[survivor] : Trait{};
}

void drop_other_days(std::vector<RowRange>& ranges, const Partition& partition, std::uint32_t rows, const Sieve& sieve) {
    std::erase_if(ranges, [&](const RowRange& range) {
        const auto index = range.begin / chunk_rows;
        const auto& chunk = *partition.chunks[index];
        return (index + 1) * chunk_rows <= rows && (chunk.first_day > sieve.last_day || chunk.last_day < sieve.first_day);
    });
}

bool all_outside(const std::vector<std::uint32_t>& shares) {
    return std::ranges::all_of(shares, [](std::uint32_t each) { return each >= outside; });
}

std::optional<Source> source_of(const Partition& partition, const CutRequest& request, const Sieve& sieve, const Moment& now, const Scope& scope) {
    const auto rows = known(partition, now);
    if (rows.rows == 0 || sieve.days.empty()) return std::nullopt;
    Source out{&partition, rows.rows, {}, share(request.homes, partition.home), {}, {}, {}};
    const bool home = scope.holds(partition.home);
    // What hands refer to is there before them.
    const auto hands = partition.hands.size();
    for (std::size_t i = 0, size = partition.performers.size(); i < size; ++i) {
        const auto performer = partition.performers[i];
        out.performers.push_back(home || scope.holds(performer) ? std::min(out.home + share(request.performers, performer), outside) : outside);
    }
    for (std::size_t i = 0; i < hands; ++i) out.hands.push_back(out.performers[partition.hands[i].performer_index]);
    for (std::size_t i = 0, size = partition.kinds.size(); i < size; ++i)
        out.kinds.push_back(std::min(share(request.practices, partition.kinds[i].practice) + share(request.services, partition.kinds[i].service), outside));
    out.by_hand = std::ranges::any_of(out.hands, [&](std::uint32_t each) { return each != out.hands.front(); });
    out.by_day = !request.days.empty() || partition.first_day.load(std::memory_order_relaxed) < sieve.first_day ||
                 partition.last_day.load(std::memory_order_relaxed) > sieve.last_day;
    if (all_outside(out.performers) || all_outside(out.kinds)) return std::nullopt;
    out.ranges = counted_rows(partition, rows);
    drop_other_days(out.ranges, partition, rows.rows, sieve);
    return out.ranges.empty() ? std::nullopt : std::optional(std::move(out));
}

}  // namespace

Sieve sieve_of(const CutRequest& request, const Moment& now) {
    Sieve out;
    out.cells = cells_of(request);
    take_days(out, request);
    take_months(out, *now.state);
    out.by_channel = !request.channels.empty();
    if (out.by_channel) out.channels = dense(request.channels, 256);
    take_people(out, request, now);
    return out;
}

std::vector<Source> sources_of(const CutRequest& request, const Sieve& sieve, const Moment& now, const Scope& scope) {
    std::vector<Source> out;
    for (std::size_t i = 0, size = now.state->partitions.size(); i < size; ++i)
        if (auto source = source_of(*now.state->partitions[i], request, sieve, now, scope)) out.push_back(std::move(*source));
    return out;
}

}  // namespace ryadom::ledger::image
