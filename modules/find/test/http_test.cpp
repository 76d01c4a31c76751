#include "modules/find/find.hpp"
#include "modules/find/module.hpp"

#include "platform/testing/api_test.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace ryadom::find {
namespace {

using policy::Role;

class FindTest : public testing::ApiTest {
  protected:
    void SetUp() override { start({module(make_shelf())}); }
    void tell(std::string kind, std::uint8_t number, std::string title, std::int64_t organisation = 0, std::string permission = "",
              std::optional<std::string> within = {}) {
        search::Document document{std::move(kind), {}, {{i18n::Language::ru, std::move(title), {}, "Текст о прокате", std::move(within)}}, "/rooms/1", std::move(permission), organisation};
        document.id.bytes[15] = number;
        ASSERT_TRUE(database().write_now(db::Caller::system(), [=](db::Tx& tx) { search::put(tx, document); }));
        // On PostgreSQL a change is given its order a moment after the commit.
        const auto waiting = [](db::Tx& tx) {
            return *tx.value<std::int64_t>("select count(c.number) from v_search_change c left join v_search_change_order o on o.number = c.number where o.position is null");
        };
        while (database().read_as(db::Caller::system(), waiting) != 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
};

// "школа" and "щкола", as an address spells them.
constexpr auto school = "%D1%88%D0%BA%D0%BE%D0%BB%D0%B0";
constexpr auto misspelt = "%D1%89%D0%BA%D0%BE%D0%BB%D0%B0";

TEST_P(FindTest, answers_with_kind_place_and_marks) {
    tell("practice", 1, "Школа ухода");
    tell("room", 2, "Комната школы", 1);
    const auto desk = sign_in(Role::desk, 1);
    const auto all = desk.get(std::string("/api/v1/search?q=") + school);
    ASSERT_EQ(all.status, 200) << all.text;
    EXPECT_EQ(all.at("items/0/kind"), "practice");
    EXPECT_EQ(all.at("items/0/path"), "/rooms/1");
    EXPECT_EQ(all.at("items/0/title/text"), "Школа ухода");
    EXPECT_EQ(all.at("items/0/title/marks/0/to"), "5");
    EXPECT_EQ(all.at("items/0/snippet/text"), "Текст о прокате");
    EXPECT_EQ(all.at("counts/1/kind"), "room");
    EXPECT_EQ(all.at("counts/1/count"), "1");
    EXPECT_EQ(all.at("meant"), "");
    const auto rooms = desk.get(std::string("/api/v1/search?kinds=room&limit=5&q=") + school);
    EXPECT_EQ(rooms.at("items/0/kind"), "room");
    EXPECT_EQ(rooms.at("items/1/kind"), "");
    EXPECT_EQ(rooms.at("counts/0/count"), "1") << "the filter shows what the other kinds have";
    EXPECT_EQ(desk.get(std::string("/api/v1/search?q=") + misspelt).at("meant"), "школа");
}

TEST_P(FindTest, what_another_centre_keeps_is_not_found) {
    tell("room", 1, "Школа", 2);
    tell("account", 2, "Школа", 0, "accounts.see");
    EXPECT_EQ(sign_in(Role::director, 1).get(std::string("/api/v1/search?q=") + school).at("items"), "[]");
    EXPECT_EQ(sign_in(Role::director, 1).get(std::string("/api/v1/search?q=") + misspelt).at("meant"), "") << "a corrected word is a find too";
    EXPECT_EQ(sign_in(Role::director, 2).get(std::string("/api/v1/search?q=") + school).at("items/0/kind"), "room");
}

TEST_P(FindTest, a_part_says_of_what_it_is_and_is_not_found_by_it) {
    tell("clause", 1, "1.1 Школа", 0, "", "Стандарт проката");
    tell("standard", 2, "Стандарт проката");
    const auto desk = sign_in(Role::desk, 1);
    EXPECT_EQ(desk.get(std::string("/api/v1/search?q=") + school).at("items/0/within"), "Стандарт проката");
    const auto whole = desk.get("/api/v1/search?q=%D1%81%D1%82%D0%B0%D0%BD%D0%B4%D0%B0%D1%80%D1%82");
    EXPECT_EQ(whole.at("items/0/kind") + whole.at("items/1/kind"), "standard");
    EXPECT_EQ(whole.at("items/0/within"), "");
}

TEST_P(FindTest, a_thing_comes_before_the_events_and_clauses_that_name_it) {
    tell("event", 1, "Школа");
    tell("clause", 2, "Школа");
    tell("practice", 3, "Школа ухода за пожилыми людьми");
    const auto all = sign_in(Role::desk, 1).get(std::string("/api/v1/search?q=") + school);
    EXPECT_EQ(all.at("items/0/kind"), "practice");
    EXPECT_EQ(all.at("counts/2/kind"), "practice");
}

TEST_P(FindTest, asks_for_a_question) {
    EXPECT_THAT(sign_in(Role::desk, 1).get("/api/v1/search?q=").errors(), ::testing::Not(::testing::IsEmpty()));
    EXPECT_EQ(sign_in(Role::desk, 1).get("/api/v1/search").status, 422);
}

TEST_P(FindTest, synonyms_of_the_trade_are_lines_that_can_be_read) {
    EXPECT_NO_THROW(search::Synonyms{trade_synonyms()});
    EXPECT_THROW(search::Synonyms{"ru: одно"}, std::logic_error);
}

RYADOM_BOTH_ENGINES(FindTest);

}  // namespace
}  // namespace ryadom::find
