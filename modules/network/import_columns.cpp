#include "modules/network/import_columns.hpp"

#include "platform/core/text.hpp"
#include "platform/i18n/catalogue.hpp"

#include <algorithm>

namespace ryadom::network {
namespace {

constexpr Column owner{"organisation", "Учреждение", Form::organisation, Need::free, "organisation", "centre-1"};

constexpr std::array district_columns{
    Column{"code", "Код", Form::text, Need::always, "district_code", "suzun"},
    Column{"title", "Название", Form::text, Need::added, "district_title", "Сузунский район"},
    Column{"population", "Жителей", Form::whole, Need::free, "population", "31700"},
    Column{"elders", "Жителей 60+", Form::whole, Need::free, "elders", "8900"},
    Column{"road_km", "До центра региона, км", Form::whole, Need::free, "road_km", "155"},
    Column{"tile_row", "Строка плитки", Form::whole, Need::free, "tile_row", "3"},
    Column{"tile_column", "Столбец плитки", Form::whole, Need::free, "tile_column", "4"}};

constexpr std::array organisation_columns{
    Column{"code", "Код", Form::text, Need::always, "organisation_code", "centre-1"},
    Column{"kind", "Вид", Form::organisation_kind, Need::added, "organisation_kind", "Центр"},
    Column{"title", "Полное название", Form::text, Need::added, "title", "Комплексный центр социального обслуживания населения Сузунского района"},
    Column{"short_title", "Краткое название", Form::text, Need::added, "short_title", "КЦСОН «Сузунский»"},
    Column{"parent", "Подчиняется", Form::organisation, Need::free, "parent", ""},
    Column{"district", "Район", Form::district, Need::free, "district", "suzun"},
    Column{"zone", "Часовой пояс", Form::text, Need::added, "zone", "Asia/Novosibirsk"},
    Column{"director", "Директор", Form::text, Need::free, "director", "Иванова Елена Петровна"},
    Column{"phone", "Телефон", Form::text, Need::free, "phone", "8 (383) 000-00-00"},
    Column{"address", "Адрес", Form::text, Need::free, "address", "р. п. Сузун, ул. Ленина, 1"},
    Column{"closed_on", "Закрыто с", Form::day, Need::free, "closed_on", ""}};

constexpr std::array department_columns{owner, Column{"title", "Название", Form::text, Need::always, "title", "Отделение дневного пребывания"}};

constexpr std::array room_columns{owner, Column{"title", "Название", Form::text, Need::always, "room_title", "Кабинет 12"},
                                  Column{"kind", "Вид", Form::room_kind, Need::added, "room_kind", "Сенсорная комната"},
                                  Column{"capacity", "Мест", Form::whole, Need::free, "capacity", "8"}};

constexpr std::array equipment_columns{owner,
                                       Column{"inventory_number", "Инвентарный номер", Form::text, Need::free, "inventory_number", "410134000057"},
                                       Column{"title", "Название", Form::text, Need::always, "equipment_title", "Кровать функциональная"},
                                       Column{"kind", "Код вида", Form::equipment_kind, Need::added, "equipment_kind", "Кровать функциональная"},
                                       Column{"count", "Количество", Form::whole, Need::added, "count", "2"},
                                       Column{"room", "Помещение", Form::room, Need::free, "room", "Кабинет 12"}};

constexpr std::array staff_columns{owner,
                                   Column{"personnel_number", "Табельный номер", Form::text, Need::free, "personnel_number", "0157"},
                                   Column{"name", "ФИО", Form::text, Need::always, "name", "Петрова Анна Сергеевна"},
                                   Column{"position", "Должность", Form::text, Need::added, "position", "Инструктор по уходу"},
                                   Column{"rate", "Ставка", Form::hundredths, Need::added, "rate", "0,5"},
                                   Column{"hired_on", "Принят", Form::day, Need::added, "hired_on", "10.01.2024"},
                                   Column{"left_on", "Уволен", Form::day, Need::free, "left_on", ""},
                                   Column{"department", "Отделение", Form::department, Need::free, "department", "Отделение дневного пребывания"},
                                   Column{"qualifications", "Квалификации", Form::qualifications, Need::free, "qualifications",
                                          "Медицинская сестра с 01.02.2020 по 01.02.2027; Инструктор по уходу с 15.03.2024"}};

/// What the file of errors adds, in the three languages.
constexpr std::array<std::string_view, 6> added_by_errors{"Строка", "Ошибка", "line", "error", "Жол", "Қате"};

bool same(std::string_view word, std::string_view folded) { return i18n::fold(word) == folded; }

}  // namespace

std::span<const Column> columns_of(Table table) {
    switch (table) {
        case Table::districts: return district_columns;
        case Table::organisations: return organisation_columns;
        case Table::departments: return department_columns;
        case Table::rooms: return room_columns;
        case Table::equipment: return equipment_columns;
        case Table::staff: return staff_columns;
    }
    return {};
}

Checked<Header> read_header(Table table, const csv::Record& record) {
    const auto columns = columns_of(table);
    Header header;
    std::vector<FieldError> errors;
    const auto error = [&](const char* code, std::string_view column) { errors.push_back({"/header", code, {{"column", shorten(column)}}}); };
    for (const auto& field : record.fields) {
        const auto word = i18n::fold(csv::plain(field));
        const auto known = std::ranges::find_if(columns, [&](const Column& column) { return same(column.name, word) || same(column.russian, word); });
        if (known != columns.end()) {
            if (std::ranges::find(header, &*known) != header.end()) error("network.import.repeated_column", field);
            header.push_back(&*known);
            continue;
        }
        if (std::ranges::none_of(added_by_errors, [&](std::string_view each) { return same(each, word); })) error("network.import.unknown_column", field);
        header.push_back(nullptr);
    }
    for (const auto& column : columns)
        if (column.need == Need::always && std::ranges::find(header, &column) == header.end()) error("network.import.missing_column", column.russian);
    if (!errors.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    return header;
}

}  // namespace ryadom::network
