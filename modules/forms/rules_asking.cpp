// Which questions of a form are asked, by docs/package.md, "Forms". web/src/ui/form/scoring.ts says the same for the page.
#include "modules/forms/rules.hpp"

#include <algorithm>
#include <cmath>

namespace ryadom::forms {
namespace {

using practices::Condition;
using practices::FormField;

bool is_chosen(const Condition& condition, const json::Value& answer) {
    const auto among = [&](const json::Value& each) {
        const auto* id = each.as<std::string>();
        return id && std::ranges::find(condition.chosen, *id) != condition.chosen.end();
    };
    if (const auto* several = answer.as<json::Array>()) return std::ranges::any_of(*several, among);
    return among(answer);
}

bool is_within(const Condition& condition, std::int64_t number) {
    return (!condition.from || number >= std::llround(*condition.from * 100)) && (!condition.to || number <= std::llround(*condition.to * 100));
}

}  // namespace

bool is_asked(const practices::Form& form, const FormField& field, const Answers& answers) {
    if (!field.asked_if) return true;
    const auto& condition = *field.asked_if;
    const auto above = std::ranges::find(form.fields, condition.field, &FormField::id);
    const auto answer = answers.find(condition.field);
    // The reader of descriptions lets a question hang on those above it only: this ends.
    if (above == form.fields.end() || answer == answers.end() || !is_asked(form, *above, answers)) return false;
    if (!condition.chosen.empty() && !is_chosen(condition, answer->second)) return false;
    return (!condition.from && !condition.to) || is_within(condition, number_of(*above, answer->second));
}

}  // namespace ryadom::forms
