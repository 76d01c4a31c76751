// A small region through the real modules, on both engines.
#include "app/generate/generate.hpp"
#include "modules/catalogue/module.hpp"
#include "modules/control/module.hpp"
#include "modules/evidence/module.hpp"
#include "modules/exchange/module.hpp"
#include "modules/forms/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/acts/module.hpp"
#include "modules/payment/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/practices/package_folder.hpp"
#include "modules/rollout/board.hpp"
#include "modules/programmes/module.hpp"
#include "modules/requests/module.hpp"
#include "modules/rollout/module.hpp"
#include "modules/scales/module.hpp"
#include "modules/standards/module.hpp"
#include "platform/audit/audit.hpp"
#include "platform/auth/accounts.hpp"
#include "platform/files/files.hpp"
#include "platform/search/search.hpp"
#include "platform/testing/engine_test.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

namespace ryadom::generate {
namespace {

const std::filesystem::path practices_folder = std::filesystem::path(RYADOM_SOURCE_DIR) / "practices";
constexpr Date until{20'780};

GenerateOptions small() {
    GenerateOptions out;
    out.seed = {11};
    out.sizes = {400, 8'000};
    out.until = until;
    for (const auto& entry : std::filesystem::directory_iterator(practices_folder))
        if (entry.is_directory()) out.library[entry.path().filename().string()] = practices::read_folder(entry.path()).value();
    std::ostringstream text;
    text << std::ifstream(practices_folder / "catalogue.yaml").rdbuf();
    out.catalogue = text.str();
    for (const auto& entry : std::filesystem::directory_iterator(practices_folder.parent_path() / "scales")) {
        std::ostringstream scale;
        scale << std::ifstream(entry.path()).rdbuf();
        out.scales[entry.path().filename().string()] = scale.str();
    }
    out.password = "region-of-the-test-2026";
    return out;
}

/// A database of its own with everything that a region is written into.
class World {
  public:
    World(const std::string& engine, const GenerateOptions& options) : place_(engine), clock_({0}) {
        db::Options database;
        database.location = place_.location();
        database.clock = clock_.clock();
        database.random = seeded_random(options.seed);
        database.settle = {audit::chain};
        database.schemas = {audit::schema(), auth::schema(), files::schema(), search::schema()};
        for (const auto& module : {network::module([](db::Tx&, Number<network::Organisation>, Date) {}), people::module(), catalogue::module(),
                                   practices::module(), requests::module({}), ledger::module({}), forms::module(), scales::module(), rollout::module({}), standards::module({}),
                                   control::module({}), exchange::module({}), evidence::module({}, {}), payment::module(), programmes::module(), acts::module({})}) {
            database.schemas.push_back(module.schema);
        }
        database_ = db::Database::open(std::move(database));
        accounts = generate({*database_, *database_}, clock_, options, [this](const Progress& now) { last = now; });
        close_months(*database_, clock_, options);
    }
    db::Database& database() { return *database_; }
    template <class T>
    T value(db::Sql sql) {
        return database_->read_as(db::Caller::system(), [&](db::Tx& tx) { return tx.value<T>(sql).value(); });
    }

    std::vector<DemoAccount> accounts;
    Progress last;

  private:
    testing::Place place_;
    MovableClock clock_;
    std::unique_ptr<db::Database> database_;
};

/// Everything that the log says was done, and every fact, as two hashes.
std::string trace(World& world) {
    return world.database().read_as(db::Caller::system(), [](db::Tx& tx) {
        std::string facts;
        tx.each("select id, person, service, performed_on, recorded_at, worker from v_ledger_fact order by number", [&](const db::Row& row) {
            facts += row.get<std::string>(0) + "|" + row.get<std::string>(3) + "|" + row.get<std::string>(4);
            facts += std::to_string(row.get<std::optional<std::int64_t>>(1).value_or(0)) + "|" + std::to_string(row.get<std::int64_t>(2)) + "|" +
                     std::to_string(row.get<std::optional<std::int64_t>>(5).value_or(0));
        });
        return hex(audit::head(tx).hash) + hex(sha256(facts));
    });
}

class GenerateTest : public ::testing::TestWithParam<const char*> {
  protected:
    /// Written once for all tests of an engine.
    static World& world() {
        auto& one = worlds()[GetParam()];
        if (!one) one = std::make_unique<World>(GetParam(), small());
        return *one;
    }
    static void TearDownTestSuite() { worlds().clear(); }

  private:
    static std::map<std::string, std::unique_ptr<World>>& worlds() {
        static std::map<std::string, std::unique_ptr<World>> all;
        return all;
    }
};
RYADOM_BOTH_ENGINES(GenerateTest);

TEST_P(GenerateTest, writes_the_facts_and_persons_that_were_asked_for) {
    EXPECT_EQ(world().value<std::int64_t>("select count(id) from v_people_person"), 400);
    EXPECT_NEAR(static_cast<double>(world().value<std::int64_t>("select count(id) from v_ledger_fact")), 8'000, 1'600);
    EXPECT_EQ(world().last.percent, 100);
}

TEST_P(GenerateTest, records_late_and_takes_back_as_people_do) {
    const auto facts = static_cast<double>(world().value<std::int64_t>("select count(id) from v_ledger_fact"));
    const auto late = world().value<std::int64_t>("select count(id) from v_ledger_fact where recorded_on > performed_on");
    EXPECT_NEAR(static_cast<double>(late) / facts, 0.18, 0.06);
    EXPECT_EQ(world().value<std::int64_t>("select count(id) from v_ledger_fact where recorded_on < performed_on"), 0);
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_ledger_fact where reverses is not null"), 5);
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_ledger_fact where group_number is not null"), 100);
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_ledger_fact where home_provider <> performer_provider"), 5);
}

TEST_P(GenerateTest, sets_tariffs_and_reckons_what_people_pay) {
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_payment_norm where kind = 'tariff'"), 100);
    EXPECT_EQ(world().value<std::int64_t>("select count(id) from v_payment_norm where kind = 'payment_rule'"), 1);
    const auto assessed = world().value<std::int64_t>("select count(id) from v_payment_assessment");
    EXPECT_GT(assessed, 15);
    EXPECT_LT(assessed, 300);
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_payment_assessment where payment_kopecks > 0"), 0);
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_payment_assessment where payment_kopecks = 0"), 0);
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_payment_assessment where reason is not null"), 2);
}

TEST_P(GenerateTest, closes_months_of_some_centres_and_corrects_them_later) {
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_acts_closing"), 5);
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_acts_act"), 20);
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_acts_act where payable_kopecks > 0"), 0);
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_acts_correction"), 0);
}

TEST_P(GenerateTest, leads_people_from_an_application_to_a_contract) {
    // In a region of this size few centres reach the last ways: refused and withdrawn.
    for (const auto* state : {"received", "returned", "assessed", "granted"})
        EXPECT_GT(world().database().read_as(db::Caller::system(), [&](db::Tx& tx) {
            return *tx.value<std::int64_t>("select count(id) from v_programmes_application where state = $1", state);
        }), 2) << state;
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_programmes_contract"), 5);
    EXPECT_GT(world().value<std::int64_t>("select count(number) from v_programmes_version where version = 2"), 2);
    EXPECT_GT(world().value<std::int64_t>("select count(number) from v_programmes_line where weekly_minutes is not null"), 2);
    EXPECT_GT(world().value<std::int64_t>("select count(number) from v_programmes_special_day"), 20);
}

TEST_P(GenerateTest, keeps_ledger_figures_and_log_sound) {
    ledger::Feed feed(world().database());
    feed.catch_up();
    EXPECT_EQ(ledger::verify_figures(world().database(), feed), std::vector<std::string>{});
    world().database().read(db::Caller::system(), [](db::Tx& tx) {
        EXPECT_EQ(ledger::verify_ledger(tx), std::nullopt);
        EXPECT_FALSE(audit::verify(tx));
    });
}

TEST_P(GenerateTest, shows_every_stage) {
    ledger::Feed feed(world().database());
    feed.catch_up();
    std::map<rollout::Stage, int> stages;
    std::map<rollout::Sign, int> signs;
    rollout::Boards boards([&]() -> const ledger::image::Image& { return feed.image(); });
    const auto board = boards.at(world().database(), {}, world().database().now());
    for (const auto& cell : board->cells) {
        ++stages[cell.now.stage];
        ++signs[cell.cell.sign];
    }
    using enum rollout::Stage;
    for (const auto stage : {assigned, chosen, preparing, ready, started, delivering, sustained, lapsed, stopped})
        EXPECT_GT(stages[stage], 0) << json::name_of(stage);
    for (const auto sign : {rollout::Sign::reached, rollout::Sign::overdue, rollout::Sign::under_way, rollout::Sign::late_forecast})
        EXPECT_GT(signs[sign], 0) << json::name_of(sign);
}

TEST_P(GenerateTest, holds_a_meeting_that_led_somewhere_and_announces_another) {
    EXPECT_GT(world().value<std::int64_t>("select count(*) from v_exchange_event where state = 'closed' and protocol <> ''"), 0);
    EXPECT_GT(world().value<std::int64_t>("select count(*) from v_exchange_event where state = 'announced'"), 0);
    EXPECT_GT(world().value<std::int64_t>("select count(*) from v_exchange_decision where state = 'done'"), 0);
    EXPECT_GT(world().value<std::int64_t>("select count(*) from v_exchange_pick where adoption is not null"), 0);
}

TEST_P(GenerateTest, fills_scales_of_the_region_more_than_once) {
    EXPECT_GT(world().value<std::int64_t>("select count(id) from v_scales_filled"), 100);
    EXPECT_GT(world().value<std::int64_t>("select count(number) from v_scales_score where hundredths is not null"), 100);
    EXPECT_EQ(world().value<std::int64_t>("select count(id) from v_scales_filled where recorded_on <> filled_on"), 0);
    EXPECT_GE(world().value<std::int64_t>("select max(times) from (select count(number) as times from v_scales_filled group by person, scale) t"), 2);
}

TEST_P(GenerateTest, opens_an_account_for_every_role) {
    std::set<policy::Role> roles;
    for (const auto& each : world().accounts) {
        roles.insert(each.role);
        EXPECT_EQ(each.organisation.empty(), policy::regional(each.role));
    }
    EXPECT_EQ(roles.size(), 5U);
}

TEST(Generate, writes_the_same_rows_for_the_same_options) {
    auto options = small();
    options.sizes = {150, 1'500};
    World one("sqlite", options), other("sqlite", options);
    EXPECT_EQ(trace(one), trace(other));
}

TEST(Generate, stops_when_it_is_asked_to) {
    auto options = small();
    std::stop_source source;
    source.request_stop();
    options.stop = source.get_token();
    EXPECT_THROW(World("sqlite", options), Stopped);
}

}  // namespace
}  // namespace ryadom::generate
