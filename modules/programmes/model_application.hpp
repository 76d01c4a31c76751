// An application (заявление) for services and what happened with it.
#pragma once

#include "modules/programmes/model_norms.hpp"
#include "modules/programmes/model_programme.hpp"

namespace ryadom::programmes {

/// How it came.
enum class Channel { in_person, post, email, portal, agency };
constexpr auto names(json::Type<Channel>) {
    using namespace std::string_view_literals;
    using enum Channel;
    return std::array{std::pair{in_person, "in_person"sv}, std::pair{post, "post"sv}, std::pair{email, "email"sv}, std::pair{portal, "portal"sv},
                      std::pair{agency, "agency"sv}};
}

/// Who applies for somebody else.
struct Applicant {
    std::string name;
    std::string right;  ///< by what right, with its document
    std::optional<std::string> phone;
};
constexpr auto describe(json::Type<Applicant>) {
    using json::field;
    using json::length;
    return json::object("Applicant", field("name", &Applicant::name, "Name", length(1, 300)), field("right", &Applicant::right, "By what right, with its document", length(1, 500)),
                        field("phone", &Applicant::phone, "Phone", length(0, 40)));
}

/// What it says.
struct Wish {
    Channel channel = Channel::in_person;
    Form form = Form::home;
    std::optional<Applicant> applicant;  ///< absent: the person
    std::vector<std::string> circumstances;
    std::vector<Id<catalogue::Service>> services;
    std::optional<std::string> note;
};
constexpr auto describe(json::Type<Wish>) {
    using json::field;
    using json::length;
    using T = Wish;
    return json::object("ApplicationWish", field("channel", &T::channel, "How it came"), field("form", &T::form, "Form of service"),
                        field("applicant", &T::applicant, "Who applies, unless the person"),
                        field("circumstances", &T::circumstances, "Circumstances, by code of the region's list", length(0, 20)),
                        field("services", &T::services, "Services that are wanted", length(0, 60)), field("note", &T::note, "In the applicant's words", length(0, 2000)));
}

enum class State { received, returned, assessed, granted, refused, withdrawn };
constexpr auto names(json::Type<State>) {
    using namespace std::string_view_literals;
    using enum State;
    return std::array{std::pair{received, "received"sv}, std::pair{returned, "returned"sv}, std::pair{assessed, "assessed"sv}, std::pair{granted, "granted"sv},
                      std::pair{refused, "refused"sv}, std::pair{withdrawn, "withdrawn"sv}};
}

enum class EventKind {
    received,
    returned,   ///< papers are missing: the clock stands
    resumed,    ///< they were brought
    assessed,   ///< the need was assessed
    granted,
    refused,
    withdrawn,
    delivered,  ///< urgent services, with an act
    closed      ///< granted, but nothing follows
};
constexpr auto names(json::Type<EventKind>) {
    using namespace std::string_view_literals;
    using enum EventKind;
    return std::array{std::pair{received, "received"sv}, std::pair{returned, "returned"sv}, std::pair{resumed, "resumed"sv}, std::pair{assessed, "assessed"sv},
                      std::pair{granted, "granted"sv}, std::pair{refused, "refused"sv}, std::pair{withdrawn, "withdrawn"sv}, std::pair{delivered, "delivered"sv},
                      std::pair{closed, "closed"sv}};
}

struct Event {
    EventKind kind = EventKind::received;
    Date day;
    std::optional<std::string> reason;  ///< a code of the list
    std::optional<std::string> note;
    std::optional<Uuid> assessment;     ///< of need, where it was assessed
    std::optional<std::string> author;
};
constexpr auto describe(json::Type<Event>) {
    using json::field;
    using T = Event;
    return json::object("ApplicationEvent", field("kind", &T::kind, "What happened"), field("day", &T::day, "Day"), field("reason", &T::reason, "Why, by code"),
                        field("note", &T::note, "In words"), field("assessment", &T::assessment, "Assessment of need"), field("author", &T::author, "Who recorded it"));
}

/// What has to be done next.
enum class Step { assess, await_papers, decide, make_programme, approve_programme, conclude_contract, deliver, none };
constexpr auto names(json::Type<Step>) {
    using namespace std::string_view_literals;
    using enum Step;
    return std::array{std::pair{assess, "assess"sv}, std::pair{await_papers, "await_papers"sv}, std::pair{decide, "decide"sv}, std::pair{make_programme, "make_programme"sv},
                      std::pair{approve_programme, "approve_programme"sv}, std::pair{conclude_contract, "conclude_contract"sv}, std::pair{deliver, "deliver"sv},
                      std::pair{none, "none"sv}};
}

enum class Urgency { overdue, today, week, later, standing, unknown };
constexpr auto names(json::Type<Urgency>) {
    using namespace std::string_view_literals;
    using enum Urgency;
    return std::array{std::pair{overdue, "overdue"sv}, std::pair{today, "today"sv}, std::pair{week, "week"sv}, std::pair{later, "later"sv},
                      std::pair{standing, "standing"sv}, std::pair{unknown, "unknown"sv}};
}

/// How long there is for the next step.
struct Clock {
    Urgency urgency = Urgency::unknown;
    std::optional<int> term;  ///< working days by the norm of the day; absent: no norm is in force
    std::optional<Date> due;  ///< absent while the clock stands
    int left = 0;             ///< working days until then, or since then if it is overdue; while the clock stands: what is left of the term
    std::optional<std::string> ground;
    bool holidays_known = true;  ///< the calendar of every year on the way was entered; otherwise only weekends are off
};
constexpr auto describe(json::Type<Clock>) {
    using json::field;
    using T = Clock;
    return json::object("ApplicationClock", field("urgency", &T::urgency, "How urgent"), field("term", &T::term, "Working days of the norm"), field("due", &T::due, "The last day in time"),
                        field("left", &T::left, "Working days left, or since it is overdue"), field("ground", &T::ground, "The act behind the term"),
                        field("holidays_known", &T::holidays_known, "Holidays of these years were entered"));
}

struct Application {
    Id<Application> id;
    std::string number;
    Id<people::Person> person;
    std::optional<std::string> name;  ///< within the caller's scope
    Id<network::Organisation> organisation;
    Date received_on;
    Wish wish;
    State state = State::received;
    Step step = Step::assess;
    std::optional<Clock> clock;  ///< of the next step
    std::vector<Event> events;
    std::optional<Id<Programme>> programme;
    std::optional<Date> closed_on;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<Application>) {
    using json::field;
    using T = Application;
    return json::object("Application", field("id", &T::id, "Id"), field("number", &T::number, "Number in the journal"), field("person", &T::person, "For whom"), field("name", &T::name, "Name"),
                        field("organisation", &T::organisation, "Where it was received"), field("received_on", &T::received_on, "Received on"), field("wish", &T::wish, "What it says"),
                        field("state", &T::state, "State"), field("step", &T::step, "What is next"), field("clock", &T::clock, "How long there is for it"),
                        field("events", &T::events, "What happened, the earliest first"), field("programme", &T::programme, "The programme that followed"),
                        field("closed_on", &T::closed_on, "Nothing more follows since"), field("revision", &T::revision, "Revision", json::read_only));
}

/// A row of the journal.
struct Entry {
    Id<Application> id;
    std::string number;
    Id<people::Person> person;
    std::optional<std::string> name;
    Date received_on;
    Form form = Form::home;
    State state = State::received;
    Step step = Step::assess;
    std::optional<Clock> clock;
    std::optional<Date> closed_on;
};
constexpr auto describe(json::Type<Entry>) {
    using json::field;
    using T = Entry;
    return json::object("ApplicationEntry", field("id", &T::id, "Id"), field("number", &T::number, "Number"), field("person", &T::person, "For whom"), field("name", &T::name, "Name"),
                        field("received_on", &T::received_on, "Received on"), field("form", &T::form, "Form of service"), field("state", &T::state, "State"),
                        field("step", &T::step, "What is next"), field("clock", &T::clock, "How long there is for it"), field("closed_on", &T::closed_on, "Nothing more follows since"));
}

}  // namespace ryadom::programmes
