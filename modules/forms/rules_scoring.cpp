// What answers come to, by the section "Forms" of docs/package.md. Everything is counted in hundredths, so that both
// engines, the browser and a pocket calculator agree.
#include "modules/forms/rules.hpp"

#include <algorithm>
#include <cmath>

namespace ryadom::forms {
namespace {

using practices::FieldType;
using practices::Form;
using practices::FormField;
using practices::Method;
using practices::Option;
using practices::Score;

/// Products of sums leave 64 bits.
__extension__ using Wide = __int128;

std::int64_t hundredths(double value) { return std::llround(value * 100); }

/// Halves go away from zero.
std::int64_t divided(Wide value, Wide by) {
    const Wide away = value < 0 ? -by : by;
    return static_cast<std::int64_t>((2 * value + away) / (2 * by));
}

const Option* chosen(const FormField& field, const json::Value& value) {
    const auto* id = value.as<std::string>();
    const auto found = id ? std::ranges::find(field.options, *id, &Option::id) : field.options.end();
    return found == field.options.end() ? nullptr : &*found;
}

std::int64_t value_of(const Option* option) { return option ? hundredths(option->value.value_or(0)) : 0; }

/// The smallest and the greatest that a field can say.
std::pair<std::int64_t, std::int64_t> span_of(const FormField& field) {
    if (field.type != FieldType::choice) return {hundredths(field.min.value_or(0)), hundredths(field.max.value_or(0))};
    const auto [least, most] = std::ranges::minmax(field.options, {}, [](const Option& each) { return value_of(&each); });
    return {value_of(&least), value_of(&most)};
}

class Scoring {
  public:
    Scoring(const Form& form, const Answers& answers) : form_(form), answers_(answers) {}

    std::vector<Result> run() {
        for (const auto& score : form_.scores) {
            Result result{score.id, {}, {}};
            switch (score.method) {
                case Method::sum:
                case Method::mean: result.hundredths = added(score); break;
                case Method::highest: result.hundredths = highest(score); break;
                case Method::count: result.hundredths = counted(score); break;
                case Method::t_score: result.hundredths = attained(score); break;
                case Method::lookup:
                case Method::bands: look_up(score, result); break;
            }
            if (result.hundredths || result.band) results_.push_back(std::move(result));
        }
        return std::move(results_);
    }

  private:
    std::optional<std::int64_t> input(const Score& score, const std::string& id) const {
        const auto field = std::ranges::find(form_.fields, id, &FormField::id);
        if (field == form_.fields.end()) {
            const auto above = std::ranges::find(results_, id, &Result::score);
            return above == results_.end() ? std::nullopt : above->hundredths;
        }
        const auto answer = answers_.find(id);
        if (answer == answers_.end() || !is_asked(form_, *field, answers_)) return std::nullopt;
        const auto number = number_of(*field, answer->second);
        if (std::ranges::find(score.reverse, id) == score.reverse.end()) return number;
        const auto [least, most] = span_of(*field);
        return least + most - number;
    }

    /// The numbers of the inputs that were answered; none if they are too few.
    std::vector<std::int64_t> answered(const Score& score) const {
        std::vector<std::int64_t> out;
        for (const auto& id : score.inputs)
            if (const auto number = input(score, id)) out.push_back(*number);
        if (out.size() < (score.min_answered ? static_cast<std::size_t>(*score.min_answered) : score.inputs.size())) out.clear();
        return out;
    }

    std::optional<std::int64_t> added(const Score& score) const {
        const auto numbers = answered(score);
        if (numbers.empty()) return std::nullopt;
        Wide sum = 0;
        for (const auto number : numbers) sum += number;
        const auto among = score.method == Method::mean ? static_cast<Wide>(numbers.size()) : Wide{1};
        return divided(sum * hundredths(score.factor.value_or(1)), 100 * among);
    }

    std::optional<std::int64_t> highest(const Score& score) const {
        const auto numbers = answered(score);
        return numbers.empty() ? std::nullopt : std::optional(*std::ranges::max_element(numbers));
    }

    std::optional<std::int64_t> counted(const Score& score) const {
        const auto numbers = answered(score);
        if (numbers.empty()) return std::nullopt;
        return 100 * std::ranges::count_if(numbers, [least = hundredths(score.at_least.value_or(0))](std::int64_t each) { return each >= least; });
    }

    /// Kiresuk and Sherman, 1968: 50 + 10 Σwx / √((1 − ρ) Σw² + ρ (Σw)²) with ρ = 0.3; 50 is what was expected. A goal without a
    /// weight weighs 1, one that was not rated is left out.
    std::optional<std::int64_t> attained(const Score& score) const {
        if (answered(score).empty()) return std::nullopt;
        double products = 0, squares = 0, weights = 0;
        for (std::size_t i = 0; i < score.inputs.size(); ++i) {
            const auto level = input(score, score.inputs[i]);
            if (!level) continue;
            const auto weight = static_cast<double>(score.weights.empty() ? 100 : input(score, score.weights[i]).value_or(100)) / 100;
            products += weight * static_cast<double>(*level) / 100;
            squares += weight * weight;
            weights += weight;
        }
        const double spread = 0.7 * squares + 0.3 * weights * weights;
        if (spread <= 0) return std::nullopt;
        return std::llround(100 * (50 + 10 * products / std::sqrt(spread)));
    }

    /// The row that holds the input, or the last one below it; nothing outside of all rows.
    void look_up(const Score& score, Result& result) const {
        const auto number = score.inputs.empty() ? std::nullopt : input(score, score.inputs.front());
        if (!number || score.rows.empty() || *number > hundredths(score.rows.back().to)) return;
        const practices::ScoreRow* found = nullptr;
        for (const auto& row : score.rows)
            if (hundredths(row.from) <= *number) found = &row;
        if (!found) return;
        if (score.method == Method::lookup) result.hundredths = hundredths(found->value.value_or(0));
        else result.band = found->id;
    }

    const Form& form_;
    const Answers& answers_;
    std::vector<Result> results_;
};

}  // namespace

/// Fields of other types are no inputs, which the reader of packages has checked.
std::int64_t number_of(const FormField& field, const json::Value& answer) {
    if (const auto* whole = answer.as<std::int64_t>()) return *whole * 100;
    if (const auto* decimal = answer.as<double>()) return hundredths(*decimal);
    if (const auto* yes = answer.as<bool>()) return *yes ? 100 : 0;
    if (field.type == FieldType::choice) return value_of(chosen(field, answer));
    std::int64_t sum = 0;
    if (const auto* several = answer.as<json::Array>())
        for (const auto& each : *several) sum += value_of(chosen(field, each));
    return sum;
}

Change change_of(const Form& form, std::string_view score, std::int64_t before, std::int64_t now, Date since) {
    Change out{static_cast<double>(now - before) / 100, since, Reading::same, {}};
    const auto found = std::ranges::find(form.scores, score, &Score::id);
    if (found == form.scores.end()) return out;
    out.noticeable = found->noticeable;
    if (now == before) return out;
    if (found->noticeable && std::abs(now - before) < hundredths(*found->noticeable)) out.reading = Reading::noise;
    else if (!found->better) out.reading = Reading::changed;
    else out.reading = (now > before) == (*found->better == practices::Better::higher) ? Reading::better : Reading::worse;
    return out;
}

std::vector<Result> results(const Form& form, const Answers& answers) { return Scoring(form, answers).run(); }

}  // namespace ryadom::forms
