#include "platform/search/shelf.hpp"

#include "platform/testing/engine_test.hpp"
#include "platform/testing/explained.hpp"

#include <gmock/gmock.h>

#include <random>
#include <thread>

namespace ryadom::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Uuid id(std::uint8_t number) {
    Uuid out;
    out.bytes[15] = number;
    return out;
}

Document document(std::uint8_t number, const std::string& title) {
    return {"practice", id(number), {{i18n::Language::ru, title, "", ""}}, "/practices/1", "", 0};
}

class ShelfTest : public testing::EngineTest {
  protected:
    void SetUp() override { start(); }
    void start() {
        auto& inner = open({schema()});
        database = std::make_unique<testing::Explained>(inner);
    }
    void write(const std::function<void(db::Tx&)>& work) { ASSERT_TRUE(database->write_now(db::Caller::system(), work)); }
    /// On PostgreSQL changes are given their order a moment after the commit.
    void settle() {
        const auto waiting = [](db::Tx& tx) {
            return *tx.value<std::int64_t>("select count(c.number) from v_search_change c left join v_search_change_order o on o.number = c.number where o.position is null");
        };
        while (database->read_as(db::Caller::system(), waiting) != 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    std::vector<int> found(Shelf& shelf, const std::string& text, const db::Caller& caller = db::Caller::system(), bool allowed = true,
                           const std::string& today = "2026-11-23") {
        settle();
        Question question;
        question.text = text;
        question.limit = 200;
        const auto answer = database->read_as(caller, [&](db::Tx& tx) { return shelf.ask(tx, question, *parse_date(today), [&](std::string_view) { return allowed; }); });
        std::vector<int> out;
        for (const auto& hit : answer.hits) out.push_back(hit.id.bytes[15]);
        return out;
    }
    std::unique_ptr<testing::Explained> database;
};

TEST_P(ShelfTest, follows_what_is_put_changed_and_removed) {
    Shelf shelf{{}};
    EXPECT_THAT(found(shelf, "школа"), IsEmpty());
    write([](db::Tx& tx) { put(tx, document(1, "Школа ухода")); });
    EXPECT_THAT(found(shelf, "школа"), ElementsAre(1));
    EXPECT_TRUE(database->read_as(db::Caller::system(), [](db::Tx& tx) { return holds(tx, "practice") && !holds(tx, "event"); }));
    write([](db::Tx& tx) { put(tx, document(1, "Пункт проката")); });
    EXPECT_THAT(found(shelf, "школа"), IsEmpty());
    EXPECT_THAT(found(shelf, "прокат"), ElementsAre(1));
    write([](db::Tx& tx) { remove(tx, "practice", id(1)); });
    EXPECT_THAT(found(shelf, "прокат"), IsEmpty());
    Shelf fresh{{}};
    EXPECT_THAT(found(fresh, "прокат"), IsEmpty());
}

TEST_P(ShelfTest, finds_what_binds_for_a_time_on_its_days_only) {
    write([](db::Tx& tx) {
        auto first = document(1, "Стандарт");
        first.until = *parse_date("2026-11-30");
        put(tx, first);
        auto second = document(2, "Стандарт");
        second.from = *parse_date("2026-12-01");
        put(tx, second);
    });
    Shelf shelf{{}};
    const auto on = [&](const std::string& day) { return found(shelf, "стандарт", db::Caller::system(), true, day); };
    EXPECT_THAT(on("2026-11-30"), ElementsAre(1));
    EXPECT_THAT(on("2026-12-01"), ElementsAre(2));
}

TEST_P(ShelfTest, what_a_thing_says_no_longer_goes_and_what_others_say_stays) {
    Shelf shelf{{}};
    write([](db::Tx& tx) {
        put(tx, document(9, "Пункт чужой"));
        put_all(tx, id(100), {document(1, "Пункт первый"), document(2, "Пункт второй")});
        put_all(tx, id(101), {document(3, "Пункт другого")});
    });
    EXPECT_THAT(found(shelf, "пункт"), UnorderedElementsAre(1, 2, 3, 9));
    write([](db::Tx& tx) { put_all(tx, id(100), {document(2, "Пункт второй"), document(4, "Пункт новый")}); });
    EXPECT_THAT(found(shelf, "пункт"), UnorderedElementsAre(2, 3, 4, 9));
    EXPECT_EQ(database->read_as(db::Caller::system(), [](db::Tx& tx) { return *tx.value<std::int64_t>("select count(number) from v_search_change"); }), 6)
        << "what stayed is no change";
    write([](db::Tx& tx) { put_all(tx, id(100), {}); });
    EXPECT_THAT(found(shelf, "пункт"), UnorderedElementsAre(3, 9));
}

TEST_P(ShelfTest, finds_nothing_of_a_write_that_was_refused) {
    Shelf shelf{{}};
    EXPECT_FALSE(database->write_now(db::Caller::system(), [](db::Tx& tx) {
        put(tx, document(1, "Школа"));
        throw Refused(refuse("core.absent").error());
    }));
    EXPECT_THAT(found(shelf, "школа"), IsEmpty());
}

TEST_P(ShelfTest, does_not_count_a_document_that_stayed_the_same_as_a_change) {
    for (int i = 0; i < 2; ++i) write([](db::Tx& tx) { put(tx, document(1, "Школа")); });
    EXPECT_EQ(database->read_as(db::Caller::system(), [](db::Tx& tx) { return *tx.value<std::int64_t>("select count(number) from v_search_change"); }), 1);
}

TEST_P(ShelfTest, keeps_to_the_scope_and_the_permissions_of_who_asks) {
    write([](db::Tx& tx) {
        auto own = document(1, "Комната");
        own.organisation = 7;
        put(tx, own);
        auto others = document(2, "Комната");
        others.organisation = 8;
        put(tx, others);
        put(tx, document(3, "Комната"));
        auto guarded = document(4, "Комната");
        guarded.permission = "network.see";
        put(tx, guarded);
    });
    Shelf shelf{{}};
    const db::Caller director{5, 7, {db::Reach::listed, db::Reach::nothing, {7}}, {}};
    EXPECT_THAT(found(shelf, "комната", director), UnorderedElementsAre(1, 3, 4));
    EXPECT_THAT(found(shelf, "комната", director, false), UnorderedElementsAre(1, 3));
    EXPECT_THAT(found(shelf, "комната"), UnorderedElementsAre(1, 2, 3, 4));
}

TEST_P(ShelfTest, answers_as_an_index_read_anew_after_any_history) {
    const std::vector<std::string> words{"школа", "уход", "прокат", "коляска", "центр", "пожилой"};
    std::mt19937 random(5);
    Shelf shelf{{}};
    for (int step = 0; step < 60; ++step) {
        const auto number = static_cast<std::uint8_t>(random() % 20);
        const auto title = words[random() % words.size()] + " " + words[random() % words.size()];
        const bool removes = random() % 3 == 0;
        write([=](db::Tx& tx) {
            if (removes) remove(tx, "practice", id(number));
            else put(tx, document(number, title));
        });
        if (step % 7 == 0) found(shelf, "школа");
    }
    Shelf fresh{{}};
    for (const auto& word : words) EXPECT_EQ(found(shelf, word + " уход"), found(fresh, word + " уход")) << word;
}

TEST_P(ShelfTest, reads_no_table_whole_to_follow) {
    write([](db::Tx& tx) {
        for (std::uint8_t i = 0; i < 200; ++i) put(tx, document(i, "Школа"));
    });
    settle();
    Shelf shelf{{}};
    found(shelf, "школа");
    database->forget();
    write([](db::Tx& tx) { put(tx, document(1, "Прокат")); });
    write([](db::Tx& tx) { remove(tx, "practice", id(2)); });
    Question question;
    question.text = "прокат";
    database->read_as(db::Caller::system(), [&](db::Tx& tx) { return shelf.ask(tx, question, *parse_date("2026-11-23"), [](std::string_view) { return true; }).hits.size(); });
    EXPECT_THAT(database->read_whole(), IsEmpty());
}

RYADOM_BOTH_ENGINES(ShelfTest);

}  // namespace
}  // namespace ryadom::search
