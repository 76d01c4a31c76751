// What a full chunk knows of its rows as a whole.
#include <algorithm>
#include <unordered_map>

#include "modules/ledger/image_state.hpp"

namespace ryadom::ledger::image {
namespace {

/// More of them would take long to walk over and much memory for what they spare.
constexpr std::size_t most_sums = chunk_rows / 16;

void span_days(Chunk& chunk) {
    const auto [first, last] = std::ranges::minmax(chunk.day);
    chunk.first_day = first;
    chunk.last_day = last;
}

/// Days mostly come many in a row.
class MonthOf {
  public:
    std::uint16_t operator()(std::uint16_t day) {
        if (day == day_) return month_;
        const auto [year, month, ignored] = parts(Date{day});
        day_ = day;
        return month_ = static_cast<std::uint16_t>((year - 1970) * 12 + month - 1);
    }

  private:
    std::uint16_t day_ = 0;
    std::uint16_t month_ = 0;
};

void sum_months(const Partition& partition, Chunk& chunk) {
    std::vector<MonthSum> sums;
    std::unordered_map<std::uint64_t, std::uint32_t> places;
    MonthOf month_of;
    for (std::uint32_t row = 0; row < chunk_rows; ++row) {
        const MonthSum like{chunk.kind[row], partition.hands[chunk.hand[row]].performer_index, month_of(chunk.day[row])};
        const auto key = std::uint64_t{like.kind} << 32 | std::uint64_t{like.performer_index} << 16 | like.month;
        const auto [place, fresh] = places.try_emplace(key, static_cast<std::uint32_t>(sums.size()));
        if (fresh && sums.size() == most_sums) return;
        if (fresh) sums.push_back(like);
        auto& sum = sums[place->second];
        ++sum.facts;
        sum.minutes += chunk.minutes[row];
        if (chunk.person[row] & unnamed_bit) sum.unnamed += chunk.person[row] & ~unnamed_bit;
    }
    sums.shrink_to_fit();
    chunk.sums = std::move(sums);
}

}  // namespace

void close_chunk(const Partition& partition, Chunk& chunk) {
    span_days(chunk);
    sum_months(partition, chunk);
}

}  // namespace ryadom::ledger::image
