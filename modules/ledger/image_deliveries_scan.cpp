// One pass over the rows of a home provider, and the union of such results.
#include <algorithm>
#include <array>
#include <bit>

#include "modules/ledger/image_deliveries.hpp"

namespace ryadom::ledger::image {
namespace {

/// The cells of a partition: slots × months.
struct Cells {
    std::uint32_t first_month = 0;
    std::uint32_t months = 0;
};

/// Cell of each counted row, in order; rows outside the scope or of no adoption get the slot behind the last.
class CellPass {
  public:
    CellPass(const Partition& partition, const Plan& plan, const State& state, const Cells& cells,
             Workspace& workspace)
        : partition_(partition),
          plan_(plan),
          month_of_(state.month_of),
          first_month_(cells.first_month),
          months_(cells.months),
          workspace_(workspace) {
        for (std::size_t i = 0; i < plan.scope.hands.size(); ++i) {
            const auto performer = partition.hands[i].performer_index;
            performers_.push_back(performer);
            plain_.push_back(plan.scope.home && performer == 0);
        }
        for (std::size_t i = 0, size = partition.kinds.size(); i < size; ++i)
            practices_.push_back(partition.kinds[i].practice_index);
        for (const auto practice : practices_)
            bases_.push_back(plan.slot(0, practice) * months_ - first_month_);
    }

    void run(std::span<const RowRange> ranges) {
        std::size_t rows = 0;
        for (const auto& range : ranges) rows += range.end - range.begin;
        workspace_.cells.resize(rows);
        workspace_.credited.clear();
        // Pointers, because bounds were checked when the codes were given and the check costs a third here.
        const auto* const base = bases_.data();
        const auto* const plain = plain_.data();
        const auto* const month = month_of_.data();
        auto* next = workspace_.cells.data();
        each_range(partition_, ranges, [&](const Chunk& chunk, std::uint32_t begin, std::uint32_t end) {
            for (auto i = begin; i < end; ++i) {
                const auto cell = base[chunk.kind[i]] + month[chunk.day[i]];
                *next++ = plain[chunk.hand[i]] ? cell : by_another(chunk, i, cell);
            }
        });
    }

  private:
    std::uint32_t by_another(const Chunk& chunk, std::uint32_t row, std::uint32_t cell) {
        const auto none = static_cast<std::uint32_t>(plan_.slots.size()) * months_;
        if (!plan_.scope.hands[chunk.hand[row]]) return none;
        const auto performer = performers_[chunk.hand[row]];
        if (performer == 0) return cell;
        const auto practice = practices_[chunk.kind[row]];
        const auto slot = plan_.slot(performer, practice);
        if (slot != plan_.slots.size() && slot != plan_.slot(0, practice)) {
            const std::uint32_t month = month_of_[chunk.day[row]];
            workspace_.credited.push_back(
                {slot * months_ + month - first_month_, {chunk.person[row], chunk.day[row]}});
        }
        return cell;
    }

    const Partition& partition_;
    const Plan& plan_;
    std::span<const std::uint16_t> month_of_;
    std::uint32_t first_month_;
    std::uint32_t months_;
    Workspace& workspace_;
    std::vector<std::uint16_t> performers_;  ///< by hand
    std::vector<std::uint8_t> plain_;  ///< by hand: in scope through the home provider, which also performs
    std::vector<std::uint16_t> practices_;  ///< by kind
    std::vector<std::uint32_t> bases_;      ///< by kind: slot × months - first month
};

/// Fills the workspace's `rows` and `ends`.
Cells sort_by_cell(const Partition& partition, const Known& known, const Plan& plan, const State& state,
                   Workspace& workspace) {
    const auto first_month = state.month_of[partition.first_day.load(std::memory_order_relaxed)];
    const auto last_month = state.month_of[partition.last_day.load(std::memory_order_relaxed)];
    const Cells cells{first_month, last_month - first_month + 1U};
    const auto ranges = counted_rows(partition, known);
    CellPass(partition, plan, state, cells, workspace).run(ranges);

    auto& next = workspace.ends;
    next.assign((plan.slots.size() + 1) * cells.months + 1, 0);
    for (auto* const count = next.data() + 1; const auto cell : workspace.cells) ++count[cell];
    for (const auto& extra : workspace.credited) ++next[extra.cell + 1];
    for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
    workspace.rows.resize(workspace.cells.size() + workspace.credited.size());
    const auto* cell = workspace.cells.data();
    auto* const place = next.data();
    auto* const rows = workspace.rows.data();
    each_range(partition, ranges, [&](const Chunk& chunk, std::uint32_t begin, std::uint32_t end) {
        for (auto i = begin; i < end; ++i) rows[place[*cell++]++] = {chunk.person[i], chunk.day[i]};
    });
    for (const auto& extra : workspace.credited) rows[place[extra.cell]++] = extra.row;
    return cells;
}

/// Buckets of one month while its rows pass by.
struct MonthBuckets {
    std::uint32_t touched = 0;  ///< a bit for each day
    std::array<DayBucket, 31> days{};

    void flush(std::uint32_t month_start, std::vector<DayBucket>& into) {
        const auto before = into.size();
        into.resize(before + static_cast<std::size_t>(std::popcount(touched)));
        for (auto* next = into.data() + before; touched; touched &= touched - 1) {
            auto& bucket = days.data()[std::countr_zero(touched)];
            *next++ = {Date{static_cast<std::int32_t>(month_start) + std::countr_zero(touched)}, bucket.facts,
                       bucket.new_people};
            bucket = {};
        }
    }
};

/// Takes the rows of one cell: counts by day, and appends to `seen` whoever was not yet seen in the period.
void take_cell(std::span<const FirstSeen> rows, std::uint32_t month_start, People& people,
               std::uint32_t period, std::vector<FirstSeen>& seen, MonthBuckets& buckets) {
    const auto before = seen.size();
    auto count = before;
    seen.resize(before + rows.size());
    auto* const first = seen.data();
    auto* const days = buckets.days.data();
    for (const auto& row : rows) {
        const auto day = row.day - month_start;
        buckets.touched |= 1U << day;
        ++days[day].facts;
        if (row.person & unnamed_bit) continue;
        auto& stamp = people.stamp(row.person);
        if (stamp.generation != period) {
            stamp = {period, static_cast<std::uint32_t>(count)};
            first[count++] = row;
        } else if (row.day < first[stamp.value].day) {
            first[stamp.value].day = row.day;
        }
    }
    for (auto i = before; i < count; ++i) ++days[first[i].day - month_start].new_people;
    seen.resize(count);
}

void take_slot(const Cells& cells, std::uint32_t slot, const Plan::Slot& about, const State& state,
               Workspace& workspace, PartitionDeliveries& result) {
    AdoptionPart part{about.adoption, {workspace.buckets.size(), 0}, {result.seen.size(), 0}};
    MonthBuckets buckets;
    std::uint32_t period = 0;
    for (std::uint32_t m = 0; m < cells.months; ++m) {
        const auto cell = slot * cells.months + m;
        const auto begin = cell ? workspace.ends[cell - 1] : 0;
        const auto end = workspace.ends[cell];
        const auto month = cells.first_month + m;
        if (m == 0 || about.length == PeriodLength::month || month % 3 == 0) {
            period = workspace.people.start();
            if (!about.shared) result.seen.resize(part.seen.begin);
        }
        if (begin == end) continue;
        const auto start = state.month_start[month];
        take_cell(std::span(workspace.rows).subspan(begin, end - begin), start, workspace.people, period,
                  result.seen, buckets);
        buckets.flush(start, workspace.buckets);
    }
    if (!about.shared) result.seen.resize(part.seen.begin);
    part.buckets.end = workspace.buckets.size();
    part.seen.end = result.seen.size();
    if (part.buckets.end > part.buckets.begin) result.parts.push_back(part);
}

/// Puts the parts of a shared adoption together, period by period, so that nobody is counted twice.
class PartsMerge {
  public:
    PartsMerge(std::span<const DeliveriesPart> parts, PeriodLength length, const State& state, People& people)
        : parts_(parts),
          months_(length == PeriodLength::month ? 1 : 3),
          month_of_(state.month_of),
          people_(people),
          heads_(parts.size(), 0) {
        auto first = last_day;
        auto last = Date{0};
        for (const auto& part : parts) {
            first = std::min(first, part.buckets().front().day);
            last = std::max(last, part.buckets().back().day);
        }
        first_ = static_cast<std::uint32_t>(first.days);
        for (auto day = first; day <= last; day = day + 1) days_.push_back({day, 0, 0});
    }

    std::vector<DayBucket> run() {
        for (const auto& part : parts_)
            for (const auto& bucket : part.buckets())
                days_[static_cast<std::uint32_t>(bucket.day.days) - first_].facts += bucket.facts;
        for (auto period = next_period(); period; period = next_period()) {
            const auto set = people_.start();
            for (std::size_t i = 0; i < parts_.size(); ++i) take(parts_[i].seen(), heads_[i], *period, set);
        }
        std::erase_if(days_, [](const DayBucket& day) { return day.facts == 0; });
        days_.shrink_to_fit();
        return std::move(days_);
    }

  private:
    std::uint32_t period_of_day(std::uint32_t day) const { return month_of_[day] / months_; }

    std::optional<std::uint32_t> next_period() const {
        std::optional<std::uint32_t> next;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const auto seen = parts_[i].seen();
            if (heads_[i] == seen.size()) continue;
            const auto period = period_of_day(seen[heads_[i]].day);
            next = next ? std::min(*next, period) : period;
        }
        return next;
    }

    void take(std::span<const FirstSeen> seen, std::size_t& head, std::uint32_t period, std::uint32_t set) {
        for (; head < seen.size() && period_of_day(seen[head].day) == period; ++head) {
            const auto day = seen[head].day;
            auto& stamp = people_.stamp(seen[head].person);
            if (stamp.generation == set && stamp.value <= day) continue;
            if (stamp.generation == set) --days_[stamp.value - first_].new_people;
            ++days_[day - first_].new_people;
            stamp = {set, day};
        }
    }

    std::span<const DeliveriesPart> parts_;
    std::uint32_t months_;
    std::span<const std::uint16_t> month_of_;
    People& people_;
    std::vector<std::size_t> heads_;  ///< by part: people taken
    std::uint32_t first_ = 0;
    std::vector<DayBucket> days_;  ///< every day of the span
};

}  // namespace

PartitionDeliveries scan_partition(const Partition& partition, const Known& known, const Plan& plan,
                                   const State& state, Workspace& workspace) {
    PartitionDeliveries result;
    if (known.rows == 0 || plan.slots.empty()) return result;
    const auto cells = sort_by_cell(partition, known, plan, state, workspace);
    workspace.buckets.clear();
    for (std::uint32_t slot = 0; slot < plan.slots.size(); ++slot)
        take_slot(cells, slot, plan.slots[slot], state, workspace, result);
    result.buckets.assign(workspace.buckets.begin(), workspace.buckets.end());
    result.seen.shrink_to_fit();
    return result;
}

std::vector<DayBucket> merge_parts(std::span<const DeliveriesPart> parts, PeriodLength length,
                                   const State& state, People& people) {
    return PartsMerge(parts, length, state, people).run();
}

}  // namespace ryadom::ledger::image
