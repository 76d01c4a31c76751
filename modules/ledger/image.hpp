// The columnar image of the ledger: the copy in memory from which every figure is computed.
//
// One writer appends committed facts in ledger order; any number of readers ask at the same time and neither
// waits for the other. A reader sees the ledger up to one position, never half of an append.
// Figures follow the rules of the rollout: a fact counts unless a reversal of it is known; "as of the end of
// day T" knows only what was recorded, in local days, up to T.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "platform/core/uuid.hpp"
#include "platform/time/time.hpp"

namespace ryadom::ledger::image {

/// The place of a row in the ledger order, from 1, ascending. Rows that concern no fact may leave gaps.
using Position = std::int64_t;

/// Numbers of things are the row numbers of the database; organisations, practices and services must fit 16
/// bits. They are used as array indexes, so they should be dense. 0 means none.
struct Fact {
    Position position = 0;
    std::uint32_t person = 0;         ///< 0 for recipients that are not named; below 2^30
    std::uint32_t unnamed_count = 0;  ///< how many recipients were not named; 0 if `person` is; below 2^31
    Date day;                         ///< local day of the service, 1970-01-01 to 2149-06-05
    Date recorded_on;                 ///< local day on which the row was recorded, the same range
    std::uint32_t worker = 0;
    std::uint16_t minutes = 0;
    std::uint16_t service = 0;
    std::uint16_t practice = 0;
    std::uint16_t practice_version = 0;
    std::uint16_t home_provider = 0;       ///< never 0
    std::uint16_t performer_provider = 0;  ///< 0 means the home provider itself
    std::uint8_t channel = 0;
    std::uint8_t flags = 0;
    /// The position of the row that this row takes back, or 0. A row that takes back another is no delivery
    /// itself.
    Position reverses = 0;
    std::uint32_t group = 0;  ///< the lesson or talk that it was a part of; 0 for a fact of its own
    bool operator==(const Fact&) const = default;
};

/// From here on `person` is the same human as `survivor`; survivor 0 undoes that.
struct Merge {
    Position position = 0;  ///< not below any row or merge appended before
    Date recorded_on;
    std::uint32_t person = 0;
    std::uint32_t survivor = 0;
    bool operator==(const Merge&) const = default;
};

inline constexpr Date last_day{std::numeric_limits<std::uint16_t>::max()};

/// What was known: rows recorded up to the end of the local day `day` and up to `position`, both inclusive.
struct AsOf {
    Date day = last_day;
    Position position = std::numeric_limits<Position>::max();
    bool operator==(const AsOf&) const = default;
};

/// Whose facts the asker may see. A fact is in scope if its home provider or its performer is.
class Scope {
  public:
    static Scope everything();
    static Scope of(std::vector<std::uint16_t> organisations);
    bool holds(std::uint16_t organisation) const;

  private:
    explicit Scope(std::optional<std::vector<std::uint16_t>> organisations);
    std::optional<std::vector<std::uint16_t>> organisations_;  ///< sorted; nothing means everything
};

struct Footprint {
    std::uint64_t facts = 0;         ///< rows held; rows that only take back others are not
    std::uint64_t column_bytes = 0;  ///< of these facts: 18 a fact
    std::uint64_t index_bytes = 0;   ///< dictionaries, recorded days, reversals, merges
    std::uint64_t result_bytes = 0;  ///< cached results, which may be dropped at any time
};

struct State;

class Image {
  public:
    Image();
    ~Image();
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;

    /// Appends rows of the ledger; readers see all of them or none. One thread at a time may append.
    /// Throws std::invalid_argument for a row out of range or order, std::length_error when one home provider
    /// has more than 65,535 kinds of service or pairs of performer and worker. The batch then stays
    /// invisible, and the image must be built anew.
    void append(std::span<const Fact> facts);
    /// Throws std::invalid_argument for a person out of range, an earlier position, or a circle.
    void append(const Merge& merge);

    /// Everything up to here is visible.
    Position position() const;
    /// From any thread, as everything that only looks.
    Footprint footprint() const;

    const State& state() const { return *state_; }
    State& state() { return *state_; }

  private:
    std::unique_ptr<State> state_;
};

// ---- The rollout matrix ----

/// The deliveries of one day: facts, and people whose first fact within the month (quarter) was on that day.
/// The people of a period up to a day are the sum of `new_people` since the period began.
struct DayBucket {
    Date day;
    std::uint32_t facts = 0;
    std::uint32_t new_people = 0;
    bool operator==(const DayBucket&) const = default;
};

/// Which adoption an organisation's deliveries of a practice count for; a subtree shares the adoption of its
/// root.
class AdoptionMap {
  public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    /// Room for organisation numbers below `organisations` and practice numbers below `practices`.
    AdoptionMap(std::size_t organisations, std::size_t practices);

    /// The adoption's index, 0, 1, 2, …; `length` is the period in which its people are distinct.
    std::uint32_t add_adoption(PeriodLength length);
    /// Throws std::out_of_range for numbers that have no room and adoptions that were not added.
    void assign(std::uint16_t organisation, std::uint16_t practice, std::uint32_t adoption);

    std::uint32_t at(std::uint16_t organisation, std::uint16_t practice) const {
        return organisation < organisations_ && practice < practices_
                   ? adoptions_[organisation * practices_ + practice]
                   : none;
    }
    PeriodLength length(std::uint32_t adoption) const { return lengths_[adoption]; }
    std::size_t size() const { return lengths_.size(); }

  private:
    std::size_t organisations_;
    std::size_t practices_;
    std::vector<std::uint32_t> adoptions_;
    std::vector<PeriodLength> lengths_;
};

/// The buckets of every adoption, sorted by day. Holds on to results that later calls may share.
class MatrixDeliveries {
  public:
    std::span<const DayBucket> of(std::uint32_t adoption) const { return buckets_.at(adoption); }
    std::size_t size() const { return buckets_.size(); }
    /// How many partitions were scanned for this answer; the others were known from an earlier one.
    std::size_t scanned_partitions() const { return scanned_; }

  private:
    friend class MatrixBuilder;
    std::vector<std::span<const DayBucket>> buckets_;
    std::vector<std::shared_ptr<const void>> kept_;
    std::size_t scanned_ = 0;
};

/// All cells of the rollout matrix in one pass. A fact counts for the adoption of its home provider and for
/// that of its performer; once if both are the same. Results are kept per home provider and used again while
/// nothing that they depend on has changed.
MatrixDeliveries matrix_deliveries(const Image& image, const Scope& scope, const AdoptionMap& adoptions,
                                   const AsOf& as_of = {});

/// The same for one adoption: one practice, the organisations of the adopting subtree.
std::vector<DayBucket> deliveries(const Image& image, const Scope& scope, std::uint16_t practice,
                                  std::span<const std::uint16_t> organisations, PeriodLength length,
                                  const AsOf& as_of = {});

// ---- Figures by groups ----

/// One axis of a table: the group of each number (index: organisation, practice or service number).
/// An axis without entries has one group, which holds everything. Numbers beyond the entries are left out.
struct Axis {
    static constexpr std::uint32_t left_out = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> group_of;
    /// 1 + the largest group.
    std::size_t groups() const;
};

enum class Provider { home, performer };
enum class Months { together, apart };

struct CountRequest {
    Date first;  ///< days of service, both inclusive
    Date last;
    Axis organisations;
    Provider counted_by = Provider::home;  ///< which provider the organisations axis speaks of
    Axis practices;
    Axis services;
    Months months = Months::together;
    AsOf as_of;
};

struct Count {
    std::uint64_t facts = 0;
    std::uint64_t minutes = 0;
    std::uint64_t unnamed = 0;  ///< recipients that were not named; never part of `people`
    std::uint32_t people = 0;   ///< distinct, merged people once
    bool operator==(const Count&) const = default;
};

/// A dense table: organisation group, practice group, service group, month of the range.
struct Counts {
    std::size_t practices = 1;
    std::size_t services = 1;
    std::size_t months = 1;
    std::vector<Count> cells;
    const Count& at(std::size_t organisation, std::size_t practice = 0, std::size_t service = 0,
                    std::size_t month = 0) const {
        return cells.at(((organisation * practices + practice) * services + service) * months + month);
    }
};

/// Counts and distinct people of every cell, exact. Throws std::length_error above 16 million cells.
Counts counts(const Image& image, const Scope& scope, const CountRequest& request);

/// Everything in the range of days.
Count totals(const Image& image, const Scope& scope, Date first, Date last, const AsOf& as_of = {});

// ---- The facts behind a figure ----

struct Selection {
    Date first;  ///< days of service, both inclusive
    Date last;
    std::optional<std::uint16_t> practice;  ///< nothing: any; 0: facts without a practice
    std::optional<std::uint16_t> service;
    std::optional<std::vector<std::uint16_t>>
        organisations;  ///< sorted; home provider or performer is among them
    AsOf as_of;
};

struct PositionRequest : Selection {
    Position before = std::numeric_limits<Position>::max();  ///< the last position of the page before
    std::size_t limit = 50;
};

/// Ledger positions of counted facts, newest first, at most `limit`.
std::vector<Position> positions(const Image& image, const Scope& scope, const PositionRequest& request);

/// What all of them add up to, in one pass.
Count totals(const Image& image, const Scope& scope, const Selection& selection);

/// Calls `take` for each counted fact of the range of days, by home provider and then oldest first, with all
/// columns but `reverses`: for statements that look at more than the figures above.
void each_fact(const Image& image, const Scope& scope, Date first, Date last, const AsOf& as_of,
               const std::function<void(const Fact&)>& take);

// ---- Deliveries one by one, for the measures of a standard ----

/// A counted fact of an adopting subtree, home provider and performer alike.
struct Delivered {
    Position position = 0;
    Date day;
    std::uint32_t person = 0;  ///< merged people are their survivor; 0 for recipients that are not named
    std::uint32_t unnamed_count = 0;
    std::uint32_t worker = 0;
    std::uint32_t group = 0;
    std::uint16_t service = 0;
    std::uint16_t practice = 0;
    std::uint16_t minutes = 0;
    std::uint16_t home_provider = 0;
    bool operator==(const Delivered&) const = default;
};

/// Lists that a fact belongs to, by its service and practice; asked once for each pair that occurs.
using ListsOf = std::function<std::vector<std::size_t>(std::uint16_t service, std::uint16_t practice)>;

/// The facts that count for the organisations, as so many lists as `lists`, each by day and then in ledger order. One pass
/// over the home providers concerned, however many lists there are.
std::vector<std::vector<Delivered>> delivered(const Image& image, const Scope& scope, std::span<const std::uint16_t> organisations,
                                              std::size_t lists, const ListsOf& lists_of, const AsOf& as_of = {});

/// The survivors of the people who were merged, as of then; everybody else is who they are.
std::unordered_map<std::uint32_t, std::uint32_t> survivors(const Image& image, const AsOf& as_of = {});

// ---- The snapshot file ----

enum class SnapshotFault {
    absent,         ///< there is no such file
    unreadable,     ///< the system refused to read it
    other_version,  ///< not a snapshot, or one of another version of the program
    damaged,        ///< cut short or altered
    other_ledger    ///< of a ledger that is not this one, or no longer
};

/// The id of the fact at a position; nothing when there is none. A ledger that was restored from a backup has
/// another fact there, or none: a snapshot of the time after the backup is not of that ledger.
using NewestFact = std::function<std::optional<Uuid>(Position)>;

/// Writes what is visible now to `file`, replacing it in one step once everything is on the disk. Appending
/// may go on. Returns the position written. Throws std::system_error; the old file is then untouched.
Position write_snapshot(const Image& image, const std::filesystem::path& file, const NewestFact& newest);

/// An image that continues at the snapshot's position. A fault means: build it from the ledger instead.
std::expected<std::unique_ptr<Image>, SnapshotFault> read_snapshot(const std::filesystem::path& file, const NewestFact& newest);

}  // namespace ryadom::ledger::image
