#include "platform/search/index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace ryadom::search {
namespace {

using i18n::Language;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Uuid id(std::uint8_t number) {
    Uuid out;
    out.bytes[15] = number;
    return out;
}

Document document(std::uint8_t number, std::string title, std::string body = "", std::string keywords = "", Language language = Language::ru) {
    return {"practice", id(number), {{language, std::move(title), std::move(keywords), std::move(body)}}, "/p", "", 0};
}

class IndexTest : public ::testing::Test {
  protected:
    std::vector<int> found(std::string text, bool unfinished = false) {
        Question question;
        question.text = std::move(text);
        question.unfinished = unfinished;
        answer = index.ask(question);
        std::vector<int> out;
        for (const auto& hit : answer.hits) out.push_back(hit.id.bytes[15]);
        return out;
    }
    Index index{Synonyms("ru: ТСР = техническое средство реабилитации\nkk: арба = кресло-арба\n# nothing\n\n")};
    Answer answer;
};

TEST_F(IndexTest, finds_a_thing_by_other_forms_of_its_words) {
    index.put(document(1, "Школа ухода за пожилыми"));
    index.put(document(2, "Пункт проката"));
    EXPECT_THAT(found("школы"), ElementsAre(1));
    EXPECT_THAT(found("пожилой"), ElementsAre(1));
    EXPECT_THAT(found("о прокатах"), ElementsAre(2));
    EXPECT_THAT(found("огород"), IsEmpty());
    EXPECT_THAT(found(" ,— "), IsEmpty());
}

TEST_F(IndexTest, joins_words_by_or_and_ranks_what_has_more_of_them_first) {
    index.put(document(1, "Школа танцев"));
    index.put(document(2, "Школа ухода"));
    EXPECT_THAT(found("школа ухода"), ElementsAre(2, 1));
}

TEST_F(IndexTest, ranks_a_title_before_keywords_before_a_body) {
    index.put(document(1, "Первая", "прокат колясок"));
    index.put(document(2, "Вторая", "", "прокат колясок"));
    index.put(document(3, "Прокат колясок"));
    EXPECT_THAT(found("прокат"), ElementsAre(3, 2, 1));
}

TEST_F(IndexTest, ranks_words_that_stand_together_first) {
    index.put(document(1, "", "уход обычный и долгий разговор о том что школа далеко и дома никого нет"));
    index.put(document(2, "", "обычный и долгий разговор о том что школа ухода далеко и дома никого нет"));
    EXPECT_THAT(found("школа ухода"), ElementsAre(2, 1));
}

TEST_F(IndexTest, lets_words_of_a_question_weigh_little) {
    index.put(document(1, "", "сколько лет сколько зим прошло с тех пор как мы сидели здесь"));
    index.put(document(2, "", "центр выдал людям города около ста двадцати колясок за год"));
    EXPECT_THAT(found("сколько колясок выдал центр"), ElementsAre(2, 1));
}

TEST_F(IndexTest, mends_one_typo_and_says_so) {
    index.put(document(1, "Прокат реабилитационного оборудования"));
    for (const auto* text : {"пракат", "прокт", "прокаат", "порокат", "рпокат"}) {
        EXPECT_THAT(found(text), ElementsAre(1)) << text;
        EXPECT_EQ(answer.meant, "прокат") << text;
    }
    EXPECT_THAT(found("рeабилитационного"), ElementsAre(1)) << "a Latin e among Cyrillic letters";
    EXPECT_THAT(found("прокат"), ElementsAre(1));
    EXPECT_EQ(answer.meant, std::nullopt);
    EXPECT_THAT(found("пркт"), IsEmpty()) << "two letters are missing";
}

TEST_F(IndexTest, tells_no_corrected_word_that_only_hidden_documents_hold) {
    index.put(document(1, "Прокат"));
    index.put(document(2, "Школа"));
    Question question;
    question.text = "пракат щкола";
    question.visible = [](const Document& each) { return each.id == id(2); };
    EXPECT_EQ(index.ask(question).hits.size(), 1U);
    EXPECT_EQ(index.ask(question).meant, std::nullopt) << "one of the words is of the other document";
    question.text = "щкола";
    EXPECT_EQ(index.ask(question).meant, "школа");
    question.text = "ghjrfn";
    EXPECT_EQ(index.ask(question).meant, std::nullopt) << "neither in the other layout";
}

TEST_F(IndexTest, mends_a_typo_in_a_form_that_no_text_has) {
    index.put(document(1, "Прокат"));
    EXPECT_THAT(found("прокотами"), ElementsAre(1));
}

TEST_F(IndexTest, reads_the_other_layout) {
    index.put(document(1, "Обувь и прокат"));
    index.put({"practice", id(2), {{Language::en, "Home school", "", ""}}, "/p", "", 0});
    EXPECT_THAT(found("ghjrfn"), ElementsAre(1));
    EXPECT_EQ(answer.meant, "прокат");
    EXPECT_THAT(found("j,edm"), ElementsAre(1)) << "a sign is a letter there";
    EXPECT_THAT(found("ысрщщд"), ElementsAre(2));
}

TEST_F(IndexTest, finds_by_the_synonyms_of_the_trade_both_ways) {
    index.put(document(1, "Выдача технических средств реабилитации"));
    index.put(document(2, "Как получить ТСР"));
    index.put(document(3, "Кухня"));
    EXPECT_THAT(found("тср"), ElementsAre(2, 1));
    EXPECT_THAT(found("техническое средство реабилитации"), ElementsAre(1, 2));
    EXPECT_THAT(found("средство"), ElementsAre(1)) << "a part of a phrase is not the phrase";
}

TEST_F(IndexTest, folds_letters_and_stems_kazakh) {
    index.put(document(1, "Ұйымдастыру орталығы", "", "", Language::kk));
    index.put(document(2, "Ещё не всё"));
    EXPECT_THAT(found("уйымдастыру"), ElementsAre(1));
    EXPECT_THAT(found("орталықтарда"), ElementsAre(1));
    EXPECT_THAT(found("еще"), ElementsAre(2));
}

TEST_F(IndexTest, completes_the_word_that_is_being_typed) {
    index.put(document(1, "Реабилитация"));
    EXPECT_THAT(found("реаб"), IsEmpty());
    EXPECT_THAT(found("реаб", true), ElementsAre(1));
    EXPECT_EQ(answer.meant, std::nullopt);
    EXPECT_THAT(found("htf,", true), ElementsAre(1));
}

TEST_F(IndexTest, marks_what_was_found_in_units_of_the_browser) {
    index.put(document(1, "👵 Школа ухода", "Начало. Здесь идёт длинный рассказ о разном, и в нём школы ухода названы."));
    ASSERT_THAT(found("школа"), ElementsAre(1));
    const auto& hit = answer.hits.front();
    EXPECT_EQ(hit.title.text, "👵 Школа ухода");
    EXPECT_THAT(hit.title.marks, ElementsAre(Range{3, 8}));
    ASSERT_EQ(hit.snippet.marks.size(), 1U);
    const auto [from, to] = hit.snippet.marks.front();
    EXPECT_EQ(i18n::fold(hit.snippet.text).find("школы") != std::string::npos, true);
    EXPECT_EQ(to - from, 5);
}

TEST_F(IndexTest, shows_the_text_that_answers) {
    Document both{"practice", id(1), {{Language::ru, "Школа", "", "Русский текст"}, {Language::kk, "Мектеп", "", "Қазақша мәтін"}}, "/p", "", 0};
    index.put(both);
    ASSERT_THAT(found("мектеп"), ElementsAre(1));
    EXPECT_EQ(answer.hits.front().title.text, "Мектеп");
    ASSERT_THAT(found("школа"), ElementsAre(1));
    EXPECT_EQ(answer.hits.front().title.text, "Школа");
}

TEST_F(IndexTest, counts_kinds_and_leaves_out_what_is_not_seen_or_hardly_answers) {
    index.put(document(1, "Прокат колясок"));
    auto room = document(2, "Прокат колясок");
    room.kind = "room";
    index.put(room);
    auto secret = document(3, "Прокат колясок");
    secret.organisation = 7;
    index.put(secret);
    index.put(document(4, "", "Коляски упомянуты в длинном тексте про совсем другие дела и заботы района и его людей"));
    Question question;
    question.text = "прокат колясок";
    question.kinds = {"room"};
    question.least = 0.5;
    question.visible = [](const Document& each) { return each.organisation == 0; };
    const auto some = index.ask(question);
    ASSERT_EQ(some.hits.size(), 1U);
    EXPECT_EQ(some.hits.front().kind, "room");
    EXPECT_EQ(some.counts, (std::map<std::string, int>{{"practice", 1}, {"room", 1}}));
}

TEST_F(IndexTest, puts_kinds_of_less_worth_behind_others_that_answer) {
    auto event = document(1, "Прокат");
    event.kind = "event";
    index.put(event);
    index.put(document(2, "Прокат колясок и костылей"));
    EXPECT_THAT(found("прокат"), ElementsAre(1, 2));
    Question question;
    question.text = "прокат";
    question.worth = {{"event", 0.4}};
    EXPECT_EQ(index.ask(question).hits.front().kind, "practice");
}

/// What two indexes answer to the same questions, down to the last bit of a score.
void expect_equal(const Index& one, const Index& other, const std::vector<std::string>& words) {
    ASSERT_EQ(one.size(), other.size());
    for (const auto& first : words)
        for (const auto& second : words) {
            Question question;
            question.text = first + " " + second;
            question.limit = 100;
            const auto a = one.ask(question);
            const auto b = other.ask(question);
            ASSERT_EQ(a.hits.size(), b.hits.size()) << question.text;
            for (std::size_t i = 0; i < a.hits.size(); ++i) {
                ASSERT_EQ(a.hits[i].id, b.hits[i].id) << question.text;
                ASSERT_EQ(a.hits[i].score, b.hits[i].score) << question.text;
            }
        }
}

TEST(IndexHistory, leaves_no_trace_of_what_was_changed_or_removed) {
    const std::vector<std::string> words{"школа", "уход", "прокат", "коляска", "центр", "пожилой", "семья", "дом"};
    std::mt19937 random(11);
    const auto some_text = [&] {
        std::string out;
        for (auto count = 1 + random() % 12; count > 0; --count) out += words[random() % words.size()] + " ";
        return out;
    };
    Index changed;
    std::map<std::uint8_t, Document> present;
    for (int step = 0; step < 400; ++step) {
        const auto number = static_cast<std::uint8_t>(random() % 40);
        if (random() % 3 == 0) {
            changed.remove("practice", id(number));
            present.erase(number);
        } else {
            present[number] = document(number, some_text(), some_text());
            changed.put(present[number]);
        }
    }
    Index fresh;
    for (const auto& [number, each] : present) fresh.put(each);
    expect_equal(changed, fresh, words);
}

}  // namespace
}  // namespace ryadom::search
