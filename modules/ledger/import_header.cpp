#include "modules/ledger/import_rows.hpp"
#include "platform/i18n/catalogue.hpp"

#include <algorithm>
#include <set>

namespace ryadom::ledger {
namespace {

struct ColumnName {
    Column column;
    std::string_view english;
    std::string_view russian;
};

constexpr std::array<ColumnName, column_count + 2> column_names{{
    {Column::external_id, "external_id", "Внешний номер"},
    {Column::organisation, "organisation", "Учреждение"},
    {Column::performer, "performer", "Исполнитель"},
    {Column::worker, "worker", "Сотрудник"},
    {Column::service, "service", "Услуга"},
    {Column::performed_on, "performed_on", "Дата"},
    {Column::minutes, "minutes", "Минуты"},
    {Column::quantity, "quantity", "Количество"},
    {Column::channel, "channel", "Способ"},
    {Column::request_on, "request_on", "Дата обращения"},
    {Column::practice, "practice", "Практика"},
    {Column::unnamed_count, "unnamed_count", "Без имени"},
    {Column::snils, "snils", "СНИЛС"},
    {Column::iin, "iin", "ИИН"},
    {Column::family_name, "family_name", "Фамилия"},
    {Column::given_name, "given_name", "Имя"},
    {Column::patronymic, "patronymic", "Отчество"},
    {Column::birth, "birth", "Дата рождения"},
    {Column::sex, "sex", "Пол"},
    {Column::district, "district", "Район"},
    {Column::phone, "phone", "Телефон"},
    {Column::address, "address", "Адрес"},
    {Column::ignored, "line", "Строка"},
    {Column::ignored, "error", "Ошибка"},
    {Column::ignored, "жол", "қате"},
}};

constexpr std::array required{Column::service, Column::performed_on, Column::minutes, Column::channel};

std::optional<Column> parse_column(std::string_view text) {
    const auto folded = i18n::fold(text);
    for (const auto& name : column_names)
        if (folded == i18n::fold(name.english) || folded == i18n::fold(name.russian)) return name.column;
    return std::nullopt;
}

std::string_view russian_name(Column column) { return std::ranges::find(column_names, column, &ColumnName::column)->russian; }

}  // namespace

std::string_view name_of(Column column) { return std::ranges::find(column_names, column, &ColumnName::column)->english; }

Checked<Columns> read_header(const csv::Record& header) {
    Columns columns;
    std::set<Column> seen;
    std::vector<FieldError> errors;
    for (const auto& field : header.fields) {
        const auto column = parse_column(csv::plain(field));
        columns.push_back(column.value_or(Column::ignored));
        if (!column) errors.push_back({"/header", "ledger.unknown_column", {{"column", field}}});
        else if (*column != Column::ignored && !seen.insert(*column).second) errors.push_back({"/header", "ledger.repeated_column", {{"column", field}}});
    }
    for (const auto column : required)
        if (!seen.contains(column)) errors.push_back({"/header", "ledger.missing_column", {{"column", std::string(russian_name(column))}}});
    if (!errors.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    return columns;
}

RowFault at_column(const FieldError& error) {
    const auto slash = error.pointer.rfind('/');
    const auto field = slash == std::string::npos ? std::string_view() : std::string_view(error.pointer).substr(slash + 1);
    if (field == "person" || field == "new_person") return {Column::family_name, error.code, error.arguments};
    const auto* const found = std::ranges::find(column_names, field, &ColumnName::english);
    return {found == column_names.end() ? Column::ignored : found->column, error.code, error.arguments};
}

}  // namespace ryadom::ledger
