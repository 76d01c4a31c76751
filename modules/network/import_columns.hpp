// The tables of the network that may be loaded, and their columns. A column is called as the field of the record that
// it fills; `organisation` names the record's owner.
#pragma once

#include "modules/network/model.hpp"
#include "platform/csv/csv.hpp"

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

enum class Need {
    always,  ///< the row cannot be told without it
    added,   ///< a new record needs it; one that stands keeps what it has
    free
};

constexpr auto names(json::Type<Need>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Need::always, "always"sv}, std::pair{Need::added, "added"sv}, std::pair{Need::free, "free"sv}};
}

struct Column {
    std::string_view name;
    std::string_view russian;
    Form form = Form::text;
    Need need = Need::free;
    std::string_view about;    ///< what the catalogues say of it: "network.import.about.<about>"
    std::string_view example;  ///< of the template
};

std::span<const Column> columns_of(Table table);

/// The columns of a file in its order; nothing for one that a file of errors added.
using Header = std::vector<const Column*>;
/// Every unknown, repeated or missing column is a fault.
Checked<Header> read_header(Table table, const csv::Record& record);

}  // namespace ryadom::network
