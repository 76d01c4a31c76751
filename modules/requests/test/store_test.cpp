// How requests are found: by one index for a centre and for the region.
#include "modules/requests/test/requests_fixture.hpp"
#include "platform/testing/explained.hpp"

namespace ryadom::requests {
namespace {

using ::testing::ElementsAre;

class RequestsStoreTest : public RequestsTest {
  protected:
    Noted noted(std::int64_t organisation, Date day) { return {1, 1, organisation, day, day}; }
    void write(const std::function<void(db::Tx&)>& work) { ASSERT_TRUE(database().write_now(db::Caller::system(), work)); }
};

TEST_P(RequestsStoreTest, a_fact_notes_its_request_once_a_day_and_centre) {
    const auto day = *parse_date("2026-11-02");
    write([&](db::Tx& tx) {
        for (int i = 0; i < 3; ++i) note(tx, noted(suzun.number, day));
        note(tx, noted(suzun.number, day + 1));
        note(tx, noted(kargat.number, day));
    });
    EXPECT_THAT(known("2026-11-23"), ElementsAre("2026-11-02", "2026-11-03", "2026-11-02")) << "by centre and day";
}

TEST_P(RequestsStoreTest, centre_and_region_are_ranges_of_one_index) {
    const auto first = *parse_date("2026-01-01");
    write([&](db::Tx& tx) {
        for (int i = 0; i < 300; ++i) note(tx, {i + 1, 1, i % 3 == 0 ? suzun.number : kargat.number, first + i, first + i});
    });
    testing::Explained explained(database());
    for (const auto& organisations : {std::optional<std::vector<std::int64_t>>(), std::optional(std::vector{suzun.number})}) {
        explained.forget();
        const auto rows = explained.read_as(db::Caller::system(), [&](db::Tx& tx) { return asked(tx, organisations, first + 30, first + 59, first + 400); });
        EXPECT_EQ(rows.size(), organisations ? 10U : 30U);
        const auto whole = explained.read_whole();
        EXPECT_FALSE(whole.contains("requests_request"));
        EXPECT_FALSE(whole.contains("requests_withdrawal"));
    }
}

RYADOM_BOTH_ENGINES(RequestsStoreTest);

}  // namespace
}  // namespace ryadom::requests
