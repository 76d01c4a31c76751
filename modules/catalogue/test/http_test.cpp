#include "modules/catalogue/catalogue.hpp"
#include "modules/catalogue/module.hpp"

#include "platform/testing/api_test.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace ryadom::catalogue {
namespace {

using policy::Role;
using ::testing::ElementsAre;

constexpr auto short_catalogue = R"({"schema":1,"code":"org.ryadom.test","valid_from":"2026-01-01","region":"RU","source":{},
    "kinds":[{"code":"household","title":{"ru":"Социально-бытовые"}},{"code":"urgent","title":{"ru":"Срочные"}}],
    "services":[{"id":"a","code":"household.01","kind":"household","title":{"ru":"Покупка продуктов"},"unit":"trip","norm_minutes":{"from":25,"to":40}}]})";

constexpr auto firewood = R"({"code":"household.99","kind":"household","titles":{"ru":"Колка дров","en":"Chopping wood"},)"
                          R"("unit":"service","norm_minutes":30,"valid_from":"2026-06-01","valid_to":"2026-08-31"})";

std::string with(std::string text, const std::string& old, const std::string& fresh) { return text.replace(text.find(old), old.size(), fresh); }

class CatalogueTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({module()});
        EXPECT_TRUE(load(*json::parse(short_catalogue)));
    }
    Checked<int> load(const json::Value& file) {
        return database().write_now(db::Caller::system(), [file](db::Tx& tx) { return must(load_catalogue(tx, file)); });
    }
};

TEST_P(CatalogueTest, shipped_catalogue_loads_once) {
    std::ifstream file(RYADOM_SOURCE_DIR "/practices/catalogue.yaml");
    std::ostringstream text;
    text << file.rdbuf();
    const auto value = json::parse_yaml(text.str());
    ASSERT_TRUE(value);
    EXPECT_GT(load(*value).value_or(0), 50);
    EXPECT_EQ(load(*value).value_or(-1), 0);
    const auto desk = sign_in(Role::desk, 1);
    EXPECT_EQ(desk.get("/api/v1/service-kinds").at("items/2/titles/en"), "Medical");
    EXPECT_EQ(desk.get("/api/v1/services?kind=urgent").at("items/0/code"), "urgent.56");
}

TEST_P(CatalogueTest, loading_again_leaves_alone_what_the_region_changed) {
    const auto coordinator = sign_in(Role::coordinator);
    const auto id = coordinator.get("/api/v1/services").at("items/0/id");
    const auto changed = R"({"code":"household.01","kind":"household","titles":{"ru":"Продукты на дом"},"unit":"trip","valid_from":"2026-01-01"})";
    EXPECT_EQ(coordinator.put("/api/v1/services/" + id, changed, "\"1\"").header("etag"), "\"2\"");
    EXPECT_EQ(load(*json::parse(short_catalogue)).value_or(-1), 0);
    EXPECT_EQ(coordinator.get("/api/v1/services").at("items/0/titles/ru"), "Продукты на дом");
}

TEST_P(CatalogueTest, bad_catalogue_names_every_wrong_field_and_adds_nothing) {
    auto text = with(short_catalogue, R"("kind":"household")", R"("kind":"nowhere")");
    text = with(text, R"("ru":"Срочные")", R"("de":"Eilig")");
    const auto refused = load(*json::parse(text));
    ASSERT_FALSE(refused);
    std::vector<std::string> errors;
    for (const auto& error : refused.error().fields) errors.push_back(error.pointer + " " + error.code);
    EXPECT_THAT(errors, ElementsAre("/kinds/1/title/ru core.required", "/kinds/1/title/de core.unknown_field",
                                    "/services/0/kind catalogue.unknown_kind"));
}

TEST_P(CatalogueTest, coordinator_adds_a_service_and_a_fact_may_name_it_on_its_days_only) {
    const auto made = sign_in(Role::coordinator).post("/api/v1/services", firewood);
    ASSERT_EQ(made.status, 201) << made.text;
    const auto specialist = sign_in(Role::specialist, 1);
    EXPECT_EQ(specialist.get("/api/v1/services?kind=household&day=2026-08-31").at("items/1/code"), "household.99");
    EXPECT_EQ(specialist.get("/api/v1/services?kind=household&day=2026-09-01").at("items/1/code"), "");
    EXPECT_EQ(sign_in(Role::administrator).post("/api/v1/services", firewood).code(), "constraint.catalogue_service_code_unique");
}

TEST_P(CatalogueTest, centre_does_not_change_the_catalogue) {
    const auto director = sign_in(Role::director, 1);
    EXPECT_EQ(director.post("/api/v1/services", firewood).status, 403);
    const auto id = director.get("/api/v1/services").at("items/0/id");
    EXPECT_EQ(director.put("/api/v1/services/" + id, firewood, "\"1\"").status, 404);
}

TEST_P(CatalogueTest, wrong_service_is_refused_field_by_field) {
    const auto coordinator = sign_in(Role::coordinator);
    auto text = with(with(with(firewood, "2026-08-31", "2026-05-31"), "household.99", "Дрова 1"), R"("ru":"Колка дров")", R"("kk":" ")");
    EXPECT_THAT(coordinator.post("/api/v1/services", text).errors(),
                ElementsAre("/code catalogue.code_form", "/titles/kk core.required", "/titles/ru core.required",
                            "/valid_to catalogue.ends_before_it_begins"));
    EXPECT_THAT(coordinator.post("/api/v1/services", with(firewood, R"("kind":"household")", R"("kind":"nowhere")")).errors(),
                ElementsAre("/kind catalogue.unknown_kind"));
    EXPECT_THAT(coordinator.post("/api/v1/services", with(firewood, ":30", ":0")).errors(), ElementsAre("/norm_minutes core.too_small"));
    EXPECT_EQ(coordinator.put("/api/v1/services/0190d7a5-0000-7000-8000-000000000000", firewood, "\"1\"").status, 404);
}

TEST_P(CatalogueTest, stale_change_of_a_service_is_refused) {
    const auto coordinator = sign_in(Role::coordinator);
    const auto id = coordinator.post("/api/v1/services", firewood).at("id");
    EXPECT_EQ(coordinator.put("/api/v1/services/" + id, firewood, "\"7\"").status, 412);
}

TEST_P(CatalogueTest, service_of_a_package_is_added_once) {
    const auto numbers = database().write_now(db::Caller::system(), [](db::Tx& tx) {
        auto service = find_service(tx, "household.01")->service;
        const auto known = ensure_service(tx, service).value;
        service.code = "household.package";
        return std::vector{known, ensure_service(tx, service).value, ensure_service(tx, service).value};
    });
    ASSERT_TRUE(numbers);
    EXPECT_NE((*numbers)[0], (*numbers)[1]);
    EXPECT_EQ((*numbers)[1], (*numbers)[2]);
}

TEST_P(CatalogueTest, search_is_told_of_services) {
    const auto told = [&] {
        return database().read_as(db::Caller::system(), [](db::Tx& tx) {
            return tx.list("select texts from v_search_document where kind = 'service' order by number", [](const db::Row& row) { return row.get<std::string>(0); });
        });
    };
    const auto coordinator = sign_in(Role::coordinator);
    const auto id = coordinator.post("/api/v1/services", firewood).at("id");
    coordinator.put("/api/v1/services/" + id, with(firewood, "Колка дров", "Доставка дров"), "\"1\"");
    const auto before = told();
    EXPECT_THAT(before, ElementsAre(::testing::HasSubstr("Покупка продуктов"), ::testing::HasSubstr("Доставка дров")));
    ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) { tx.run("delete from search_document"); }));
    tell_search(database());
    EXPECT_EQ(told(), before);
}

TEST_P(CatalogueTest, has_every_message_in_three_languages) { EXPECT_THAT(catalogue_gaps(), ::testing::IsEmpty()); }

RYADOM_BOTH_ENGINES(CatalogueTest);

}  // namespace
}  // namespace ryadom::catalogue
