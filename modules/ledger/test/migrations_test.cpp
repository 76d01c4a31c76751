// What the ledger's migrations do with rows that were there before.
#include "modules/ledger/import_store.hpp"
#include "modules/ledger/module.hpp"
#include "platform/testing/engine_test.hpp"

namespace ryadom::ledger {
namespace {

class LedgerMigrationsTest : public testing::EngineTest {
  protected:
    static db::Schema before_content_stood_apart() {
        auto schema = module({}).schema;
        schema.migrations.resize(3);
        std::erase_if(schema.tables, [](const db::ScopedTable& each) { return each.table == "ledger_import_content"; });
        return schema;
    }
    static void add_import(db::Tx& tx, const char* state, std::string_view content) {
        tx.run("insert into ledger_import (id, organisation, account, caller_organisation, caller_scope, request, source, mode, state, beat_at, created_at, "
               "lines_total, lines_done, added, repeated, failed, persons_added, header, content) values "
               "($1, 1, 7, 1, '{\"records\":2,\"persons\":2,\"organisations\":[]}', '', 'import', 'apply', $2, $3, $3, 2, 1, 1, 0, 0, 0, '[]', $4)",
               tx.make_id<Import>(), state, tx.now(), db::Bytes{content});
    }
};

TEST_P(LedgerMigrationsTest, table_of_an_import_that_waits_is_kept) {
    ASSERT_TRUE(open({before_content_stood_apart()}).write_now(db::Caller::system(), [](db::Tx& tx) {
        add_import(tx, "done", "");
        add_import(tx, "queued", "a;b\n1;2\n");
    }));
    open({module({}).schema}).read(db::Caller::system(), [](db::Tx& tx) {
        const auto number = store::waiting_job(tx);
        ASSERT_TRUE(number);
        const auto job = store::load_job(tx, *number);
        ASSERT_TRUE(job);
        EXPECT_EQ(job->content, "a;b\n1;2\n");
        EXPECT_EQ(job->lines_done, 1);
        EXPECT_EQ(tx.value<std::int64_t>("select count(*) from v_ledger_import_content"), 1);
    });
}

RYADOM_BOTH_ENGINES(LedgerMigrationsTest);

}  // namespace
}  // namespace ryadom::ledger
