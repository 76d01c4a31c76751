#include "platform/db/filling.hpp"

#include "platform/testing/engine_test.hpp"

#include <filesystem>

namespace ryadom::db {
namespace {

constexpr auto tables = R"(
create table shop_sale (number ${key}, organisation bigint not null, price bigint constraint shop_sale_price_positive check (price > 0));
create index shop_sale_organisation on shop_sale (organisation, number);
create table shop_receipt (number ${key}, organisation bigint not null, text text not null constraint shop_receipt_text_unique unique, voids bigint references shop_receipt);
create index shop_receipt_organisation on shop_receipt (organisation, number);
create unique index shop_receipt_voids_unique on shop_receipt (voids) where voids is not null;
insert into shop_sale (organisation, price) values (1, 1);
)";

class FillingTest : public testing::EngineTest {
  protected:
    static std::vector<Schema> schemas() {
        return {{"shop", {{1, "sales", tables, tables}}, {{"shop_sale", Dimension::records, "{organisation}"}, {"shop_receipt", Dimension::records, "{organisation}"}},
                 {"shop_sale", "shop_receipt"}, {}}};
    }
    static void sell(Database& database, std::int64_t price) {
        (void)database.write_now(Caller::system(), [=](Tx& tx) { tx.run("insert into shop_sale (organisation, price) values (7, $1)", price); });
    }
    static void write_receipt(Database& database, const std::string& text) {
        (void)database.write_now(Caller::system(), [=](Tx& tx) { tx.run("insert into shop_receipt (organisation, text) values (7, $1)", text); });
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
        const auto filling = fill(options, {{"shop_sale", "shop_receipt"}, {"shop_receipt"}});
        EXPECT_EQ(filling.database->catalogue() == whole, postgres()) << "an index waits for the end";
        sell(*filling.database, 100);
        EXPECT_THROW(sell(*filling.database, -1), Error);
        EXPECT_EQ(sold(*filling.database), 2) << "what was refused is undone";
        write_receipt(*filling.apart, "first");
        EXPECT_THROW(write_receipt(*filling.apart, "first"), Error) << "what is unique is so all the while";
        write_receipt(*filling.apart, "second");
        EXPECT_FALSE(std::filesystem::exists(fresh.location() + "/ryadom.db"));
        filling.finish();
    }
    const auto filled = Database::open(options);
    EXPECT_EQ(filled->catalogue(), whole);
    EXPECT_EQ(sold(*filled), 2);
    const auto receipts = filled->read_as(Caller::system(), [](Tx& tx) {
        return tx.list("select text from v_shop_receipt order by number", [](const Row& row) { return row.get<std::string>(0); });
    });
    EXPECT_EQ(receipts, (std::vector<std::string>{"first", "second"}));
    EXPECT_THROW(write_receipt(*filled, "second"), Error);
    EXPECT_THROW((void)filled->write_now(Caller::system(), [](Tx& tx) { tx.run("delete from shop_sale"); }), Error) << "rows that never change do so now";
    EXPECT_FALSE(std::filesystem::exists(fresh.location() + "/ryadom.db.rest"));
    EXPECT_FALSE(std::filesystem::exists(fresh.location() + "/ryadom.db.part"));
}

TEST_P(FillingTest, that_broke_off_leaves_no_database_and_is_begun_anew) {
    const testing::Place fresh(GetParam());
    Options options;
    options.location = fresh.location();
    options.clock = [this] { return clock.now(); };
    options.schemas = schemas();
    if (postgres()) GTEST_SKIP() << "there everything is a database at once";
    const Growing growing{{"shop_sale"}, {"shop_receipt"}};
    sell(*fill(options, growing).database, 100);
    EXPECT_FALSE(std::filesystem::exists(fresh.location() + "/ryadom.db"));
    const auto again = fill(options, growing);
    EXPECT_EQ(sold(*again.database), 1);
}

RYADOM_BOTH_ENGINES(FillingTest);

}  // namespace
}  // namespace ryadom::db
