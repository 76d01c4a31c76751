// Every SQL statement of the module stands in store*.cpp.
#pragma once

#include "modules/payment/payment.hpp"
#include "modules/payment/rules_norms.hpp"

namespace ryadom::payment::store {

std::optional<Norm> find_norm(db::Tx& tx, const Id<Norm>& id);
/// Whatever holds on that day or later, withdrawn ones left out.
std::vector<Norm> norms_since(db::Tx& tx, Date day);
/// One place of the norms through all years, the newest first; also what was withdrawn.
std::vector<Norm> history(db::Tx& tx, const HistoryFilter& place);
Norm insert_norm(db::Tx& tx, const NewNorms& act, const NormValue& value, Date today);
void end_norm(db::Tx& tx, const Ended& ended);
/// False: it was withdrawn already.
bool withdraw_norm(db::Tx& tx, const Id<Norm>& id, const std::string& reason, Date today);

/// Codes of the categories that the person has on a day, in the order of the personal file.
std::vector<std::string> categories_on(db::Tx& tx, Number<people::Person> person, Date day);
/// The region's list of categories.
std::vector<Category> categories(db::Tx& tx);

struct AssessmentRow {
    std::int64_t number = 0;
    std::int64_t person = 0;
    Assessment assessment;
};
std::optional<AssessmentRow> find(db::Tx& tx, const Id<Assessment>& id);
std::optional<AssessmentRow> last_of(db::Tx& tx, Number<people::Person> person);
/// The newest first, each earlier than the row of this number.
std::vector<AssessmentRow> of_person(db::Tx& tx, Number<people::Person> person, std::int64_t before, int limit);
Id<Assessment> insert(db::Tx& tx, Number<people::Person> person, Number<network::Organisation> organisation, const NewAssessment& given, const Calculation& calculation,
                      std::optional<std::int64_t> previous, Date today);

struct OutdatedRow {
    std::int64_t number = 0;
    std::int64_t person = 0;
    Outdated outdated;  ///< without the name
};
/// Last assessments of the living that an organisation made and that rest on a norm which does not hold on the day, the newest first.
std::vector<OutdatedRow> outdated(db::Tx& tx, Number<network::Organisation> organisation, Date day, std::int64_t before, int limit);

/// Whether the log tells of a look of this caller at the person's payment in the last hour.
bool looked_lately(db::Tx& tx, const Id<people::Person>& person);

}  // namespace ryadom::payment::store
