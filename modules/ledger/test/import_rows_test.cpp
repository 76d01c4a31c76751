#include "modules/ledger/import_rows.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace ryadom {
std::span<const EmbeddedFile> embedded_ledger_strings();
}

namespace ryadom::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const i18n::Catalogue& texts() {
    static const auto catalogue = [] {
        i18n::Catalogue out;
        out.add(embedded_ledger_strings());
        return out;
    }();
    return catalogue;
}

csv::Head head(std::vector<std::string> fields) {
    return csv::read_head({1, std::move(fields)}, csv::columns_in(fact_columns), {&texts(), i18n::Language::ru}).value();
}

ImportRow row(const std::vector<std::string>& header, std::vector<std::string> cells) {
    return read_row({2, std::move(cells)}, head(header), *parse_date("2026-11-29"));
}

std::vector<std::string> found(const ImportRow& row) {
    std::vector<std::string> out;
    for (const auto& fault : row.faults) out.push_back((fault.column ? std::string(fault.column->name) : "") + " " + fault.code);
    return out;
}

const std::vector<std::string> short_header{"Услуга", "Дата", "Минуты", "Способ", "Количество"};

TEST(import_row, is_read_under_the_headings_of_the_screens_in_every_language) {
    for (const auto& [language, name] : names(json::Type<i18n::Language>{})) {
        std::ifstream file(RYADOM_SOURCE_DIR "/web/src/features/ledger/strings/" + std::string(name) + ".json");
        const auto shown = json::parse(std::string(std::istreambuf_iterator<char>(file), {})).value();
        for (const auto& each : fact_columns) EXPECT_EQ(*shown.find("ledger.column." + std::string(each.name))->as<std::string>(), texts().text(language, each.title));
    }
    EXPECT_THAT(found(row({"Қызмет", "Күні", "Минут", "Тәсілі"}, {"household.01", "23.11.2026", "30", "үйде"})), IsEmpty());
    EXPECT_THAT(found(row({"Service", "Day", "Minutes", "Channel"}, {"household.01", "23.11.2026", "30", "at home"})), IsEmpty());
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
                ElementsAre("service core.required", "performed_on csv.no_day", "minutes csv.no_number", "quantity csv.no_number",
                            "channel core.unknown_value"));
    EXPECT_THAT(found(row(short_header, {"s", "2026-11-23"})), ElementsAre("minutes core.required", "channel core.required"));
    EXPECT_THAT(found(row(short_header, {"s", "2026-11-23", "1", "дом", "1", "!"})), ElementsAre(" csv.too_many_cells"));
    EXPECT_THAT(found(row(short_header, {"s", "2026-11-23", "1", "дом", "-1"})), ElementsAre("quantity csv.no_number"));
}

TEST(import_row, formula_stays_text) {
    EXPECT_EQ(row(short_header, {"=1+1", "2026-11-23", "1", "дом", "1"}).service, "=1+1");
    EXPECT_EQ(row(short_header, {"'=1+1", "2026-11-23", "1", "дом", "1"}).service, "=1+1");
}

TEST(import_row, field_errors_of_requests_find_their_column) {
    EXPECT_EQ(at_column({"/new_person/birth", "x", {}}).column, &column("birth"));
    EXPECT_EQ(at_column({"/performed_on", "x", {}}).column, &column("performed_on"));
    EXPECT_EQ(at_column({"/person", "x", {}}).column, &column("family_name"));
    EXPECT_EQ(at_column({"/elsewhere", "x", {}}).column, nullptr);
}

}  // namespace
}  // namespace ryadom::ledger
