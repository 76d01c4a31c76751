// What other modules may ask of tariffs and payment. Contracts and acts of a month stand above.
#pragma once

#include "modules/payment/requests.hpp"
#include "modules/payment/rules.hpp"
#include "modules/people/people.hpp"

namespace ryadom::payment {

/// In force on a day, by kind.
std::vector<Norm> norms_on(db::Tx& tx, Date day);

/// Puts what an act sets in force and ends what it takes the place of; every fault by its place. The log is the caller's.
Checked<std::vector<Norm>> set_norms(db::Tx& tx, const NewNorms& given, Date today);

/// What the person would pay, by the norms and the person's categories on the day from which is paid.
Checked<Calculation> reckon(db::Tx& tx, const people::PersonRow& person, const AssessmentInput& input, i18n::Language language, const std::string& pointer);

/// Records an assessment; it follows the last one of the person, whom the caller serves. The log is the caller's.
Checked<Assessment> assess(db::Tx& tx, const people::PersonRow& person, Number<network::Organisation> organisation, const NewAssessment& given, Date today,
                           i18n::Language language);

/// The last assessment by which the person pays on a day: the newest that was in effect by then.
std::optional<Assessment> assessment_on(db::Tx& tx, Number<people::Person> person, Date day);

}  // namespace ryadom::payment
