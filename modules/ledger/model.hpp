// What is said about facts: what a desk sends, what a list shows.
#pragma once

#include "modules/catalogue/catalogue.hpp"
#include "modules/network/network.hpp"
#include "modules/people/people.hpp"
#include "modules/practices/practices.hpp"
#include "platform/json/describe.hpp"

namespace ryadom::ledger {

enum class Channel { centre, home, remote, residential };

constexpr auto names(json::Type<Channel>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Channel::centre, "centre"sv}, std::pair{Channel::home, "home"sv},
                      std::pair{Channel::remote, "remote"sv}, std::pair{Channel::residential, "residential"sv}};
}

/// A delivered service as the desk enters it: for one person who is known, for one who is new, or for some unnamed.
struct FactRequest {
    Id<network::Organisation> organisation;
    std::optional<Id<network::Organisation>> performer;
    std::optional<Id<people::Person>> person;
    std::optional<people::Person> new_person;
    std::optional<std::string> namesake;
    std::optional<int> unnamed_count;
    Id<catalogue::Service> service;
    Date performed_on;
    int minutes = 0;
    std::optional<int> quantity;
    Channel channel = Channel::centre;
    std::optional<Date> request_on;
    std::optional<Id<network::StaffMember>> worker;
    std::optional<Id<practices::Practice>> practice;
    std::optional<std::string> source;
    std::optional<std::string> external_id;
};

/// One of a group.
struct Participant {
    std::optional<Id<people::Person>> person;
    std::optional<people::Person> new_person;
    std::optional<std::string> namesake;
};

/// One service for many people in one go.
struct GroupRequest {
    Id<network::Organisation> organisation;
    std::optional<Id<network::Organisation>> performer;
    std::vector<Participant> participants;
    std::optional<int> unnamed_count;
    Id<catalogue::Service> service;
    Date performed_on;
    int minutes = 0;
    std::optional<int> quantity;
    Channel channel = Channel::centre;
    std::optional<Id<network::StaffMember>> worker;
    std::optional<Id<practices::Practice>> practice;
};

struct Fact;

/// What the server answers to an entry.
struct Recorded {
    Id<Fact> id;
    std::optional<Id<people::Person>> person;
    std::optional<Id<practices::Practice>> practice;
    Date recorded_on;
};

struct RecordedList {
    std::vector<Recorded> facts;
};

struct ReverseRequest {
    std::string reason;
    std::optional<FactRequest> replacement;
};

struct Reversed {
    Recorded reversal;
    std::optional<Recorded> replacement;
};

/// A recipient as the caller may know it.
struct Recipient {
    people::Sex sex = people::Sex::female;
    int age = 0;  ///< on the day of the service
    std::optional<Id<people::Person>> id;
    std::optional<std::string> name;
};

struct Fact {
    Id<Fact> id;
    Id<network::Organisation> organisation;
    Id<network::Organisation> performer;
    std::optional<Recipient> person;
    int unnamed_count = 0;
    Id<catalogue::Service> service;
    Date performed_on;
    int minutes = 0;
    int quantity = 0;
    Channel channel = Channel::centre;
    std::optional<std::int64_t> group;
    std::optional<Date> request_on;
    std::optional<Id<network::StaffMember>> worker;
    std::optional<std::string> worker_name;
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<practices::Version>> practice_version;
    std::string source;
    std::optional<std::string> external_id;
    Instant recorded_at;
    Date recorded_on;
    std::optional<Id<Fact>> reverses;
    std::optional<Id<Fact>> reversed_by;
    std::optional<std::string> reason;
};

/// Limits of what a fact may hold, for requests and for imported rows alike.
constexpr auto unnamed_limits = json::range(1, 1000);
constexpr auto source_limits = json::length(1, 40);
constexpr auto external_id_limits = json::length(1, 100);

constexpr auto describe(json::Type<FactRequest>) {
    using json::field;
    using T = FactRequest;
    return json::object(
        "FactRequest", field("organisation", &T::organisation, "Home provider"), field("performer", &T::performer, "Who performed, if another provider"),
        field("person", &T::person, "Recipient"), field("new_person", &T::new_person, "Recipient who is not registered yet"),
        field("namesake", &T::namesake, people::namesake_title, people::namesake_limits),
        field("unnamed_count", &T::unnamed_count, "Recipients without names", unnamed_limits), field("service", &T::service, "Service"),
        field("performed_on", &T::performed_on, "Day of the service"), field("minutes", &T::minutes, "Minutes"),
        field("quantity", &T::quantity, "Hundredths of a unit"), field("channel", &T::channel, "Where it was delivered"),
        field("request_on", &T::request_on, "Day of the request"), field("worker", &T::worker, "Who did it"),
        field("practice", &T::practice, "Practice, when several fit"), field("source", &T::source, "System that the fact comes from", source_limits),
        field("external_id", &T::external_id, "Its number there", external_id_limits));
}

constexpr auto describe(json::Type<Participant>) {
    return json::object("Participant", json::field("person", &Participant::person, "Recipient"),
                        json::field("new_person", &Participant::new_person, "Recipient who is not registered yet"),
                        json::field("namesake", &Participant::namesake, people::namesake_title, people::namesake_limits));
}

constexpr auto describe(json::Type<GroupRequest>) {
    using json::field;
    using T = GroupRequest;
    return json::object(
        "GroupRequest", field("organisation", &T::organisation, "Home provider"), field("performer", &T::performer, "Who performed, if another provider"),
        field("participants", &T::participants, "Recipients", json::length(0, 200)),
        field("unnamed_count", &T::unnamed_count, "More recipients without names", unnamed_limits), field("service", &T::service, "Service"),
        field("performed_on", &T::performed_on, "Day of the service"), field("minutes", &T::minutes, "Minutes"),
        field("quantity", &T::quantity, "Hundredths of a unit"), field("channel", &T::channel, "Where it was delivered"),
        field("worker", &T::worker, "Who did it"), field("practice", &T::practice, "Practice, when several fit"));
}

constexpr auto describe(json::Type<Recorded>) {
    using json::field;
    return json::object("Recorded", field("id", &Recorded::id, "Id of the fact"), field("person", &Recorded::person, "Recipient"),
                        field("practice", &Recorded::practice, "Practice that it counts for"),
                        field("recorded_on", &Recorded::recorded_on, "Day of recording"));
}

constexpr auto describe(json::Type<RecordedList>) {
    return json::object("RecordedList", json::field("facts", &RecordedList::facts, "In the order of the request"));
}

constexpr auto describe(json::Type<ReverseRequest>) {
    return json::object("ReverseRequest", json::field("reason", &ReverseRequest::reason, "Why", json::length(3, 500)),
                        json::field("replacement", &ReverseRequest::replacement, "What is true instead"));
}

constexpr auto describe(json::Type<Reversed>) {
    return json::object("Reversed", json::field("reversal", &Reversed::reversal, "The row that takes the fact back"),
                        json::field("replacement", &Reversed::replacement, "The fact in its place"));
}

constexpr auto describe(json::Type<Recipient>) {
    using json::field;
    return json::object("Recipient", field("sex", &Recipient::sex, "Sex"), field("age", &Recipient::age, "Age on the day"),
                        field("id", &Recipient::id, "Id, with a right to the person"), field("name", &Recipient::name, "Name, with a right to the person"));
}

constexpr auto describe(json::Type<Fact>) {
    using json::field;
    using T = Fact;
    return json::object(
        "Fact", field("id", &T::id, "Id"), field("organisation", &T::organisation, "Home provider"), field("performer", &T::performer, "Who performed"),
        field("person", &T::person, "Recipient"), field("unnamed_count", &T::unnamed_count, "Recipients without names"),
        field("service", &T::service, "Service"), field("performed_on", &T::performed_on, "Day of the service"), field("minutes", &T::minutes, "Minutes"),
        field("quantity", &T::quantity, "Hundredths of a unit"), field("channel", &T::channel, "Where it was delivered"),
        field("group", &T::group, "Facts of one group share it"), field("request_on", &T::request_on, "Day of the request"),
        field("worker", &T::worker, "Who did it"), field("worker_name", &T::worker_name, "Name of the worker"),
        field("practice", &T::practice, "Practice"), field("practice_version", &T::practice_version, "Its version"),
        field("source", &T::source, "Where it was entered"), field("external_id", &T::external_id, "Number in that system"),
        field("recorded_at", &T::recorded_at, "Moment of recording"), field("recorded_on", &T::recorded_on, "Day of recording"),
        field("reverses", &T::reverses, "The fact that this row takes back"), field("reversed_by", &T::reversed_by, "The row that took this fact back"),
        field("reason", &T::reason, "Reason of the reversal"));
}

}  // namespace ryadom::ledger
