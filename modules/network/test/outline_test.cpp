#include "modules/network/outline.hpp"

#include <gmock/gmock.h>

namespace ryadom::network {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string feature(const std::string& properties, const std::string& geometry) {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

std::string polygon(const std::string& rings) { return R"({"type":"Polygon","coordinates":[)" + rings + "]}"; }

std::string collection(const std::string& features) { return R"({"type":"FeatureCollection","features":[)" + features + "]}"; }

constexpr auto square = "[[80,54],[81,54],[81,55],[80,55],[80,54]]";

Checked<std::vector<Feature>> read(const std::string& geometry) { return read_features(collection(feature("{}", geometry))); }

std::string fault(const std::string& geometry) {
    const auto found = must(read(geometry));
    return found.front().fault ? found.front().fault->pointer + " " + found.front().fault->code : "none";
}

District district(std::string code, std::string title) {
    District out;
    out.code = std::move(code);
    out.title = std::move(title);
    return out;
}

TEST(outline, reads_polygons_with_holes_and_heights) {
    const auto found = must(read_features("\xEF\xBB\xBF" + collection(
        feature(R"({"NAME":"Сузунский район","OKTMO":50648,"tags":{"a":1}})",
                R"({"type":"MultiPolygon","coordinates":[[)" + std::string(square) + ",[[80.2,54.2,90],[80.4,54.2,91],[80.4,54.4,92],[80.2,54.2,90]]]]}"))));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_FALSE(found[0].fault);
    EXPECT_EQ(points_of(found[0].polygons), 9U);
    EXPECT_EQ(found[0].polygons[0][1][0], (Position{80.2, 54.2}));
    EXPECT_EQ(found[0].properties, (std::map<std::string, std::string>{{"NAME", "Сузунский район"}, {"OKTMO", "50648"}}));
}

TEST(outline, refuses_what_is_no_collection_of_features) {
    const auto code = [](const std::string& text) {
        const auto found = read_features(text);
        return found ? std::string("read") : found.error().code;
    };
    EXPECT_EQ(code("{"), "json.syntax");
    EXPECT_EQ(code("[]"), "network.map.no_collection");
    EXPECT_EQ(code(collection("")), "network.map.no_collection");
    EXPECT_EQ(code(R"({"type":"Topology","objects":{}})"), "network.map.no_collection");
    EXPECT_EQ(code(std::string(40, '[')), "json.too_deep");
    std::string many = feature("{}", "null");
    for (int i = 0; i < 2000; ++i) many += "," + feature("{}", "null");
    EXPECT_EQ(code(collection(many)), "network.map.too_many_features");
    std::string ring = "[80,54]";
    for (int i = 0; i < 250'000; ++i) ring += ",[80,54],[81,55]";
    EXPECT_EQ(code(collection(feature("{}", polygon("[" + ring + ",[80,54]]")))), "network.map.too_many_points");
    EXPECT_EQ(code(std::string((16U << 20) + 1, ' ')), "json.too_large");
}

TEST(outline, names_the_feature_and_place_of_a_fault) {
    EXPECT_EQ(fault(polygon(square)), "none");
    EXPECT_EQ(fault("null"), "/features/0/geometry network.map.no_polygon");
    EXPECT_EQ(fault(R"({"type":"Point","coordinates":[80,54]})"), "/features/0/geometry network.map.no_polygon");
    EXPECT_EQ(fault(R"({"type":"Polygon","coordinates":[]})"), "/features/0/geometry network.map.no_polygon");
    EXPECT_EQ(fault(polygon("[[80,54],[81,54],[80,54]]")), "/features/0/geometry/coordinates/0 network.map.short_ring");
    EXPECT_EQ(fault(polygon("[[80,54],[81,54],[81,55],[80,55]]")), "/features/0/geometry/coordinates/0 network.map.open_ring");
    EXPECT_EQ(fault(polygon("[[80,54],[181,54],[81,55],[80,54]]")), "/features/0/geometry/coordinates/0/1 network.map.no_position");
    EXPECT_EQ(fault(polygon("[[80,54],[81,-90.5],[81,55],[80,54]]")), "/features/0/geometry/coordinates/0/1 network.map.no_position");
    EXPECT_EQ(fault(polygon(R"([[80,54],["81",54],[81,55],[80,54]])")), "/features/0/geometry/coordinates/0/1 network.map.no_position");
    EXPECT_EQ(fault(polygon("[[80,54],[81],[81,55],[80,54]]")), "/features/0/geometry/coordinates/0/1 network.map.no_position");
    const auto second = must(read_features(collection(feature("{}", polygon(square)) + "," + feature("{}", polygon(std::string(square) + ",[[80,54]]")))));
    EXPECT_FALSE(second[0].fault);
    EXPECT_EQ(second[1].fault->pointer, "/features/1/geometry/coordinates/1");
}

TEST(outline, finds_districts_by_code_title_or_bare_name) {
    const std::vector<District> districts{district("suzun", "Сузунский район"), district("berdsk", "город Бердск"), district("ob", "Обь")};
    const auto found = must(read_features(collection(
        feature(R"({"name":"муниципальный район Сузунский","id":"1"})", polygon(square)) + "," + feature(R"({"name":"г. Бердск","id":"2"})", polygon(square)) + "," +
        feature(R"({"name":"Томский район","code":"ob"})", polygon(square)) + "," + feature(R"({"name":"Томский район"})", polygon(square)))));
    const auto matches = match(found, districts, {});
    EXPECT_EQ(matches.property, "name");
    EXPECT_THAT(matches.properties, ElementsAre("name", "code", "id"));
    EXPECT_THAT(matches.districts, ElementsAre(std::optional<std::size_t>(0), std::optional<std::size_t>(1), std::optional<std::size_t>(2), std::nullopt));
    EXPECT_THAT(match(found, districts, "id").districts, ElementsAre(std::nullopt, std::nullopt, std::optional<std::size_t>(2), std::nullopt));
}

TEST(outline, a_name_of_two_districts_is_nobodys) {
    const std::vector<District> districts{district("a", "Искитим"), district("b", "Искитим район")};
    const auto found = must(read_features(collection(feature(R"({"name":"городской округ Искитим"})", polygon(square)) + "," + feature(R"({"name":"Искитим"})", polygon(square)))));
    EXPECT_THAT(match(found, districts, {}).districts, ElementsAre(std::nullopt, std::optional<std::size_t>(0)));
}

TEST(outline, grid_is_finer_than_a_pixel_of_the_picture) {
    const auto grid = [](const std::string& ring) {
        const auto found = must(read(polygon(ring)));
        return grid_of({&found.front()});
    };
    EXPECT_EQ(grid("[[75,53],[85,53],[85,57],[75,57],[75,53]]"), 100);
    EXPECT_EQ(grid("[[75,53],[83,53],[83,57],[75,57],[75,53]]"), 200);
    EXPECT_EQ(grid("[[75,53],[75.1,53],[75.1,53.1],[75,53]]"), 10000);
}

TEST(outline, neighbours_keep_their_shared_points) {
    const auto west = must(read(polygon("[[80,54],[80.501234,54],[80.50378,54.25],[80.49912,54.7],[80,55],[80,54]]")));
    const auto east = must(read(polygon("[[80.49912,54.7],[80.50378,54.25],[80.501234,54],[81,54],[80.49912,54.7]]")));
    const auto left = geometry(100, west.front().polygons)->text;
    const auto right = geometry(100, east.front().polygons)->text;
    EXPECT_THAT(left, HasSubstr("[80.5,54],[80.5,54.25],[80.5,54.7]"));
    EXPECT_THAT(right, HasSubstr("[80.5,54.7],[80.5,54.25],[80.5,54]"));
}

TEST(outline, points_that_fall_together_are_one) {
    const auto found = must(read(polygon("[[80,54],[80.001,54.001],[80.002,54],[81,54],[81,55],[80,54]]")));
    const auto small = geometry(100, found.front().polygons);
    EXPECT_EQ(small->text, R"({"type":"MultiPolygon","coordinates":[[[[80,54],[81,54],[81,55],[80,54]]]]})");
    EXPECT_EQ(small->points, 4U);
}

TEST(outline, islands_and_holes_below_the_grid_go_and_a_small_town_stays) {
    const std::string speck = "[[80.5,54.5],[80.501,54.5],[80.501,54.501],[80.5,54.5]]";
    const auto with_specks = must(read(R"({"type":"MultiPolygon","coordinates":[[)" + std::string(square) + "," + speck + "],[" + speck + "," + square + "]]}"));
    EXPECT_EQ(geometry(100, with_specks.front().polygons)->text, R"({"type":"MultiPolygon","coordinates":[[)" + std::string(square) + "]]}");
    const auto town = must(read(polygon(speck)));
    EXPECT_EQ(geometry(100, town.front().polygons)->text, R"({"type":"MultiPolygon","coordinates":[[)" + speck + "]]}");
    const auto line = must(read(polygon("[[80,54],[81,54],[82,54],[80,54]]")));
    EXPECT_FALSE(geometry(100, line.front().polygons));
}

}  // namespace
}  // namespace ryadom::network
