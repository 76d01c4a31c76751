// The scales of scales/: their ranges and the edges of every band, against what is published (docs/decisions/0010).
#include "modules/scales/test/shipped.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace ryadom::scales {
namespace {

using practices::FieldType;
using practices::Form;
using ::testing::ElementsAre;

/// "score=1.5" or "score:band", in order.
std::vector<std::string> said(const Form& form, const forms::Answers& answers) {
    std::vector<std::string> out;
    for (const auto& each : forms::results(form, answers)) {
        if (each.band) out.push_back(each.score + ":" + *each.band);
        else out.push_back(each.score + "=" + json::to_json(static_cast<double>(*each.hundredths) / 100));
    }
    return out;
}

/// What a question can count for, smallest first.
std::vector<double> values_of(const practices::FormField& field) {
    std::vector<double> out;
    for (const auto& option : field.options) out.push_back(*option.value);
    if (field.type == FieldType::integer)
        for (double value = *field.min; value <= *field.max; ++value) out.push_back(value);
    std::ranges::sort(out);
    return out;
}

json::Value answer_for(const practices::FormField& field, double value) {
    if (field.type == FieldType::integer) return static_cast<std::int64_t>(value);
    return std::ranges::find(field.options, std::optional(value), &practices::Option::value)->id;
}

/// Answers that add up to the sum: each question takes as much as is left to give.
forms::Answers adding_up_to(const Form& form, double sum) {
    forms::Answers out;
    std::vector<std::vector<double>> values;
    for (const auto& field : form.fields) values.push_back(values_of(field));
    for (const auto& each : values) sum -= each.front();
    for (std::size_t i = 0; i < values.size(); ++i) {
        double taken = values[i].front();
        for (const auto value : values[i])
            if (value - values[i].front() <= sum) taken = value;
        sum -= taken - values[i].front();
        out.emplace(form.fields[i].id, answer_for(form.fields[i], taken));
    }
    if (sum != 0) throw std::logic_error("no answers add up to that");
    return out;
}

struct Edge {
    double sum;
    const char* band;
};

void holds(const std::string& code, const std::vector<Edge>& edges, double factor = 1, const char* score = "total") {
    const auto form = shipped_form(code);
    for (const auto& [sum, band] : edges) {
        const auto answers = adding_up_to(form, sum / factor);
        EXPECT_THAT(forms::faults(form, answers, ""), ::testing::IsEmpty()) << code;
        EXPECT_THAT(said(form, answers), ElementsAre(score + std::string("=") + json::to_json(sum), std::string("reading:") + band)) << code << " " << sum;
    }
}

TEST(Shipped, bands_begin_and_end_where_they_are_published) {
    holds("barthel", {{0, "full"}, {20, "full"}, {25, "severe"}, {60, "severe"}, {65, "moderate"}, {90, "moderate"}, {95, "mild"}, {100, "none"}});
    holds("gds-15", {{0, "none"}, {4, "none"}, {5, "suspect"}, {15, "suspect"}});
    holds("zarit", {{0, "little"}, {20, "little"}, {21, "mild"}, {40, "mild"}, {41, "moderate"}, {60, "moderate"}, {61, "severe"}, {88, "severe"}});
    holds("norton", {{5, "risk"}, {14, "risk"}, {15, "low"}, {20, "low"}});
    holds("braden", {{6, "risk"}, {18, "risk"}, {19, "low"}, {23, "low"}});
    holds("mmse", {{0, "severe"}, {10, "severe"}, {11, "moderate"}, {19, "moderate"}, {20, "light"}, {23, "light"}, {24, "mild"}, {27, "mild"}, {28, "normal"}, {30, "normal"}});
    holds("mini-cog", {{0, "suspect"}, {2, "suspect"}, {3, "none"}, {5, "none"}});
    holds("age-no-barrier", {{0, "none"}, {2, "none"}, {3, "pre"}, {4, "pre"}, {5, "frail"}, {7, "frail"}});
    holds("who-5", {{0, "low"}, {48, "low"}, {52, "fair"}, {100, "fair"}}, 4, "index");
}

TEST(Shipped, morse_is_low_below_25_and_high_from_45_on) {
    const auto form = shipped_form("morse");
    forms::Answers answers{{"m1", "no"}, {"m2", "no"}, {"m3", "none"}, {"m4", "no"}, {"m5", "normal"}, {"m6", "real"}};
    const auto with = [&](std::initializer_list<std::pair<const char*, const char*>> other) {
        auto out = answers;
        for (const auto& [id, option] : other) out[id] = option;
        return said(form, out);
    };
    EXPECT_THAT(with({}), ElementsAre("total=0", "reading:low"));
    EXPECT_THAT(with({{"m4", "yes"}}), ElementsAre("total=20", "reading:low"));
    EXPECT_THAT(with({{"m1", "yes"}}), ElementsAre("total=25", "reading:medium"));
    EXPECT_THAT(with({{"m1", "yes"}, {"m2", "yes"}}), ElementsAre("total=40", "reading:medium"));
    EXPECT_THAT(with({{"m2", "yes"}, {"m3", "furniture"}}), ElementsAre("total=45", "reading:high"));
    EXPECT_THAT(with({{"m1", "yes"}, {"m2", "yes"}, {"m3", "furniture"}, {"m4", "yes"}, {"m5", "impaired"}, {"m6", "over"}}), ElementsAre("total=125", "reading:high"));
}

TEST(Shipped, hads_counts_odd_items_as_anxiety_and_even_ones_as_depression) {
    const auto form = shipped_form("hads");
    const auto with = [&](int anxiety, int depression) {
        forms::Answers out;
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            auto& left = i % 2 == 0 ? anxiety : depression;
            const int taken = std::min(left, 3);
            left -= taken;
            out.emplace(form.fields[i].id, taken);
        }
        return out;
    };
    EXPECT_THAT(said(form, with(7, 8)), ElementsAre("anxiety=7", "depression=8", "anxiety_reading:normal", "depression_reading:border"));
    EXPECT_THAT(said(form, with(10, 11)), ElementsAre("anxiety=10", "depression=11", "anxiety_reading:border", "depression_reading:clinical"));
    EXPECT_THAT(said(form, with(21, 0)), ElementsAre("anxiety=21", "depression=0", "anxiety_reading:clinical", "depression_reading:normal"));
    auto short_of_one = with(7, 7);
    short_of_one.erase("h05");
    const auto faults = forms::faults(form, short_of_one, "/answers");
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].pointer + " " + faults[0].code, "/answers/h05 core.required") << "what is missing is named";
}

TEST(Shipped, gds_counts_no_in_items_1_5_7_11_and_13) {
    const auto form = shipped_form("gds-15");
    forms::Answers yes, no;
    for (const auto& field : form.fields) yes.emplace(field.id, "yes"), no.emplace(field.id, "no");
    EXPECT_THAT(said(form, yes), ElementsAre("total=10", "reading:suspect"));
    EXPECT_THAT(said(form, no), ElementsAre("total=5", "reading:suspect"));
}

TEST(Shipped, tug_has_time_for_those_who_can_walk) {
    const auto form = shipped_form("tug");
    EXPECT_THAT(said(form, {{"able", "alone"}, {"seconds", 13.99}}), ElementsAre("time=13.99", "reading:low"));
    EXPECT_THAT(said(form, {{"able", "aid"}, {"seconds", 14}}), ElementsAre("time=14", "reading:high"));
    EXPECT_THAT(said(form, {{"able", "no"}}), ElementsAre());
    EXPECT_THAT(forms::faults(form, {{"able", "no"}}, ""), ::testing::IsEmpty());
    EXPECT_EQ(forms::faults(form, {{"able", "no"}, {"seconds", 9}}, "").size(), 1U);
}

TEST(Shipped, lawton_and_levels_are_what_was_chosen) {
    EXPECT_THAT(said(shipped_form("lawton"), adding_up_to(shipped_form("lawton"), 5)), ElementsAre("total=5"));
    for (const auto* code : {"gmfcs", "macs", "cfcs"}) EXPECT_THAT(said(shipped_form(code), {{"level", "l4"}}), ElementsAre("level_value=4")) << code;
}

TEST(Shipped, copm_takes_the_mean_of_the_activities_that_were_named) {
    const auto form = shipped_form("copm");
    forms::Answers answers{{"problem1", "мыть голову"}, {"performance1", 3}, {"satisfaction1", 2}};
    EXPECT_THAT(said(form, answers), ElementsAre("performance=3", "satisfaction=2"));
    answers.merge(forms::Answers{{"problem2", "ходить в сад"}, {"performance2", 5}, {"satisfaction2", 3}});
    EXPECT_THAT(said(form, answers), ElementsAre("performance=4", "satisfaction=2.5"));
    EXPECT_THAT(forms::faults(form, answers, ""), ::testing::IsEmpty());
    const auto reading = [&](std::int64_t before, std::int64_t now) { return forms::change_of(form, "performance", before, now, Date{}).reading; };
    EXPECT_EQ(reading(400, 599), forms::Reading::noise);
    EXPECT_EQ(reading(400, 600), forms::Reading::better);
    EXPECT_EQ(reading(600, 400), forms::Reading::worse);
}

TEST(Shipped, barthel_takes_less_than_20_for_noise) {
    const auto form = shipped_form("barthel");
    EXPECT_EQ(forms::change_of(form, "total", 5000, 6500, Date{}).reading, forms::Reading::noise);
    EXPECT_EQ(forms::change_of(form, "total", 5000, 7000, Date{}).reading, forms::Reading::better);
}

TEST(Shipped, gas_gives_the_t_score_of_weighted_goals) {
    const auto form = shipped_form("gas");
    EXPECT_THAT(said(form, {{"goal1", "ходить до магазина"}, {"level1", "z"}}), ElementsAre("t=50"));
    EXPECT_THAT(said(form, {{"goal1", "a"}, {"level1", "p1"}, {"weight1", 9}, {"goal2", "b"}, {"level2", "m1"}, {"weight2", 3}, {"goal3", "c"}, {"level3", "p2"}}),
                ElementsAre("t=57.48"));
}

bool whole(const auto& text) { return text.kk && text.en && !text.ru.empty(); }

TEST(Shipped, every_scale_speaks_three_languages_and_says_on_what_ground_its_words_stand) {
    const auto all = shipped();
    EXPECT_GE(all.size(), 18U);
    for (const auto& [file, description] : all) {
        const auto form = shipped_form(file.substr(0, file.find('.')));
        EXPECT_EQ(form.id + ".yaml", file);
        ASSERT_TRUE(form.wording && form.source) << file;
        EXPECT_TRUE(whole(form.title) && whole(*form.wording) && whole(form.source->text)) << file;
        for (const auto& field : form.fields) {
            EXPECT_TRUE(whole(field.label)) << file << " " << field.id;
            for (const auto& option : field.options) EXPECT_TRUE(whole(option.label)) << file << " " << field.id << " " << option.id;
        }
        for (const auto& score : form.scores) {
            EXPECT_TRUE(whole(score.title)) << file << " " << score.id;
            for (const auto& row : score.rows) EXPECT_TRUE(row.label && whole(*row.label)) << file << " " << row.id;
        }
    }
}

}  // namespace
}  // namespace ryadom::scales
