// What the screens of the rollout are given.
#pragma once

#include "modules/rollout/records.hpp"

namespace ryadom::rollout {

/// A thing and its title, so that a screen needs no second question.
struct Named {
    Uuid id;
    std::string title;
};
constexpr auto describe(json::Type<Named>) {
    return json::object("RolloutNamed", json::field("id", &Named::id, "Id"), json::field("title", &Named::title, "Title"));
}

/// A sentence of the catalogue: its code for machines, its text in the language of the reader.
struct Said {
    std::string code;
    std::map<std::string, std::string> arguments;
    std::string text;
};
constexpr auto describe(json::Type<Said>) {
    return json::object("Said", json::field("code", &Said::code, "Code", json::words(i18n::code_words)), json::field("arguments", &Said::arguments, "Arguments"),
                        json::field("text", &Said::text, "Text"));
}

/// Something that a centre can do next, and where.
struct Action {
    std::string code;
    std::string text;
    std::optional<Date> due;
    Named organisation;
    Named practice;
    std::optional<Id<Adoption>> adoption;
    std::optional<Id<Line>> line;
};
constexpr auto describe(json::Type<Action>) {
    using json::field;
    return json::object("RolloutAction", field("code", &Action::code, "Code", json::words(i18n::code_words)), field("text", &Action::text, "Text"), field("due", &Action::due, "By when"),
                        field("organisation", &Action::organisation, "Centre"), field("practice", &Action::practice, "Practice"),
                        field("adoption", &Action::adoption, "Adoption"), field("line", &Action::line, "Plan line"));
}

struct FlagsView {
    std::optional<Date> fact_before_ready;
    std::optional<Date> gap_reopened;
};
constexpr auto describe(json::Type<FlagsView>) {
    return json::object("StageFlags", json::field("fact_before_ready", &FlagsView::fact_before_ready, "First fact before ready"),
                        json::field("gap_reopened", &FlagsView::gap_reopened, "Mandatory gap open again since"));
}

struct ForecastView {
    std::optional<Date> ready;
    std::optional<Date> started;
    std::optional<Date> delivering;
    std::optional<Date> sustained;
};
constexpr auto describe(json::Type<ForecastView>) {
    using T = ForecastView;
    return json::object("Forecast", json::field("ready", &T::ready, "Ready"), json::field("started", &T::started, "Started"),
                        json::field("delivering", &T::delivering, "Delivering"), json::field("sustained", &T::sustained, "Sustained"));
}

/// Where one centre stands with one practice.
struct StageView {
    Stage stage = Stage::assigned;
    Sign sign = Sign::none;
    Date since;
    Stage target = Stage::delivering;
    std::optional<Date> deadline;
    std::optional<Date> forecast;
    std::optional<Date> reached_on;
    int days_late = 0;
    bool exempt = false;
    FlagsView flags;
};
constexpr auto describe(json::Type<StageView>) {
    using T = StageView;
    using json::field;
    return json::object("StageView", field("stage", &T::stage, "Stage"), field("sign", &T::sign, "Sign"), field("since", &T::since, "Since"),
                        field("target", &T::target, "Stage that the order asks for"), field("deadline", &T::deadline, "Deadline"),
                        field("forecast", &T::forecast, "Forecast of the target"), field("reached_on", &T::reached_on, "Target reached"),
                        field("days_late", &T::days_late, "Days behind the deadline"), field("exempt", &T::exempt, "Exempt from the order"),
                        field("flags", &T::flags, "Questions to the centre"));
}

// ---- The matrix

struct MatrixPractice {
    Id<practices::Practice> id;
    std::string title;
};
constexpr auto describe(json::Type<MatrixPractice>) {
    return json::object("MatrixPractice", json::field("id", &MatrixPractice::id, "Id"), json::field("title", &MatrixPractice::title, "Title"));
}

struct MatrixCentre {
    Id<network::Organisation> id;
    std::string title;
    std::optional<Id<network::District>> district;
};
constexpr auto describe(json::Type<MatrixCentre>) {
    return json::object("MatrixCentre", json::field("id", &MatrixCentre::id, "Id"), json::field("title", &MatrixCentre::title, "Short name"),
                        json::field("district", &MatrixCentre::district, "District"));
}

/// A cell, at the place of its centre and its practice in the lists above it.
struct MatrixCell {
    int centre = 0;
    int practice = 0;
    Stage stage = Stage::assigned;
    Sign sign = Sign::none;
    Date since;
    std::optional<Date> deadline;
    std::optional<Date> forecast;
    std::optional<Date> reached_on;
    int days_late = 0;
    bool exempt = false;
    FlagsView flags;
    std::optional<Id<Adoption>> adoption;
};
constexpr auto describe(json::Type<MatrixCell>) {
    using T = MatrixCell;
    using json::field;
    return json::object("MatrixCell", field("centre", &T::centre, "Index of the centre"), field("practice", &T::practice, "Index of the practice"),
                        field("stage", &T::stage, "Stage"), field("sign", &T::sign, "Sign"), field("since", &T::since, "Since"),
                        field("deadline", &T::deadline, "Deadline"), field("forecast", &T::forecast, "Forecast of the target"),
                        field("reached_on", &T::reached_on, "Target reached"), field("days_late", &T::days_late, "Days behind the deadline"),
                        field("exempt", &T::exempt, "Exempt from the order"), field("flags", &T::flags, "Questions to the centre"),
                        field("adoption", &T::adoption, "Adoption"));
}

/// How many cells of a row, a column or the whole.
struct MatrixTotals {
    std::map<std::string, int> signs;
    std::map<std::string, int> stages;
};
constexpr auto describe(json::Type<MatrixTotals>) {
    return json::object("MatrixTotals", json::field("signs", &MatrixTotals::signs, "Cells by sign"),
                        json::field("stages", &MatrixTotals::stages, "Cells by stage"));
}

struct MatrixView {
    Date day;
    std::vector<MatrixPractice> practices;
    std::vector<MatrixCentre> centres;
    std::vector<MatrixCell> cells;  ///< by centre, then practice; where nothing was asked or chosen there is none
    std::vector<MatrixTotals> practice_totals;
    std::vector<MatrixTotals> centre_totals;
    MatrixTotals total;
};
constexpr auto describe(json::Type<MatrixView>) {
    using T = MatrixView;
    using json::field;
    return json::object("Matrix", field("day", &T::day, "As of the end of"), field("practices", &T::practices, "Practices"),
                        field("centres", &T::centres, "Centres"), field("cells", &T::cells, "Cells"),
                        field("practice_totals", &T::practice_totals, "By practice"), field("centre_totals", &T::centre_totals, "By centre"),
                        field("total", &T::total, "Over all"));
}

struct MatrixQuery {
    std::optional<Date> day;
    std::optional<std::string> practices;
    std::optional<std::string> district;
};
constexpr auto describe(json::Type<MatrixQuery>) {
    using T = MatrixQuery;
    return json::object("MatrixQuery", json::field("day", &T::day, "As of the end of this day; absent: now"),
                        json::field("practices", &T::practices, "Ids of practices, separated by commas; absent: all"),
                        json::field("district", &T::district, "Id of a district; absent: all", json::length(36, 36)));
}

// ---- One cell

/// A number of facts or people. Of a centre that the reader does not belong to it is not told exactly: none, fewer than
/// five, or rounded down to a multiple of five.
struct Shown {
    std::optional<std::int64_t> count;  ///< absent: fewer than five, or facts of fewer than five people
    bool rounded = false;
};
constexpr auto describe(json::Type<Shown>) {
    return json::object("ShownCount",
                        json::field("count", &Shown::count, "How many; absent: fewer than five, or services that fewer than five people received"),
                        json::field("rounded", &Shown::rounded, "Rounded down to a multiple of five: at least so many"));
}

struct PeriodView {
    Date first;
    Date last;
    Shown delivered;
    int floor = 0;
    std::optional<Date> reached_on;
    Judgement judgement = Judgement::open;
};
constexpr auto describe(json::Type<PeriodView>) {
    using T = PeriodView;
    using json::field;
    return json::object("CellPeriod", field("first", &T::first, "First day"), field("last", &T::last, "Last day"),
                        field("delivered", &T::delivered, "What counts towards the floor"), field("floor", &T::floor, "Floor"),
                        field("reached_on", &T::reached_on, "Day on which the floor was reached; of another centre only where the number shown says so itself"), field("judgement", &T::judgement, "Settled or open"));
}

struct MonthView {
    Date month;
    Shown facts;
    Shown people;
};
constexpr auto describe(json::Type<MonthView>) {
    return json::object("CellMonth", json::field("month", &MonthView::month, "First day of the month"),
                        json::field("facts", &MonthView::facts, "Facts"), json::field("people", &MonthView::people, "People"));
}

struct OrderView {
    Id<Assignment> assignment;
    Id<Campaign> campaign;
    std::string number;
    Date signed_on;
    int wave = 1;
    Stage target = Stage::delivering;
    std::vector<AssignmentChange> changes;
};
constexpr auto describe(json::Type<OrderView>) {
    using T = OrderView;
    using json::field;
    return json::object("CellOrder", field("assignment", &T::assignment, "Assignment"), field("campaign", &T::campaign, "Campaign"),
                        field("number", &T::number, "Number of the order"), field("signed_on", &T::signed_on, "Day of the order"),
                        field("wave", &T::wave, "Wave"), field("target", &T::target, "Stage to be reached"),
                        field("changes", &T::changes, "What became of it"));
}

struct CellView {
    Named organisation;
    Named practice;
    std::optional<Id<Adoption>> adoption;
    Date day;
    StageView state;
    Said reason;
    Measure measure = Measure::facts;
    std::vector<PeriodView> periods;
    std::vector<MonthView> months;
    std::map<std::string, Date> first;
    ForecastView forecast;
    std::vector<Action> next;
    std::vector<OrderView> orders;
};
constexpr auto describe(json::Type<CellView>) {
    using T = CellView;
    using json::field;
    return json::object("MatrixCellDetail", field("organisation", &T::organisation, "Centre"), field("practice", &T::practice, "Practice"),
                        field("adoption", &T::adoption, "Adoption"), field("day", &T::day, "As of the end of"), field("state", &T::state, "State"),
                        field("reason", &T::reason, "Which rule gave the stage"), field("measure", &T::measure, "What the floor counts"),
                        field("periods", &T::periods, "Periods against the floor"), field("months", &T::months, "Counts by month"),
                        field("first", &T::first, "First day of each stage"), field("forecast", &T::forecast, "Forecast"),
                        field("next", &T::next, "What is needed next"), field("orders", &T::orders, "Orders and their history"));
}

struct CellQuery {
    Id<network::Organisation> organisation;
    Id<practices::Practice> practice;
    std::optional<Date> day;
};
constexpr auto describe(json::Type<CellQuery>) {
    return json::object("CellQuery", json::field("organisation", &CellQuery::organisation, "Centre"),
                        json::field("practice", &CellQuery::practice, "Practice"), json::field("day", &CellQuery::day, "As of the end of this day"));
}

}  // namespace ryadom::rollout
