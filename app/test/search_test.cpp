// What an upgraded server finds of what it kept before.
#include "app/application.hpp"
#include "modules/standards/draft.hpp"
#include "modules/standards/store.hpp"
#include "platform/testing/engine_test.hpp"

#include <gmock/gmock.h>

namespace ryadom::app {
namespace {

class SearchOfServerTest : public ::testing::TestWithParam<const char*> {
  protected:
    std::unique_ptr<Application> start() {
        Settings settings;
        settings.location = place_.location();
        settings.log = [](const std::string&) {};
        return std::make_unique<Application>(std::move(settings));
    }
    static std::map<std::string, int> told(Application& application) {
        return application.database().read_as(db::Caller::system(), [](db::Tx& tx) {
            std::map<std::string, int> out;
            tx.each("select kind, count(id) from v_search_document group by kind", [&](const db::Row& row) { out.emplace(row.get<std::string>(0), row.get<int>(1)); });
            return out;
        });
    }
    static void approve_standard(db::Tx& tx) {
        standards::store::StandardRow row;
        row.code = "С-1";
        row.practice = practices::all_practices(tx).front().number;
        row = standards::store::insert_standard(tx, row);
        const auto package = practices::package_of(tx, must(practices::latest_version(tx, *row.practice)).number);
        const auto draft = standards::store::insert_version(tx, row.number, 1, standards::draft_of(*package));
        const auto today = local_date(tx.now(), "UTC");
        standards::store::approve(tx, draft.number, {{"1-п", today}, today}, today);
    }
    testing::Place place_{GetParam()};
};

TEST_P(SearchOfServerTest, a_kind_that_is_new_to_it_is_told_of_beside_those_that_it_had) {
    auto application = start();
    must(application->database().write_now(db::Caller::system(), approve_standard));
    const auto before = told(*application);
    EXPECT_THAT(before, ::testing::AllOf(::testing::Contains(::testing::Pair("standard", 1)), ::testing::Contains(::testing::Key("clause")), ::testing::Contains(::testing::Key("practice"))));
    must(application->database().write_now(db::Caller::system(), [](db::Tx& tx) { tx.run("delete from search_document where kind in ('standard', 'clause')"); }));
    application.reset();
    application = start();
    EXPECT_EQ(told(*application), before);
}

INSTANTIATE_TEST_SUITE_P(on, SearchOfServerTest, ::testing::Values("sqlite", "postgresql"), [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace ryadom::app
