// The whole application as its operators see it: health, metrics and the lines of the log that no request writes.
#include "app/application.hpp"
#include "platform/testing/engine_test.hpp"

#include <gmock/gmock.h>

#include <future>
#include <thread>

namespace ryadom::app {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;

class HealthTest : public ::testing::TestWithParam<const char*> {
  protected:
    void SetUp() override {
        Settings settings;
        settings.location = place_.location();
        settings.log = [this](const std::string& line) {
            const std::lock_guard lock(mutex_);
            lines_.push_back(line);
        };
        application_ = std::make_unique<Application>(std::move(settings));
    }

    std::pair<int, std::string> get(const std::string& target) {
        http::Request request;
        request.target = target;
        request.headers.push_back({"Host", "ryadom.test"});
        std::promise<http::Response> answered;
        application_->dispatcher()(std::move(request), http::Respond([&](std::optional<http::Response> response) { answered.set_value(std::move(*response)); }));
        const auto response = answered.get_future().get();
        return {response.status, std::get<std::string>(response.body)};
    }
    /// Asks until the answer is this one; the last answer.
    std::pair<int, std::string> health_until(const std::pair<int, std::string>& wanted) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        auto answer = get("/healthz");
        while (answer != wanted && std::chrono::steady_clock::now() < until) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            answer = get("/healthz");
        }
        return answer;
    }
    void run(db::Sql sqlite, db::Sql postgresql) {
        const auto sql = application_->database().engine() == "sqlite" ? sqlite : postgresql;
        (void)application_->database().write_now(db::Caller::system(), [sql](db::Tx& tx) { tx.run(sql); });
    }
    std::vector<std::string> log() {
        const std::lock_guard lock(mutex_);
        return lines_;
    }

    testing::Place place_{GetParam()};
    std::mutex mutex_;
    std::vector<std::string> lines_;
    std::unique_ptr<Application> application_;  // last, so that its threads end before what they log to
};

const std::pair well{200, std::string("ok\n")};

TEST_P(HealthTest, counts_what_was_done) {
    EXPECT_EQ(get("/healthz"), well);
    get("/api/v1/session");
    const auto [status, text] = get("/metrics");
    EXPECT_EQ(status, 200);
    for (const auto* line : {"ryadom_healthy 1\n", "ryadom_requests_total{status=\"401\"} 1\n", "ryadom_writes_waiting 0\n", "ryadom_image_position 0\n",
                             "ryadom_image_rows 0\n", "ryadom_imports_total{outcome=\"failed\"} 0\n", "# TYPE ryadom_write_transactions_total counter\n",
                             "ryadom_uptime_seconds "})
        EXPECT_THAT(text, HasSubstr(line));
}

TEST_P(HealthTest, image_that_cannot_follow_the_ledger_shows_in_health_and_log) {
    ASSERT_TRUE(application_->database().write_now(db::Caller::system(), [](db::Tx& tx) {
        ledger::StoredFact fact;
        fact.id = tx.make_id<ledger::Fact>();
        fact.person = 1;
        fact.service = 70'000;  // more than the image has room for
        fact.minutes = 30;
        fact.home_provider = fact.performer_provider = 1;
        fact.recorded_at = tx.now();
        ledger::append(tx, fact);
    }));
    EXPECT_EQ(health_until({503, "fault: ledger.image\n"}), (std::pair{503, std::string("fault: ledger.image\n")}));
    EXPECT_THAT(log(), Contains(AllOf(HasSubstr(R"("event":"fault","part":"ledger.image","error":")"), HasSubstr("the image has room for"))));
    EXPECT_THAT(get("/metrics").second, HasSubstr("ryadom_healthy 0\n"));
}

TEST_P(HealthTest, importer_that_cannot_read_its_jobs_shows_until_it_can) {
    // A column, not the table: on SQLite a reader that is opened meanwhile makes a view of every table.
    run("alter table ledger_import rename column beat_at to away", "alter view v_ledger_import rename to away");
    EXPECT_EQ(health_until({503, "fault: ledger.import\n"}).first, 503);
    run("alter table ledger_import rename column away to beat_at", "alter view away rename to v_ledger_import");
    EXPECT_EQ(health_until(well), well) << ::testing::PrintToString(log());
    EXPECT_THAT(log(), Contains(HasSubstr(R"("event":"fault","part":"ledger.import")")));
    EXPECT_THAT(log(), Contains(HasSubstr(R"("event":"mended","part":"ledger.import"})")));
}

INSTANTIATE_TEST_SUITE_P(on, HealthTest, ::testing::Values("sqlite", "postgresql"), [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace ryadom::app
