// What the search finds of events, as they change.
#include "modules/exchange/found.hpp"
#include "modules/exchange/test/exchange_fixture.hpp"
#include "platform/search/shelf.hpp"

#include <thread>

namespace ryadom::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ExchangeSearchTest : public ExchangeTest {
  protected:
    /// Titles of the events that answer.
    std::vector<std::string> found(const std::string& text) {
        // On PostgreSQL a change is given its order a moment after the commit.
        const auto waiting = [](db::Tx& tx) {
            return *tx.value<std::int64_t>("select count(c.number) from v_search_change c left join v_search_change_order o on o.number = c.number where o.position is null");
        };
        while (database().read_as(db::Caller::system(), waiting) != 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        search::Question question;
        question.text = text;
        question.kinds = {"event"};
        const auto allowed = [](std::string_view permission) { return permission == "exchange.see"; };
        const auto answer = database().read_as(db::Caller::system(), [&](db::Tx& tx) { return shelf.ask(tx, question, *parse_date("2026-03-02"), allowed); });
        std::vector<std::string> out;
        for (const auto& hit : answer.hits) {
            out.push_back(hit.title.text);
            EXPECT_EQ(hit.path, "/exchange/events/" + to_string(hit.id));
        }
        return out;
    }
    search::Shelf shelf{search::Synonyms{}};
};

TEST_P(ExchangeSearchTest, event_is_found_by_what_it_says_and_shows) {
    const auto event = announce();
    for (const auto* text : {"прогулка", "host", "зал", "показы", "директору", "walks"}) EXPECT_THAT(found(text), ElementsAre("Прогулки")) << text;
    EXPECT_THAT(found("коляска"), IsEmpty());
    ASSERT_EQ(director(host).post(event + "/decisions", R"({"text":"Закупить коляски","owner":")" + agency.id + R"(","due":"2026-04-01"})").status, 201);
    EXPECT_THAT(found("коляска"), ElementsAre("Прогулки"));
    const auto decision = "/api/v1/exchange/decisions/" + coordinator().get(event).at("decisions/0/id");
    ASSERT_EQ(director(host).post(decision + "/drop", R"({"reason":"Нет денег"})").status, 200);
    EXPECT_THAT(found("коляска"), IsEmpty()) << "what was dropped is decided no longer";
    const auto revision = "\"" + director(host).get(event).at("event/revision") + "\"";
    ASSERT_EQ(director(host).put(event + "/protocol", R"({"text":"Обсудили тандемы."})", revision).status, 200);
    EXPECT_THAT(found("тандем"), ElementsAre("Прогулки"));
}

TEST_P(ExchangeSearchTest, changed_topic_is_found_and_the_old_one_is_not) {
    const auto made = director(host).post("/api/v1/exchange/events", body());
    ASSERT_EQ(made.status, 201) << made.text;
    auto renamed = body();
    renamed.replace(renamed.find("Прогулки"), std::string("Прогулки").size(), "Скандинавская ходьба");
    ASSERT_EQ(director(host).put("/api/v1/exchange/events/" + made.at("event/id"), renamed, "\"1\"").status, 200);
    EXPECT_THAT(found("прогулки"), IsEmpty());
    EXPECT_THAT(found("скандинавской ходьбе"), ElementsAre("Скандинавская ходьба"));
}

TEST_P(ExchangeSearchTest, cancelled_event_is_not_found) {
    const auto event = announce();
    ASSERT_EQ(coordinator().post(event + "/cancel", R"({"reason":"Паводок"})").status, 200);
    EXPECT_THAT(found("прогулка"), IsEmpty());
}

TEST_P(ExchangeSearchTest, a_database_from_before_the_search_tells_of_its_events) {
    announce();
    ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) { tx.run("delete from search_document"); }));
    EXPECT_FALSE(database().read_as(db::Caller::system(), [](db::Tx& tx) { return search::holds(tx, "event"); }));
    tell_search(database());
    EXPECT_THAT(found("прогулка"), ElementsAre("Прогулки"));
}

RYADOM_BOTH_ENGINES(ExchangeSearchTest);

}  // namespace
}  // namespace ryadom::exchange
