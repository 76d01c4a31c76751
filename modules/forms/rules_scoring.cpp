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

/// The number of an answer; fields of other types are no inputs, which the reader of packages has checked.
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
            if (score.method == Method::sum || score.method == Method::mean) result.hundredths = added(score);
            else look_up(score, result);
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
        if (answer == answers_.end()) return std::nullopt;
        const auto number = number_of(*field, answer->second);
        if (std::ranges::find(score.reverse, id) == score.reverse.end()) return number;
        const auto [least, most] = span_of(*field);
        return least + most - number;
    }

    std::optional<std::int64_t> added(const Score& score) const {
        Wide sum = 0;
        std::size_t answered = 0;
        for (const auto& id : score.inputs)
            if (const auto number = input(score, id)) {
                sum += *number;
                ++answered;
            }
        const auto needed = score.min_answered ? static_cast<std::size_t>(*score.min_answered) : score.inputs.size();
        if (answered == 0 || answered < needed) return std::nullopt;
        const auto among = score.method == Method::mean ? static_cast<Wide>(answered) : Wide{1};
        return divided(sum * hundredths(score.factor.value_or(1)), 100 * among);
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

std::vector<Result> results(const Form& form, const Answers& answers) { return Scoring(form, answers).run(); }

}  // namespace ryadom::forms
