// Two who may be one: what the queue, the comparison and the merges of a person look like.
#pragma once

#include "modules/people/merges.hpp"

namespace ryadom::duplicates {

/// One of the two. Of a person of another centre only the year of birth is told.
struct Side {
    std::optional<Id<people::Person>> id;
    std::optional<std::string> name;
    int birth_year = 0;
    std::optional<Date> birth;
};
constexpr auto describe(json::Type<Side>) {
    using json::field;
    return json::object("DuplicateSide", field("id", &Side::id, "Id, within sight"), field("name", &Side::name, "Name, within sight"),
                        field("birth_year", &Side::birth_year, "Year of birth"), field("birth", &Side::birth, "Born, within sight"));
}

struct PairReason {
    std::string field;
    std::string text;
    bool against = false;
};
constexpr auto describe(json::Type<PairReason>) {
    using json::field;
    return json::object("DuplicateReason", field("field", &PairReason::field, "Which field"), field("text", &PairReason::text, "What it says, in words"),
                        field("against", &PairReason::against, "Whether it says that they are two people"));
}

struct Pair {
    Id<Pair> id;
    int percent = 0;
    std::vector<PairReason> reasons;
    Side one;
    Side other;
};
constexpr auto describe(json::Type<Pair>) {
    using json::field;
    return json::object("DuplicatePair", field("id", &Pair::id, "Id"), field("percent", &Pair::percent, "How probable it is that they are one person"),
                        field("reasons", &Pair::reasons, "What says most first"), field("one", &Pair::one, "One of the two"), field("other", &Pair::other, "The other"));
}

/// The register was looked through from end to end.
struct Run {
    Id<Run> id;
    Instant begun_at;
    Instant ended_at;
    std::int64_t persons = 0;
    std::int64_t pairs = 0;
};
constexpr auto describe(json::Type<Run>) {
    using json::field;
    return json::object("DuplicateRun", field("id", &Run::id, "Id"), field("begun_at", &Run::begun_at, "Begun at"), field("ended_at", &Run::ended_at, "Ended at"),
                        field("persons", &Run::persons, "People looked at"), field("pairs", &Run::pairs, "Pairs that people should look at"));
}

struct OtherDecision {
    std::string reason;
};
constexpr auto describe(json::Type<OtherDecision>) {
    return json::object("DuplicateOther", json::field("reason", &OtherDecision::reason, "Why they are two people", json::length(1, 500)));
}

/// What stands at another centre, told as a lookup is.
struct Elsewhere {
    std::string lookup;
    std::string initials;
    int birth_year = 0;
    std::optional<Id<network::Organisation>> organisation;
};
constexpr auto describe(json::Type<Elsewhere>) {
    using json::field;
    return json::object("DuplicateElsewhere", field("lookup", &Elsewhere::lookup, "What is attached"), field("initials", &Elsewhere::initials, "Initials"),
                        field("birth_year", &Elsewhere::birth_year, "Year of birth"), field("organisation", &Elsewhere::organisation, "Who serves"));
}

/// What hangs on a person that is about to be merged.
struct Holdings {
    std::int64_t facts = 0;
    std::optional<Date> last_on;
};
constexpr auto describe(json::Type<Holdings>) {
    using json::field;
    return json::object("PersonHoldings", field("facts", &Holdings::facts, "Facts within sight"), field("last_on", &Holdings::last_on, "Day of the last"));
}

struct Comparison {
    int percent = 0;
    std::vector<PairReason> reasons;
    std::optional<std::string> refusal;  ///< why they cannot be merged as they stand, in words
    std::vector<std::string> taken;      ///< what the person would get from the other
    Holdings person;
    Holdings other;
};
constexpr auto describe(json::Type<Comparison>) {
    using json::field;
    return json::object("PersonComparison", field("percent", &Comparison::percent, "How probable it is that they are one person"),
                        field("reasons", &Comparison::reasons, "What says most first"), field("refusal", &Comparison::refusal, "Why they cannot be merged as they stand"),
                        field("taken", &Comparison::taken, "Fields and lists that the person would get from the other"),
                        field("person", &Comparison::person, "What hangs on the person"), field("other", &Comparison::other, "What hangs on the other"));
}

struct ComparisonQuery {
    Id<people::Person> other;
};
constexpr auto describe(json::Type<ComparisonQuery>) {
    return json::object("PersonComparisonQuery", json::field("other", &ComparisonQuery::other, "The other person"));
}

struct MergeRequest {
    Id<people::Person> other;
    std::optional<std::string> reason;
};
constexpr auto describe(json::Type<MergeRequest>) {
    using json::field;
    return json::object("PersonMergeRequest", field("other", &MergeRequest::other, "Who is this person too"),
                        field("reason", &MergeRequest::reason, "How one knows", json::length(0, 500)));
}

struct UndoRequest {
    std::string reason;
};
constexpr auto describe(json::Type<UndoRequest>) {
    return json::object("PersonMergeUndo", json::field("reason", &UndoRequest::reason, "Why they are two people", json::length(1, 500)));
}

}  // namespace ryadom::duplicates

namespace ryadom::people {

constexpr auto describe(json::Type<Merge>) {
    using json::field;
    return json::object("PersonMerge", field("id", &Merge::id, "Id"), field("person", &Merge::person, "Who was merged"), field("name", &Merge::name, "As its card had it"),
                        field("birth", &Merge::birth, "Born, as its card had it"), field("taken", &Merge::taken, "Fields and lists that the survivor got"),
                        field("reason", &Merge::reason, "How one knows", json::length(0, 500)), field("account", &Merge::account, "Who did it"), field("at", &Merge::at, "When"),
                        field("undone_reason", &Merge::undone_reason, "Why it was undone", json::length(0, 500)), field("undone_by", &Merge::undone_by, "Who undid it"),
                        field("undone_at", &Merge::undone_at, "When it was undone"));
}

}  // namespace ryadom::people
