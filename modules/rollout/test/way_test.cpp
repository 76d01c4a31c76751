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

TEST_P(WayTest, import_brings_running_practices_and_orders_of_the_past) {
    const std::string file =
        "organisation;practice;order_number;order_date;deadline;opened_on;opening_order\n"
        "suzun;org.example.walks;5;01.09.2025;31.12.2025;15.10.2025;12-од\n"
        "iskitim;org.example.walks;5;01.09.2025;31.12.2025;;\n";
    const auto client = coordinator();
    const auto checked = client.post("/api/v1/rollout/import?dry_run=true", file, {{"Content-Type", "text/csv"}});
    ASSERT_EQ(checked.status, 200) << checked.text;
    EXPECT_EQ(checked.at("written"), "false");
    EXPECT_EQ(checked.at("assignments"), "2");
    EXPECT_EQ(client.get("/api/v1/matrix").at("cells"), "[]");
    EXPECT_EQ(client.post("/api/v1/rollout/import", file, {{"Content-Type", "text/csv"}}).at("written"), "true");
    EXPECT_EQ(stage(suzun), "ready 2025-10-15");
    EXPECT_EQ(cell(iskitim).at("state/sign"), "overdue");
    EXPECT_EQ(client.post("/api/v1/rollout/import", file, {{"Content-Type", "text/csv"}}).at("assignments"), "0");
    // Recorded today: yesterday knew nothing of it.
    EXPECT_EQ(cell(suzun, "&day=2026-01-11").status, 404);
}

TEST_P(WayTest, table_that_is_loaded_again_leaves_the_past_as_it_was) {
    const std::string file =
        "organisation;practice;opened_on;opening_order\n"
        "suzun;org.example.walks;15.10.2025;12-од\n";
    const auto load = [&](const std::string& query = "") { return coordinator().post("/api/v1/rollout/import" + query, file, {{"Content-Type", "text/csv"}}); };
    EXPECT_EQ(load("?dry_run=true").at("openings"), "1");
    EXPECT_EQ(load().at("openings"), "1");
    const auto revision = [&] {
        return in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select revision from v_rollout_adoption"); });
    };
    const auto before = revision();
    on("2026-01-14");
    EXPECT_EQ(load("?dry_run=true").at("openings"), "0");
    const auto again = load();
    EXPECT_EQ(again.at("written") + again.at("openings"), "true0");
    EXPECT_EQ(stage(suzun, "&day=2026-01-13"), "ready 2025-10-15");
    EXPECT_EQ(revision(), before);
    EXPECT_EQ(in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_audit_record where action = 'rollout.opened'"); }), 1);
}

TEST_P(WayTest, import_says_what_is_wrong_with_every_row_and_changes_nothing) {
    const auto answer = coordinator().post("/api/v1/rollout/import",
                                           "organisation;practice;order_number;order_date;deadline\nnowhere;org.example.walks;5;01.09.2025;31.12.2025\n"
                                           "suzun;org.example.none;5;31.02.2025;31.12.2025\nsuzun;org.example.walks;5;01.09.2025;31.12.2025\n",
                                           {{"Content-Type", "text/csv"}});
    EXPECT_EQ(answer.at("written"), "false");
    EXPECT_EQ(answer.at("errors/0/line") + answer.at("errors/0/code"), "3rollout.import.no_date");
    EXPECT_THAT(answer.text, ::testing::HasSubstr("rollout.import.unknown_organisation"));
    EXPECT_THAT(answer.text, ::testing::HasSubstr("rollout.import.unknown_practice"));
    EXPECT_EQ(coordinator().get("/api/v1/campaigns").at("items"), "[]");
}

TEST_P(WayTest, import_refuses_a_deadline_before_its_order_and_a_number_that_is_taken) {
    order("2026-04-30", {suzun});  // 17-п of 12.01.2026
    const auto load = [&](const std::string& rows) {
        return coordinator().post("/api/v1/rollout/import?dry_run=true", "organisation;practice;order_number;order_date;deadline\n" + rows, {{"Content-Type", "text/csv"}});
    };
    const auto late = load("suzun;org.example.walks;5;01.09.2025;31.08.2025\n");
    EXPECT_EQ(late.at("errors/0/column") + " " + late.at("errors/0/code"), "deadline rollout.deadline_before_order");
    EXPECT_EQ(load("iskitim;org.example.walks;17-п;10.01.2026;31.12.2026\n").at("errors/0/code"), "rollout.number_taken");
    EXPECT_EQ(load("iskitim;org.example.walks;17-п;12.01.2026;31.12.2026\n").at("errors"), "[]") << "the order itself takes more centres";
    EXPECT_EQ(load("suzun;org.example.walks;5;01.09.2025;31.12.2025\niskitim;org.example.walks;5;02.09.2025;31.12.2025\n").at("errors/0/line"), "3");
}

RYADOM_BOTH_ENGINES(WayTest);

}  // namespace
}  // namespace ryadom::rollout
