// Pure decisions about a fact: what may be recorded, which practice it counts for, what may be taken back.
#pragma once

#include "modules/ledger/model.hpp"
#include "platform/core/refusal.hpp"

namespace ryadom::ledger {

/// The days of a life that limit a fact.
struct Lifetime {
    Date birth;
    std::optional<Date> death;
};

enum class WorkerPlace { nobody, at_performer, elsewhere, not_that_day };

/// What the rules look at, everything it names found. `today` is the day at the home provider.
struct Candidate {
    Date today;
    Date performed_on;
    int minutes = 0;
    int quantity = 100;
    std::optional<Date> request_on;
    std::optional<Lifetime> person;
    std::optional<int> unnamed_count;
    Date service_from;
    std::optional<Date> service_to;
    std::optional<Date> home_closed_on;
    WorkerPlace worker = WorkerPlace::nobody;
};

/// Every field that is wrong, with pointers below `pointer`; empty when the fact may be recorded.
std::vector<FieldError> faults(const Candidate& candidate, const std::string& pointer);

/// One service of an adopted practice version.
struct PracticeUse {
    std::int64_t practice = 0;
    std::int64_t version = 0;
    std::int64_t service = 0;
    std::vector<std::string> channels;
    bool counts_unnamed = false;
    Date since;
    std::optional<Date> until;
};

/// The practice that a fact counts for.
struct Derived {
    std::int64_t practice = 0;
    std::int64_t version = 0;
    bool counts_unnamed = false;
    bool operator==(const Derived&) const = default;
};

struct DerivationRequest {
    std::int64_t service = 0;
    Channel channel = Channel::centre;
    Date day;
    std::optional<std::int64_t> named;  ///< the practice that the request names
};

enum class DerivationFault { none, ambiguous, not_adopted, channel };

struct Derivation {
    std::vector<Derived> choices;  ///< exactly one: taken; none: a fact without a practice
    DerivationFault fault = DerivationFault::none;
};

/// Uses of the home provider stand before those of the performer: of two versions of one practice the first counts.
Derivation derive(const std::vector<PracticeUse>& uses, const DerivationRequest& request);

/// Whether unnamed recipients may be counted: only where a package says so.
inline bool unnamed_allowed(const std::optional<Derived>& practice) { return practice && practice->counts_unnamed; }

/// What decides whether a row may be taken back. It is for the home provider to say what its people got; a performer
/// mends only what it recorded itself.
struct Standing {
    bool is_reversal = false;
    bool reversed = false;
    bool at_home = true;
    bool own_record = false;
};
Checked<void> may_reverse(const Standing& fact);

}  // namespace ryadom::ledger
