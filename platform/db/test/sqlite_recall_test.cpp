#include "platform/db/sqlite_connection.hpp"
#include "platform/testing/place.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace ryadom::db {
namespace {

/// A writer, and a stranger who changes the file behind its back: what is remembered does not see the stranger's changes.
class SqliteRecallTest : public ::testing::Test {
  protected:
    void SetUp() override {
        writer.script("create table shelf (number integer primary key, title text not null);"
                      "create table sale (number integer primary key, amount integer not null);"
                      "create temp view v_shelf as select * from main.shelf where number in (select organisation from temp.scope_organisation)");
        put("insert into shelf (title) values ('old')");
        pass_writes();
    }

    void put(const char* sql) { writer.open(sql, {})->next(); }
    void pass_writes() {
        for (int i = 0; i < 1100; ++i) put("insert into sale (amount) values (1)");
    }
    std::string title(const char* sql = "select title from shelf where number = $1", std::int64_t number = 1) {
        const Parameter numbers[] = {number};
        const auto cursor = writer.open(sql, numbers);
        return cursor->next() ? std::string(cursor->text(0)) : "none";
    }
    /// False when the file is locked.
    bool strange(const char* sql) {
        sqlite3* handle = nullptr;
        sqlite3_open(path.c_str(), &handle);
        const int code = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
        sqlite3_close(handle);
        return code == SQLITE_OK;
    }

    std::string path_in(const std::string& folder) {
        std::filesystem::create_directories(folder);
        return folder + "/recall.db";
    }

    testing::Place place{"sqlite"};
    std::string path = path_in(place.location());
    SqliteConnection writer{path, SqliteConnection::Mode::writer};
};

TEST_F(SqliteRecallTest, remembers_by_value_what_it_read_of_a_table_that_nobody_writes) {
    EXPECT_EQ(title(), "old");
    EXPECT_EQ(title("select title from shelf where number = $1", 2), "none");
    ASSERT_TRUE(strange("update shelf set title = 'strange'; insert into shelf (title) values ('second')"));
    EXPECT_EQ(title(), "old");
    EXPECT_EQ(title("select title from shelf where number = $1", 2), "none");
    EXPECT_EQ(title("select title from shelf where number = $1", 3), "none");
    EXPECT_EQ(title("select title from shelf where number + 0 = $1"), "strange") << "another question";
}

TEST_F(SqliteRecallTest, sees_its_own_writes_at_once) {
    EXPECT_EQ(title(), "old");
    put("update shelf set title = 'new'");
    EXPECT_EQ(title(), "new");
    pass_writes();
    EXPECT_EQ(title(), "new");
    writer.script("update shelf set title = 'newest'");
    EXPECT_EQ(title(), "newest");
}

TEST_F(SqliteRecallTest, forgets_what_was_read_between_a_write_and_its_undoing) {
    EXPECT_EQ(title(), "old");
    writer.run("begin immediate");
    writer.run("savepoint work");
    put("update shelf set title = 'undone'");
    pass_writes();
    EXPECT_EQ(title(), "undone");
    writer.run("rollback to work");
    writer.run("release work");
    EXPECT_EQ(title(), "old");
    writer.run("savepoint work");
    put("update shelf set title = 'released'");
    pass_writes();
    EXPECT_EQ(title(), "released");
    writer.run("release work");
    writer.run("rollback");
    EXPECT_EQ(title(), "old");
}

TEST_F(SqliteRecallTest, keeps_apart_what_callers_of_another_scope_see) {
    const auto* scoped = "select title from v_shelf where number = $1";
    writer.use_scope({Reach::listed, Reach::listed, {1}});
    pass_writes();
    EXPECT_EQ(title(scoped), "old");
    writer.use_scope({Reach::listed, Reach::listed, {2}});
    EXPECT_EQ(title(scoped), "none");
    pass_writes();
    EXPECT_EQ(title(scoped), "none");
    writer.use_scope({Reach::listed, Reach::listed, {1}});
    EXPECT_EQ(title(scoped), "old");
}

TEST_F(SqliteRecallTest, does_not_keep_what_is_written_often_or_is_much) {
    EXPECT_EQ(title("select count(*) from sale where amount = $1"), "1100");
    ASSERT_TRUE(strange("insert into sale (amount) values (1)"));
    EXPECT_EQ(title("select count(*) from sale where amount = $1"), "1101");
    for (int i = 0; i < 70; ++i) put("insert into shelf (title) values ('more')");
    pass_writes();
    const auto cursor = writer.open("select title from shelf order by number", {});
    int rows = 0;
    while (cursor->next()) ++rows;
    EXPECT_EQ(rows, 71);
}

}  // namespace
}  // namespace ryadom::db
