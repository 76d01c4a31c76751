// Forms and their scores: what a field may have beside its type, and that every score can be computed.
#include <algorithm>

#include "modules/practices/package_checks.hpp"

namespace ryadom::practices {
namespace {

bool is_number(FieldType type) { return type == FieldType::integer || type == FieldType::decimal; }
bool is_choice(FieldType type) { return type == FieldType::choice || type == FieldType::choices; }

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

bool every_option_has_value(const FormField& field) {
    return std::ranges::all_of(field.options, [](const Option& each) { return each.value.has_value(); });
}

bool has_number(const FormField& field) {
    return is_number(field.type) || field.type == FieldType::boolean ||
           (is_choice(field.type) && every_option_has_value(field));
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

void check_input(const Form& form, std::size_t index, std::size_t input_index, const std::string& pointer,
                 const Judge& judge) {
    const auto& id = form.scores[index].inputs[input_index];
    const auto place = at(pointer + "/inputs", input_index);
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

}  // namespace

void check_score(const Form& form, std::size_t index, const std::string& pointer, const Judge& judge) {
    const auto& score = form.scores[index];
    if (!judge.was_read(pointer + "/method")) return;
    for (std::size_t i = 0; i < score.inputs.size(); ++i) check_input(form, index, i, pointer, judge);
    const bool adds = score.method == Method::sum || score.method == Method::mean;
    if (adds) {
        check_reverse(form, index, pointer, judge);
        if (score.min_answered && static_cast<std::size_t>(*score.min_answered) > score.inputs.size())
            judge.error(pointer + "/min_answered", "number.range",
                        {{"minimum", "1"}, {"maximum", std::to_string(score.inputs.size())}});
        judge.unexpected(!score.rows.empty(), pointer + "/rows", "method");
        return;
    }
    judge.unexpected(!score.reverse.empty(), pointer + "/reverse", "method");
    judge.unexpected(score.factor.has_value(), pointer + "/factor", "method");
    judge.unexpected(score.min_answered.has_value(), pointer + "/min_answered", "method");
    judge.unexpected(score.method == Method::bands && score.better, pointer + "/better", "method");
    judge.missing(score.rows.empty(), pointer + "/rows");
    if (score.inputs.size() > 1) judge.error(pointer + "/inputs", "list.too_long", {{"limit", "1"}});
    check_rows(score, pointer, judge);
}

void check_forms(const Package& package, const Judge& judge) {
    for (std::size_t i = 0; i < package.forms.size(); ++i) {
        const auto& form = package.forms[i];
        const auto pointer = at("/forms", i);
        for (std::size_t k = 0; k < form.fields.size(); ++k)
            check_field(form.fields[k], at(pointer + "/fields", k), judge);
        for (std::size_t k = 0; k < form.scores.size(); ++k)
            check_score(form, k, at(pointer + "/scores", k), judge);
    }
}

void drop_defaults(Package& package) {
    for (auto& form : package.forms)
        for (auto& score : form.scores)
            if (score.min_answered && static_cast<std::size_t>(*score.min_answered) == score.inputs.size())
                score.min_answered.reset();
    if (package.rollout.lag_days == Lag{}) package.rollout.lag_days.reset();
}

}  // namespace ryadom::practices
