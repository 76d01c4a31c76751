// A table of facts as centres send it: its columns in Russian or English, and its rows as values. Pure.
#pragma once

#include "modules/ledger/model.hpp"
#include "platform/csv/csv.hpp"

#include <array>

namespace ryadom::ledger {

enum class Column {
    external_id,
    organisation,
    performer,
    worker,
    service,
    performed_on,
    minutes,
    quantity,
    channel,
    request_on,
    practice,
    unnamed_count,
    snils,
    iin,
    family_name,
    given_name,
    patronymic,
    birth,
    sex,
    district,
    phone,
    address,
    ignored  ///< what a file of errors added
};
inline constexpr std::size_t column_count = 23;

/// The columns of a file in its order.
using Columns = std::vector<Column>;

/// The first record of a file; every unknown, repeated or missing column is a fault at its name.
Checked<Columns> read_header(const csv::Record& header);
/// The English name of a column; fields of requests are called the same.
std::string_view name_of(Column column);

/// What is wrong with a row, at a column.
struct RowFault {
    Column column = Column::ignored;
    std::string code;
    Arguments arguments;
    bool operator==(const RowFault&) const = default;
};

/// A row as values. Absent cells are absent; what could not be read is among the faults.
struct ImportRow {
    std::size_t line = 0;
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
    std::vector<RowFault> faults;
};

/// A year of two digits is read from the year of today.
ImportRow read_row(const csv::Record& record, const Columns& columns, int this_year);

/// The column that a field error of a request means: "/new_person/birth" is birth.
RowFault at_column(const FieldError& error);

}  // namespace ryadom::ledger
