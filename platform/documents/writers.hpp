// How each format is written.
#pragma once

#include "platform/documents/table.hpp"

namespace ryadom::documents {

Pieces csv_of(Table table);
Pieces xlsx_of(Table table);
Pieces pdf_of(Table table, const PrintWords& words);

/// 12.5 as "12,50": the comma of the countries that write so, where "12.5" is taken for the 12th of May.
std::string decimal(double value);

}  // namespace ryadom::documents
