// How cells, absences and notices are found: by an index, however many there are.
#include "modules/journal/month.hpp"
#include "modules/journal/store.hpp"
#include "modules/journal/test/journal_fixture.hpp"
#include "platform/testing/explained.hpp"

namespace ryadom::journal {
namespace {

class JournalStoreTest : public JournalTest {
  protected:
    /// What makes an index worth its while: many others, and facts that were taken back.
    static void fill(db::Tx& tx, std::int64_t number, std::int64_t centre, std::int64_t service) {
        for (int i = 0; i < 3000; ++i) {
            ledger::StoredFact fact;
            fact.id = tx.make_id<ledger::Fact>();
            fact.person = i % 100 == 0 ? number : 1'000'000 + i;
            fact.service = service;
            fact.performed_on = fact.recorded_on = *parse_date("2026-11-02") + i % 20;
            fact.minutes = 30;
            fact.home_provider = fact.performer_provider = centre;
            fact.source = "test";
            fact.recorded_at = tx.now();
            const auto written = ledger::append(tx, fact);
            store::NoticeRow notice;
            notice.notice.fact = fact.id;
            store::insert_notice(tx, {i % 10 == 0 ? centre : 999'999, number, service, fact.performed_on}, notice);
            if (i % 3 != 1) continue;
            fact.id = tx.make_id<ledger::Fact>();
            fact.reverses = written.value;
            fact.reason = "test";
            ledger::append(tx, fact);
        }
        for (int i = 0; i < 150; ++i) {
            const auto other = tx.insert("insert into people_person (id, birth, sex) values ($1, $2, 'female') returning number", tx.make_id<people::Person>(), *parse_date("1950-01-01"));
            for (int day = 0; day < 20; ++day)
                store::insert_absence(tx, {i == 7 ? number : other}, {centre}, {{}, AbsenceKind::away, *parse_date("2000-01-01") + day, {}, {}, {}});
        }
    }
};

TEST_P(JournalStoreTest, nothing_that_grows_is_read_whole) {
    must(database().write_now(db::Caller::system(), [number = number_of_person(elena), centre = suzun.number, service = number_of_service(shopping)](db::Tx& tx) {
        fill(tx, number, centre, service);
        return 0;
    }));
    feed->catch_up();
    if (postgres()) {
        ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) { tx.run("analyze"); }));
    }
    testing::Explained explained(database());
    const auto person = number_of_person(elena);
    const store::CellKey key{suzun.number, person, number_of_service(shopping), *parse_date("2026-11-02")};
    explained.read({1, suzun.number, {db::Reach::listed, db::Reach::listed, {suzun.number}}, {}}, [&](db::Tx& tx) {
        EXPECT_EQ(store::measures(tx, {1, 2, 3, 900}).size(), 4U);
        EXPECT_FALSE(store::facts_of(tx, key).empty());
        EXPECT_GT(store::delivered(tx, key, key.day, key.day + 20), 0);
        EXPECT_EQ(store::notices(tx, {suzun.number}, INT64_MAX, 10).size(), 10U);
        EXPECT_EQ(store::absences_in(tx, {person}, *parse_date("2026-11-01"), *parse_date("2026-11-30")).size(), 20U);
        EXPECT_EQ(store::absences_of(tx, {person}).size(), 20U);
    });
    const auto whole = explained.read_whole();
    for (const auto* table : {"ledger_fact", "ledger_fact_order", "journal_absence", "journal_notice"})
        EXPECT_FALSE(whole.contains(table)) << table << ": " << *whole.at(table).begin();
}

TEST_P(JournalStoreTest, a_notice_never_changes) {
    const auto refused = [&](db::Sql statement) {
        try {
            (void)database().write_now(db::Caller::system(), [statement](db::Tx& tx) { tx.run(statement); });
            return false;
        } catch (const db::Error& error) {
            return error.kind() == db::Error::Kind::append_only;
        }
    };
    plan(shopping, 100);
    ASSERT_EQ(save(cell("2026-11-02", 300)).status, 200);
    EXPECT_TRUE(refused("delete from journal_notice"));
}

RYADOM_BOTH_ENGINES(JournalStoreTest);

}  // namespace
}  // namespace ryadom::journal
