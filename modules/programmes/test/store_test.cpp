// What is planned within days, and how rows are found: by indexes, however many years there are.
#include "modules/programmes/test/programmes_fixture.hpp"
#include "platform/testing/explained.hpp"

namespace ryadom::programmes {
namespace {

using ::testing::IsEmpty;

class ProgrammesStoreTest : public ProgrammesTest {
  protected:
    /// "service × hundredths since–until", in the order in which they come.
    std::vector<std::string> planned_within(const char* first, const char* last) {
        return in_system([&](db::Tx& tx) {
            std::map<std::int64_t, std::string> titles;
            for (const auto& each : catalogue::all_services(tx)) titles.emplace(each.number.value, each.service.code);
            const auto there = planned(tx, Number<network::Organisation>{suzun.number}, day(first), day(last));
            EXPECT_EQ(planned(tx, number_of(tx), day(first), day(last)).size(), there.size());
            std::vector<std::string> out;
            for (const auto& each : there) out.push_back(fmt::format("{} × {} {}–{}", titles.at(each.service.value), each.quantity, to_string(each.since), to_string(*each.until)));
            return out;
        });
    }
    Number<people::Person> number_of(db::Tx& tx) { return people::find_person(tx, Id<people::Person>{*parse_uuid(elena)})->number; }
};

TEST_P(ProgrammesStoreTest, planned_are_lines_of_versions_in_force_within_the_days) {
    EXPECT_THAT(planned_within("2026-11-01", "2026-11-30"), IsEmpty());
    const auto id = drafted("", content(line(shopping) + "," + line(cleaning, 1, R"(,"until":"2026-11-30")")));
    EXPECT_THAT(planned_within("2026-11-01", "2026-11-30"), IsEmpty()) << "a draft promises nothing";
    ASSERT_EQ(approve(id).status, 200);
    EXPECT_THAT(planned_within("2026-11-01", "2026-11-30"), ElementsAre("household.01 × 200 2026-11-23–2027-11-22", "household.07 × 100 2026-11-23–2026-11-30"));
    EXPECT_THAT(planned_within("2026-12-01", "2026-12-31"), ElementsAre("household.01 × 200 2026-11-23–2027-11-22"));
    EXPECT_THAT(planned_within("2026-11-01", "2026-11-22"), IsEmpty());
    EXPECT_THAT(planned_within("2027-11-22", "2027-11-22"), ElementsAre("household.01 × 200 2026-11-23–2027-11-22"));
    EXPECT_THAT(planned_within("2027-11-23", "2027-12-31"), IsEmpty());
    ASSERT_EQ(specialist(suzun).post(of(id, "/versions"), R"({"content":)" + content(line(shopping, 5), "2026-12-15") + R"(,"reason":"чаще"})").status, 201);
    ASSERT_EQ(approve(id, 2).status, 200);
    EXPECT_THAT(planned_within("2026-12-01", "2026-12-31"), ElementsAre("household.01 × 200 2026-11-23–2026-12-14", "household.01 × 500 2026-12-15–2027-11-22"));
}

TEST_P(ProgrammesStoreTest, planned_too_is_what_a_contract_takes_from_the_programme_of_another_centre) {
    const auto id = approved();
    assess_payment();
    ASSERT_TRUE(database().write_now(db::Caller::system(), [&](db::Tx& tx) {
        tx.run("insert into people_attachment (person, organisation, since) values ($1, $2, $3)", number_of(tx), kargat.number, day("2026-11-01"));
    }));
    const auto made = desk(kargat).post(of(id, "/contracts"), fmt::format(R"({{"organisation":"{}","concluded_on":"2026-11-23","since":"2026-11-23","until":"2026-12-31"}})", kargat.id));
    ASSERT_EQ(made.status, 201) << made.text;
    const auto there = [&](const char* first, const char* last) {
        return in_system([&](db::Tx& tx) { return planned(tx, Number<network::Organisation>{kargat.number}, day(first), day(last)).size(); });
    };
    EXPECT_EQ(there("2026-12-01", "2026-12-31"), 2U);
    EXPECT_EQ(there("2027-01-01", "2027-01-31"), 0U) << "the contract has run out";
    const auto found = in_system([&](db::Tx& tx) { return contracts(tx, Number<network::Organisation>{kargat.number}, day("2026-12-31"), day("2027-01-31")); });
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().contract.number, "1/2026");
    EXPECT_EQ(found.front().person, number_of_elena());
}

TEST_P(ProgrammesStoreTest, lists_are_ranges_of_indexes) {
    const auto application = granted();
    const auto id = approved(application);
    assess_payment();
    ASSERT_EQ(desk(suzun).post(of(id, "/contracts"), contract()).status, 201);
    const auto clerk = db::Caller{1, suzun.number, {db::Reach::listed, db::Reach::listed, {suzun.number}}, {}};
    const Number<network::Organisation> here{suzun.number};
    const auto today = day("2026-11-23");
    testing::Explained explained(database());
    explained.read(clerk, [&](db::Tx& tx) {
        const auto person = number_of(tx);
        EXPECT_EQ(planned(tx, here, today, today).size(), 2U);
        EXPECT_EQ(planned(tx, person, today, today).size(), 2U);
        EXPECT_EQ(contracts(tx, here, today, today).size(), 1U);
        EXPECT_EQ(contracts(tx, person, today, today).size(), 1U);
        EXPECT_TRUE(store::open_applications(tx, here, 10).empty());
        EXPECT_EQ(store::closed_applications(tx, here, INT64_MAX, 10).size(), 1U);
        EXPECT_EQ(store::applications_of(tx, person, 10).size(), 1U);
        EXPECT_TRUE(store::events_of_open(tx, here).empty());
        EXPECT_EQ(store::in_force(tx, here, today, 0, 10).size(), 1U);
        EXPECT_TRUE(store::drafts(tx, here, 10).empty());
        EXPECT_EQ(store::programmes_of(tx, person, today).size(), 1U);
        const auto row = *store::find_programme(tx, Id<Programme>{*parse_uuid(id)});
        EXPECT_EQ(store::versions(tx, row.number).size(), 1U);
        EXPECT_TRUE(store::marks(tx, row.number).empty());
        EXPECT_EQ(store::contracts_on(tx, row.number).size(), 1U);
        EXPECT_EQ(store::contracts_of(tx, here, INT64_MAX, 10).size(), 1U);
        EXPECT_EQ(store::next_number(tx, here, 2026), "2/2026");
        EXPECT_EQ(store::events(tx, store::find_application(tx, Id<Application>{*parse_uuid(application)})->number).size(), 2U);
        store::level_on(tx, person, today);
    });
    const auto whole = explained.read_whole();
    for (const auto* table : {"programmes_application", "programmes_event", "programmes_programme", "programmes_version", "programmes_line", "programmes_mark", "programmes_contract",
                              "scales_assessment"})
        EXPECT_FALSE(whole.contains(table)) << table << ": " << *whole.at(table).begin();
}

TEST_P(ProgrammesStoreTest, events_and_marks_never_change) {
    register_one();
    granted();
    const auto refused = [&](db::Sql statement) {
        try {
            (void)database().write_now(db::Caller::system(), [statement](db::Tx& tx) { tx.run(statement); });
            return false;
        } catch (const db::Error& error) {
            return error.kind() == db::Error::Kind::append_only;
        }
    };
    EXPECT_TRUE(refused("update programmes_event set note = 'x'"));
    EXPECT_TRUE(refused("delete from programmes_event"));
}

RYADOM_BOTH_ENGINES(ProgrammesStoreTest);

}  // namespace
}  // namespace ryadom::programmes
