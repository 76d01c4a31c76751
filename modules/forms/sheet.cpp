#include "modules/forms/sheet.hpp"

#include "modules/forms/forms.hpp"

#include <algorithm>

namespace ryadom::forms {
namespace {

template <class Translated>
Titles by_language(const Translated& text) {
    Titles out{{"ru", text.ru}};
    if (text.kk) out.emplace("kk", *text.kk);
    if (text.en) out.emplace("en", *text.en);
    return out;
}

SheetField field_of(const practices::FormField& field) {
    SheetField out{field.id, titles(field.label), field.type, field.required.value_or(false), field.min, field.max, field.unit, {}, {}, field.asked_if};
    for (const auto& option : field.options) out.options.push_back({option.id, titles(option.label), option.value});
    if (field.help) out.help = titles(*field.help);
    return out;
}

SheetScore score_of(const practices::Score& score) {
    SheetScore out{score.id, titles(score.title), score.method, score.inputs, score.reverse, score.weights, score.factor, score.at_least, score.min_answered,
                   {}, score.better};
    for (const auto& row : score.rows)
        out.rows.push_back({row.id, row.from, row.to, row.value, row.label ? std::optional(titles(*row.label)) : std::nullopt});
    return out;
}

}  // namespace

Titles titles(const practices::Line& text) { return by_language(text); }
Titles titles(const practices::Text& text) { return by_language(text); }

FormSheet sheet_of(const practices::Form& form) {
    FormSheet out{form.id, titles(form.title), form.moments, form.confidential.value_or(false), form.items_licensed.value_or(false), {}, {}};
    for (const auto& field : form.fields) out.fields.push_back(field_of(field));
    for (const auto& score : form.scores) out.scores.push_back(score_of(score));
    return out;
}

ScoreView view_of(const practices::Form& form, const Result& result) {
    ScoreView out{result.score, {}, {}, {}, {}, {}};
    if (result.hundredths) out.value = static_cast<double>(*result.hundredths) / 100;
    const auto score = std::ranges::find(form.scores, result.score, &practices::Score::id);
    if (score == form.scores.end()) return out;
    out.titles = titles(score->title);
    out.better = score->better;
    const auto row = result.band ? std::ranges::find(score->rows, *result.band, &practices::ScoreRow::id) : score->rows.end();
    if (row != score->rows.end() && row->label) out.band = titles(*row->label);
    return out;
}

}  // namespace ryadom::forms
