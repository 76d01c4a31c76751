// How the image lies in memory; seen only by the image's own files.
#pragma once

#include <atomic>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "modules/ledger/image.hpp"
#include "modules/ledger/image_append_list.hpp"

namespace ryadom::ledger::image {

inline constexpr std::uint32_t chunk_rows = 16'384;
inline constexpr std::uint32_t unnamed_bit = 0x8000'0000;
inline constexpr std::uint32_t largest_person = (1U << 30) - 1;

/// What the facts of a full chunk come to, of one kind, performer and month of service, whatever became of them since.
struct MonthSum {
    std::uint16_t kind = 0;             ///< index into `Partition::kinds`
    std::uint16_t performer_index = 0;  ///< into `Partition::performers`
    std::uint16_t month = 0;            ///< since January 1970
    std::uint16_t facts = 0;
    std::uint32_t minutes = 0;
    std::uint64_t unnamed = 0;
};

/// Columns of facts, 18 bytes a row. Pages that were not written yet take no memory.
struct Chunk {
    Position base = 0;            ///< the position of row 0
    std::uint16_t first_day = 0;  ///< of all rows, written when the chunk is full
    std::uint16_t last_day = 0;
    std::vector<MonthSum> sums;   ///< of all rows, written when the chunk is full; empty where they would be too many
    std::uint32_t offset[chunk_rows];  ///< position - base
    std::uint32_t person[chunk_rows];  ///< or `unnamed_bit` and how many
    std::uint16_t day[chunk_rows];
    std::uint16_t minutes[chunk_rows];
    std::uint16_t kind[chunk_rows];  ///< index into `Partition::kinds`
    std::uint16_t hand[chunk_rows];  ///< index into `Partition::hands`
    std::uint8_t channel[chunk_rows];
    std::uint8_t flags[chunk_rows];
};
inline constexpr std::size_t row_bytes = 4 + 4 + 2 + 2 + 2 + 2 + 1 + 1;

/// What was delivered. One code for three columns: a practice decides its services, so combinations are few.
struct ServiceKind {
    std::uint16_t service = 0;
    std::uint16_t practice = 0;
    std::uint16_t practice_version = 0;
    std::uint16_t practice_index = 0;  ///< into `Partition::practices`
};

/// Who delivered it. One code for two columns: a worker works for one organisation, seldom two.
struct Hand {
    std::uint32_t worker = 0;
    std::uint16_t performer_index = 0;  ///< into `Partition::performers`
    std::uint16_t unused = 0;           ///< the snapshot writes no accidental bytes
};

/// Rows from `row` on were recorded on `day`, until the next run. Recorded days hardly ever step back, so a
/// run is about a day and no column is needed.
struct RecordedRun {
    std::uint32_t row = 0;
    std::uint16_t day = 0;
    std::uint16_t latest = 0;  ///< the latest day so far
};

/// Rows from `row` on belong to `group`, until the next run. The people of one lesson are recorded together, so a run is
/// about a lesson, and rows outside of any cost nothing.
struct GroupRun {
    std::uint32_t row = 0;
    std::uint32_t group = 0;
};

struct Reversal {
    Position position = 0;  ///< of the reversing row
    std::uint32_t row = 0;  ///< the reversed row of this partition
    std::uint16_t day = 0;  ///< recorded on
    std::uint16_t latest = 0;
};

/// A performer delivered this practice here; known before the row is visible.
struct Credit {
    std::uint16_t performer_index = 0;
    std::uint16_t practice_index = 0;
};

struct CachedDeliveries;

/// The facts of one home provider.
struct Partition {
    explicit Partition(std::uint16_t organisation);

    std::uint16_t home;
    AppendList<std::unique_ptr<Chunk>> chunks;
    std::atomic<std::uint32_t> rows = 0;  ///< published after everything that the rows refer to
    std::atomic<std::uint16_t> first_day = 0xffff;
    std::atomic<std::uint16_t> last_day = 0;
    AppendList<ServiceKind> kinds;
    AppendList<Hand> hands;
    AppendList<std::uint16_t> practices;   ///< distinct
    AppendList<std::uint16_t> performers;  ///< distinct; 0 is the home provider
    AppendList<Credit> credits;            ///< of performers other than the home provider, distinct
    AppendList<RecordedRun> runs;
    AppendList<GroupRun> groups;
    AppendList<Reversal> reversals;

    // The appending thread's own.
    std::unordered_map<std::uint64_t, std::uint16_t> kind_codes;
    std::unordered_map<std::uint64_t, std::uint16_t> hand_codes;
    std::unordered_map<std::uint16_t, std::uint16_t> practice_codes;
    std::unordered_map<std::uint16_t, std::uint16_t> performer_codes;
    std::unordered_map<std::uint32_t, bool> known_credits;

    std::mutex cache_mutex;  ///< among readers; the appending thread never takes it
    std::vector<std::shared_ptr<const CachedDeliveries>> cache;

    Position position(std::uint32_t row) const {
        const auto& chunk = *chunks[row / chunk_rows];
        return chunk.base + chunk.offset[row % chunk_rows];
    }
};

/// A merge as listed, with the latest recorded day so far.
struct ListedMerge {
    Merge merge;
    Date latest;
};

struct State {
    State();

    AppendList<std::unique_ptr<Partition>> partitions;
    AppendList<ListedMerge> merges;
    std::atomic<Position> position = 0;
    std::atomic<std::uint32_t> largest_person = 0;
    /// Months since 1970-01 of each day.
    std::vector<std::uint16_t> month_of;
    /// The first day of each month.
    std::vector<std::uint16_t> month_start;

    // The appending thread's own.
    std::unordered_map<std::uint16_t, Partition*> by_home;
    std::unordered_map<std::uint32_t, std::uint32_t> survivors;
    Position last_appended = 0;
};

/// What a full chunk of the partition knows of its rows as a whole.
void close_chunk(const Partition& partition, Chunk& chunk);
/// Appends a row that is a delivery. The caller has checked its ranges.
void append_row(Partition& partition, const Fact& fact);
/// Codes of the columns, new ones if need be; std::length_error when there are none left.
std::uint16_t kind_code(Partition& partition, ServiceKind kind);
std::uint16_t hand_code(Partition& partition, std::uint32_t worker, std::uint16_t performer);
void note_credit(Partition& partition, Credit credit);
void note_recorded(Partition& partition, std::uint32_t row, std::uint16_t day);
void note_group(Partition& partition, std::uint32_t row, std::uint32_t group);
void note_reversal(Partition& partition, Reversal reversal);
Partition& partition_of(State& state, std::uint16_t home);
/// The row at the position among the first `rows`, if it is there.
std::optional<std::uint32_t> find_row(const Partition& partition, Position position, std::uint32_t rows);
/// Applies a merge unless it closes a circle. False if it would.
bool apply_merge(std::unordered_map<std::uint32_t, std::uint32_t>& survivors, const Merge& merge);
std::uint32_t survivor_of(const std::unordered_map<std::uint32_t, std::uint32_t>& survivors,
                          std::uint32_t person);

}  // namespace ryadom::ledger::image
