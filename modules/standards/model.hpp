// What the module keeps and shows: versions on their way to force, comments, pilots, waivers; and what is asked to change them.
#pragma once

#include "modules/network/network.hpp"
#include "modules/standards/standards.hpp"

#include <array>

namespace ryadom::standards {

template <class T, std::size_t N>
using Words = std::array<std::pair<T, std::string_view>, N>;

/// Follows from days and orders, and is never typed.
enum class Stage { draft, comments, settling, coming, in_force, superseded, repealed };
constexpr auto names(json::Type<Stage>) {
    using enum Stage;
    return Words<Stage, 7>{{{draft, "draft"}, {comments, "comments"}, {settling, "settling"}, {coming, "coming"},
                            {in_force, "in_force"}, {superseded, "superseded"}, {repealed, "repealed"}}};
}

struct Order {
    std::string number;
    Date day;
    bool operator==(const Order&) const = default;
};
constexpr auto describe(json::Type<Order>) {
    return json::object("StandardOrder", json::field("number", &Order::number, "Number", json::length(1, 60)), json::field("day", &Order::day, "Day"));
}

struct VersionSummary {
    Id<Version> id;
    int ordinal = 1;
    Stage stage = Stage::draft;
    std::optional<Date> comments_until;
    int comments = 0;
    int unanswered = 0;
    std::optional<Order> order;
    std::optional<Date> in_force_from;
    std::optional<Date> in_force_until;  ///< the last day
};
constexpr auto describe(json::Type<VersionSummary>) {
    using T = VersionSummary;
    using json::field;
    return json::object("StandardVersionSummary", field("id", &T::id, "Id"), field("ordinal", &T::ordinal, "Which version"),
                        field("stage", &T::stage, "Where it stands"), field("comments_until", &T::comments_until, "Last day of comments"),
                        field("comments", &T::comments, "Comments"), field("unanswered", &T::unanswered, "Comments without an answer"),
                        field("order", &T::order, "Order of approval"), field("in_force_from", &T::in_force_from, "In force from"),
                        field("in_force_until", &T::in_force_until, "Last day in force"));
}

/// A standard with its versions, the newest first; the title is of the version in force, or of the newest.
struct StandardView {
    Id<Standard> id;
    std::string code;
    practices::Line title;
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<catalogue::Service>> service;
    std::map<std::string, std::string> subject;  ///< title of the practice or service by language
    std::optional<Order> repealed_by;
    std::optional<Date> repealed_from;
    std::vector<VersionSummary> versions;
};
constexpr auto describe(json::Type<StandardView>) {
    using T = StandardView;
    using json::field;
    return json::object("Standard", field("id", &T::id, "Id"), field("code", &T::code, "Code"), field("title", &T::title, "Title"),
                        field("practice", &T::practice, "Practice"), field("service", &T::service, "Listed service"),
                        field("subject", &T::subject, "Title of the practice or service"), field("repealed_by", &T::repealed_by, "Order of repeal"),
                        field("repealed_from", &T::repealed_from, "Not in force from"), field("versions", &T::versions, "Versions"));
}

enum class Outcome { confirmed, not_confirmed };
constexpr auto names(json::Type<Outcome>) {
    return Words<Outcome, 2>{{{Outcome::confirmed, "confirmed"}, {Outcome::not_confirmed, "not_confirmed"}}};
}

struct PilotResult {
    Outcome outcome = Outcome::confirmed;
    std::string text;
};
constexpr auto describe(json::Type<PilotResult>) {
    return json::object("PilotResult", json::field("outcome", &PilotResult::outcome, "Were the criteria met"),
                        json::field("text", &PilotResult::text, "What was found", json::length(1, 20'000)));
}

struct Pilot {
    std::vector<Id<network::Organisation>> centres;
    std::string criteria;
    Date starts_on;
    std::optional<PilotResult> result;
};
constexpr auto describe(json::Type<Pilot>) {
    using json::field;
    return json::object("StandardPilot", field("centres", &Pilot::centres, "Centres", json::length(2, 3)),
                        field("criteria", &Pilot::criteria, "Criteria, fixed before the start", json::length(1, 20'000)),
                        field("starts_on", &Pilot::starts_on, "First day"), field("result", &Pilot::result, "Result", json::read_only));
}

struct VersionView {
    Id<Version> id;
    Id<Standard> standard;
    std::string code;
    VersionSummary state;
    std::optional<Date> sent_on;
    std::optional<Date> ended_on;
    std::optional<std::string> ended_reason;
    std::optional<Pilot> pilot;
    std::vector<std::string> missing;  ///< parts of the text without which centres are not asked
    Content content;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<VersionView>) {
    using T = VersionView;
    using json::field;
    return json::object("StandardVersion", field("id", &T::id, "Id", json::read_only), field("standard", &T::standard, "Standard", json::read_only),
                        field("code", &T::code, "Code", json::read_only), field("state", &T::state, "Where it stands", json::read_only),
                        field("sent_on", &T::sent_on, "Centres asked on", json::read_only),
                        field("ended_on", &T::ended_on, "Comments ended early on", json::read_only),
                        field("ended_reason", &T::ended_reason, "Why comments ended early", json::read_only),
                        field("pilot", &T::pilot, "Pilot", json::read_only), field("missing", &T::missing, "What the text lacks", json::read_only),
                        field("content", &T::content, "Text"), field("revision", &T::revision, "Revision", json::read_only));
}

/// Either a practice or a service; a practice gives the draft its statements and steps.
struct NewStandard {
    std::string code;
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<catalogue::Service>> service;
};
constexpr auto describe(json::Type<NewStandard>) {
    using json::field;
    return json::object("NewStandard", field("code", &NewStandard::code, "Code", json::length(1, 60)),
                        field("practice", &NewStandard::practice, "Practice"), field("service", &NewStandard::service, "Listed service"));
}

struct SendRequest {
    std::optional<Date> until;
};
constexpr auto describe(json::Type<SendRequest>) {
    return json::object("StandardSendRequest", json::field("until", &SendRequest::until, "Last day of comments; absent: in 14 days"));
}

struct EndRequest {
    std::string reason;
};
constexpr auto describe(json::Type<EndRequest>) {
    return json::object("StandardEndRequest", json::field("reason", &EndRequest::reason, "Reason", json::length(1, 1000)));
}

struct OrderRequest {
    Order order;
    Date from;
};
constexpr auto describe(json::Type<OrderRequest>) {
    return json::object("StandardOrderRequest", json::field("order", &OrderRequest::order, "Order"), json::field("from", &OrderRequest::from, "From which day"));
}

// ---- Comments

enum class About { whole, clause, statement };
constexpr auto names(json::Type<About>) {
    return Words<About, 3>{{{About::whole, "whole"}, {About::clause, "clause"}, {About::statement, "statement"}}};
}

enum class Decision { taken, declined };
constexpr auto names(json::Type<Decision>) {
    return Words<Decision, 2>{{{Decision::taken, "taken"}, {Decision::declined, "declined"}}};
}

struct Comment {
    Id<Comment> id;
    Id<network::Organisation> organisation;
    std::string organisation_title;
    About about = About::whole;
    std::string part;  ///< id of the clause or statement
    std::string text;
    Instant made_at;
    std::optional<Decision> decision;
    std::optional<std::string> answer;
};
constexpr auto describe(json::Type<Comment>) {
    using json::field;
    return json::object("StandardComment", field("id", &Comment::id, "Id", json::read_only), field("organisation", &Comment::organisation, "Whose comment"),
                        field("organisation_title", &Comment::organisation_title, "Name of the centre", json::read_only),
                        field("about", &Comment::about, "What it is about"), field("part", &Comment::part, "Clause or statement", json::length(0, 64)),
                        field("text", &Comment::text, "Text", json::length(1, 4000)), field("made_at", &Comment::made_at, "When", json::read_only),
                        field("decision", &Comment::decision, "Decision", json::read_only), field("answer", &Comment::answer, "Answer", json::read_only));
}

struct AnswerRequest {
    Decision decision = Decision::taken;
    std::string answer;
};
constexpr auto describe(json::Type<AnswerRequest>) {
    return json::object("StandardAnswerRequest", json::field("decision", &AnswerRequest::decision, "Decision"),
                        json::field("answer", &AnswerRequest::answer, "Answer; a reason where it is declined", json::length(0, 4000)));
}

// ---- Waivers

struct WaiverEnd {
    Date day;
    std::string reason;
};
constexpr auto describe(json::Type<WaiverEnd>) {
    return json::object("StandardWaiverEnd", json::field("day", &WaiverEnd::day, "Binds again from"),
                        json::field("reason", &WaiverEnd::reason, "Reason", json::length(1, 1000)));
}

struct WaiverView {
    Id<WaiverView> id;
    Id<network::Organisation> organisation;
    std::string organisation_title;
    std::optional<std::string> statement;  ///< absent: the whole standard
    Date from;
    Date until;
    std::string reason;
    Order order;
    std::optional<WaiverEnd> revoked;
};
constexpr auto describe(json::Type<WaiverView>) {
    using T = WaiverView;
    using json::field;
    return json::object("StandardWaiver", field("id", &T::id, "Id", json::read_only), field("organisation", &T::organisation, "Centre"),
                        field("organisation_title", &T::organisation_title, "Name of the centre", json::read_only),
                        field("statement", &T::statement, "Statement; absent: the whole standard", json::length(1, 64)),
                        field("from", &T::from, "From"), field("until", &T::until, "Last day"),
                        field("reason", &T::reason, "Reason", json::length(1, 1000)), field("order", &T::order, "Order"),
                        field("revoked", &T::revoked, "Revoked", json::read_only));
}

// ---- What changed, and whom it concerns

enum class Part { title, kind, target_group, description, conditions, volume, accessibility, remote, preparation, performance, completion, clause, statement };
constexpr auto names(json::Type<Part>) {
    using enum Part;
    return Words<Part, 13>{{{title, "title"}, {kind, "kind"}, {target_group, "target_group"}, {description, "description"}, {conditions, "conditions"},
                            {volume, "volume"}, {accessibility, "accessibility"}, {remote, "remote"}, {preparation, "preparation"},
                            {performance, "performance"}, {completion, "completion"}, {clause, "clause"}, {statement, "statement"}}};
}

enum class ChangeKind { added, removed, changed };
constexpr auto names(json::Type<ChangeKind>) {
    return Words<ChangeKind, 3>{{{ChangeKind::added, "added"}, {ChangeKind::removed, "removed"}, {ChangeKind::changed, "changed"}}};
}

/// One part that differs; texts, or statements, before and after as far as there are any.
struct Change {
    Part part = Part::title;
    std::string id;       ///< of a step, clause or statement
    std::string address;  ///< of a clause
    ChangeKind kind = ChangeKind::changed;
    std::optional<practices::Text> before;
    std::optional<practices::Text> after;
    std::optional<practices::Statement> statement_before;
    std::optional<practices::Statement> statement_after;
    bool operator==(const Change&) const = default;
};
constexpr auto describe(json::Type<Change>) {
    using json::field;
    return json::object("StandardChange", field("part", &Change::part, "Part of the text"), field("id", &Change::id, "Id in that part"),
                        field("address", &Change::address, "Address of a clause"), field("kind", &Change::kind, "What happened"),
                        field("before", &Change::before, "Text before"), field("after", &Change::after, "Text after"),
                        field("statement_before", &Change::statement_before, "Statement before"),
                        field("statement_after", &Change::statement_after, "Statement after"));
}

struct Difference {
    Id<Standard> standard;
    std::string code;
    VersionSummary before;
    VersionSummary after;
    std::vector<Change> changes;
};
constexpr auto describe(json::Type<Difference>) {
    using T = Difference;
    using json::field;
    return json::object("StandardDifference", field("standard", &T::standard, "Standard"), field("code", &T::code, "Code"),
                        field("before", &T::before, "The older version"), field("after", &T::after, "The newer version"),
                        field("changes", &T::changes, "What differs"));
}

}  // namespace ryadom::standards
