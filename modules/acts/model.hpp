// Months of a centre, the acts of a closed one, and what was corrected later.
#pragma once

#include "modules/acts/model_bill.hpp"
#include "modules/network/network.hpp"
#include "modules/people/people.hpp"

namespace ryadom::acts {

struct Closing;
struct Act;
struct Correction;

/// What an act says, as it was when the month was closed: its paper is drawn from this alone.
struct ActContent {
    std::string label;  ///< number within the centre and the year
    Date month;         ///< its first day
    Date closed_on;
    std::string language;
    std::string provider;  ///< full name
    std::string director;
    std::string name;  ///< of the recipient
    std::optional<std::string> contract;  ///< as it is named on paper: "№ 12 от 01.03.2026"
    Bill bill;
};
constexpr auto describe(json::Type<ActContent>) {
    using json::field;
    using T = ActContent;
    return json::object("ActContent", field("label", &T::label, "Number"), field("month", &T::month, "First day of the month"), field("closed_on", &T::closed_on, "Day of the closing"),
                        field("language", &T::language, "Language of the paper"), field("provider", &T::provider, "Provider"), field("director", &T::director, "Director"),
                        field("name", &T::name, "Recipient"), field("contract", &T::contract, "Number and day of the contract"),
                        field("bill", &T::bill, "What was delivered and what is paid"));
}

/// What a correction record says: what was reported, and what it really came to.
struct CorrectionContent {
    std::string label;
    Date month;  ///< which it is about
    Date made_in;  ///< the month in which it is reported
    Date closed_on;
    std::string language;
    std::string provider;
    std::string director;
    std::string name;
    std::optional<std::string> act;  ///< the number of the act that it corrects; absent: there was none
    Causes causes;
    std::vector<LineChange> changes;
    Bill before;
    Bill after;
};
constexpr auto describe(json::Type<CorrectionContent>) {
    using json::field;
    using T = CorrectionContent;
    return json::object("CorrectionContent", field("label", &T::label, "Number"), field("month", &T::month, "First day of the month that it is about"),
                        field("made_in", &T::made_in, "First day of the month in which it is reported"), field("closed_on", &T::closed_on, "Day of that closing"),
                        field("language", &T::language, "Language of the paper"), field("provider", &T::provider, "Provider"), field("director", &T::director, "Director"),
                        field("name", &T::name, "Recipient"), field("act", &T::act, "Number of the act; absent: there was none"), field("causes", &T::causes, "Why"),
                        field("changes", &T::changes, "What changed, by service"), field("before", &T::before, "As it was reported"), field("after", &T::after, "As it was"));
}

enum class MonthState {
    running,  ///< it is not over
    open,
    closed
};
constexpr auto names(json::Type<MonthState>) {
    using namespace std::string_view_literals;
    using enum MonthState;
    return std::array{std::pair{running, "running"sv}, std::pair{open, "open"sv}, std::pair{closed, "closed"sv}};
}

/// What the acts of a month add up to.
struct Totals {
    int people = 0;
    std::int64_t facts = 0;
    std::int64_t sum_kopecks = 0;
    std::int64_t payable_kopecks = 0;
    std::int64_t budget_kopecks = 0;
    int undetermined = 0;  ///< people of whom it is not known what they pay
};
constexpr auto describe(json::Type<Totals>) {
    using json::field;
    using T = Totals;
    return json::object("ActTotals", field("people", &T::people, "People with an act"), field("facts", &T::facts, "Facts"), field("sum_kopecks", &T::sum_kopecks, "Services by tariffs"),
                        field("payable_kopecks", &T::payable_kopecks, "Paid by the recipients"), field("budget_kopecks", &T::budget_kopecks, "Carried by the budget"),
                        field("undetermined", &T::undetermined, "People of whom it is not known what they pay"));
}

struct Month {
    Date month;  ///< its first day
    MonthState state = MonthState::open;
    std::optional<Id<Closing>> closing;
    std::optional<Date> closed_on;
    std::optional<std::string> closed_by;
    std::optional<std::string> accepted;  ///< why it was closed with open questions
    std::optional<Totals> totals;
    int corrections = 0;                 ///< records about earlier months that it reports
    std::int64_t correction_kopecks = 0; ///< what they change in payments
    std::optional<int> signed_acts;   ///< counted where one month is shown
    std::optional<int> refused_acts;
    std::optional<std::string> sha256;  ///< of everything that it reports
};
constexpr auto describe(json::Type<Month>) {
    using json::field;
    using T = Month;
    return json::object("ActMonth", field("month", &T::month, "First day of the month"), field("state", &T::state, "Whether it is closed"), field("closing", &T::closing, "Id of the closing"),
                        field("closed_on", &T::closed_on, "When it was closed"), field("closed_by", &T::closed_by, "By whom"),
                        field("accepted", &T::accepted, "Why it was closed with questions open"), field("totals", &T::totals, "What was reported"),
                        field("corrections", &T::corrections, "Correction records about earlier months that it reports"),
                        field("correction_kopecks", &T::correction_kopecks, "What they change in what recipients pay"), field("signed_acts", &T::signed_acts, "Acts signed on paper"),
                        field("refused_acts", &T::refused_acts, "Acts whose signature was refused"), field("sha256", &T::sha256, "SHA-256 of everything that the month reports"));
}

enum class ProblemKind {
    no_contract,      ///< people who were served without one
    no_assessment,    ///< people of whom no payment was reckoned
    no_price,         ///< services without a tariff on their days
    outside_package,  ///< people assessed for the free package only who were given more
    no_practice,      ///< facts that belong to no practice
    unnamed,          ///< recipients without names
    open_questions,   ///< facts that are hard to believe and were not answered
    urgent            ///< urgent services have acts of their own: nothing to mend
};
constexpr auto names(json::Type<ProblemKind>) {
    using namespace std::string_view_literals;
    using enum ProblemKind;
    return std::array{std::pair{no_contract, "no_contract"sv}, std::pair{no_assessment, "no_assessment"sv}, std::pair{no_price, "no_price"sv}, std::pair{outside_package, "outside_package"sv},
                      std::pair{no_practice, "no_practice"sv}, std::pair{unnamed, "unnamed"sv}, std::pair{open_questions, "open_questions"sv}, std::pair{urgent, "urgent"sv}};
}

struct NamedPerson {
    Id<people::Person> id;
    std::string name;
};
constexpr auto describe(json::Type<NamedPerson>) {
    return json::object("ActPerson", json::field("id", &NamedPerson::id, "Person"), json::field("name", &NamedPerson::name, "Name"));
}

struct Problem {
    ProblemKind kind = ProblemKind::urgent;
    std::int64_t count = 0;
    std::vector<NamedPerson> people;    ///< the first of them
    std::vector<std::string> services;  ///< titles
};
constexpr auto describe(json::Type<Problem>) {
    using json::field;
    using T = Problem;
    return json::object("ActProblem", field("kind", &T::kind, "What is wrong"), field("count", &T::count, "How many people, services, facts or questions"),
                        field("people", &T::people, "Whom it is about, the first of them"), field("services", &T::services, "Which services"));
}

/// An act as it would be made.
struct Expected {
    Id<people::Person> person;
    std::string name;
    int facts = 0;
    std::int64_t sum_kopecks = 0;
    std::optional<std::int64_t> payable_kopecks;
};
constexpr auto describe(json::Type<Expected>) {
    using json::field;
    using T = Expected;
    return json::object("ExpectedAct", field("person", &T::person, "Person"), field("name", &T::name, "Name"), field("facts", &T::facts, "Facts"),
                        field("sum_kopecks", &T::sum_kopecks, "Services by tariffs"), field("payable_kopecks", &T::payable_kopecks, "Paid; absent: not known"));
}

/// What an act or a correction of a person says in a list.
struct ExpectedCorrection {
    Id<people::Person> person;
    std::string name;
    Date month;
    Causes causes;
    std::int64_t sum_difference_kopecks = 0;
    std::optional<std::int64_t> payable_before_kopecks;
    std::optional<std::int64_t> payable_after_kopecks;
};
constexpr auto describe(json::Type<ExpectedCorrection>) {
    using json::field;
    using T = ExpectedCorrection;
    return json::object("ExpectedCorrection", field("person", &T::person, "Person"), field("name", &T::name, "Name"), field("month", &T::month, "First day of the month that it is about"),
                        field("causes", &T::causes, "Why"), field("sum_difference_kopecks", &T::sum_difference_kopecks, "By how much the services cost more"),
                        field("payable_before_kopecks", &T::payable_before_kopecks, "Paid as reported"), field("payable_after_kopecks", &T::payable_after_kopecks, "Paid as it was"));
}

constexpr auto many = json::length(0, 100'000);

struct Preview {
    Date month;
    MonthState state = MonthState::open;
    std::optional<std::string> not_yet;  ///< the code of what stands against closing
    Totals totals;
    std::vector<Expected> acts;
    std::vector<Problem> problems;
    std::vector<ExpectedCorrection> corrections;
};
constexpr auto describe(json::Type<Preview>) {
    using json::field;
    using T = Preview;
    return json::object("ActPreview", field("month", &T::month, "First day of the month"), field("state", &T::state, "Whether it is closed"),
                        field("not_yet", &T::not_yet, "Why it cannot be closed yet, in words"), field("totals", &T::totals, "What the acts would add up to"),
                        field("acts", &T::acts, "The acts that would be made, by name", many), field("problems", &T::problems, "What is to be mended"),
                        field("corrections", &T::corrections, "Records that would correct earlier months", many));
}

}  // namespace ryadom::acts
