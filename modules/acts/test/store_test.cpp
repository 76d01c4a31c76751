// How acts are found: by an index, however many years there are. And nothing of a closed month changes.
#include "modules/acts/closing.hpp"
#include "modules/acts/test/acts_fixture.hpp"
#include "platform/testing/explained.hpp"

namespace ryadom::acts {
namespace {

class ActsStoreTest : public ActsTest {
  protected:
    void SetUp() override {
        ActsTest::SetUp();
        anna = add_person(suzun, "Антонова", "Анна");
        assess(suzun, anna, input(2'400'000, "2026-01-01"));
        deliver(suzun, anna, {"2026-08-05"});
        august = close(suzun, "2026-08-01");
        deliver(suzun, anna, {"2026-08-06"});
        september = close(suzun, "2026-09-01");
    }
    bool refused(db::Sql statement) {
        try {
            (void)database().write_now(db::Caller::system(), [statement](db::Tx& tx) { tx.run(statement); });
            return false;
        } catch (const db::Error& error) {
            return error.kind() == db::Error::Kind::append_only;
        }
    }

    Somebody anna;
    std::string august;
    std::string september;
};

TEST_P(ActsStoreTest, everything_is_a_range_of_an_index) {
    const auto clerk = db::Caller{1, suzun.number.value, {db::Reach::listed, db::Reach::listed, {suzun.number.value}}, {}};
    testing::Explained explained(database());
    explained.read(clerk, [&](db::Tx& tx) {
        const auto closing = *store::find(tx, Id<Closing>{*parse_uuid(september)});
        EXPECT_EQ(store::closings(tx, suzun.number).size(), 2U);
        EXPECT_TRUE(store::last_closing(tx, suzun.number));
        EXPECT_EQ(store::last_act_serial(tx, suzun.number, 2026), 1);
        EXPECT_EQ(store::last_correction_serial(tx, suzun.number, 2026), 1);
        const auto first = store::acts_of_person(tx, anna.number, day("2026-12-01"), 10);
        ASSERT_EQ(first.size(), 1U);
        EXPECT_TRUE(store::find(tx, first.front().view.id));
        EXPECT_EQ(store::acts_after(tx, first.front().closing, 0, 10).size(), 1U);
        EXPECT_EQ(store::summaries(tx, first.front().closing, {}, 0, 10).size(), 1U);
        auto month = closing.month;
        store::count_standings(tx, first.front().closing, month);
        EXPECT_EQ(store::corrections_after(tx, closing.number, 0, 10).size(), 1U);
        EXPECT_EQ(store::corrections_of(tx, anna.number, suzun.number, day("2026-08-01")).size(), 1U);
        EXPECT_TRUE(store::marks_of(tx, first.front().number).empty());
        EXPECT_EQ(store::facts_of_person(tx, suzun.number, anna.number, period_of(day("2026-08-01"), PeriodLength::month)).size(), 2U);
        EXPECT_EQ(store::assessments_of(tx, anna.number.value).size(), 1U);
        EXPECT_EQ(store::quantities(tx, {1, 2}).size(), 2U);
        (void)store::assessed_since(tx, 100'000, day("2026-12-01"));
        (void)store::norms_of(tx, period_of(day("2026-08-01"), PeriodLength::month));
        EXPECT_EQ(store::reported(tx, suzun.number, anna.number.value, day("2026-08-01")).bill.facts, 2);
    });
    const auto whole = explained.read_whole();
    for (const auto* table : {"acts_closing", "acts_act", "acts_correction", "acts_mark", "ledger_fact", "ledger_fact_order", "payment_assessment"})
        EXPECT_FALSE(whole.contains(table)) << table << ": " << *whole.at(table).begin();
}

TEST_P(ActsStoreTest, closed_month_never_changes) {
    EXPECT_TRUE(refused("update acts_closing set sum_kopecks = 0"));
    EXPECT_TRUE(refused("delete from acts_closing"));
    EXPECT_TRUE(refused("update acts_act set payable_kopecks = 0"));
    EXPECT_TRUE(refused("delete from acts_act"));
    EXPECT_TRUE(refused("update acts_correction set content = '{}'"));
}

TEST_P(ActsStoreTest, report_is_reckoned_again_from_the_ledger_as_of_its_position) {
    const auto [position, kept] = in_system([&](db::Tx& tx) {
        const auto closing = *store::find(tx, Id<Closing>{*parse_uuid(august)});
        return std::pair(closing.position, store::acts_after(tx, closing.number, 0, 10).front().view.content.bill);
    });
    const auto month = period_of(day("2026-08-01"), PeriodLength::month);
    std::vector<DeliveredFact> facts;
    const auto here = static_cast<std::uint16_t>(suzun.number.value);
    in_system([&](db::Tx& tx) {
        ledger::image::each_fact(feed->image(), ledger::image::Scope::of({here}), month.first, month.last, {ledger::image::last_day, position}, [&](const ledger::image::Fact& fact) {
            facts.push_back({fact.day, fact.service, store::quantities(tx, {fact.position}).at(fact.position)});
        });
        Services known;
        for (const auto& each : catalogue::all_services(tx))
            known.emplace(each.number.value, KnownService{each.service.id, each.service.code, each.service.titles.at("ru"), each.service.unit});
        const auto again = bill_of(facts, store::assessments_of(tx, anna.number.value), Prices(store::norms_of(tx, month)), known);
        EXPECT_EQ(json::to_json(again), json::to_json(kept));
        return 0;
    });
    EXPECT_EQ(facts.size(), 1U) << "the late one is not of this position";
}

TEST_P(ActsStoreTest, closed_months_are_held_against_their_hashes) {
    EXPECT_EQ(in_system([](db::Tx& tx) { return verify_acts(tx); }), std::nullopt);
    // Whoever gets past the engine adds a row: the report has no place for it.
    write([this](db::Tx& tx) {
        tx.run("insert into acts_act (id, closing, organisation, month, year, serial, person, folded, facts, sum_kopecks, content, sha256) "
               "values ($1, $2, $3, '2026-08-01', 2026, 99, $4, '', 0, 0, '{}', $5)", tx.make_id<Act>(), store::find(tx, Id<Closing>{*parse_uuid(august)})->number,
               kargat.number, anna.number, std::string(64, '0'));
    });
    EXPECT_NE(in_system([](db::Tx& tx) { return verify_acts(tx); }), std::nullopt);
}

TEST_P(ActsStoreTest, two_who_close_at_once_close_it_once) {
    const auto month = period_of(day("2026-10-01"), PeriodLength::month);
    const auto made = draft(database(), feed->image(), feed->image().position(), suzun.number, month, i18n::Language::ru, {}, day("2026-11-01"));
    EXPECT_TRUE(database().write_now(db::Caller::system(), [made](db::Tx& tx) { return must(acts::close(tx, *made)); }));
    const auto again = database().write_now(db::Caller::system(), [made](db::Tx& tx) { return must(acts::close(tx, *made)); });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "acts.closed_meanwhile");
}

RYADOM_BOTH_ENGINES(ActsStoreTest);

}  // namespace
}  // namespace ryadom::acts
