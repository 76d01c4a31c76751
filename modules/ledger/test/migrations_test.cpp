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
        return before_merges(std::move(schema));
    }
    static db::Schema before_merges(db::Schema schema) {
        std::erase_if(schema.tables, [](const db::ScopedTable& each) { return each.table == "ledger_merge"; });
        std::erase(schema.append_only, "ledger_merge");
        std::erase(schema.ordered, "ledger_merge");
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

TEST_P(LedgerMigrationsTest, faults_of_old_imports_are_still_told) {
    auto before = before_merges(module({}).schema);
    before.migrations.resize(4);
    ASSERT_TRUE(open({before}).write_now(db::Caller::system(), [](db::Tx& tx) {
        const auto id = store::insert_import(tx, {1, ImportMode::apply, "import", 1, "[]", ""});
        const auto number = tx.value<std::int64_t>("select number from v_ledger_import where id = $1", id);
        for (int i = 0; const auto* code : {"ledger.cell_no_date", "ledger.too_many_cells", "ledger.cell_absent"})
            tx.run("insert into ledger_import_error (import, line, ordinal, column_name, code, arguments, record) values ($1, 2, $2, 'line', $3, '{}', '')", *number, ++i, code);
    }));
    open({module({}).schema}).read(db::Caller::system(), [](db::Tx& tx) {
        EXPECT_EQ(tx.list("select code || column_name from v_ledger_import_error order by ordinal", [](const db::Row& row) { return row.get<std::string>(0); }),
                  (std::vector<std::string>{"csv.no_day", "csv.too_many_cells", "ledger.cell_absent"}));
    });
}

RYADOM_BOTH_ENGINES(LedgerMigrationsTest);

}  // namespace
}  // namespace ryadom::ledger
