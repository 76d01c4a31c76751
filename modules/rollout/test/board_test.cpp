// The computed matrix: for how long it stands, who computes it, and lists that are cut out of it page by page.
#include "modules/rollout/board.hpp"
#include "modules/rollout/test/rollout_fixture.hpp"

namespace ryadom::rollout {
namespace {

class BoardTest : public RolloutTest {
  protected:
    Stage stage_on(const Board& board, const Place& place) {
        const auto number = in_system([&](db::Tx& tx) { return practices::find_practice(tx, "org.example.walks")->number.value; });
        return board.find(place.number, number)->now.stage;
    }
    /// The plans above a centre are brought in line by a thread of their own, and that changes the matrix like any decision.
    void settle() {
        const auto left = [&] { return in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_rollout_recheck"); }); };
        for (int i = 0; i < 500 && left() != 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
};

TEST_P(BoardTest, matrix_may_lack_facts_for_a_moment_and_decisions_never) {
    order("2026-04-30", {suzun, iskitim});
    make_ready(suzun);
    settle();
    Boards boards([this]() -> const ledger::image::Image& { return feed->image(); }, std::chrono::milliseconds(250));
    const auto at_once = [&] { return boards.at(database(), std::nullopt, clock.now()); };
    const auto first = at_once();
    facts(suzun, "2026-01-12", 1);
    clock.advance(249);
    EXPECT_EQ(at_once(), first);
    clock.advance(1);
    const auto second = at_once();
    EXPECT_EQ(stage_on(*second, suzun), Stage::started);
    adopt(iskitim);
    EXPECT_EQ(stage_on(*at_once(), iskitim), Stage::chosen);
    facts(suzun, "2026-01-12", 2);
    clock.advance(-3'600'000);
    EXPECT_EQ(stage_on(*at_once(), suzun), Stage::delivering) << "a clock that was put back keeps no old matrix";
}

TEST_P(BoardTest, matrix_that_is_followed_is_given_at_once_and_made_anew_beside_its_readers) {
    make_ready(suzun);
    settle();
    // Every computation takes a tenth of a second.
    const auto boards = std::make_shared<Boards>([this]() -> const ledger::image::Image& {
        clock.advance(100);
        return feed->image();
    }, std::chrono::milliseconds(250));
    const BoardsFollower follower("rollout.matrix", database(), boards, {});
    const auto begun = clock.now();
    const auto first = boards->at(database(), std::nullopt, begun);
    facts(suzun, "2026-01-12", 1);
    EXPECT_EQ(boards->at(database(), std::nullopt, begun + 300), first) << "nobody waits";
    const auto given = [&] { return boards->at(database(), std::nullopt, begun + 300); };
    for (int i = 0; i < 500 && given() == first; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(stage_on(*given(), suzun), Stage::started);
    adopt(iskitim);
    EXPECT_EQ(stage_on(*given(), iskitim), Stage::chosen) << "a decision is there at once";
    EXPECT_EQ(follower.fault(), std::nullopt);
}

TEST_P(BoardTest, trouble_that_goes_between_two_pages_hides_no_other) {
    const auto third = add("zdvinsk", "centre", region.id);
    order("2026-01-20", {suzun, iskitim, third});
    on("2026-01-25");
    const auto first = coordinator().get("/api/v1/attention?limit=1");
    EXPECT_EQ(first.at("items/0/organisation/title"), "iskitim");
    const auto assignment = cell(iskitim).at("orders/0/assignment");
    ASSERT_EQ(coordinator().post("/api/v1/assignments/" + assignment + "/exempt", R"({"reason":"Ремонт"})").status, 200);
    const auto second = coordinator().get("/api/v1/attention?limit=1&cursor=" + first.at("next"));
    EXPECT_EQ(second.at("items/0/organisation/title"), "suzun");
    const auto last = coordinator().get("/api/v1/attention?limit=1&cursor=" + second.at("next"));
    EXPECT_EQ(last.at("items/0/organisation/title") + last.at("next"), "zdvinsknull");
    EXPECT_THAT(coordinator().get("/api/v1/attention?cursor=1").errors(), ::testing::ElementsAre("/cursor core.unknown_value"));
}

TEST_P(BoardTest, whole_region_is_computed_beside_the_work_of_others) {
    for (const std::string path : {"/api/v1/matrix", "/api/v1/attention", "/api/v1/practices/{practice}/who-could-start", "/api/v1/figures/coverage", "/api/v1/figures/services"})
        for (const auto& wanted : {path, path + "/export"}) {
            const auto& all = dispatcher().routes().all();
            const auto route = std::ranges::find(all, wanted, &http::Route::path);
            ASSERT_NE(route, all.end()) << wanted;
            EXPECT_EQ(route->pool, http::Pool::heavy) << wanted;
        }
}

RYADOM_BOTH_ENGINES(BoardTest);

}  // namespace
}  // namespace ryadom::rollout
