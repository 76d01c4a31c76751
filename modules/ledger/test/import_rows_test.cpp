#include "modules/ledger/import_rows.hpp"

#include <gmock/gmock.h>

namespace ryadom::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> header_errors(std::vector<std::string> fields) {
    std::vector<std::string> out;
    const auto columns = read_header({1, std::move(fields)});
    if (columns) return out;
    for (const auto& error : columns.error().fields) out.push_back(error.code + " " + error.arguments.at("column"));
    return out;
}

ImportRow row(const std::vector<std::string>& header, std::vector<std::string> cells) {
    return read_row({2, std::move(cells)}, read_header({1, header}).value(), 2026);
}

std::vector<std::string> found(const ImportRow& row) {
    std::vector<std::string> out;
    for (const auto& fault : row.faults) out.push_back(std::string(name_of(fault.column)) + " " + fault.code);
    return out;
}

const std::vector<std::string> short_header{"Услуга", "Дата", "Минуты", "Способ", "Количество"};

TEST(import_header, is_read_in_russian_and_english_in_any_case) {
    EXPECT_THAT(header_errors({"УСЛУГА", " дата ", "minutes", "Способ", "external_id"}), IsEmpty());
}

TEST(import_header, names_unknown_repeated_and_missing_columns) {
    EXPECT_THAT(header_errors({"Услуга", "service", "Дата", "Цвет", "Минуты"}),
                ElementsAre("ledger.repeated_column service", "ledger.unknown_column Цвет", "ledger.missing_column Способ"));
}

TEST(import_header, columns_of_an_error_file_are_no_harm) {
    EXPECT_THAT(header_errors({"Услуга", "Дата", "Минуты", "Способ", "Строка", "Ошибка"}), IsEmpty());
}

TEST(import_row, reads_days_numbers_and_words_as_people_write_them) {
    const auto read = row(short_header, {" household.01 ", "23.11.2026", "30", "На дому", "1,5"});
    EXPECT_THAT(found(read), IsEmpty());
    EXPECT_EQ(to_string(read.performed_on), "2026-11-23");
    EXPECT_EQ(read.channel, Channel::home);
    EXPECT_EQ(read.quantity, 150);
    EXPECT_EQ(row(short_header, {"s", "2026-11-23", "30", "remote", "0.25"}).quantity, 25);
}

TEST(import_row, takes_the_words_and_days_of_the_screens) {
    for (const auto* const word : {"В стационаре", "Стационарда", "In residence", "стационарно"})
        EXPECT_EQ(row(short_header, {"s", "23.11.26", "30", word}).channel, Channel::residential) << word;
    EXPECT_EQ(row(short_header, {"s", "1.2.26", "30", "Үйде"}).channel, Channel::home);
    EXPECT_EQ(to_string(row({"Услуга", "Дата", "Минуты", "Способ", "Дата рождения"}, {"s", "23.11.26", "30", "дом", "7.3.48"}).birth.value()), "1948-03-07");
}

TEST(import_row, names_every_bad_cell) {
    EXPECT_THAT(found(row(short_header, {"", "31.02.2026", "30 мин", "почтой", "1,555"})),
                ElementsAre("service core.required", "performed_on ledger.cell_no_date", "minutes ledger.cell_no_number", "quantity ledger.cell_no_number",
                            "channel ledger.cell_unknown"));
    EXPECT_THAT(found(row(short_header, {"s", "2026-11-23"})), ElementsAre("minutes core.required", "channel core.required"));
    EXPECT_THAT(found(row(short_header, {"s", "2026-11-23", "1", "дом", "1", "!"})), ElementsAre("line ledger.too_many_cells"));
    EXPECT_THAT(found(row(short_header, {"s", "2026-11-23", "1", "дом", "-1"})), ElementsAre("quantity ledger.cell_no_number"));
}

TEST(import_row, formula_stays_text) {
    EXPECT_EQ(row(short_header, {"=1+1", "2026-11-23", "1", "дом", "1"}).service, "=1+1");
    EXPECT_EQ(row(short_header, {"'=1+1", "2026-11-23", "1", "дом", "1"}).service, "=1+1");
}

TEST(import_row, field_errors_of_requests_find_their_column) {
    EXPECT_EQ(at_column({"/new_person/birth", "x", {}}).column, Column::birth);
    EXPECT_EQ(at_column({"/performed_on", "x", {}}).column, Column::performed_on);
    EXPECT_EQ(at_column({"/person", "x", {}}).column, Column::family_name);
    EXPECT_EQ(at_column({"/elsewhere", "x", {}}).column, Column::ignored);
}

}  // namespace
}  // namespace ryadom::ledger
