// A month is previewed, closed and corrected: what was reported stays, and what comes later is told apart.
#include "modules/acts/test/acts_fixture.hpp"

namespace ryadom::acts {
namespace {

using payment::FreeOfCharge;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class ActsClosingTest : public ActsTest {
  protected:
    void SetUp() override {
        ActsTest::SetUp();
        anna = add_person(suzun, "Антонова", "Анна");
        vera = add_person(suzun, "Белова", "Вера");
        assess(suzun, anna, input(2'400'000, "2026-01-01"));
    }
    std::string preview_path(const std::string& day, const Place& place) const { return "/api/v1/closings/preview?organisation=" + place.id + "&month=" + day; }
    testing::Answer preview(const std::string& day) {
        auto shown = director(suzun).get(preview_path(day, suzun));
        EXPECT_EQ(shown.status, 200) << shown.text;
        return shown;
    }
    std::vector<std::string> problems(const testing::Answer& shown) const {
        std::vector<std::string> out;
        for (int i = 0; !shown.at(fmt::format("problems/{}/kind", i)).empty(); ++i) out.push_back(shown.at(fmt::format("problems/{}/kind", i)) + " " + shown.at(fmt::format("problems/{}/count", i)));
        return out;
    }
    testing::Answer acts(const std::string& closing, const std::string& rest = "") { return desk(suzun).get("/api/v1/closings/" + closing + "/acts" + rest); }
    testing::Answer corrections(const std::string& closing) { return desk(suzun).get("/api/v1/closings/" + closing + "/corrections"); }
    std::string file(const std::string& path) {
        const auto sent = desk(suzun).get(path);
        EXPECT_EQ(sent.status, 200) << sent.text;
        return sent.text;
    }

    Somebody anna;
    Somebody vera;
};

TEST_P(ActsClosingTest, preview_tells_what_would_be_reported_and_what_is_to_be_mended) {
    for (int i = 1; i <= 10; ++i) deliver(suzun, anna, {fmt::format("2026-10-{:02}", i)});
    deliver(suzun, vera, {"2026-10-05"});
    deliver(suzun, anna, {"2026-10-06", "household.03"});
    deliver(suzun, vera, {"2026-10-06", "urgent.56"});
    auto crowd = row(suzun, vera, {"2026-10-07"});
    crowd.person.reset();
    crowd.unnamed_count = 12;
    append(crowd);
    deliver(suzun, anna, {"2026-09-30"});
    deliver(suzun, anna, {"2026-11-01"});
    questions = 2;
    const auto shown = preview("2026-10-15");
    EXPECT_EQ(shown.at("month"), "2026-10-01");
    EXPECT_EQ(shown.at("state"), "open");
    EXPECT_EQ(shown.at("totals/people"), "2");
    EXPECT_EQ(shown.at("totals/facts"), "12");
    EXPECT_EQ(shown.at("totals/sum_kopecks"), "253000");
    EXPECT_EQ(shown.at("acts/0/name"), "Антонова Анна");
    EXPECT_EQ(shown.at("acts/0/sum_kopecks"), "230000");
    EXPECT_EQ(shown.at("acts/1/payable_kopecks"), "") << "nobody reckoned what she pays";
    EXPECT_THAT(problems(shown), ElementsAre("no_contract 2", "no_assessment 1", "no_price 1", "no_practice 13", "unnamed 12", "urgent 1", "open_questions 2"));
    EXPECT_EQ(shown.at("problems/1/people/0/id"), vera.id);
    EXPECT_EQ(shown.at("problems/2/services/0"), "Беседа");
}

TEST_P(ActsClosingTest, act_names_the_contract_of_the_month) {
    deliver(suzun, anna, {"2026-10-05"});
    const auto at = R"({"organisation":")" + suzun.id + "\",";
    const auto programme = sign_in(Role::specialist, suzun.number.value)
                               .post("/api/v1/persons/" + anna.id + "/programmes", at + R"("content":{"form":"home","since":"2026-10-01","until":"2027-09-30","providers":[],"accompaniment":[],)"
                                     R"("lines":[{"service":")" + to_string(services.at("household.01").service.id) + R"(","quantity":100,"times":2,"every":"week"}]}})");
    ASSERT_LT(programme.status, 300) << programme.text;
    const auto approved = director(suzun).post("/api/v1/programmes/" + programme.at("id") + "/approve", R"({"version":1,"approved_on":"2026-10-01"})");
    ASSERT_LT(approved.status, 300) << approved.text;
    const auto contract = desk(suzun).post("/api/v1/programmes/" + programme.at("id") + "/contracts", at + R"("number":"17-д","concluded_on":"2026-10-01","since":"2026-10-01","until":"2027-09-30"})");
    ASSERT_LT(contract.status, 300) << contract.text;
    EXPECT_THAT(problems(preview("2026-10-01")), ElementsAre("no_practice 1"));
    const auto act = acts(close(suzun, "2026-10-01")).at("items/0/id");
    EXPECT_EQ(desk(suzun).get("/api/v1/acts/" + act).at("content/contract"), "№ 17-д / 01.10.2026");
}

TEST_P(ActsClosingTest, month_with_something_to_mend_is_closed_for_a_reason_only) {
    deliver(suzun, vera, {"2026-10-05"});
    EXPECT_THAT(director(suzun).post("/api/v1/closings", month(suzun, "2026-10-31")).errors(), ElementsAre("/accepted acts.not_clean"));
    const auto made = director(suzun).post("/api/v1/closings", month(suzun, "2026-10-31", accepted()));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.at("state"), "closed");
    EXPECT_EQ(made.at("accepted"), "так договорено с министерством");
    EXPECT_EQ(made.at("totals/undetermined"), "1");
    EXPECT_EQ(director(suzun).post("/api/v1/closings", month(suzun, "2026-10-01", accepted())).code(), "acts.closed_already");
    EXPECT_EQ(director(suzun).post("/api/v1/closings", month(suzun, "2026-11-23", accepted())).code(), "acts.month_not_over");
}

TEST_P(ActsClosingTest, acts_are_numbered_without_gaps_in_the_centre_and_the_year) {
    deliver(suzun, vera, {"2026-09-05"});
    deliver(suzun, anna, {"2026-10-05"});
    deliver(suzun, vera, {"2026-10-05"});
    const auto other = add_person(kargat, "Волкова", "Галина");
    deliver(kargat, other, {"2026-10-05"});
    const auto september = close(suzun, "2026-09-01");
    const auto october = close(suzun, "2026-10-01");
    close(kargat, "2026-10-01");
    EXPECT_EQ(acts(september).at("items/0/label"), "1/2026");
    EXPECT_EQ(acts(october).at("items/0/label"), "2/2026");
    EXPECT_EQ(acts(october).at("items/0/name"), "Антонова Анна");
    EXPECT_EQ(acts(october).at("items/1/label"), "3/2026");
    EXPECT_EQ(acts(october, "?name=%D0%91%D0%B5%D0%BB").at("items/0/name"), "Белова Вера");
    EXPECT_EQ(acts(october, "?limit=1").at("next"), "2");
    EXPECT_EQ(acts(october, "?limit=1&cursor=2").at("items/0/label"), "3/2026");
}

TEST_P(ActsClosingTest, late_fact_becomes_a_correction_and_what_was_reported_stays_to_the_byte) {
    deliver(suzun, anna, {"2026-09-05"});
    const auto wrong = deliver(suzun, anna, {"2026-09-06", "household.02"});
    const auto september = close(suzun, "2026-09-01");
    const auto act = acts(september).at("items/0/id");
    const auto paper = file("/api/v1/acts/" + act + "/paper");
    const auto reported = file("/api/v1/closings/" + september + "/register?format=csv");
    const auto all = director(suzun).post("/api/v1/closings/" + september + "/print", R"({"bundle":"together"})");
    ASSERT_EQ(all.status, 200) << all.text;
    EXPECT_THAT(all.text, HasSubstr("%PDF"));

    clock.set("2026-11-24T06:00:00Z");
    deliver(suzun, anna, {"2026-09-20"});
    take_back(suzun, anna, {"2026-09-06", "household.02"}, wrong);
    deliver(suzun, vera, {"2026-09-21"});
    const auto shown = preview("2026-10-01");
    EXPECT_EQ(shown.at("corrections/0/name"), "Антонова Анна");
    EXPECT_EQ(shown.at("corrections/0/causes/late"), "1");
    EXPECT_EQ(shown.at("corrections/0/causes/taken_back"), "1");
    EXPECT_EQ(shown.at("corrections/0/sum_difference_kopecks"), "13000");
    const auto october = close(suzun, "2026-10-01");
    const auto corrected = corrections(october);
    EXPECT_EQ(corrected.at("items/0/content/act"), "1/2026");
    EXPECT_EQ(corrected.at("items/0/content/before/payable_kopecks"), "33000");
    EXPECT_EQ(corrected.at("items/0/content/after/payable_kopecks"), "46000");
    EXPECT_EQ(corrected.at("items/0/content/changes/0/quantity_after"), "200");
    EXPECT_EQ(corrected.at("items/1/content/name"), "Белова Вера");
    EXPECT_EQ(corrected.at("items/1/content/act"), "") << "she had none";
    EXPECT_THAT(file("/api/v1/act-corrections/" + corrected.at("items/0/id") + "/paper"), HasSubstr("%PDF"));

    EXPECT_EQ(file("/api/v1/acts/" + act + "/paper"), paper);
    EXPECT_EQ(file("/api/v1/closings/" + september + "/register?format=csv"), reported);
    EXPECT_EQ(director(suzun).post("/api/v1/closings/" + september + "/print", R"({"bundle":"together"})").text, all.text);
    EXPECT_EQ(desk(suzun).get("/api/v1/acts/" + act).at("content/bill/sum_kopecks"), "33000");
    EXPECT_THAT(file("/api/v1/closings/" + october + "/register?format=csv"), HasSubstr("130,00"));
}

TEST_P(ActsClosingTest, fact_taken_back_and_entered_again_as_it_was_corrects_nothing) {
    const auto first = deliver(suzun, anna, {"2026-09-05"});
    close(suzun, "2026-09-01");
    take_back(suzun, anna, {"2026-09-05"}, first);
    deliver(suzun, anna, {"2026-09-05"});
    EXPECT_EQ(preview("2026-10-01").at("corrections"), "[]");
}

TEST_P(ActsClosingTest, payment_reckoned_late_is_told_by_a_correction) {
    deliver(suzun, vera, {"2026-09-05"});
    close(suzun, "2026-09-01");
    assess(suzun, vera, input(2'200'000, "2026-09-01"));
    const auto shown = preview("2026-10-01");
    EXPECT_EQ(shown.at("corrections/0/payable_before_kopecks"), "");
    EXPECT_EQ(shown.at("corrections/0/payable_after_kopecks"), "23000");
    EXPECT_EQ(shown.at("corrections/0/causes/assessment"), "true");
    close(suzun, "2026-10-01");
    EXPECT_EQ(preview("2026-11-01").at("corrections"), "[]") << "told once";
}

TEST_P(ActsClosingTest, tariff_set_for_days_of_a_closed_month_is_told_by_corrections_of_all_it_concerns) {
    deliver(suzun, anna, {"2026-09-05", "household.03"});
    deliver(suzun, anna, {"2026-09-06"});
    close(suzun, "2026-09-01");
    payment::NewNorms late{day("2026-09-01"), {}, "приказ № 2", {}};
    late.norms.push_back(tariff("household.03", 5'000));
    set(late);
    const auto shown = preview("2026-10-01");
    EXPECT_EQ(shown.at("corrections/0/sum_difference_kopecks"), "5000");
    EXPECT_EQ(shown.at("corrections/0/causes/tariff"), "true");
}

TEST_P(ActsClosingTest, signatures_are_noted_on_paper_refused_for_a_reason_and_taken_back) {
    deliver(suzun, anna, {"2026-09-05"});
    deliver(suzun, vera, {"2026-09-05"});
    const auto closing = close(suzun, "2026-09-01");
    const auto first = acts(closing).at("items/0/id");
    const auto second = acts(closing).at("items/1/id");
    const auto mark = [&](const std::string& rest) { return desk(suzun).post("/api/v1/acts/marks", rest); };
    const auto body = [&](const std::string& ids, const std::string& kind, const std::string& extra = "") {
        return R"({"acts":[)" + ids + R"(],"kind":")" + kind + R"(","day":"2026-10-02")" + extra + "}";
    };
    EXPECT_EQ(mark(body("\"" + first + "\",\"" + second + "\"", "signed_on_paper", R"(,"signer":"Петров П., сын")")).at("acts"), "2");
    EXPECT_THAT(mark(body("\"" + second + "\"", "refused")).errors(), ElementsAre("/reason core.required"));
    EXPECT_EQ(mark(body("\"" + second + "\"", "refused", R"(,"reason":"не согласна с числом посещений")")).status, 200);
    EXPECT_EQ(acts(closing, "?standing=signed_on_paper").at("items/0/id"), first);
    EXPECT_EQ(acts(closing, "?standing=refused").at("items/0/id"), second);
    EXPECT_EQ(acts(closing, "?standing=waiting").at("items"), "[]");
    const auto counted = director(suzun).get("/api/v1/closings/" + closing);
    EXPECT_EQ(counted.at("signed_acts"), "1");
    EXPECT_EQ(counted.at("refused_acts"), "1");
    EXPECT_EQ(mark(body("\"" + first + "\"", "taken_back", R"(,"reason":"отмечено по ошибке")")).status, 200);
    EXPECT_EQ(acts(closing, "?standing=waiting").at("items/0/id"), first);
    const auto act = desk(suzun).get("/api/v1/acts/" + first);
    EXPECT_EQ(act.at("marks/0/signer"), "Петров П., сын");
    EXPECT_EQ(act.at("marks/1/kind"), "taken_back");
    EXPECT_THAT(mark(R"({"acts":[")" + first + R"("],"kind":"signed_on_paper","day":"2026-12-24"})").errors(), ElementsAre("/day acts.in_the_future"));
    EXPECT_THAT(mark(R"({"acts":[")" + first + R"("],"kind":"signed_on_paper","day":"2026-08-24"})").errors(), ElementsAre("/day acts.before_month"));
}

TEST_P(ActsClosingTest, months_of_a_person_are_as_reported_and_what_is_open_as_it_stands) {
    deliver(suzun, anna, {"2026-09-05"});
    close(suzun, "2026-09-01");
    deliver(suzun, anna, {"2026-09-06"});
    deliver(suzun, anna, {"2026-10-06"});
    deliver(suzun, anna, {"2026-11-06"});
    const auto bills = [&] { return desk(suzun).get("/api/v1/persons/" + anna.id + "/bills?organisation=" + suzun.id); };
    auto shown = bills();
    EXPECT_EQ(shown.at("items/0/month"), "2026-11-01") << shown.text;
    EXPECT_EQ(shown.at("items/0/state"), "running");
    EXPECT_EQ(shown.at("items/1/state"), "open");
    EXPECT_EQ(shown.at("items/1/bill/payable_kopecks"), "23000");
    EXPECT_EQ(shown.at("items/2/label"), "1/2026");
    EXPECT_EQ(shown.at("items/2/bill/payable_kopecks"), "23000") << "as it was reported";
    close(suzun, "2026-10-01");
    shown = bills();
    EXPECT_EQ(shown.at("items/2/corrections/0/content/after/payable_kopecks"), "46000");
}

TEST_P(ActsClosingTest, each_act_in_a_file_of_its_own_makes_an_archive) {
    deliver(suzun, anna, {"2026-09-05"});
    deliver(suzun, vera, {"2026-09-05"});
    const auto closing = close(suzun, "2026-09-01");
    const auto packed = director(suzun).post("/api/v1/closings/" + closing + "/print", R"({"bundle":"each"})", {{"Idempotency-Key", "print-1"}});
    ASSERT_EQ(packed.status, 200) << packed.text;
    EXPECT_EQ(packed.text.substr(0, 4), "PK\x03\x04");
    EXPECT_EQ(packed.header("Content-Type"), "application/zip");
    EXPECT_EQ(in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select count(number) from v_acts_file where act is not null"); }), 2);
}

TEST_P(ActsClosingTest, another_centre_and_the_region_see_no_act_and_the_region_sees_which_months_are_closed) {
    deliver(suzun, anna, {"2026-09-05"});
    const auto closing = close(suzun, "2026-09-01");
    const auto act = acts(closing).at("items/0/id");
    for (const auto role : {Role::director, Role::specialist, Role::desk}) {
        const auto stranger = sign_in(role, kargat.number.value);
        EXPECT_EQ(stranger.get("/api/v1/acts/" + act).status, 404);
        EXPECT_EQ(stranger.get("/api/v1/acts/" + act + "/paper").status, 404);
        EXPECT_EQ(stranger.get("/api/v1/closings/" + closing).status, 404);
        EXPECT_EQ(stranger.get("/api/v1/closings/" + closing + "/acts").status, 404);
        EXPECT_EQ(stranger.get(preview_path("2026-10-01", suzun)).status, 404);
    }
    EXPECT_EQ(desk(suzun).post("/api/v1/closings", month(suzun, "2026-10-01", accepted())).status, 403) << "a director closes";
    const auto region = sign_in(Role::coordinator);
    EXPECT_EQ(region.get("/api/v1/closings?organisation=" + suzun.id).at("items/2/totals/payable_kopecks"), "23000");
    EXPECT_EQ(region.get("/api/v1/acts/" + act).status, 404);
    EXPECT_EQ(region.get("/api/v1/closings/" + closing + "/acts").status, 404);
}

TEST_P(ActsClosingTest, every_look_at_a_name_is_in_the_log) {
    deliver(suzun, anna, {"2026-09-05"});
    const auto closing = close(suzun, "2026-09-01");
    const auto act = acts(closing).at("items/0/id");
    EXPECT_EQ(desk(suzun).get("/api/v1/acts/" + act).status, 200);
    file("/api/v1/acts/" + act + "/paper");
    file("/api/v1/closings/" + closing + "/register?format=csv");
    preview("2026-10-01");
    const auto log = in_system([](db::Tx& tx) {
        return tx.list("select action from v_audit_record where action like 'acts.%' order by number", [](const db::Row& row) { return row.get<std::string>(0); });
    });
    EXPECT_THAT(log, ElementsAre("acts.closed", "acts.listed", "acts.read", "acts.paper", "acts.register_exported"));
}

RYADOM_BOTH_ENGINES(ActsClosingTest);

}  // namespace
}  // namespace ryadom::acts
