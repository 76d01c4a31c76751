#include "modules/network/module.hpp"
#include "modules/network/store.hpp"

#include "platform/testing/api_test.hpp"

#include <gmock/gmock.h>

namespace ryadom::network {
namespace {

using policy::Role;

constexpr auto centre_json =
    R"({"code":"%","kind":"centre","title":"КЦСОН","short_title":"Сузун","zone":"Asia/Novosibirsk",)"
    R"("address":"","phone":"","director":""})";

std::string centre(const std::string& code, const std::string& extra = "") {
    std::string out(centre_json);
    out.replace(out.find('%'), 1, code);
    return out.insert(out.size() - 1, extra);
}

constexpr auto room_json = R"({"title":"Комната","kind":"demonstration","capacity":12})";

class NetworkTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({module([this](db::Tx&, Number<Organisation> organisation, Date) { last_changed = organisation.value; })}, subtree, zone);
    }
    std::string add(const std::string& code, const std::string& extra = "") {
        return sign_in(Role::coordinator).post("/api/v1/organisations?second_top=true", centre(code, extra)).at("id");
    }
    std::int64_t number(const std::string& code) {
        return database().read_as(db::Caller::system(), [&](db::Tx& tx) { return find_organisation_by_code(tx, code)->number.value; });
    }
    std::int64_t last_changed = 0;
};

TEST_P(NetworkTest, coordinator_adds_and_changes_an_organisation) {
    const auto coordinator = sign_in(Role::coordinator);
    const auto made = coordinator.post("/api/v1/organisations", centre("c1"));
    ASSERT_EQ(made.status, 201) << made.text;
    const auto path = "/api/v1/organisations/" + made.at("id");
    EXPECT_EQ(coordinator.put(path, centre("c2"), "\"1\"").at("code"), "c2");
    EXPECT_EQ(coordinator.get(path).at("code"), "c2");
    EXPECT_EQ(coordinator.get("/api/v1/organisations").at("items/0/code"), "c2");
    EXPECT_EQ(coordinator.post("/api/v1/organisations?second_top=true", centre("c2")).code(), "constraint.network_organisation_code_unique");
}

TEST_P(NetworkTest, forgotten_parent_makes_no_second_region_unless_it_is_meant) {
    const auto coordinator = sign_in(Role::coordinator);
    const auto top = add("top");
    const auto refused = coordinator.post("/api/v1/organisations", centre("second"));
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "network.second_top");
    EXPECT_THAT(refused.errors(), ::testing::ElementsAre("/parent network.second_top"));
    EXPECT_EQ(refused.at("errors/0/arguments/title"), "Сузун");
    const auto below = coordinator.post("/api/v1/organisations", centre("below", R"(,"parent":")" + top + "\"")).at("id");
    const auto path = "/api/v1/organisations/" + below;
    EXPECT_EQ(coordinator.put(path, centre("below"), "\"1\"").code(), "network.second_top");
    EXPECT_EQ(coordinator.put(path + "?second_top=true", centre("below"), "\"1\"").status, 200);
    EXPECT_EQ(coordinator.put(path, centre("renamed"), "\"2\"").status, 200) << "who is at the top stays there";
    auto partner = centre("clinic");
    partner.replace(partner.find("centre"), 6, "partner");
    EXPECT_EQ(coordinator.post("/api/v1/organisations", partner).status, 201) << "partners stand beside";
}

TEST_P(NetworkTest, organisation_cannot_stand_below_itself) {
    const auto top = add("top");
    const auto below = add("below", R"(,"parent":")" + top + "\"");
    const auto answer = sign_in(Role::coordinator).put("/api/v1/organisations/" + top, centre("top", R"(,"parent":")" + below + "\""), "\"1\"");
    EXPECT_THAT(answer.errors(), ::testing::ElementsAre("/parent network.parent_of_itself"));
}

TEST_P(NetworkTest, unknown_time_zone_is_named) {
    auto body = centre("c1");
    body.replace(body.find("Asia/Novosibirsk"), 16, "Asia/Nowhere");
    EXPECT_THAT(sign_in(Role::coordinator).post("/api/v1/organisations", body).errors(), ::testing::ElementsAre("/zone network.unknown_zone"));
}

TEST_P(NetworkTest, director_keeps_the_register_of_the_own_centre_and_of_no_other) {
    const auto mine = add("mine");
    const auto other = add("other");
    const auto director = sign_in(Role::director, number("mine"));
    const auto made = director.post("/api/v1/organisations/" + mine + "/rooms", room_json);
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(last_changed, number("mine"));
    EXPECT_EQ(director.get("/api/v1/organisations/" + mine + "/rooms").at("items/0/kind"), "demonstration");
    EXPECT_EQ(director.post("/api/v1/organisations/" + other + "/rooms", room_json).status, 404);
    EXPECT_EQ(director.get("/api/v1/organisations/" + other + "/rooms").status, 404);
    const auto stranger = sign_in(Role::director, number("other"));
    EXPECT_EQ(stranger.put("/api/v1/rooms/" + made.at("id"), room_json, "\"1\"").status, 404);
    EXPECT_EQ(stranger.remove("/api/v1/rooms/" + made.at("id")).status, 404);
    EXPECT_EQ(director.remove("/api/v1/rooms/" + made.at("id")).status, 204);
    EXPECT_EQ(director.get("/api/v1/organisations/" + mine + "/rooms").at("items"), "[]");
}

TEST_P(NetworkTest, branch_belongs_to_its_centre) {
    const auto mine = add("mine");
    const auto branch = add("branch", R"(,"parent":")" + mine + "\"");
    EXPECT_EQ(sign_in(Role::director, number("mine")).post("/api/v1/organisations/" + branch + "/rooms", room_json).status, 201);
}

TEST_P(NetworkTest, register_holds_what_is_there_on_the_day) {
    const auto mine = add("mine");
    const auto director = sign_in(Role::director, number("mine"));
    director.post("/api/v1/organisations/" + mine + "/rooms", room_json);
    director.post("/api/v1/organisations/" + mine + "/equipment",
                  R"({"title":"Кровать","kind":"functional_bed","count":2})");
    const auto member = director.post("/api/v1/organisations/" + mine + "/staff",
                  R"({"name":"Петрова Анна","position":"Инструктор","rate":50,"hired_on":"2026-01-10",)"
                  R"("left_on":"2026-06-30","qualifications":[{"code":"care","valid_from":"2026-03-01"}]})");
    ASSERT_EQ(member.status, 201) << member.text;
    const auto held = [&](const char* day) {
        return database().read_as(db::Caller::system(), [&](db::Tx& tx) { return register_of(tx, {number("mine")}, *parse_date(day)); });
    };
    EXPECT_EQ(held("2026-05-01").rooms.size(), 1U);
    EXPECT_EQ(held("2026-05-01").equipment[0].count, 2);
    EXPECT_THAT(held("2026-05-01").staff[0].qualifications, ::testing::ElementsAre("care"));
    EXPECT_THAT(held("2026-02-01").staff[0].qualifications, ::testing::IsEmpty());
    EXPECT_TRUE(held("2026-07-01").staff.empty());
}

TEST_P(NetworkTest, equipment_and_staff_are_listed_changed_and_removed) {
    const auto mine = add("mine");
    const auto director = sign_in(Role::director, number("mine"));
    const auto bed = director.post("/api/v1/organisations/" + mine + "/equipment", R"({"title":"Кровать","kind":"functional_bed","count":2})");
    EXPECT_EQ(director.put("/api/v1/equipment/" + bed.at("id"), R"({"title":"Кровать","kind":"functional_bed","count":3})", "\"1\"").at("count"), "3");
    EXPECT_EQ(director.get("/api/v1/organisations/" + mine + "/equipment").at("items/0/count"), "3");
    EXPECT_EQ(director.remove("/api/v1/equipment/" + bed.at("id")).status, 204);
    EXPECT_EQ(director.get("/api/v1/organisations/" + mine + "/equipment").at("items"), "[]");
    const auto member = director.post("/api/v1/organisations/" + mine + "/staff",
                                      R"({"name":"Петрова Анна","position":"Инструктор","rate":50,"hired_on":"2026-01-10","qualifications":[]})");
    EXPECT_EQ(director.put("/api/v1/staff/" + member.at("id"),
                           R"({"name":"Петрова Анна","position":"Инструктор","rate":100,"hired_on":"2026-01-10",)"
                           R"("qualifications":[{"code":"care","valid_from":"2026-03-01"}]})", "\"1\"").status, 200);
    EXPECT_EQ(director.get("/api/v1/organisations/" + mine + "/staff").at("items/0/qualifications/0/code"), "care");
    EXPECT_EQ(director.put("/api/v1/rooms/" + director.post("/api/v1/organisations/" + mine + "/rooms", room_json).at("id"), room_json, "\"1\"").status, 200);
}

TEST_P(NetworkTest, districts_are_kept_by_the_coordinator) {
    const auto district = R"({"code":"suzun","title":"Сузунский район","population":31700,"elders":8000,)"
                          R"("road_km":155,"tile_row":3,"tile_column":4})";
    EXPECT_EQ(sign_in(Role::director, 1).post("/api/v1/districts", district).status, 403);
    const auto coordinator = sign_in(Role::coordinator);
    const auto made = coordinator.post("/api/v1/districts", district);
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(coordinator.put("/api/v1/districts/" + made.at("id"), district, "\"1\"").header("etag"), "\"2\"");
    EXPECT_EQ(coordinator.put("/api/v1/districts/0190d7a5-0000-7000-8000-00000000dead", district, "\"1\"").status, 404);
    EXPECT_EQ(coordinator.get("/api/v1/districts").at("items/0/code"), "suzun");
    EXPECT_EQ(coordinator.get("/api/v1/map").text, R"({"type":"FeatureCollection","features":[]})");
}

TEST_P(NetworkTest, departments_are_kept_and_people_work_in_them) {
    const auto mine = add("mine");
    add("other");
    const auto director = sign_in(Role::director, number("mine"));
    const auto all = "/api/v1/organisations/" + mine + "/departments";
    const auto made = director.post(all, R"({"title":"Отделение дневного пребывания"})");
    ASSERT_EQ(made.status, 201) << made.text;
    const auto one = "/api/v1/departments/" + made.at("id");
    EXPECT_EQ(director.put(one, R"({"title":"Дневное отделение"})", "\"1\"").at("title"), "Дневное отделение");
    const auto member = R"({"name":"Петрова Анна","position":"Инструктор","rate":50,"hired_on":"2026-01-10","department":")" + made.at("id") +
                        R"(","personnel_number":"0157","qualifications":[]})";
    ASSERT_EQ(director.post("/api/v1/organisations/" + mine + "/staff", member).status, 201);
    EXPECT_EQ(director.post("/api/v1/organisations/" + mine + "/staff", member).code(), "constraint.network_staff_organisation_personnel_number_unique");
    EXPECT_EQ(director.get("/api/v1/organisations/" + mine + "/staff").at("items/0/department"), made.at("id"));
    EXPECT_EQ(sign_in(Role::director, number("other")).remove(one).status, 404);
    EXPECT_EQ(director.remove(one).status, 204);
    EXPECT_EQ(director.get(all).at("items"), "[]");
    EXPECT_EQ(director.get("/api/v1/organisations/" + mine + "/staff").at("items/0/department"), "");
}

TEST_P(NetworkTest, departments_and_rooms_of_another_organisation_are_absent) {
    const auto mine = add("mine");
    const auto other = add("other");
    const auto coordinator = sign_in(Role::coordinator);
    const auto foreign = coordinator.post("/api/v1/organisations/" + other + "/departments", R"({"title":"Отделение"})").at("id");
    EXPECT_THAT(coordinator.post("/api/v1/organisations/" + mine + "/staff",
                                 R"({"name":"Петрова Анна","position":"Инструктор","rate":50,"hired_on":"2026-01-10","department":")" + foreign + R"(","qualifications":[]})").errors(),
                ::testing::ElementsAre("/department core.absent"));
    const auto room = coordinator.post("/api/v1/organisations/" + other + "/rooms", room_json).at("id");
    EXPECT_THAT(coordinator.post("/api/v1/organisations/" + mine + "/equipment", R"({"title":"Стол","kind":"desk","count":1,"room":")" + room + "\"}").errors(),
                ::testing::ElementsAre("/room core.absent"));
}

TEST_P(NetworkTest, an_inventory_number_is_free_again_when_its_item_is_gone) {
    const auto mine = add("mine");
    const auto director = sign_in(Role::director, number("mine"));
    const auto all = "/api/v1/organisations/" + mine + "/equipment";
    const auto bed = R"({"title":"Кровать","kind":"functional_bed","count":1,"inventory_number":"410"})";
    const auto made = director.post(all, bed);
    EXPECT_EQ(director.post(all, bed).code(), "constraint.network_equipment_organisation_inventory_number_unique");
    director.remove("/api/v1/equipment/" + made.at("id"));
    EXPECT_EQ(director.post(all, bed).status, 201);
}

TEST_P(NetworkTest, impossible_figures_and_days_are_named) {
    const auto mine = add("mine");
    const auto coordinator = sign_in(Role::coordinator);
    EXPECT_THAT(coordinator.post("/api/v1/districts", R"({"code":"s","title":"С","population":5,"elders":6,"road_km":1,"tile_row":0,"tile_column":0})").errors(),
                ::testing::ElementsAre("/elders network.more_elders_than_residents"));
    EXPECT_THAT(coordinator.post("/api/v1/organisations/" + mine + "/staff",
                                 R"({"name":"Петрова Анна","position":"Инструктор","rate":50,"hired_on":"2026-01-10","left_on":"2025-01-10","qualifications":[]})").errors(),
                ::testing::ElementsAre("/left_on network.left_before_hired"));
}

/// What the search was told of things of a kind, in the order in which it heard of them first.
std::vector<std::string> told(db::Database& database, const std::string& kind) {
    return database.read_as(db::Caller::system(), [&](db::Tx& tx) {
        return tx.list("select texts from v_search_document where kind = $1 order by number", [](const db::Row& row) { return row.get<std::string>(0); }, kind);
    });
}

TEST_P(NetworkTest, register_tells_the_search_what_it_holds) {
    using ::testing::HasSubstr;
    const auto id = add("c1");
    const auto coordinator = sign_in(Role::coordinator);
    const auto made = coordinator.post("/api/v1/organisations/" + id + "/rooms", room_json);
    EXPECT_THAT(told(database(), "organisation"), ::testing::ElementsAre(HasSubstr("Сузун")));
    EXPECT_THAT(told(database(), "room"), ::testing::ElementsAre(::testing::AllOf(HasSubstr("Комната"), HasSubstr("Сузун"))));
    auto renamed = centre("c1");
    renamed.replace(renamed.find("Сузун"), std::string("Сузун").size(), "Колывань");
    coordinator.put("/api/v1/organisations/" + id, renamed, "\"1\"");
    EXPECT_THAT(told(database(), "room"), ::testing::ElementsAre(HasSubstr("Колывань"))) << "a room is found by its centre";
    coordinator.put("/api/v1/rooms/" + made.at("id"), R"({"title":"Зал","kind":"demonstration","capacity":12})", "\"1\"");
    EXPECT_THAT(told(database(), "room"), ::testing::ElementsAre(HasSubstr("Зал")));
    coordinator.remove("/api/v1/rooms/" + made.at("id"));
    EXPECT_THAT(told(database(), "room"), ::testing::IsEmpty());
}

TEST_P(NetworkTest, a_database_from_before_the_search_tells_it_all) {
    const auto id = add("c1");
    sign_in(Role::coordinator).post("/api/v1/organisations/" + id + "/rooms", room_json);
    const auto before = std::pair(told(database(), "organisation"), told(database(), "room"));
    ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) { tx.run("delete from search_document"); }));
    tell_search(database());
    EXPECT_EQ(std::pair(told(database(), "organisation"), told(database(), "room")), before);
}

TEST_P(NetworkTest, has_every_message_in_three_languages) { EXPECT_THAT(catalogue_gaps(), ::testing::IsEmpty()); }

RYADOM_BOTH_ENGINES(NetworkTest);

}  // namespace
}  // namespace ryadom::network
