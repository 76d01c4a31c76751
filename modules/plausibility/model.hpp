// What screens are told of questions, and what they say to them.
#pragma once

#include "modules/ledger/ledger.hpp"
#include "modules/plausibility/rules.hpp"
#include "platform/json/describe.hpp"

namespace ryadom::plausibility {

constexpr auto names(json::Type<Kind>) {
    using enum Kind;
    return std::array<std::pair<Kind, std::string_view>, 7>{{{long_day, "long_day"}, {two_places, "two_places"}, {late_batch, "late_batch"}, {month_end, "month_end"},
                                                             {same_minutes, "same_minutes"}, {after_death, "after_death"}, {weekend, "weekend"}}};
}
constexpr auto names(json::Type<Said>) {
    using enum Said;
    return std::array<std::pair<Said, std::string_view>, 3>{{{answered, "answered"}, {explained, "explained"}, {asked_again, "asked_again"}}};
}
constexpr auto names(json::Type<Standing>) {
    using enum Standing;
    return std::array<std::pair<Standing, std::string_view>, 3>{{{open, "open"}, {answered, "answered"}, {explained, "explained"}}};
}

constexpr auto describe(json::Type<Thresholds>) {
    using json::field;
    using T = Thresholds;
    return json::object("QuestionThresholds", field("day_minutes", &T::day_minutes, "More minutes of a worker on a day than these", json::range(60, 1440)),
                        field("late_facts", &T::late_facts, "More facts of a worker written on one day than these", json::range(1, 1000)),
                        field("late_days", &T::late_days, "Each more days after its own than these", json::range(1, 366)),
                        field("month_end_days", &T::month_end_days, "The last days of a month are so many", json::range(1, 10)),
                        field("month_end_people", &T::month_end_people, "At least so many people of one worker", json::range(1, 1000)),
                        field("same_minutes_facts", &T::same_minutes_facts, "At least so many services of the same minutes in a month", json::range(2, 1000)),
                        field("weekend_facts", &T::weekend_facts, "At least so many facts at weekends of a month", json::range(1, 1000)));
}

struct ThresholdsView {
    Thresholds thresholds;
    Instant since;
    std::optional<std::string> by;
    std::int64_t revision = 0;
};
constexpr auto describe(json::Type<ThresholdsView>) {
    using T = ThresholdsView;
    return json::object("QuestionThresholdsView", json::field("thresholds", &T::thresholds, "From where on a question is asked"),
                        json::field("since", &T::since, "Since when"), json::field("by", &T::by, "Who set them; absent: the program came with them"),
                        json::field("revision", &T::revision, "Revision", json::read_only));
}

struct WordView {
    Said said = Said::answered;
    std::string text;
    std::int64_t value = 0;
    Instant at;
    std::optional<std::string> by;
};
constexpr auto describe(json::Type<WordView>) {
    using T = WordView;
    return json::object("QuestionWord", json::field("said", &T::said, "What was said"), json::field("text", &T::text, "In words"),
                        json::field("value", &T::value, "What the question counted then"), json::field("at", &T::at, "When"), json::field("by", &T::by, "Who"));
}

/// Whom a question is about, as the reader may know the person.
struct PersonView {
    people::Sex sex = people::Sex::female;
    std::optional<Id<people::Person>> id;
    std::optional<std::string> name;
};
constexpr auto describe(json::Type<PersonView>) {
    using T = PersonView;
    return json::object("QuestionPerson", json::field("sex", &T::sex, "Sex"), json::field("id", &T::id, "Id, with a right to the person"),
                        json::field("name", &T::name, "Name, with a right to the person"));
}

struct QuestionView {
    std::string id;
    Kind kind = Kind::long_day;
    Date day;
    Id<network::Organisation> organisation;
    std::string centre;
    std::optional<std::string> worker;
    std::optional<PersonView> person;
    std::int64_t value = 0;
    int limit = 0;
    Standing standing = Standing::open;
    std::vector<WordView> words;
};
constexpr auto describe(json::Type<QuestionView>) {
    using json::field;
    using T = QuestionView;
    return json::object("Question", field("id", &T::id, "Stays the same as long as the question is about the same"), field("kind", &T::kind, "What is asked"),
                        field("day", &T::day, "The day, or the first of the month"), field("organisation", &T::organisation, "Who is asked"),
                        field("centre", &T::centre, "Its short name"), field("worker", &T::worker, "Whose facts"), field("person", &T::person, "Whom the facts serve"),
                        field("value", &T::value, "Minutes of a long day, people of month ends, facts of all others"),
                        field("limit", &T::limit, "The threshold of the region; 0: there is none"), field("standing", &T::standing, "Open, answered or explained; open again when it counts more than at the last word"),
                        field("words", &T::words, "What was said, oldest first"));
}

struct QuestionsQuery {
    std::optional<Id<network::Organisation>> organisation;
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<Kind> kind;
    std::optional<Standing> standing;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<QuestionsQuery>) {
    using json::field;
    using T = QuestionsQuery;
    return json::object("QuestionsQuery", field("organisation", &T::organisation, "Of this centre and its branches; absent: all that the reader may see"),
                        field("from", &T::from, "From the month of this day on; absent: two months before the last one"),
                        field("to", &T::to, "To the month of this day; absent: this month"), field("kind", &T::kind, "Only these"),
                        field("standing", &T::standing, "Only these"), field("cursor", &T::cursor, "Where to go on", json::length(0, 30)),
                        field("limit", &T::limit, "How many", json::range(1, 200)));
}

struct SummaryQuery {
    std::optional<Id<network::Organisation>> organisation;
    std::optional<Date> from;
    std::optional<Date> to;
};
constexpr auto describe(json::Type<SummaryQuery>) {
    using T = SummaryQuery;
    return json::object("QuestionsSummaryQuery", json::field("organisation", &T::organisation, "Of this centre and its branches; absent: all that the reader may see"),
                        json::field("from", &T::from, "From the month of this day on; absent: two months before the last one"),
                        json::field("to", &T::to, "To the month of this day; absent: this month"));
}

struct Summary {
    int open = 0;
    int answered = 0;
    int explained = 0;
};
constexpr auto describe(json::Type<Summary>) {
    using T = Summary;
    return json::object("QuestionsSummary", json::field("open", &T::open, "Nobody has answered, it was asked again, or it counts more by now"),
                        json::field("answered", &T::answered, "The centre has answered"), json::field("explained", &T::explained, "The region took the answer"));
}

struct QuestionFactsQuery {
    std::string question;
    Date day;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<QuestionFactsQuery>) {
    using json::field;
    using T = QuestionFactsQuery;
    return json::object("QuestionFactsQuery", field("question", &T::question, "Question", json::length(1, 64)), field("day", &T::day, "Its day"),
                        field("cursor", &T::cursor, "Where to go on", json::length(0, 30)), field("limit", &T::limit, "How many", json::range(1, 200)));
}

struct AnswerRequest {
    std::string question;
    Date day;
    std::string text;
};
constexpr auto describe(json::Type<AnswerRequest>) {
    using T = AnswerRequest;
    return json::object("QuestionAnswerRequest", json::field("question", &T::question, "Question", json::length(1, 64)), json::field("day", &T::day, "Its day"),
                        json::field("text", &T::text, "How it was", json::length(3, 2000)));
}

enum class Decision { explained, asked_again };
constexpr auto names(json::Type<Decision>) {
    return std::array<std::pair<Decision, std::string_view>, 2>{{{Decision::explained, "explained"}, {Decision::asked_again, "asked_again"}}};
}

struct DecisionRequest {
    std::string question;
    Date day;
    Decision decision = Decision::explained;
    std::optional<std::string> text;
};
constexpr auto describe(json::Type<DecisionRequest>) {
    using json::field;
    using T = DecisionRequest;
    return json::object("QuestionDecisionRequest", field("question", &T::question, "Question", json::length(1, 64)), field("day", &T::day, "Its day"),
                        field("decision", &T::decision, "The answer is taken, or it is asked again"),
                        field("text", &T::text, "What is still not clear; needed to ask again", json::length(3, 2000)));
}

}  // namespace ryadom::plausibility
