// A story put together from what the modules below know, and who reads it.
#include <gmock/gmock.h>

#include "modules/catalogue/module.hpp"
#include "modules/forms/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/matching/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/requests/module.hpp"
#include "modules/story/module.hpp"
#include "modules/story/store.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"
#include "platform/testing/explained.hpp"

#include <fstream>

namespace ryadom::story {
namespace {

using policy::Role;
using ::testing::ElementsAre;

class StoryTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        ledger::Running running{[](db::Tx&, Number<network::Organisation>) { return std::vector<ledger::Adopted>{}; },
                                []() -> const ledger::Feed& { throw std::logic_error("no figure is asked for"); },
                                []() -> ledger::Importer& { throw std::logic_error("nothing is imported"); }};
        start({{"files", files::schema(), {}, {}, {}}, network::module([](db::Tx&, Number<network::Organisation>, Date) {}), catalogue::module(), people::module(),
               matching::module(), practices::module(), requests::module([](const auto&, const auto& asked) { return std::vector<bool>(asked.size()); }),
               ledger::module(running), forms::module(), module()},
              network::subtree, network::zone);
        suzun = add_organisation("suzun");
        kargat = add_organisation("kargat");
        must(database().write_now(db::Caller::system(), [this](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('any', 'Любые')");
            catalogue::ensure_service(tx, {{}, "walk", "any", {{"ru", "Прогулка"}, {"en", "A walk"}}, "service", 30, *parse_date("2020-01-01"), {}});
            service = to_string(catalogue::find_service(tx, std::string_view("walk"))->service.id);
        }));
        elena = made("/api/v1/persons", R"({"organisation":")" + suzun.id + R"(","person":{"family_name":"Иванова","given_name":"Елена","birth":"1950-03-08","sex":"female"}})");
    }

    struct Place {
        std::string id;
        std::int64_t number = 0;
    };
    Place add_organisation(const std::string& code) {
        const auto made = sign_in(Role::coordinator)
                              .post("/api/v1/organisations?second_top=true", R"({"code":")" + code + R"(","kind":"centre","title":"КЦСОН","short_title":")" + code +
                                                                                 R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":""})");
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), database().read_as(db::Caller::system(), [&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; })};
    }
    testing::Client desk() { return sign_in(Role::desk, suzun.number); }
    std::string made(const std::string& path, const std::string& body, const char* at = "id") {
        const auto answer = desk().post(path, body);
        EXPECT_LT(answer.status, 300) << path << " " << answer.text;
        return answer.at(at);
    }
    std::string fact(const std::string& day) {
        return made("/api/v1/facts", R"({"organisation":")" + suzun.id + R"(","person":")" + elena + R"(","service":")" + service + R"(","performed_on":")" + day +
                                         R"(","minutes":30,"channel":"home"})");
    }
    /// A form of the library, filled on that day.
    void fill(const char* day) {
        std::ifstream in(std::string(RYADOM_SOURCE_DIR) + "/practices/step-by-step/practice.yaml", std::ios::binary);
        const auto document = json::write(*json::parse_yaml(std::string(std::istreambuf_iterator<char>(in), {})));
        must(database().write_now(db::Caller::system(), [&](db::Tx& tx) {
            const auto practice = tx.insert("insert into practices_practice (id, code, organisation, titles, sort_title) values ($1, 'steps', 0, '{}', '') returning number",
                                            tx.make_id<practices::Practice>());
            const auto version = tx.insert("insert into practices_version (id, practice, version, rank, state, installed_at, installed_by, package_sha256, "
                                           "document_sha256, titles, sort_title, card, search, document) values "
                                           "($1, $2, '1.0.0', 1, 'published', $3, 0, 'story', 'story test', '{}', '', '{}', '', $4) returning number",
                                           tx.make_id<practices::Version>(), practice, tx.now(), document);
            tx.run("insert into forms_filled (id, person, organisation, practice, practice_version, form, moment, filled_on, recorded_at, recorded_on, account) "
                   "values ($1, $2, $3, $4, $5, 'tug', 'start', $6, $7, $6, 0)",
                   tx.make_id<practices::Version>(), people::find_person(tx, Id<people::Person>{*parse_uuid(elena)})->number, suzun.number, practice, version, *parse_date(day), tx.now());
        }));
    }
    void live() {
        const auto path = "/api/v1/persons/" + elena;
        made("/api/v1/requests", R"({"organisation":")" + suzun.id + R"(","person":")" + elena + R"(","service":")" + service + R"(","asked_on":"2026-11-01"})");
        fact("2026-11-10");
        fact("2026-11-12");
        made("/api/v1/facts/" + fact("2026-11-13") + "/reverse", R"({"reason":"не тот день"})");
        fill("2026-11-14");
        const auto text = desk().get("/api/v1/consent-texts").at("items/1/id");
        const auto consent = made(path + "/consents", R"({"text":")" + text + R"(","given_on":"2026-11-12","channel":"paper"})", "items/0/id");
        made(path + "/consents/" + consent + "/withdraw", R"({"withdrawn_on":"2026-11-15","channel":"paper","reason":"передумала"})", "items/0/id");
    }
    std::string path() { return "/api/v1/persons/" + elena + "/story"; }
    static std::vector<std::string> lines(const testing::Answer& page) {
        std::vector<std::string> out;
        for (int i = 0; !page.at("items/" + std::to_string(i) + "/place").empty(); ++i) {
            const auto at = "items/" + std::to_string(i) + "/";
            out.push_back(page.at(at + "day") + " " + page.at(at + "text"));
        }
        return out;
    }

    Place suzun;
    Place kargat;
    std::string service;
    std::string elena;
};

TEST_P(StoryTest, tells_the_newest_first_in_the_readers_words) {
    live();
    const auto page = desk().get(path());
    ASSERT_EQ(page.status, 200) << page.text;
    const auto today = to_string(local_date(database().now(), "Asia/Novosibirsk"));
    const auto told = lines(page);
    EXPECT_THAT(told, ElementsAre(today + " Взят на обслуживание", today + " Заведена карточка", "2026-11-15 Согласие на фотографии с мероприятий: отозвано",
                                  ::testing::StartsWith("2026-11-14 Заполнено: "), "2026-11-12 Прогулка, 30 мин", "2026-11-12 Согласие на фотографии с мероприятий: дано",
                                  "2026-11-10 Прогулка, 30 мин", "2026-11-01 Обращение: Прогулка"));
    EXPECT_EQ(page.at("items/2/detail"), "передумала");
    EXPECT_EQ(page.at("items/4/organisation"), suzun.id);
    EXPECT_EQ(page.at("next"), "null");
    const auto reader = desk();
    must(database().write_now(db::Caller::system(), [](db::Tx& tx) -> Checked<void> {
        tx.run("update auth_account set language = 'en'");
        return {};
    }));
    EXPECT_THAT(lines(reader.get(path() + "?kind=fact")), ElementsAre("2026-11-12 A walk, 30 min", "2026-11-10 A walk, 30 min"));
}

TEST_P(StoryTest, pages_follow_each_other_without_a_gap) {
    live();
    const auto whole = lines(desk().get(path()));
    for (const auto* size : {"1", "2", "3"}) {
        std::vector<std::string> told;
        std::string cursor = "null";
        do {
            const auto page = desk().get(path() + "?limit=" + size + (cursor == "null" ? "" : "&cursor=" + cursor));
            ASSERT_EQ(page.status, 200) << page.text;
            for (auto& each : lines(page)) told.push_back(std::move(each));
            cursor = page.at("next");
        } while (cursor != "null" && told.size() < 50);
        EXPECT_EQ(told, whole) << size;
    }
    EXPECT_EQ(desk().get(path() + "?cursor=yesterday").status, 422);
}

TEST_P(StoryTest, is_for_those_who_serve_the_person_and_every_page_is_logged) {
    live();
    EXPECT_EQ(sign_in(Role::desk, kargat.number).get(path()).status, 404);
    EXPECT_THAT(sign_in(Role::coordinator).get(path()).status, ::testing::AnyOf(403, 404));
    EXPECT_EQ(visitor().get(path()).status, 401);
    EXPECT_EQ(sign_in(Role::director, suzun.number).get(path()).status, 200);
    const auto reads = database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        return tx.value<std::int64_t>("select count(*) from v_audit_record where action = 'story.read' and person = $1", elena).value_or(0);
    });
    EXPECT_EQ(reads, 1);
}

TEST_P(StoryTest, every_source_is_found_by_an_index) {
    if (postgres()) GTEST_SKIP() << "PostgreSQL plans by what a table holds, and these hold next to nothing";
    live();
    testing::Explained explained(database());
    explained.forget();
    explained.read_as(db::Caller::system(), [&](db::Tx& tx) {
        const auto number = people::find_person(tx, Id<people::Person>{*parse_uuid(elena)})->number;
        const i18n::Voice voice{&texts(), i18n::Language::ru};
        for (int source = 0; source < static_cast<int>(Source::card); ++source)
            (void)store::rows_of(tx, static_cast<Source>(source), {number, rest_of(static_cast<Source>(source), std::nullopt), 10}, voice);
        (void)store::card_rows(tx, {number, rest_of(Source::card, std::nullopt), 10}, voice, "UTC");
        return 0;
    });
    EXPECT_THAT(explained.read_whole(), ::testing::IsEmpty());
}

RYADOM_BOTH_ENGINES(StoryTest);

}  // namespace
}  // namespace ryadom::story
