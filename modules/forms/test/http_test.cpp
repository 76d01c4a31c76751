// Forms from the questions to the history of scores, and who reads them.
#include "modules/forms/test/library.hpp"

#include <gmock/gmock.h>

#include "modules/catalogue/module.hpp"
#include "modules/forms/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/requests/module.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"
#include "platform/testing/explained.hpp"

namespace ryadom::forms {
namespace {

using policy::Role;
using ::testing::ElementsAre;

class FormsTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        ledger::Running running{[this](db::Tx&, Number<network::Organisation>) { return adopted; },
                                []() -> const ledger::Feed& { throw std::logic_error("no figure is asked for"); },
                                []() -> ledger::Importer& { throw std::logic_error("nothing is imported"); }};
        start({{"files", files::schema(), {}, {}, {}}, network::module([](db::Tx&, Number<network::Organisation>, Date) {}), catalogue::module(),
               people::module(), practices::module(), requests::module([](const auto&, const auto& asked) { return std::vector<bool>(asked.size()); }),
               ledger::module(running), module()},
              network::subtree, network::zone);
        suzun = add_organisation("suzun");
        kargat = add_organisation("kargat");
        walking = install("step-by-step", "session_home", "medical.01");
        talking = install("remote-psychology", "talk", "psychological.01");
        elena = sign_in(Role::desk, suzun.number)
                    .post("/api/v1/persons", R"({"organisation":")" + suzun.id + R"(","person":{"family_name":"Иванова","given_name":"Елена","birth":"1950-03-08","sex":"female"}})")
                    .at("id");
    }

    struct Place {
        std::string id;
        std::int64_t number = 0;
    };
    struct Installed {
        std::string practice;
        std::string version;
        std::string service;
        Number<practices::Practice> number;
    };

    template <class Work>
    auto in_system(const Work& work) {
        return database().read_as(db::Caller::system(), work);
    }
    Place add_organisation(const std::string& code) {
        const auto made = sign_in(Role::coordinator)
                              .post("/api/v1/organisations?second_top=true", R"({"code":")" + code + R"(","kind":"centre","title":"КЦСОН","short_title":")" + code +
                                                                                 R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":""})");
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), in_system([&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; })};
    }

    /// The document of the library in the bank, adopted by every centre, with one service of the catalogue.
    Installed install(const std::string& folder, const std::string& package_service, const std::string& code) {
        auto made = database().write_now(db::Caller::system(), [&, document = json::write(document_of(folder))](db::Tx& tx) {
            if (!tx.value<std::int64_t>("select number from v_catalogue_kind where code = 'any'")) tx.run("insert into catalogue_kind (code, title_ru) values ('any', 'Любые')");
            const auto service = catalogue::ensure_service(tx, {{}, code, "any", {{"ru", code}}, "service", 30, *parse_date("2020-01-01"), {}});
            const auto practice = tx.insert("insert into practices_practice (id, code, organisation, titles, sort_title) values ($1, $2, 0, $3, $2) returning number",
                                            tx.make_id<practices::Practice>(), folder, R"({"ru":")" + folder + "\"}");
            const auto version = tx.insert("insert into practices_version (id, practice, version, rank, state, installed_at, installed_by, package_sha256, "
                                           "document_sha256, titles, sort_title, card, search, document) values "
                                           "($1, $2, '1.0.0', 1, 'published', $3, 0, $4, $4, '{}', '', '{}', '', $5) returning number",
                                           tx.make_id<practices::Version>(), practice, tx.now(), "forms test " + folder, document);
            tx.run("update practices_practice set listed = $1 where number = $2", version, practice);
            tx.run("insert into practices_version_service (version, package_service, service, channels, counts_unnamed) values ($1, $2, $3, 'centre home', $4)", version,
                   package_service, service, false);
            return std::tuple(practice, version, service);
        });
        const auto [practice, version, service] = must(std::move(made));
        adopted.push_back({{practice}, {version}});
        return in_system([&, practice = practice, version = version](db::Tx& tx) {
            return Installed{to_string(practices::find_practice(tx, Number<practices::Practice>{practice})->id),
                             to_string(practices::find_version(tx, Number<practices::Version>{version})->id),
                             to_string(catalogue::find_service(tx, std::string_view(code))->service.id), {practice}};
        });
    }

    std::string fact(const testing::Client& client, const Installed& practice, const std::string& extra = "") {
        const auto made = client.post("/api/v1/facts", R"({"organisation":")" + suzun.id + R"(","person":")" + elena + R"(","service":")" + practice.service +
                                                           R"(","performed_on":"2026-11-20","minutes":30,"channel":"home")" + extra + "}");
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    std::string body(const Installed& practice, const std::string& form, const std::string& answers, const std::string& moment = "start", const std::string& extra = "",
                     const std::string& day = "2026-11-20") {
        return R"({"organisation":")" + suzun.id + R"(","version":")" + practice.version + R"(","form":")" + form + R"(","moment":")" + moment + R"(","filled_on":")" + day +
               R"(","answers":)" + answers + extra + "}";
    }
    std::string forms_of_elena() { return "/api/v1/persons/" + elena + "/forms"; }
    testing::Answer fill(const testing::Client& client, const std::string& request) { return client.post(forms_of_elena(), request); }
    std::string filled_form(const testing::Client& client, const std::string& request) {
        const auto made = fill(client, request);
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    std::vector<std::string> actions() {
        return in_system([&](db::Tx& tx) {
            return tx.list("select action from v_audit_record where person = $1 and action like 'forms.%' order by number", [](const db::Row& row) { return row.get<std::string>(0); }, elena);
        });
    }
    std::vector<Filled> outcomes(const std::optional<std::vector<std::int64_t>>& organisations = {}, const char* as_of = "2027-01-01") {
        return in_system([&](db::Tx& tx) {
            return filled(tx, organisations, walking.number, "tug", *parse_date("2026-01-01"), *parse_date("2026-12-31"), *parse_date(as_of));
        });
    }

    std::vector<ledger::Adopted> adopted;
    Place suzun;
    Place kargat;
    Installed walking;
    Installed talking;
    std::string elena;
    static constexpr auto well = R"({"w1":3,"w2":3,"w3":2,"w4":4,"w5":3})";
};

TEST_P(FormsTest, questions_come_from_the_package) {
    const auto sheet = sign_in(Role::desk, suzun.number).get("/api/v1/forms/sheet?form=tug&version=" + walking.version);
    EXPECT_EQ(sheet.status, 200) << sheet.text;
    EXPECT_EQ(sheet.at("fields/0/id"), "seconds");
    EXPECT_EQ(sheet.at("fields/0/unit"), "с");
    EXPECT_EQ(sheet.at("fields/1/options/2/titles/ru"), "Ходунки");
    EXPECT_EQ(sign_in(Role::desk, suzun.number).get("/api/v1/forms/sheet?form=nothing&version=" + walking.version).status, 404);
}

TEST_P(FormsTest, filled_form_shows_its_scores_and_band_at_once) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto made = fill(desk, body(walking, "tug", R"({"seconds":14.5,"aid":"cane"})"));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_NE(made.text.find(R"("value":14.5)"), std::string::npos) << made.text;
    EXPECT_EQ(made.at("scores/0/better"), "lower");
    EXPECT_EQ(made.at("scores/1/band/ru"), "Есть риск");
    const auto read = desk.get("/api/v1/forms/" + made.at("id"));
    EXPECT_EQ(read.at("answers/aid"), "cane");
    EXPECT_EQ(desk.get(forms_of_elena()).at("items/0/titles/ru"), "«Встань и иди»");
    EXPECT_THAT(actions(), ElementsAre("forms.filled", "forms.read", "forms.seen"));
}

TEST_P(FormsTest, wrong_input_is_named_field_by_field) {
    const auto desk = sign_in(Role::desk, suzun.number);
    EXPECT_THAT(fill(desk, body(walking, "tug", R"({"seconds":2,"aid":"wings","x":1})", "middle", "", "2026-11-24")).errors(),
                ElementsAre("/answers/aid core.unknown_value", "/answers/seconds core.too_small", "/answers/x core.unknown_field", "/filled_on forms.in_the_future",
                            "/moment forms.not_at_this_moment"));
    EXPECT_THAT(fill(desk, body(walking, "nothing", "{}")).errors(), ElementsAre("/form core.absent"));
    EXPECT_THAT(fill(desk, body(walking, "tug", R"({"seconds":9})", "start", R"(,"fact":"0190d7a5-0000-7000-8000-00000000dead")")).errors(), ElementsAre("/fact core.absent"));
    const auto talk = fact(desk, talking);
    EXPECT_THAT(fill(desk, body(walking, "tug", R"({"seconds":9})", "start", R"(,"fact":")" + talk + "\"")).errors(), ElementsAre("/fact forms.fact_of_another_practice"));
    EXPECT_THAT(fill(desk, body(walking, "tug", R"({"seconds":9})", "start", "", "1950-03-07")).errors(), ElementsAre("/filled_on forms.before_birth"));
}

TEST_P(FormsTest, what_a_service_leaves_to_fill_is_offered_until_it_is_filled) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto lesson = fact(desk, walking);
    const auto missing = [&] {
        const auto offered = desk.get(forms_of_elena() + "/offered?fact=" + lesson);
        std::vector<std::string> out;
        for (int i = 0; !offered.at("items/" + std::to_string(i) + "/form").empty(); ++i)
            out.push_back(offered.at("items/" + std::to_string(i) + "/form") + " " + offered.at("items/" + std::to_string(i) + "/missing/0"));
        return out;
    };
    EXPECT_THAT(missing(), ElementsAre("barthel start", "tug start", "session_log each"));
    const auto of_fact = R"(,"fact":")" + lesson + "\"";
    filled_form(desk, body(walking, "tug", R"({"seconds":14})", "start", of_fact));
    filled_form(desk, body(walking, "session_log", R"({"pulse":70,"sys":130})", "each", of_fact));
    EXPECT_THAT(missing(), ElementsAre("barthel start", "tug end", "session_log "));
    EXPECT_EQ(desk.get(forms_of_elena() + "/offered").at("items/1/missing/0"), "end") << "without a fact, by the practices that she has facts of";
    ASSERT_EQ(desk.post("/api/v1/facts/" + lesson + "/reverse", R"({"reason":"не тот день"})").status, 201);
    EXPECT_EQ(desk.get(forms_of_elena() + "/offered").at("items/0/form"), "");
}

TEST_P(FormsTest, correction_takes_the_place_of_the_form_and_says_why) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto first = filled_form(desk, body(walking, "tug", R"({"seconds":41})"));
    const auto path = "/api/v1/forms/" + first + "/correct";
    EXPECT_THAT(desk.post(path, R"({"filled_on":"2026-11-20","answers":{},"reason":"описка"})").errors(), ElementsAre("/answers/seconds core.required"));
    clock.advance(2 * 86'400'000);
    const auto later = sign_in(Role::desk, suzun.number);  // the session has ended
    const auto second = later.post(path, R"({"filled_on":"2026-11-19","answers":{"seconds":14.1},"reason":"описка в числе"})");
    ASSERT_EQ(second.status, 201) << second.text;
    EXPECT_EQ(second.at("reason"), "описка в числе");
    EXPECT_EQ(later.post(path, R"({"filled_on":"2026-11-19","answers":{"seconds":14.1},"reason":"ещё раз"})").code(), "forms.corrected_already");
    const auto listed = later.get(forms_of_elena());
    EXPECT_EQ(listed.at("items/0/id"), second.at("id"));
    EXPECT_EQ(listed.at("items/1/id"), "");
    EXPECT_NE(later.get("/api/v1/forms/" + first).text.find(R"("corrected":true)"), std::string::npos);
    ASSERT_EQ(outcomes().size(), 1U);
    EXPECT_THAT(outcomes()[0].scores, ElementsAre(std::pair(std::string("time"), 14.1))) << "a band is no number";
    ASSERT_EQ(outcomes({}, "2026-11-24").size(), 1U);
    EXPECT_DOUBLE_EQ(outcomes({}, "2026-11-24")[0].scores[0].second, 41) << "the correction was not known yet";
    EXPECT_EQ(outcomes(std::vector{kargat.number}).size(), 0U);
    EXPECT_EQ(outcomes(std::vector{suzun.number}).size(), 1U);
}

TEST_P(FormsTest, corrections_lead_back_to_the_form_that_was_filled_first) {
    const auto desk = sign_in(Role::desk, suzun.number);
    auto last = filled_form(desk, body(walking, "tug", R"({"seconds":41})"));
    ASSERT_EQ(outcomes().size(), 1U);
    const auto first = outcomes()[0].number;
    EXPECT_EQ(outcomes()[0].root, first) << "it corrects none";
    filled_form(desk, body(walking, "tug", R"({"seconds":30})", "end"));
    for (int i = 0; i < 2; ++i) {
        const auto made = desk.post("/api/v1/forms/" + last + "/correct", R"({"filled_on":"2026-11-20","answers":{"seconds":41},"reason":"перепроверено"})");
        ASSERT_EQ(made.status, 201) << made.text;
        last = made.at("id");
    }
    const auto standing = outcomes();
    ASSERT_EQ(standing.size(), 2U);
    EXPECT_EQ(standing[0].root, standing[0].number) << "of the other form";
    EXPECT_GT(standing[1].number, standing[0].number);
    EXPECT_EQ(standing[1].root, first);
}

TEST_P(FormsTest, confidential_one_is_read_by_author_and_by_who_delivers_the_practice) {
    const auto psychologist = sign_in(Role::specialist, suzun.number);
    const auto form = filled_form(psychologist, body(talking, "wellbeing", well));
    EXPECT_EQ(psychologist.get("/api/v1/forms/" + form).at("scores/1/band/ru"), psychologist.get(forms_of_elena()).at("items/0/scores/1/band/ru"));
    EXPECT_NE(psychologist.get("/api/v1/forms/" + form).text.find(R"("w4":4)"), std::string::npos);
    const auto colleague = sign_in(Role::specialist, suzun.number);
    const auto account = in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select number from v_auth_account order by number desc limit 1"); });
    for (const auto& path : {forms_of_elena(), "/api/v1/forms/" + form}) {
        const auto seen = colleague.get(path);
        EXPECT_EQ(seen.status, 200);
        EXPECT_NE(seen.text.find("2026-11-20"), std::string::npos) << "that it exists and of when";
        EXPECT_NE(seen.text.find(R"("author":)"), std::string::npos) << "and by whom";
        EXPECT_EQ(seen.text.find(R"("scores":)"), std::string::npos) << seen.text;
        EXPECT_EQ(seen.text.find(R"("answers":)"), std::string::npos) << seen.text;
    }
    EXPECT_EQ(colleague.post("/api/v1/forms/" + form + "/correct", std::string(R"({"filled_on":"2026-11-20","reason":"описка","answers":)") + well + "}").status, 403);
    const auto worker = sign_in(Role::director, suzun.number)
                            .post("/api/v1/organisations/" + suzun.id + "/staff",
                                  R"({"name":"Петрова Анна","position":"Психолог","rate":100,"hired_on":"2026-01-10","qualifications":[]})")
                            .at("id");
    ASSERT_TRUE(database().write_now(db::Caller::system(), [&](db::Tx& tx) {
        tx.run("update network_staff set account = $1 where id = $2", account, worker);
    }));
    EXPECT_EQ(colleague.get("/api/v1/forms/" + form).text.find(R"("answers":)"), std::string::npos) << "on the staff, but not with her";
    fact(colleague, talking, R"(,"worker":")" + worker + "\"");
    EXPECT_NE(colleague.get("/api/v1/forms/" + form).text.find(R"("w4":4)"), std::string::npos);
}

TEST_P(FormsTest, region_and_other_centres_read_no_answer) {
    const auto form = filled_form(sign_in(Role::desk, suzun.number), body(walking, "tug", R"({"seconds":14})"));
    EXPECT_EQ(sign_in(Role::desk, kargat.number).get("/api/v1/forms/" + form).status, 404);
    EXPECT_EQ(sign_in(Role::desk, kargat.number).get(forms_of_elena()).status, 404);
    EXPECT_EQ(fill(sign_in(Role::desk, kargat.number), body(walking, "tug", R"({"seconds":14})")).status, 404);
    EXPECT_THAT(sign_in(Role::coordinator).get("/api/v1/forms/" + form).status, ::testing::AnyOf(403, 404));
    const db::Caller region{1, 0, {db::Reach::everything, db::Reach::nothing, {}}, {}};
    const auto rows = [&](db::Sql count) { return database().read_as(region, [&](db::Tx& tx) { return *tx.value<std::int64_t>(count); }); };
    EXPECT_EQ(rows("select count(*) from v_forms_filled"), 1);
    EXPECT_EQ(rows("select count(*) from v_forms_answers"), 0);
}

TEST_P(FormsTest, outcomes_are_found_by_an_index_for_centre_and_region) {
    testing::Explained explained(database());
    for (const auto& organisations : {std::optional<std::vector<std::int64_t>>(), std::optional(std::vector{suzun.number})}) {
        explained.forget();
        explained.read_as(db::Caller::system(), [&](db::Tx& tx) {
            return filled(tx, organisations, walking.number, "tug", *parse_date("2026-01-01"), *parse_date("2026-12-31"), *parse_date("2026-12-31"));
        });
        for (const auto* table : {"forms_filled", "forms_score"}) EXPECT_FALSE(explained.read_whole().contains(table)) << table;
    }
}

RYADOM_BOTH_ENGINES(FormsTest);

}  // namespace
}  // namespace ryadom::forms
