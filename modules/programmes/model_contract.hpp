// A contract (договор) concluded on a programme.
#pragma once

#include "modules/payment/payment.hpp"
#include "modules/programmes/model_programme.hpp"

namespace ryadom::programmes {

struct Contract {
    Id<Contract> id;
    std::string number;  ///< as it stands on the paper
    Id<people::Person> person;
    std::optional<std::string> name;  ///< of the person, within the caller's scope
    Id<network::Organisation> organisation;
    Id<Programme> programme;
    Date concluded_on;
    Date since;
    Date until;
    Date last_on;  ///< the last day on which it holds: `until`, or the day on which it was ended
    Form form = Form::home;
    std::optional<std::string> signer;  ///< who signed for the person
    Id<ryadom::payment::Assessment> payment;  ///< by which payment was agreed
    std::int64_t payment_kopecks = 0;   ///< a month
    std::optional<Date> ended_on;
    std::optional<std::string> end_reason;  ///< a code of the list
    std::optional<std::string> end_note;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<Contract>) {
    using json::field;
    using T = Contract;
    return json::object("ServiceContract", field("id", &T::id, "Id"), field("number", &T::number, "Number"), field("person", &T::person, "Recipient"),
                        field("name", &T::name, "Name"), field("organisation", &T::organisation, "Provider"), field("programme", &T::programme, "Programme"),
                        field("concluded_on", &T::concluded_on, "Concluded on"), field("since", &T::since, "Since"), field("until", &T::until, "Until"),
                        field("last_on", &T::last_on, "The last day on which it holds"), field("form", &T::form, "Form of care"), field("signer", &T::signer, "Who signed for the person"),
                        field("payment", &T::payment, "Assessment of payment"), field("payment_kopecks", &T::payment_kopecks, "Payment of a month"),
                        field("ended_on", &T::ended_on, "Ended before its time on"), field("end_reason", &T::end_reason, "Why, by code"),
                        field("end_note", &T::end_note, "In words"), field("revision", &T::revision, "Revision", json::read_only));
}

struct NewContract {
    Id<network::Organisation> organisation;
    std::optional<std::string> number;
    Date concluded_on;
    Date since;
    Date until;
    std::optional<std::string> signer;
};
constexpr auto describe(json::Type<NewContract>) {
    using json::field;
    using T = NewContract;
    return json::object("NewServiceContract", field("organisation", &T::organisation, "Provider"),
                        field("number", &T::number, "Number; absent: the next of the year", json::length(1, 40)), field("concluded_on", &T::concluded_on, "Concluded on"),
                        field("since", &T::since, "Since"), field("until", &T::until, "Until"), field("signer", &T::signer, "Who signs for the person", json::length(0, 300)));
}

struct EndContract {
    Date ended_on;
    std::string reason;
    std::optional<std::string> note;
};
constexpr auto describe(json::Type<EndContract>) {
    using json::field;
    using T = EndContract;
    return json::object("EndServiceContract", field("ended_on", &T::ended_on, "The last day"), field("reason", &T::reason, "Why, by code", json::length(1, 60)),
                        field("note", &T::note, "In words", json::length(0, 500)));
}

}  // namespace ryadom::programmes
