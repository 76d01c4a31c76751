// What the search finds of standards: on each day the text that binds.
#include "modules/catalogue/module.hpp"
#include "modules/network/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/rollout/module.hpp"
#include "modules/standards/found.hpp"
#include "modules/standards/module.hpp"
#include "modules/standards/store.hpp"
#include "platform/files/files.hpp"
#include "platform/search/shelf.hpp"
#include "platform/testing/api_test.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace ryadom::standards {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

practices::Text said(std::string text) { return {std::move(text), {}, {}}; }

class StandardsSearchTest : public testing::ApiTest {
  protected:
    static Date day(const std::string& text) { return *parse_date(text); }
    template <class Work>
    auto write(const Work& work) {
        return must(database().write_now(db::Caller::system(), work));
    }
    void SetUp() override {
        clock.set("2026-01-12T05:00:00Z");
        start({{"files", files::schema(), {}, {}, {}}, network::module({}), catalogue::module(), practices::module(),
               standards::module(rollout::make_boards({}))});
        write([](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые')");
            catalogue::ensure_service(tx, {{}, "household.01", "household", {{"ru", "Прогулка"}}, "service", 30, day("2020-01-01"), {}});
        });
    }
    static Content text() {
        Content out;
        out.title = {"Стандарт сопровождения", {}, "Escort standard"};
        out.kind = "household";
        out.description = said("Помощь на улице тем, кто выходит редко.");
        out.algorithm.performance = {{"go", said("Идти рядом, не спеша.")}};
        out.clauses = {{"safety", "1", 1, said("Безопасность")}, {"pair", "1.1", 2, {"Получателя нельзя оставлять одного на дороге.", {}, "Never leave a person alone."}}};
        return out;
    }
    /// A standard of the service with its first draft.
    store::VersionRow draft() {
        return write([](db::Tx& tx) {
            store::StandardRow row;
            row.code = "СТ-31";
            row.service = catalogue::find_service(tx, "household.01")->number;
            return store::insert_version(tx, store::insert_standard(tx, row).number, 1, text());
        });
    }
    void send(const store::VersionRow& version) {
        write([&](db::Tx& tx) { store::send(tx, store::version(tx, version.number), day("2026-01-12"), day("2026-01-26")); });
    }
    void approve(const store::VersionRow& version, const std::string& from) {
        write([&](db::Tx& tx) { store::approve(tx, version.number, {{"208-п", day("2026-01-12")}, day(from)}, day("2026-01-12")); });
    }
    void change(const store::VersionRow& version, const Content& content) {
        write([&](db::Tx& tx) { EXPECT_EQ(store::update_content(tx, store::version(tx, version.number), content), 1); });
    }
    store::VersionRow next(const store::VersionRow& before, const Content& content) {
        return write([&](db::Tx& tx) { return store::insert_version(tx, before.standard, before.ordinal + 1, content); });
    }

    /// Paths of what answers.
    std::vector<std::string> found(const std::string& question, const std::string& kind, const std::string& today = "2026-01-12") {
        // On PostgreSQL a change is given its order a moment after the commit.
        const auto waiting = [](db::Tx& tx) {
            return *tx.value<std::int64_t>("select count(c.number) from v_search_change c left join v_search_change_order o on o.number = c.number where o.position is null");
        };
        while (database().read_as(db::Caller::system(), waiting) != 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        search::Question asked;
        asked.text = question;
        asked.kinds = {kind};
        const auto allowed = [](std::string_view permission) { return permission == "standards.see"; };
        hits = database().read_as(db::Caller::system(), [&](db::Tx& tx) { return shelf.ask(tx, asked, day(today), allowed); }).hits;
        std::vector<std::string> out;
        for (const auto& hit : hits) out.push_back(hit.path);
        return out;
    }
    std::string page(const store::VersionRow& version) {
        return "/standards/" + database().read_as(db::Caller::system(), [&](db::Tx& tx) { return to_string(store::standard(tx, version.standard).id); });
    }
    static std::string clause(const store::VersionRow& version, const std::string& address) {
        return "/standards/versions/" + to_string(version.id) + "#clause-" + address;
    }

    search::Shelf shelf{search::Synonyms{}};
    std::vector<search::Hit> hits;
};

TEST_P(StandardsSearchTest, draft_is_not_found_before_centres_are_asked) {
    const auto version = draft();
    EXPECT_THAT(found("сопровождение", "standard"), IsEmpty());
    EXPECT_THAT(found("оставлять одного", "clause"), IsEmpty());
    send(version);
    EXPECT_THAT(found("сопровождение", "standard"), ElementsAre(page(version)));
    EXPECT_THAT(found("оставлять одного", "clause"), ElementsAre(clause(version, "1.1")));
}

TEST_P(StandardsSearchTest, approved_standard_is_found_by_its_words_code_and_order_and_its_clauses_by_theirs) {
    const auto version = draft();
    approve(version, "2026-02-01");
    for (const auto* words : {"сопровождению", "escort", "31", "208", "улицы", "не спеша"}) EXPECT_THAT(found(words, "standard"), ElementsAre(page(version))) << words;
    EXPECT_THAT(found("дорога", "standard"), IsEmpty()) << "its clauses are found by themselves";
    EXPECT_THAT(found("нельзя оставить одного", "clause"), ElementsAre(clause(version, "1.1")));
    EXPECT_EQ(hits.front().title.text, "1.1 Безопасность");
    EXPECT_EQ(hits.front().within, "Стандарт сопровождения");
    EXPECT_EQ(hits.front().snippet.text, "Получателя нельзя оставлять одного на дороге.");
    EXPECT_THAT(found("leave alone", "clause"), ElementsAre(clause(version, "1.1")));
    EXPECT_EQ(hits.front().within, "Escort standard");
    EXPECT_THAT(found("сопровождение", "clause"), IsEmpty()) << "a clause is not found by the title of its standard";
}

TEST_P(StandardsSearchTest, changed_text_is_found_and_the_old_one_is_not) {
    const auto version = draft();
    send(version);
    auto changed = text();
    changed.title.ru = "Стандарт выездов";
    changed.clauses.front().text = said("Транспорт");
    changed.clauses.back() = {"van", "1.2", 2, said("Водитель ждёт у подъезда.")};
    change(version, changed);
    EXPECT_THAT(found("сопровождение", "standard"), IsEmpty());
    EXPECT_THAT(found("выезд", "standard"), ElementsAre(page(version)));
    EXPECT_THAT(found("оставлять одного", "clause"), IsEmpty());
    EXPECT_THAT(found("подъезд", "clause"), ElementsAre(clause(version, "1.2")));
}

TEST_P(StandardsSearchTest, next_version_is_found_from_its_day_and_a_repealed_standard_no_longer) {
    const auto first = draft();
    approve(first, "2026-01-20");
    auto changed = text();
    changed.clauses.back().text = said("Получателя держат под руку.");
    const auto second = next(first, changed);
    send(second);
    EXPECT_THAT(found("под руку", "clause"), IsEmpty()) << "what binds goes before what is asked about";
    approve(second, "2026-02-01");
    EXPECT_THAT(found("оставлять одного", "clause"), ElementsAre(clause(first, "1.1")));
    EXPECT_THAT(found("оставлять одного", "clause", "2026-01-31"), ElementsAre(clause(first, "1.1")));
    EXPECT_THAT(found("оставлять одного", "clause", "2026-02-01"), IsEmpty());
    EXPECT_THAT(found("под руку", "clause", "2026-01-31"), IsEmpty());
    EXPECT_THAT(found("под руку", "clause", "2026-02-01"), ElementsAre(clause(second, "1.1")));
    EXPECT_THAT(found("сопровождение", "standard", "2026-02-01"), ElementsAre(page(first)));
    clock.set("2026-03-01T05:00:00Z");
    write([&](db::Tx& tx) { store::repeal(tx, store::standard(tx, first.standard), {{"300-п", day("2026-03-01")}, day("2026-03-10")}, day("2026-03-01")); });
    EXPECT_THAT(found("сопровождение", "standard", "2026-03-09"), ElementsAre(page(first)));
    EXPECT_THAT(found("сопровождение", "standard", "2026-03-10"), IsEmpty());
    EXPECT_THAT(found("под руку", "clause", "2026-03-10"), IsEmpty());
    const auto kept = [](db::Tx& tx) { return *tx.value<std::int64_t>("select count(id) from v_search_document where kind in ('standard', 'clause')"); };
    EXPECT_EQ(database().read_as(db::Caller::system(), kept), 3) << "what is over is not kept";
}

TEST_P(StandardsSearchTest, a_database_from_before_the_search_tells_of_its_standards) {
    const auto version = draft();
    approve(version, "2026-02-01");
    write([](db::Tx& tx) { tx.run("delete from search_document"); });
    tell_search(database());
    EXPECT_THAT(found("сопровождение", "standard"), ElementsAre(page(version)));
    EXPECT_THAT(found("оставлять одного", "clause"), ElementsAre(clause(version, "1.1")));
}

RYADOM_BOTH_ENGINES(StandardsSearchTest);

}  // namespace
}  // namespace ryadom::standards
