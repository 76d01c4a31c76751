#include "platform/csv/csv.hpp"

#include <gmock/gmock.h>

namespace ryadom::csv {
namespace {

using ::testing::ElementsAre;

std::vector<std::vector<std::string>> fields(std::string_view text) {
    std::vector<std::vector<std::string>> out;
    Reader reader(text);
    for (auto next = reader.next(); next && *next; next = reader.next()) out.push_back((*next)->fields);
    return out;
}

Fault fault(std::string_view text, const Limits& limits = {}) {
    Reader reader(text, limits);
    for (;;) {
        const auto next = reader.next();
        if (!next) return next.error();
        if (!*next) return {};
    }
}

TEST(csv_reader, takes_any_of_three_separators) {
    EXPECT_THAT(fields("a;b,c\n1;2,5"), ElementsAre(ElementsAre("a", "b,c"), ElementsAre("1", "2,5")));
    EXPECT_THAT(fields("a,b\n1,2"), ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2")));
    EXPECT_THAT(fields("a\tb\n1\t2"), ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2")));
    EXPECT_THAT(fields("\"a,b,c\";d\n1;2"), ElementsAre(ElementsAre("a,b,c", "d"), ElementsAre("1", "2")));
    EXPECT_THAT(fields("alone\nvalue"), ElementsAre(ElementsAre("alone"), ElementsAre("value")));
}

TEST(csv_reader, takes_any_line_end_and_leaves_blank_lines_out) {
    EXPECT_THAT(fields("a;b\r\n1;2\r\r\n ; \n3;\n"), ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2"), ElementsAre("3", "")));
}

TEST(csv_reader, reads_quotes_with_separators_line_breaks_and_quotes_inside) {
    EXPECT_THAT(fields("a;b\n\"one; \"\"two\"\"\nthree\";4 \"x\""), ElementsAre(ElementsAre("a", "b"), ElementsAre("one; \"two\"\nthree", "4 \"x\"")));
}

TEST(csv_reader, counts_lines_across_quoted_breaks) {
    Reader reader("a;b\n\"1\n2\";3\n4;5");
    reader.next();
    EXPECT_EQ((**reader.next()).line, 2U);
    EXPECT_EQ((**reader.next()).line, 4U);
}

TEST(csv_reader, names_line_and_column_of_a_fault) {
    EXPECT_EQ(fault("a;b\n1;\"open"), (Fault{"csv.open_quote", 2, 2}));
    EXPECT_EQ(fault("a;b\n\"1\"x;2"), (Fault{"csv.text_after_quote", 2, 1}));
    EXPECT_EQ(fault("a;b\n1;22222", {.field = 4}), (Fault{"csv.field_too_long", 2, 2}));
    EXPECT_EQ(fault("a;b\n1;\"22222\"", {.field = 4}), (Fault{"csv.field_too_long", 2, 2}));
    EXPECT_EQ(fault("a;b\n1;2;3", {.columns = 2}), (Fault{"csv.too_many_columns", 2, 3}));
    EXPECT_EQ(fault("a\n1\n2\n3", {.records = 3}), (Fault{"csv.too_many_lines", 4, 0}));
}

TEST(csv_reader, has_nothing_after_a_fault) {
    Reader reader("\"a\"b\nc");
    EXPECT_FALSE(reader.next());
    EXPECT_EQ(*reader.next(), std::nullopt);
}

TEST(csv_encoding, utf8_with_and_without_mark_and_cp1251_are_read_alike) {
    EXPECT_EQ(to_utf8("Имя"), "Имя");
    EXPECT_EQ(to_utf8("\xEF\xBB\xBFИмя"), "Имя");
    EXPECT_EQ(to_utf8("\xC8\xEC\xFF"), "Имя");
}

TEST(csv_encoding, other_encodings_and_large_texts_are_refused) {
    EXPECT_EQ(to_utf8(std::string_view("\xFF\xFEI\0", 4)).error(), (Fault{"csv.encoding", 0, 0}));
    EXPECT_EQ(to_utf8(std::string_view("a\nb\0", 4)).error(), (Fault{"csv.encoding", 2, 0}));
    EXPECT_EQ(to_utf8("12345", {.bytes = 4}).error(), (Fault{"csv.too_large", 0, 0}));
}

TEST(csv_writer, leaves_no_formula_and_comes_back_unchanged) {
    const std::vector<std::string> cells{"=1+1", "+7913", "-5", "@x", "\tx", "\rx", "＝1", "'=1", "it's", "a\"b;c", "'", ""};
    Writer writer;
    writer.record(cells);
    const auto text = writer.take();
    EXPECT_TRUE(text.starts_with("\xEF\xBB\xBF\"'=1+1\";\"'+7913\""));
    const auto read = fields(*to_utf8(text));
    ASSERT_EQ(read.size(), 1U);
    std::vector<std::string> back;
    for (const auto& field : read[0]) {
        EXPECT_EQ(std::string("=+-@\t\r").find(field.substr(0, 1)) == std::string::npos || field.empty(), true) << field;
        back.emplace_back(plain(field));
    }
    EXPECT_EQ(back, cells);
}

}  // namespace
}  // namespace ryadom::csv
