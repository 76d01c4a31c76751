// What screens are told of verdicts.
#pragma once

#include "modules/rollout/rollout.hpp"
#include "modules/standards/standards.hpp"
#include "modules/verdicts/rules.hpp"
#include "platform/json/describe.hpp"

namespace ryadom::verdicts {

constexpr auto names(json::Type<Outcome>) {
    using enum Outcome;
    return std::array<std::pair<Outcome, std::string_view>, 4>{{{met, "met"}, {failed, "failed"}, {no_data, "no_data"}, {waived, "waived"}}};
}
constexpr auto names(json::Type<Part>) {
    using enum Part;
    return std::array<std::pair<Part, std::string_view>, 3>{{{met, "met"}, {missed, "missed"}, {excluded, "excluded"}}};
}
constexpr auto names(json::Type<Reason>) {
    using enum Reason;
    return std::array<std::pair<Reason, std::string_view>, 10>{{{none, "none"}, {recent, "recent"}, {withdrawn, "withdrawn"}, {died, "died"}, {unpaired, "unpaired"},
                                                                {late, "late"}, {no_worker, "no_worker"}, {no_start, "no_start"}, {no_end, "no_end"},
                                                                {absent, "absent"}}};
}

/// A centre, a practice or a listed service, with its title in the reader's language.
struct Titled {
    Uuid id;
    std::string title;
};
constexpr auto describe(json::Type<Titled>) {
    return json::object("VerdictTitled", json::field("id", &Titled::id, "Id"), json::field("title", &Titled::title, "Title"));
}

struct ExcludedView {
    Reason reason = Reason::none;
    std::int64_t count = 0;
};
constexpr auto describe(json::Type<ExcludedView>) {
    return json::object("VerdictExcluded", json::field("reason", &ExcludedView::reason, "Why"), json::field("count", &ExcludedView::count, "How many"));
}

/// The numbers are those of the centre: other centres' staff read the outcome alone.
struct VerdictView {
    Date first;
    Date last;
    Outcome outcome = Outcome::no_data;
    int threshold_percent = 100;
    std::optional<std::int64_t> numerator;
    std::optional<std::int64_t> denominator;
    std::optional<std::int64_t> missing;
    std::vector<ExcludedView> excluded;
    std::optional<Date> waived_until;
    bool running = false;
};
constexpr auto describe(json::Type<VerdictView>) {
    using json::field;
    using T = VerdictView;
    return json::object("Verdict", field("first", &T::first, "First day of the period"), field("last", &T::last, "Last day of the period"),
                        field("outcome", &T::outcome, "Verdict"), field("threshold_percent", &T::threshold_percent, "Percent to be met, as it was asked then"),
                        field("numerator", &T::numerator, "Met; absent for readers of other centres"),
                        field("denominator", &T::denominator, "Counted; absent for readers of other centres"),
                        field("missing", &T::missing, "How many more would have to be met; absent for readers of other centres"),
                        field("excluded", &T::excluded, "Not counted, by reason"), field("waived_until", &T::waived_until, "The centre is excused until"),
                        field("running", &T::running, "The period is not over"));
}

struct StatementView {
    practices::Statement statement;
    VerdictView verdict;
    std::vector<VerdictView> trend;
};
constexpr auto describe(json::Type<StatementView>) {
    using T = StatementView;
    return json::object("JudgedStatement", json::field("statement", &T::statement, "What is asked"), json::field("verdict", &T::verdict, "Of the last full period, or of the running one while it was not asked yet"),
                        json::field("trend", &T::trend, "Oldest first, the running period last; each under the version then in force"));
}

struct CentreVerdicts {
    Titled organisation;
    std::optional<Titled> practice;
    std::optional<Titled> service;
    std::optional<Id<rollout::Adoption>> adoption;  ///< of the practice
    Date day;
    std::optional<Id<standards::Version>> standard;
    std::optional<Date> in_force_since;
    bool rows = false;
    std::vector<StatementView> statements;
};

/// Either a practice or a listed service.
struct VerdictsQuery {
    Id<network::Organisation> organisation;
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<catalogue::Service>> service;
    std::optional<Date> day;
};
constexpr auto describe(json::Type<VerdictsQuery>) {
    using T = VerdictsQuery;
    return json::object("VerdictsQuery", json::field("organisation", &T::organisation, "Centre"), json::field("practice", &T::practice, "Practice"),
                        json::field("service", &T::service, "Or listed service"), json::field("day", &T::day, "As of the end of this day; absent: now"));
}

struct RowsQuery {
    Id<network::Organisation> organisation;
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<catalogue::Service>> service;
    std::string statement;
    Date first;
    std::optional<Date> day;
    std::optional<Part> part;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<RowsQuery>) {
    using json::field;
    using T = RowsQuery;
    return json::object("VerdictRowsQuery", field("organisation", &T::organisation, "Centre"), field("practice", &T::practice, "Practice"),
                        field("service", &T::service, "Or listed service"), field("statement", &T::statement, "Statement", json::length(1, 100)), field("first", &T::first, "First day of the period"),
                        field("day", &T::day, "As of the end of this day; absent: now"), field("part", &T::part, "Only these"),
                        field("cursor", &T::cursor, "Where to go on", json::length(0, 30)), field("limit", &T::limit, "How many", json::range(1, 200)));
}

struct RowView {
    Part part = Part::missed;
    Reason reason = Reason::none;
    Date day;
    std::optional<double> value;
    std::optional<Id<people::Person>> person;
    std::optional<std::string> name;
    std::optional<int> age;
    std::optional<people::Sex> sex;
    std::optional<Id<ledger::Fact>> fact;
    std::optional<std::string> service;
    std::optional<std::string> worker;
    std::optional<std::string> item;
};
constexpr auto describe(json::Type<RowView>) {
    using json::field;
    using T = RowView;
    return json::object("VerdictRow", field("part", &T::part, "How it counts"), field("reason", &T::reason, "Why not"),
                        field("day", &T::day, "Of the request, the fact, the group, the last fact, the later form; first day of a week or month"),
                        field("value", &T::value, "Days of waiting, minutes, people, facts, change"), field("person", &T::person, "Recipient"),
                        field("name", &T::name, "Where the reader serves the person"), field("age", &T::age, "Whole years"), field("sex", &T::sex, "Sex"),
                        field("fact", &T::fact, "Fact"), field("service", &T::service, "Service"), field("worker", &T::worker, "Who delivered"),
                        field("item", &T::item, "Room or equipment"));
}

constexpr auto describe(json::Type<CentreVerdicts>) {
    using json::field;
    using T = CentreVerdicts;
    return json::object("CentreVerdicts", field("organisation", &T::organisation, "Centre"), field("practice", &T::practice, "Practice"),
                        field("service", &T::service, "Or listed service"), field("adoption", &T::adoption, "Adoption of the practice"), field("day", &T::day, "As of the end of this day"),
                        field("standard", &T::standard, "Version of the standard; absent: what the package itself asks"),
                        field("in_force_since", &T::in_force_since, "Since when that version binds"), field("rows", &T::rows, "The reader may see what is counted"),
                        field("statements", &T::statements, "Statements"));
}

// ---- All centres

struct RegionQuery {
    std::optional<Id<network::Organisation>> organisation;
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<catalogue::Service>> service;
    std::optional<Date> day;
};
constexpr auto describe(json::Type<RegionQuery>) {
    using T = RegionQuery;
    return json::object("RegionVerdictsQuery", json::field("organisation", &T::organisation, "Only this centre"),
                        json::field("practice", &T::practice, "Only this practice"), json::field("service", &T::service, "Only this listed service"),
                        json::field("day", &T::day, "As of the end of this day; absent: now"));
}

struct ShortVerdict {
    std::string statement;
    Outcome outcome = Outcome::no_data;
};
constexpr auto describe(json::Type<ShortVerdict>) {
    return json::object("ShortVerdict", json::field("statement", &ShortVerdict::statement, "Id of the statement"), json::field("outcome", &ShortVerdict::outcome, "Verdict"));
}

struct CellVerdicts {
    Id<network::Organisation> organisation;
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<catalogue::Service>> service;
    std::optional<Id<standards::Version>> standard;
    std::vector<ShortVerdict> statements;
};
constexpr auto describe(json::Type<CellVerdicts>) {
    using T = CellVerdicts;
    return json::object("CellVerdicts", json::field("organisation", &T::organisation, "Centre"), json::field("practice", &T::practice, "Practice"),
                        json::field("service", &T::service, "Or listed service"),
                        json::field("standard", &T::standard, "Version of the standard; absent: what the package itself asks"),
                        json::field("statements", &T::statements, "Of the last full period of each"));
}

struct StatementTitle {
    std::string statement;
    std::string title;
};
constexpr auto describe(json::Type<StatementTitle>) {
    return json::object("StatementTitle", json::field("statement", &StatementTitle::statement, "Id of the statement"),
                        json::field("title", &StatementTitle::title, "What it asks, in the reader's language"));
}

/// What the cells speak of, told once: versions of a package may ask for different things.
struct JudgedTitles {
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<catalogue::Service>> service;
    std::string title;
    std::vector<StatementTitle> statements;
};
constexpr auto describe(json::Type<JudgedTitles>) {
    using T = JudgedTitles;
    return json::object("JudgedTitles", json::field("practice", &T::practice, "Practice"), json::field("service", &T::service, "Or listed service"),
                        json::field("title", &T::title, "Title in the reader's language"),
                        json::field("statements", &T::statements, "Every statement that a centre is held to"));
}

struct RegionVerdicts {
    Date day;
    Instant computed_at;
    std::vector<CellVerdicts> cells;
    std::vector<JudgedTitles> titles;
};
constexpr auto describe(json::Type<RegionVerdicts>) {
    using T = RegionVerdicts;
    return json::object("RegionVerdicts", json::field("day", &T::day, "As of the end of this day"), json::field("computed_at", &T::computed_at, "When it was computed"),
                        json::field("cells", &T::cells, "Every centre with each practice that is under way and each listed service that it provides"),
                        json::field("titles", &T::titles, "Of the practices and services in the cells"));
}

struct VerdictMatrixQuery {
    std::optional<Date> day;
};
constexpr auto describe(json::Type<VerdictMatrixQuery>) {
    return json::object("VerdictMatrixQuery", json::field("day", &VerdictMatrixQuery::day, "As of the end of this day; absent: now"));
}

/// The statements that bind a centre in a practice, by outcome.
struct JudgedCounts {
    int centre = 0;
    int practice = 0;
    int met = 0;
    int failed = 0;
    int no_data = 0;
    int waived = 0;
};
constexpr auto describe(json::Type<JudgedCounts>) {
    using T = JudgedCounts;
    using json::field;
    return json::object("JudgedCounts", field("centre", &T::centre, "Index into centres"), field("practice", &T::practice, "Index into practices"),
                        field("met", &T::met, "Statements that are met"), field("failed", &T::failed, "That are not"),
                        field("no_data", &T::no_data, "With nothing to count"), field("waived", &T::waived, "That the centre is excused from"));
}

struct VerdictMatrix {
    Date day;
    Instant computed_at;
    std::vector<Id<network::Organisation>> centres;
    std::vector<Id<practices::Practice>> practices;
    std::vector<JudgedCounts> cells;
};
constexpr auto describe(json::Type<VerdictMatrix>) {
    using T = VerdictMatrix;
    using json::field;
    return json::object("VerdictMatrix", field("day", &T::day, "As of the end of this day"), field("computed_at", &T::computed_at, "When it was computed"),
                        field("centres", &T::centres, "Centres"), field("practices", &T::practices, "Practices"),
                        field("cells", &T::cells, "Every centre and practice that is under way"));
}

// ---- A statement that is being written

struct PreviewRequest {
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<catalogue::Service>> service;
    practices::Statement statement;
    std::optional<Date> day;
};
constexpr auto describe(json::Type<PreviewRequest>) {
    using T = PreviewRequest;
    return json::object("VerdictPreviewRequest", json::field("practice", &T::practice, "Whose facts"),
                        json::field("service", &T::service, "Or those of a listed service"), json::field("statement", &T::statement, "What would be asked"),
                        json::field("day", &T::day, "As of the end of this day; absent: now"));
}

struct PreviewRow {
    Titled organisation;
    VerdictView verdict;
};
constexpr auto describe(json::Type<PreviewRow>) {
    return json::object("VerdictPreviewRow", json::field("organisation", &PreviewRow::organisation, "Centre"), json::field("verdict", &PreviewRow::verdict, "Verdict"));
}

struct Preview {
    int met = 0;
    int failed = 0;
    int no_data = 0;
    std::vector<PreviewRow> centres;
};
constexpr auto describe(json::Type<Preview>) {
    using T = Preview;
    return json::object("VerdictPreview", json::field("met", &T::met, "Centres that would meet it"), json::field("failed", &T::failed, "Centres that would not"),
                        json::field("no_data", &T::no_data, "Centres with nothing to count"), json::field("centres", &T::centres, "Each, the lowest share first"));
}

}  // namespace ryadom::verdicts
