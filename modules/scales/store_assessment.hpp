#pragma once

#include "modules/scales/model_assessment.hpp"

namespace ryadom::scales::store {

/// An assessment as it is stored.
struct StoredAssessment {
    std::int64_t person = 0;
    std::int64_t organisation = 0;
    Date assessed_on;
    std::vector<std::string> circumstances;
    std::optional<int> level;
    std::string conclusion;
    std::optional<std::int64_t> replaces;
    std::optional<std::string> reason;
    Date recorded_on;
};
Id<Assessment> insert(db::Tx& tx, const StoredAssessment& assessment, const std::vector<std::int64_t>& filled);

struct AssessmentRow {
    std::int64_t number = 0;
    Id<Assessment> id;
    StoredAssessment assessment;
    Id<network::Organisation> organisation;
    std::optional<std::string> author;
    bool corrected = false;
};
std::optional<AssessmentRow> find(db::Tx& tx, const Id<Assessment>& id);
/// Standing ones of a person below a day and number, the newest day first.
std::vector<AssessmentRow> assessments_of(db::Tx& tx, Number<people::Person> person, Date before_day, std::int64_t before_number, int limit);
/// The filled scales of an assessment, in their order.
std::vector<Id<FilledScale>> assessed(db::Tx& tx, std::int64_t assessment);

/// Codes of the circumstances that the personal file has for the day.
std::vector<std::string> circumstances_on(db::Tx& tx, std::int64_t person, Date day);

}  // namespace ryadom::scales::store
