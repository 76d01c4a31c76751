#include "platform/db/insert_many.hpp"

#include "platform/db/engine.hpp"

#include <fmt/format.h>

namespace ryadom::db {
namespace {

/// A statement of so many rows takes a third less time than as many statements; of more, hardly less.
constexpr std::size_t together = 64;

std::string of_many_rows(std::string_view insert, std::size_t width) {
    constexpr std::string_view values = " values (";
    constexpr std::string_view returning = " returning number";
    const auto at = insert.find(values);
    if (at == std::string_view::npos || !insert.ends_with(returning)) throw std::logic_error(fmt::format("not the insert of new rows: {}", insert));
    auto sql = std::string(insert.substr(0, at)) + " values ";
    // A region of facts is put in by some ten thousand such statements of 1,500 places each: no format is read for every place.
    for (std::size_t place = 0; place < together * width; ++place) {
        sql += place % width > 0 ? ", $" : place > 0 ? "), ($" : "($";
        sql += std::to_string(place + 1);
    }
    return sql.append(")").append(returning);
}

}  // namespace

std::vector<std::int64_t> insert_many(Tx& tx, Sql insert, std::size_t width, std::span<const Parameter> values) {
    auto& connection = tx.connection();
    const auto wide = values.size() < together * width ? std::string() : of_many_rows(insert.text(), width);
    std::vector<std::int64_t> numbers;
    numbers.reserve(values.size() / width);
    for (; values.size() >= together * width; values = values.subspan(together * width))
        connection.insert_rows(wide, together, values.first(together * width), numbers);
    for (; !values.empty(); values = values.subspan(width)) numbers.push_back(connection.insert(insert.text(), values.first(width)));
    return numbers;
}

}  // namespace ryadom::db
