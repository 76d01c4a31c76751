// Assessments of need: circumstances and scales of a day, the level that a scale of the region tells, and who reads them.
#include "modules/scales/rules.hpp"

#include "modules/scales/store_assessment.hpp"
#include "modules/scales/test/scales_fixture.hpp"

namespace ryadom::scales {
namespace {

TEST(CareLevel, is_the_highest_that_a_scale_tells) {
    EXPECT_EQ(care_level({}), std::nullopt);
    EXPECT_EQ(care_level({{"total", 300, {}}}), std::nullopt);
    EXPECT_EQ(care_level({{"care_level", 100, {}}, {"total", 300, {}}, {"care_level", 200, {}}}), 2);
    EXPECT_EQ(care_level({{"care_level", 0, {}}}), 0);
    EXPECT_EQ(care_level({{"care_level", 300, {}}}), 3);
    EXPECT_EQ(care_level({{"care_level", 400, {}}}), std::nullopt);
    EXPECT_EQ(care_level({{"care_level", 150, {}}}), std::nullopt);
    EXPECT_EQ(care_level({{"care_level", {}, "second"}}), std::nullopt);
}

/// As a region writes it: points into levels.
const std::string care = R"(id: "care"
title:
  ru: "Нуждаемость в уходе"
kind: "scale"
filled_by: "specialist"
moments:
  - "each"
fields:
  - id: "points"
    label:
      ru: "Баллы"
    type: "integer"
    required: true
    min: 0
    max: 30
scores:
  - id: "care_level"
    title:
      ru: "Уровень"
    method: "lookup"
    inputs:
      - "points"
    rows:
      - id: "none"
        from: 0
        to: 4
        value: 0
      - id: "first"
        from: 5
        to: 14
        value: 1
      - id: "third"
        from: 15
        to: 30
        value: 3
)";

class AssessmentTest : public ScalesFixture {
  protected:
    void SetUp() override {
        ScalesFixture::SetUp();
        const auto made = sign_in(Role::coordinator).post(library, publication(care, 0, "2026-01-01"));
        ASSERT_EQ(made.status, 201) << made.text;
        care_id = made.at("id");
    }
    std::string path() const { return "/api/v1/persons/" + elena + "/assessments"; }
    std::string said(const std::string& scales, const std::string& day = "2026-11-20") const {
        return R"({"organisation":")" + suzun.id + R"(","assessed_on":")" + day + R"(","scales":[)" + scales + R"(],"conclusion":"Нужен уход на дому"})";
    }
    std::string care_id;
};

TEST_P(AssessmentTest, takes_circumstances_of_the_day_and_the_level_of_the_scales) {
    const auto specialist = sign_in(Role::specialist, suzun.number);
    const auto file = R"({"former_names":[],"documents":[],"addresses":[],"phones":[],"languages":[],"relatives":[],"representatives":[],"categories":[],"circumstances":[)"
                      R"({"code":"no_care","since":"2026-05-01"},{"code":"family_conflict","since":"2025-01-01","until":"2026-06-01"}]})";
    const auto kept = specialist.put("/api/v1/persons/" + elena + "/file", file, "\"1\"");
    ASSERT_EQ(kept.status, 200) << kept.text;
    const auto level = filled(specialist, body(care_id, R"({"points":16})", "2026-11-10"));
    const auto steps = filled(specialist, body(tug, R"({"able":"no"})", "2026-11-12"));
    const auto made = specialist.post(path(), said("\"" + level + "\",\"" + steps + "\""));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_NE(made.text.find(R"("circumstances":["no_care"])"), std::string::npos) << made.text;
    EXPECT_NE(made.text.find(R"("level":3)"), std::string::npos) << made.text;
    EXPECT_EQ(made.at("scales/1/id"), steps);
    const auto without = specialist.post(path(), said("", "2026-11-21"));
    EXPECT_EQ(without.text.find(R"("level":)"), std::string::npos) << "no scale told one";
    const auto listed = specialist.get(path() + "?limit=1");
    EXPECT_EQ(listed.at("items/0/id"), without.at("id"));
    EXPECT_EQ(specialist.get(path() + "?limit=1&cursor=" + listed.at("next")).at("items/0/id"), made.at("id"));
    EXPECT_EQ(specialist.get("/api/v1/assessments/" + made.at("id")).at("conclusion"), "Нужен уход на дому");
}

TEST_P(AssessmentTest, refuses_scales_of_later_days_of_others_and_corrected_ones) {
    const auto specialist = sign_in(Role::specialist, suzun.number);
    const auto later = filled(specialist, body(tug, R"({"able":"no"})", "2026-11-21"));
    const auto first = filled(specialist, body(tug, R"({"able":"no"})", "2026-11-12"));
    ASSERT_EQ(specialist.post("/api/v1/filled-scales/" + first + "/correct", R"({"filled_on":"2026-11-12","answers":{"able":"no"},"reason":"проверено"})").status, 201);
    EXPECT_THAT(specialist.post(path(), said("\"" + later + "\",\"" + first + R"(","0190d7a5-0000-7000-8000-00000000dead")")).errors(),
                ElementsAre("/scales/0 scales.filled_later", "/scales/1 scales.corrected_already", "/scales/2 core.absent"));
    EXPECT_THAT(specialist.post(path(), said("", "2027-01-01")).errors(), ElementsAre("/assessed_on forms.in_the_future"));
    EXPECT_EQ(specialist.get(path()).at("items/0/id"), "");
}

TEST_P(AssessmentTest, correction_takes_the_place_and_says_why) {
    const auto specialist = sign_in(Role::specialist, suzun.number);
    const auto first = specialist.post(path(), said("")).at("id");
    const std::string correction = R"({"assessed_on":"2026-11-20","scales":[],"conclusion":"Ухода не нужно","reason":"описка"})";
    const auto second = specialist.post("/api/v1/assessments/" + first + "/correct", correction);
    ASSERT_EQ(second.status, 201) << second.text;
    EXPECT_EQ(specialist.post("/api/v1/assessments/" + first + "/correct", correction).code(), "scales.assessment_corrected_already");
    EXPECT_EQ(specialist.get(path()).at("items/0/conclusion"), "Ухода не нужно");
    EXPECT_EQ(specialist.get(path()).at("items/1/id"), "");
    EXPECT_NE(specialist.get("/api/v1/assessments/" + first).text.find(R"("corrected":true)"), std::string::npos);
}

TEST_P(AssessmentTest, desk_reads_and_does_not_assess_other_centres_and_the_region_see_nothing) {
    const auto made = sign_in(Role::specialist, suzun.number).post(path(), said("")).at("id");
    const auto desk = sign_in(Role::desk, suzun.number);
    EXPECT_EQ(desk.get("/api/v1/assessments/" + made).status, 200);
    EXPECT_THAT(desk.post(path(), said("")).status, ::testing::AnyOf(403, 404));
    const auto stranger = sign_in(Role::specialist, kargat.number);
    EXPECT_EQ(stranger.get("/api/v1/assessments/" + made).status, 404);
    EXPECT_EQ(stranger.get(path()).status, 404);
    EXPECT_EQ(stranger.post(path(), said("")).status, 404);
    EXPECT_THAT(sign_in(Role::coordinator).get("/api/v1/assessments/" + made).status, ::testing::AnyOf(403, 404));
    EXPECT_EQ(visitor().get(path()).status, 401);
    const db::Caller region{1, 0, {db::Reach::everything, db::Reach::nothing, {}}, {}};
    EXPECT_EQ(database().read_as(region, [&](db::Tx& tx) { return *tx.value<std::int64_t>("select count(id) from v_scales_assessment"); }), 0);
}

TEST_P(AssessmentTest, assessments_of_a_person_are_found_by_an_index) {
    testing::Explained explained(database());
    explained.read_as(db::Caller::system(), [](db::Tx& tx) {
        store::assessed(tx, 1);
        return store::assessments_of(tx, {1}, Date{99'999}, 0, 50);
    });
    for (const auto* table : {"scales_assessment", "scales_assessed"}) EXPECT_FALSE(explained.read_whole().contains(table)) << table;
}

RYADOM_BOTH_ENGINES(AssessmentTest);

}  // namespace
}  // namespace ryadom::scales
