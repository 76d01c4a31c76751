#include "modules/practices/test/bank_fixture.hpp"

namespace ryadom::practices {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class BankHttpTest : public BankTest {
  protected:
    static std::vector<std::string> codes(const testing::Answer& page) {
        std::vector<std::string> out;
        for (std::size_t i = 0;; ++i) {
            const auto code = page.at("items/" + std::to_string(i) + "/code");
            if (code.empty()) return out;
            out.push_back(code.substr(code.rfind('.') + 1));
        }
    }
};

TEST_P(BankHttpTest, bank_is_read_by_everybody_who_works_here) {
    install_library(database(), starter_library());
    for (const auto role : {Role::administrator, Role::coordinator, Role::director, Role::specialist, Role::desk})
        EXPECT_EQ(codes(sign_in(role, 7).get("/api/v1/practices")).size(), 13U);
    EXPECT_EQ(visitor().get("/api/v1/practices").status, 401);
}

TEST_P(BankHttpTest, bank_is_searched_by_words_and_filters) {
    install_library(database(), starter_library());
    const auto desk = sign_in(Role::desk, 7);
    const auto found = [&](const std::string& query) { return codes(desk.get("/api/v1/practices?" + query)); };
    EXPECT_THAT(found("query=ПРОКАТ коляску"), ElementsAre("rental-point"));
    EXPECT_THAT(found("query=Rental assistive"), ElementsAre("rental-point"));
    EXPECT_THAT(found("query=ental"), IsEmpty()) << "words are found by their beginnings";
    EXPECT_THAT(found("query=%25"), ::testing::SizeIs(13)) << "a sign is no word";
    EXPECT_THAT(found("query=несуществующее"), IsEmpty());
    EXPECT_THAT(found("audience=family_carers&kind=psychological&channel=remote"), ::testing::Contains("remote-psychology"));
    EXPECT_THAT(found("audience=nobody"), IsEmpty());
    EXPECT_THAT(found("cost=100000000"), IsEmpty()) << "the region has no prices yet";
    EXPECT_EQ(desk.get("/api/v1/practices?channel=pigeon").status, 422);
}

TEST_P(BankHttpTest, bank_is_read_page_by_page) {
    install_library(database(), starter_library());
    const auto desk = sign_in(Role::desk, 7);
    std::vector<std::string> all;
    std::string query = "limit=5";
    for (int pages = 0; pages < 3; ++pages) {
        const auto page = desk.get("/api/v1/practices?" + query);
        for (auto& code : codes(page)) all.push_back(code);
        query = "limit=5&cursor=" + page.at("next");
        if (page.at("next") == "null") break;
    }
    EXPECT_EQ(all, codes(desk.get("/api/v1/practices")));
    EXPECT_THAT(desk.get("/api/v1/practices?cursor=nowhere").errors(), ElementsAre("/cursor core.absent"));
}

TEST_P(BankHttpTest, a_version_is_printed_as_a_card) {
    install_library(database(), starter_library());
    const auto desk = sign_in(Role::desk, 7);
    const auto found = desk.get("/api/v1/practices?query=ПРОКАТ");
    const auto id = found.at("items/0/id");
    const auto card = desk.get("/api/v1/practices/" + id + "/versions/1.0.0/card");
    EXPECT_THAT(card.text, ::testing::StartsWith("%PDF-"));
    EXPECT_EQ(card.header("content-disposition"), "inline; filename*=UTF-8''" + found.at("items/0/code") + "-1.0.0.pdf");
    EXPECT_EQ(desk.get("/api/v1/practices/" + id + "/versions/9.9.9/card").status, 404);
}

TEST_P(BankHttpTest, passport_holds_the_whole_package) {
    const auto made = import(archive());
    ASSERT_EQ(made.status, 200) << made.text;
    const auto desk = sign_in(Role::desk, 7);
    const auto practice = desk.get(practice_path(made));
    EXPECT_EQ(practice.at("versions/0/version"), "1.0.0");
    EXPECT_EQ(practice.at("versions/0/state"), "published");
    for (const auto& word : {std::string("1.0.0"), practice.at("versions/0/id")}) {
        const auto passport = desk.get(practice_path(made) + "/versions/" + word);
        ASSERT_EQ(passport.status, 200) << passport.text;
        EXPECT_EQ(passport.at("package/title/ru"), "Прогулки");
        EXPECT_EQ(passport.at("services/0/code"), "communicative.walks-walk");
        EXPECT_EQ(passport.at("files/0/path"), "leaflet.md");
        EXPECT_EQ(passport.at("version/package_sha256"), made.at("package_sha256"));
        const auto bank = desk.get("/api/v1/practices");
        EXPECT_EQ(passport.at("evidence_level") + passport.at("weakest_axes"), bank.at("items/0/evidence_level") + bank.at("items/0/weakest_axes"));
        EXPECT_EQ(passport.at("weakest_axes/0"), "description") << "the example proves nothing";
    }
    EXPECT_EQ(desk.get(practice_path(made) + "/versions/2.0.0").status, 404);
    EXPECT_EQ(desk.get("/api/v1/practices/0190d7a5-0000-7000-8000-000000000000").status, 404);
}

TEST_P(BankHttpTest, version_of_another_practice_is_absent) {
    const auto one = import(archive());
    const auto other = import(archive(with("org.example.walks", "org.example.talks")));
    ASSERT_EQ(other.status, 200) << other.text;
    EXPECT_EQ(sign_in(Role::desk, 7).get(practice_path(one) + "/versions/" + other.at("installed/id")).status, 404);
}

TEST_P(BankHttpTest, file_is_sent_so_that_nothing_in_it_runs) {
    const auto made = import(archive());
    const auto desk = sign_in(Role::desk, 7);
    const auto version = practice_path(made) + "/versions/1.0.0";
    const auto leaflet = desk.get(version + "/files?path=leaflet.md");
    EXPECT_EQ(leaflet.text, example_files().at("leaflet.md"));
    EXPECT_EQ(leaflet.header("content-type"), "text/plain; charset=utf-8");
    EXPECT_EQ(leaflet.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(leaflet.header("content-security-policy"), "sandbox; default-src 'none'");
    EXPECT_THAT(leaflet.header("content-disposition"), HasSubstr("attachment"));
    EXPECT_EQ(desk.get(version + "/files?path=pictures/map.png").header("content-type"), "image/png");
    EXPECT_EQ(desk.get(version + "/files?path=../secret").status, 404);
}

TEST_P(BankHttpTest, package_leaves_as_it_came) {
    const auto key = make_signing_key(system_random());
    const auto bytes = archive(std::string(example_document), &key);
    const auto made = import(bytes);
    ASSERT_EQ(made.status, 200) << made.text;
    const auto answer = sign_in(Role::desk, 7).get(practice_path(made) + "/versions/1.0.0/package");
    EXPECT_EQ(answer.text, bytes);
    EXPECT_THAT(answer.header("content-disposition"), HasSubstr("org.example.walks-1.0.0.practice"));
}

TEST_P(BankHttpTest, versions_are_compared_in_words) {
    const auto made = import(archive());
    ASSERT_EQ(import(archive(with("version: \"1.0.0\"", "version: \"1.1.0\"", with("norm_minutes: 60", "norm_minutes: 45")))).status, 200);
    const auto answer = sign_in(Role::desk, 7).get(practice_path(made) + "/compare?from=1.0.0&to=1.1.0");
    ASSERT_EQ(answer.status, 200) << answer.text;
    EXPECT_EQ(answer.at("items/0/text"), "Версия: было «1.0.0», стало «1.1.0»");
    EXPECT_THAT(answer.at("items/1/text"), HasSubstr("было «60», стало «45»"));
    EXPECT_EQ(answer.at("items/1/difference/section"), "services");
    EXPECT_EQ(answer.at("items/2"), "");
}

TEST_P(BankHttpTest, withdrawn_version_stays_readable_and_is_listed_no_more) {
    const auto made = import(archive());
    import(archive(with("version: \"1.0.0\"", "version: \"1.1.0\"")));
    const auto coordinator = sign_in(Role::coordinator);
    const auto reason = R"({"reason":"Ошибка в дозировке"})";
    EXPECT_EQ(sign_in(Role::director, 7).post(practice_path(made) + "/versions/1.1.0/withdraw", reason).status, 404);
    EXPECT_EQ(coordinator.post(practice_path(made) + "/versions/1.1.0/withdraw", reason).at("state"), "withdrawn");
    EXPECT_EQ(coordinator.post(practice_path(made) + "/versions/1.1.0/withdraw", reason).code(), "practices.withdrawn_already");
    EXPECT_EQ(coordinator.get("/api/v1/practices").at("items/0/version"), "1.0.0");
    EXPECT_EQ(coordinator.get(practice_path(made) + "/versions/1.1.0").at("version/withdrawn_reason"), "Ошибка в дозировке");
    coordinator.post(practice_path(made) + "/versions/1.0.0/withdraw", reason);
    EXPECT_EQ(coordinator.get("/api/v1/practices").at("items"), "[]");
}

TEST_P(BankHttpTest, keys_are_trusted_by_the_region_only) {
    const auto key = R"({"title":"Методический центр","key":")" + to_text(public_key(make_signing_key(system_random()))) + "\"}";
    EXPECT_EQ(sign_in(Role::director, 7).post("/api/v1/practices/keys", key).status, 403);
    const auto coordinator = sign_in(Role::coordinator);
    const auto made = coordinator.post("/api/v1/practices/keys", key);
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.at("key_id").size(), 16U);
    EXPECT_EQ(coordinator.post("/api/v1/practices/keys", key).code(), "constraint.practices_key_key_id_unique");
    EXPECT_THAT(coordinator.post("/api/v1/practices/keys", R"({"title":"x","key":"not a key"})").errors(),
                ElementsAre("/key practices.key_form"));
    EXPECT_EQ(sign_in(Role::desk, 7).get("/api/v1/practices/keys").at("items/0/title"), "Методический центр");
    EXPECT_EQ(coordinator.remove("/api/v1/practices/keys/" + made.at("id")).status, 204);
    EXPECT_EQ(coordinator.remove("/api/v1/practices/keys/" + made.at("id")).status, 404);
}

TEST_P(BankHttpTest, search_is_told_what_is_listed) {
    const auto told = [&] {
        return database().read_as(db::Caller::system(), [](db::Tx& tx) {
            return tx.list("select texts from v_search_document where kind = 'practice'", [](const db::Row& row) { return row.get<std::string>(0); });
        });
    };
    const auto made = import(archive());
    const auto package = *read_package(files_with(std::string(example_document)));
    ASSERT_EQ(told().size(), 1U);
    EXPECT_THAT(told().front(), ::testing::HasSubstr(package.package.title.ru));
    EXPECT_THAT(told().front(), ::testing::HasSubstr(package.package.services.front().title.ru));
    ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) { tx.run("delete from search_document"); }));
    tell_search(database());
    EXPECT_EQ(told().size(), 1U);
    sign_in(Role::coordinator).post(practice_path(made) + "/versions/" + package.package.version + "/withdraw", R"({"reason":"Ошибка в дозировке"})");
    EXPECT_THAT(told(), ::testing::IsEmpty());
}

TEST_P(BankHttpTest, has_every_message_in_three_languages) { EXPECT_THAT(catalogue_gaps(), IsEmpty()); }

RYADOM_BOTH_ENGINES(BankHttpTest);

}  // namespace
}  // namespace ryadom::practices
