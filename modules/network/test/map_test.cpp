// Outlines of districts through the API, on both engines.
#include "modules/network/module.hpp"
#include "modules/network/network.hpp"

#include "platform/testing/api_test.hpp"

#include <gmock/gmock.h>

namespace ryadom::network {
namespace {

using policy::Role;
using ::testing::ElementsAre;

class MapImportTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({module([](db::Tx&, Number<Organisation>, Date) {})}, subtree, zone);
        for (const auto* district : {R"({"code":"suzun","title":"Сузунский район",)", R"({"code":"ob","title":"город Обь",)"})
            sign_in(Role::coordinator).post("/api/v1/districts", std::string(district) + R"("population":5,"elders":1,"road_km":1,"tile_row":0,"tile_column":0})");
    }
    static std::string feature(const std::string& name, const std::string& ring) {
        return R"({"type":"Feature","properties":{"NAME":")" + name + R"(","admin_level":"6"},"geometry":{"type":"Polygon","coordinates":[)" + ring + "]}}";
    }
    static std::string collection(const std::string& features) { return R"({"type":"FeatureCollection","features":[)" + features + "]}"; }
    static testing::Answer load(const testing::Client& client, const std::string& text, const std::string& query = "") {
        return client.post("/api/v1/map/import" + query, text, {{"Content-Type", "application/geo+json"}});
    }
    static std::vector<std::string> outcomes(const testing::Answer& answer) {
        EXPECT_EQ(answer.status, 200) << answer.text;
        std::vector<std::string> out;
        for (int i = 0; !answer.at("features/" + std::to_string(i) + "/number").empty(); ++i) {
            const auto at = "features/" + std::to_string(i);
            const auto code = answer.at(at + "/code");
            out.push_back(answer.at(at + "/name") + " " + answer.at(at + "/outcome") + (code.empty() ? "" : " " + code));
        }
        return out;
    }
    const std::string square = "[[80,54],[81,54],[81,55],[80,55],[80,54]]";
    const std::string neighbour = "[[81,54],[82,54],[82,55],[81,55],[81,54]]";
};

TEST_P(MapImportTest, outlines_are_checked_then_loaded_and_known_again) {
    const auto coordinator = sign_in(Role::coordinator);
    const auto file = collection(feature("Сузунский муниципальный район", square) + "," + feature("Томский район", neighbour));
    const auto checked = load(coordinator, file, "?dry_run=true");
    EXPECT_THAT(outcomes(checked), ElementsAre("Сузунский муниципальный район added", "Томский район unknown"));
    EXPECT_EQ(checked.at("written"), "false");
    EXPECT_EQ(checked.at("property"), "NAME");
    EXPECT_EQ(checked.at("lacking/1"), "");
    EXPECT_EQ(checked.at("preview/features/0/geometry/coordinates"), "[[" + square + "]]");
    EXPECT_EQ(coordinator.get("/api/v1/map").text, R"({"type":"FeatureCollection","features":[]})");
    EXPECT_EQ(load(coordinator, file).at("written"), "true");
    const auto map = coordinator.get("/api/v1/map").text;
    EXPECT_THAT(map, ::testing::HasSubstr(R"("geometry":{"type":"MultiPolygon","coordinates":[[)" + square + "]]}"));
    const auto again = load(coordinator, file);
    EXPECT_THAT(outcomes(again), ElementsAre("Сузунский муниципальный район unchanged", "Томский район unknown"));
    EXPECT_EQ(again.at("written"), "false");
    EXPECT_THAT(outcomes(load(coordinator, collection(feature("Сузунский район", neighbour)))), ElementsAre("Сузунский район changed"));
}

TEST_P(MapImportTest, a_map_is_removed_as_a_whole) {
    const auto coordinator = sign_in(Role::coordinator);
    load(coordinator, collection(feature("Сузунский район", square)));
    EXPECT_EQ(sign_in(Role::director, 1).remove("/api/v1/map").status, 403);
    EXPECT_EQ(coordinator.remove("/api/v1/map").status, 204);
    EXPECT_EQ(coordinator.get("/api/v1/map").text, R"({"type":"FeatureCollection","features":[]})");
    EXPECT_EQ(coordinator.remove("/api/v1/map").status, 204);
}

TEST_P(MapImportTest, a_wrong_feature_is_named_and_left_out) {
    const auto coordinator = sign_in(Role::administrator);
    const auto answer = load(coordinator, collection(feature("Сузунский район", "[[80,54],[81,54],[81,55],[80,55]]") + "," + feature("Обь", square) + "," + feature("Обь", neighbour)));
    EXPECT_THAT(outcomes(answer), ElementsAre("Сузунский район wrong network.map.open_ring", "Обь added", "Обь wrong network.map.twice"));
    EXPECT_THAT(answer.at("features/0/text"), ::testing::HasSubstr("/features/0/geometry/coordinates/0"));
    EXPECT_EQ(answer.at("lacking/0"), coordinator.get("/api/v1/districts").at("items/0/id"));
    EXPECT_EQ(answer.at("points_after"), "5");
}

TEST_P(MapImportTest, another_property_may_name_the_districts) {
    const auto coordinator = sign_in(Role::coordinator);
    const auto file = collection(feature("Обь", square));
    EXPECT_THAT(outcomes(load(coordinator, file, "?dry_run=true&property=admin_level")), ElementsAre("6 unknown"));
    EXPECT_THAT(outcomes(load(coordinator, file, "?dry_run=true&property=NAME")), ElementsAre("Обь added"));
}

TEST_P(MapImportTest, only_the_region_loads_a_map_and_only_a_map) {
    EXPECT_EQ(load(sign_in(Role::director, 1), collection(feature("Обь", square))).status, 403);
    const auto coordinator = sign_in(Role::coordinator);
    EXPECT_EQ(load(coordinator, "{}").code(), "network.map.no_collection");
    EXPECT_EQ(load(coordinator, "{").code(), "json.syntax");
    EXPECT_EQ(load(coordinator, std::string(200, '[')).code(), "json.too_deep");
}

RYADOM_BOTH_ENGINES(MapImportTest);

}  // namespace
}  // namespace ryadom::network
