#include "modules/ledger/store.hpp"
#include "modules/ledger/test/ledger_fixture.hpp"
#include "platform/audit/audit.hpp"
#include "platform/search/search.hpp"

#include <unistd.h>

#include <future>
#include <random>

namespace ryadom::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Written {
    std::int64_t number = 0;
    StoredFact fact;
};

/// Random rows of a ledger: late, reversed, around local midnights, of several houses.
class History {
  public:
    History(unsigned seed, std::vector<std::pair<std::int64_t, std::string>> centres, std::vector<Adopted> practices, std::int64_t service)
        : random_(seed), centres_(std::move(centres)), practices_(std::move(practices)), service_(service) {}

    /// The rows of one transaction at this moment.
    std::vector<StoredFact> rows(Instant now, const std::vector<Written>& before) {
        std::vector<StoredFact> out;
        for (auto count = pick(1, 8); count > 0; --count) out.push_back(pick(0, 9) == 0 && !before.empty() ? reversal(now, before) : fact(now));
        return out;
    }
    std::int64_t pick(std::int64_t low, std::int64_t high) { return std::uniform_int_distribution<std::int64_t>(low, high)(random_); }

  private:
    const std::pair<std::int64_t, std::string>& centre() { return centres_[static_cast<std::size_t>(pick(0, std::ssize(centres_) - 1))]; }

    StoredFact fact(Instant now) {
        StoredFact out;
        const auto& [home, zone] = centre();
        out.home_provider = home;
        out.performer_provider = pick(0, 3) ? home : centre().first;
        if (pick(0, 9)) out.person = pick(1, 60);
        else out.unnamed_count = static_cast<int>(pick(1, 20));
        out.service = service_;
        const auto late = pick(0, 5) ? pick(0, 4 * 3'600'000) : pick(0, 100LL * 86'400'000);
        out.performed_on = local_date(now + -late, zone);
        out.recorded_on = local_date(now, zone);
        out.minutes = static_cast<int>(pick(1, 200));
        if (pick(0, 4)) {
            const auto& practice = practices_[static_cast<std::size_t>(pick(0, std::ssize(practices_) - 1))];
            out.practice = practice.practice.value;
            out.practice_version = practice.version.value;
        }
        out.source = "history";
        out.recorded_at = now;
        return out;
    }

    StoredFact reversal(Instant now, const std::vector<Written>& before) {
        const auto& [number, fact_before] = before[static_cast<std::size_t>(pick(0, std::ssize(before) - 1))];
        if (fact_before.reverses || !taken_.insert(number).second) return fact(now);
        auto out = fact_before;
        out.reverses = number;
        out.reason = "ошибка";
        out.recorded_at = now;
        for (const auto& [home, zone] : centres_)
            if (home == out.home_provider) out.recorded_on = local_date(now, zone);
        return out;
    }

    std::mt19937 random_;
    std::vector<std::pair<std::int64_t, std::string>> centres_;
    std::vector<Adopted> practices_;
    std::int64_t service_;
    std::set<std::int64_t> taken_;
};

class FeedTest : public LedgerTest {
  protected:
    std::vector<Written> write(const std::vector<StoredFact>& rows) {
        return must(database().write_now(db::Caller::system(), [rows](db::Tx& tx) {
            std::vector<Written> out;
            for (auto row : rows) {
                row.id = tx.make_id<Fact>();
                out.push_back({append(tx, row).value, row});
            }
            return out;
        }));
    }

    void expect_equal_after(unsigned seed) {
        write_history(seed, 120);
        settle();
        EXPECT_GT(facts_in(*feed), 300U);
        EXPECT_FALSE(survivors.empty());
        EXPECT_THAT(verify_figures(database(), *feed), IsEmpty()) << "followed";
        const Feed loaded(database());
        EXPECT_THAT(verify_figures(database(), loaded), IsEmpty()) << "loaded";
    }

    void write_history(unsigned seed, int transactions) {
        const auto branch = add_organisation("branch", "Asia/Kamchatka", R"(,"parent":")" + suzun.id + "\"");
        const std::vector practices{add_practice("school", "household.01", "centre"), add_practice("rental", "household.01", "centre")};
        const auto service = in_system([](db::Tx& tx) { return catalogue::find_service(tx, std::string_view("household.01"))->number.value; });
        History history(seed, {{suzun.number, "Asia/Novosibirsk"}, {baltic.number, "Europe/Kaliningrad"}, {branch.number, "Asia/Kamchatka"}}, practices, service);
        std::vector<Written> all;
        for (int i = 0; i < transactions; ++i) {
            clock.advance(history.pick(0, 20 * 3'600'000));
            for (auto& row : write(history.rows(clock.now(), all))) all.push_back(std::move(row));
            if (history.pick(0, 3) == 0) merge(history);
        }
    }

    /// Two people turn out to be one, or one who was merged another one after all.
    void merge(History& history) {
        const auto person = history.pick(1, 60);
        auto survivor = history.pick(1, 60);
        if (survivors.erase(person)) survivor = 0;
        else
            for (auto end = survivor;; end = survivors.at(end)) {
                if (end == person) return;  // they are one already, or would go round
                if (!survivors.contains(end)) break;
            }
        if (survivor) survivors[person] = survivor;
        must(database().write_now(db::Caller::system(), [=, day = local_date(clock.now(), "Asia/Novosibirsk")](db::Tx& tx) { store::insert_merge(tx, person, survivor, day); }));
    }

    StoredFact plain_fact() {
        StoredFact out;
        out.person = 1;
        out.service = 1;
        out.performed_on = out.recorded_on = *parse_date("2026-11-23");
        out.minutes = 30;
        out.home_provider = out.performer_provider = suzun.number;
        out.source = "test";
        out.recorded_at = clock.now();
        return out;
    }

    std::map<std::int64_t, std::int64_t> survivors;

    std::uint64_t facts_in(const Feed& of) { return image::totals(of.image(), image::Scope::everything(), Date{0}, image::last_day).facts; }
};

TEST_P(FeedTest, figures_equal_sql_after_a_random_history) { expect_equal_after(1); }

TEST_P(FeedTest, figures_equal_sql_after_another_random_history) { expect_equal_after(20261123); }

TEST_P(FeedTest, goes_on_from_its_snapshot_and_what_was_written_meanwhile) {
    const auto file = std::filesystem::temp_directory_path() / ("feed_" + std::to_string(::getpid()) + "_" + std::string(database().engine()));
    write_history(7, 60);
    settle();
    { Feed(database(), {}, file); }
    const auto kept = std::filesystem::file_size(file);
    write({plain_fact(), plain_fact()});
    settle();
    {
        const Feed again(database(), {}, file);
        EXPECT_THAT(verify_figures(database(), again), IsEmpty());
    }
    EXPECT_GT(std::filesystem::file_size(file), kept) << "the two facts are kept too";
    std::filesystem::remove(file);
}

TEST_P(FeedTest, snapshot_of_a_ledger_that_was_restored_since_is_left_alone) {
    const auto file = std::filesystem::temp_directory_path() / ("feed_" + std::to_string(::getpid()) + "_" + std::string(database().engine()));
    image::Image strange;
    strange.append(std::vector<image::Fact>{{.position = 1, .person = 1, .day = Date{20'000}, .recorded_on = Date{20'000}, .home_provider = 1}});
    image::write_snapshot(strange, file, [](image::Position) { return std::optional(Uuid{{1}}); });
    write({plain_fact(), plain_fact()});
    settle();
    {
        const Feed loaded(database(), {}, file);
        EXPECT_THAT(verify_figures(database(), loaded), IsEmpty());
        EXPECT_EQ(facts_in(loaded), 2U);
    }
    EXPECT_TRUE(image::read_snapshot(file, [&](image::Position position) { return in_system([&](db::Tx& tx) { return store::fact_at(tx, position); }); }));
    std::filesystem::remove(file);
}

TEST_P(FeedTest, a_snapshot_that_cannot_be_written_is_told_and_no_more) {
    std::vector<std::string> told;
    write({plain_fact()});
    settle();
    { Feed(database(), [&](std::string_view event, std::string_view part, std::string_view) { told.push_back(std::string(event) + " " + std::string(part)); }, "/nowhere/ledger.image"); }
    EXPECT_THAT(told, ElementsAre("fault ledger.snapshot"));
}

TEST_P(FeedTest, difference_between_image_and_sql_is_told) {
    write({plain_fact(), plain_fact()});
    settle();
    EXPECT_THAT(verify_figures(database(), *feed), IsEmpty());
    const auto changed = database().write_now(db::Caller::system(), [pg = postgres()](db::Tx& tx) {
        if (pg) tx.run("alter table ledger_fact disable trigger ledger_fact_append_only");
        else tx.run("drop trigger ledger_fact_no_update");
        tx.run("update ledger_fact set minutes = 31 where number = (select min(number) from ledger_fact)");
    });
    ASSERT_TRUE(changed);
    EXPECT_THAT(verify_figures(database(), *feed), SizeIs(2));  // of the home provider and of the performer
}

TEST_P(FeedTest, bad_row_of_the_ledger_is_named) {
    const auto verify = [&] { return in_system([](db::Tx& tx) { return verify_ledger(tx); }); };
    EXPECT_EQ(verify(), std::nullopt);
    sign_in(Role::desk, suzun.number).post("/api/v1/facts", fact_of_new(suzun));
    EXPECT_EQ(verify(), std::nullopt);
    auto stray = plain_fact();
    stray.person = 999;
    write({stray});
    EXPECT_THAT(verify().value_or(""), ::testing::HasSubstr("names a person who is not registered"));
}

TEST_P(FeedTest, acknowledged_fact_is_in_the_image_within_a_second) {
    sign_in(Role::desk, suzun.number).post("/api/v1/facts", fact_of_new(suzun));
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(1);
    while (facts_in(*feed) == 0 && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_EQ(facts_in(*feed), 1U);
}

TEST_P(FeedTest, image_follows_while_many_write_and_read) {
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer)
        writers.emplace_back([&] {
            for (int i = 0; i < 25; ++i) write({plain_fact(), plain_fact()});
        });
    std::uint64_t seen = 0;
    while (seen < 200) {
        const auto now = facts_in(*feed);
        ASSERT_GE(now, seen);
        ASSERT_EQ(now % 2, 0U) << "half of a transaction";
        seen = now;
    }
    for (auto& writer : writers) writer.join();
    EXPECT_THAT(verify_figures(database(), *feed), IsEmpty());
}

TEST_P(FeedTest, transaction_that_commits_after_a_later_one_is_not_missed) {
    if (!postgres()) GTEST_SKIP() << "the embedded engine has one writer";
    std::promise<void> release;
    const auto released = release.get_future().share();
    std::promise<void> begun;
    auto once = std::make_shared<std::once_flag>();
    auto early = std::async(std::launch::async, [&] {
        return database().write_now(db::Caller::system(), [&, once, row = plain_fact()](db::Tx& tx) {
            auto mine = row;
            mine.id = tx.make_id<Fact>();
            append(tx, mine);
            std::call_once(*once, [&] { begun.set_value(); });
            released.wait();
        });
    });
    begun.get_future().wait();
    write({plain_fact()});
    settle();
    EXPECT_EQ(facts_in(*feed), 1U);
    release.set_value();
    ASSERT_TRUE(early.get());
    settle();
    EXPECT_EQ(facts_in(*feed), 2U);
    EXPECT_THAT(verify_figures(database(), *feed), IsEmpty());
}

TEST_P(FeedTest, second_process_sees_the_facts_of_the_first) {
    if (!postgres()) GTEST_SKIP() << "the embedded engine has one process";
    db::Options options;
    options.location = location();
    options.schemas = {audit::schema(), auth::schema(), http::schema(), search::schema()};
    for (const auto& each : modules()) options.schemas.push_back(each.schema);
    const auto other = db::Database::open(std::move(options));
    const Feed second(*other);
    write({plain_fact()});
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(1);
    while (facts_in(second) == 0 && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_EQ(facts_in(second), 1U);
}

TEST_P(FeedTest, coverage_counts_distinct_people_and_hides_small_groups) {
    const auto add_district = [&](const char* code) {
        return sign_in(Role::coordinator)
            .post("/api/v1/districts", R"({"code":")" + std::string(code) + R"(","title":"Район","population":2000,"elders":500,"road_km":1,"tile_row":0,"tile_column":0})")
            .at("id");
    };
    const auto large = add_district("large");
    const auto small = add_district("small");
    const auto desk = sign_in(Role::desk, suzun.number);
    for (int i = 0; i < 8; ++i) {
        const auto person = new_person("Иванова", "195" + std::to_string(i) + "-03-08", R"(,"district":")" + (i < 6 ? large : small) + "\"");
        const auto made = desk.post("/api/v1/facts", fact(suzun, R"("new_person":)" + person));
        ASSERT_EQ(made.status, 201) << made.text;
        desk.post("/api/v1/facts", fact_of(suzun, made.at("person")));
    }
    settle();
    const auto seen_by = [&](const testing::Client& reader) {
        const auto coverage = reader.get("/api/v1/figures/coverage?from=2026-01-01&to=2026-12-31");
        std::map<std::string, std::string> out;
        for (const auto& district : *coverage.body.find("districts")->as<json::Array>())
            out.emplace(*district.find("district")->as<std::string>(), json::write(district));
        return out;
    };
    const auto row = [](const std::string& id, const std::string& rest) { return std::pair(id, R"({"district":")" + id + R"(","population":2000,)" + rest + "}"); };
    EXPECT_THAT(seen_by(sign_in(Role::coordinator)), ::testing::UnorderedElementsAre(
        row(large, R"("people":6,"per_thousand":3,"hidden":false)"), row(small, R"("hidden":true)")));
    EXPECT_THAT(seen_by(sign_in(Role::director, baltic.number)), ::testing::UnorderedElementsAre(
        row(large, R"("people":5,"per_thousand":2.5,"hidden":false)"), row(small, R"("hidden":true)")));
    const auto table = desk.get("/api/v1/figures/services?from=2026-01-01&to=2026-12-31&organisation=" + suzun.id);
    EXPECT_EQ(table.at("rows/0/month"), "2026-11-01") << table.text;
    EXPECT_EQ(table.at("rows/0/facts"), "16");
    EXPECT_EQ(table.at("rows/0/people"), "8");
    EXPECT_EQ(table.at("rows/0/minutes"), "480");
    EXPECT_THAT(desk.get("/api/v1/figures/coverage?from=2026-12-31&to=2026-01-01").errors(), ElementsAre("/to ledger.range_backwards"));
}

TEST_P(FeedTest, facts_behind_a_cell_are_those_that_it_counts) {
    const auto school = add_practice("school", "household.01", "centre");
    adopted[suzun.number] = {school};
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto person = desk.post("/api/v1/facts", fact_of_new(suzun)).at("person");
    const auto second = desk.post("/api/v1/facts", fact_of(suzun, person)).at("id");
    const auto third = desk.post("/api/v1/facts", fact_of(suzun, person)).at("id");
    desk.post("/api/v1/facts/" + second + "/reverse", R"({"reason":"ошибка"})");
    settle();
    const auto day = *parse_date("2026-11-23");
    const auto behind = [&](std::optional<image::Position> before) {
        return in_system([&](db::Tx& tx) {
            return facts_behind(tx, feed->image(), image::Scope::everything(), school.practice, {suzun.number}, day, day, before, 1);
        });
    };
    const auto first_page = behind({});
    ASSERT_EQ(first_page.facts.size(), 1U);
    EXPECT_EQ(to_string(first_page.facts[0].id), third);
    const auto second_page = behind(first_page.next);
    ASSERT_EQ(second_page.facts.size(), 1U);
    EXPECT_NE(to_string(second_page.facts[0].id), second);
    EXPECT_FALSE(second_page.next);
}

RYADOM_BOTH_ENGINES(FeedTest);

}  // namespace
}  // namespace ryadom::ledger
