// A publisher and a subscriber in one process: what the subscriber asks goes to the dispatcher of the same modules, as if it
// were another server, unless the test puts something in its place.
#include "modules/catalogue/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/rollout/module.hpp"
#include "modules/travel/http.hpp"
#include "modules/travel/module.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <future>

namespace ryadom::travel {
namespace {

using policy::Role;
using ::testing::HasSubstr;

class TravelTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        boards_ = rollout::make_boards([this]() -> const ledger::image::Image& { return feed_->image(); });
        outgoing_ = std::make_shared<Outgoing>([this](const fetch::Ask& question) { return answer(question); },
                                               [this](db::Database&, Instant) { return ways_; });
        start({{"files", files::schema(), {}, {}, {}}, network::module(rollout::register_changed), catalogue::module(), people::module(), practices::module(),
               ledger::module({rollout::adopted_by, [this]() -> const ledger::Feed& { return *feed_; }, {}}), rollout::module(boards_), module(outgoing_)},
              network::subtree, network::zone);
        feed_ = std::make_unique<ledger::Feed>(database());
        const auto kinds = read_file(std::string(RYADOM_SOURCE_DIR) + "/practices/catalogue.yaml");
        must(database().write_now(db::Caller::system(), [&](db::Tx& tx) { return must(catalogue::load_catalogue(tx, *json::parse_yaml(kinds))); }));
    }
    void TearDown() override {
        ApiTest::TearDown();
        feed_.reset();
    }

    static std::string read_file(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    fetch::Result answer(const fetch::Ask& question) {
        asked_.push_back(question.url);
        if (failure_) return std::unexpected(*failure_);
        if (const auto at = canned_.find(question.url); at != canned_.end()) return fetch::Answer{200, at->second, ""};
        return std::unexpected(fetch::Failure::unreachable);
    }

    testing::Client admin() { return sign_in(Role::administrator); }
    testing::Client coordinator() { return sign_in(Role::coordinator); }

    static practices::SigningKey publisher(std::uint8_t seed = 1) {
        practices::SigningKey key;
        key.seed.fill(seed);
        return key;
    }
    static practices::PublishedVersion version(const std::string& number, std::optional<std::string> withdrawn = {}) {
        return {"org.example.far", number, {{"ru", "Дальняя практика"}}, std::string(64, 'a'), 1000, {1'700'000'000'000}, std::move(withdrawn)};
    }
    void says(const std::vector<practices::PublishedVersion>& versions, const practices::SigningKey& key = publisher(), std::vector<KeyChange> keys = {}) {
        canned_[url + "/feed/v1"] = json::to_json(sign(json::to_json(feed_of("Алтай", key, versions, std::move(keys))), key));
    }
    static std::string quoted(const std::string& text) { return "\"" + text + "\""; }
    std::string subscribe() {
        const auto seen = coordinator().post("/api/v1/travel/look", R"({"url":"https://far.example/"})");
        EXPECT_EQ(seen.status, 200) << seen.text;
        const auto made = coordinator().post("/api/v1/travel/feeds", R"({"url":"https://far.example","key":")" + seen.at("key") + "\"}");
        EXPECT_EQ(made.status, 201) << made.text;
        return "/api/v1/travel/feeds/" + made.at("id");
    }
    Signed returns(std::int64_t sequence, int centres, const practices::SigningKey& key, std::vector<KeyChange> keys = {}) {
        const Returns out{std::string(returns_format), admin().get("/api/v1/travel/server").at("key"), "Омск",
                          practices::to_text(practices::public_key(key)), sequence, {{"org.example.far", "1.0.0", Stage::delivering, centres}}, std::move(keys)};
        return sign(json::to_json(out), key);
    }
    testing::Answer hand_in(const Signed& signed_text) { return visitor().post("/feed/v1/returns", json::to_json(signed_text)); }
    void open(bool sharing = false) {
        const auto before = admin().get("/api/v1/travel/server");
        const auto done = admin().put("/api/v1/travel/server", std::string(R"({"name":"Здесь","publishing":true,"sharing":)") + (sharing ? "true" : "false") + "}",
                                      before.header("etag"));
        ASSERT_EQ(done.status, 200) << done.text;
    }

    const std::string url = "https://far.example";
    std::shared_ptr<rollout::Boards> boards_;
    std::shared_ptr<Outgoing> outgoing_;
    std::unique_ptr<ledger::Feed> feed_;
    std::vector<rollout::Way> ways_;
    std::map<std::string, std::string> canned_;
    std::optional<fetch::Failure> failure_;
    std::vector<std::string> asked_;
};

TEST_P(TravelTest, feed_is_closed_until_the_administrator_opens_it) {
    EXPECT_EQ(visitor().get("/feed/v1").status, 404);
    EXPECT_EQ(coordinator().put("/api/v1/travel/server", R"({"name":"Здесь","publishing":true,"sharing":false})", "\"1\"").status, 403);
    open();
    const auto feed = visitor().get("/feed/v1");
    ASSERT_EQ(feed.status, 200);
    const auto read = open_feed(feed.text);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->server, "Здесь");
    EXPECT_EQ(read->key, admin().get("/api/v1/travel/server").at("key"));
    const auto again = visitor().send(http::Method::get, "/feed/v1", "", {{"If-None-Match", feed.header("etag")}});
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(visitor().get("/feed/v1/packages/org.example.none/1.0.0").status, 404);
}

TEST_P(TravelTest, nobody_but_the_region_learns_of_feeds_and_nobody_reads_the_key) {
    admin().get("/api/v1/travel/server");
    EXPECT_EQ(sign_in(Role::director).get("/api/v1/travel/feeds").status, 403);
    EXPECT_EQ(sign_in(Role::director).get("/api/v1/travel/adopted?code=org.example.far").status, 200);
    db::Caller director;
    director.scope = {db::Reach::listed, db::Reach::listed, {1}};
    EXPECT_FALSE(database().read_as(director, [](db::Tx& tx) { return store::server(tx).has_value(); }));
}

TEST_P(TravelTest, subscription_shows_what_is_new_and_forgets_nothing_when_the_publisher_is_away) {
    says({version("1.0.0")});
    const auto feed = subscribe();
    EXPECT_EQ(coordinator().get("/api/v1/travel/offers").at("items/0/novelty"), "new_practice");
    says({version("1.0.0"), version("1.1.0")});
    EXPECT_EQ(coordinator().post(feed + "/ask", "").status, 200);
    const auto offers = coordinator().get("/api/v1/travel/offers");
    EXPECT_EQ(offers.at("items/0/entry/version"), "1.1.0");
    EXPECT_EQ(offers.at("items/1/entry/version"), "") << "the newest version of a practice stands for all";
    failure_ = fetch::Failure::unreachable;
    const auto down = coordinator().post(feed + "/ask", "");
    EXPECT_EQ(down.status, 200);
    EXPECT_THAT(down.at("fault"), HasSubstr("не отвечает"));
    EXPECT_EQ(coordinator().get("/api/v1/travel/offers").at("items/0/entry/version"), "1.1.0");
    failure_.reset();
    EXPECT_EQ(coordinator().post(feed + "/ask", "").at("fault"), "");
    EXPECT_EQ(coordinator().remove(feed).status, 204);
    EXPECT_EQ(coordinator().get("/api/v1/travel/offers").at("items/0/entry/version"), "");
}

TEST_P(TravelTest, replayed_altered_and_foreign_feeds_change_nothing) {
    says({version("1.0.0"), version("1.1.0")});
    const auto feed = subscribe();
    const auto faults = [&] { return coordinator().post(feed + "/ask", "").at("fault"); };
    const auto offered = [&] { return coordinator().get("/api/v1/travel/offers").at("items/0/entry/version"); };
    says({version("1.0.0")});
    EXPECT_THAT(faults(), HasSubstr("старее"));
    says({version("1.0.0"), version("1.1.0"), version("2.0.0")}, publisher(2));
    EXPECT_THAT(faults(), HasSubstr("другим ключом"));
    says({version("1.0.0"), version("1.1.0"), version("2.0.0")});
    auto& altered = canned_[url + "/feed/v1"];
    altered.replace(altered.find("2.0.0"), 5, "3.0.0");
    EXPECT_THAT(faults(), HasSubstr("изменили"));
    EXPECT_EQ(offered(), "1.1.0");
}

TEST_P(TravelTest, key_that_changed_after_the_fingerprint_was_compared_is_refused) {
    says({version("1.0.0")});
    const auto key = coordinator().post("/api/v1/travel/look", R"({"url":"https://far.example"})").at("key");
    says({version("1.0.0")}, publisher(2));
    EXPECT_EQ(coordinator().post("/api/v1/travel/feeds", R"({"url":"https://far.example","key":")" + key + "\"}").code(), "travel.other_key");
    EXPECT_EQ(coordinator().post("/api/v1/travel/feeds", R"({"url":"https://far.example","key":"none"})").errors(),
              std::vector<std::string>{"/key travel.key_form"});
}

TEST_P(TravelTest, key_that_the_old_one_vouches_for_is_followed) {
    says({version("1.0.0")});
    const auto feed = subscribe();
    const auto next = practices::public_key(publisher(2));
    says({version("1.0.0"), version("1.1.0")}, publisher(2), {change_of(publisher(), next)});
    const auto asked = coordinator().post(feed + "/ask", "");
    EXPECT_EQ(asked.at("fault") + asked.at("other_key"), "false");
    EXPECT_EQ(asked.at("fingerprint"), fingerprint(next));
    EXPECT_EQ(coordinator().get("/api/v1/travel/offers").at("items/0/entry/version"), "1.1.0");
    says({version("1.0.0"), version("1.1.0"), version("2.0.0")});
    EXPECT_THAT(coordinator().post(feed + "/ask", "").at("fault"), HasSubstr("другим ключом")) << "the old key signs nothing any more";
}

TEST_P(TravelTest, stolen_key_is_replaced_after_the_fingerprint_was_compared) {
    says({version("1.0.0"), version("6.6.6")});
    const auto feed = subscribe();
    says({version("1.0.0")}, publisher(2));
    EXPECT_EQ(coordinator().post(feed + "/ask", "").at("other_key"), "true");
    const auto trust = [&](const practices::SigningKey& key) {
        return coordinator().post(feed + "/trust", R"({"key":")" + practices::to_text(practices::public_key(key)) + "\"}");
    };
    EXPECT_EQ(trust(publisher()).code(), "travel.other_key");
    EXPECT_EQ(coordinator().post(feed + "/trust", R"({"key":"none"})").errors(), std::vector<std::string>{"/key travel.key_form"});
    EXPECT_EQ(sign_in(Role::director).post(feed + "/trust", R"({"key":"none"})").status, 404);
    const auto trusted = trust(publisher(2));
    EXPECT_EQ(trusted.at("fault") + trusted.at("other_key"), "false") << trusted.text;
    EXPECT_EQ(trusted.at("fingerprint"), fingerprint(practices::public_key(publisher(2))));
    EXPECT_EQ(coordinator().get("/api/v1/travel/offers").at("items/0/entry/version"), "1.0.0") << "what the thief told is gone";
    EXPECT_EQ(coordinator().post(feed + "/ask", "").at("fault"), "");
}

TEST_P(TravelTest, administrator_changes_the_key_and_the_old_one_vouches_unless_it_was_stolen) {
    open();
    const auto before = admin().get("/api/v1/travel/server");
    const auto trusted = [&](const testing::Answer& server) { return Known{*practices::parse_public_key(server.at("key")), 0, ""}; };
    EXPECT_EQ(coordinator().put("/api/v1/travel/server/key", R"({"stolen":false})", before.header("etag")).status, 403);
    const auto changed = admin().put("/api/v1/travel/server/key", R"({"stolen":false})", before.header("etag"));
    ASSERT_EQ(changed.status, 200) << changed.text;
    EXPECT_NE(changed.at("fingerprint"), before.at("fingerprint"));
    EXPECT_EQ(admin().put("/api/v1/travel/server/key", R"({"stolen":false})", before.header("etag")).status, 412) << "pressed twice, changed once";
    EXPECT_TRUE(open_feed(visitor().get("/feed/v1").text, trusted(before)));
    const auto replaced = admin().put("/api/v1/travel/server/key", R"({"stolen":true})", changed.header("etag"));
    ASSERT_EQ(replaced.status, 200) << replaced.text;
    const auto feed = visitor().get("/feed/v1").text;
    EXPECT_TRUE(open_feed(feed, trusted(replaced)));
    for (const auto& old : {before, changed}) EXPECT_EQ(open_feed(feed, trusted(old)).error().code, "travel.other_key");
}

TEST_P(TravelTest, subscriber_that_changed_its_key_stays_the_one_that_was_accepted) {
    open();
    ASSERT_EQ(hand_in(returns(1, 41, publisher(5))).at("standing"), "asked");
    const auto subscriber = admin().get("/api/v1/travel/subscribers").at("items/0/id");
    admin().post("/api/v1/travel/subscribers/" + subscriber + "/decision", R"({"accepted":true})");
    const auto next = practices::public_key(publisher(6));
    auto forged = change_of(publisher(7), next);
    forged.signed_by = practices::to_text(practices::public_key(publisher(5)));
    EXPECT_EQ(hand_in(returns(2, 500, publisher(6), {forged})).at("standing"), "asked") << "somebody else, so far";
    EXPECT_EQ(hand_in(returns(3, 42, publisher(8), {change_of(publisher(5), practices::public_key(publisher(8)))})).at("standing"), "accepted");
    const auto all = admin().get("/api/v1/travel/subscribers");
    EXPECT_EQ(all.at("items/0/id"), subscriber);
    EXPECT_EQ(all.at("items/0/fingerprint"), fingerprint(practices::public_key(publisher(8))));
    EXPECT_EQ(all.at("items/2/id"), "");
    EXPECT_EQ(admin().get("/api/v1/travel/adopted?code=org.example.far").at("centres"), "42");
}

TEST_P(TravelTest, package_that_is_not_the_one_of_the_feed_is_not_taken) {
    says({version("1.0.0"), version("0.9.0", "Ошибка в норме")});
    const auto feed = subscribe();
    const std::string wanted = R"({"code":"org.example.far","version":"1.0.0"})";
    EXPECT_EQ(coordinator().post(feed + "/install", wanted).code(), "travel.unreachable");
    canned_[url + "/feed/v1/packages/org.example.far/1.0.0"] = "not a zip";
    EXPECT_EQ(coordinator().post(feed + "/examine", wanted).code(), "practices.package_refused");
    EXPECT_EQ(coordinator().post(feed + "/install", R"({"code":"org.example.far","version":"0.9.0"})").code(), "travel.withdrawn");
    EXPECT_EQ(coordinator().post(feed + "/install", R"({"code":"org.example.far","version":"7.0.0"})").status, 404);
}

TEST_P(TravelTest, counts_are_taken_from_accepted_subscribers_only_and_not_twice) {
    open();
    const auto omsk = publisher(5);
    const auto shown = [&] { return sign_in(Role::specialist).get("/api/v1/travel/adopted?code=org.example.far").at("centres"); };
    EXPECT_EQ(hand_in(returns(1, 41, omsk)).at("standing"), "asked");
    EXPECT_EQ(shown(), "0");
    const auto waiting = admin().get("/api/v1/travel/subscribers");
    EXPECT_EQ(waiting.at("items/0/title"), "Омск");
    const auto decision = "/api/v1/travel/subscribers/" + waiting.at("items/0/id") + "/decision";
    EXPECT_EQ(coordinator().post(decision, R"({"accepted":true})").status, 404);
    EXPECT_EQ(admin().post(decision, R"({"accepted":true})").at("standing"), "accepted");
    EXPECT_EQ(hand_in(returns(2, 41, omsk)).at("standing"), "accepted");
    EXPECT_EQ(shown(), "41");
    EXPECT_EQ(hand_in(returns(2, 500, omsk)).code(), "travel.went_back");
    auto forged = returns(3, 500, omsk);
    forged.text.replace(forged.text.find("500"), 3, "900");
    EXPECT_EQ(hand_in(forged).code(), "travel.altered");
    EXPECT_EQ(hand_in(returns(3, 40, omsk)).status, 200);
    EXPECT_EQ(shown(), "40");
    EXPECT_EQ(admin().get("/api/v1/travel/adopted?code=org.example.far").at("regions"), "1");
    EXPECT_EQ(admin().post(decision, R"({"accepted":false})").at("standing"), "refused");
    EXPECT_EQ(hand_in(returns(4, 40, omsk)).at("standing"), "refused");
    EXPECT_EQ(shown(), "0");
}

TEST_P(TravelTest, a_thousand_keys_fill_no_table) {
    open();
    const auto longest_wait = [&] { clock.advance(900'000); };
    for (std::uint8_t i = 0; i < 100; ++i) {
        EXPECT_EQ(hand_in(returns(1, 1, publisher(static_cast<std::uint8_t>(i + 10)))).status, 200);
        longest_wait();
    }
    EXPECT_EQ(hand_in(returns(1, 1, publisher(200))).code(), "travel.too_many_asked");
    longest_wait();
    EXPECT_EQ(hand_in(returns(2, 1, publisher(10))).at("standing"), "asked") << "who is known already asks nothing new";
    clock.advance(31LL * 24 * 3'600'000);
    EXPECT_EQ(hand_in(returns(1, 1, publisher(200))).at("standing"), "asked") << "those of a month ago make room";
    EXPECT_EQ(admin().get("/api/v1/travel/subscribers").at("items/1/title"), "");
}

TEST_P(TravelTest, one_address_makes_few_keys_known_at_once) {
    open();
    int taken = 0;
    for (std::uint8_t i = 0; i < 10; ++i) taken += hand_in(returns(1, 1, publisher(static_cast<std::uint8_t>(i + 10)))).status == 200 ? 1 : 0;
    EXPECT_EQ(taken, 4);
    EXPECT_EQ(hand_in(returns(1, 1, publisher(50))).code(), "travel.wait");
}

TEST_P(TravelTest, one_address_takes_so_many_packages_at_once) {
    open();
    for (int i = 0; i < 60; ++i) EXPECT_EQ(visitor().get("/feed/v1/packages/org.example.none/1.0.0").status, 404);
    EXPECT_EQ(visitor().get("/feed/v1/packages/org.example.none/1.0.0").status, 429);
    clock.advance(600'000);
    EXPECT_EQ(visitor().get("/feed/v1/packages/org.example.none/1.0.0").status, 404);
}

TEST_P(TravelTest, counts_leave_only_when_the_administrator_agreed) {
    says({version("1.0.0")});
    const auto feed = subscribe();
    const auto told = [&] { return std::ranges::count(asked_, url + "/feed/v1/returns"); };
    coordinator().post(feed + "/ask", "");
    EXPECT_EQ(told(), 0);
    open(true);
    canned_[url + "/feed/v1/returns"] = R"({"standing":"asked"})";
    EXPECT_EQ(coordinator().post(feed + "/ask", "").at("standing"), "asked");
    EXPECT_EQ(told(), 1);
}

TEST_P(TravelTest, poller_asks_by_itself_once_an_hour_has_passed) {
    says({version("1.0.0")});
    subscribe();
    must(database().write_now(db::Caller::system(), [](db::Tx& tx) { store::note_fault(tx, store::feeds(tx).at(0).number, "travel.slow"); }));
    asked_.clear();
    clock.advance(2 * 3'600'000);
    std::promise<void> heard;
    const auto listening = std::make_shared<Outgoing>([&](const fetch::Ask& question) {
        auto result = answer(question);
        if (asked_.size() == 1) heard.set_value();
        return result;
    }, [this](db::Database&, Instant) { return ways_; });
    {
        const Poller due(database(), listening, {}, std::chrono::milliseconds(1));
        heard.get_future().wait();
    }
    EXPECT_EQ(asked_.size(), 1U);
    EXPECT_EQ(coordinator().get("/api/v1/travel/feeds").at("items/0/fault"), "");
}

RYADOM_BOTH_ENGINES(TravelTest);

}  // namespace
}  // namespace ryadom::travel
