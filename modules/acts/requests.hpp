// What is asked of months and acts, and how they are shown.
#pragma once

#include "modules/acts/model.hpp"

namespace ryadom::acts {

struct MonthsQuery {
    Id<network::Organisation> organisation;
};
constexpr auto describe(json::Type<MonthsQuery>) {
    return json::object("ActMonthsQuery", json::field("organisation", &MonthsQuery::organisation, "Centre"));
}

struct MonthQuery {
    Id<network::Organisation> organisation;
    Date month;
};
constexpr auto describe(json::Type<MonthQuery>) {
    return json::object("ActMonthQuery", json::field("organisation", &MonthQuery::organisation, "Centre"), json::field("month", &MonthQuery::month, "A day of the month"));
}

struct CloseMonth {
    Id<network::Organisation> organisation;
    Date month;
    std::optional<std::string> accepted;
};
constexpr auto describe(json::Type<CloseMonth>) {
    using T = CloseMonth;
    return json::object("CloseActMonth", json::field("organisation", &T::organisation, "Centre"), json::field("month", &T::month, "A day of the month"),
                        json::field("accepted", &T::accepted, "Why it is closed with something left to mend", json::length(3, 500)));
}

enum class MarkKind {
    signed_on_paper,
    refused,    ///< the recipient does not sign, for a reason
    taken_back  ///< the mark before was a mistake
};
constexpr auto names(json::Type<MarkKind>) {
    using namespace std::string_view_literals;
    using enum MarkKind;
    return std::array{std::pair{signed_on_paper, "signed_on_paper"sv}, std::pair{refused, "refused"sv}, std::pair{taken_back, "taken_back"sv}};
}

/// Whether the recipient signed.
struct Mark {
    MarkKind kind = MarkKind::signed_on_paper;
    Date day;
    std::optional<std::string> signer;  ///< who signed, when not the recipient
    std::optional<std::string> reason;
    Instant at;
    std::optional<std::string> by;
};
constexpr auto describe(json::Type<Mark>) {
    using json::field;
    using T = Mark;
    return json::object("ActMark", field("kind", &T::kind, "What became of it"), field("day", &T::day, "On which day"), field("signer", &T::signer, "Who signed for the recipient"),
                        field("reason", &T::reason, "Why it was refused or taken back"), field("at", &T::at, "When it was noted"), field("by", &T::by, "Who noted it"));
}

struct NewMarks {
    std::vector<Id<Act>> acts;
    MarkKind kind = MarkKind::signed_on_paper;
    Date day;
    std::optional<std::string> signer;
    std::optional<std::string> reason;
};
constexpr auto describe(json::Type<NewMarks>) {
    using json::field;
    using json::length;
    using T = NewMarks;
    return json::object("NewActMarks", field("acts", &T::acts, "Acts of one centre", length(1, 200)), field("kind", &T::kind, "What became of them"), field("day", &T::day, "On which day"),
                        field("signer", &T::signer, "Who signed for the recipient", length(0, 200)), field("reason", &T::reason, "Why it was refused or taken back", length(3, 500)));
}

struct Marked {
    int acts = 0;
};
constexpr auto describe(json::Type<Marked>) { return json::object("MarkedActs", json::field("acts", &Marked::acts, "How many acts were marked")); }

/// The standing of an act: its last mark.
enum class Standing { waiting, signed_on_paper, refused };
constexpr auto names(json::Type<Standing>) {
    using namespace std::string_view_literals;
    using enum Standing;
    return std::array{std::pair{waiting, "waiting"sv}, std::pair{signed_on_paper, "signed_on_paper"sv}, std::pair{refused, "refused"sv}};
}

struct ActSummary {
    Id<Act> id;
    std::string label;
    Id<people::Person> person;
    std::string name;
    int facts = 0;
    std::int64_t sum_kopecks = 0;
    std::optional<std::int64_t> payable_kopecks;
    Standing standing = Standing::waiting;
};
constexpr auto describe(json::Type<ActSummary>) {
    using json::field;
    using T = ActSummary;
    return json::object("ActSummary", field("id", &T::id, "Id"), field("label", &T::label, "Number"), field("person", &T::person, "Person"), field("name", &T::name, "Name"),
                        field("facts", &T::facts, "Facts"), field("sum_kopecks", &T::sum_kopecks, "Services by tariffs"), field("payable_kopecks", &T::payable_kopecks, "Paid; absent: not known"),
                        field("standing", &T::standing, "Whether it is signed"));
}

struct ActsQuery {
    std::optional<std::string> name;
    std::optional<Standing> standing;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<ActsQuery>) {
    using json::field;
    using T = ActsQuery;
    return json::object("ActsQuery", field("name", &T::name, "A part of the name or the number", json::length(0, 100)), field("standing", &T::standing, "Only these"),
                        field("cursor", &T::cursor, "Where to go on", json::length(0, 30)), field("limit", &T::limit, "How many", json::range(1, 200)));
}

struct ActView {
    Id<Act> id;
    Id<Closing> closing;
    Id<network::Organisation> organisation;
    Id<people::Person> person;
    ActContent content;
    std::string sha256;
    std::vector<Mark> marks;
};
constexpr auto describe(json::Type<ActView>) {
    using json::field;
    using T = ActView;
    return json::object("Act", field("id", &T::id, "Id"), field("closing", &T::closing, "The closing that made it"), field("organisation", &T::organisation, "Centre"),
                        field("person", &T::person, "Person"), field("content", &T::content, "What it says"), field("sha256", &T::sha256, "SHA-256 of what it says"),
                        field("marks", &T::marks, "Signatures and refusals, oldest first"));
}

struct CorrectionView {
    Id<Correction> id;
    Id<Closing> closing;
    Id<people::Person> person;
    CorrectionContent content;
    std::string sha256;
};
constexpr auto describe(json::Type<CorrectionView>) {
    using json::field;
    using T = CorrectionView;
    return json::object("ActCorrection", field("id", &T::id, "Id"), field("closing", &T::closing, "The closing that reports it"), field("person", &T::person, "Person"),
                        field("content", &T::content, "What it says"), field("sha256", &T::sha256, "SHA-256 of what it says"));
}

enum class Bundle {
    together,  ///< files of many acts each, for the printer
    each       ///< a file for each act
};
constexpr auto names(json::Type<Bundle>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Bundle::together, "together"sv}, std::pair{Bundle::each, "each"sv}};
}
struct PrintActs {
    Bundle bundle = Bundle::together;
};
constexpr auto describe(json::Type<PrintActs>) { return json::object("PrintActs", json::field("bundle", &PrintActs::bundle, "One file of many acts, or a file each")); }

/// A month of a person: as it was reported, or as it comes to so far.
struct PersonMonth {
    Date month;
    MonthState state = MonthState::running;
    Id<network::Organisation> organisation;
    std::optional<Id<Act>> act;
    std::optional<std::string> label;
    std::optional<Standing> standing;
    Bill bill;
    std::vector<CorrectionView> corrections;  ///< about this month, in the order of their months
};
constexpr auto describe(json::Type<PersonMonth>) {
    using json::field;
    using T = PersonMonth;
    return json::object("PersonActMonth", field("month", &T::month, "First day of the month"), field("state", &T::state, "Whether it is closed"), field("organisation", &T::organisation, "Centre"),
                        field("act", &T::act, "The act"), field("label", &T::label, "Its number"), field("standing", &T::standing, "Whether it is signed"),
                        field("bill", &T::bill, "As it was reported, or as it comes to so far"), field("corrections", &T::corrections, "What was corrected later"));
}

}  // namespace ryadom::acts
