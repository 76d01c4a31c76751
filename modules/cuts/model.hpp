// What can be asked of the facts, and what the answer looks like.
#pragma once

#include "modules/ledger/ledger.hpp"

namespace ryadom::cuts {

enum class AxisName { district, centre, performer, practice, service, kind, month, quarter, year, age, sex, channel };

constexpr auto names(json::Type<AxisName>) {
    using namespace std::string_view_literals;
    using enum AxisName;
    return std::array{std::pair{district, "district"sv}, std::pair{centre, "centre"sv}, std::pair{performer, "performer"sv}, std::pair{practice, "practice"sv},
                      std::pair{service, "service"sv}, std::pair{kind, "kind"sv}, std::pair{month, "month"sv}, std::pair{quarter, "quarter"sv},
                      std::pair{year, "year"sv}, std::pair{age, "age"sv}, std::pair{sex, "sex"sv}, std::pair{channel, "channel"sv}};
}

enum class Measure { people, services, minutes, unnamed, per_thousand };

constexpr auto names(json::Type<Measure>) {
    using namespace std::string_view_literals;
    using enum Measure;
    return std::array{std::pair{people, "people"sv}, std::pair{services, "services"sv}, std::pair{minutes, "minutes"sv}, std::pair{unnamed, "unnamed"sv},
                      std::pair{per_thousand, "per_thousand"sv}};
}

/// Full years on the day of the service.
enum class AgeGroup { under_18, from_18, from_60, from_75 };

constexpr auto names(json::Type<AgeGroup>) {
    using namespace std::string_view_literals;
    using enum AgeGroup;
    return std::array{std::pair{under_18, "0-17"sv}, std::pair{from_18, "18-59"sv}, std::pair{from_60, "60-74"sv}, std::pair{from_75, "75plus"sv}};
}

/// Whose records: those of the caller's scope, or everybody's, told in round numbers to whoever does not see them all.
enum class Reach { own, region };

constexpr auto names(json::Type<Reach>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Reach::own, "own"sv}, std::pair{Reach::region, "region"sv}};
}

struct CutFilter {
    Date from;
    Date to;
    std::optional<Date> as_of;
    std::optional<Reach> reach;
    std::optional<Id<network::District>> district;
    std::optional<Id<network::Organisation>> centre;
    std::optional<Id<network::Organisation>> performer;
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<catalogue::Service>> service;
    std::optional<std::string> kind;
    std::optional<AgeGroup> age;
    std::optional<people::Sex> sex;
    std::optional<ledger::Channel> channel;
};

struct CutQuery : CutFilter {
    AxisName rows = AxisName::district;
    std::optional<AxisName> columns;
    Measure measure = Measure::people;
};

/// The facts behind a cell: without a row those of a whole column, without both all of them.
struct CutFactsQuery : CutQuery {
    std::optional<std::string> row;
    std::optional<std::string> column;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};

struct Value {
    std::optional<double> value;
    bool hidden = false;
};

struct Column {
    std::string key;
    std::string title;
    Value total;
};

struct Row {
    std::string key;
    std::string title;
    std::optional<std::int64_t> population;
    std::vector<Value> values;
    Value total;
};

struct Cut {
    std::vector<Column> columns;
    std::vector<Row> rows;
    Value total;
    bool rounded = false;
    Date from;
    Date to;
};

constexpr auto describe(json::Type<Value>) {
    return json::object("CutValue", json::field("value", &Value::value, "The number; absent when hidden, or when there are no residents to divide by"),
                        json::field("hidden", &Value::hidden, "Fewer than five people, or from which so few would follow by subtraction"));
}

constexpr auto describe(json::Type<Column>) {
    using json::field;
    return json::object("CutColumn", field("key", &Column::key, "Id, code or word of the group; empty: none"), field("title", &Column::title, "Title"),
                        field("total", &Column::total, "All rows together: of people a distinct count of its own"));
}

constexpr auto describe(json::Type<Row>) {
    using json::field;
    return json::object("CutRow", field("key", &Row::key, "Id, code or word of the group; empty: none"), field("title", &Row::title, "Title"),
                        field("population", &Row::population, "Residents, of a district"), field("values", &Row::values, "In the order of the columns"),
                        field("total", &Row::total, "All columns together: of people a distinct count of its own"));
}

constexpr auto describe(json::Type<Cut>) {
    using json::field;
    return json::object("Cut", field("columns", &Cut::columns, "Columns; one without a key when none were asked for"), field("rows", &Cut::rows, "Rows"),
                        field("total", &Cut::total, "All together"),
                        field("rounded", &Cut::rounded, "Numbers are rounded down to a multiple of five, for readers who do not see every record"),
                        field("from", &Cut::from, "First day that is counted: of a month where numbers are rounded"),
                        field("to", &Cut::to, "Last day that is counted: of a month where numbers are rounded"));
}

constexpr auto describe(json::Type<CutQuery>) {
    using json::field;
    using T = CutQuery;
    return json::object(
        "CutQuery", field("rows", &T::rows, "What the rows are"), field("columns", &T::columns, "What the columns are"),
        field("measure", &T::measure, "What is counted"), field("from", &T::from, "First day of service"), field("to", &T::to, "Last day of service"),
        field("as_of", &T::as_of, "As it was known at the end of this day"), field("reach", &T::reach, "Whose records; own when absent"),
        field("district", &T::district, "District of residence"), field("centre", &T::centre, "Home provider, with all below"),
        field("performer", &T::performer, "Who performed, with all below"), field("practice", &T::practice, "Under this practice"),
        field("service", &T::service, "Of this service"), field("kind", &T::kind, "Of this kind of services", json::length(1, 60)),
        field("age", &T::age, "Age on the day of the service"), field("sex", &T::sex, "Sex"), field("channel", &T::channel, "Where it was delivered"));
}

constexpr auto describe(json::Type<CutFactsQuery>) {
    using json::field;
    using T = CutFactsQuery;
    return std::apply(
        [](const auto&... fields) {
            return json::object("CutFactsQuery", fields..., field("row", &T::row, "Key of the row", json::length(0, 60)),
                                field("column", &T::column, "Key of the column", json::length(0, 60)), field("cursor", &T::cursor, "Where to go on", json::length(0, 30)),
                                field("limit", &T::limit, "How many", json::range(1, 200)));
        },
        describe(json::Type<CutQuery>{}).fields);
}

}  // namespace ryadom::cuts
