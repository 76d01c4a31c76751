// Requests as the desk enters and reads them.
#pragma once

#include "modules/requests/requests.hpp"
#include "platform/json/describe.hpp"

namespace ryadom::requests {

struct Request;

/// Who asked, as the caller may know it.
struct Asker {
    people::Sex sex = people::Sex::female;
    int age = 0;  ///< on the day of the request
    std::optional<Id<people::Person>> id;
    std::optional<std::string> name;
};

struct Request {
    Id<Request> id;
    Id<network::Organisation> organisation;
    Asker person;
    Id<catalogue::Service> service;
    Date asked_on;
    int days = 0;  ///< waited up to today, or to the withdrawal
    Date recorded_on;
    std::optional<Date> withdrawn_on;
    std::optional<std::string> reason;
    std::optional<std::string> words;
};

struct NewRequest {
    Id<network::Organisation> organisation;
    Id<people::Person> person;
    Id<catalogue::Service> service;
    Date asked_on;
};

struct WithdrawRequest {
    Date withdrawn_on;
    std::string reason;
    std::optional<std::string> words;
};

struct Reason {
    std::string code;
    catalogue::Titles titles;
    bool needs_words = false;
};

constexpr auto describe(json::Type<Asker>) {
    using json::field;
    return json::object("Asker", field("sex", &Asker::sex, "Sex"), field("age", &Asker::age, "Age on the day"),
                        field("id", &Asker::id, "Id, with a right to the person"), field("name", &Asker::name, "Name, with a right to the person"));
}

constexpr auto describe(json::Type<Request>) {
    using json::field;
    using T = Request;
    return json::object("Request", field("id", &T::id, "Id"), field("organisation", &T::organisation, "Where it was made"),
                        field("person", &T::person, "Who asked"), field("service", &T::service, "Service"), field("asked_on", &T::asked_on, "Day of the request"),
                        field("days", &T::days, "Days of waiting"), field("recorded_on", &T::recorded_on, "Day of recording"),
                        field("withdrawn_on", &T::withdrawn_on, "Day of the withdrawal"), field("reason", &T::reason, "Why it was withdrawn: a code"),
                        field("words", &T::words, "Why it was withdrawn, in words"));
}

constexpr auto describe(json::Type<NewRequest>) {
    using json::field;
    using T = NewRequest;
    return json::object("NewRequest", field("organisation", &T::organisation, "Where it is made"), field("person", &T::person, "Who asks"),
                        field("service", &T::service, "Service"), field("asked_on", &T::asked_on, "Day of the request"));
}

constexpr auto describe(json::Type<WithdrawRequest>) {
    using json::field;
    using T = WithdrawRequest;
    return json::object("WithdrawRequest", field("withdrawn_on", &T::withdrawn_on, "Since when nobody waits"),
                        field("reason", &T::reason, "Why: a code", json::length(1, 60)), field("words", &T::words, "Why, in words", json::length(3, 500)));
}

constexpr auto describe(json::Type<Reason>) {
    using json::field;
    return json::object("WithdrawalReason", field("code", &Reason::code, "Code"), field("titles", &Reason::titles, "Title by language"),
                        field("needs_words", &Reason::needs_words, "It has to be said in words"));
}

}  // namespace ryadom::requests
