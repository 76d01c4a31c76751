#include "modules/practices/prices.hpp"

#include "modules/practices/test/bank_fixture.hpp"

namespace ryadom::practices {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PricesTest : public BankTest {
  protected:
    testing::Answer set(const std::string& prices, Role role = Role::coordinator) {
        return sign_in(role, 7).post("/api/v1/equipment-prices", R"({"as_of":"2026-01-15","prices":[)" + prices + "]}");
    }
    /// Practices that cost at most so many kopecks to start.
    std::vector<std::string> cheaper_than(std::int64_t kopecks) {
        const auto page = sign_in(Role::desk, 7).get("/api/v1/practices?cost=" + std::to_string(kopecks));
        std::vector<std::string> out;
        for (std::size_t i = 0; !page.at("items/" + std::to_string(i) + "/code").empty(); ++i)
            out.push_back(page.at("items/" + std::to_string(i) + "/code").substr(std::string_view("org.ryadom.").size()) + " " +
                          page.at("items/" + std::to_string(i) + "/start_kopecks"));
        return out;
    }
};

// Its mandatory equipment: two thermal bags, a telephone and a safe.
constexpr auto bags_and_phone = R"({"kind":"thermal_bag","amount_kopecks":250000},{"kind":"phone","amount_kopecks":1200000})";
constexpr auto safe = R"({"kind":"safe_box","amount_kopecks":700000})";

TEST_P(PricesTest, start_is_reckoned_when_every_mandatory_piece_has_a_price) {
    install_library(database(), starter_library());
    ASSERT_EQ(set(bags_and_phone).status, 200);
    EXPECT_THAT(cheaper_than(100'000'000), IsEmpty()) << "the safe has no price";
    ASSERT_EQ(set(safe).status, 200);
    EXPECT_THAT(cheaper_than(2'400'000), ElementsAre("medicine-delivery 2400000"));
    EXPECT_THAT(cheaper_than(2'399'999), IsEmpty());
    ASSERT_EQ(set(R"({"kind":"phone"})").status, 200);
    EXPECT_THAT(cheaper_than(100'000'000), IsEmpty()) << "its price was forgotten";
}

TEST_P(PricesTest, version_that_comes_later_is_reckoned_too) {
    auto folders = starter_library();
    install_library(database(), folders);
    ASSERT_EQ(set(std::string(bags_and_phone) + "," + safe).status, 200);
    auto& document = folders.at("medicine-delivery").at("practice.yaml");
    constexpr std::string_view first = R"(version: "1.0.0")";
    document.replace(document.find(first), first.size(), R"(version: "1.0.1")");
    ASSERT_TRUE(install_folder(database(), folders.at("medicine-delivery")));
    EXPECT_THAT(cheaper_than(2'400'000), ElementsAre("medicine-delivery 2400000"));
}

TEST_P(PricesTest, passport_shows_the_prices_of_what_it_needs) {
    install_library(database(), starter_library());
    ASSERT_EQ(set(std::string(bags_and_phone) + "," + safe + R"(,{"kind":"cane","amount_kopecks":90000})").status, 200);
    const auto desk = sign_in(Role::desk, 7);
    const auto found = desk.get("/api/v1/practices?query=аптек лекарств");
    const auto passport = desk.get("/api/v1/practices/" + found.at("items/0/id") + "/versions/" + found.at("items/0/version"));
    EXPECT_EQ(passport.at("start_kopecks"), "2400000");
    EXPECT_EQ(passport.at("prices/0/kind"), "phone");
    EXPECT_EQ(passport.at("prices/2/as_of"), "2026-01-15");
    EXPECT_EQ(passport.at("prices/3/kind"), "") << "no canes here";
}

TEST_P(PricesTest, list_names_every_kind_that_is_needed_once) {
    install_library(database(), starter_library());
    ASSERT_EQ(set(bags_and_phone).status, 200);
    const auto page = sign_in(Role::desk, 7).get("/api/v1/equipment-prices");
    std::map<std::string, std::string> practices;
    std::size_t rows = 0;
    for (; !page.at("items/" + std::to_string(rows) + "/kind").empty(); ++rows) {
        const auto row = "items/" + std::to_string(rows);
        practices[page.at(row + "/kind")] = page.at(row + "/practices") + " " + page.at(row + "/price/amount_kopecks");
    }
    EXPECT_EQ(practices.size(), rows);
    EXPECT_EQ(practices.at("phone"), "5 1200000");
    EXPECT_EQ(practices.at("kitchen_set"), "1 ");
    EXPECT_FALSE(practices.contains("other"));
}

TEST_P(PricesTest, prices_are_set_by_the_region_alone_and_together) {
    install_library(database(), starter_library());
    EXPECT_EQ(set(safe, Role::director).status, 403);
    EXPECT_THAT(set(std::string(safe) + R"(,{"kind":"submarine","amount_kopecks":1})").errors(), ElementsAre("/prices/1/kind practices.price_of_nothing"));
    EXPECT_EQ(set(R"({"kind":"phone","amount_kopecks":0})").status, 422);
    EXPECT_THAT(sign_in(Role::coordinator, 7).post("/api/v1/equipment-prices", R"({"as_of":"2999-01-01","prices":[{"kind":"phone","amount_kopecks":1}]})").errors(),
                ElementsAre("/as_of practices.future_day"));
    const auto prices = database().read_as(db::Caller::system(), [](db::Tx& tx) { return equipment_prices(tx); });
    EXPECT_THAT(prices, IsEmpty());
}

RYADOM_BOTH_ENGINES(PricesTest);

}  // namespace
}  // namespace ryadom::practices
