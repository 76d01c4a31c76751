#include "platform/csv/csv.hpp"
#include "platform/documents/table.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>

namespace ryadom::documents {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string whole(const Table& table, Format format) {
    const auto pieces = file_of(table, format);
    std::string out;
    for (auto piece = pieces(); piece; piece = pieces()) out += *piece;
    EXPECT_FALSE(pieces()) << "the end stays the end";
    return out;
}

/// A file out of the archive that an XLSX is.
std::string part(const std::string& book, const std::string& name) {
    const std::unique_ptr<archive, int (*)(archive*)> reader(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(reader.get());
    EXPECT_EQ(archive_read_open_memory(reader.get(), book.data(), book.size()), ARCHIVE_OK);
    archive_entry* entry = nullptr;
    while (archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK) {
        if (archive_entry_pathname(entry) != name) continue;
        std::string out;
        std::array<char, 4096> block{};
        for (auto count = archive_read_data(reader.get(), block.data(), block.size()); count > 0;
             count = archive_read_data(reader.get(), block.data(), block.size()))
            out.append(block.data(), static_cast<std::size_t>(count));
        return out;
    }
    return {};
}

Table sample(std::vector<Row> rows, Row total = {}) {
    return {"sample", {{"День", 12}, {"Кто", 30}, {"Сколько", 10}, {"На тысячу", 10}}, these(std::move(rows)), std::move(total)};
}

const Row row{Date{20'780}, "Иванова Е. П.", 45, 12.5};

TEST(csv_table, begins_with_its_mark_and_separates_by_semicolons) {
    EXPECT_EQ(whole(sample({row, {{}, "<5", {}, 0.0}}, {"Итого", {}, 45}), Format::csv),
              "\xEF\xBB\xBF\"День\";\"Кто\";\"Сколько\";\"На тысячу\"\r\n"
              "\"2026-11-23\";\"Иванова Е. П.\";\"45\";\"12,50\"\r\n"
              "\"\";\"<5\";\"\";\"0,00\"\r\n"
              "\"Итого\";\"\";\"45\"\r\n");
}

TEST(xlsx_table, holds_real_days_and_numbers_under_a_fixed_head_with_a_filter) {
    const auto sheet = part(whole(sample({row}, {"Итого"}), Format::xlsx), "xl/worksheets/sheet1.xml");
    EXPECT_THAT(sheet, HasSubstr("<v>46349</v>"));
    EXPECT_THAT(sheet, HasSubstr("<v>45</v>"));
    EXPECT_THAT(sheet, HasSubstr("<v>12.5</v>"));
    EXPECT_THAT(sheet, HasSubstr("Иванова Е. П."));
    EXPECT_THAT(sheet, HasSubstr(R"(state="frozen")"));
    EXPECT_THAT(sheet, HasSubstr(R"(<autoFilter ref="A1:D2"/>)"));
    EXPECT_THAT(sheet, HasSubstr("Итого"));
}

TEST(xlsx_table, writes_as_text_a_day_that_spreadsheets_do_not_count) {
    EXPECT_THAT(part(whole(sample({{*parse_date("1900-02-28")}, {*parse_date("1900-03-01")}}), Format::xlsx), "xl/worksheets/sheet1.xml"),
                AllOf(HasSubstr("1900-02-28"), HasSubstr("<v>61</v>"), Not(HasSubstr("1900-03-01"))));
}

TEST(table, no_text_becomes_a_formula) {
    for (const std::string text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1"}) {
        const auto table = sample({{text}});
        const auto csv = whole(table, Format::csv);
        csv::Reader reader(std::string_view(csv).substr(3));
        ASSERT_TRUE(reader.next());
        const auto field = (**reader.next()).fields.front();
        EXPECT_THAT(field, StartsWith("'")) << text;
        EXPECT_EQ(csv::plain(field), text);
        EXPECT_THAT(part(whole(table, Format::xlsx), "xl/worksheets/sheet1.xml"), AllOf(Not(HasSubstr("<f>")), HasSubstr(R"(t="inlineStr")"))) << text;
    }
}

TEST(table, is_asked_for_rows_until_none_are_left) {
    int asked = 0;
    Table table = sample({});
    table.rows = [&asked]() -> std::vector<Row> {
        if (++asked == 4) return {};
        return {{{}, std::to_string(asked)}, {{}, "and"}};
    };
    const auto text = whole(table, Format::csv);
    EXPECT_THAT(text, HasSubstr("\"3\""));
    EXPECT_EQ(std::ranges::count(text, '\n'), 7);
    EXPECT_EQ(asked, 4);
}

TEST(table, without_rows_is_its_head) {
    EXPECT_EQ(whole(sample({}), Format::csv), "\xEF\xBB\xBF\"День\";\"Кто\";\"Сколько\";\"На тысячу\"\r\n");
    const auto sheet = part(whole(sample({}), Format::xlsx), "xl/worksheets/sheet1.xml");
    EXPECT_THAT(sheet, AllOf(HasSubstr("На тысячу"), Not(HasSubstr("autoFilter"))));
}

TEST(xlsx_table, goes_on_to_another_sheet_when_one_is_full) {
    constexpr int rows_of_a_sheet = 1'048'576 - 1;
    int left = rows_of_a_sheet + 2;
    const Table table{"long", {{"n", 8}}, [&left] {
                          std::vector<Row> rows;
                          for (; left > 0 && rows.size() < 10'000; --left) rows.push_back({left});
                          return rows;
                      }, {}};
    const auto book = whole(table, Format::xlsx);
    EXPECT_THAT(part(book, "xl/worksheets/sheet1.xml"), HasSubstr("A1:A1048576"));
    EXPECT_THAT(part(book, "xl/worksheets/sheet2.xml"), AllOf(HasSubstr("<v>1</v>"), HasSubstr("A1:A3")));
}

TEST(table, names_formats_by_their_words) {
    EXPECT_EQ(json::parse_name<Format>("csv"), Format::csv);
    EXPECT_EQ(json::parse_name<Format>("pdf"), Format::pdf);
    EXPECT_EQ(json::parse_name<Format>("ods"), std::nullopt);
}

}  // namespace
}  // namespace ryadom::documents
