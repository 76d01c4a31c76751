// What the routes take and give besides the model.
#pragma once

#include "modules/people/model.hpp"

namespace ryadom::people {

struct Registration {
    Id<network::Organisation> organisation;
    Person person;
    std::optional<std::string> namesake;  ///< why it is not the person of the same name and birth date
};

struct SearchRequest {
    std::optional<std::string> query;
    std::optional<Date> birth;
    std::optional<std::string> snils;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};

/// A number, or a full name and the birth date.
struct LookupRequest {
    std::optional<std::string> number;
    std::optional<std::string> family_name;
    std::optional<std::string> given_name;
    std::optional<std::string> patronymic;
    std::optional<Date> birth;
};

namespace store {
struct Lookup;
}

struct LookupAnswer {
    Id<store::Lookup> lookup;  ///< opens no card: it is what may be attached
    std::string initials;
    int birth_year = 0;
    std::optional<Id<network::Organisation>> organisation;
    std::optional<Id<Person>> person;  ///< only of a person whom the caller sees anyway
};

/// For attachment and its end.
struct ServiceRequest {
    Id<network::Organisation> organisation;
    std::string reason;
};

/// A line of the log about a person.
struct Read {
    Instant at;
    std::string action;
    std::string text;  ///< the action in the reader's words
    std::optional<std::string> account;
    std::optional<Id<network::Organisation>> organisation;
    std::optional<std::string> reason;
};

constexpr auto describe(json::Type<Registration>) {
    using json::field;
    return json::object("PersonRegistration", field("organisation", &Registration::organisation, "Who will serve"),
                        field("person", &Registration::person, "The person"),
                        field("namesake", &Registration::namesake, namesake_title, namesake_limits));
}

constexpr auto describe(json::Type<SearchRequest>) {
    using json::field;
    return json::object("PersonSearch", field("query", &SearchRequest::query, "Beginnings of surname, given name, patronymic", json::length(0, 200)),
                        field("birth", &SearchRequest::birth, "Born on"), field("snils", &SearchRequest::snils, "СНИЛС or ИИН", json::length(0, 20)),
                        field("cursor", &SearchRequest::cursor, "Where to go on", json::length(0, 100)),
                        field("limit", &SearchRequest::limit, "How many rows", json::range(1, 200)));
}

constexpr auto describe(json::Type<LookupRequest>) {
    using json::field;
    using json::length;
    return json::object("PersonLookup", field("number", &LookupRequest::number, "The whole СНИЛС or ИИН", length(1, 20)),
                        field("family_name", &LookupRequest::family_name, "Surname", length(1, 100)),
                        field("given_name", &LookupRequest::given_name, "Given name", length(1, 100)),
                        field("patronymic", &LookupRequest::patronymic, "Patronymic", length(0, 100)),
                        field("birth", &LookupRequest::birth, "Born on"));
}

constexpr auto describe(json::Type<LookupAnswer>) {
    using json::field;
    return json::object("PersonLookupAnswer", field("lookup", &LookupAnswer::lookup, "What to attach by"),
                        field("initials", &LookupAnswer::initials, "Initials"), field("birth_year", &LookupAnswer::birth_year, "Born in"),
                        field("organisation", &LookupAnswer::organisation, "Who serves"),
                        field("person", &LookupAnswer::person, "The card, if it is open to the caller"));
}

constexpr auto describe(json::Type<ServiceRequest>) {
    using json::field;
    return json::object("PersonServiceRequest", field("organisation", &ServiceRequest::organisation, "Which organisation"),
                        field("reason", &ServiceRequest::reason, "Reason", json::length(1, 500)));
}

constexpr auto describe(json::Type<Read>) {
    using json::field;
    return json::object("PersonRead", field("at", &Read::at, "When"), field("action", &Read::action, "What was done"),
                        field("text", &Read::text, "What was done, in words"),
                        field("account", &Read::account, "Who"), field("organisation", &Read::organisation, "Where"),
                        field("reason", &Read::reason, "Reason given"));
}

}  // namespace ryadom::people
