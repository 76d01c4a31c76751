// What may be done with an event and when, who has a place, what an event led to, and who could host a centre.
#pragma once

#include "modules/exchange/model.hpp"

namespace ryadom::exchange {

/// "09:30".
bool is_time(std::string_view text);
Checked<void> acceptable(const Event& event);
/// Every item lies within the days of the event.
Checked<void> acceptable(const Programme& programme, const Event& event);

enum class Move { announce, hold, close, cancel };
enum class Paper { missing, written };
/// The state after the move; refused where the state, the day at the host or the missing protocol forbid it.
Checked<EventState> moved(const Event& event, Move move, Date today, Paper protocol);

Checked<void> takes_changes(EventState state);       ///< date, place, programme
Checked<void> takes_delegations(EventState state);
Checked<void> takes_attendance(const Event& event, Date today);
/// Who comes may change until somebody of the delegation was marked: the marks would go with the names.
Checked<void> takes_names(EventState state, const std::vector<Delegate>& delegates);
Checked<void> takes_traces(EventState state);        ///< materials, protocol, decisions

bool same_time(const Event& one, const Event& other);

// ---- Places

struct Seats {
    DelegationState state = DelegationState::proposed;
    int people = 0;
};
int taken(const std::vector<Seats>& delegations);
/// Which of those who wait get places now, in their order; a smaller one may pass a larger one that does not fit.
std::vector<std::size_t> seated(int capacity, const std::vector<Seats>& delegations);
/// After its list of people changed: only those whom the director has approved need no second approval.
DelegationState after_change(DelegationState state, std::vector<std::string> before, std::vector<std::string> after);

DecisionState shown_state(DecisionState state, Date due, Date today);

// ---- What an event led to

constexpr int followup_days = 90;

/// How one centre that was there went on with one practice that was shown.
struct Step {
    Number<network::Organisation> organisation;
    Number<practices::Practice> practice;
    std::optional<Date> chosen;
    std::optional<Date> started;
};
bool had_before(const Step& step, Date starts_on);
/// Chosen since the first day of the event and within 90 days after its last.
bool taken_home(const Step& step, Date starts_on, Date ends_on);

/// Of centres, each once.
struct Outcome {
    int attended = 0;
    int could = 0;    ///< had not yet adopted all that was shown
    int adopted = 0;  ///< took something home within 90 days
    int started = 0;  ///< of these, whose adoption got as far as started
    bool operator==(const Outcome&) const = default;
};
Outcome outcome(const std::vector<Step>& steps, Date starts_on, Date ends_on);

// ---- The planner

struct Tile {
    int row = 0;
    int column = 0;
};
/// In degrees.
struct Spot {
    double longitude = 0;
    double latitude = 0;
    bool operator==(const Spot&) const = default;
};
/// The middle of the largest part of an outline (GeoJSON geometry); nothing where it has no area.
std::optional<Spot> middle_of(std::string_view outline);
/// Along the great circle.
double km_between(const Spot& one, const Spot& other);
/// As exactly as the middles of districts say it: to 10 km, and never nothing.
int in_tens(double km);

struct Profile {
    std::optional<Number<network::District>> district;
    std::optional<Tile> tile;  ///< of the district
    std::optional<Spot> spot;  ///< of the district, where its outline is known
    std::int64_t population = 0;
    int staff = 0;
    int rooms = 0;
};
struct Host {
    Number<network::Organisation> organisation;
    Profile profile;
    rollout::Stage stage = rollout::Stage::delivering;
    Date since;
    int events = 0;   ///< that it has hosted
    int adopted = 0;  ///< centres that took something home from them
};
/// A sentence of the catalogue.
struct Reason {
    std::string code;
    Arguments arguments;
    bool operator==(const Reason&) const = default;
};
struct Proposal {
    Host host;
    int score = 0;
    std::vector<Reason> reasons;
};
/// Districts between two tiles, as a king walks; 0 where they share one.
int steps_between(const Tile& one, const Tile& other);
/// Who delivers the practice well, is alike and near comes first.
std::vector<Proposal> propose(const Profile& guest, const std::vector<Host>& hosts);

}  // namespace ryadom::exchange
