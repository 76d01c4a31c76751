// When a version of a programme is sound, what it changes, and what of it holds on a day. Pure.
#pragma once

#include "modules/programmes/model_programme.hpp"

namespace ryadom::programmes {

/// Minutes a week that a level of long-term care allows, by the norms of the first day; absent where no norm is in force.
struct CareNorm {
    std::optional<int> from;
    std::optional<int> to;
};

/// What a version is held against.
struct Surroundings {
    std::vector<catalogue::ServiceRow> services;
    std::optional<int> most_months;          ///< of a programme, by the norm of the first day
    CareNorm care;                           ///< of the level that the version names
    std::optional<int> assessed_level;       ///< of the last assessment of need by the first day
    std::optional<Date> former_since;        ///< of the version before
};

/// Everything wrong with a version, with pointers below `pointer`.
std::vector<FieldError> faults(const Content& content, const Surroundings& around, const std::string& pointer);

/// The content without empty texts.
Content tidy(Content content);

/// Minutes a week of the package of long-term care.
int package_minutes(const Content& content);

/// What is not the same in two versions.
enum class Part { added, removed, changed, same };
constexpr auto names(json::Type<Part>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Part::added, "added"sv}, std::pair{Part::removed, "removed"sv}, std::pair{Part::changed, "changed"sv}, std::pair{Part::same, "same"sv}};
}

/// A service side by side.
struct LineDifference {
    Part part = Part::same;
    std::optional<Line> before;
    std::optional<Line> after;
    bool operator==(const LineDifference&) const = default;
};
constexpr auto describe(json::Type<LineDifference>) {
    using json::field;
    using T = LineDifference;
    return json::object("ProgrammeLineDifference", field("part", &T::part, "Added, removed, changed or the same"), field("before", &T::before, "As it was"),
                        field("after", &T::after, "As it is"));
}

/// Everything of a version besides its services, by the name of the field.
enum class Heading { form, since, until, review_on, care_level, conditions, providers, accompaniment };
constexpr auto names(json::Type<Heading>) {
    using namespace std::string_view_literals;
    using enum Heading;
    return std::array{std::pair{form, "form"sv}, std::pair{since, "since"sv}, std::pair{until, "until"sv}, std::pair{review_on, "review_on"sv},
                      std::pair{care_level, "care_level"sv}, std::pair{conditions, "conditions"sv}, std::pair{providers, "providers"sv},
                      std::pair{accompaniment, "accompaniment"sv}};
}

struct Difference {
    std::vector<Heading> headings;
    std::vector<LineDifference> lines;  ///< what changed first, each in the order of its version
};
constexpr auto describe(json::Type<Difference>) {
    using json::field;
    return json::object("ProgrammeDifference", field("headings", &Difference::headings, "Fields that are not the same"),
                        field("lines", &Difference::lines, "Services side by side"));
}

Difference difference(const Content& before, const Content& after);

/// How a version stands on a day; `last_on` is the last day in force.
VersionState state_on(const std::optional<Date>& approved_on, Date since, Date last_on, Date day);

/// May a version be approved on this day: its programme runs, it does not begin before the one that it follows.
Checked<void> may_approve(const Version& draft, const std::optional<Version>& former, bool ended);

/// The same day so many months later, or the last of its month.
Date months_later(Date day, int months);

}  // namespace ryadom::programmes
