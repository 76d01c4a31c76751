// What may be claimed on which ground.
#include <gtest/gtest.h>

#include "modules/evidence/rules.hpp"

namespace ryadom::evidence {
namespace {

Date day(const char* text) { return *parse_date(text); }

std::string code(const JudgementRequest& judgement) {
    const auto checked = may_judge(judgement);
    return checked ? "" : checked.error().fields.front().pointer + " " + checked.error().fields.front().code;
}

TEST(Ceiling, routine_data_of_this_server_are_never_more_than_preliminary) {
    const Id<Ground> file{};
    for (const auto axis : {Axis::results, Axis::data}) {
        EXPECT_EQ(code({axis, 1, Basis::routine, "x", file}), "");
        for (const int level : {2, 3}) EXPECT_EQ(code({axis, level, Basis::routine, "x", file}), "/level evidence.routine_is_preliminary");
    }
}

TEST(Ceiling, documents_show_no_result) {
    EXPECT_EQ(code({Axis::results, 1, Basis::documents, "x", Id<Ground>{}}), "/level evidence.documents_show_no_result");
    EXPECT_EQ(code({Axis::description, 3, Basis::documents, "x", Id<Ground>{}}), "");
}

TEST(Ceiling, a_study_may_prove_everything) {
    for (const auto basis : {Basis::protocol, Basis::published}) EXPECT_EQ(code({Axis::results, 3, basis, "x", Id<Ground>{}}), "");
}

TEST(Judging, a_level_above_nothing_needs_a_file) {
    EXPECT_EQ(code({Axis::description, 1, Basis::documents, "x", {}}), "/file evidence.file_needed");
    EXPECT_EQ(code({Axis::description, 0, Basis::documents, "x", {}}), "");
}

TEST(Overall, the_lowest_axis_decides_and_one_that_nobody_judged_is_the_lowest) {
    const auto axis = [](Axis which, std::optional<int> level) {
        AxisState out{which, 3, 0, {}};
        if (level) out.judged = Judgement{{}, which, *level, Basis::published, "x", {}, {}, ""};
        return out;
    };
    std::vector<AxisState> axes{axis(Axis::description, 3), axis(Axis::foundation, 2), axis(Axis::results, 1), axis(Axis::data, 3)};
    EXPECT_EQ(overall(axes), 1);
    axes[3] = axis(Axis::data, {});
    EXPECT_EQ(overall(axes), 0) << "whatever the package claims";
    EXPECT_EQ(overall({}), 0);
    EXPECT_EQ(overall(1, 4), 1);
    EXPECT_EQ(overall(2, 3), 0) << "the fourth is not judged";
}

TEST(LifeStages, come_from_centres_and_raise_what_may_be_expected) {
    EXPECT_EQ(life_stage(3, 3), LifeStage::pilot);
    EXPECT_EQ(life_stage(4, 0), LifeStage::spreading);
    EXPECT_EQ(life_stage(9, 4), LifeStage::spreading);
    EXPECT_EQ(life_stage(9, 5), LifeStage::established);
    EXPECT_EQ(expected(Axis::results, LifeStage::pilot), 0) << "a pilot is not asked for a trial";
    for (const auto axis : {Axis::description, Axis::foundation, Axis::results, Axis::data}) {
        EXPECT_LT(expected(axis, LifeStage::pilot), expected(axis, LifeStage::spreading));
        EXPECT_LT(expected(axis, LifeStage::spreading), expected(axis, LifeStage::established));
    }
}

TEST(Months, are_whole_ones) {
    EXPECT_EQ(months_between(day("2026-01-15"), day("2026-02-14")), 0);
    EXPECT_EQ(months_between(day("2026-01-15"), day("2026-02-15")), 1);
    EXPECT_EQ(months_between(day("2025-11-30"), day("2026-02-28")), 2);
    EXPECT_EQ(months_between(day("2026-02-01"), day("2026-01-01")), 0);
}

}  // namespace
}  // namespace ryadom::evidence
