#include "modules/payment/payment.hpp"

#include "modules/payment/store.hpp"

namespace ryadom::payment {
namespace {

std::unexpected<Refusal> invalid(std::vector<FieldError> errors) {
    return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
}

Known known(db::Tx& tx) {
    Known out;
    for (auto& each : store::categories(tx)) out.categories.insert(std::move(each.code));
    for (const auto& each : catalogue::all_services(tx)) out.services.insert(each.service.id);
    return out;
}

}  // namespace

Checked<std::vector<Norm>> set_norms(db::Tx& tx, const NewNorms& given, Date today) {
    if (auto errors = faults(given, known(tx)); !errors.empty()) return invalid(std::move(errors));
    const auto ended = place(store::norms_since(tx, given.valid_from), given);
    if (!ended) return std::unexpected(ended.error());
    for (const auto& each : *ended) store::end_norm(tx, each);
    std::vector<Norm> out;
    for (const auto& value : given.norms) out.push_back(store::insert_norm(tx, given, value, today));
    return out;
}

Checked<Calculation> reckon(db::Tx& tx, const people::PersonRow& person, const AssessmentInput& input, i18n::Language language, const std::string& pointer) {
    Situation situation{norms_on(tx, input.effective_on), store::categories_on(tx, person.number, input.effective_on), {}};
    for (const auto& each : catalogue::all_services(tx)) situation.services.emplace(each.service.id, catalogue::title_in(each.service.titles, language));
    return calculate(input, situation, pointer);
}

Checked<Assessment> assess(db::Tx& tx, const people::PersonRow& person, Number<network::Organisation> organisation, const NewAssessment& given, Date today,
                           i18n::Language language) {
    if (auto errors = faults(given.input, person.person.birth, today, "/input"); !errors.empty()) return invalid(std::move(errors));
    const auto last = store::last_of(tx, person.number);
    const auto previous = last ? std::optional(last->assessment.id) : std::nullopt;
    if (given.previous != previous) return refuse("payment.assessed_meanwhile");
    if (last && !given.reason) return refuse_field("/reason", "core.required");
    auto recorded = given;
    if (!last) recorded.reason.reset();
    const auto calculation = reckon(tx, person, given.input, language, "/input");
    if (!calculation) return std::unexpected(calculation.error());
    const auto id = store::insert(tx, person.number, organisation, recorded, *calculation, last ? std::optional(last->number) : std::nullopt, today);
    return must(store::find(tx, id)).assessment;
}

}  // namespace ryadom::payment
