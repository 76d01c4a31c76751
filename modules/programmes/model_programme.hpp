// An individual programme (ИППСУ) and its versions.
#pragma once

#include "modules/catalogue/catalogue.hpp"
#include "modules/people/people.hpp"

#include <array>

namespace ryadom::programmes {

struct Application;

/// Where and how services are delivered. Urgent ones have neither programme nor contract.
enum class Form { home, semi_residential, residential, urgent };
constexpr auto names(json::Type<Form>) {
    using namespace std::string_view_literals;
    using enum Form;
    return std::array{std::pair{home, "home"sv}, std::pair{semi_residential, "semi_residential"sv}, std::pair{residential, "residential"sv}, std::pair{urgent, "urgent"sv}};
}

/// The period to which a volume belongs; `term`: the whole time of the programme.
enum class Every { day, week, month, year, term };
constexpr auto names(json::Type<Every>) {
    using namespace std::string_view_literals;
    using enum Every;
    return std::array{std::pair{day, "day"sv}, std::pair{week, "week"sv}, std::pair{month, "month"sv}, std::pair{year, "year"sv}, std::pair{term, "term"sv}};
}

/// A service of a programme: so much, so many times in a period.
struct Line {
    Id<catalogue::Service> service;
    int quantity = 100;  ///< hundredths of a unit each time
    int times = 1;
    Every every = Every::week;
    std::optional<int> weekly_minutes;  ///< of the package of long-term care
    std::optional<Date> since;          ///< absent: with the version
    std::optional<Date> until;
    std::optional<std::string> note;
    bool operator==(const Line&) const = default;
};
constexpr auto describe(json::Type<Line>) {
    using json::field;
    using T = Line;
    return json::object("ProgrammeLine", field("service", &T::service, "Service"),
                        field("quantity", &T::quantity, "Hundredths of a unit each time", json::range(1, 1'000'000)),
                        field("times", &T::times, "How many times in a period", json::range(1, 1'000)), field("every", &T::every, "Period"),
                        field("weekly_minutes", &T::weekly_minutes, "Minutes a week, of the package of long-term care", json::range(1, 10'080)),
                        field("since", &T::since, "Since, unless with the programme"), field("until", &T::until, "Until, unless with the programme"),
                        field("note", &T::note, "Remark", json::length(0, 300)));
}

/// A measure outside social services, through another agency.
struct Accompaniment {
    std::string kind;
    std::string measure;
    std::optional<std::string> agency;
    bool operator==(const Accompaniment&) const = default;
};
constexpr auto describe(json::Type<Accompaniment>) {
    using json::field;
    using json::length;
    using T = Accompaniment;
    return json::object("ProgrammeAccompaniment", field("kind", &T::kind, "Medical, psychological, pedagogical, legal, social", length(1, 60)),
                        field("measure", &T::measure, "What is done", length(1, 500)), field("agency", &T::agency, "Who does it", length(0, 200)));
}

/// What a version says, as it is written.
struct Content {
    Form form = Form::home;
    Date since;
    Date until;
    std::optional<Date> review_on;  ///< absent: on the last day
    std::optional<int> care_level;  ///< with a package of long-term care
    std::optional<std::string> conditions;
    std::vector<std::string> providers;  ///< recommended
    std::vector<Accompaniment> accompaniment;
    std::vector<Line> lines;
};
constexpr auto describe(json::Type<Content>) {
    using json::field;
    using json::length;
    using T = Content;
    return json::object("ProgrammeContent", field("form", &T::form, "Form of care; never urgent"), field("since", &T::since, "In force since"),
                        field("until", &T::until, "In force until"), field("review_on", &T::review_on, "To be reviewed by; absent: on the last day"),
                        field("care_level", &T::care_level, "Level of long-term care, with its package", json::range(1, 3)),
                        field("conditions", &T::conditions, "Conditions", length(0, 2000)), field("providers", &T::providers, "Recommended providers", length(0, 20)),
                        field("accompaniment", &T::accompaniment, "Measures of accompaniment", length(0, 30)), field("lines", &T::lines, "Services", length(0, 100)));
}

enum class VersionState { draft, coming, in_force, past };
constexpr auto names(json::Type<VersionState>) {
    using namespace std::string_view_literals;
    using enum VersionState;
    return std::array{std::pair{draft, "draft"sv}, std::pair{coming, "coming"sv}, std::pair{in_force, "in_force"sv}, std::pair{past, "past"sv}};
}

struct Version {
    int version = 1;
    VersionState state = VersionState::draft;
    Content content;
    Date last_on;  ///< the last day in force: before `until` if another version or the end of the programme came
    std::optional<std::string> reason;
    std::optional<Date> approved_on;
    std::optional<std::string> approved_by;
    Date recorded_on;
    std::optional<std::string> recorded_by;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<Version>) {
    using json::field;
    using T = Version;
    return json::object("ProgrammeVersion", field("version", &T::version, "Version"), field("state", &T::state, "State today"), field("content", &T::content, "What it says"),
                        field("last_on", &T::last_on, "The last day in force"), field("reason", &T::reason, "Why it takes the place of the one before"),
                        field("approved_on", &T::approved_on, "Approved on"), field("approved_by", &T::approved_by, "Who approved it"),
                        field("recorded_on", &T::recorded_on, "Day of recording"), field("recorded_by", &T::recorded_by, "Who wrote it"),
                        field("revision", &T::revision, "Revision", json::read_only));
}

enum class Outcome { fulfilled, partly, unfulfilled };
constexpr auto names(json::Type<Outcome>) {
    using namespace std::string_view_literals;
    using enum Outcome;
    return std::array{std::pair{fulfilled, "fulfilled"sv}, std::pair{partly, "partly"sv}, std::pair{unfulfilled, "unfulfilled"sv}};
}

struct Mark {
    Id<catalogue::Service> service;
    Outcome outcome = Outcome::fulfilled;
    std::optional<std::string> reason;  ///< a code of the list, unless fulfilled
    std::optional<std::string> note;
    Date day;
    std::optional<std::string> author;
};
constexpr auto describe(json::Type<Mark>) {
    using json::field;
    using T = Mark;
    return json::object("ProgrammeMark", field("service", &T::service, "Service"), field("outcome", &T::outcome, "Fulfilled, partly or not"),
                        field("reason", &T::reason, "Why not, by code"), field("note", &T::note, "Remark"), field("day", &T::day, "Day"),
                        field("author", &T::author, "Who marked it"));
}

struct Programme {
    Id<Programme> id;
    std::string number;
    Id<people::Person> person;
    std::optional<std::string> name;  ///< of the person, within the caller's scope
    Id<network::Organisation> organisation;
    std::optional<Id<Application>> application;
    bool repeated = false;  ///< the person had a programme before
    std::vector<Version> versions;  ///< the newest first
    std::vector<Mark> marks;        ///< the last of each service
    std::optional<Date> ended_on;
    std::optional<std::string> end_reason;
    std::optional<std::string> conclusion;
};
constexpr auto describe(json::Type<Programme>) {
    using json::field;
    using T = Programme;
    return json::object("IndividualProgramme", field("id", &T::id, "Id"), field("number", &T::number, "Number in the year"), field("person", &T::person, "Recipient"),
                        field("name", &T::name, "Name"), field("organisation", &T::organisation, "Who made it"), field("application", &T::application, "The application behind it"),
                        field("repeated", &T::repeated, "The person had one before"), field("versions", &T::versions, "Versions, the newest first"),
                        field("marks", &T::marks, "Services marked as fulfilled or not"), field("ended_on", &T::ended_on, "Ended before its time on"),
                        field("end_reason", &T::end_reason, "Why, by code"), field("conclusion", &T::conclusion, "What came of it"));
}

}  // namespace ryadom::programmes
