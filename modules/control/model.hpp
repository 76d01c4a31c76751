// What is asked and shown: self-checks and visits item by item, findings with their steps, declared beside confirmed.
#pragma once

#include "modules/network/network.hpp"
#include "modules/verdicts/verdicts.hpp"

#include <array>

namespace ryadom::control {

template <class T, std::size_t N>
using Words = std::array<std::pair<T, std::string_view>, N>;

enum class Kind { self_check, visit };
constexpr auto names(json::Type<Kind>) {
    return Words<Kind, 2>{{{Kind::self_check, "self_check"}, {Kind::visit, "visit"}}};
}

/// The first three are declared by a centre, the last two said by a visitor.
enum class Mark { met, partly, not_met, confirmed, not_confirmed };
constexpr auto names(json::Type<Mark>) {
    using enum Mark;
    return Words<Mark, 5>{{{met, "met"}, {partly, "partly"}, {not_met, "not_met"}, {confirmed, "confirmed"}, {not_confirmed, "not_confirmed"}}};
}

enum class Part { clause, statement };
constexpr auto names(json::Type<Part>) {
    return Words<Part, 2>{{{Part::clause, "clause"}, {Part::statement, "statement"}}};
}

/// One question of the checklist: a clause with nothing below it, or a statement.
struct Item {
    std::string item;  ///< "clause:core_1"
    Part part = Part::clause;
    std::string id;       ///< in the text of the standard
    std::string address;  ///< of a clause
    practices::Text text;
};
constexpr auto describe(json::Type<Item>) {
    return json::object("ControlItem", json::field("item", &Item::item, "Key"), json::field("part", &Item::part, "Part of the standard"),
                        json::field("id", &Item::id, "Id in that part"), json::field("address", &Item::address, "Address of a clause"),
                        json::field("text", &Item::text, "Text"));
}

struct MarkView {
    Mark mark = Mark::met;
    std::string note;  ///< a remark, what was seen, or the finding
    std::optional<std::string> owner;
    std::optional<int> days;
    std::optional<verdicts::Outcome> verdict;  ///< what the facts said when a statement was marked
    Date day;
};
constexpr auto describe(json::Type<MarkView>) {
    using T = MarkView;
    using json::field;
    return json::object("ControlMark", field("mark", &T::mark, "Mark"), field("note", &T::note, "Remark, what was seen, or the finding"),
                        field("owner", &T::owner, "Who is to put it right"), field("days", &T::days, "In how many days"),
                        field("verdict", &T::verdict, "What the facts said then"), field("day", &T::day, "When"));
}

struct File {
    Id<File> id;
    std::string item;  ///< empty: of a finding
    std::string name;
    Date day;
};
constexpr auto describe(json::Type<File>) {
    return json::object("ControlFile", json::field("id", &File::id, "Id"), json::field("item", &File::item, "Item"),
                        json::field("name", &File::name, "Name"), json::field("day", &File::day, "When"));
}

struct ItemView {
    Item item;
    std::optional<MarkView> mark;
    std::vector<File> files;
    std::optional<MarkView> declared;  ///< at a visit: by the last self-check
    std::vector<File> evidence;        ///< at a visit: of the self-checks
};
constexpr auto describe(json::Type<ItemView>) {
    using T = ItemView;
    using json::field;
    return json::object("ControlItemView", field("item", &T::item, "Item"), field("mark", &T::mark, "Mark"), field("files", &T::files, "Files"),
                        field("declared", &T::declared, "Declared by the centre"), field("evidence", &T::evidence, "Files of the centre"));
}

struct Inspection {
    Id<Inspection> id;
    Kind kind = Kind::self_check;
    Id<network::Organisation> organisation;
    std::string organisation_title;
    Id<standards::Version> version;
    std::string code;
    int ordinal = 1;
    practices::Line title;
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<catalogue::Service>> service;
    Date begun_on;
    std::optional<Date> quarter;  ///< first day of the quarter of a self-check
    std::optional<Date> closed_on;
    std::string by;
};
constexpr auto describe(json::Type<Inspection>) {
    using T = Inspection;
    using json::field;
    return json::object("ControlInspection", field("id", &T::id, "Id"), field("kind", &T::kind, "Self-check or visit"),
                        field("organisation", &T::organisation, "Centre"), field("organisation_title", &T::organisation_title, "Name of the centre"),
                        field("version", &T::version, "Version of the standard"), field("code", &T::code, "Code of the standard"),
                        field("ordinal", &T::ordinal, "Which version"), field("title", &T::title, "Title of the standard"),
                        field("practice", &T::practice, "Practice"), field("service", &T::service, "Or listed service"),
                        field("begun_on", &T::begun_on, "Begun on"), field("quarter", &T::quarter, "First day of the quarter"),
                        field("closed_on", &T::closed_on, "Closed on"), field("by", &T::by, "Who began it"));
}

struct InspectionView {
    Inspection inspection;
    std::vector<ItemView> items;
};
constexpr auto describe(json::Type<InspectionView>) {
    return json::object("ControlInspectionView", json::field("inspection", &InspectionView::inspection, "Self-check or visit"),
                        json::field("items", &InspectionView::items, "Items in the order of the text"));
}

struct NewInspection {
    Id<network::Organisation> organisation;
    Id<standards::Version> version;
};
constexpr auto describe(json::Type<NewInspection>) {
    return json::object("NewControlInspection", json::field("organisation", &NewInspection::organisation, "Centre"),
                        json::field("version", &NewInspection::version, "Version in force"));
}

enum class Declared { met, partly, not_met };
constexpr auto names(json::Type<Declared>) {
    using enum Declared;
    return Words<Declared, 3>{{{met, "met"}, {partly, "partly"}, {not_met, "not_met"}}};
}

struct DeclareRequest {
    std::string item;
    Declared mark = Declared::met;
    std::optional<std::string> note;
};
constexpr auto describe(json::Type<DeclareRequest>) {
    using T = DeclareRequest;
    return json::object("ControlDeclareRequest", json::field("item", &T::item, "Item", json::length(1, 80)), json::field("mark", &T::mark, "Mark"),
                        json::field("note", &T::note, "Remark", json::length(0, 4000)));
}

enum class Seen { confirmed, not_confirmed };
constexpr auto names(json::Type<Seen>) {
    return Words<Seen, 2>{{{Seen::confirmed, "confirmed"}, {Seen::not_confirmed, "not_confirmed"}}};
}

struct VisitRequest {
    std::string item;
    Seen mark = Seen::confirmed;
    std::optional<std::string> note;   ///< what was seen, or the finding
    std::optional<std::string> owner;  ///< of the corrective action
    std::optional<int> days;
};
constexpr auto describe(json::Type<VisitRequest>) {
    using T = VisitRequest;
    using json::field;
    return json::object("ControlVisitRequest", field("item", &T::item, "Item", json::length(1, 80)), field("mark", &T::mark, "Mark"),
                        field("note", &T::note, "What was seen, or the finding", json::length(0, 4000)),
                        field("owner", &T::owner, "Who is to put it right", json::length(0, 200)),
                        field("days", &T::days, "In 10, 30 or 90 days", json::range(1, 365)));
}

// ---- What may be checked today

struct Choice {
    Id<standards::Version> version;
    std::string code;
    int ordinal = 1;
    practices::Line title;
    std::optional<Id<practices::Practice>> practice;
    Date since;
    int items = 0;
    std::optional<Id<Inspection>> self_check;  ///< of this quarter
    bool closed = false;                       ///< whether that one is closed
};
constexpr auto describe(json::Type<Choice>) {
    using T = Choice;
    using json::field;
    return json::object("ControlChoice", field("version", &T::version, "Version in force"), field("code", &T::code, "Code of the standard"),
                        field("ordinal", &T::ordinal, "Which version"), field("title", &T::title, "Title"), field("practice", &T::practice, "Practice"),
                        field("since", &T::since, "In force since"), field("items", &T::items, "How many items"),
                        field("self_check", &T::self_check, "Self-check of the quarter"), field("closed", &T::closed, "That one is closed"));
}

}  // namespace ryadom::control
