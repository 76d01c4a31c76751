// What a practice is held to: the standard's statements, the plan of the rollout, the floor, indicators,
// cost, evidence.
#pragma once

#include "modules/practices/package_parts.hpp"

namespace ryadom::practices {

/// The numbers of a statement. Which of them stand beside which kind is checked by the reader.
struct Rule {
    std::vector<std::string> services;  ///< absent: all services of the package
    std::optional<int> days;
    std::optional<int> from;
    std::optional<int> to;
    std::optional<int> at_least;
    std::optional<Per> per;
    std::optional<int> share_percent;
    std::vector<std::string> qualifications;
    std::optional<std::string> form;
    std::optional<std::string> score;
    std::optional<Direction> direction;
    std::optional<double> min_change;
    std::vector<std::string> items;
    bool operator==(const Rule&) const = default;
};
constexpr auto describe(json::Type<Rule>) {
    return json::object(
        "PackageRule", may("services", &Rule::services, "Services", Ref{"services"}),
        may("days", &Rule::days, "Days", json::range(0, 365)),
        may("from", &Rule::from, "From", json::range(0, 1440)),
        may("to", &Rule::to, "To", json::range(0, 1440)),
        may("at_least", &Rule::at_least, "Facts", json::range(1, 1000)),
        may("per", &Rule::per, "In which time"),
        may("share_percent", &Rule::share_percent, "Percent", json::range(1, 100)),
        may("qualifications", &Rule::qualifications, "Any of them", Table{"qualification"}),
        may("form", &Rule::form, "Form", Ref{"forms"}),
        may("score", &Rule::score, "Score of the form", Shape::element),
        may("direction", &Rule::direction, "The good direction"),
        may("min_change", &Rule::min_change, "Smallest change"),
        may("items", &Rule::items, "Rooms and equipment", Ref{"needs.rooms needs.equipment"}));
}

struct Statement {
    std::string id;
    Line title;
    Text idea;
    Aspect aspect = Aspect::process;
    VerdictPeriod period = VerdictPeriod::month;
    StatementKind kind = StatementKind::wait;
    Rule rule;
    int threshold_percent = 100;
    bool operator==(const Statement&) const = default;
};
constexpr auto describe(json::Type<Statement>) {
    using T = Statement;
    return json::object(
        "PackageStatement", need("id", &T::id, "Id", Shape::id),
        need("title", &T::title, "The requirement in one sentence"), need("idea", &T::idea, "Why"),
        need("aspect", &T::aspect, "Aspect"), need("period", &T::period, "Period of the verdict"),
        need("kind", &T::kind, "Kind of measure"), need("rule", &T::rule, "Its numbers"),
        need("threshold_percent", &T::threshold_percent, "Percent to be met", json::range(1, 100)));
}

struct Standard {
    Line title;
    std::vector<Statement> statements;
    bool operator==(const Standard&) const = default;
};
constexpr auto describe(json::Type<Standard>) {
    return json::object("PackageStandard", need("title", &Standard::title, "Title"),
                        need("statements", &Standard::statements, "Statements"));
}

struct RolloutStep {
    std::string id;
    Line title;
    std::optional<Text> text;
    std::optional<std::string> role;
    std::optional<int> days;
    std::optional<Proof> proof;
    std::vector<std::string> after;  ///< absent: the step just above
    std::vector<std::string> closes;
    std::optional<bool> mandatory;  ///< absent: true
    bool operator==(const RolloutStep&) const = default;
};
constexpr auto describe(json::Type<RolloutStep>) {
    using T = RolloutStep;
    return json::object(
        "PackageRolloutStep", need("id", &T::id, "Id", Shape::id), need("title", &T::title, "Title"),
        may("text", &T::text, "How to do it"), may("role", &T::role, "Who does it", Shape::role),
        may("days", &T::days, "Calendar days of its own", json::range(0, 365)),
        may("proof", &T::proof, "What shows that it is done"),
        may("after", &T::after, "Steps above that come first", Ref{"rollout.steps"}),
        may("closes", &T::closes, "Needs that it closes",
            Ref{"needs.staff needs.rooms needs.equipment needs.documents needs.training needs.budget"}),
        may("mandatory", &T::mandatory, "It must be done", Default{1}));
}

struct Lag {
    int ready = 60;
    int start = 14;
    int deliver = 30;
    bool operator==(const Lag&) const = default;
};
constexpr auto describe(json::Type<Lag>) {
    return json::object("PackageLag",
                        need("ready", &Lag::ready, "From the order to ready", json::range(0, 1000)),
                        need("start", &Lag::start, "From ready to started", json::range(0, 1000)),
                        need("deliver", &Lag::deliver, "From started to delivering", json::range(0, 1000)));
}

struct Rollout {
    std::vector<RolloutStep> steps;
    std::optional<Lag> lag_days;
    bool operator==(const Rollout&) const = default;
};
constexpr auto describe(json::Type<Rollout>) {
    return json::object("PackageRollout", need("steps", &Rollout::steps, "Steps"),
                        may("lag_days", &Rollout::lag_days, "Usual days between stages"));
}

struct Floor {
    FloorMeasure measure = FloorMeasure::facts;
    int at_least = 1;
    FloorPeriod period = FloorPeriod::month;
    std::vector<int> off_season;
    std::optional<int> sustained_periods;  ///< absent: 4
    std::optional<Text> reason;
    bool operator==(const Floor&) const = default;
};
constexpr auto describe(json::Type<Floor>) {
    return json::object(
        "PackageFloor", need("measure", &Floor::measure, "What is counted"),
        need("at_least", &Floor::at_least, "In a period", json::range(1, 1'000'000)),
        need("period", &Floor::period, "Period"),
        may("off_season", &Floor::off_season, "Months that are skipped", json::Limits{1, 12, 0, 11}),
        may("sustained_periods", &Floor::sustained_periods, "Periods running", json::range(1, 24),
            Default{4}),
        may("reason", &Floor::reason, "Why this number"));
}

struct Indicator {
    std::string id;
    Line title;
    IndicatorKind kind = IndicatorKind::output;
    Text how;
    std::optional<std::string> statement;
    std::optional<Line> target;
    bool operator==(const Indicator&) const = default;
};
constexpr auto describe(json::Type<Indicator>) {
    using T = Indicator;
    return json::object("PackageIndicator", need("id", &T::id, "Id", Shape::id),
                        need("title", &T::title, "Title"), need("kind", &T::kind, "Kind"),
                        need("how", &T::how, "How it is computed"),
                        may("statement", &T::statement, "Statement", Ref{"standard.statements"}),
                        may("target", &T::target, "Target"));
}

struct Risk {
    std::string id;
    Text risk;
    Text mitigation;
    bool operator==(const Risk&) const = default;
};
constexpr auto describe(json::Type<Risk>) {
    return json::object("PackageRisk", need("id", &Risk::id, "Id", Shape::id),
                        need("risk", &Risk::risk, "Risk"),
                        need("mitigation", &Risk::mitigation, "What helps"));
}

struct Cost {
    Money start;
    Money monthly;
    Money per_recipient;
    bool operator==(const Cost&) const = default;
};
constexpr auto describe(json::Type<Cost>) {
    return json::object("PackageCost", need("start", &Cost::start, "Once"),
                        need("monthly", &Cost::monthly, "A month"),
                        need("per_recipient", &Cost::per_recipient, "For one recipient"));
}

struct Evidence {
    std::string id;
    Axis axis = Axis::description;
    int level = 0;
    Text text;
    std::optional<std::string> source;
    std::optional<Path> file;
    bool operator==(const Evidence&) const = default;
};
constexpr auto describe(json::Type<Evidence>) {
    using T = Evidence;
    return json::object("PackageEvidence", need("id", &T::id, "Id", Shape::id),
                        need("axis", &T::axis, "Axis"), need("level", &T::level, "Level", json::range(0, 3)),
                        need("text", &T::text, "Text"), may("source", &T::source, "Title of the source"),
                        may("file", &T::file, "File"));
}

struct Dependency {
    std::string id;
    std::string code;
    std::string versions;
    bool mandatory = true;
    std::optional<Text> note;
    bool operator==(const Dependency&) const = default;
};
constexpr auto describe(json::Type<Dependency>) {
    using T = Dependency;
    return json::object("PackageDependency", need("id", &T::id, "Id", Shape::id),
                        need("code", &T::code, "Code of the practice", Shape::practice_code),
                        need("versions", &T::versions, "Comparators that must hold", Shape::versions),
                        need("mandatory", &T::mandatory, "It does not work without"),
                        may("note", &T::note, "Remark"));
}

struct UpgradeNote {
    std::string id;
    std::string version;
    Text text;
    bool operator==(const UpgradeNote&) const = default;
};
constexpr auto describe(json::Type<UpgradeNote>) {
    using T = UpgradeNote;
    return json::object("PackageUpgradeNote", need("id", &T::id, "Id", Shape::id),
                        need("version", &T::version, "Version", Shape::version),
                        need("text", &T::text, "What a centre has to do"));
}

}  // namespace ryadom::practices
