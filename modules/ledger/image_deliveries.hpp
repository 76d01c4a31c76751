// Parts of the matrix: the plan of a partition, its result, the cache.
#pragma once

#include <map>

#include "modules/ledger/image_view.hpp"

namespace ryadom::ledger::image {

struct FirstSeen {
    std::uint32_t person = 0;
    std::uint32_t day = 0;
};

/// How the rows of a partition count: for which adoptions, and for whose eyes.
struct Plan {
    struct Slot {
        std::uint32_t adoption = 0;
        PeriodLength length = PeriodLength::month;
        bool shared =
            false;  ///< facts of other partitions count for it too, so people are compared with theirs
        bool operator==(const Slot&) const = default;
    };
    std::vector<Slot> slots;
    std::size_t practices = 0;
    std::vector<std::uint32_t> table;  ///< [performer index][practice index] → slot; `slots.size()` for none
    PartitionScope scope;

    std::uint32_t slot(std::size_t performer, std::size_t practice) const {
        const auto at = performer * practices + practice;
        return practice < practices && at < table.size() ? table[at]
                                                         : static_cast<std::uint32_t>(slots.size());
    }
    bool operator==(const Plan&) const = default;
};

struct CacheKey {
    Known known;
    KnownMerges merges;
    Plan plan;
    bool operator==(const CacheKey&) const = default;
};

struct Slice {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct AdoptionPart {
    std::uint32_t adoption = 0;
    Slice buckets;
    Slice seen;
};

struct PartitionDeliveries {
    std::vector<AdoptionPart> parts;
    std::vector<DayBucket> buckets;  ///< by part, then day
    std::vector<FirstSeen> seen;     ///< by part, then month; shared adoptions only
};

/// What a partition adds to one adoption. There is at least one bucket.
struct DeliveriesPart {
    const PartitionDeliveries* result;
    const AdoptionPart* part;
    std::span<const DayBucket> buckets() const {
        return std::span(result->buckets)
            .subspan(part->buckets.begin, part->buckets.end - part->buckets.begin);
    }
    std::span<const FirstSeen> seen() const {
        return std::span(result->seen).subspan(part->seen.begin, part->seen.end - part->seen.begin);
    }
};

struct CachedDeliveries {
    CachedDeliveries(CacheKey its_key, PartitionDeliveries its_deliveries)
        : key(std::move(its_key)), deliveries(std::move(its_deliveries)) {}
    CacheKey key;
    PartitionDeliveries deliveries;
};

/// Room that the scans of one answer use in turn.
struct Workspace {
    struct Credited {
        std::uint32_t cell = 0;
        FirstSeen row;
    };
    explicit Workspace(const Moment& moment) : people(moment) {}
    People people;
    std::vector<std::uint32_t> cells;  ///< of each counted row, in order
    std::vector<Credited> credited;    ///< what counts for the performer's adoption as well
    std::vector<FirstSeen> rows;       ///< person (or `unnamed_bit`) and day, by cell
    std::vector<std::uint32_t> ends;   ///< of `rows`, by cell
    std::vector<DayBucket> buckets;
};

PartitionDeliveries scan_partition(const Partition& partition, const Known& known, const Plan& plan,
                                   const State& state, Workspace& workspace);
/// The buckets of a shared adoption.
std::vector<DayBucket> merge_parts(std::span<const DeliveriesPart> parts, PeriodLength length,
                                   const State& state, People& people);

enum class Caching { off, on };

class MatrixBuilder {
  public:
    MatrixBuilder(const Image& image, const Scope& scope, const AdoptionMap& adoptions, const AsOf& as_of,
                  Caching caching)
        : scope_(scope),
          adoptions_(adoptions),
          moment_(moment(image, as_of)),
          merges_(known_merges(moment_)),
          caching_(caching) {}
    MatrixDeliveries run();

  private:
    /// One partition as this answer sees it.
    struct Reading {
        Partition* partition;
        Known known;
        std::size_t practices;
        std::size_t credits;
    };

    void read_partitions();
    void find_shared();
    std::uint32_t credited_adoption(const Partition& partition, std::size_t index) const;
    Plan plan(const Reading& reading) const;
    std::shared_ptr<const CachedDeliveries> result_of(const Reading& reading);

    const Scope& scope_;
    const AdoptionMap& adoptions_;
    Moment moment_;
    KnownMerges merges_;
    Caching caching_;
    std::vector<Reading> partitions_;
    std::vector<std::uint8_t> shared_;  ///< by adoption
    std::optional<Workspace> workspace_;
    std::size_t scanned_ = 0;
};

}  // namespace ryadom::ledger::image
