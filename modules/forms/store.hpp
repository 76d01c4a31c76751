#pragma once

#include "modules/forms/model.hpp"

namespace ryadom::forms::store {

struct Row {
    std::int64_t number = 0;
    Id<FilledForm> id;
    StoredForm form;  ///< without the answers
    Id<network::Organisation> organisation;
    std::int64_t account = 0;
    std::optional<std::string> author;
    bool corrected = false;
};

std::optional<Row> find(db::Tx& tx, const Id<FilledForm>& id);
/// Standing forms of a person below a number, newest first.
std::vector<Row> of_person(db::Tx& tx, Number<people::Person> person, std::int64_t before, int limit);
std::vector<Result> results_of(db::Tx& tx, std::int64_t filled);
Answers answers_of(db::Tx& tx, std::int64_t filled);

/// What a person's standing forms are, for what is still missing.
struct Known {
    std::int64_t practice = 0;
    std::string form;
    practices::Moment moment = practices::Moment::start;
    std::optional<std::int64_t> fact;
};
std::vector<Known> known(db::Tx& tx, Number<people::Person> person);

/// A service that was delivered and stands, as a form needs it.
struct Delivered {
    std::int64_t fact = 0;
    std::int64_t practice = 0;
    std::int64_t version = 0;
    std::int64_t service = 0;
};
/// Nothing for a fact of somebody else, taken back, or without a practice.
std::optional<Delivered> delivered(db::Tx& tx, Number<people::Person> person, const Id<ledger::Fact>& fact);
/// The newest version of each practice that the person has facts of.
std::vector<Delivered> practices_of(db::Tx& tx, Number<people::Person> person);
/// Whether the staff member has delivered this practice to the person.
bool works_with(db::Tx& tx, Number<network::StaffMember> worker, std::int64_t person, std::int64_t practice);

}  // namespace ryadom::forms::store
