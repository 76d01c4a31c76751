// What the rollout keeps: orders, assignments, adoptions, plan lines, adaptations; and what is asked to change them.
#pragma once

#include "modules/network/network.hpp"
#include "modules/practices/practices.hpp"
#include "modules/rollout/words.hpp"

namespace ryadom::rollout {

// ---- Orders

enum class CampaignState { draft, signed_ };
constexpr auto names(json::Type<CampaignState>) {
    return Words<CampaignState, 2>{{{CampaignState::draft, "draft"}, {CampaignState::signed_, "signed"}}};
}

/// Of the assignments of a signed order that exempt nobody: how many there are, and how they stand now.
struct CampaignProgress {
    int assigned = 0;
    int reached = 0;
    int overdue = 0;
    int lapsed = 0;
    int exempt = 0;  ///< beside them
};
constexpr auto describe(json::Type<CampaignProgress>) {
    using T = CampaignProgress;
    return json::object("CampaignProgress", json::field("assigned", &T::assigned, "Assignments in force"), json::field("reached", &T::reached, "Target reached"),
                        json::field("overdue", &T::overdue, "Overdue, or stopped past the deadline"), json::field("lapsed", &T::lapsed, "Lapsed"),
                        json::field("exempt", &T::exempt, "Exempt, and in no other number"));
}

struct Campaign {
    Id<Campaign> id;
    std::string number;  ///< of the order, as the department writes it
    std::optional<Date> signed_on;
    std::string title;
    std::string text;
    CampaignState state = CampaignState::draft;
    std::optional<CampaignProgress> progress;  ///< of a signed order, where it is read
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<Campaign>) {
    using json::field;
    return json::object("Campaign", field("id", &Campaign::id, "Id", json::read_only),
                        field("number", &Campaign::number, "Number of the order", json::length(1, 60)),
                        field("signed_on", &Campaign::signed_on, "Day of the order"),
                        field("title", &Campaign::title, "Title", json::length(1, 300)),
                        field("text", &Campaign::text, "Text", json::length(0, 20'000)),
                        field("state", &Campaign::state, "State", json::read_only),
                        field("progress", &Campaign::progress, "How far a signed order is", json::read_only),
                        field("revision", &Campaign::revision, "Revision", json::read_only));
}

struct Assignment {
    Id<Assignment> id;
    Id<network::Organisation> organisation;
    Id<practices::Practice> practice;
    int wave = 1;
    Date deadline;
    Stage target = Stage::delivering;
    std::optional<Date> exempt_on;
    std::optional<std::string> exempt_reason;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<Assignment>) {
    using json::field;
    return json::object("Assignment", field("id", &Assignment::id, "Id", json::read_only),
                        field("organisation", &Assignment::organisation, "Centre"), field("practice", &Assignment::practice, "Practice"),
                        field("wave", &Assignment::wave, "Wave", json::range(1, 100)), field("deadline", &Assignment::deadline, "Deadline"),
                        field("target", &Assignment::target, "Stage to be reached"),
                        field("exempt_on", &Assignment::exempt_on, "Exempt since"),
                        field("exempt_reason", &Assignment::exempt_reason, "Why it is exempt"),
                        field("revision", &Assignment::revision, "Revision", json::read_only));
}

/// Every practice for every organisation; what stands already gets the new wave, deadline and target.
struct AssignRequest {
    std::vector<Id<practices::Practice>> practices;
    std::vector<Id<network::Organisation>> organisations;
    int wave = 1;
    Date deadline;
    std::optional<Stage> target;
};
constexpr auto describe(json::Type<AssignRequest>) {
    using T = AssignRequest;
    using json::field;
    return json::object("AssignRequest", field("practices", &T::practices, "Practices", json::length(1, 100)),
                        field("organisations", &T::organisations, "Centres", json::length(1, 500)),
                        field("wave", &T::wave, "Wave", json::range(1, 100)), field("deadline", &T::deadline, "Deadline"),
                        field("target", &T::target, "Stage to be reached"));
}

struct DeadlineRequest {
    Date deadline;
    std::string reason;
};
constexpr auto describe(json::Type<DeadlineRequest>) {
    return json::object("DeadlineRequest", json::field("deadline", &DeadlineRequest::deadline, "New deadline"),
                        json::field("reason", &DeadlineRequest::reason, "Why it moves", json::length(1, 1000)));
}

struct ReasonRequest {
    std::string reason;
};
constexpr auto describe(json::Type<ReasonRequest>) {
    return json::object("ReasonRequest", json::field("reason", &ReasonRequest::reason, "Reason", json::length(1, 1000)));
}

/// The day is that of the paper; absent: today.
struct SignRequest {
    std::optional<Date> signed_on;
};
constexpr auto describe(json::Type<SignRequest>) {
    return json::object("SignRequest", json::field("signed_on", &SignRequest::signed_on, "Day of the order"));
}

enum class ChangeKind { signed_, deadline, exempted, obliged };
constexpr auto names(json::Type<ChangeKind>) {
    using enum ChangeKind;
    return Words<ChangeKind, 4>{{{signed_, "signed"}, {deadline, "deadline"}, {exempted, "exempted"}, {obliged, "obliged"}}};
}

struct AssignmentChange {
    ChangeKind kind = ChangeKind::signed_;
    Date changed_on;
    Instant changed_at;
    std::optional<std::string> by;
    Date deadline_before;
    Date deadline;
    std::string reason;
};
constexpr auto describe(json::Type<AssignmentChange>) {
    using T = AssignmentChange;
    using json::field;
    return json::object("AssignmentChange", field("kind", &T::kind, "What changed"), field("changed_on", &T::changed_on, "Day"),
                        field("changed_at", &T::changed_at, "Moment"), field("by", &T::by, "Who"),
                        field("deadline_before", &T::deadline_before, "Deadline before"), field("deadline", &T::deadline, "Deadline"),
                        field("reason", &T::reason, "Reason"));
}

// ---- Adoptions

struct Adoption;

struct AdoptRequest {
    Id<network::Organisation> organisation;
    Id<practices::Practice> practice;
    std::optional<Id<practices::Version>> version;  ///< absent: the newest
};
constexpr auto describe(json::Type<AdoptRequest>) {
    using T = AdoptRequest;
    return json::object("AdoptRequest", json::field("organisation", &T::organisation, "Centre"),
                        json::field("practice", &T::practice, "Practice"), json::field("version", &T::version, "Version"));
}

struct VersionRequest {
    Id<practices::Version> version;
};
constexpr auto describe(json::Type<VersionRequest>) {
    return json::object("VersionRequest", json::field("version", &VersionRequest::version, "Version to move to"));
}

struct Adaptation {
    std::string component;
    std::string text;
};
constexpr auto describe(json::Type<Adaptation>) {
    return json::object("Adaptation", json::field("component", &Adaptation::component, "Adaptable component", json::length(1, 100)),
                        json::field("text", &Adaptation::text, "What is different here", json::length(1, 4000)));
}

/// All adaptations of an adoption; those left out are withdrawn.
struct Adaptations {
    std::vector<Adaptation> items;
    std::int64_t revision = 1;  ///< of the adoption
};
constexpr auto describe(json::Type<Adaptations>) {
    return json::object("Adaptations", json::field("items", &Adaptations::items, "Adaptations", json::length(0, 200)),
                        json::field("revision", &Adaptations::revision, "Revision of the adoption", json::read_only));
}

// ---- The plan

/// One line as it is stored. `line` is what the rules see.
struct Line {
    Id<Line> id;
    PlanLine line;
    std::string title;
    std::string owner;
    practices::Proof proof_kind = practices::Proof::none;
    std::string proof_sha;
    std::string proof_name;
    std::string note;
    std::optional<std::string> closed_by;
    std::int64_t revision = 1;
};

/// A line that was proposed, with the owner and the day that the centre means.
struct PlannedLine {
    LineKind kind = LineKind::step;
    std::string need;
    std::string owner;
    Date due;
};
constexpr auto describe(json::Type<PlannedLine>) {
    using T = PlannedLine;
    return json::object("PlannedLine", json::field("kind", &T::kind, "Kind"), json::field("need", &T::need, "Element of the package", json::length(1, 100)),
                        json::field("owner", &T::owner, "Who does it", json::length(1, 200)), json::field("due", &T::due, "By when"));
}

/// What differs from the proposal; the other lines are taken as proposed.
struct ConfirmRequest {
    std::vector<PlannedLine> lines;
};
constexpr auto describe(json::Type<ConfirmRequest>) {
    return json::object("ConfirmRequest", json::field("lines", &ConfirmRequest::lines, "Edited lines", json::length(0, 500)));
}

struct LineRequest {
    std::string owner;
    Date due;
};
constexpr auto describe(json::Type<LineRequest>) {
    return json::object("LineRequest", json::field("owner", &LineRequest::owner, "Who does it", json::length(1, 200)),
                        json::field("due", &LineRequest::due, "By when"));
}

struct CloseRequest {
    std::optional<std::string> note;
};
constexpr auto describe(json::Type<CloseRequest>) {
    return json::object("CloseRequest", json::field("note", &CloseRequest::note, "Remark", json::length(0, 1000)));
}

}  // namespace ryadom::rollout
