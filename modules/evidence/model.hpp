// What evidence is made of: reviews of adopters, judged axes, rates.
#pragma once

#include "modules/network/network.hpp"
#include "modules/practices/practices.hpp"
#include "platform/files/files.hpp"

#include <array>

namespace ryadom::evidence {

using practices::Axis;

/// Would the centre do it again, and advise it?
enum class Advice { yes, with_care, no };
constexpr auto names(json::Type<Advice>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Advice::yes, "yes"sv}, std::pair{Advice::with_care, "with_care"sv}, std::pair{Advice::no, "no"sv}};
}

/// What a judgement rests on.
enum class Basis { documents, routine, protocol, published };
constexpr auto names(json::Type<Basis>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Basis::documents, "documents"sv}, std::pair{Basis::routine, "routine"sv}, std::pair{Basis::protocol, "protocol"sv},
                      std::pair{Basis::published, "published"sv}};
}

enum class LifeStage { pilot, spreading, established };
constexpr auto names(json::Type<LifeStage>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{LifeStage::pilot, "pilot"sv}, std::pair{LifeStage::spreading, "spreading"sv}, std::pair{LifeStage::established, "established"sv}};
}

constexpr auto words_limits = json::length(1, 4000);

struct ReviewRequest {
    std::string changed;
    std::string cost;
    std::optional<std::int64_t> cost_kopecks;
    std::string trouble;
    Advice advice = Advice::yes;
};
constexpr auto describe(json::Type<ReviewRequest>) {
    using T = ReviewRequest;
    using json::field;
    return json::object("ReviewRequest", field("changed", &T::changed, "What was changed", words_limits), field("cost", &T::cost, "What it cost", words_limits),
                        field("cost_kopecks", &T::cost_kopecks, "The same as a sum, in kopecks", json::range(0, 1'000'000'000'000)),
                        field("trouble", &T::trouble, "What went wrong", words_limits), field("advice", &T::advice, "Would the centre advise it"));
}

struct Review {
    Id<Review> id;
    Id<network::Organisation> organisation;
    std::string centre;
    Date written_on;
    int months = 0;  ///< since the start, on that day
    std::string changed;
    std::string cost;
    std::optional<std::int64_t> cost_kopecks;
    std::string trouble;
    Advice advice = Advice::yes;
    bool standing = true;
    std::optional<std::string> answer;
    std::optional<Date> answered_on;
    std::optional<std::string> stage;        ///< of the adoption, today
    std::optional<Date> stage_since;
    std::optional<int> months_running;       ///< since the start, today
    std::optional<std::int64_t> recipients;  ///< at least so many; absent: fewer than five
};
constexpr auto describe(json::Type<Review>) {
    using T = Review;
    using json::field;
    return json::object(
        "Review", field("id", &T::id, "Id"), field("organisation", &T::organisation, "The centre"), field("centre", &T::centre, "Its short title"),
        field("written_on", &T::written_on, "Written"), field("months", &T::months, "Months since the start when it was written"),
        field("changed", &T::changed, "What was changed"), field("cost", &T::cost, "What it cost"), field("cost_kopecks", &T::cost_kopecks, "The same as a sum"),
        field("trouble", &T::trouble, "What went wrong"), field("advice", &T::advice, "Would the centre advise it"),
        field("standing", &T::standing, "Not replaced by a later one"), field("answer", &T::answer, "Answer of the owner of the practice"),
        field("answered_on", &T::answered_on, "Answered"), field("stage", &T::stage, "Stage of the centre's adoption today"),
        field("stage_since", &T::stage_since, "Since"), field("months_running", &T::months_running, "Months since the start, today"),
        field("recipients", &T::recipients, "Recipients since the start, at least; absent: fewer than five"));
}

struct ReviewQuery {
    std::optional<Id<network::Organisation>> organisation;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<ReviewQuery>) {
    using T = ReviewQuery;
    return json::object("ReviewQuery", json::field("organisation", &T::organisation, "Every review of this centre, also replaced ones"),
                        json::field("cursor", &T::cursor, "Where to go on", json::length(0, 500)), json::field("limit", &T::limit, "How many", json::range(1, 200)));
}

struct AnswerRequest {
    Id<Review> review;
    std::string text;
};
constexpr auto describe(json::Type<AnswerRequest>) {
    return json::object("ReviewAnswer", json::field("review", &AnswerRequest::review, "The review"),
                        json::field("text", &AnswerRequest::text, "The answer", words_limits));
}

/// A file that a judgement may name.
struct Ground {
    Id<Ground> id;
    std::string name;
};
constexpr auto describe(json::Type<Ground>) {
    return json::object("EvidenceGround", json::field("id", &Ground::id, "Id"), json::field("name", &Ground::name, "Name of the file"));
}
struct GroundQuery {
    std::string name;
};
constexpr auto describe(json::Type<GroundQuery>) {
    return json::object("EvidenceGroundQuery", json::field("name", &GroundQuery::name, "Name of the file", json::length(1, 200)));
}

struct JudgementRequest {
    Axis axis = Axis::description;
    int level = 0;
    Basis basis = Basis::documents;
    std::string text;
    std::optional<Id<Ground>> file;
};
constexpr auto describe(json::Type<JudgementRequest>) {
    using T = JudgementRequest;
    using json::field;
    return json::object("JudgementRequest", field("axis", &T::axis, "Axis"), field("level", &T::level, "Level", json::range(0, 3)),
                        field("basis", &T::basis, "What it rests on"), field("text", &T::text, "Why this level", words_limits),
                        field("file", &T::file, "The file that justifies it; needed above level 0"));
}

struct Judgement {
    Id<Judgement> id;
    Axis axis = Axis::description;
    int level = 0;
    Basis basis = Basis::documents;
    std::string text;
    std::optional<std::string> file_name;
    Date judged_on;
    std::string judged_by;
};
constexpr auto describe(json::Type<Judgement>) {
    using T = Judgement;
    using json::field;
    return json::object("Judgement", field("id", &T::id, "Id"), field("axis", &T::axis, "Axis"), field("level", &T::level, "Level", json::range(0, 3)),
                        field("basis", &T::basis, "What it rests on"), field("text", &T::text, "Why this level"), field("file_name", &T::file_name, "Its file"),
                        field("judged_on", &T::judged_on, "Day"), field("judged_by", &T::judged_by, "Who entered it"));
}

/// One axis: what the package says of itself beside what the region judged.
struct AxisState {
    Axis axis = Axis::description;
    int claimed = 0;
    int expected = 0;
    std::optional<Judgement> judged;
};
constexpr auto describe(json::Type<AxisState>) {
    using T = AxisState;
    using json::field;
    return json::object("AxisState", field("axis", &T::axis, "Axis"), field("claimed", &T::claimed, "Level that the package claims", json::range(0, 3)),
                        field("expected", &T::expected, "Level that may be expected at this stage of its life", json::range(0, 3)),
                        field("judged", &T::judged, "What the region judged last"));
}

struct Axes {
    LifeStage life_stage = LifeStage::pilot;
    int started = 0;
    int sustained = 0;
    int overall = 0;
    std::vector<AxisState> axes;
};
constexpr auto describe(json::Type<Axes>) {
    using T = Axes;
    using json::field;
    return json::object("EvidenceAxes", field("life_stage", &T::life_stage, "Stage of the practice's life in this region"),
                        field("started", &T::started, "Centres that started"), field("sustained", &T::sustained, "Centres where it is sustained"),
                        field("overall", &T::overall, "Level of the practice: the lowest axis", json::range(0, 3)), field("axes", &T::axes, "The four axes"));
}

/// What the region judged of a practice, for lists of practices.
struct PracticeLevel {
    Id<practices::Practice> practice;
    int level = 0;
    int axes = 0;
};
constexpr auto describe(json::Type<PracticeLevel>) {
    using T = PracticeLevel;
    return json::object("PracticeLevel", json::field("practice", &T::practice, "Id"),
                        json::field("level", &T::level, "The lowest axis; one that nobody judged is 0", json::range(0, 3)),
                        json::field("axes", &T::axes, "How many of the four axes are judged", json::range(1, 4)));
}

/// What an hour of a qualification costs from a day on.
struct Rate {
    std::string qualification;
    std::int64_t hour_kopecks = 0;
    Date valid_from;
};
constexpr auto describe(json::Type<Rate>) {
    using T = Rate;
    using json::field;
    return json::object("HourRate", field("qualification", &T::qualification, "Qualification", json::length(1, 64)),
                        field("hour_kopecks", &T::hour_kopecks, "Kopecks an hour, with what the employer pays on top", json::range(1, 100'000'000)),
                        field("valid_from", &T::valid_from, "From this day"));
}

}  // namespace ryadom::evidence
