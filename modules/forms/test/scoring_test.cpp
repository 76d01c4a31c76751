// Worked examples of the scales of the starter library, and the scoring against an independent reference on random forms.
#include "modules/forms/test/library.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

namespace ryadom::forms {
namespace {

using practices::FieldType;
using practices::Form;
using practices::FormField;
using practices::Method;
using practices::Option;
using practices::Score;
using ::testing::ElementsAre;

/// The answers "i01", "i02"… of a scale whose questions are numbered.
Answers numbered(const std::string& prefix, const std::vector<int>& values, int digits = 2) {
    Answers out;
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto number = std::to_string(i + 1);
        number.insert(0, static_cast<std::size_t>(digits) - number.size(), '0');
        out.emplace(prefix + number, values[i]);
    }
    return out;
}

TEST(Scoring, who_5_is_four_times_the_sum) {
    const auto form = library_form("remote-psychology", "wellbeing");
    EXPECT_THAT(said(results(form, numbered("w", {3, 3, 2, 4, 3}, 1))), ElementsAre("index=60", "reading:fair"));
    EXPECT_THAT(said(results(form, numbered("w", {2, 2, 3, 3, 2}, 1))), ElementsAre("index=48", "reading:low"));
    EXPECT_THAT(said(results(form, numbered("w", {5, 5, 5, 5, 5}, 1))), ElementsAre("index=100", "reading:fair"));
    EXPECT_THAT(said(results(form, numbered("w", {3, 3, 2, 4}, 1))), ElementsAre()) << "every answer counts";
}

TEST(Scoring, zarit_adds_22_answers) {
    const auto form = library_form("care-school", "burden");
    EXPECT_THAT(said(results(form, numbered("i", std::vector<int>(22, 1)))), ElementsAre("total=22", "level:mild"));
    auto answers = numbered("i", std::vector<int>(22, 2));
    answers["i07"] = 0;
    EXPECT_THAT(said(results(form, answers)), ElementsAre("total=42", "level:high"));
    EXPECT_THAT(said(results(form, numbered("i", std::vector<int>(22, 4)))), ElementsAre("total=88", "level:severe"));
    EXPECT_EQ(library_form("respite", "burden").scores.front(), form.scores.front()) << "both practices count it alike";
}

TEST(Scoring, barthel_adds_the_values_of_what_was_chosen) {
    const auto form = library_form("step-by-step", "barthel");
    Answers answers;
    for (const auto& field : form.fields) answers.emplace(field.id, field.options.back().id);
    EXPECT_THAT(said(results(form, answers)), ElementsAre("total=100", "reading:none"));
    answers["b08"] = "v10";
    answers["b09"] = "v5";
    answers["b10"] = "v0";
    EXPECT_THAT(said(results(form, answers)), ElementsAre("total=75", "reading:moderate"));
    for (const auto& field : form.fields) answers[field.id] = "v0";
    EXPECT_THAT(said(results(form, answers)), ElementsAre("total=0", "reading:full"));
}

TEST(Scoring, hads_has_two_subscales) {
    const auto form = library_form("remote-psychology", "anxiety");
    const auto answers = numbered("h", {3, 1, 2, 1, 2, 0, 1, 2, 2, 1, 1, 0, 1, 2});
    EXPECT_THAT(said(results(form, answers)), ElementsAre("a=12", "d=7", "a_reading:clinical", "d_reading:normal"));
}

TEST(Scoring, mean_takes_fewer_answers_where_the_package_allows) {
    const auto form = library_form("remote-psychology", "feedback");
    EXPECT_THAT(said(results(form, {{"heard", 9}, {"goal", 7}, {"link_ok", 9}})), ElementsAre("mean=8.33"));
    EXPECT_THAT(said(results(form, {{"heard", 9}, {"goal", 8}})), ElementsAre("mean=8.5"));
    EXPECT_THAT(said(results(form, {{"heard", 9}})), ElementsAre());
}

TEST(Scoring, bands_take_the_row_below_in_a_gap_and_none_outside) {
    const auto form = library_form("step-by-step", "tug");
    EXPECT_THAT(said(results(form, {{"seconds", 13.99}})), ElementsAre("time=13.99", "risk:low"));
    EXPECT_THAT(said(results(form, {{"seconds", 14}})), ElementsAre("time=14", "risk:high"));
    auto gap = form;
    gap.scores[1].rows = {{"seven", 3, 7, {}, practices::Line{"семь", {}, {}}}, {"eight", 8, 9, {}, practices::Line{"восемь", {}, {}}}};
    EXPECT_THAT(said(results(gap, {{"seconds", 7.5}})), ElementsAre("time=7.5", "risk:seven"));
    EXPECT_THAT(said(results(gap, {{"seconds", 2.99}})), ElementsAre("time=2.99"));
    EXPECT_THAT(said(results(gap, {{"seconds", 9.01}})), ElementsAre("time=9.01"));
}

TEST(Scoring, halves_go_away_from_zero) {
    Form form;
    form.fields = {{"x", {}, FieldType::decimal, {}, -10, 10, {}, {}, {}}};
    form.scores = {{"half", {}, Method::sum, {"x"}, {}, 0.5, {}, {}, {}}};
    EXPECT_THAT(said(results(form, {{"x", 0.05}})), ElementsAre("half=0.03"));
    EXPECT_THAT(said(results(form, {{"x", -0.05}})), ElementsAre("half=-0.03"));
    EXPECT_THAT(said(results(form, {{"x", 0.04}})), ElementsAre("half=0.02"));
}

// ---- The reference: long doubles and plain loops, by the words of the document. ----

using Number = std::optional<long double>;

Number option_value(const FormField& field, const std::string& id) {
    for (const auto& option : field.options)
        if (option.id == id) return *option.value;
    return std::nullopt;
}

Number plain_value(const Form& form, const Answers& answers, const std::map<std::string, Number>& above, const std::string& id, bool reversed) {
    for (const auto& field : form.fields) {
        if (field.id != id) continue;
        const auto found = answers.find(id);
        if (found == answers.end()) return std::nullopt;
        long double value = 0, least = field.min.value_or(0), most = field.max.value_or(0);
        if (field.type == FieldType::integer) value = static_cast<long double>(*found->second.as<std::int64_t>());
        if (field.type == FieldType::decimal) value = *found->second.as<double>();
        if (field.type == FieldType::boolean) value = *found->second.as<bool>() ? 1 : 0;
        if (field.type == FieldType::choice) {
            value = *option_value(field, *found->second.as<std::string>());
            least = most = *field.options[0].value;
            for (const auto& option : field.options) least = std::min<long double>(least, *option.value), most = std::max<long double>(most, *option.value);
        }
        if (field.type == FieldType::choices)
            for (const auto& each : *found->second.as<json::Array>()) value += *option_value(field, *each.as<std::string>());
        return reversed ? least + most - value : value;
    }
    const auto found = above.find(id);
    return found == above.end() ? std::nullopt : found->second;
}

/// What the document says, score by score: a number, the name of a band, or nothing.
std::vector<std::string> reference(const Form& form, const Answers& answers) {
    std::map<std::string, Number> numbers;
    std::vector<std::string> out;
    const auto whole = [](long double value) { return std::llround(value * 100 + (value < 0 ? -1e-9L : 1e-9L)); };
    for (const auto& score : form.scores) {
        std::vector<long double> values;
        for (const auto& id : score.inputs)
            if (const auto value = plain_value(form, answers, numbers, id, std::ranges::count(score.reverse, id) > 0)) values.push_back(*value);
        Number result;
        std::string band;
        if (score.method == Method::sum || score.method == Method::mean) {
            long double sum = 0;
            for (const auto value : values) sum += value;
            if (score.method == Method::mean && !values.empty()) sum /= static_cast<long double>(values.size());
            const auto least = score.min_answered.value_or(static_cast<int>(score.inputs.size()));
            if (!values.empty() && std::ssize(values) >= least) result = sum * score.factor.value_or(1);
        } else if (!values.empty() && values[0] <= static_cast<long double>(score.rows.back().to) + 1e-9L) {
            for (const auto& row : score.rows) {
                if (values[0] < static_cast<long double>(row.from) - 1e-9L) continue;
                if (score.method == Method::lookup) result = *row.value;
                else band = row.id;
            }
        }
        if (result) {
            numbers[score.id] = static_cast<long double>(whole(*result)) / 100;
            out.push_back(score.id + "=" + json::to_json(static_cast<double>(whole(*result)) / 100));
        }
        if (!band.empty()) out.push_back(score.id + ":" + band);
    }
    return out;
}

class RandomForms {
  public:
    explicit RandomForms(unsigned seed) : random_(seed) {}

    int between(int least, int most) { return std::uniform_int_distribution(least, most)(random_); }
    bool chance(int percent) { return between(1, 100) <= percent; }

    Form form() {
        Form out;
        for (int i = between(1, 8); i > 0; --i) out.fields.push_back(field("f" + std::to_string(i)));
        for (int i = 0, scores = between(1, 6); i < scores; ++i) out.scores.push_back(score(out, "s" + std::to_string(i)));
        return out;
    }
    Answers answers(const Form& form) {
        Answers out;
        for (const auto& field : form.fields)
            if (chance(85)) out.emplace(field.id, answer(field));
        return out;
    }

  private:
    FormField field(const std::string& id) {
        constexpr std::array types{FieldType::integer, FieldType::decimal, FieldType::choice, FieldType::choices, FieldType::boolean};
        FormField out{id, {}, types[static_cast<std::size_t>(between(0, 4))], {}, {}, {}, {}, {}, {}};
        if (out.type == FieldType::integer || out.type == FieldType::decimal) out.min = between(-20, 3), out.max = between(4, 40);
        if (out.type == FieldType::choice || out.type == FieldType::choices)
            for (int i = between(1, 5); i > 0; --i) out.options.push_back({"o" + std::to_string(i), {}, between(-500, 500) / 100.0});
        return out;
    }
    Score score(const Form& form, const std::string& id) {
        Score out{id, {}, static_cast<Method>(between(0, 3)), {}, {}, {}, {}, {}, {}};
        std::vector<std::string> inputs;
        for (const auto& field : form.fields) inputs.push_back(field.id);
        for (const auto& above : form.scores)
            if (above.method != Method::bands) inputs.push_back(above.id);
        std::ranges::shuffle(inputs, random_);
        const bool adds = out.method == Method::sum || out.method == Method::mean;
        inputs.resize(adds ? static_cast<std::size_t>(between(1, static_cast<int>(inputs.size()))) : 1);
        out.inputs = inputs;
        if (!adds) return add_rows(out), out;
        for (const auto& input : inputs) {
            const auto found = std::ranges::find(form.fields, input, &FormField::id);
            if (found != form.fields.end() && found->type != FieldType::boolean && found->type != FieldType::choices && chance(30)) out.reverse.push_back(input);
        }
        if (chance(50)) out.factor = between(-300, 300) / 100.0;
        if (chance(50)) out.min_answered = between(1, static_cast<int>(inputs.size()));
        return out;
    }
    void add_rows(Score& score) {
        int at = between(-3000, 500);
        for (int i = between(1, 5); i > 0; --i) {
            const int to = at + between(0, 2000);
            practices::ScoreRow row{"r" + std::to_string(i), at / 100.0, to / 100.0, {}, {}};
            if (score.method == Method::lookup) row.value = between(-1000, 1000) / 100.0;
            score.rows.push_back(row);
            at = to + between(1, 100);
        }
    }
    json::Value answer(const FormField& field) {
        if (field.type == FieldType::integer) return between(static_cast<int>(*field.min), static_cast<int>(*field.max));
        if (field.type == FieldType::decimal) return between(static_cast<int>(*field.min * 100), static_cast<int>(*field.max * 100)) / 100.0;
        if (field.type == FieldType::boolean) return chance(50);
        if (field.type == FieldType::choice) return field.options[static_cast<std::size_t>(between(0, static_cast<int>(field.options.size()) - 1))].id;
        json::Array out;
        for (const auto& option : field.options)
            if (chance(50)) out.emplace_back(option.id);
        return out;
    }

    std::mt19937 random_;
};

TEST(Scoring, agrees_with_the_reference_on_random_forms) {
    RandomForms random(2026);
    int with_result = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto form = random.form();
        const auto answers = random.answers(form);
        const auto computed = said(results(form, answers));
        with_result += !computed.empty();
        ASSERT_EQ(computed, reference(form, answers)) << "form " << i;
    }
    EXPECT_GT(with_result, 10'000);
}

}  // namespace
}  // namespace ryadom::forms
