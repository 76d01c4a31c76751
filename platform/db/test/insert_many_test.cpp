#include "platform/db/insert_many.hpp"

#include "platform/testing/engine_test.hpp"

namespace ryadom::db {
namespace {

constexpr auto tables = R"(
create table shop_sale (number ${key}, title text not null, price bigint constraint shop_sale_price_positive check (price > 0));
)";
constexpr Sql insert_sale = "insert into shop_sale (title, price) values ($1, $2) returning number";

class InsertManyTest : public testing::EngineTest {
  protected:
    InsertManyTest() : database(open({{"shop", {{1, "sales", tables, tables}}, {{"shop_sale", Dimension::open, ""}}, {}, {}}})) {}

    static std::vector<Parameter> sales(std::size_t count) {
        std::vector<Parameter> out;
        for (std::size_t i = 0; i < count; ++i) {
            out.emplace_back("a title that is longer than a short string, number " + std::to_string(i));
            out.emplace_back(static_cast<std::int64_t>(i + 1));
        }
        return out;
    }
    Database& database;
};

TEST_P(InsertManyTest, gives_every_row_its_number_however_many_there_are) {
    for (const std::size_t count : {0U, 1U, 63U, 64U, 65U, 200U})
        must(database.write_now(Caller::system(), [&](Tx& tx) {
            const auto values = sales(count);
            const auto numbers = insert_many(tx, insert_sale, 2, values);
            ASSERT_EQ(numbers.size(), count);
            for (std::size_t i = 0; i < count; ++i) {
                EXPECT_EQ(tx.value<std::int64_t>("select price from v_shop_sale where number = $1", numbers[i]), static_cast<std::int64_t>(i + 1));
                EXPECT_EQ(tx.value<std::string>("select title from v_shop_sale where number = $1", numbers[i]), std::get<std::string>(values[2 * i]));
            }
        }));
}

TEST_P(InsertManyTest, leaves_nothing_when_one_of_the_rows_is_refused) {
    auto values = sales(80);
    values[9] = std::int64_t{-5};
    EXPECT_THROW((void)database.write_now(Caller::system(), [&](Tx& tx) { insert_many(tx, insert_sale, 2, values); }), Error);
    EXPECT_EQ(database.read_as(Caller::system(), [](Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_shop_sale"); }), 0);
}

RYADOM_BOTH_ENGINES(InsertManyTest);

}  // namespace
}  // namespace ryadom::db
