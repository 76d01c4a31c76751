#include "platform/db/filling.hpp"

#include "platform/testing/engine_test.hpp"

#include <filesystem>

namespace ryadom::db {
namespace {

constexpr auto tables = R"(
create table shop_sale (number ${key}, organisation bigint not null, price bigint constraint shop_sale_price_positive check (price > 0));
create index shop_sale_organisation on shop_sale (organisation, number);
)";

class FillingTest : public testing::EngineTest {
  protected:
    static std::vector<Schema> schemas() {
        return {{"shop", {{1, "sales", tables, tables}}, {{"shop_sale", Dimension::records, "{organisation}"}}, {}, {}}};
    }
    static void sell(Database& database, std::int64_t price) {
        (void)database.write_now(Caller::system(), [=](Tx& tx) { tx.run("insert into shop_sale (organisation, price) values (7, $1)", price); });
    }
    static std::int64_t sold(Database& database) {
        return database.read_as(Caller::system(), [](Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_shop_sale"); });
    }
};

TEST_P(FillingTest, is_in_the_end_a_database_like_any_other) {
    const auto whole = open(schemas()).catalogue();
    const testing::Place fresh(GetParam());
    Options options;
    options.location = fresh.location();
    options.clock = [this] { return clock.now(); };
    options.schemas = schemas();
    {
        const auto filling = fill(options, {"shop_sale"});
        EXPECT_EQ(filling.database->catalogue() == whole, postgres()) << "an index waits for the end";
        sell(*filling.database, 100);
        EXPECT_THROW(sell(*filling.database, -1), Error);
        EXPECT_EQ(sold(*filling.database), 1) << "what was refused is undone";
        EXPECT_FALSE(std::filesystem::exists(fresh.location() + "/ryadom.db"));
        filling.finish();
    }
    const auto filled = Database::open(options);
    EXPECT_EQ(filled->catalogue(), whole);
    EXPECT_EQ(sold(*filled), 1);
}

TEST_P(FillingTest, that_broke_off_leaves_no_database_and_is_begun_anew) {
    const testing::Place fresh(GetParam());
    Options options;
    options.location = fresh.location();
    options.clock = [this] { return clock.now(); };
    options.schemas = schemas();
    if (postgres()) GTEST_SKIP() << "there everything is a database at once";
    sell(*fill(options, {"shop_sale"}).database, 100);
    EXPECT_FALSE(std::filesystem::exists(fresh.location() + "/ryadom.db"));
    const auto again = fill(options, {"shop_sale"});
    EXPECT_EQ(sold(*again.database), 0);
}

RYADOM_BOTH_ENGINES(FillingTest);

}  // namespace
}  // namespace ryadom::db
