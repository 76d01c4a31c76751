// What is concluded of a person's need on a day.
#pragma once

#include "modules/scales/model.hpp"

namespace ryadom::scales {

struct Assessment {
    Id<Assessment> id;
    Id<network::Organisation> organisation;
    Date assessed_on;
    Date recorded_on;
    std::optional<std::string> author;
    std::vector<std::string> circumstances;  ///< codes of the region's list, as the file had them on the day
    std::vector<FilledScale> scales;
    std::optional<int> level;  ///< of long-term care, where a scale of the region tells it
    std::string conclusion;
    std::optional<std::string> reason;  ///< why it replaces another
    bool corrected = false;             ///< another replaces it
};

struct AssessRequest {
    Id<network::Organisation> organisation;
    Date assessed_on;
    std::vector<Id<FilledScale>> scales;
    std::string conclusion;
};

struct CorrectAssessment {
    Date assessed_on;
    std::vector<Id<FilledScale>> scales;
    std::string conclusion;
    std::string reason;
};

constexpr auto describe(json::Type<Assessment>) {
    using json::field;
    using T = Assessment;
    return json::object("NeedAssessment", field("id", &T::id, "Id"), field("organisation", &T::organisation, "Where it was made"),
                        field("assessed_on", &T::assessed_on, "Day"), field("recorded_on", &T::recorded_on, "Day of recording"),
                        field("author", &T::author, "Who assessed"), field("circumstances", &T::circumstances, "Circumstances of need on the day, by code"),
                        field("scales", &T::scales, "Scales that it rests on"), field("level", &T::level, "Level of long-term care"),
                        field("conclusion", &T::conclusion, "Conclusion"), field("reason", &T::reason, "Why it was corrected"),
                        field("corrected", &T::corrected, "Another stands in its place"));
}

constexpr auto describe(json::Type<AssessRequest>) {
    using json::field;
    using T = AssessRequest;
    return json::object("NeedAssessmentRequest", field("organisation", &T::organisation, "Where it is made"), field("assessed_on", &T::assessed_on, "Day"),
                        field("scales", &T::scales, "Filled scales that it rests on", json::length(0, 20)),
                        field("conclusion", &T::conclusion, "Conclusion", json::length(3, 4000)));
}

constexpr auto describe(json::Type<CorrectAssessment>) {
    using json::field;
    using T = CorrectAssessment;
    return json::object("NeedAssessmentCorrection", field("assessed_on", &T::assessed_on, "Day"),
                        field("scales", &T::scales, "Filled scales that it rests on", json::length(0, 20)),
                        field("conclusion", &T::conclusion, "Conclusion", json::length(3, 4000)), field("reason", &T::reason, "Why", json::length(3, 500)));
}

}  // namespace ryadom::scales
