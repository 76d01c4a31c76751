// A table of facts as centres send it: its columns, and its rows as values. Pure.
#pragma once

#include "modules/ledger/model.hpp"
#include "platform/csv/table.hpp"

namespace ryadom::ledger {

inline constexpr std::array fact_columns{
    csv::Column{"external_id", "ledger.column_external_id"},
    csv::Column{"organisation", "ledger.column_organisation"},
    csv::Column{"performer", "ledger.column_performer"},
    csv::Column{"worker", "ledger.column_worker"},
    csv::Column{"service", "ledger.column_service", csv::Need::always},
    csv::Column{"performed_on", "ledger.column_performed_on", csv::Need::always},
    csv::Column{"minutes", "ledger.column_minutes", csv::Need::always},
    csv::Column{"quantity", "ledger.column_quantity"},
    csv::Column{"channel", "ledger.column_channel", csv::Need::always},
    csv::Column{"request_on", "ledger.column_request_on"},
    csv::Column{"practice", "ledger.column_practice"},
    csv::Column{"unnamed_count", "ledger.column_unnamed_count"},
    csv::Column{"snils", "ledger.column_snils"},
    csv::Column{"iin", "ledger.column_iin"},
    csv::Column{"family_name", "ledger.column_family_name"},
    csv::Column{"given_name", "ledger.column_given_name"},
    csv::Column{"patronymic", "ledger.column_patronymic"},
    csv::Column{"birth", "ledger.column_birth"},
    csv::Column{"sex", "ledger.column_sex"},
    csv::Column{"district", "ledger.column_district"},
    csv::Column{"phone", "ledger.column_phone"},
    csv::Column{"address", "ledger.column_address"}};

consteval const csv::Column& column(std::string_view name) { return *csv::find_column(fact_columns, name); }

/// A row as values. Absent cells are absent; what could not be read is among the faults.
struct ImportRow {
    csv::Record record;
    csv::Faults faults;
    std::optional<std::string> external_id;
    std::optional<std::string> organisation;
    std::optional<std::string> performer;
    std::optional<std::string> worker;
    std::string service;  ///< code or title
    Date performed_on;
    int minutes = 0;
    int quantity = 100;
    Channel channel = Channel::centre;
    std::optional<Date> request_on;
    std::optional<std::string> practice;
    std::optional<int> unnamed_count;
    std::optional<std::string> snils;
    std::optional<std::string> iin;
    std::optional<std::string> family_name;
    std::optional<std::string> given_name;
    std::optional<std::string> patronymic;
    std::optional<Date> birth;
    std::optional<people::Sex> sex;
    std::optional<std::string> district;
    std::optional<std::string> phone;
    std::optional<std::string> address;
};

ImportRow read_row(csv::Record record, const csv::Head& head, Date today);

/// The column that a field error of a request means: "/new_person/birth" is birth.
csv::CellFault at_column(const FieldError& error);

}  // namespace ryadom::ledger
