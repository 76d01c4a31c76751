#include "modules/network/import_columns.hpp"

namespace ryadom::network {
namespace {

constexpr Column owner{{"organisation", "network.import.column.organisation"}, Form::organisation, "centre-1"};

constexpr std::array district_columns{
    Column{{"code", "network.import.column.district_code", csv::Need::always}, Form::text, "suzun"},
    Column{{"title", "network.import.column.district_title", csv::Need::added}, Form::text, "Сузунский район"},
    Column{{"population", "network.import.column.population"}, Form::whole, "31700"},
    Column{{"elders", "network.import.column.elders"}, Form::whole, "8900"},
    Column{{"road_km", "network.import.column.road_km"}, Form::whole, "155"},
    Column{{"tile_row", "network.import.column.tile_row"}, Form::whole, "3"},
    Column{{"tile_column", "network.import.column.tile_column"}, Form::whole, "4"}};

constexpr std::array organisation_columns{
    Column{{"code", "network.import.column.organisation_code", csv::Need::always}, Form::text, "centre-1"},
    Column{{"kind", "network.import.column.organisation_kind", csv::Need::added}, Form::organisation_kind, "Центр"},
    Column{{"title", "network.import.column.title", csv::Need::added}, Form::text, "Комплексный центр социального обслуживания населения Сузунского района"},
    Column{{"short_title", "network.import.column.short_title", csv::Need::added}, Form::text, "КЦСОН «Сузунский»"},
    Column{{"parent", "network.import.column.parent"}, Form::organisation, ""},
    Column{{"district", "network.import.column.district"}, Form::district, "suzun"},
    Column{{"zone", "network.import.column.zone", csv::Need::added}, Form::text, "Asia/Novosibirsk"},
    Column{{"director", "network.import.column.director"}, Form::text, "Иванова Елена Петровна"},
    Column{{"phone", "network.import.column.phone"}, Form::text, "8 (383) 000-00-00"},
    Column{{"address", "network.import.column.address"}, Form::text, "р. п. Сузун, ул. Ленина, 1"},
    Column{{"closed_on", "network.import.column.closed_on"}, Form::day, ""}};

constexpr std::array department_columns{owner, Column{{"title", "network.import.column.department_title", csv::Need::always}, Form::text, "Отделение дневного пребывания"}};

constexpr std::array room_columns{owner, Column{{"title", "network.import.column.room_title", csv::Need::always}, Form::text, "Кабинет 12"},
                                  Column{{"kind", "network.import.column.room_kind", csv::Need::added}, Form::room_kind, "Сенсорная комната"},
                                  Column{{"capacity", "network.import.column.capacity"}, Form::whole, "8"}};

constexpr std::array equipment_columns{owner,
                                       Column{{"inventory_number", "network.import.column.inventory_number"}, Form::text, "410134000057"},
                                       Column{{"title", "network.import.column.equipment_title", csv::Need::always}, Form::text, "Кровать функциональная"},
                                       Column{{"kind", "network.import.column.equipment_kind", csv::Need::added}, Form::equipment_kind, "Кровать функциональная"},
                                       Column{{"count", "network.import.column.count", csv::Need::added}, Form::whole, "2"},
                                       Column{{"room", "network.import.column.room"}, Form::room, "Кабинет 12"}};

constexpr std::array staff_columns{owner,
                                   Column{{"personnel_number", "network.import.column.personnel_number"}, Form::text, "0157"},
                                   Column{{"name", "network.import.column.name", csv::Need::always}, Form::text, "Петрова Анна Сергеевна"},
                                   Column{{"position", "network.import.column.position", csv::Need::added}, Form::text, "Инструктор по уходу"},
                                   Column{{"rate", "network.import.column.rate", csv::Need::added}, Form::hundredths, "0,5"},
                                   Column{{"hired_on", "network.import.column.hired_on", csv::Need::added}, Form::day, "10.01.2024"},
                                   Column{{"left_on", "network.import.column.left_on"}, Form::day, ""},
                                   Column{{"department", "network.import.column.department"}, Form::department, "Отделение дневного пребывания"},
                                   Column{{"qualifications", "network.import.column.qualifications"}, Form::qualifications, "Медицинская сестра с 01.02.2020 по 01.02.2027; Инструктор по уходу с 15.03.2024"}};

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

}  // namespace ryadom::network
