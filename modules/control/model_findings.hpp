// What was found at a visit and how it is put right; declared beside confirmed.
#pragma once

#include "modules/control/model.hpp"

namespace ryadom::control {

/// Follows from the last step.
enum class State { open, done, accepted };
constexpr auto names(json::Type<State>) {
    return Words<State, 3>{{{State::open, "open"}, {State::done, "done"}, {State::accepted, "accepted"}}};
}

enum class StepKind { done, again, accepted };
constexpr auto names(json::Type<StepKind>) {
    return Words<StepKind, 3>{{{StepKind::done, "done"}, {StepKind::again, "again"}, {StepKind::accepted, "accepted"}}};
}

struct Step {
    StepKind kind = StepKind::done;
    std::string note;
    Date due;
    Date day;
    std::string by;
};
constexpr auto describe(json::Type<Step>) {
    return json::object("ControlStep", json::field("kind", &Step::kind, "What happened"), json::field("note", &Step::note, "Note"),
                        json::field("due", &Step::due, "Term after it"), json::field("day", &Step::day, "When"), json::field("by", &Step::by, "Who"));
}

struct Finding {
    Id<Finding> id;
    Id<Inspection> inspection;
    Id<network::Organisation> organisation;
    std::string organisation_title;
    Id<standards::Version> version;
    std::string code;
    Item item;
    std::string text;
    std::string owner;
    int days = 0;
    Date found_on;
    Date due;
    State state = State::open;
    int days_left = 0;  ///< below zero: late by so many days; of an open one
    bool overdue = false;
};
constexpr auto describe(json::Type<Finding>) {
    using T = Finding;
    using json::field;
    return json::object("ControlFinding", field("id", &T::id, "Id"), field("inspection", &T::inspection, "Visit"),
                        field("organisation", &T::organisation, "Centre"), field("organisation_title", &T::organisation_title, "Name of the centre"),
                        field("version", &T::version, "Version of the standard"), field("code", &T::code, "Code of the standard"),
                        field("item", &T::item, "Item"), field("text", &T::text, "What was found"), field("owner", &T::owner, "Who puts it right"),
                        field("days", &T::days, "Term in days"), field("found_on", &T::found_on, "Found on"), field("due", &T::due, "Last day"),
                        field("state", &T::state, "State"), field("days_left", &T::days_left, "Days left; below zero: days late"),
                        field("overdue", &T::overdue, "The term is over"));
}

struct FindingView {
    Finding finding;
    std::vector<Step> steps;
    std::vector<File> files;
};
constexpr auto describe(json::Type<FindingView>) {
    return json::object("ControlFindingView", json::field("finding", &FindingView::finding, "Finding"),
                        json::field("steps", &FindingView::steps, "Steps, the oldest first"), json::field("files", &FindingView::files, "Proofs"));
}

struct DoneRequest {
    std::optional<std::string> note;
};
constexpr auto describe(json::Type<DoneRequest>) {
    return json::object("ControlDoneRequest", json::field("note", &DoneRequest::note, "What was done", json::length(0, 4000)));
}

struct RecheckRequest {
    bool accepted = false;
    std::optional<std::string> note;
    std::optional<int> days;  ///< the new term, when it is not accepted
};
constexpr auto describe(json::Type<RecheckRequest>) {
    using T = RecheckRequest;
    return json::object("ControlRecheckRequest", json::field("accepted", &T::accepted, "It was put right"),
                        json::field("note", &T::note, "What was seen", json::length(0, 4000)),
                        json::field("days", &T::days, "New term: 10, 30 or 90 days", json::range(1, 365)));
}

// ---- Declared against confirmed

enum class Standing { confirmed, not_confirmed, unseen };
constexpr auto names(json::Type<Standing>) {
    using enum Standing;
    return Words<Standing, 3>{{{confirmed, "confirmed"}, {not_confirmed, "not_confirmed"}, {unseen, "unseen"}}};
}

enum class Basis { note, file, verdict, recheck };
constexpr auto names(json::Type<Basis>) {
    using enum Basis;
    return Words<Basis, 4>{{{note, "note"}, {file, "file"}, {verdict, "verdict"}, {recheck, "recheck"}}};
}

struct ComparedItem {
    Item item;
    std::optional<MarkView> declared;
    std::optional<MarkView> seen;
    std::optional<verdicts::Outcome> verdict;
    Standing standing = Standing::unseen;
    std::optional<Basis> basis;
};
constexpr auto describe(json::Type<ComparedItem>) {
    using T = ComparedItem;
    using json::field;
    return json::object("ControlComparedItem", field("item", &T::item, "Item"), field("declared", &T::declared, "Declared by the last self-check"),
                        field("seen", &T::seen, "Said by the last visit"), field("verdict", &T::verdict, "What the facts say"),
                        field("standing", &T::standing, "Confirmed or not"), field("basis", &T::basis, "By what"));
}

struct Comparison {
    Date day;
    Id<network::Organisation> organisation;
    std::string organisation_title;
    Id<standards::Version> version;
    std::vector<ComparedItem> items;
};
constexpr auto describe(json::Type<Comparison>) {
    using T = Comparison;
    using json::field;
    return json::object("ControlComparison", field("day", &T::day, "As of the end of this day"), field("organisation", &T::organisation, "Centre"),
                        field("organisation_title", &T::organisation_title, "Name of the centre"),
                        field("version", &T::version, "Version in force that day"), field("items", &T::items, "Items in the order of the text"));
}

}  // namespace ryadom::control
