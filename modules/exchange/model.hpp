// What an exchange of experience is made of: the event and its programme, who comes, what stays of it.
#pragma once

#include "modules/exchange/model_traces.hpp"
#include "modules/rollout/rollout.hpp"

namespace ryadom::exchange {

// ---- The event

enum class EventKind { zonal_meeting, round_table, study_trip, webinar };
constexpr auto names(json::Type<EventKind>) {
    using namespace std::string_view_literals;
    using enum EventKind;
    return std::array{std::pair{zonal_meeting, "zonal_meeting"sv}, std::pair{round_table, "round_table"sv}, std::pair{study_trip, "study_trip"sv},
                      std::pair{webinar, "webinar"sv}};
}

enum class EventState { proposed, announced, held, closed, cancelled };
constexpr auto names(json::Type<EventState>) {
    using namespace std::string_view_literals;
    using enum EventState;
    return std::array{std::pair{proposed, "proposed"sv}, std::pair{announced, "announced"sv}, std::pair{held, "held"sv}, std::pair{closed, "closed"sv},
                      std::pair{cancelled, "cancelled"sv}};
}

/// Days and times are those of the host's wall clock; a time is "09:30".
struct Event {
    Id<Event> id;
    EventKind kind = EventKind::study_trip;
    std::string topic;
    std::string summary;
    Date starts_on;
    std::string starts_time;
    Date ends_on;
    std::string ends_time;
    std::string zone;  ///< of the host
    Id<network::Organisation> host;
    std::string place;
    int capacity = 0;  ///< people
    EventState state = EventState::proposed;
    std::optional<std::string> cancel_reason;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<Event>) {
    using json::field;
    using json::length;
    return json::object("ExchangeEvent", field("id", &Event::id, "Id", json::read_only), field("kind", &Event::kind, "Kind"),
                        field("topic", &Event::topic, "Topic", length(1, 300)), field("summary", &Event::summary, "What it is about", length(0, 4000)),
                        field("starts_on", &Event::starts_on, "First day"), field("starts_time", &Event::starts_time, "Begins at", length(1, 20)),
                        field("ends_on", &Event::ends_on, "Last day"), field("ends_time", &Event::ends_time, "Ends at", length(1, 20)),
                        field("zone", &Event::zone, "Time zone of the host", json::read_only), field("host", &Event::host, "Host"),
                        field("place", &Event::place, "Place", length(1, 300)), field("capacity", &Event::capacity, "Places", json::range(1, 10'000)),
                        field("state", &Event::state, "State", json::read_only),
                        field("cancel_reason", &Event::cancel_reason, "Why it was cancelled", json::read_only),
                        field("revision", &Event::revision, "Revision", json::read_only));
}

struct EventHead {
    Event event;
    Named host;
    int centres = 0;  ///< whose delegations are expected, or came
    int people = 0;
};
constexpr auto describe(json::Type<EventHead>) {
    return json::object("ExchangeEventHead", json::field("event", &EventHead::event, "Event"), json::field("host", &EventHead::host, "Host"),
                        json::field("centres", &EventHead::centres, "Centres that take part"), json::field("people", &EventHead::people, "People who take part"));
}

struct ProgrammeItem {
    Date day;
    std::string starts_time;
    std::optional<std::string> ends_time;
    std::string title;
    std::string speaker;
    std::vector<Id<practices::Practice>> practices;  ///< that are shown
};
constexpr auto describe(json::Type<ProgrammeItem>) {
    using T = ProgrammeItem;
    using json::field;
    using json::length;
    return json::object("ProgrammeItem", field("day", &T::day, "Day"), field("starts_time", &T::starts_time, "Begins at", length(1, 20)),
                        field("ends_time", &T::ends_time, "Ends at", length(1, 20)), field("title", &T::title, "What", length(1, 300)),
                        field("speaker", &T::speaker, "Who speaks or shows", length(0, 300)),
                        field("practices", &T::practices, "Practices shown", length(0, 20)));
}

struct Programme {
    std::vector<ProgrammeItem> items;
};
constexpr auto describe(json::Type<Programme>) {
    return json::object("Programme", json::field("items", &Programme::items, "In order of time", json::length(0, 100)));
}

struct Protocol {
    std::string text;
};
constexpr auto describe(json::Type<Protocol>) {
    return json::object("ExchangeProtocol", json::field("text", &Protocol::text, "Text of the protocol", json::length(0, 20'000)));
}

struct Because {
    std::string reason;
};
constexpr auto describe(json::Type<Because>) {
    return json::object("ExchangeReason", json::field("reason", &Because::reason, "Reason", json::length(1, 1000)));
}

// ---- Delegations

enum class DelegationState {
    proposed,   ///< waits for the director of its centre
    approved,   ///< has its places
    waiting,    ///< approved, but the places are taken
    unconfirmed,  ///< had its places when the date changed: its director is asked again
    withdrawn
};
constexpr auto names(json::Type<DelegationState>) {
    using namespace std::string_view_literals;
    using enum DelegationState;
    return std::array{std::pair{proposed, "proposed"sv}, std::pair{approved, "approved"sv}, std::pair{waiting, "waiting"sv},
                      std::pair{unconfirmed, "unconfirmed"sv}, std::pair{withdrawn, "withdrawn"sv}};
}

struct Delegate {
    Id<Delegate> id;
    std::string name;
    std::string position;
    std::optional<bool> attended;
};
constexpr auto describe(json::Type<Delegate>) {
    using T = Delegate;
    return json::object("Delegate", json::field("id", &T::id, "Id"), json::field("name", &T::name, "Name"), json::field("position", &T::position, "Post"),
                        json::field("attended", &T::attended, "Was there; absent while nobody marked it"));
}

struct Delegation {
    Id<Delegation> id;
    Named organisation;
    DelegationState state = DelegationState::proposed;
    int people = 0;
    int came = 0;
    std::optional<std::vector<Delegate>> delegates;  ///< for the own centre, the host and the region
    bool own = false;                                ///< of the caller's organisations
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<Delegation>) {
    using T = Delegation;
    using json::field;
    return json::object("Delegation", field("id", &T::id, "Id"), field("organisation", &T::organisation, "Centre"), field("state", &T::state, "State"),
                        field("people", &T::people, "How many"), field("came", &T::came, "How many were there"), field("delegates", &T::delegates, "Who"),
                        field("own", &T::own, "Of the caller's organisations"), field("revision", &T::revision, "Revision"));
}

/// Somebody of the register, or a name and a post.
struct DelegateRequest {
    std::optional<Id<network::StaffMember>> staff;
    std::optional<std::string> name;
    std::optional<std::string> position;
};
constexpr auto describe(json::Type<DelegateRequest>) {
    using T = DelegateRequest;
    return json::object("DelegateRequest", json::field("staff", &T::staff, "From the register of staff"),
                        json::field("name", &T::name, "Name", json::length(1, 200)), json::field("position", &T::position, "Post", json::length(1, 200)));
}

struct DelegationRequest {
    Id<network::Organisation> organisation;
    std::vector<DelegateRequest> delegates;
};
constexpr auto describe(json::Type<DelegationRequest>) {
    using T = DelegationRequest;
    return json::object("DelegationRequest", json::field("organisation", &T::organisation, "Centre"),
                        json::field("delegates", &T::delegates, "Who comes", json::length(1, 100)));
}

/// Without a delegate: the whole delegation.
struct AttendanceRequest {
    std::optional<Id<Delegate>> delegate;
    bool attended = true;
};
constexpr auto describe(json::Type<AttendanceRequest>) {
    return json::object("AttendanceRequest", json::field("delegate", &AttendanceRequest::delegate, "One of them"),
                        json::field("attended", &AttendanceRequest::attended, "Whether they were there"));
}

// ---- What is taken home

struct Pick {
    Id<Pick> id;
    Named organisation;
    Named practice;
    Date picked_on;
    std::optional<Id<rollout::Adoption>> adoption;  ///< once the director decided
    bool own = false;
};
constexpr auto describe(json::Type<Pick>) {
    using T = Pick;
    using json::field;
    return json::object("ExchangePick", field("id", &T::id, "Id"), field("organisation", &T::organisation, "Centre"), field("practice", &T::practice, "Practice"),
                        field("picked_on", &T::picked_on, "Day"), field("adoption", &T::adoption, "The adoption that came of it"),
                        field("own", &T::own, "Of the caller's organisations"));
}

struct PickRequest {
    Id<network::Organisation> organisation;
    Id<practices::Practice> practice;
};
constexpr auto describe(json::Type<PickRequest>) {
    return json::object("PickRequest", json::field("organisation", &PickRequest::organisation, "Centre"),
                        json::field("practice", &PickRequest::practice, "Practice that was shown"));
}

/// An event with all that belongs to it.
struct EventView {
    Event event;
    Named host;
    std::optional<std::string> proposed_by;
    Date today;  ///< at the host
    bool hosts = false;  ///< the caller is of the host, or of the region
    std::vector<ProgrammeItem> programme;
    std::vector<Named> practices;  ///< that the programme shows
    std::vector<Delegation> delegations;
    int places_left = 0;
    std::vector<File> files;
    std::string protocol;
    std::vector<Decision> decisions;
    std::vector<Pick> picks;
};
constexpr auto describe(json::Type<EventView>) {
    using T = EventView;
    using json::field;
    return json::object("ExchangeEventView", field("event", &T::event, "Event"), field("host", &T::host, "Host"), field("proposed_by", &T::proposed_by, "Who proposed it"),
                        field("today", &T::today, "Today at the host"), field("hosts", &T::hosts, "The caller is of the host, or of the region"),
                        field("programme", &T::programme, "Programme"), field("practices", &T::practices, "Practices shown"),
                        field("delegations", &T::delegations, "Delegations"), field("places_left", &T::places_left, "Places left"),
                        field("files", &T::files, "Materials and photos"), field("protocol", &T::protocol, "Protocol"),
                        field("decisions", &T::decisions, "Decisions"), field("picks", &T::picks, "What centres take home"));
}

}  // namespace ryadom::exchange
