// What the staff of other centres may learn of how many people a centre serves.
#include "modules/rollout/test/rollout_fixture.hpp"

namespace ryadom::rollout {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class SmallGroupsTest : public RolloutTest {
  protected:
    /// The cell of suzun, to its own director and to the one of iskitim.
    Answer own(const std::string& extra = "") { return director(suzun).get(path() + extra); }
    Answer other(const std::string& extra = "") { return director(iskitim).get(path() + extra); }
    /// Services for one and the same person.
    void serve_again(const std::string& person, const std::string& day, int count) {
        for (int i = 0; i < count; ++i) fact(suzun, day, R"("person":")" + person + "\"");
        feed->catch_up();
    }

  private:
    std::string path() const { return "/api/v1/matrix/cell?organisation=" + suzun.id + "&practice=" + practice; }
};

constexpr auto untold = R"({"rounded":false})";

TEST_P(SmallGroupsTest, two_days_do_not_differ_by_one_person) {
    make_ready(suzun);
    facts(suzun, "2026-01-12", 11);
    on("2026-01-13");
    facts(suzun, "2026-01-13", 1);
    EXPECT_EQ(own("&day=2026-01-12").at("months/0/people/count") + " " + own().at("months/0/people/count"), "11 12");
    EXPECT_EQ(coordinator().get("/api/v1/matrix/cell?organisation=" + suzun.id + "&practice=" + practice).at("periods/0/delivered/count"), "12");
    const auto before = other("&day=2026-01-12");
    const auto after = other();
    for (const auto* at : {"months", "periods", "reason"}) EXPECT_EQ(before.at(at), after.at(at));
    EXPECT_EQ(after.at("months/0/people"), R"({"count":10,"rounded":true})");
    EXPECT_EQ(after.at("periods/0/delivered"), R"({"count":10,"rounded":true})");
    EXPECT_THAT(after.at("reason/text"), HasSubstr("услуг не менее 10 при норме 3"));
    EXPECT_EQ(after.at("periods/0/reached_on"), "2026-01-12") << "ten are more than three";
}

TEST_P(SmallGroupsTest, nobody_is_no_secret) {
    make_ready(suzun);
    fact(suzun, "2026-01-12");
    feed->catch_up();
    on("2026-02-10");
    EXPECT_EQ(other().at("periods/1/delivered"), R"({"count":0,"rounded":false})");
}

TEST_P(SmallGroupsTest, floor_does_not_give_away_a_number_that_is_not_told) {
    install("1.1.0", 2, {.at_least = 4, .measure = "recipients"});
    make_ready(suzun);
    facts(suzun, "2026-01-12", 4);
    EXPECT_EQ(own().at("periods/0/reached_on"), "2026-01-12");
    EXPECT_EQ(other().at("periods/0/delivered"), untold);
    EXPECT_EQ(other().at("periods/0/reached_on"), "");
    EXPECT_THAT(other().at("reason/text"), HasSubstr("получателей <5 при норме 4"));
}

TEST_P(SmallGroupsTest, floor_does_not_give_away_a_rounded_number) {
    install("1.1.0", 2, {.at_least = 9, .measure = "recipients"});
    make_ready(suzun);
    facts(suzun, "2026-01-12", 9);
    EXPECT_EQ(own().at("periods/0/reached_on"), "2026-01-12");
    EXPECT_EQ(other().at("periods/0/delivered"), R"({"count":5,"rounded":true})");
    EXPECT_EQ(other().at("periods/0/reached_on"), "");
    facts(suzun, "2026-01-12", 1);
    EXPECT_EQ(other().at("periods/0/reached_on"), "2026-01-12");
}

TEST_P(SmallGroupsTest, services_of_few_people_are_not_told_either) {
    make_ready(suzun);
    serve_again(fact(suzun, "2026-01-12").at("person"), "2026-01-12", 13);
    EXPECT_EQ(own().at("months/0/facts/count") + " " + own().at("months/0/people/count"), "14 1");
    const auto answer = other();
    EXPECT_EQ(answer.at("months/0/people"), untold);
    EXPECT_EQ(answer.at("months/0/facts"), untold);
    EXPECT_EQ(answer.at("periods/0/delivered"), untold);
    EXPECT_EQ(answer.at("periods/0/reached_on"), "");
    EXPECT_THAT(answer.at("reason/text"), HasSubstr("услуги получили меньше пяти человек"));
    EXPECT_THAT(answer.text, Not(HasSubstr(":14")));  // an id may hold these digits
}

TEST_P(SmallGroupsTest, months_of_a_quarter_ask_for_the_people_of_the_quarter) {
    install("1.1.0", 2, {.at_least = 4, .measure = "recipients", .period = "quarter"});
    make_ready(suzun);
    serve_again(fact(suzun, "2026-01-12").at("person"), "2026-01-12", 13);
    EXPECT_EQ(other().at("months/0/facts"), untold);
    facts(suzun, "2026-01-12", 4);
    EXPECT_EQ(other().at("months/0/facts"), R"({"count":15,"rounded":true})");
    EXPECT_EQ(own().at("months/0/facts/count"), "18");
}

RYADOM_BOTH_ENGINES(SmallGroupsTest);

}  // namespace
}  // namespace ryadom::rollout
