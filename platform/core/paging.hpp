// Lists that are read page by page.
#pragma once

#include <vector>

namespace ryadom {

/// Makes a page of rows that were read with a limit of `size + 1`: the row too many is taken away, it only says that the list
/// goes on. True: it does, and the cursor of the next page is the place of the last row that is left.
template <class Row>
bool cut(std::vector<Row>& rows, int size) {
    if (std::ssize(rows) <= size) return false;
    rows.erase(rows.begin() + size, rows.end());
    return true;
}

}  // namespace ryadom
