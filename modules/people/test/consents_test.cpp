// Consents, their texts and the region's lists over the API.
#include "people_test.hpp"

#include "modules/people/consents.hpp"

namespace ryadom::people {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ConsentsTest : public PeopleTest {
  protected:
    static std::string consents_path(const std::string& id) { return "/api/v1/persons/" + id + "/consents"; }
    std::string elena() { return add(suzun, person()); }
    /// The newest version of a purpose.
    std::string text_of(const std::string& purpose) {
        const auto texts = desk(suzun).get("/api/v1/consent-texts");
        for (int i = 0; !texts.at("items/" + std::to_string(i)).empty(); ++i)
            if (texts.at("items/" + std::to_string(i) + "/purpose") == purpose) return texts.at("items/" + std::to_string(i) + "/id");
        return {};
    }
    static std::string given(const std::string& text, const std::string& day = "2026-11-10", const std::string& extra = R"("channel":"paper")") {
        return R"({"text":")" + text + R"(","given_on":")" + day + "\"," + extra + "}";
    }
    static std::string next_version(const std::string& purpose, const std::string& since) {
        return R"({"purpose":")" + purpose + R"(","titles":{"ru":"Согласие на снимки"},"recipients":{"ru":"Посетители сайта"},"bodies":{"ru":"Согласен.\nВторой абзац."},)"
               R"("oral":false,"since":")" + since + "\"}";
    }
    bool consented_on(const std::string& person, const char* purpose, const char* day) {
        return database().read_as(db::Caller::system(), [&](db::Tx& tx) {
            return consented(tx, find_person(tx, Id<Person>{*parse_uuid(person)})->number, purpose, *parse_date(day));
        });
    }
    std::string withdraw(const std::string& person, const std::string& consent, const std::string& day) {
        return desk(suzun).post(consents_path(person) + "/" + consent + "/withdraw", R"({"withdrawn_on":")" + day + R"(","channel":"electronic","reason":"передумала"})").text;
    }
};

TEST_P(ConsentsTest, consent_stands_until_it_is_withdrawn_and_nothing_goes) {
    const auto id = elena();
    const auto clerk = desk(suzun);
    EXPECT_EQ(clerk.get(consents_path(id)).at("items"), "[]");
    const auto made = clerk.post(consents_path(id), given(text_of("photos")));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.at("items/0/state"), "stands");
    EXPECT_EQ(made.at("items/0/given/channel"), "paper");
    EXPECT_FALSE(consented_on(id, "photos", "2026-11-09"));
    EXPECT_TRUE(consented_on(id, "photos", "2026-11-10"));
    EXPECT_FALSE(consented_on(id, "health_data", "2026-11-10")) << "one purpose, not all";
    EXPECT_EQ(clerk.post(consents_path(id), given(text_of("photos"), "2026-11-11")).code(), "people.consent_stands");
    const auto consent = made.at("items/0/id");
    EXPECT_THAT(withdraw(id, consent, "2026-11-09"), HasSubstr("people.before_it_was_given"));
    EXPECT_THAT(withdraw(id, consent, "2026-11-15"), HasSubstr(R"("state":"withdrawn")"));
    EXPECT_THAT(withdraw(id, consent, "2026-11-16"), HasSubstr("people.consent_stands_no_more"));
    EXPECT_TRUE(consented_on(id, "photos", "2026-11-14"));
    EXPECT_FALSE(consented_on(id, "photos", "2026-11-15"));
    EXPECT_THAT(clerk.post(consents_path(id), given(text_of("photos"), "2026-11-14")).errors(), ElementsAre("/given_on people.before_the_last_consent"));
    const auto again = clerk.post(consents_path(id), given(text_of("photos"), "2026-11-20"));
    EXPECT_EQ(again.at("items/0/state"), "stands");
    EXPECT_EQ(again.at("items/1/withdrawal/reason"), "передумала");
    EXPECT_FALSE(consented_on(id, "photos", "2026-11-17"));
    EXPECT_TRUE(consented_on(id, "photos", "2026-11-23"));
    EXPECT_THAT(log_of(id), ElementsAre("people.registered", "people.consents_read", "people.consent_given", "people.consent_withdrawn", "people.consent_given"));
    EXPECT_THAT(last_detail("people.consent_given"), HasSubstr("photos"));
}

TEST_P(ConsentsTest, newer_version_takes_the_place_of_the_one_agreed_to) {
    const auto id = elena();
    const auto clerk = desk(suzun);
    const auto old = text_of("photos");
    ASSERT_EQ(clerk.post(consents_path(id), given(old, "2026-10-01")).status, 201);
    const auto written = sign_in(Role::coordinator).post("/api/v1/consent-texts", next_version("photos", "2026-11-01"));
    ASSERT_EQ(written.status, 201) << written.text;
    EXPECT_EQ(written.at("version"), "2");
    EXPECT_EQ(written.at("sample"), "false");
    EXPECT_TRUE(consented_on(id, "photos", "2026-11-20")) << "the old words still hold";
    EXPECT_THAT(clerk.post(consents_path(id), given(written.at("id"), "2026-10-20")).errors(), ElementsAre("/given_on people.before_the_text"));
    const auto renewed = clerk.post(consents_path(id), given(written.at("id"), "2026-11-05"));
    ASSERT_EQ(renewed.status, 201) << renewed.text;
    EXPECT_EQ(renewed.at("items/0/state"), "stands");
    EXPECT_EQ(renewed.at("items/1/state"), "replaced");
    EXPECT_THAT(withdraw(id, renewed.at("items/1/id"), "2026-11-06"), HasSubstr("people.consent_stands_no_more"));
    EXPECT_THAT(withdraw(id, renewed.at("items/0/id"), "2026-11-08"), HasSubstr(R"("state":"withdrawn")"));
    EXPECT_FALSE(consented_on(id, "photos", "2026-11-08")) << "the one before does not rise again";
}

TEST_P(ConsentsTest, spoken_consent_needs_a_witness_and_a_text_that_allows_it) {
    const auto id = elena();
    const auto clerk = desk(suzun);
    EXPECT_THAT(clerk.post(consents_path(id), given(text_of("health_data"), "2026-11-10", R"("channel":"oral","witness":"Петрова Анна")")).errors(),
                ElementsAre("/channel people.not_by_word"));
    EXPECT_THAT(clerk.post(consents_path(id), given(text_of("photos"), "2026-11-10", R"("channel":"oral")")).errors(), ElementsAre("/witness core.required"));
    EXPECT_THAT(clerk.post(consents_path(id), given(text_of("photos"), "2026-11-10", R"("channel":"paper","witness":"Петрова Анна")")).errors(),
                ElementsAre("/witness people.witness_of_a_spoken_one"));
    const auto made = clerk.post(consents_path(id), given(text_of("photos"), "2026-11-10", R"("channel":"oral","witness":" Петрова  Анна ")"));
    EXPECT_EQ(made.at("items/0/given/witness"), "Петрова Анна");
    EXPECT_THAT(clerk.post(consents_path(id), given(text_of("remote_session"), "2026-12-24")).errors(), ElementsAre("/given_on people.day_in_the_future"));
    EXPECT_THAT(clerk.post(consents_path(id), given("0190d7a5-0000-7000-8000-00000000dead")).errors(), ElementsAre("/text core.absent"));
}

TEST_P(ConsentsTest, representative_of_the_file_consents_while_the_right_lasts) {
    const auto id = elena();
    const auto daughter = add(suzun, person(R"("family_name":"Петрова","given_name":"Ольга")"));
    const auto clerk = desk(suzun);
    const auto file = R"({"former_names":[],"documents":[],"addresses":[],"phones":[],"languages":[],"relatives":[],"circumstances":[],"categories":[],)"
                      R"("representatives":[{"person":")" + daughter + R"(","authority":"proxy","document":"доверенность 7","since":"2026-02-01","until":"2026-10-01"}]})";
    ASSERT_EQ(clerk.put("/api/v1/persons/" + id + "/file", file, "\"1\"").status, 200);
    const auto by = R"("channel":"paper","giver":{"person":")" + daughter + R"(","authority":"proxy","document":"доверенность 7"})";
    EXPECT_THAT(clerk.post(consents_path(id), given(text_of("health_data"), "2026-11-10", by)).errors(), ElementsAre("/giver people.no_right_on_that_day"));
    EXPECT_THAT(clerk.post(consents_path(id), given(text_of("health_data"), "2026-09-10", R"("channel":"paper","giver":{"name":"Чужой","authority":"proxy","document":"доверенность 7"})")).errors(),
                ElementsAre("/giver people.no_right_on_that_day"));
    const auto made = clerk.post(consents_path(id), given(text_of("health_data"), "2026-09-10", by));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.at("items/0/given/giver/name"), "Петрова Ольга");
    EXPECT_EQ(made.at("items/0/given/giver/document"), "доверенность 7");
    EXPECT_THAT(shown_to(daughter), ElementsAre("people.file_changed", "people.consent_given")) << "her name stood in both";
    const auto paper = clerk.get("/api/v1/persons/" + id + "/consent-papers/" + text_of("health_data") + "?representative=0");
    EXPECT_EQ(paper.status, 200);
    EXPECT_TRUE(paper.text.starts_with("%PDF-"));
    EXPECT_EQ(clerk.get("/api/v1/persons/" + id + "/consent-papers/" + text_of("health_data") + "?representative=1").status, 404);
}

TEST_P(ConsentsTest, paper_to_sign_is_a_read_of_the_card) {
    const auto id = elena();
    const auto paper = desk(suzun).get("/api/v1/persons/" + id + "/consent-papers/" + text_of("photos"));
    ASSERT_EQ(paper.status, 200);
    EXPECT_EQ(paper.header("content-type"), "application/pdf");
    EXPECT_THAT(log_of(id), ElementsAre("people.registered", "people.consent_printed"));
    EXPECT_EQ(desk(suzun).get("/api/v1/persons/" + id + "/consent-papers/0190d7a5-0000-7000-8000-00000000dead").status, 404);
}

TEST_P(ConsentsTest, kind_of_paper_is_sound_and_titled) { EXPECT_EQ(papers::faults(consent_kind(), &texts()), ""); }

TEST_P(ConsentsTest, consent_is_issued_with_a_number_and_printed_the_same_each_time) {
    const auto id = elena();
    const auto clerk = desk(suzun);
    const auto ask = R"({"organisation":")" + suzun + R"(","text":")" + text_of("photos") + "\"}";
    const auto path = "/api/v1/persons/" + id + "/consent-papers";
    const auto made = clerk.post(path, ask);
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_THAT(made.at("label"), ::testing::StartsWith("1/"));
    const auto first = clerk.get("/api/v1/papers/" + made.at("id") + "/pdf");
    EXPECT_TRUE(first.text.starts_with("%PDF-")) << first.text;
    EXPECT_TRUE(clerk.get("/api/v1/papers/" + made.at("id") + "/pdf").text == first.text);
    EXPECT_EQ(clerk.get("/api/v1/papers/" + made.at("id")).at("name"), "Иванова Елена Петровна");
    EXPECT_THAT(log_of(id), ElementsAre("people.registered", "papers.issued", "people.consent_issued", "papers.printed", "papers.printed", "papers.read"));
    EXPECT_THAT(clerk.post(path, ask).at("label"), ::testing::StartsWith("2/"));
    EXPECT_EQ(desk(kargat).post(path, R"({"organisation":")" + kargat + R"(","text":")" + text_of("photos") + "\"}").status, 404);
    EXPECT_EQ(clerk.post(path, R"({"organisation":")" + kargat + R"(","text":")" + text_of("photos") + "\"}").status, 404);
}

TEST_P(ConsentsTest, consents_of_another_centre_are_absent) {
    const auto id = elena();
    const auto text = text_of("photos");
    const auto consent = desk(suzun).post(consents_path(id), given(text)).at("items/0/id");
    for (const auto& stranger : {desk(kargat), sign_in(Role::director, number(kargat)), sign_in(Role::coordinator)}) {
        EXPECT_EQ(stranger.get(consents_path(id)).status, 404);
        EXPECT_EQ(stranger.post(consents_path(id), given(text)).status, 404);
        EXPECT_EQ(stranger.post(consents_path(id) + "/" + consent + "/withdraw", R"({"withdrawn_on":"2026-11-12","channel":"paper"})").status, 404);
        EXPECT_EQ(stranger.get("/api/v1/persons/" + id + "/consent-papers/" + text).status, 404);
    }
    EXPECT_EQ(visitor().get(consents_path(id)).status, 401);
    const auto other = add(suzun, person(R"("family_name":"Петрова","given_name":"Ольга")"));
    EXPECT_EQ(desk(suzun).post(consents_path(other) + "/" + consent + "/withdraw", R"({"withdrawn_on":"2026-11-12","channel":"paper"})").status, 404)
        << "a consent of somebody else";
    EXPECT_EQ(desk(suzun).get(consents_path(id)).at("items/0/state"), "stands");
}

TEST_P(ConsentsTest, coordinator_alone_writes_texts_and_a_version_never_changes) {
    const auto coordinator = sign_in(Role::coordinator);
    for (const auto role : {Role::director, Role::specialist, Role::desk})
        EXPECT_EQ(sign_in(role, number(suzun)).post("/api/v1/consent-texts", next_version("photos", "2026-11-01")).status, 403);
    EXPECT_EQ(visitor().get("/api/v1/consent-texts").status, 401);
    EXPECT_THAT(coordinator.post("/api/v1/consent-texts", next_version("photos", "2020-01-01")).errors(), ElementsAre("/since people.before_the_last_version"));
    EXPECT_THAT(coordinator.post("/api/v1/consent-texts", R"({"purpose":"Снимки","titles":{"kk":"а"},"recipients":{"ru":"Все","de":"Alle"},"bodies":{"ru":" "},"oral":false,"since":"2026-11-01"})").errors(),
                ElementsAre("/bodies/ru core.required", "/purpose people.wrong_code", "/recipients/de core.unknown_value", "/titles/ru core.required"));
    EXPECT_EQ(coordinator.post("/api/v1/consent-texts", next_version("volunteers", "2026-11-01")).at("version"), "1");
    const auto texts = coordinator.get("/api/v1/consent-texts");
    EXPECT_EQ(texts.at("items/0/purpose"), "health_data");
    EXPECT_EQ(texts.at("items/0/sample"), "true");
    static constexpr db::Sql rewrite = "update people_consent_text set body_ru = 'Иное'";
    EXPECT_THROW((void)database().write_now(db::Caller::system(), [](db::Tx& tx) { tx.run(rewrite); }), db::Error);
}

TEST_P(ConsentsTest, lists_of_the_region_are_edited_and_no_code_goes) {
    const auto coordinator = sign_in(Role::coordinator);
    const std::string lists = "/api/v1/person-lists";
    const auto added = coordinator.post(lists, R"({"kind":"category","code":"veteran_of_labour","titles":{"ru":" Ветеран  труда ","kk":"Еңбек ардагері"},"since":"2026-01-01"})");
    ASSERT_EQ(added.status, 201) << added.text;
    EXPECT_EQ(added.at("titles/ru"), "Ветеран труда");
    EXPECT_THAT(coordinator.post(lists, R"({"kind":"category","code":"veteran_of_labour","titles":{"ru":"Снова"},"since":"2026-01-01"})").errors(),
                ElementsAre("/code people.word_stands"));
    const auto path = lists + "/category/veteran_of_labour";
    EXPECT_EQ(coordinator.put(path, R"({"titles":{"ru":"Ветеран труда области"},"until":"2026-12-31"})", "\"1\"").at("revision"), "2");
    EXPECT_EQ(coordinator.put(path, R"({"titles":{"ru":"Иначе"}})", "\"1\"").status, 412);
    EXPECT_THAT(coordinator.put(path, R"({"titles":{"ru":"Иначе"},"until":"2025-12-31"})", "\"2\"").errors(), ElementsAre("/until people.ends_before_it_begins"));
    EXPECT_EQ(coordinator.put(lists + "/category/nobody", R"({"titles":{"ru":"Никто"}})", "\"1\"").status, 404);
    EXPECT_EQ(coordinator.put(lists + "/wealth/minor", R"({"titles":{"ru":"Никто"}})", "\"1\"").status, 404);
    for (const auto role : {Role::director, Role::desk}) {
        const auto staff = sign_in(role, number(suzun));
        EXPECT_EQ(staff.post(lists, R"({"kind":"category","code":"mine","titles":{"ru":"Своё"},"since":"2026-01-01"})").status, 403);
        EXPECT_THAT(staff.put(path, R"({"titles":{"ru":"Своё"}})", "\"2\"").status, ::testing::AnyOf(403, 404));
        EXPECT_THAT(staff.get(lists).text, HasSubstr("Ветеран труда области"));
    }
    EXPECT_EQ(visitor().get(lists).status, 401);
}

RYADOM_BOTH_ENGINES(ConsentsTest);

}  // namespace
}  // namespace ryadom::people
