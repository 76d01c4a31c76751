// The tables of the network that may be loaded, and their columns. A column is named as the field of the record that it
// fills; `organisation` names the record's owner.
#pragma once

#include "modules/network/model.hpp"
#include "platform/csv/table.hpp"

#include <span>

namespace ryadom::network {

enum class Table { districts, organisations, departments, rooms, equipment, staff };

constexpr auto names(json::Type<Table>) {
    using namespace std::string_view_literals;
    using enum Table;
    return std::array{std::pair{districts, "districts"sv}, std::pair{organisations, "organisations"sv}, std::pair{departments, "departments"sv},
                      std::pair{rooms, "rooms"sv}, std::pair{equipment, "equipment"sv}, std::pair{staff, "staff"sv}};
}

/// How a cell is written.
enum class Form { text, whole, hundredths, day, organisation_kind, room_kind, equipment_kind, qualifications, organisation, district, department, room };

struct Column : csv::Column {
    Form form = Form::text;
    std::string_view example{};  ///< of the template
};

std::span<const Column> columns_of(Table table);

}  // namespace ryadom::network
