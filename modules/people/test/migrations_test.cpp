// What the migrations of people do with rows that were there before.
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/people/people.hpp"
#include "platform/testing/engine_test.hpp"

namespace ryadom::people {
namespace {

class PeopleMigrationsTest : public testing::EngineTest {
  protected:
    static std::vector<db::Schema> schemas(db::Schema people) {
        return {network::module([](db::Tx&, Number<network::Organisation>, Date) {}).schema, std::move(people)};
    }
    static db::Schema before_served_stood_apart() {
        auto schema = module().schema;
        schema.migrations.resize(3);
        const std::set<std::string_view> old{"people_person", "people_card", "people_attachment", "people_lookup"};
        std::erase_if(schema.tables, [&](const db::ScopedTable& each) { return !old.contains(each.table); });
        schema.append_only.clear();
        return schema;
    }
};

TEST_P(PeopleMigrationsTest, attachments_say_who_is_served_as_before) {
    const auto [person, centre] = must(open(schemas(before_served_stood_apart())).write_now(db::Caller::system(), [](db::Tx& tx) {
        const auto home = tx.insert("insert into network_organisation (id, code, kind, title, short_title, zone, address, phone, director, revision) "
                                    "values ($1, 'suzun', 'centre', 'КЦСОН', 'suzun', 'UTC', '', '', '', 1) returning number", tx.make_id<network::Organisation>());
        const auto number = tx.insert("insert into people_person (id, birth, sex) values ($1, '1950-03-08', 'female') returning number", tx.make_id<Person>());
        tx.run("insert into people_attachment (person, organisation, since, until_on, account) values ($1, $2, '2026-01-01', '2026-02-01', 0)", number, home);
        tx.run("insert into people_attachment (person, organisation, since, account) values ($1, $2, '2026-03-01', 0)", number, home);
        return std::pair(number, home);
    }));
    open(schemas(module().schema)).read(db::Caller::system(), [person, centre](db::Tx& tx) {
        const auto served = [&](const char* day) { return serves(tx, {centre}, {person}, *parse_date(day)); };
        EXPECT_TRUE(served("2026-02-01"));
        EXPECT_FALSE(served("2026-02-02"));
        EXPECT_TRUE(served("2026-11-23"));
        EXPECT_FALSE(served("2025-12-31"));
    });
}

RYADOM_BOTH_ENGINES(PeopleMigrationsTest);

}  // namespace
}  // namespace ryadom::people
