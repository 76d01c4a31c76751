#include "platform/csv/table.hpp"

#include <algorithm>
#include <charconv>

namespace ryadom::csv {
namespace {

template <class T>
std::optional<T> parse_number(std::string_view text) {
    T out = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, out);
    if (error != std::errc() || stop != end) return std::nullopt;
    return out;
}

/// People write thousands apart, also with spaces that do not break: "31 700" is one number, "1 30" is none.
std::string together(std::string text) {
    for (const std::string_view space : {"\u00a0", "\u202f"})
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space, at)) text.replace(at, space.size(), " ");
    for (auto at = text.find(' '); at != std::string::npos; at = text.find(' ', at)) {
        const auto group = std::min(text.find(' ', at + 1), text.size()) - at - 1;
        if (group != 3) break;
        text.erase(at, 1);
    }
    return text;
}

/// Digits alone: no sign, so that "-0,5" is none.
std::optional<int> parse_hundredths(std::string_view text) {
    const auto point = text.find_first_of(",.");
    const auto part = point == std::string_view::npos ? std::string_view("0") : text.substr(point + 1);
    const auto whole = parse_number<unsigned>(text.substr(0, point));
    const auto rest = parse_number<unsigned>(part);
    if (!whole || *whole > 1'000'000 || !rest || part.size() > 2) return std::nullopt;
    return static_cast<int>(*whole * 100 + *rest * (part.size() == 1 ? 10 : 1));
}

}  // namespace

Row::Row(const Record& record, const Head& head, Date today, Faults& faults)
    : record_(record), head_(head), this_year_(parts(today).year), faults_(faults) {
    if (record.fields.size() > head.columns.size()) faults.push_back({nullptr, "csv.too_many_cells", {}});
}

std::optional<std::string> Row::text(const Column& column, std::size_t longest) {
    const auto cell = head_.cell(record_, column.name);
    if (characters(cell) > longest) fault(column, "core.too_long", {{"maximum", std::to_string(longest)}});
    else if (!cell.empty()) return std::string(cell);
    else if (column.need != Need::free && head_.find(column.name)) fault(column, "core.required");
    return std::nullopt;
}

std::optional<int> Row::whole(const Column& column, const json::Limits& limits) {
    return as(column, [&](const std::string& cell) -> std::expected<int, CellFault> {
        const auto number = parse_number<std::int64_t>(together(cell));
        if (!number) return unreadable("csv.no_number", cell);
        if (*number < limits.minimum) return std::unexpected(CellFault{nullptr, "core.too_small", {{"minimum", std::to_string(limits.minimum)}}});
        if (*number > limits.maximum) return std::unexpected(CellFault{nullptr, "core.too_large", {{"maximum", std::to_string(limits.maximum)}}});
        return static_cast<int>(*number);
    });
}

std::optional<int> Row::hundredths(const Column& column) {
    return as(column, [](const std::string& cell) -> std::expected<int, CellFault> {
        if (const auto number = parse_hundredths(cell)) return *number;
        return unreadable("csv.no_number", cell);
    });
}

std::optional<Date> Row::day(const Column& column) {
    return as(column, [this](const std::string& cell) -> std::expected<Date, CellFault> {
        if (const auto day = parse_written_date(cell, this_year_)) return *day;
        return unreadable("csv.no_day", cell);
    });
}

}  // namespace ryadom::csv
