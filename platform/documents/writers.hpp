// How each format is written.
#pragma once

#include "platform/documents/table.hpp"

namespace ryadom::documents {

Pieces csv_of(Table table);
Pieces xlsx_of(Table table);

}  // namespace ryadom::documents
