// What the rules of a rollout speak about: an adoption and its plan, the floor of delivery, what was
// delivered, what a package needs and what a centre holds. Plain values; nothing here knows SQL, JSON or
// HTTP.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "platform/core/uuid.hpp"
#include "platform/time/time.hpp"

namespace ryadom::rollout {

/// The way of one centre through one practice, in its order; the last two stand beside the way.
enum class Stage { assigned, chosen, preparing, ready, started, delivering, sustained, lapsed, stopped };
inline constexpr std::size_t stage_count = 9;

/// What a cell of the matrix shows; "the first that fits" is the order of these.
enum class Sign {
    none,              ///< grey: no deadline
    lapsed,            ///< ↓
    reached,           ///< ✓, with "n days late" beside it
    overdue,           ///< ! past the deadline without the target, or stopped in spite of an order
    late_forecast,     ///< ▲ the forecast is none or after the deadline; a stopped adoption has none
    before_preparing,  ///< ○
    under_way          ///< ◐
};

// ---- The package's side

enum class Measure { facts, recipients };

/// The practice's floor of delivery, as its package states it.
struct Floor {
    Measure measure = Measure::facts;
    int at_least = 1;  ///< per period; positive
    PeriodLength length = PeriodLength::month;
    std::bitset<12> off_season;  ///< bit 0 is January
    int sustained_periods = 4;   ///< N of the Rules; positive
};

/// Days from one stage to the next: a, b and c of the Rules.
struct LagDays {
    int ready = 60;       ///< a: from the order to ready
    int started = 14;     ///< b: from ready to started
    int delivering = 30;  ///< c: from started to delivering
    bool operator==(const LagDays&) const = default;
};

// ---- The adoption and its plan

enum class LineKind { staff, room, equipment, document, training, budget, step };
enum class Obligation { mandatory, advisory };

/// One line of a plan: a gap of readiness or a step, with the day by which its owner means to close it.
/// A gap that reopens is a new line for the same need; a closed line stays as it was.
struct PlanLine {
    std::string need;  ///< id of the element of the package
    LineKind kind = LineKind::step;
    Obligation obligation = Obligation::mandatory;
    Date due;
    Date created_on;
    std::optional<Date> closed_on;
};

/// What was decided and closed in one adoption. Days are local to the centre. Days after the day that is
/// asked about count as not having happened, so one history serves every past day; what was *recorded* later
/// with an earlier day the caller leaves out.
struct AdoptionHistory {
    Date assigned_on;                  ///< of the order, or of the centre's own decision to adopt
    std::optional<Date> chosen_on;     ///< a version was picked
    std::optional<Date> confirmed_on;  ///< the plan was confirmed
    /// Day of the order that opened the service, for an adoption loaded from the past: its plan was never
    /// kept here, so the order stands for "no mandatory gap is open".
    std::optional<Date> opened_on;
    std::optional<Date> stopped_on;
    std::string stop_reason;
    std::vector<PlanLine> lines;
};

// ---- What was delivered

/// One day of counted facts of one adoption.
struct DayBucket {
    Date day;
    int facts = 0;
    /// People whose first counted fact *of its period* (calendar month or quarter of the floor) falls on this
    /// day; so a sum over a period is its number of distinct people.
    int new_people = 0;
    bool operator==(const DayBucket&) const = default;
};

/// The counted facts of one adoption, by day, as one pass over the ledger's columns leaves them.
/// As of a day T it holds only what was recorded by the end of T and not reversed by then; the caller
/// filters, for a fact may be dated long before it is recorded. Buckets after T are ignored.
struct Deliveries {
    std::vector<DayBucket> days;  ///< ascending, each day at most once, facts > 0
    int people_last_28_days =
        0;  ///< distinct, over T and the 27 days before; read for Measure::recipients only
    bool operator==(const Deliveries&) const = default;
};

/// One counted fact, for those who hold rows and not buckets.
struct Delivery {
    Date day;
    std::int64_t person = 0;
};

enum class Reversal { standing, reversed };

/// What decides for which adoptions a fact counts.
struct FactSides {
    Reversal reversal = Reversal::standing;
    Number<struct Practice> practice;  ///< of any version
    Number<struct Provider> home;
    Number<struct Provider> performer;
};

/// A centre that adopted a practice, with every organisation below it.
struct Adopter {
    Number<struct Practice> practice;
    std::vector<Number<struct Provider>> subtree;  ///< ascending, the centre included
};

// ---- What the rules answer

enum class Judgement { open, settled };

/// One period of delivery that is not off-season.
struct PeriodState {
    Period period;
    std::int64_t count = 0;
    std::optional<Date> reached_on;  ///< day of the fact that reached the floor; nothing: unmet so far
    Judgement judgement = Judgement::open;
};

/// The first since-day of every stage, where it was ever reached.
struct FirstDays {
    std::array<std::optional<Date>, stage_count> days;
    std::optional<Date>& operator[](Stage stage) { return days[static_cast<std::size_t>(stage)]; }
    const std::optional<Date>& operator[](Stage stage) const { return days[static_cast<std::size_t>(stage)]; }
    bool operator==(const FirstDays&) const = default;
};

/// Questions to the centre that never take a stage back.
struct StageFlags {
    std::optional<Date> fact_before_ready;  ///< day of the first one
    std::optional<Date> gap_reopened;       ///< since this day a mandatory gap is open again after ready
    bool operator==(const StageFlags&) const = default;
};

struct StageAt {
    Stage stage = Stage::assigned;
    Date since;
    FirstDays first;
    std::vector<PeriodState> periods;  ///< from that of the first fact to that of the day asked about
    std::optional<Period> run_first;   ///< first period of the unbroken run, while delivering or sustained
    StageFlags flags;
};

/// How fast this centre and others went, for a forecast.
struct Pace {
    int delay = 0;  ///< p
    LagDays lags;   ///< a, b, c
};

/// A stage already reached carries its since-day; nothing: no day can be given.
struct Forecast {
    std::optional<Date> ready;
    std::optional<Date> started;
    std::optional<Date> delivering;
    std::optional<Date> sustained;
    bool operator==(const Forecast&) const = default;
};

struct Cell {
    Sign sign = Sign::none;
    Stage stage = Stage::assigned;
    Date since;
    std::optional<Date> deadline;
    std::optional<Date> reached_on;  ///< the target's first since-day
    std::optional<Date> forecast;    ///< of the target, while it is not reached
    int days_late = 0;               ///< reached: behind the deadline; overdue: so far, since the stop where that came later
    bool operator==(const Cell&) const = default;
};

// ---- Readiness

/// Part of a full-time post, in hundredths.
struct Rate {
    int hundredths = 0;
    auto operator<=>(const Rate&) const = default;
};

enum class Sharing { shared, exclusive };

struct StaffNeed {
    std::string qualification;
    Rate rate;
};
struct RoomNeed {
    std::string kind;
    int capacity = 0;
    Sharing sharing = Sharing::shared;
};
struct EquipmentNeed {
    std::string kind;
    int count = 1;
};
struct DocumentNeed {};
struct TrainingNeed {};
struct BudgetNeed {};

/// One thing that a package needs at the centre.
struct Need {
    std::string id;  ///< of the element of the package; plan lines name it
    Obligation obligation = Obligation::mandatory;
    std::variant<StaffNeed, RoomNeed, EquipmentNeed, DocumentNeed, TrainingNeed, BudgetNeed> what;
};

struct StaffMember {
    Rate rate;
    std::vector<std::string> qualifications;
};
struct Room {
    std::string kind;
    int capacity = 0;
};
struct Equipment {
    std::string kind;
    int count = 0;
};

/// What a centre holds on one day.
struct Register {
    std::vector<StaffMember> staff;
    std::vector<Room> rooms;
    std::vector<Equipment> equipment;
};

/// The needs and the plan of one running adoption.
struct Claim {
    std::vector<Need> needs;
    std::vector<PlanLine> lines;
};

enum class Gap { closed, open };

/// One need against what is left for it. Staff in hundredths of a rate, equipment in pieces, the rest 0 or 1.
struct NeedState {
    std::string need;
    LineKind kind = LineKind::step;
    Obligation obligation = Obligation::mandatory;
    int held = 0;
    int missing = 0;
    Gap gap = Gap::closed;
    bool operator==(const NeedState&) const = default;
};

/// Per claim, per need, both in the order given.
using Readiness = std::vector<std::vector<NeedState>>;

enum class ClosedBy { registered, proof };

/// A line of the plan that readiness asks to open or to close.
struct PlanChange {
    enum class Kind { open, close };
    Kind kind = Kind::open;
    std::string need;
    bool operator==(const PlanChange&) const = default;
};

}  // namespace ryadom::rollout
