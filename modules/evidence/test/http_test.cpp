// Reviews, judged axes, cost and comparison over the real ledger and rollout.
#include "modules/evidence/test/evidence_fixture.hpp"

namespace ryadom::evidence {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr auto said = R"({"changed":"Гуляем по два","cost":"Купили палки","cost_kopecks":2500000,"trouble":"Зимой скользко","advice":"with_care"})";

class EvidenceHttpTest : public EvidenceTest {
  protected:
    std::string at(const std::string& part) const { return "/api/v1/practices/" + practice + part; }
    std::string ground(const Client& client) {
        const auto added = client.post(at("/evidence-files?name=report.pdf"), "%PDF-1.4 report", {{"Content-Type", "application/pdf"}});
        EXPECT_EQ(added.status, 200) << added.text;
        return added.at("id");
    }
    static std::string judgement(const std::string& axis, int level, const std::string& basis, const std::string& file = "") {
        return R"({"axis":")" + axis + R"(","level":)" + std::to_string(level) + R"(,"basis":")" + basis + R"(","text":"Совет рассмотрел отчёт")" +
               (file.empty() ? "" : R"(,"file":")" + file + "\"") + "}";
    }
};

TEST_P(EvidenceHttpTest, review_stands_beside_what_the_facts_say) {
    const auto adoption = started(suzun);
    on("2026-03-20");
    const auto made = director(suzun).post("/api/v1/adoptions/" + adoption + "/review", said);
    ASSERT_EQ(made.status, 200) << made.text;
    EXPECT_EQ(made.at("months"), "2");
    on("2026-04-20");
    const auto seen = director(iskitim).get(at("/reviews"));
    EXPECT_EQ(seen.at("items/0/trouble"), "Зимой скользко");
    EXPECT_EQ(seen.at("items/0/cost_kopecks"), "2500000");
    EXPECT_EQ(seen.at("items/0/centre"), "suzun");
    EXPECT_EQ(seen.at("items/0/months"), "2") << "as it was then";
    EXPECT_EQ(seen.at("items/0/months_running"), "3");
    EXPECT_EQ(seen.at("items/0/recipients"), "5") << "six, told in fives";
    EXPECT_EQ(seen.at("items/0/stage"), "lapsed");
    EXPECT_EQ(seen.at("items/1"), "");
}

TEST_P(EvidenceHttpTest, fewer_than_five_recipients_are_not_told) {
    const auto adoption = started(suzun, 4);
    ASSERT_EQ(director(suzun).post("/api/v1/adoptions/" + adoption + "/review", said).status, 200);
    EXPECT_EQ(coordinator().get(at("/reviews")).at("items/0/recipients"), "");
}

TEST_P(EvidenceHttpTest, one_review_of_an_adoption_stands_and_the_earlier_stay_readable) {
    const auto adoption = started(suzun);
    const auto client = director(suzun);
    client.post("/api/v1/adoptions/" + adoption + "/review", said);
    const auto second = R"({"changed":"Гуляем по три","cost":"Ничего","trouble":"Ничего","advice":"yes"})";
    ASSERT_EQ(client.post("/api/v1/adoptions/" + adoption + "/review", second).status, 200);
    const auto standing = client.get(at("/reviews"));
    EXPECT_EQ(standing.at("items/0/changed"), "Гуляем по три");
    EXPECT_EQ(standing.at("items/1"), "");
    const auto all = client.get(at("/reviews?organisation=") + suzun.id);
    EXPECT_EQ(all.at("items/1/changed"), "Гуляем по два");
    EXPECT_EQ(all.at("items/1/standing"), "false");
    const auto page = client.get(at("/reviews?limit=1&organisation=") + suzun.id);
    EXPECT_EQ(client.get(at("/reviews?limit=1&organisation=") + suzun.id + "&cursor=" + page.at("next")).at("items/0/changed"), "Гуляем по два");
}

TEST_P(EvidenceHttpTest, only_the_centre_itself_reviews_and_not_before_it_started) {
    const auto adoption = adopt(suzun);
    const auto path = "/api/v1/adoptions/" + adoption + "/review";
    EXPECT_EQ(director(iskitim).post(path, said).status, 404);
    EXPECT_EQ(sign_in(Role::specialist, suzun.number).post(path, said).status, 404);
    EXPECT_EQ(director(suzun).post(path, said).code(), "evidence.not_started");
}

TEST_P(EvidenceHttpTest, owner_of_the_practice_answers) {
    const auto adoption = started(suzun);
    const auto review = director(suzun).post("/api/v1/adoptions/" + adoption + "/review", said).at("id");
    const auto answer = R"({"review":")" + review + R"(","text":"Зимой идите в зал"})";
    EXPECT_EQ(director(iskitim).post(at("/review-answers"), answer).code(), "evidence.owner_answers");
    EXPECT_EQ(coordinator().post(at("/review-answers"), answer).at("answer"), "Зимой идите в зал");
    EXPECT_EQ(director(suzun).get(at("/reviews")).at("items/0/answered_on"), "2026-01-12");
    EXPECT_EQ(coordinator().post(at("/review-answers"), R"({"review":"0190d7a5-0000-7000-8000-00000000dead","text":"x"})").status, 404);
}

TEST_P(EvidenceHttpTest, axes_are_judged_with_a_file_and_the_lowest_is_the_practices_level) {
    const auto client = coordinator();
    const auto file = ground(client);
    EXPECT_EQ(client.get(at("/axes")).at("overall"), "0");
    for (const auto* axis : {"description", "foundation"}) EXPECT_EQ(client.post(at("/judgements"), judgement(axis, 2, "documents", file)).status, 200);
    EXPECT_EQ(client.post(at("/judgements"), judgement("results", 1, "routine", file)).at("overall"), "0") << "nobody judged the data yet";
    const auto judged = client.post(at("/judgements"), judgement("data", 1, "routine", file));
    EXPECT_EQ(judged.at("overall"), "1");
    EXPECT_EQ(judged.at("life_stage"), "pilot");
    EXPECT_EQ(judged.at("axes/2/judged/file_name"), "report.pdf");
    EXPECT_EQ(judged.at("axes/2/expected"), "0");
    EXPECT_THAT(client.post(at("/judgements"), judgement("results", 2, "routine", file)).errors(), ElementsAre("/level evidence.routine_is_preliminary"));
    EXPECT_THAT(client.post(at("/judgements"), judgement("data", 1, "routine")).errors(), ElementsAre("/file evidence.file_needed"));
    EXPECT_THAT(client.post(at("/judgements"), judgement("data", 1, "routine", "0190d7a5-0000-7000-8000-00000000dead")).errors(), ElementsAre("/file core.absent"));
}

TEST_P(EvidenceHttpTest, judgements_keep_their_history_and_their_files) {
    const auto client = coordinator();
    const auto file = ground(client);
    client.post(at("/judgements"), judgement("results", 3, "published", file));
    client.post(at("/judgements"), judgement("results", 0, "documents"));
    const auto desk = sign_in(Role::desk, suzun.number);
    EXPECT_EQ(desk.get(at("/axes")).at("axes/2/judged/level"), "0") << "the last word";
    const auto history = desk.get(at("/judgements"));
    EXPECT_EQ(history.at("items/1/level"), "3");
    const auto taken = desk.get(at("/judgements/") + history.at("items/1/id") + "/file");
    EXPECT_EQ(taken.text, "%PDF-1.4 report");
    EXPECT_THAT(taken.header("content-disposition"), HasSubstr("attachment"));
    EXPECT_EQ(desk.get(at("/judgements/") + history.at("items/0/id") + "/file").status, 404);
    EXPECT_EQ(director(suzun).post(at("/judgements"), judgement("data", 0, "documents")).status, 404);
    EXPECT_EQ(client.post(at("/evidence-files?name=x.exe"), "MZ", {{"Content-Type", "application/octet-stream"}}).code(), "evidence.file_kind");
}

TEST_P(EvidenceHttpTest, cost_counts_the_minutes_of_facts_at_the_regions_rate) {
    started(suzun);
    const auto period = "?from=2026-01-01&to=2026-01-31";
    const auto client = coordinator();
    const auto before = client.get(at("/cost") + period);
    EXPECT_EQ(before.at("minutes_without_rate"), "180") << "six people, thirty minutes each";
    EXPECT_EQ(before.at("complete"), "false");
    EXPECT_EQ(before.at("recipients"), "5") << "six, told in fives";
    EXPECT_EQ(before.at("centre_months"), "1");
    EXPECT_EQ(before.at("monthly/part"), "100000") << "as the package says";
    EXPECT_EQ(before.at("start"), "") << "neither package nor region say it";
    EXPECT_EQ(before.at("per_recipient"), "20000");
    const auto rate = R"({"qualification":"social_worker","hour_kopecks":60000,"valid_from":"2026-01-01"})";
    EXPECT_EQ(director(suzun).post("/api/v1/hour-rates", rate).status, 403);
    EXPECT_EQ(client.post("/api/v1/hour-rates", rate).at("items/0/hour_kopecks"), "60000");
    EXPECT_EQ(client.get("/api/v1/hour-rates").at("items/0/valid_from"), "2026-01-01");
    EXPECT_EQ(client.get(at("/cost") + period).at("minutes_without_rate"), "180") << "nobody is named as the worker of these facts";
    EXPECT_THAT(client.get(at("/cost?from=2026-02-01&to=2026-01-01")).errors(), ElementsAre("/to evidence.ends_before_begin"));
    EXPECT_THAT(client.get(at("/cost?from=2026-01-12&to=2026-01-31")).errors(), ElementsAre("/from evidence.whole_months"));
    EXPECT_THAT(client.get(at("/cost?from=2026-01-01&to=2026-01-12")).errors(), ElementsAre("/to evidence.whole_months"));
}

TEST_P(EvidenceHttpTest, comparison_shows_who_started_when_and_says_when_it_can_not_say_more) {
    const auto empty = coordinator().get(at("/comparison"));
    EXPECT_EQ(empty.at("effect"), "");
    EXPECT_EQ(empty.at("months/0"), "");
    order("2026-06-01", {suzun, iskitim});
    started(suzun);
    on("2026-03-20");
    serve(suzun, "2026-03-20", 1);
    const auto found = director(iskitim).get(at("/comparison?measure=facts"));
    EXPECT_EQ(found.at("centres/0/centre") + " " + found.at("centres/0/started_on"), "suzun 2026-01-12");
    EXPECT_EQ(found.at("centres/1/centre") + " " + found.at("centres/1/started_on"), "iskitim ");
    EXPECT_EQ(found.at("months/0/month"), "2026-01-01") << "the first with facts";
    EXPECT_EQ(found.at("months/1/month"), "2026-02-01") << "the last that is settled";
    EXPECT_EQ(found.at("months/2"), "");
    EXPECT_EQ(found.at("months/1/started"), "0");
    EXPECT_EQ(found.at("assumptions/3/verdict"), "unknown") << "nothing is known of before";
    EXPECT_EQ(found.at("months_that_tell"), "2");
    EXPECT_EQ(found.at("assumptions/0/verdict"), "broken") << "two centres";
    EXPECT_EQ(found.at("effect"), "") << "two centres";
    EXPECT_EQ(coordinator().get(at("/comparison?measure=recipients")).at("left_out"), "2") << "the centres have no district";
}

RYADOM_BOTH_ENGINES(EvidenceHttpTest);

}  // namespace
}  // namespace ryadom::evidence
