// Forms and their scores: what a field may have beside its type, and that every score can be computed.
#include <algorithm>

#include "modules/practices/package_checks.hpp"

namespace ryadom::practices {
namespace {

bool is_number(FieldType type) { return type == FieldType::integer || type == FieldType::decimal; }
bool is_choice(FieldType type) { return type == FieldType::choice || type == FieldType::choices; }

bool every_option_has_value(const FormField& field) {
    return std::ranges::all_of(field.options, [](const Option& each) { return each.value.has_value(); });
}

bool has_number(const FormField& field) {
    return is_number(field.type) || field.type == FieldType::boolean ||
           (is_choice(field.type) && every_option_has_value(field));
}

void check_range(const Condition& condition, const FormField& asked, const std::string& pointer, const Judge& judge) {
    if (!condition.from && !condition.to) return;
    if (!is_number(asked.type) && asked.type != FieldType::boolean)
        return judge.error(pointer + (condition.from ? "/from" : "/to"), "scoring.type", {{"id", asked.id}});
    if (condition.from && condition.to && *condition.from > *condition.to) judge.error(pointer + "/to", "range.order");
}

/// What a question hangs on stands above it, so that nothing is asked in a circle.
void check_condition(const Form& form, std::size_t index, const std::string& pointer, const Judge& judge) {
    const auto& condition = *form.fields[index].asked_if;
    if (!judge.was_read(pointer + "/field") || !judge.was_read(pointer)) return;
    const auto end = form.fields.begin() + static_cast<std::ptrdiff_t>(index);
    const auto found = std::find_if(form.fields.begin(), end, [&](const FormField& each) { return each.id == condition.field; });
    if (found == end)
        return judge.error(pointer + "/field", "ref.unknown", {{"id", condition.field}, {"lists", "fields"}});
    check_range(condition, *found, pointer, judge);
    if (!condition.chosen.empty() && !is_choice(found->type))
        return judge.error(pointer + "/chosen", "scoring.type", {{"id", condition.field}});
    for (std::size_t i = 0; i < condition.chosen.size(); ++i)
        if (std::ranges::find(found->options, condition.chosen[i], &Option::id) == found->options.end())
            judge.error(at(pointer + "/chosen", i), "ref.unknown", {{"id", condition.chosen[i]}, {"lists", "options"}});
}

void check_field(const FormField& field, const std::string& pointer, const Judge& judge) {
    if (!judge.was_read(pointer + "/type")) return;
    if (!is_number(field.type)) {
        judge.unexpected(field.min.has_value(), pointer + "/min", "type");
        judge.unexpected(field.max.has_value(), pointer + "/max", "type");
        judge.unexpected(field.unit.has_value(), pointer + "/unit", "type");
    } else if (field.min && field.max && *field.min > *field.max) {
        judge.error(pointer + "/max", "range.order");
    }
    if (is_choice(field.type))
        judge.missing(field.options.empty(), pointer + "/options");
    else
        judge.unexpected(!field.options.empty(), pointer + "/options", "type");
}

/// An input of a score: one of the two, or neither when the form has no such id above the score.
struct Input {
    const FormField* field = nullptr;
    const Score* score = nullptr;
};

Input find_input(const Form& form, std::size_t score, const std::string& id) {
    Input input;
    const auto field = std::ranges::find(form.fields, id, &FormField::id);
    if (field != form.fields.end()) input.field = &*field;
    for (std::size_t i = 0; i < score; ++i)
        if (form.scores[i].id == id) input.score = &form.scores[i];
    return input;
}

/// `place`: where the score names it, among its inputs or weights.
void check_input(const Form& form, std::size_t index, const std::string& id, const std::string& pointer, const std::string& place,
                 const Judge& judge) {
    const auto input = find_input(form, index, id);
    if (!judge.was_read(place)) return;
    if (!input.field && !input.score)
        return judge.error(place, "ref.unknown", {{"id", id}, {"lists", "fields, scores"}});
    if (input.score && input.score->method == Method::bands)
        return judge.error(place, "scoring.type", {{"id", id}});
    if (!input.field) return;
    const auto field_index = static_cast<std::size_t>(input.field - form.fields.data());
    const auto field_place =
        pointer.substr(0, pointer.rfind("/scores")) + "/fields/" + std::to_string(field_index);
    if (!judge.was_read(field_place + "/type")) return;
    if (!has_number(*input.field)) return judge.error(place, "scoring.type", {{"id", id}});
    if (!is_number(input.field->type)) return;
    judge.missing(!input.field->min, field_place + "/min");
    judge.missing(!input.field->max, field_place + "/max");
}

bool can_be_reversed(const Input& input) {
    if (!input.field) return false;
    if (is_number(input.field->type)) return input.field->min && input.field->max;
    return input.field->type == FieldType::choice && every_option_has_value(*input.field);
}

void check_reverse(const Form& form, std::size_t index, const std::string& pointer, const Judge& judge) {
    const auto& score = form.scores[index];
    for (std::size_t i = 0; i < score.reverse.size(); ++i) {
        const auto& id = score.reverse[i];
        const auto place = at(pointer + "/reverse", i);
        if (std::ranges::find(score.inputs, id) == score.inputs.end())
            judge.error(place, "ref.unknown", {{"id", id}, {"lists", "inputs"}});
        else if (!can_be_reversed(find_input(form, index, id)))
            judge.error(place, "scoring.type", {{"id", id}});
    }
}

void check_rows(const Score& score, const std::string& pointer, const Judge& judge) {
    for (std::size_t i = 0; i < score.rows.size(); ++i) {
        const auto& row = score.rows[i];
        const auto place = at(pointer + "/rows", i);
        const bool lookup = score.method == Method::lookup;
        if (!judge.was_read(place) || !judge.was_read(place + "/from") || !judge.was_read(place + "/to"))
            return;
        judge.missing(lookup && !row.value, place + "/value");
        judge.unexpected(!lookup && row.value, place + "/value", "method");
        judge.missing(!lookup && !row.label, place + "/label");
        judge.unexpected(lookup && row.label, place + "/label", "method");
        if (row.from > row.to) judge.error(place, "range.order");
        if (i == 0) continue;
        const auto gap = to_hundredths(row.from) - to_hundredths(score.rows[i - 1].to);
        if (gap <= 0 || gap > 100) judge.error(place + "/from", "scoring.gap");
    }
}

void check_weights(const Form& form, std::size_t index, const std::string& pointer, const Judge& judge) {
    const auto& score = form.scores[index];
    if (score.weights.empty()) return;
    if (score.weights.size() != score.inputs.size())
        judge.error(pointer + "/weights", "value.conflict", {{"fields", "inputs, weights"}});
    for (std::size_t i = 0; i < score.weights.size(); ++i)
        check_input(form, index, score.weights[i], pointer, at(pointer + "/weights", i), judge);
}

/// What one method takes and another does not.
void check_method(const Score& score, const std::string& pointer, const Judge& judge) {
    const auto is = [&](auto... methods) { return ((score.method == methods) || ...); };
    const bool table = is(Method::lookup, Method::bands);
    judge.unexpected(!table && !score.rows.empty(), pointer + "/rows", "method");
    judge.missing(table && score.rows.empty(), pointer + "/rows");
    judge.unexpected((table || is(Method::t_score)) && !score.reverse.empty(), pointer + "/reverse", "method");
    judge.unexpected(table && score.min_answered, pointer + "/min_answered", "method");
    judge.unexpected(!is(Method::sum, Method::mean) && score.factor, pointer + "/factor", "method");
    judge.unexpected(!is(Method::t_score) && !score.weights.empty(), pointer + "/weights", "method");
    judge.unexpected(!is(Method::count) && score.at_least, pointer + "/at_least", "method");
    judge.missing(is(Method::count) && !score.at_least, pointer + "/at_least");
    judge.unexpected(is(Method::bands) && score.better, pointer + "/better", "method");
    judge.unexpected(is(Method::bands) && score.noticeable, pointer + "/noticeable", "method");
    if (score.noticeable && *score.noticeable <= 0)
        judge.error(pointer + "/noticeable", "number.range", {{"minimum", "0.01"}, {"maximum", "1000000"}});
    if (table && score.inputs.size() > 1) judge.error(pointer + "/inputs", "list.too_long", {{"limit", "1"}});
    if (!table && score.min_answered && static_cast<std::size_t>(*score.min_answered) > score.inputs.size())
        judge.error(pointer + "/min_answered", "number.range",
                    {{"minimum", "1"}, {"maximum", std::to_string(score.inputs.size())}});
}

}  // namespace

void check_score(const Form& form, std::size_t index, const std::string& pointer, const Judge& judge) {
    const auto& score = form.scores[index];
    if (!judge.was_read(pointer + "/method")) return;
    for (std::size_t i = 0; i < score.inputs.size(); ++i)
        check_input(form, index, score.inputs[i], pointer, at(pointer + "/inputs", i), judge);
    check_method(score, pointer, judge);
    if (score.method == Method::lookup || score.method == Method::bands) return check_rows(score, pointer, judge);
    check_reverse(form, index, pointer, judge);
    check_weights(form, index, pointer, judge);
}

void check_form(const Form& form, const std::string& pointer, const Judge& judge) {
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        const auto place = at(pointer + "/fields", i);
        check_field(form.fields[i], place, judge);
        if (form.fields[i].asked_if) check_condition(form, i, place + "/asked_if", judge);
    }
    for (std::size_t i = 0; i < form.scores.size(); ++i) check_score(form, i, at(pointer + "/scores", i), judge);
}

void check_forms(const Package& package, const Judge& judge) {
    for (std::size_t i = 0; i < package.forms.size(); ++i) check_form(package.forms[i], at("/forms", i), judge);
}

void drop_defaults(Form& form) {
    for (auto& score : form.scores)
        if (score.min_answered && static_cast<std::size_t>(*score.min_answered) == score.inputs.size())
            score.min_answered.reset();
}

void drop_defaults(Package& package) {
    for (auto& form : package.forms) drop_defaults(form);
    if (package.rollout.lag_days == Lag{}) package.rollout.lag_days.reset();
}

}  // namespace ryadom::practices
