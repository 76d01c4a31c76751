// The whole way of a centre, with real facts through the ledger and a clock that moves.
#include "modules/rollout/test/rollout_fixture.hpp"

namespace ryadom::rollout {
namespace {

using WayTest = RolloutTest;

TEST_P(WayTest, centre_goes_from_assigned_to_lapsed_by_decisions_and_facts_alone) {
    order("2026-04-30", {suzun});
    EXPECT_EQ(stage(suzun), "assigned 2026-01-12");
    on("2026-01-14");
    const auto adoption = adopt(suzun);
    EXPECT_EQ(stage(suzun), "chosen 2026-01-14");
    on("2026-01-20");
    ASSERT_EQ(confirm(suzun, adoption).status, 200);
    EXPECT_EQ(stage(suzun), "preparing 2026-01-20");
    on("2026-01-27");
    hire(suzun);
    furnish(suzun);
    ASSERT_EQ(close(suzun, line(suzun, adoption, "decide")).status, 200);
    EXPECT_EQ(stage(suzun), "preparing 2026-01-20");
    on("2026-01-28");
    ASSERT_EQ(prove(suzun, line(suzun, adoption, "order")).status, 200);
    EXPECT_EQ(stage(suzun), "ready 2026-01-28");
    on("2026-02-03");
    facts(suzun, "2026-02-03", 1);
    EXPECT_EQ(stage(suzun), "started 2026-02-03");
    on("2026-02-10");
    facts(suzun, "2026-02-10", 2);
    EXPECT_EQ(stage(suzun), "delivering 2026-02-10");
    EXPECT_EQ(cell(suzun).at("state/sign"), "reached");
    on("2026-03-05");
    facts(suzun, "2026-03-05", 3);
    on("2026-04-10");
    EXPECT_EQ(stage(suzun), "sustained 2026-03-31");
    on("2026-05-20");
    EXPECT_EQ(stage(suzun), "lapsed 2026-04-01");
    EXPECT_EQ(cell(suzun).at("state/sign"), "lapsed");
}

TEST_P(WayTest, past_day_is_shown_as_it_was_known_by_its_end) {
    order("2026-04-30", {suzun});
    on("2026-01-20");
    make_ready(suzun);
    on("2026-02-10");
    facts(suzun, "2026-02-03", 3);
    EXPECT_EQ(stage(suzun), "delivering 2026-02-03");
    EXPECT_EQ(stage(suzun, "&day=2026-02-10"), "delivering 2026-02-03");
    // The facts of the third were recorded on the tenth.
    EXPECT_EQ(stage(suzun, "&day=2026-02-09"), "ready 2026-01-20");
    EXPECT_EQ(stage(suzun, "&day=2026-01-19"), "assigned 2026-01-12");
    EXPECT_EQ(cell(suzun, "&day=2026-01-11").status, 404);
    EXPECT_EQ(coordinator().get("/api/v1/matrix?day=2026-01-11").at("cells"), "[]");
}

TEST_P(WayTest, fact_changes_the_matrix_within_a_second) {
    order("2026-04-30", {suzun, iskitim});
    make_ready(suzun);
    EXPECT_EQ(coordinator().get("/api/v1/matrix").at("total/stages/ready"), "1");
    fact(suzun, "2026-01-12");
    std::string started;
    for (int i = 0; i < 100 && started != "1"; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        started = coordinator().get("/api/v1/matrix").at("total/stages/started");
    }
    EXPECT_EQ(started, "1");
}

TEST_P(WayTest, matrix_counts_its_cells_at_the_edges) {
    order("2026-04-30", {suzun, iskitim});
    adopt(iskitim);
    const auto matrix = coordinator().get("/api/v1/matrix");
    EXPECT_EQ(matrix.at("centres/0/title"), "iskitim");
    EXPECT_EQ(matrix.at("centres/1/title"), "suzun");
    EXPECT_EQ(matrix.at("practices/0/title"), "Прогулки");
    EXPECT_EQ(matrix.at("cells/0/stage"), "chosen");
    EXPECT_EQ(matrix.at("cells/1/stage"), "assigned");
    EXPECT_EQ(matrix.at("practice_totals/0/stages/assigned"), "1");
    EXPECT_EQ(matrix.at("centre_totals/0/stages/chosen"), "1");
    EXPECT_EQ(matrix.at("total/signs/before_preparing"), "2");
}

TEST_P(WayTest, fact_of_a_branch_counts_for_its_centre) {
    const auto branch = add("branch", "branch", suzun.id);
    order("2026-04-30", {suzun});
    make_ready(suzun);
    facts(branch, "2026-01-12", 3);
    EXPECT_EQ(stage(suzun), "delivering 2026-01-12");
}

TEST_P(WayTest, fact_before_ready_is_a_question_and_no_stage) {
    order("2026-04-30", {suzun});
    const auto adoption = adopt(suzun);
    ASSERT_EQ(confirm(suzun, adoption).status, 200);
    facts(suzun, "2026-01-12", 1);
    EXPECT_EQ(stage(suzun), "preparing 2026-01-12");
    EXPECT_EQ(cell(suzun).at("state/flags/fact_before_ready"), "2026-01-12");
}

TEST_P(WayTest, other_centres_see_the_stage_and_small_numbers_as_few) {
    order("2026-04-30", {suzun});
    make_ready(suzun);
    facts(suzun, "2026-01-12", 3);
    const auto path = "/api/v1/matrix/cell?organisation=" + suzun.id + "&practice=" + practice;
    const auto own = director(suzun).get(path);
    EXPECT_EQ(own.at("periods/0/delivered/count"), "3");
    EXPECT_EQ(own.at("months/0/facts/count"), "3");
    const auto other = director(iskitim).get(path);
    EXPECT_EQ(other.at("state/stage"), "delivering");
    EXPECT_EQ(other.at("periods/0/delivered"), R"({"rounded":false})");
    EXPECT_EQ(other.at("months/0/facts"), R"({"rounded":false})");
    EXPECT_THAT(other.at("reason/text"), ::testing::HasSubstr("меньше пяти человек"));
}

TEST_P(WayTest, facts_behind_a_cell_name_people_to_their_own_centre_only) {
    order("2026-04-30", {suzun});
    make_ready(suzun);
    facts(suzun, "2026-01-12", 2);
    const auto path = "/api/v1/matrix/cell/facts?organisation=" + suzun.id + "&practice=" + practice;
    const auto own = director(suzun).get(path);
    ASSERT_EQ(own.status, 200) << own.text;
    EXPECT_EQ(own.at("items/1/service"), "Прогулка");
    EXPECT_EQ(own.at("items/0/sex"), "female");
    EXPECT_THAT(own.at("items/0/name"), ::testing::HasSubstr("Иванова"));
    const auto regional = coordinator().get(path);
    EXPECT_EQ(regional.at("items/0/sex"), "female");
    EXPECT_EQ(regional.at("items/0/name"), "");
    EXPECT_EQ(director(iskitim).get(path).status, 404);
}

RYADOM_BOTH_ENGINES(WayTest);

}  // namespace
}  // namespace ryadom::rollout
