// What a centre declares beside what is confirmed, and what a visit looks at: which self-check is the last, and whose facts speak.
#include "modules/control/test/control_fixture.hpp"

namespace ryadom::control {
namespace {

using ::testing::ElementsAre;

class ComparisonTest : public ControlTest {};

TEST_P(ComparisonTest, listed_service_is_checked_where_it_is_provided_and_a_note_does_not_stand_against_its_facts) {
    bring_service_into_force();
    on("2026-03-11");
    walk(suzun, "2026-03-10", 30);
    on("2026-04-10");
    const auto offered = [&](const Place& place) { return coordinator().get(all + ("choices?organisation=" + place.id)).at("items/1/version"); };
    EXPECT_EQ(offered(suzun), version);
    EXPECT_EQ(offered(iskitim), "") << "never walked with anybody";
    EXPECT_THAT(begin(coordinator(), "visits", iskitim).errors(), ElementsAre("/version control.not_run_here"));

    const auto begun = begin(coordinator(), "visits", suzun);
    ASSERT_EQ(begun.status, 201) << begun.text;
    EXPECT_EQ(begun.at("inspection/service") + begun.at("inspection/practice"), service);
    const auto visit = all + ("visits/" + begun.at("inspection/id"));
    EXPECT_EQ(mark(coordinator(), visit, "statement:long", R"("mark":"confirmed","note":"Гуляют долго")").code(), "control.facts_say_no");
    EXPECT_EQ(mark(coordinator(), visit, begun.at("items/0/item/item"), R"("mark":"confirmed","note":"Гуляют вместе")").status, 200);
    EXPECT_EQ(coordinator().post(visit + "/close", "{}").status, 200);
    const auto compared = comparison(director(suzun));
    EXPECT_EQ(stands(compared, 0), "confirmed note") << compared.text;
    EXPECT_EQ(stands(compared, 1), "not_confirmed verdict");
    EXPECT_EQ(compared.at("items/1/verdict"), "failed");
    EXPECT_EQ(comparison(director(suzun), "2026-03-10").at("items/1/verdict"), "") << "the walk was written down the day after";
}

TEST_P(ComparisonTest, last_self_check_is_that_of_the_later_quarter_however_late_the_earlier_one_is_closed) {
    on("2026-03-30");
    const auto earlier = all + ("self-checks/" + begin(director(suzun), "self-checks", suzun).at("inspection/id"));
    on("2026-04-02");
    self_check();
    on("2026-04-05");
    for (const auto* item : {clause, "statement:soon", "statement:long", "statement:place"})
        ASSERT_EQ(mark(director(suzun), earlier, item, R"("mark":"not_met")").status, 200) << item;
    ASSERT_EQ(director(suzun).post(earlier + "/close", "{}").status, 200);
    EXPECT_EQ(comparison(director(suzun)).at("items/0/declared/mark"), "met");
    EXPECT_EQ(begin(coordinator(), "visits", suzun).at("items/0/declared/mark"), "met");
}

TEST_P(ComparisonTest, closed_visit_shows_what_the_centre_had_handed_in_by_then) {
    on("2026-02-10");
    const auto visit = begin(coordinator(), "visits", suzun).at("inspection/id");
    ASSERT_EQ(mark(coordinator(), all + ("visits/" + visit), clause, R"("mark":"confirmed","note":"Гуляют вместе")").status, 200);
    ASSERT_EQ(coordinator().post(all + ("visits/" + visit + "/close"), "{}").status, 200);
    on("2026-02-12");
    self_check();
    const auto seen = coordinator().get(all + ("inspections/" + visit));
    EXPECT_EQ(seen.at("items/0/evidence/0/name") + seen.at("items/0/declared/mark"), "") << seen.text;
    EXPECT_EQ(begin(coordinator(), "visits", suzun).at("items/0/evidence/0/name"), "journal.pdf");
}

RYADOM_BOTH_ENGINES(ComparisonTest);

}  // namespace
}  // namespace ryadom::control
