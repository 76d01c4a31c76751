#include "platform/csv/table.hpp"

#include <gmock/gmock.h>

namespace ryadom::csv {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr std::array columns{Column{"name", "thing.name", Need::always}, Column{"count", "thing.count", Need::added}, Column{"since", "thing.since"},
                             Column{"share", "thing.share"}};
consteval const Column& column(std::string_view name) { return *find_column(columns, name); }

const i18n::Catalogue& texts() {
    static const auto catalogue = [] {
        const std::array files{
            EmbeddedFile{"ru.json", R"({"thing.name":"Название","thing.count":"Штук","thing.since":"С какого дня","thing.share":"Доля","csv.line":"Строка","csv.error":"Ошибка",
                "csv.no_number":"«{value}» — не число","csv.no_day":"«{value}» — не дата","core.required":"Заполните","csv.too_many_cells":"лишнее"})"},
            EmbeddedFile{"kk.json", R"({"thing.name":"Атауы","thing.count":"Дана","thing.since":"Қай күннен","thing.share":"Үлесі","csv.line":"Жол","csv.error":"Қате",
                "csv.no_number":"«{value}» — сан емес","csv.no_day":"«{value}» — күн емес","core.required":"Толтырыңыз","csv.too_many_cells":"артық"})"},
            EmbeddedFile{"en.json", R"({"thing.name":"Title","thing.count":"Pieces","thing.since":"Since when","thing.share":"Share","csv.line":"Line","csv.error":"Error",
                "csv.no_number":"“{value}” is no number","csv.no_day":"“{value}” is no day","core.required":"Fill in","csv.too_many_cells":"too many"})"}};
        i18n::Catalogue out;
        out.add(files);
        return out;
    }();
    return catalogue;
}

const i18n::Voice russian{&texts(), i18n::Language::ru};
const i18n::Voice kazakh{&texts(), i18n::Language::kk};

std::vector<std::string> names_in(const std::vector<std::string>& fields) {
    std::vector<std::string> out;
    const auto head = read_head({1, fields}, columns_in(columns), russian).value();
    for (const auto* each : head.columns) out.emplace_back(each ? each->name : "-");
    return out;
}

Table table(std::string_view text) { return read_table(text, columns_in(columns), russian, 10).value(); }

/// What the only row of a table says, with its faults as "column code".
struct ReadRow {
    explicit ReadRow(const std::string& cells) : read(table("name;count;since;share\n" + cells)) {}
    std::vector<std::string> found() const {
        std::vector<std::string> out;
        for (const auto& fault : faults) out.push_back((fault.column ? std::string(fault.column->name) : "") + " " + fault.code);
        return out;
    }
    Table read;
    Faults faults;
    Row row{read.rows.front(), read.head, *parse_date("2026-11-29"), faults};
};

TEST(csv_head, is_known_by_names_and_by_titles_in_every_language) {
    EXPECT_THAT(names_in({"name", "COUNT"}), ElementsAre("name", "count"));
    EXPECT_THAT(names_in({" название ", "Штук", "'Доля"}), ElementsAre("name", "count", "share"));
    EXPECT_THAT(names_in({"Қай күннен", "Атауы", "Жол", "Қате"}), ElementsAre("since", "name", "-", "-"));
    EXPECT_THAT(names_in({"Title", "Since when", "line", "Ошибка"}), ElementsAre("name", "since", "-", "-"));
}

TEST(csv_head, names_every_unknown_repeated_and_missing_column_in_the_language_of_the_reader) {
    const auto refused = read_head({1, {"Штук", "Цвет", "pieces"}}, columns_in(columns), kazakh);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().fields, ElementsAre(FieldError{"/header", "csv.unknown_column", {{"column", "Цвет"}}},
                                                    FieldError{"/header", "csv.repeated_column", {{"column", "pieces"}}},
                                                    FieldError{"/header", "csv.missing_column", {{"column", "Атауы"}}}));
}

TEST(csv_table, that_is_none_is_refused_as_a_whole) {
    const auto code = [](std::string_view text) {
        const auto refused = read_table(text, columns_in(columns), russian, 2);
        return refused ? "" : refused.error().code;
    };
    EXPECT_EQ(code("name\na\nb\n"), "");
    EXPECT_EQ(code(""), "csv.empty_table");
    EXPECT_EQ(code("name\n"), "csv.empty_table");
    EXPECT_EQ(code("name\na\nb\nc\n"), "csv.too_many_rows");
    EXPECT_EQ(code("name\n\"a"), "csv.open_quote");
    EXPECT_EQ(code(std::string_view("\xFF\xFE\0a", 4)), "csv.encoding");
    EXPECT_EQ(code("colour\na\n"), "core.invalid");
}

TEST(csv_row, reads_cells_as_people_write_them) {
    ReadRow it("'=шкаф ;31 700;7.3.48;1,5");
    EXPECT_EQ(it.row.text(column("name")), "=шкаф");
    EXPECT_EQ(it.row.whole(column("count")), 31'700);
    EXPECT_EQ(it.row.day(column("since")), parse_date("1948-03-07"));
    EXPECT_EQ(it.row.hundredths(column("share")), 150);
    EXPECT_THAT(it.found(), IsEmpty());
    EXPECT_EQ(ReadRow("a;1\u00a0234\u00a0567;01.02.26;0.25").row.whole(column("count")), 1'234'567);
    EXPECT_EQ(ReadRow("a;1;1/2/26;.25").row.day(column("since")), parse_date("2026-02-01"));
    EXPECT_EQ(ReadRow("a;1;;2").row.hundredths(column("share")), 200);
}

TEST(csv_row, takes_nothing_that_only_looks_like_a_number) {
    for (const std::string cell : {"1 30", "12 3456", "1,5", "7 шт.", "--1", "99999999999999999999"}) {
        ReadRow it("a;" + cell);
        EXPECT_FALSE(it.row.whole(column("count"))) << cell;
        EXPECT_THAT(it.found(), ElementsAre("count csv.no_number")) << cell;
    }
    for (const std::string cell : {"-0,5", "1,555", "1,", ",", "1,-5", "99999999"}) {
        ReadRow it("a;1;;" + cell);
        EXPECT_FALSE(it.row.hundredths(column("share"))) << cell;
        EXPECT_THAT(it.found(), ElementsAre("share csv.no_number")) << cell;
    }
}

TEST(csv_row, says_which_cells_are_missing_wrong_or_too_many) {
    ReadRow it(";;31.02.2026;;x");
    EXPECT_FALSE(it.row.text(column("name")));
    EXPECT_FALSE(it.row.whole(column("count")));
    EXPECT_FALSE(it.row.day(column("since")));
    EXPECT_FALSE(it.row.hundredths(column("share")));
    EXPECT_THAT(it.found(), ElementsAre(" csv.too_many_cells", "name core.required", "count core.required", "since csv.no_day"));
    EXPECT_THAT(it.faults.back().arguments, ElementsAre(Pair("value", "31.02.2026")));
}

TEST(csv_row, holds_text_and_numbers_within_their_limits) {
    ReadRow it("абвг;101");
    EXPECT_EQ(it.row.text(column("name"), 4), "абвг");
    EXPECT_FALSE(it.row.text(column("name"), 3));
    EXPECT_FALSE(it.row.whole(column("count"), json::range(1, 100)));
    EXPECT_FALSE(it.row.whole(column("count"), json::range(102, 200)));
    EXPECT_THAT(it.found(), ElementsAre("name core.too_long", "count core.too_large", "count core.too_small"));
}

TEST(csv_row, does_not_miss_a_column_that_the_table_lacks) {
    const auto read = table("name\na\n");
    Faults faults;
    Row row(read.rows.front(), read.head, Date{}, faults);
    EXPECT_FALSE(row.whole(column("count")));
    EXPECT_THAT(faults, IsEmpty());
}

TEST(csv_row, finds_things_by_code_and_by_the_title_of_one) {
    Names<int> names;
    names.add_code("suzun", 1);
    names.add_title("Сузунский", 1);
    names.add_title("Сузунский", 1);
    names.add_title("Дом", 2);
    names.add_title("дом", 3);
    EXPECT_EQ(ReadRow("suzun;1").row.named(column("name"), names, "x.absent"), 1);
    EXPECT_EQ(ReadRow("СУЗУНСКИЙ;1").row.named(column("name"), names, "x.absent"), 1);
    EXPECT_EQ(names.words_of(1), "suzun");
    ReadRow none("Обь;1");
    EXPECT_FALSE(none.row.named(column("name"), names, "x.absent"));
    EXPECT_THAT(none.found(), ElementsAre("name x.absent"));
    ReadRow several("Дом;1");
    EXPECT_FALSE(several.row.named(column("name"), names, "x.absent"));
    EXPECT_THAT(several.found(), ElementsAre("name csv.several"));
}

TEST(csv_error_file, comes_back_mended_and_does_not_grow) {
    const auto first = table("Название;Строка;Штук;Ошибка\nшкаф;7;много;старое\n");
    const std::vector<RowReport> rows{{first.rows.front(), {{&column("count"), "csv.no_number", {{"value", "много"}}}, {nullptr, "csv.too_many_cells", {}}}}};
    EXPECT_EQ(error_file(first.head, rows, kazakh), "\xEF\xBB\xBF\"Название\";\"Штук\";\"Жол\";\"Қате\"\r\n\"шкаф\";\"много\";\"2\";\"Дана: «много» — сан емес; артық\"\r\n");
    const auto again = table(error_file(first.head, rows, kazakh));
    EXPECT_EQ(again.head.cell(again.rows.front(), "count"), "много");
    EXPECT_EQ(error_file(again.head, {{again.rows.front(), {}}}, russian), "\xEF\xBB\xBF\"Название\";\"Штук\";\"Строка\";\"Ошибка\"\r\n\"шкаф\";\"много\";\"2\";\"\"\r\n");
    const auto told = errors_of(rows, russian);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].column + ": " + told[0].text, "Штук: «много» — не число");
    EXPECT_EQ(told[1].column, "");
}

}  // namespace
}  // namespace ryadom::csv
