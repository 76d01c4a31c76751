// What the screens of an adoption, of a centre and of the coordinator are given.
#pragma once

#include "modules/ledger/ledger.hpp"
#include "modules/rollout/views.hpp"

namespace ryadom::rollout {

/// An adoption without its plan: what a change of it answers.
struct AdoptionHead {
    Id<Adoption> id;
    Named organisation;
    Named practice;
    std::string version;
    Date chosen_on;
    std::optional<Date> confirmed_on;
    std::optional<Date> opened_on;
    std::optional<std::string> opening_order;
    std::optional<Date> stopped_on;
    std::optional<std::string> stop_reason;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<AdoptionHead>) {
    using T = AdoptionHead;
    using json::field;
    return json::object("AdoptionHead", field("id", &T::id, "Id"), field("organisation", &T::organisation, "Centre"),
                        field("practice", &T::practice, "Practice"), field("version", &T::version, "Version"),
                        field("chosen_on", &T::chosen_on, "Chosen on"), field("confirmed_on", &T::confirmed_on, "Plan confirmed on"),
                        field("opened_on", &T::opened_on, "Opened before, on"), field("opening_order", &T::opening_order, "Order that opened it"),
                        field("stopped_on", &T::stopped_on, "Stopped on"), field("stop_reason", &T::stop_reason, "Why it was stopped"),
                        field("revision", &T::revision, "Revision"));
}

struct AdoptionItem {
    Id<Adoption> id;
    Named organisation;
    Named practice;
    Date chosen_on;
    StageView state;
};
constexpr auto describe(json::Type<AdoptionItem>) {
    using T = AdoptionItem;
    using json::field;
    return json::object("AdoptionItem", field("id", &T::id, "Id"), field("organisation", &T::organisation, "Centre"),
                        field("practice", &T::practice, "Practice"), field("chosen_on", &T::chosen_on, "Chosen on"),
                        field("state", &T::state, "State"));
}

struct AdoptionQuery {
    std::optional<Id<network::Organisation>> organisation;
    std::optional<Id<practices::Practice>> practice;
};
constexpr auto describe(json::Type<AdoptionQuery>) {
    return json::object("AdoptionQuery", json::field("organisation", &AdoptionQuery::organisation, "Centre"),
                        json::field("practice", &AdoptionQuery::practice, "Practice"));
}

/// Where the centre of an assignment stands by the order of that assignment.
struct AssignmentProgress {
    Id<Assignment> assignment;
    std::optional<Id<Adoption>> adoption;
    StageView state;
};
constexpr auto describe(json::Type<AssignmentProgress>) {
    using T = AssignmentProgress;
    return json::object("AssignmentProgress", json::field("assignment", &T::assignment, "Assignment"),
                        json::field("adoption", &T::adoption, "Adoption, where the centre chose the practice"), json::field("state", &T::state, "State"));
}

struct NeedView {
    std::string need;
    LineKind kind = LineKind::step;
    std::string title;
    bool mandatory = true;
    int held = 0;
    int missing = 0;
    Said missing_said;
};
constexpr auto describe(json::Type<NeedView>) {
    using T = NeedView;
    using json::field;
    return json::object("NeedView", field("need", &T::need, "Element of the package"), field("kind", &T::kind, "Kind"), field("title", &T::title, "Title"),
                        field("mandatory", &T::mandatory, "The practice may not start without it"),
                        field("held", &T::held, "What is there: hundredths of a post, pieces, 0 or 1"), field("missing", &T::missing, "What is missing"),
                        field("missing_said", &T::missing_said, "The same in words"));
}

enum class Closing { by_register, by_proof };
constexpr auto names(json::Type<Closing>) {
    return Words<Closing, 2>{{{Closing::by_register, "register"}, {Closing::by_proof, "proof"}}};
}

struct LineView {
    Id<Line> id;
    std::string need;
    LineKind kind = LineKind::step;
    std::string title;
    std::optional<std::string> step;
    bool mandatory = true;
    std::string owner;
    Date due;
    Date created_on;
    std::optional<Date> closed_on;
    std::optional<std::string> closed_by;
    Closing closes_by = Closing::by_proof;
    practices::Proof proof_kind = practices::Proof::none;
    std::optional<std::string> proof_name;
    std::string note;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<LineView>) {
    using T = LineView;
    using json::field;
    return json::object("PlanLine", field("id", &T::id, "Id"), field("need", &T::need, "Element of the package"), field("kind", &T::kind, "Kind"),
                        field("title", &T::title, "Title"), field("step", &T::step, "Step of the package that it belongs to"),
                        field("mandatory", &T::mandatory, "Ready needs it"), field("owner", &T::owner, "Who does it"),
                        field("due", &T::due, "By when"), field("created_on", &T::created_on, "In the plan since"),
                        field("closed_on", &T::closed_on, "Closed on"), field("closed_by", &T::closed_by, "Who closed it"),
                        field("closes_by", &T::closes_by, "What closes it"), field("proof_kind", &T::proof_kind, "Kind of proof"),
                        field("proof_name", &T::proof_name, "File of the proof"), field("note", &T::note, "Remark"),
                        field("revision", &T::revision, "Revision"));
}

struct ProposedView {
    LineKind kind = LineKind::step;
    std::string need;
    std::string title;
    std::optional<std::string> step;
    bool mandatory = true;
    std::string owner;
    Date due;
    Said missing;
};
constexpr auto describe(json::Type<ProposedView>) {
    using T = ProposedView;
    using json::field;
    return json::object("ProposedLine", field("kind", &T::kind, "Kind"), field("need", &T::need, "Element of the package"), field("title", &T::title, "Title"),
                        field("step", &T::step, "Step of the package that it belongs to"), field("mandatory", &T::mandatory, "Ready needs it"),
                        field("owner", &T::owner, "Who does it"), field("due", &T::due, "By when"),
                        field("missing", &T::missing, "What is missing"));
}

struct AdaptableView {
    std::string component;
    std::string title;
    std::optional<std::string> text;  ///< what is different here
};
constexpr auto describe(json::Type<AdaptableView>) {
    using T = AdaptableView;
    return json::object("AdaptableView", json::field("component", &T::component, "Component"), json::field("title", &T::title, "Title"),
                        json::field("text", &T::text, "What is different here"));
}

struct AdoptionView {
    AdoptionHead head;
    std::optional<std::string> newer_version;
    Date today;
    StageView state;
    Said reason;
    std::map<std::string, Date> first;
    ForecastView forecast;
    std::vector<NeedView> needs;
    std::vector<LineView> lines;
    std::vector<AdaptableView> adaptable;
    std::vector<Action> next;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<AdoptionView>) {
    using T = AdoptionView;
    using json::field;
    return json::object("AdoptionView", field("head", &T::head, "Adoption"), field("newer_version", &T::newer_version, "A newer version of the practice"),
                        field("today", &T::today, "The day at the centre"), field("state", &T::state, "State"),
                        field("reason", &T::reason, "Which rule gave the stage"), field("first", &T::first, "First day of each stage"),
                        field("forecast", &T::forecast, "Forecast"), field("needs", &T::needs, "Readiness"), field("lines", &T::lines, "Plan"),
                        field("adaptable", &T::adaptable, "Adaptable components"), field("next", &T::next, "What is needed next"),
                        field("revision", &T::revision, "Revision"));
}

// ---- The centre, the coordinator

struct CentreQuery {
    std::optional<Id<network::Organisation>> organisation;
};
constexpr auto describe(json::Type<CentreQuery>) {
    return json::object("CentreQuery", json::field("organisation", &CentreQuery::organisation, "Centre; absent: where the account works"));
}

struct AskedView {
    Named practice;
    std::optional<Id<Adoption>> adoption;
    StageView state;
    Said reason;
};
constexpr auto describe(json::Type<AskedView>) {
    using T = AskedView;
    return json::object("AskedView", json::field("practice", &T::practice, "Practice"), json::field("adoption", &T::adoption, "Adoption"),
                        json::field("state", &T::state, "State"), json::field("reason", &T::reason, "Which rule gave the stage"));
}

struct CentreView {
    Named organisation;
    Date today;
    std::vector<AskedView> asked;  ///< the most pressing first
    std::vector<Action> next;      ///< by the day on which they are due
};
constexpr auto describe(json::Type<CentreView>) {
    using T = CentreView;
    return json::object("MyCentre", json::field("organisation", &T::organisation, "Centre"), json::field("today", &T::today, "The day here"),
                        json::field("asked", &T::asked, "What is asked of us"), json::field("next", &T::next, "What to do next"));
}

struct AttentionView {
    Sign sign = Sign::overdue;
    Date since;
    Named organisation;
    Named practice;
    std::optional<Id<Adoption>> adoption;
    StageView state;
    Said said;
};
constexpr auto describe(json::Type<AttentionView>) {
    using T = AttentionView;
    using json::field;
    return json::object("AttentionView", field("sign", &T::sign, "What is wrong"), field("since", &T::since, "Since"),
                        field("organisation", &T::organisation, "Centre"), field("practice", &T::practice, "Practice"),
                        field("adoption", &T::adoption, "Adoption"), field("state", &T::state, "State"), field("said", &T::said, "In words"));
}

struct GapView {
    LineKind kind = LineKind::staff;
    std::string title;
    Said missing;
};
constexpr auto describe(json::Type<GapView>) {
    return json::object("GapView", json::field("kind", &GapView::kind, "Kind"), json::field("title", &GapView::title, "Title"),
                        json::field("missing", &GapView::missing, "What is missing"));
}

/// Whether a centre could start a practice tomorrow with the people, rooms and equipment that it has.
struct StarterView {
    Named organisation;
    std::optional<Stage> stage;  ///< where it is already on its way
    bool ready = false;
    std::vector<GapView> gaps;      ///< mandatory, of staff, rooms and equipment
    int papers = 0;                 ///< documents, training and budgets still to be shown
    std::int64_t cost_kopecks = 0;  ///< of what is missing, as far as the package knows prices
    int unknown_costs = 0;
};
constexpr auto describe(json::Type<StarterView>) {
    using T = StarterView;
    using json::field;
    return json::object("StarterView", field("organisation", &T::organisation, "Centre"), field("stage", &T::stage, "Stage, where it has one"),
                        field("ready", &T::ready, "No mandatory gap in the register"), field("gaps", &T::gaps, "Gaps"),
                        field("papers", &T::papers, "Documents, training and budgets to be shown"),
                        field("cost_kopecks", &T::cost_kopecks, "Cost of the gaps as far as it is known"),
                        field("unknown_costs", &T::unknown_costs, "Gaps without a known price"));
}

/// A fact behind a cell. A name is there only for whoever has a right to the person.
struct FactView {
    Id<ledger::Fact> fact;
    Date day;
    std::string service;
    int minutes = 0;
    ledger::Channel channel = ledger::Channel::centre;
    int unnamed_count = 0;
    std::optional<Id<people::Person>> person;
    std::optional<int> age;
    std::optional<people::Sex> sex;
    std::optional<std::string> name;
    std::optional<std::string> worker_position;
};
constexpr auto describe(json::Type<FactView>) {
    using T = FactView;
    using json::field;
    return json::object("CellFact", field("fact", &T::fact, "Fact"), field("day", &T::day, "Day"), field("service", &T::service, "Service"),
                        field("minutes", &T::minutes, "Minutes"), field("channel", &T::channel, "Channel"),
                        field("unnamed_count", &T::unnamed_count, "Recipients without names"), field("person", &T::person, "Recipient, like the name"),
                        field("age", &T::age, "Full years"),
                        field("sex", &T::sex, "Sex"), field("name", &T::name, "Name"), field("worker_position", &T::worker_position, "Position of the worker"));
}

struct FactsQuery {
    Id<network::Organisation> organisation;
    Id<practices::Practice> practice;
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<FactsQuery>) {
    using T = FactsQuery;
    using json::field;
    return json::object("CellFactsQuery", field("organisation", &T::organisation, "Centre"), field("practice", &T::practice, "Practice"),
                        field("from", &T::from, "Days of service from"),
                        field("to", &T::to, "Days of service to"), field("cursor", &T::cursor, "Where to go on", json::length(0, 40)),
                        field("limit", &T::limit, "How many rows", json::range(1, 200)));
}

}  // namespace ryadom::rollout
