#include "platform/documents/paper.hpp"

#include "platform/documents/table_grid.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <regex>
#include <sstream>

namespace ryadom::documents {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::DoubleNear;
using ::testing::HasSubstr;
using ::testing::Not;

/// The paper as Debian's reader of PDF files sees it.
class Printed {
  public:
    explicit Printed(const Paper& paper) : path_(::testing::TempDir() + "paper-" + std::to_string(::getpid()) + ".pdf") {
        std::ofstream(path_, std::ios::binary) << render_pdf(paper);
    }
    Printed(const Printed&) = delete;
    Printed& operator=(const Printed&) = delete;
    ~Printed() { ::unlink(path_.c_str()); }
    std::string text() const { return output("pdftotext -layout", "-"); }
    std::string text_in_order() const { return output("pdftotext -raw", "-"); }
    std::string info() const { return output("pdfinfo"); }
    std::string structure() const { return output("pdfinfo -struct-text"); }
    std::string fonts() const { return output("pdffonts"); }
    std::string boxes() const { return output("pdftotext -bbox", "-"); }

  private:
    std::string output(const std::string& program, const std::string& to = "") const {
        const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen((program + " '" + path_ + "' " + to + " 2>&1").c_str(), "r"), ::pclose);
        std::string out;
        std::array<char, 4096> block{};
        for (auto count = std::fread(block.data(), 1, block.size(), pipe.get()); count > 0; count = std::fread(block.data(), 1, block.size(), pipe.get()))
            out.append(block.data(), count);
        for (auto at = out.find("\u00A0"); at != std::string::npos; at = out.find("\u00A0", at)) out.replace(at, 2, " ");
        return out;
    }

    std::string path_;
};

int times(const std::string& text, const std::string& words) {
    int count = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
}

std::string words(int count) {
    std::string out;
    for (int number = 1; number <= count; ++number) out += "слово" + std::to_string(number) + " ";
    return out;
}

Paper protocol() {
    Paper paper{"protocol", "Протокол зональной встречи", "ru"};
    paper.sheet = "лист {page} из {pages}";
    paper.footer = "Протокол № 4";
    paper.blocks = {Heading{1, "Протокол № 4", Align::centre},
                    KeyValues{{{"Дата", "29.11.2026"}, {"Место", "г. Саратов, ул. Мира, д. 5"}}},
                    Heading{2, "Слушали"},
                    Paragraph{"О школе ухода: «Рядом с вами», докладчик Иванова Е. П.", Align::left, Indent::first_line},
                    Heading{2, "Решили"},
                    List{{{"Открыть школу ухода", {{"подобрать комнату", {}}, {"обучить троих", {}}}}, {"Отчитаться к 1 марта", {}}}, Marks::numbers},
                    PaperTable{{{"Центр", 3}, {"Срок", 1}, {"Сумма, ₸", 1, Align::right}}, {{"Балаково", "01.03.2027", "640 ₸"}, {"Энгельс", "15.03.2027"}}, {"Всего", "", "640 ₸"}},
                    Signatures{{{"Председатель", "Е. П. Иванова"}, {"Секретарь", "А. Б. Сәрсенов"}}}};
    return paper;
}

TEST(paper, is_read_in_the_order_of_its_blocks) {
    const auto text = Printed(protocol()).text_in_order();
    std::size_t last = 0;
    for (const std::string part : {"Протокол № 4", "29.11.2026", "Слушали", "Иванова", "Решили", "1.1.", "подобрать комнату", "1.2.", "2.", "Отчитаться", "Балаково", "640", "Всего", "Председатель", "Иванова", "Секретарь", "Сәрсенов"}) {
        const auto at = text.find(part, last);
        ASSERT_NE(at, std::string::npos) << part << " in\n" << text;
        last = at;
    }
}

TEST(paper, is_tagged_and_says_its_title_and_language) {
    const Printed printed(protocol());
    EXPECT_THAT(printed.info(), AllOf(HasSubstr("Tagged:          yes"), HasSubstr("Title:           Протокол зональной встречи"), HasSubstr("595.276 x 841.89 pts (A4)"), Not(HasSubstr("CreationDate"))));
    EXPECT_THAT(printed.structure(), AllOf(HasSubstr("Document\n  H1"), HasSubstr("H2 (block)"), HasSubstr("P (block)"), HasSubstr("L (block)"), HasSubstr("Lbl (block)")));
    EXPECT_EQ(times(printed.structure(), "/Scope /Row"), 2) << "the names of the pairs";
    EXPECT_EQ(times(printed.structure(), "/Scope /Column"), 3) << "the head of the table";
}

TEST(paper, holds_its_fonts_and_the_letters_of_kazakh) {
    Paper paper{"letters", "Әріптер", "kk"};
    paper.blocks = {Paragraph{"ӘҒҚҢӨҰҮҺІ әғқңөұүһі 640 ₸"}};
    const Printed printed(paper);
    EXPECT_THAT(printed.text(), HasSubstr("ӘҒҚҢӨҰҮҺІ әғқңөұүһі 640 ₸"));
    const auto fonts = printed.fonts();
    EXPECT_THAT(fonts, HasSubstr("+PTSerif"));
    // Columns of the report: embedded, a subset, with its Unicode map.
    EXPECT_EQ(times(fonts, "+"), times(fonts, "yes yes yes")) << fonts;
}

TEST(paper, repeats_the_head_of_a_table_on_each_page_but_tags_it_once) {
    Paper paper{"long", "Список", "ru", Orientation::landscape};
    paper.sheet = "лист {page} из {pages}";
    PaperTable table{{{"Учреждение", 3}, {"Человек", 1, Align::right}}, {}, {"Итого", "5 050"}};
    for (int number = 1; number <= 100; ++number) table.rows.push_back({"Центр " + std::to_string(number), std::to_string(number)});
    paper.blocks = {Heading{1, "Список"}, table};
    const Printed printed(paper);
    const auto text = printed.text();
    const int pages = times(text, "\f");
    EXPECT_GT(pages, 2);
    EXPECT_THAT(printed.info(), AllOf(HasSubstr("Pages:           " + std::to_string(pages) + "\n"), HasSubstr("841.89 x 595.276 pts (A4)")));
    EXPECT_EQ(times(text, "Учреждение"), pages);
    EXPECT_EQ(times(printed.structure(), "Учреждение"), 1);
    for (int number = 1; number <= 100; ++number) EXPECT_EQ(times(text, "Центр " + std::to_string(number) + " "), 1) << number;
    for (int page = 1; page <= pages; ++page) EXPECT_EQ(times(text, "лист " + std::to_string(page) + " из " + std::to_string(pages) + "\n"), 1) << text;
    EXPECT_EQ(times(printed.structure(), "Table (block)"), 1) << "one table over all pages";
}

TEST(paper, leaves_no_line_of_a_paragraph_alone_on_a_page) {
    Paper paper{"text", "Текст"};
    for (int number = 100; number < 160; ++number) {
        std::string text;
        for (int word = 0; word < 20 + number % 7 * 13; ++word) text += "абзац" + std::to_string(number) + " ";
        paper.blocks.push_back(Paragraph{text});
    }
    std::istringstream text(Printed(paper).text());
    int pages = 0;
    for (std::string page; std::getline(text, page, '\f'); ++pages)
        for (int number = 100; number < 160; ++number) {
            int lines = 0;
            std::istringstream stream(page);
            for (std::string line; std::getline(stream, line);) lines += line.find("абзац" + std::to_string(number)) != std::string::npos;
            EXPECT_NE(lines, 1) << "paragraph " << number << " on page " << pages + 1;
        }
    EXPECT_GT(pages, 5);
}

TEST(paper, keeps_a_heading_with_what_follows) {
    for (int lines = 30; lines < 50; ++lines) {
        Paper paper{"text", "Текст"};
        paper.blocks.assign(static_cast<std::size_t>(lines), Spacer{});
        paper.blocks.insert(paper.blocks.end(), {Heading{2, "Заголовок"}, Heading{3, "Подзаголовок"}, Paragraph{words(120)}});
        std::istringstream text(Printed(paper).text());
        for (std::string page; std::getline(text, page, '\f');)
            EXPECT_EQ(page.find("Заголовок") != std::string::npos, page.find("слово1 ") != std::string::npos) << lines;
    }
}

TEST(paper, keeps_a_wide_table_within_the_page) {
    Paper paper{"wide", "Широкая таблица", "ru", Orientation::landscape};
    PaperTable table;
    for (int number = 0; number < 24; ++number) table.columns.push_back({"Предоставление " + std::to_string(number), number % 5 + 1.0});
    table.rows.push_back(std::vector<std::string>(24, "https://example.org/a/very/long/address/of/a/page достопримечательность"));
    paper.blocks = {table};
    const auto boxes = Printed(paper).boxes();
    const std::regex box(R"re(xMin="([0-9.]+)" yMin="[0-9.-]+" xMax="([0-9.]+)")re");
    int count = 0;
    for (auto at = std::sregex_iterator(boxes.begin(), boxes.end(), box); at != std::sregex_iterator(); ++at, ++count) {
        EXPECT_GT(std::stod((*at)[1]), 40);
        EXPECT_LT(std::stod((*at)[2]), 842 - 40);
    }
    EXPECT_GT(count, 24 * 3);
}

TEST(paper, breaks_a_row_that_no_page_holds) {
    Paper paper{"tall", "Высокая строка"};
    paper.blocks = {PaperTable{{{"Кто", 1}, {"Что", 2}}, {{"Центр", words(900)}, {"Другой", "конец"}}, {}}};
    const auto text = Printed(paper).text_in_order();
    EXPECT_GE(times(text, "\f"), 3);
    for (const int number : {1, 300, 600, 900}) EXPECT_EQ(times(text, "слово" + std::to_string(number)), times(words(900), "слово" + std::to_string(number))) << number;
    EXPECT_THAT(text, HasSubstr("конец"));
}

TEST(paper, of_the_same_value_is_the_same_file) {
    EXPECT_EQ(render_pdf(protocol()), render_pdf(protocol()));
    auto other = protocol();
    other.title += "!";
    EXPECT_NE(render_pdf(protocol()), render_pdf(other));
}

TEST(column_widths, follow_the_shares_but_leave_room_for_the_longest_word) {
    EXPECT_THAT(column_widths({3, 1}, {10, 10}, 400), ElementsAre(300, 100));
    EXPECT_THAT(column_widths({3, 1}, {10, 160}, 400), ElementsAre(240, 160));
    EXPECT_THAT(column_widths({8, 1, 1}, {10, 100, 10}, 400), ElementsAre(DoubleNear(266.7, 0.1), 100, DoubleNear(33.3, 0.1)));
}

TEST(column_widths, shrink_together_when_words_do_not_fit) { EXPECT_THAT(column_widths({1, 1}, {300, 100}, 200), ElementsAre(150, 50)); }

}  // namespace
}  // namespace ryadom::documents
