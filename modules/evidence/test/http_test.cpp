// Reviews, judged axes, cost and comparison over the real ledger and rollout.
#include "modules/evidence/outcomes.hpp"
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
    EXPECT_EQ(client.get("/api/v1/evidence-levels").at("items/0"), "") << "nobody judged anything";
    for (const auto* axis : {"description", "foundation"}) EXPECT_EQ(client.post(at("/judgements"), judgement(axis, 2, "documents", file)).status, 200);
    EXPECT_EQ(client.post(at("/judgements"), judgement("results", 1, "routine", file)).at("overall"), "0") << "nobody judged the data yet";
    const auto partly = director(suzun).get("/api/v1/evidence-levels");
    EXPECT_EQ(partly.at("items/0/practice"), practice);
    EXPECT_EQ(partly.at("items/0/level") + " of " + partly.at("items/0/axes"), "0 of 3");
    const auto judged = client.post(at("/judgements"), judgement("data", 1, "routine", file));
    EXPECT_EQ(judged.at("overall"), "1");
    client.post(at("/judgements"), judgement("foundation", 3, "documents", file));
    const auto levels = client.get("/api/v1/evidence-levels");
    EXPECT_EQ(levels.at("items/0/level") + " of " + levels.at("items/0/axes"), "1 of 4") << "judged twice is one axis";
    EXPECT_EQ(levels.at("items/1"), "");
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

class EvidenceOutcomesTest : public EvidenceHttpTest {
  protected:
    void fill(const Place& place, std::int64_t person, const std::string& form, practices::Moment moment, const std::string& filled_on, int value,
              std::optional<std::int64_t> replaces = {}) {
        ASSERT_TRUE(database().write_now(db::Caller::system(), [&](db::Tx& tx) {
            forms::StoredForm stored;
            stored.person = person;
            stored.organisation = place.number;
            stored.practice = practices::find_practice(tx, "org.example.walks")->number;
            stored.version = practices::latest_version(tx, stored.practice)->number;
            stored.form = form;
            stored.moment = moment;
            stored.filled_on = stored.recorded_on = *parse_date(filled_on);
            stored.replaces = replaces;
            if (replaces) stored.reason = "перепроверено";
            forms::append(tx, stored, {{form == "mood" ? "total" : "sum", value * 100, {}}});
        }));
    }
    void measure(const Place& place, std::int64_t person, int before, int after, const std::string& ended_on, const std::string& form = "mood") {
        fill(place, person, form, practices::Moment::start, "2026-01-20", before);
        fill(place, person, form, practices::Moment::end, ended_on, after);
    }
    /// Six people of one centre, better by one to six; two of another, worse by five; one of a third, as before.
    void measure_nine() {
        for (int i = 1; i <= 6; ++i) measure(suzun, i, 50, 50 - i, "2026-03-10");
        for (int i = 7; i <= 8; ++i) measure(iskitim, i, 40, 45, "2026-03-11");
        measure(region, 9, 40, 40, "2026-03-12");
    }
};

TEST_P(EvidenceOutcomesTest, scales_are_told_of_the_region_and_by_centre_in_fives_and_of_any_day) {
    order("2026-06-01", {suzun, iskitim});
    on("2026-03-20");
    measure_nine();
    const auto found = director(iskitim).get(at("/outcomes"));
    EXPECT_EQ(found.at("as_of"), "2026-03-20");
    EXPECT_EQ(found.at("scales/0/form_title/ru") + ": " + found.at("scales/0/title/ru"), "Настроение: Сумма");
    EXPECT_EQ(found.at("scales/0/better"), "lower");
    EXPECT_EQ(found.at("scales/0/region/people"), "5") << "the first five; nine would tell four";
    EXPECT_EQ(found.at("scales/0/region/before") + " to " + found.at("scales/0/region/after"), "50 to 47");
    EXPECT_EQ(found.at("scales/0/region/change"), "-3");
    EXPECT_EQ(found.at("scales/0/region/from") + " to " + found.at("scales/0/region/to"), "-4.96 to -1.04") << "3 ± 2.7764 × sqrt(0.5)";
    EXPECT_EQ(found.at("scales/0/region/improved_percent"), "100");
    EXPECT_EQ(found.at("scales/0/centres/0/centre"), "suzun");
    EXPECT_EQ(found.at("scales/0/centres/0/change/people"), "5") << "six, told in fives";
    EXPECT_EQ(found.at("scales/0/centres/1"), "") << "two people";
    on("2026-03-21");
    measure(region, 10, 40, 44, "2026-03-21");
    const auto later = coordinator().get(at("/outcomes"));
    EXPECT_EQ(later.at("scales/0/region/people"), "10") << "of three organisations";
    EXPECT_EQ(later.at("scales/0/region/change"), "-0.7");
    EXPECT_EQ(later.at("scales/0/region/improved_percent"), "60");
    EXPECT_EQ(coordinator().get(at("/outcomes?as_of=2026-03-20")).text, director(iskitim).get(at("/outcomes?as_of=2026-03-20")).text);
    EXPECT_EQ(coordinator().get(at("/outcomes?as_of=2026-03-20")).at("scales/0/region/change"), "-3") << "as it was known then";
    EXPECT_EQ(coordinator().get(at("/outcomes?as_of=2027-01-01")).at("as_of"), "2026-03-21") << "nothing is known of tomorrow";
}

TEST_P(EvidenceOutcomesTest, four_people_are_nothing_and_what_has_one_end_is_counted_apart) {
    order("2026-06-01", {suzun});
    for (int i = 1; i <= 4; ++i) measure(suzun, i, 50, 40, "2026-03-10");
    for (int i = 5; i <= 8; ++i) fill(suzun, i, "mood", practices::Moment::start, "2026-01-20", 50);
    on("2026-03-20");
    const auto few = coordinator().get(at("/outcomes"));
    EXPECT_EQ(few.at("scales/0/region"), "");
    EXPECT_EQ(few.at("scales/0/centres/0"), "");
    EXPECT_EQ(few.at("scales/0/unpaired"), "");
    fill(suzun, 9, "mood", practices::Moment::start, "2026-01-20", 50);
    EXPECT_EQ(coordinator().get(at("/outcomes")).at("scales/0/unpaired"), "5");
}

TEST_P(EvidenceOutcomesTest, a_confidential_form_is_told_of_the_region_only_and_nothing_is_judged_without_a_way) {
    order("2026-06-01", {suzun});
    for (int i = 1; i <= 5; ++i) measure(suzun, i, 50, 40, "2026-03-10", "inner");
    on("2026-03-20");
    const auto found = coordinator().get(at("/outcomes"));
    EXPECT_EQ(found.at("scales/1/confidential"), "true");
    EXPECT_EQ(found.at("scales/1/region/change"), "-10");
    EXPECT_EQ(found.at("scales/1/region/improved_percent"), "");
    EXPECT_EQ(found.at("scales/1/better"), "");
    EXPECT_EQ(found.at("scales/1/centres/0"), "");
}

TEST_P(EvidenceOutcomesTest, a_correction_with_the_same_answers_changes_no_figure) {
    order("2026-06-01", {suzun});
    for (int i = 1; i <= 11; ++i) measure(suzun, i, 50, 50 - i, "2026-03-10");
    on("2026-03-20");
    const auto before = coordinator().get(at("/outcomes"));
    ASSERT_EQ(before.at("scales/0/region/people") + ": " + before.at("scales/0/region/change"), "10: -5.5");
    const auto ended = in_system([](db::Tx& tx) { return tx.value<std::int64_t>("select number from v_forms_filled where person = 1 and moment = 'end'"); });
    fill(suzun, 1, "mood", practices::Moment::end, "2026-03-10", 49, ended);
    EXPECT_EQ(coordinator().get(at("/outcomes")).text, before.text) << "the eleventh does not take the place of the first";
}

TEST_P(EvidenceOutcomesTest, merged_people_are_one) {
    for (int i = 1; i <= 4; ++i) measure(suzun, i, 50, 40, "2026-03-10");
    fill(suzun, 5, "mood", practices::Moment::start, "2026-01-20", 50);
    fill(suzun, 6, "mood", practices::Moment::end, "2026-03-10", 40);
    const auto day = *parse_date("2026-03-20");
    ledger::image::Image image;
    const auto told = [&] {
        return in_system([&](db::Tx& tx) { return outcomes(tx, *practices::find_practice(tx, "org.example.walks"), {}, image, day).scales.front().region; });
    };
    EXPECT_FALSE(told());
    image.append(ledger::image::Merge{1, day, 6, 5});
    ASSERT_TRUE(told());
    EXPECT_EQ(told()->people, 5) << "whose start stands on one card and whose end on another";
}

TEST_P(EvidenceOutcomesTest, a_result_costs_the_known_sum_by_those_who_improved_in_the_days) {
    started(suzun);
    on("2026-04-20");
    measure_nine();
    const auto client = coordinator();
    const auto march = client.get(at("/cost?from=2026-03-01&to=2026-03-31"));
    EXPECT_EQ(march.at("results/0/score/ru"), "Сумма");
    EXPECT_EQ(march.at("results/0/people"), "5") << "six improved, told in fives";
    EXPECT_EQ(march.at("known_kopecks"), "100000") << "a month of one centre";
    EXPECT_EQ(march.at("results/0/per_result"), "20000");
    EXPECT_EQ(march.at("results/1"), "") << "a score without a way has no results";
    const auto february = client.get(at("/cost?from=2026-02-01&to=2026-02-28"));
    EXPECT_EQ(february.at("results/0/people"), "0") << "nobody ended in February";
    EXPECT_EQ(february.at("results/0/per_result"), "");
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
RYADOM_BOTH_ENGINES(EvidenceOutcomesTest);

}  // namespace
}  // namespace ryadom::evidence
