#include "platform/audit/audit.hpp"

#include "platform/testing/engine_test.hpp"

#include <sqlite3.h>

#include <thread>

namespace ryadom::audit {
namespace {

struct Person;

class AuditTest : public testing::EngineTest {
  protected:
    db::Database& database() { return open({schema()}, {chain}); }

    static void fill(db::Database& database, int count) {
        for (int i = 0; i < count; ++i)
            (void)database.write_now(db::Caller::system(), [i](db::Tx& tx) {
                record(tx, "people.card_read", tx.make_id<struct Card>(), std::nullopt, "{\"n\":" + std::to_string(i) + "}");
            });
        await(database, count);
    }
    /// PostgreSQL chains soon after the commit.
    static void await(db::Database& database, std::int64_t records) {
        for (int i = 0; i < 100 && head_of(database).position < records; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    /// One list that showed so many persons, and was asked for the first of them.
    static std::set<Uuid> show(db::Database& database, std::size_t count) {
        std::set<Uuid> persons;
        must(database.write_now(db::Caller::system(), [&](db::Tx& tx) {
            persons.clear();
            while (persons.size() < count) persons.insert(tx.make_id<Person>().uuid);
            record_shown(tx, "ledger.facts_seen", persons, {{"by", "day"}}, *persons.begin());
        }));
        return persons;
    }
    static std::int64_t found(db::Database& database, const std::set<Uuid>& persons) {
        return database.read_as(db::Caller::system(), [&](db::Tx& tx) {
            std::int64_t out = 0;
            for (const auto& each : persons) out += *tx.value<std::int64_t>("select count(record) from v_audit_shown where person = $1", each);
            return out;
        });
    }
    static Head head_of(db::Database& database) { return database.read_as(db::Caller::system(), head); }
    static std::optional<Fault> check(db::Database& database, const std::optional<Head>& known = {}) {
        return database.read_as(db::Caller::system(), [&](db::Tx& tx) { return verify(tx, known); });
    }
};

TEST_P(AuditTest, chains_every_record_in_order) {
    auto& db = database();
    fill(db, 10);
    EXPECT_EQ(head_of(db).position, 10);
    EXPECT_FALSE(check(db));
    EXPECT_FALSE(check(db, head_of(db)));
}

TEST_P(AuditTest, shows_a_log_that_is_shorter_or_other_than_the_known_head) {
    auto& db = database();
    fill(db, 3);
    auto known = head_of(db);
    known.position = 5;
    EXPECT_EQ(check(db, known)->reason, "log cut off");
    known.position = 2;
    EXPECT_EQ(check(db, known)->reason, "log rewritten");
}

/// A log from before lists were found by whom they showed.
db::Schema before_shown() {
    auto out = schema();
    out.migrations.resize(1);
    std::erase_if(out.tables, [](const db::ScopedTable& each) { return each.table == "audit_shown"; });
    std::erase(out.append_only, "audit_shown");
    return out;
}

TEST_P(AuditTest, each_of_those_whom_a_record_showed_finds_it) {
    auto& db = database();
    const auto persons = show(db, 3);
    EXPECT_EQ(found(db, persons), 2) << "whom the record is about finds it by its own column";
    await(db, 1);
    EXPECT_FALSE(check(db));
}

TEST_P(AuditTest, lists_of_an_older_log_are_found_too) {
    std::set<Uuid> persons;
    auto& old = open({before_shown()}, {chain});
    must(old.write_now(db::Caller::system(), [&](db::Tx& tx) {
        while (persons.size() < 2) persons.insert(tx.make_id<Person>().uuid);
        const auto ids = "[\"" + to_string(*persons.begin()) + "\",\"" + to_string(*persons.rbegin()) + "\"]";
        record(tx, "ledger.facts_seen", std::nullopt, std::nullopt, R"({"persons":)" + ids + "}");
        record(tx, "ledger.facts_seen", std::nullopt, *persons.begin(), R"({"persons":)" + ids + "}");
        record(tx, "people.registered", std::nullopt, *persons.begin());
    }));
    await(old, 3);
    auto& db = database();
    EXPECT_EQ(found(db, persons), 3);
    EXPECT_FALSE(check(db));
}

RYADOM_BOTH_ENGINES(AuditTest);

/// The attacker has the file and drops the guards first.
class TamperingTest : public AuditTest {
  protected:
    std::optional<Fault> after(const std::string& sql, const std::optional<Head>& known = {}) {
        close();
        sqlite3* file = nullptr;
        EXPECT_EQ(sqlite3_open((location() + "/ryadom.db").c_str(), &file), SQLITE_OK);
        char* error = nullptr;
        const auto text = "drop trigger if exists audit_record_no_update; drop trigger if exists audit_record_no_delete;"
                          "drop trigger if exists audit_chain_no_update; drop trigger if exists audit_chain_no_delete;"
                          "drop trigger if exists audit_shown_no_update; drop trigger if exists audit_shown_no_delete;" + sql;
        EXPECT_EQ(sqlite3_exec(file, text.c_str(), nullptr, nullptr, &error), SQLITE_OK) << error;
        sqlite3_close(file);
        return check(database(), known);
    }
};

TEST_P(TamperingTest, names_an_edited_record) {
    fill(database(), 10);
    const auto fault = after("update audit_record set detail = '{}' where number = 4");
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->position, 4);
}

TEST_P(TamperingTest, names_a_deleted_record) {
    fill(database(), 10);
    const auto fault = after("delete from audit_record where number = 7");
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->position, 7);
    EXPECT_EQ(fault->reason, "record missing");
}

TEST_P(TamperingTest, names_swapped_records) {
    fill(database(), 10);
    const auto fault = after("update audit_record set number = 99 where number = 3; update audit_record set number = 3 where number = 5;"
                             "update audit_record set number = 5 where number = 99");
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->position, 3);
}

TEST_P(TamperingTest, names_a_list_that_no_longer_is_found_by_whom_it_showed) {
    fill(database(), 4);
    show(database(), 3);
    const auto fault = after("delete from audit_shown where person = (select max(person) from audit_shown)");
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->position, 5);
    EXPECT_EQ(fault->reason, "shown person not found");
}

TEST_P(TamperingTest, shows_a_list_that_is_said_to_have_shown_somebody_else) {
    show(database(), 3);
    const auto fault = after("insert into audit_shown (person, record) values ('0190d7a5-0000-7000-8000-00000000dead', 1)");
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->reason, "shown person in no record");
}

TEST_P(TamperingTest, names_an_inserted_record) {
    fill(database(), 10);
    const auto fault = after("insert into audit_record (at, account, organisation, request, action, detail) "
                             "values ('2026-01-01T00:00:00.000Z', 1, 1, 'r', 'a', '{}')");
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->position, 11);
    EXPECT_EQ(fault->reason, "record not chained");
}

TEST_P(TamperingTest, shows_a_truncation_against_the_head_kept_elsewhere) {
    fill(database(), 10);
    const auto known = check(database()) ? Head{} : database().read_as(db::Caller::system(), head);
    const auto sql = "delete from audit_record where number > 8; delete from audit_chain where position > 8";
    EXPECT_FALSE(after(sql));
    EXPECT_EQ(check(database(), known)->reason, "log cut off");
}

INSTANTIATE_TEST_SUITE_P(on, TamperingTest, ::testing::Values("sqlite"), [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace ryadom::audit
