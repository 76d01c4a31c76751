// What law and region set for programmes: terms, the working calendar, minutes of long-term care, lists of reasons.
#pragma once

#include "modules/catalogue/catalogue.hpp"

#include <array>

namespace ryadom::programmes {

enum class NormKind {
    decision_days,     ///< working days from the application to the decision
    urgent_days,       ///< the same for urgent services; none: at once
    programme_days,    ///< working days from the application to the programme
    contract_days,     ///< working days from the programme to the contract
    programme_months,  ///< how long a programme may be in force at most
    care_minutes_from, ///< of a level of long-term care: at least so many minutes a week
    care_minutes_to    ///< and at most so many
};
constexpr auto names(json::Type<NormKind>) {
    using namespace std::string_view_literals;
    using enum NormKind;
    return std::array{std::pair{decision_days, "decision_days"sv}, std::pair{urgent_days, "urgent_days"sv}, std::pair{programme_days, "programme_days"sv},
                      std::pair{contract_days, "contract_days"sv}, std::pair{programme_months, "programme_months"sv},
                      std::pair{care_minutes_from, "care_minutes_from"sv}, std::pair{care_minutes_to, "care_minutes_to"sv}};
}

struct NormValue {
    NormKind kind = NormKind::decision_days;
    std::optional<int> level;  ///< 1 to 3, of minutes of care
    int amount = 0;
};
constexpr auto describe(json::Type<NormValue>) {
    using json::field;
    using T = NormValue;
    return json::object("ProgrammeNormValue", field("kind", &T::kind, "Kind"), field("level", &T::level, "Level of long-term care, of its minutes", json::range(1, 3)),
                        field("amount", &T::amount, "Working days, months or minutes a week", json::range(0, 10'080)));
}

struct Norm {
    Id<Norm> id;
    NormValue value;
    std::string ground;
    Date valid_from;
    std::optional<Date> valid_to;
};
constexpr auto describe(json::Type<Norm>) {
    using json::field;
    using T = Norm;
    return json::object("ProgrammeNorm", field("id", &T::id, "Id"), field("value", &T::value, "What is set"), field("ground", &T::ground, "The act that set it"),
                        field("valid_from", &T::valid_from, "In force from"), field("valid_to", &T::valid_to, "In force until"));
}

struct NewNorms {
    Date valid_from;
    std::string ground;
    std::vector<NormValue> norms;
};
constexpr auto describe(json::Type<NewNorms>) {
    using json::field;
    using T = NewNorms;
    return json::object("NewProgrammeNorms", field("valid_from", &T::valid_from, "In force from"),
                        field("ground", &T::ground, "The act that sets them", json::length(3, 300)), field("norms", &T::norms, "What is set", json::length(1, 30)));
}

enum class SpecialDayKind {
    off,     ///< a holiday, or a day off that was moved there
    working  ///< a Saturday or Sunday on which work was moved
};
constexpr auto names(json::Type<SpecialDayKind>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{SpecialDayKind::off, "off"sv}, std::pair{SpecialDayKind::working, "working"sv}};
}

struct SpecialDay {
    Date day;
    SpecialDayKind kind = SpecialDayKind::off;
    bool operator==(const SpecialDay&) const = default;
};
constexpr auto describe(json::Type<SpecialDay>) {
    using json::field;
    return json::object("SpecialDay", field("day", &SpecialDay::day, "Day"), field("kind", &SpecialDay::kind, "Off, or working though a weekend"));
}

struct CalendarYear {
    int year = 0;
    std::string ground;
    std::vector<SpecialDay> days;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<CalendarYear>) {
    using json::field;
    using T = CalendarYear;
    return json::object("CalendarYear", field("year", &T::year, "Year", json::read_only), field("ground", &T::ground, "The act that moved days", json::length(3, 300)),
                        field("days", &T::days, "Days that differ from the week", json::length(0, 200)), field("revision", &T::revision, "Revision", json::read_only));
}

enum class ReasonKind { refusal, end, unfulfilled };
constexpr auto names(json::Type<ReasonKind>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{ReasonKind::refusal, "refusal"sv}, std::pair{ReasonKind::end, "end"sv}, std::pair{ReasonKind::unfulfilled, "unfulfilled"sv}};
}

struct Reason {
    ReasonKind kind = ReasonKind::refusal;
    std::string code;
    catalogue::Titles titles;
    Date since;
    std::optional<Date> until;
};
constexpr auto describe(json::Type<Reason>) {
    using json::field;
    using T = Reason;
    return json::object("ProgrammeReason", field("kind", &T::kind, "List"), field("code", &T::code, "Code", json::length(1, 60)),
                        field("titles", &T::titles, "Title by language", json::length(1, 3)), field("since", &T::since, "In force since"),
                        field("until", &T::until, "In force until"));
}

}  // namespace ryadom::programmes
