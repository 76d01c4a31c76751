// The measures of a standard: what each statement counts, over the facts of one centre and the registers beside them. Pure:
// the caller hands in what was known at the end of the day `as_of`, and nothing else.
#pragma once

#include "modules/ledger/image.hpp"
#include "modules/practices/package.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace ryadom::verdicts {

/// Month, quarter or year that holds the day.
Period period_of(Date day, practices::VerdictPeriod length);
Period previous(const Period& period, practices::VerdictPeriod length);

// ---- What is measured

/// Somebody asked for a service.
struct Request {
    std::int64_t number = 0;
    std::uint32_t person = 0;
    std::uint16_t service = 0;
    Date asked_on;
    bool withdrawn = false;
    std::optional<Date> died_on;
};

/// A form as it was filled, with the result of the score that the statement names.
struct Form {
    std::int64_t number = 0;
    std::uint32_t person = 0;
    Date filled_on;
    std::optional<double> result;
};

/// A qualification that somebody of the staff held from one day to another, both inclusive.
struct Qualified {
    std::string code;
    Date from;
    std::optional<Date> to;
};
using Qualifications = std::unordered_map<std::uint32_t, std::vector<Qualified>>;  ///< by worker

/// Something that the standard wants to be there, and whether it was on the day.
struct Wanted {
    std::string item;
    bool held = false;
};

/// What one statement looks at. The facts count for the centre (rollout, Rules), by day; services 0 hold all of them.
struct Inputs {
    std::span<const ledger::image::Delivered> facts;
    std::set<std::uint16_t> services;  ///< empty: all
    std::span<const Request> requests;
    std::span<const Form> forms;       ///< of the statement's form
    const Qualifications* qualifications = nullptr;
    std::function<std::vector<Wanted>(Date)> present;  ///< the statement's items on a day
};

// ---- What comes out

/// In the numerator; in the denominator only; in neither, for a reason.
enum class Part { met, missed, excluded };
enum class Reason {
    none,
    recent,     ///< excluded: the days of waiting have not passed yet
    withdrawn,  ///< excluded
    died,       ///< excluded
    unpaired,   ///< excluded: served, but not with two forms
    late,       ///< missed: served, but later
    no_worker,  ///< missed: nobody is named as who delivered
    no_start,   ///< missed: no form at the start
    no_end,     ///< missed: no form at the end
    absent      ///< missed: it is not there
};

/// One thing that a statement counts. What is filled in depends on its kind.
struct Item {
    Part part = Part::missed;
    Reason reason = Reason::none;
    Date day;                                ///< of the request, the fact, the group, the last fact, the later form; first day of a week or month
    std::int64_t person = 0;
    ledger::image::Position position = 0;    ///< of the fact
    std::int64_t group = 0;
    std::int64_t number = 0;                 ///< of the request
    std::int64_t worker = 0;
    std::optional<double> value;             ///< days of waiting, minutes, people, facts, change
    std::string item;                        ///< of a presence
};
using Take = std::function<void(const Item&)>;

/// Calls `take` for everything that the statement counts in the period, as known at the end of `as_of`. A share of a
/// programme's volume counts nothing: programmes are not kept yet.
void measure(const practices::Statement& statement, const Inputs& inputs, const Period& period, Date as_of, const Take& take);

// ---- The verdict

enum class Outcome { met, failed, no_data, waived };

struct Tally {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    std::map<Reason, std::int64_t> excluded;
    bool operator==(const Tally&) const = default;
};
Tally tally(const practices::Statement& statement, const Inputs& inputs, const Period& period, Date as_of);

/// Met: N × 100 ≥ threshold × D; without anything to count there is no verdict, and never a pass.
Outcome outcome(const Tally& tally, int threshold_percent);
/// How many of the missed would have to be met; 0 when it is met or there is nothing to count.
std::int64_t missing(const Tally& tally, int threshold_percent);

}  // namespace ryadom::verdicts
