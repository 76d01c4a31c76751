// How norms and assessments are found: by an index, however many years there are. And nothing of them changes.
#include "modules/payment/store.hpp"
#include "modules/payment/test/payment_fixture.hpp"
#include "platform/testing/explained.hpp"

namespace ryadom::payment {
namespace {

class PaymentStoreTest : public PaymentTest {
  protected:
    void SetUp() override {
        PaymentTest::SetUp();
        set_region();
    }
    void write(const std::function<void(db::Tx&)>& work) { ASSERT_TRUE(database().write_now(db::Caller::system(), work)); }
    people::PersonRow person(db::Tx& tx) { return *people::find_person(tx, Id<people::Person>{*parse_uuid(elena)}); }
    static Date day(const char* text) { return *parse_date(text); }
};

TEST_P(PaymentStoreTest, norms_of_a_day_and_assessments_of_a_person_are_ranges_of_indexes) {
    write([&](db::Tx& tx) {
        const NewNorms past{day("2000-01-01"), day("2000-01-31"), "приказ", {}};
        for (int i = 0; i < 3000; ++i) {
            auto act = past;
            act.valid_from = past.valid_from + i;
            act.valid_to = act.valid_from + 30;
            store::insert_norm(tx, act, {NormKind::subsistence_minimum, {}, {}, PopulationGroup::child, {}, 100, {}}, act.valid_from);
        }
        if (postgres()) tx.run("analyze payment_norm");
    });
    const auto made = desk(suzun).post(path(elena), assessment(2'400'000));
    ASSERT_EQ(made.status, 201) << made.text;
    const auto clerk = db::Caller{1, suzun.number, {db::Reach::listed, db::Reach::listed, {suzun.number}}, {}};
    testing::Explained explained(database());
    explained.read(clerk, [&](db::Tx& tx) {
        EXPECT_EQ(norms_on(tx, day("2026-11-23")).size(), 3U);
        EXPECT_EQ(store::norms_since(tx, day("2026-11-23")).size(), 3U);
        EXPECT_EQ(store::history(tx, {NormKind::payment_rule, {}, {}, {}}).size(), 1U);
        EXPECT_EQ(store::history(tx, {NormKind::tariff, Id<catalogue::Service>{*parse_uuid(shopping)}, {}, {}}).size(), 1U);
        EXPECT_EQ(store::of_person(tx, person(tx).number, INT64_MAX, 10).size(), 1U);
        EXPECT_TRUE(store::find(tx, Id<Assessment>{*parse_uuid(made.at("id"))}));
        EXPECT_TRUE(store::outdated(tx, {suzun.number}, day("2026-11-23"), INT64_MAX, 10).empty());
        EXPECT_TRUE(assessment_on(tx, person(tx).number, day("2026-11-23")));
        EXPECT_FALSE(store::looked_lately(tx, Id<people::Person>{*parse_uuid(elena)})) << "another account did";
    });
    const auto whole = explained.read_whole();
    for (const auto* table : {"payment_norm", "payment_assessment", "payment_assessment_norm", "audit_record"})
        EXPECT_FALSE(whole.contains(table)) << table << ": " << *whole.at(table).begin();
}

TEST_P(PaymentStoreTest, an_assessment_never_changes) {
    ASSERT_EQ(desk(suzun).post(path(elena), assessment(2'400'000)).status, 201);
    const auto refused = [&](db::Sql statement) {
        try {
            (void)database().write_now(db::Caller::system(), [statement](db::Tx& tx) { tx.run(statement); });
            return false;
        } catch (const db::Error& error) {
            return error.kind() == db::Error::Kind::append_only;
        }
    };
    EXPECT_TRUE(refused("update payment_assessment set payment_kopecks = 0"));
    EXPECT_TRUE(refused("delete from payment_assessment"));
}

TEST_P(PaymentStoreTest, the_assessment_of_a_day_is_the_newest_in_effect_by_then) {
    const auto first = desk(suzun).post(path(elena), assessment(2'400'000));
    const auto second = desk(suzun).post(path(elena), assessment(2'500'000, following(first.at("id")), "2026-12-01"));
    ASSERT_EQ(second.status, 201) << second.text;
    const auto on = [&](const char* text) {
        return in_system([&](db::Tx& tx) {
            const auto found = assessment_on(tx, person(tx).number, day(text));
            return found ? to_string(found->id) : std::string();
        });
    };
    EXPECT_EQ(on("2026-11-22"), "");
    EXPECT_EQ(on("2026-11-30"), first.at("id"));
    EXPECT_EQ(on("2026-12-01"), second.at("id"));
}

TEST_P(PaymentStoreTest, refused_act_leaves_nothing_behind) {
    NewNorms act{day("2026-06-01"), day("2026-05-01"), "приказ", {}};
    act.norms.push_back({NormKind::payment_rule, {}, {}, {}, {}, {}, PaymentRule{150, 50, 75}});
    write([&](db::Tx& tx) {
        EXPECT_FALSE(set_norms(tx, act, act.valid_from));
        act.valid_to.reset();
        act.valid_from = day("2025-06-01");
        EXPECT_FALSE(set_norms(tx, act, act.valid_from)) << "one from 2026 on stands already";
    });
    EXPECT_EQ(in_system([&](db::Tx& tx) { return store::history(tx, {NormKind::payment_rule, {}, {}, {}}).size(); }), 1U);
}

RYADOM_BOTH_ENGINES(PaymentStoreTest);

}  // namespace
}  // namespace ryadom::payment
