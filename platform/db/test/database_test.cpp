#include "platform/db/database.hpp"

#include "platform/testing/engine_test.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <thread>

namespace ryadom::db {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr auto tables = R"(
create table shop_shelf (number ${key}, id uuid not null constraint shop_shelf_id_unique unique, organisation bigint not null, title text not null);
create table shop_sale (number ${key}, shelf bigint not null references shop_shelf, organisation bigint not null, sold_on date not null,
  at timestamptz not null, price bigint constraint shop_sale_price_positive check (price > 0), paid boolean not null, scan ${bytes});
create index shop_sale_organisation on shop_sale (organisation, number);
create table shop_buyer (number ${key}, name text not null);
)";

std::vector<Schema> schemas() {
    return {{"shop",
             {{1, "shelves", tables, tables}},
             {{"shop_shelf", Dimension::open, ""},
              {"shop_sale", Dimension::records, "{organisation}"},
              {"shop_buyer", Dimension::persons, "number in (select shelf from shop_sale where {organisation})"}},
             {"shop_sale"},
             {"shop_sale"}}};
}

Caller caller(Reach records, std::vector<std::int64_t> organisations, Reach persons = Reach::nothing) {
    return {1, 0, {records, persons, std::move(organisations)}, "r"};
}

struct Shelf;

class DatabaseTest : public testing::EngineTest {
  protected:
    Database& database() { return open(schemas()); }

    static std::int64_t shelf(Database& database, std::int64_t organisation) {
        return *database.write_now(Caller::system(), [=](Tx& tx) {
            return tx.insert("insert into shop_shelf (id, organisation, title) values ($1, $2, 'полка') returning number",
                             tx.make_id<Shelf>(), organisation);
        });
    }
    static Checked<void> sell(Database& database, std::int64_t shelf, std::int64_t organisation, std::int64_t price = 100) {
        return database.write_now(Caller::system(), [=](Tx& tx) {
            tx.run("insert into shop_sale (shelf, organisation, sold_on, at, price, paid, scan) values ($1, $2, $3, $4, $5, $6, $7)",
                   shelf, organisation, *parse_date("2026-11-23"), tx.now(), price, true, Bytes{std::string_view("\0x\xff", 3)});
        });
    }
    static std::int64_t seen(Database& database, const Caller& caller) {
        return database.read_as(caller, [](Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_shop_sale"); });
    }
};

TEST_P(DatabaseTest, reads_back_every_type_as_it_was_written) {
    auto& db = database();
    ASSERT_TRUE(sell(db, shelf(db, 7), 7));
    const auto read = db.read_as(Caller::system(), [](Tx& tx) {
        return tx.find("select sold_on, at, price, paid, scan, null from v_shop_sale", [](const Row& row) {
            EXPECT_EQ(to_string(row.get<Date>(0)), "2026-11-23");
            EXPECT_EQ(to_string(row.get<Instant>(1)), "2026-11-23T06:00:00.000Z");
            EXPECT_EQ(row.get<std::int64_t>(2), 100);
            EXPECT_TRUE(row.get<bool>(3));
            EXPECT_EQ(row.bytes(4), std::string("\0x\xff", 3));
            EXPECT_FALSE(row.get<std::optional<std::string>>(5));
            EXPECT_THROW(row.get<std::string>(5), Misread);
            return true;
        });
    });
    EXPECT_TRUE(read);
}

TEST_P(DatabaseTest, shows_a_caller_only_its_organisations) {
    auto& db = database();
    for (const auto organisation : {1, 2, 2, 3}) ASSERT_TRUE(sell(db, shelf(db, organisation), organisation));
    EXPECT_EQ(seen(db, caller(Reach::nothing, {})), 0);
    EXPECT_EQ(seen(db, caller(Reach::listed, {2})), 2);
    EXPECT_EQ(seen(db, caller(Reach::listed, {1, 3})), 2);
    EXPECT_EQ(seen(db, caller(Reach::everything, {})), 4);
}

TEST_P(DatabaseTest, keeps_the_two_dimensions_apart) {
    auto& db = database();
    ASSERT_TRUE(sell(db, shelf(db, 1), 1));
    (void)db.write_now(Caller::system(), [](Tx& tx) { tx.run("insert into shop_buyer (name) values ('Нина')"); });
    const auto buyers = [&](const Caller& who) {
        return db.read_as(who, [](Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_shop_buyer"); });
    };
    EXPECT_EQ(buyers(caller(Reach::everything, {})), 0);
    EXPECT_EQ(buyers(caller(Reach::everything, {1}, Reach::listed)), 1);
    EXPECT_EQ(buyers(caller(Reach::listed, {2}, Reach::listed)), 0);
    EXPECT_EQ(buyers(caller(Reach::nothing, {}, Reach::everything)), 1);
}

TEST_P(DatabaseTest, scopes_the_loads_of_a_write_too) {
    auto& db = database();
    ASSERT_TRUE(sell(db, shelf(db, 1), 1));
    const auto count = [&](const Caller& who) {
        return *db.write_now(who, [](Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_shop_sale"); });
    };
    EXPECT_EQ(count(caller(Reach::listed, {1})), 1);
    EXPECT_EQ(count(caller(Reach::listed, {2})), 0);
    EXPECT_EQ(count(caller(Reach::everything, {})), 1);
}

TEST_P(DatabaseTest, changes_only_rows_that_the_caller_sees) {
    auto& db = database();
    ASSERT_TRUE(db.write_now(Caller::system(), [](Tx& tx) {
        for (const auto* name : {"one", "two"}) {
            const auto buyer = tx.insert("insert into shop_buyer (name) values ($1) returning number", name);
            tx.run("insert into shop_shelf (id, organisation, title) values ($1, 1, 'полка')", tx.make_id<Shelf>());
            tx.run("insert into shop_sale (shelf, organisation, sold_on, at, paid) values ($1, $2, '2026-11-23', $3, true)", buyer,
                   std::string_view(name) == "one" ? 1 : 2, tx.now());
        }
    }));
    const auto changed = [&](const Caller& who, Sql sql) { return *db.write_now(who, [sql](Tx& tx) { return tx.run(sql); }); };
    const auto seller = caller(Reach::listed, {1}, Reach::listed);
    EXPECT_EQ(changed(caller(Reach::listed, {3}, Reach::listed), "update shop_buyer set name = name || '!'"), 0);
    EXPECT_EQ(changed(seller, "update shop_buyer set name = name || '!' where name = 'two'"), 0);
    EXPECT_EQ(changed(seller, "delete from shop_buyer where name = 'two'"), 0);
    EXPECT_EQ(changed(seller, "update shop_buyer set name = name || '!'"), 1);
    EXPECT_EQ(changed(Caller::system(), "update shop_buyer set name = name || '!'"), 2);
    EXPECT_EQ(changed(seller, "delete from shop_buyer"), 1);
}

TEST_P(DatabaseTest, scope_leaves_the_planner_its_indexes) {
    auto& db = database();
    ASSERT_TRUE(db.write_now(Caller::system(), [one = shelf(db, 1)](Tx& tx) {
        tx.run("with recursive n (i) as (select 1 union all select i + 1 from n where i < 50000) "
               "insert into shop_sale (shelf, organisation, sold_on, at, price, paid) select $2, i % 200, '2026-11-23', $1, i, true from n", tx.now(), one);
        tx.run("analyze shop_sale");
    }));
    const auto plan = [&](const Caller& who, Sql sqlite, Sql postgresql) {
        std::string out;
        db.read(who, [&](Tx& tx) {
            tx.each(postgres() ? postgresql : sqlite, [&](const Row& row) { out += row.get<std::string>(postgres() ? 0 : 3) + "\n"; });
        });
        return out;
    };
    const auto sum = [&](const Caller& who) {
        return plan(who, "explain query plan select sum(price) from v_shop_sale", "explain (costs off) select sum(price) from v_shop_sale");
    };
    const auto newest = [&](const Caller& who) {
        return plan(who, "explain query plan select price from v_shop_sale order by number desc limit 20",
                    "explain (costs off) select price from v_shop_sale order by number desc limit 20");
    };
    const auto few = caller(Reach::listed, {2, 7});
    const auto region = caller(Reach::everything, {});
    EXPECT_THAT(sum(few), HasSubstr("shop_sale_organisation"));
    EXPECT_THAT(sum(region), AllOf(Not(HasSubstr("shop_sale_organisation")), Not(HasSubstr("Filter")))) << "the scope costs the region nothing";
    EXPECT_THAT(newest(region), HasSubstr(postgres() ? "Index Scan Backward using shop_sale_pkey" : "SCAN main.shop_sale"));
    EXPECT_THAT(newest(region), Not(AnyOf(HasSubstr("Sort"), HasSubstr("TEMP B-TREE"), HasSubstr("Filter"))));
    EXPECT_EQ(plan(caller(Reach::nothing, {}), "select 0, 0, 0, count(*) from v_shop_sale", "select cast(count(*) as text) from v_shop_sale"), "0\n");
}

TEST_P(DatabaseTest, keeps_nothing_of_a_refused_closure) {
    auto& db = database();
    const auto refused = db.write_now(Caller::system(), [](Tx& tx) {
        tx.run("insert into shop_buyer (name) values ('x')");
        throw Refused({Refusal::Kind::conflict, "shop.closed", {}, {}});
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "shop.closed");
    EXPECT_EQ(db.read_as(Caller::system(), [](Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_shop_buyer"); }), 0);
}

TEST_P(DatabaseTest, keeps_the_scope_of_a_closure_that_is_run_anew) {
    auto& db = database();
    ASSERT_TRUE(sell(db, shelf(db, 1), 1));
    const auto seen = std::make_shared<std::vector<std::int64_t>>();
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(db.write_now(caller(Reach::listed, {2}), [seen](Tx& tx) {
            tx.run("insert into shop_buyer (name) values ('x')");
            seen->push_back(*tx.value<std::int64_t>("select count(*) from v_shop_sale"));
            throw Refused({Refusal::Kind::conflict, "shop.closed", {}, {}});
        }));
    EXPECT_THAT(*seen, ::testing::Each(0));
}

TEST_P(DatabaseTest, keeps_what_others_wrote_beside_a_refused_closure) {
    auto& db = database();
    constexpr int closures = 300;
    std::atomic<int> told = 0;
    std::atomic<int> refused = 0;
    for (int i = 0; i < closures; ++i)
        db.write({Caller::system(), [i](Tx& tx) {
                      tx.run("insert into shop_buyer (name) values ($1)", std::to_string(i));
                      if (i % 3 == 0) throw Refused({Refusal::Kind::conflict, "shop.closed", {}, {}});
                  }, [&](const Outcome& outcome) {
                      EXPECT_FALSE(outcome.failure);
                      refused += outcome.refusal.has_value();
                      ++told;
                  }});
    while (told < closures) std::this_thread::yield();
    EXPECT_EQ(refused, closures / 3);
    const auto kept = db.read_as(Caller::system(), [](Tx& tx) {
        return tx.list("select cast(name as bigint) from v_shop_buyer order by 1", [](const Row& row) { return row.get<std::int64_t>(0); });
    });
    std::vector<std::int64_t> wanted;
    for (int i = 0; i < closures; ++i)
        if (i % 3 != 0) wanted.push_back(i);
    EXPECT_EQ(kept, wanted);
}

TEST_P(DatabaseTest, names_the_broken_constraint_alike) {
    auto& db = database();
    const auto broken = [&](auto work) -> std::pair<Error::Kind, std::string> {
        try {
            (void)db.write_now(Caller::system(), work);
        } catch (const Error& error) {
            return {error.kind(), error.constraint()};
        }
        return {Error::Kind::other, "nothing"};
    };
    const auto one = shelf(db, 1);
    using Kind = Error::Kind;
    EXPECT_EQ(broken([](Tx& tx) {
                  tx.run("insert into shop_shelf (id, organisation, title) select id, 2, 'x' from v_shop_shelf");
              }), (std::pair{Kind::unique, std::string("shop_shelf_id_unique")}));
    EXPECT_EQ(broken([one](Tx& tx) {
                  tx.run("insert into shop_sale (shelf, organisation, sold_on, at, price, paid) values ($1, 1, '2026-01-01', $2, 0, true)", one, tx.now());
              }), (std::pair{Kind::check, std::string("shop_sale_price_positive")}));
    EXPECT_EQ(broken([](Tx& tx) {
                  tx.run("insert into shop_sale (shelf, organisation, sold_on, at, price, paid) values (99, 1, '2026-01-01', $1, 1, true)", tx.now());
              }).first, Kind::foreign_key);
}

TEST_P(DatabaseTest, never_changes_or_deletes_an_append_only_row) {
    auto& db = database();
    ASSERT_TRUE(sell(db, shelf(db, 1), 1));
    for (const Sql sql : {Sql("update shop_sale set price = 5"), Sql("delete from shop_sale")}) {
        try {
            (void)db.write_now(Caller::system(), [sql](Tx& tx) { tx.run(sql); });
            ADD_FAILURE() << sql.text();
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), Error::Kind::append_only);
        }
    }
}

TEST_P(DatabaseTest, numbers_every_committed_row_once_under_load) {
    auto& db = database();
    const auto one = shelf(db, 1);
    std::vector<std::thread> clients;
    for (int i = 0; i < 4; ++i)
        clients.emplace_back([&] {
            for (int k = 0; k < 25; ++k) EXPECT_TRUE(sell(db, one, 1));
        });
    for (auto& client : clients) client.join();
    const auto positions = [&] {
        return db.read_as(Caller::system(), [](Tx& tx) {
            return tx.list("select o.position, s.number from v_shop_sale_order o join v_shop_sale s on s.number = o.number order by o.position",
                           [](const Row& row) { return row.get<std::int64_t>(0); });
        });
    };
    for (int i = 0; i < 200 && positions().size() < 100; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const auto seen_positions = positions();
    ASSERT_EQ(seen_positions.size(), 100U);
    for (std::size_t i = 0; i < 100; ++i) EXPECT_EQ(seen_positions[i], static_cast<std::int64_t>(i) + 1);
}

TEST_P(DatabaseTest, refuses_a_database_newer_than_the_binary) {
    open(schemas());
    auto older = schemas();
    older[0].migrations.clear();
    older[0].tables.clear();
    older[0].append_only.clear();
    older[0].ordered.clear();
    try {
        open(older);
        ADD_FAILURE();
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("newer version of ryadom"), std::string::npos) << error.what();
    }
}

TEST_P(DatabaseTest, migrates_secured_columns_and_their_rows) {
    ASSERT_TRUE(sell(database(), shelf(database(), 7), 7));
    close();
    auto newer = schemas();
    constexpr auto sqlite = "alter table shop_sale add column copies bigint not null default 1; drop trigger shop_sale_no_update; update shop_sale set copies = 2";
    constexpr auto postgres = "alter table shop_sale add column copies bigint not null default 1; alter table shop_sale alter column organisation type integer;"
                              "drop trigger shop_sale_append_only on shop_sale; update shop_sale set copies = 2";
    newer[0].migrations.push_back({2, "copies", sqlite, postgres});
    auto& db = open(newer);
    EXPECT_EQ(seen(db, caller(Reach::listed, {7})), 1);
    EXPECT_EQ(seen(db, caller(Reach::listed, {8})), 0);
    EXPECT_EQ(db.read_as(Caller::system(), [](Tx& tx) { return *tx.value<std::int64_t>("select copies from v_shop_sale"); }), 2);
    EXPECT_THROW((void)db.write_now(Caller::system(), [](Tx& tx) { tx.run("update shop_sale set copies = 3"); }), Error);
}

TEST_P(DatabaseTest, opens_again_without_repeating_migrations) {
    ASSERT_TRUE(sell(database(), shelf(database(), 1), 1));
    EXPECT_EQ(seen(database(), Caller::system()), 1);
}

TEST_P(DatabaseTest, replaces_connections_that_died_while_nobody_used_them) {
    if (!postgres()) GTEST_SKIP() << "the embedded engine has no server";
    auto& db = database();
    const auto one = shelf(db, 1);
    ASSERT_TRUE(sell(db, one, 1));
    EXPECT_EQ(seen(db, caller(Reach::listed, {1})), 1);
    (void)db.write_now(Caller::system(), [](Tx& tx) {
        tx.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    });
    EXPECT_EQ(seen(db, caller(Reach::listed, {1})), 1);
    for (int i = 0; i < 8; ++i) EXPECT_TRUE(sell(db, one, 1)) << "whichever thread writes";
    EXPECT_EQ(seen(db, Caller::system()), 9);
}

RYADOM_BOTH_ENGINES(DatabaseTest);

class SqliteTest : public DatabaseTest {};

TEST_P(SqliteTest, reader_refuses_every_way_around_the_views) {
    auto& db = database();
    ASSERT_TRUE(sell(db, shelf(db, 1), 1));
    for (const Sql sql : {Sql("select title from shop_shelf"), Sql("select count(*) from shop_sale"),
                          Sql("select 1 where exists (select 1 from shop_sale)"), Sql("select number from main.shop_sale"),
                          Sql("select name from sqlite_schema"), Sql("delete from shop_buyer"),
                          Sql("select * from v_shop_shelf union select number, '', 1, '' from shop_sale"),
                          Sql("attach ':memory:' as other"), Sql("pragma user_version"), Sql("create temp table t (x)")})
        EXPECT_THROW(db.read(Caller::system(), [&](Tx& tx) { tx.run(sql); }), Error) << sql.text();
    // Through the views the same shapes work.
    for (const Sql sql : {Sql("select count(*) from v_shop_sale"), Sql("select 1 where exists (select 1 from v_shop_sale)"),
                          Sql("select lower(title) from v_shop_shelf"), Sql("with latest as (select max(number) as n from v_shop_sale) select n from latest")})
        EXPECT_NO_THROW(db.read(caller(Reach::listed, {1}), [&](Tx& tx) { tx.run(sql); })) << sql.text();
}

TEST_P(SqliteTest, belongs_to_one_process_at_a_time) {
    open(schemas());
    Options options;
    options.location = location();
    EXPECT_THROW(Database::open(options), std::runtime_error);
}

TEST_P(SqliteTest, backup_is_one_file_that_opens_as_a_database) {
    auto& db = database();
    ASSERT_TRUE(sell(db, shelf(db, 1), 1));
    const testing::Place copy("sqlite");
    std::filesystem::create_directories(copy.location());
    db.backup(copy.location() + "/ryadom.db");
    Options options;
    options.location = copy.location();
    options.schemas = schemas();
    EXPECT_EQ(seen(*Database::open(options), Caller::system()), 1);
}

TEST_P(SqliteTest, full_disk_is_told_and_writing_goes_on_when_there_is_room) {
    auto& db = database();
    const auto one = shelf(db, 1);
    const auto allow = [&](Sql pages) { (void)db.write_now(Caller::system(), [=](Tx& tx) { tx.run(pages); }); };
    const auto fill = [&] {
        return db.write_now(Caller::system(), [=](Tx& tx) {
            tx.run("insert into shop_sale (shelf, organisation, sold_on, at, price, paid, scan) values ($1, 1, '2026-01-01', $2, 1, true, zeroblob(1000000))", one, tx.now());
        });
    };
    allow("pragma max_page_count = 1");
    try {
        (void)fill();
        ADD_FAILURE() << "there was room";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), Error::Kind::full) << error.what();
    }
    EXPECT_THAT(db.fault().value_or(""), HasSubstr("full"));
    allow("pragma max_page_count = 1000000");
    EXPECT_TRUE(fill());
    EXPECT_EQ(db.fault(), std::nullopt);
    EXPECT_EQ(seen(db, Caller::system()), 1);
}

INSTANTIATE_TEST_SUITE_P(on, SqliteTest, ::testing::Values("sqlite"), [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace ryadom::db
