// What the pages send and ask for.
#pragma once

#include "modules/programmes/model_application.hpp"
#include "modules/programmes/model_contract.hpp"
#include "modules/programmes/rules_programme.hpp"

namespace ryadom::programmes {

struct NewApplication {
    Id<network::Organisation> organisation;
    Date received_on;
    Wish wish;
};
constexpr auto describe(json::Type<NewApplication>) {
    using json::field;
    using T = NewApplication;
    return json::object("NewApplication", field("organisation", &T::organisation, "Where it is received"), field("received_on", &T::received_on, "Received on"),
                        field("wish", &T::wish, "What it says"));
}

struct ChangeApplication {
    Date received_on;
    Wish wish;
};
constexpr auto describe(json::Type<ChangeApplication>) {
    using json::field;
    using T = ChangeApplication;
    return json::object("ChangeApplication", field("received_on", &T::received_on, "Received on"), field("wish", &T::wish, "What it says"));
}

/// Missing papers, their arrival, a withdrawal, an act of urgent services, an end without a contract.
struct StepRequest {
    EventKind kind = EventKind::returned;
    Date day;
    std::optional<std::string> note;
};
constexpr auto describe(json::Type<StepRequest>) {
    using json::field;
    using T = StepRequest;
    return json::object("ApplicationStep", field("kind", &T::kind, "returned, resumed, withdrawn, delivered or closed"), field("day", &T::day, "Day"),
                        field("note", &T::note, "In words", json::length(0, 2000)));
}

struct AssessStep {
    Date day;
    std::optional<Uuid> assessment;
    std::optional<std::string> note;
};
constexpr auto describe(json::Type<AssessStep>) {
    using json::field;
    using T = AssessStep;
    return json::object("ApplicationAssessment", field("day", &T::day, "Day"), field("assessment", &T::assessment, "The assessment of need"),
                        field("note", &T::note, "In words", json::length(0, 2000)));
}

struct Decision {
    EventKind kind = EventKind::granted;
    Date day;
    std::optional<std::string> reason;
    std::optional<std::string> note;
};
constexpr auto describe(json::Type<Decision>) {
    using json::field;
    using T = Decision;
    return json::object("ApplicationDecision", field("kind", &T::kind, "granted or refused"), field("day", &T::day, "Day of the decision"),
                        field("reason", &T::reason, "Why it is refused, by code", json::length(1, 60)), field("note", &T::note, "In words", json::length(0, 2000)));
}

struct OfOrganisation {
    Id<network::Organisation> organisation;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<OfOrganisation>) {
    using json::field;
    using T = OfOrganisation;
    return json::object("ProgrammeFilter", field("organisation", &T::organisation, "Of this institution"), field("cursor", &T::cursor, "Where the page before ended"),
                        field("limit", &T::limit, "Rows of a page", json::range(1, 200)));
}

/// Open applications of an institution, what is due first before all.
struct Journal {
    Date today;
    std::vector<Entry> entries;
    bool more = false;  ///< there are more than are shown
};
constexpr auto describe(json::Type<Journal>) {
    using json::field;
    return json::object("ApplicationJournal", field("today", &Journal::today, "The day there"), field("entries", &Journal::entries, "Open applications"),
                        field("more", &Journal::more, "There are more than are shown"));
}

struct NewProgramme {
    Id<network::Organisation> organisation;
    std::optional<Id<Application>> application;
    Content content;
};
constexpr auto describe(json::Type<NewProgramme>) {
    using json::field;
    using T = NewProgramme;
    return json::object("NewProgramme", field("organisation", &T::organisation, "Who makes it"), field("application", &T::application, "The application behind it"),
                        field("content", &T::content, "What it says"));
}

struct NewVersion {
    Content content;
    std::string reason;
};
constexpr auto describe(json::Type<NewVersion>) {
    using json::field;
    return json::object("NewProgrammeVersion", field("content", &NewVersion::content, "What it says"),
                        field("reason", &NewVersion::reason, "Why it takes the place of the one before", json::length(3, 500)));
}

struct ChangeDraft {
    Content content;
    std::optional<std::string> reason;
};
constexpr auto describe(json::Type<ChangeDraft>) {
    using json::field;
    return json::object("ChangeProgrammeDraft", field("content", &ChangeDraft::content, "What it says"),
                        field("reason", &ChangeDraft::reason, "Why it takes the place of the one before; none for the first", json::length(3, 500)));
}

struct ApproveVersion {
    int version = 1;
    Date approved_on;
};
constexpr auto describe(json::Type<ApproveVersion>) {
    using json::field;
    return json::object("ApproveProgrammeVersion", field("version", &ApproveVersion::version, "Version", json::range(1, 10'000)),
                        field("approved_on", &ApproveVersion::approved_on, "Day of the approval"));
}

struct NewMark {
    Id<catalogue::Service> service;
    Outcome outcome = Outcome::fulfilled;
    std::optional<std::string> reason;
    std::optional<std::string> note;
};
constexpr auto describe(json::Type<NewMark>) {
    using json::field;
    using T = NewMark;
    return json::object("NewProgrammeMark", field("service", &T::service, "Service"), field("outcome", &T::outcome, "Fulfilled, partly or not"),
                        field("reason", &T::reason, "Why not, by code", json::length(1, 60)), field("note", &T::note, "Remark", json::length(0, 500)));
}

struct NewMarks {
    Date day;
    std::vector<NewMark> marks;
};
constexpr auto describe(json::Type<NewMarks>) {
    using json::field;
    return json::object("NewProgrammeMarks", field("day", &NewMarks::day, "Day"), field("marks", &NewMarks::marks, "Marks", json::length(1, 100)));
}

struct EndProgramme {
    Date ended_on;
    std::string reason;
    std::optional<std::string> conclusion;
};
constexpr auto describe(json::Type<EndProgramme>) {
    using json::field;
    using T = EndProgramme;
    return json::object("EndProgramme", field("ended_on", &T::ended_on, "The last day"), field("reason", &T::reason, "Why, by code", json::length(1, 60)),
                        field("conclusion", &T::conclusion, "What came of it", json::length(0, 2000)));
}

struct DifferenceQuery {
    std::optional<int> from;
    std::optional<int> to;
};
constexpr auto describe(json::Type<DifferenceQuery>) {
    using json::field;
    return json::object("ProgrammeDifferenceQuery", field("from", &DifferenceQuery::from, "Version; absent: the one before the newest", json::range(1, 10'000)),
                        field("to", &DifferenceQuery::to, "Version; absent: the newest", json::range(1, 10'000)));
}

/// A row of the list of programmes.
struct ProgrammeEntry {
    Id<Programme> id;
    std::string number;
    Id<people::Person> person;
    std::optional<std::string> name;
    Form form = Form::home;
    VersionState state = VersionState::draft;
    int version = 1;
    Date since;
    Date last_on;
    Date review_on;
    std::optional<int> care_level;
};
constexpr auto describe(json::Type<ProgrammeEntry>) {
    using json::field;
    using T = ProgrammeEntry;
    return json::object("ProgrammeEntry", field("id", &T::id, "Id"), field("number", &T::number, "Number"), field("person", &T::person, "Recipient"), field("name", &T::name, "Name"),
                        field("form", &T::form, "Form of care"), field("state", &T::state, "State of the version today"), field("version", &T::version, "Version"),
                        field("since", &T::since, "In force since"), field("last_on", &T::last_on, "The last day"), field("review_on", &T::review_on, "To be reviewed by"),
                        field("care_level", &T::care_level, "Level of long-term care"));
}

/// What a programme of a person may start from.
struct Care {
    std::optional<int> level;  ///< of the last assessment of need
    std::optional<Date> assessed_on;
    std::optional<int> minutes_from;  ///< a week, by the norms of the day
    std::optional<int> minutes_to;
    std::optional<int> most_months;
};
constexpr auto describe(json::Type<Care>) {
    using json::field;
    using T = Care;
    return json::object("ProgrammeGrounds", field("level", &T::level, "Level of long-term care, by the last assessment"), field("assessed_on", &T::assessed_on, "Assessed on"),
                        field("minutes_from", &T::minutes_from, "Minutes a week at least"), field("minutes_to", &T::minutes_to, "Minutes a week at most"),
                        field("most_months", &T::most_months, "Months that a programme may last"));
}

struct NormFilter {
    std::optional<Date> on;
};
constexpr auto describe(json::Type<NormFilter>) {
    return json::object("ProgrammeNormFilter", json::field("on", &NormFilter::on, "In force on this day; absent: today"));
}

/// All of one person, for the card.
struct OfPerson {
    std::vector<Entry> applications;
    std::vector<ProgrammeEntry> programmes;
    std::vector<Contract> contracts;
};
constexpr auto describe(json::Type<OfPerson>) {
    using json::field;
    return json::object("ProgrammesOfPerson", field("applications", &OfPerson::applications, "Applications, the newest first"),
                        field("programmes", &OfPerson::programmes, "Programmes by their last version, the newest first"),
                        field("contracts", &OfPerson::contracts, "Contracts, the newest first"));
}

}  // namespace ryadom::programmes
