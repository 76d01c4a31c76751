#include "modules/ledger/import_rows.hpp"

#include "platform/core/text.hpp"
#include "platform/i18n/catalogue.hpp"

#include <charconv>

namespace ryadom::ledger {
namespace {

template <class T>
using Words = std::initializer_list<std::pair<std::string_view, T>>;

template <class T>
std::optional<T> parse_word(std::string_view text, const Words<T>& words) {
    const auto folded = i18n::fold(text);
    for (const auto& [word, value] : words)
        if (folded == word) return value;
    return std::nullopt;
}

std::optional<Channel> parse_channel(std::string_view text) {
    using enum Channel;
    // The words of the screens, folded, then those that tables are full of.
    return parse_word<Channel>(text, {{"в центре", centre}, {"на дому", home}, {"дистанционно", remote}, {"в стационаре", residential},
                                      {"орталыкта", centre}, {"уйде", home}, {"кашыктан", remote}, {"стационарда", residential},
                                      {"in the centre", centre}, {"at home", home}, {"remotely", remote}, {"in residence", residential},
                                      {"центр", centre}, {"centre", centre}, {"дом", home}, {"home", home}, {"remote", remote},
                                      {"стационар", residential}, {"стационарно", residential}, {"residential", residential}});
}

std::optional<people::Sex> parse_sex(std::string_view text) {
    using enum people::Sex;
    return parse_word<people::Sex>(text, {{"ж", female}, {"жен", female}, {"женский", female}, {"f", female}, {"female", female},
                                          {"м", male}, {"муж", male}, {"мужской", male}, {"m", male}, {"male", male}});
}

std::optional<int> parse_whole(std::string_view text) {
    int out = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, out);
    if (error != std::errc() || stop != end) return std::nullopt;
    return out;
}

/// "1,5" or "1.5" as hundredths.
std::optional<int> parse_quantity(std::string_view text) {
    const auto point = text.find_first_of(",.");
    const auto whole = parse_whole(text.substr(0, point));
    if (!whole || *whole < 0 || *whole > 100'000) return std::nullopt;
    if (point == std::string_view::npos) return *whole * 100;
    const auto rest = text.substr(point + 1);
    const auto part = parse_whole(rest);
    if (!part || rest.size() > 2 || rest.front() == '-') return std::nullopt;
    return *whole * 100 + *part * (rest.size() == 1 ? 10 : 1);
}

class Cells {
  public:
    Cells(const csv::Record& record, const Columns& columns, int this_year, std::vector<RowFault>& faults)
        : record_(record), columns_(columns), this_year_(this_year), faults_(faults) {}

    std::optional<std::string> text(Column column, std::size_t longest) {
        for (std::size_t i = 0; i < columns_.size() && i < record_.fields.size(); ++i) {
            if (columns_[i] != column) continue;
            const auto cell = trimmed(csv::plain(record_.fields[i]));
            if (cell.empty()) return std::nullopt;
            if (cell.size() <= longest) return std::string(cell);
            faults_.push_back({column, "ledger.cell_too_long", {}});
            return std::nullopt;
        }
        return std::nullopt;
    }

    template <class T, class Parse>
    std::optional<T> value(Column column, const char* code, const Parse& parse) {
        const auto cell = text(column, 100);
        if (!cell) return std::nullopt;
        auto out = std::optional<T>(parse(*cell));
        if (!out) faults_.push_back({column, code, {{"value", *cell}}});
        return out;
    }

    std::optional<Date> day(Column column) {
        return value<Date>(column, "ledger.cell_no_date", [this](std::string_view text) { return parse_written_date(text, this_year_); });
    }

    template <class T>
    T needed(Column column, const std::optional<T>& value) {
        if (value) return *value;
        for (const auto& fault : faults_)
            if (fault.column == column) return T{};
        faults_.push_back({column, "core.required", {}});
        return T{};
    }

  private:
    const csv::Record& record_;
    const Columns& columns_;
    int this_year_;
    std::vector<RowFault>& faults_;
};

void read_person(Cells& cells, ImportRow& row) {
    row.snils = cells.text(Column::snils, 20);
    row.iin = cells.text(Column::iin, 20);
    row.family_name = cells.text(Column::family_name, 200);
    row.given_name = cells.text(Column::given_name, 200);
    row.patronymic = cells.text(Column::patronymic, 200);
    row.birth = cells.day(Column::birth);
    row.sex = cells.value<people::Sex>(Column::sex, "ledger.cell_unknown", parse_sex);
    row.district = cells.text(Column::district, 80);
    row.phone = cells.text(Column::phone, 80);
    row.address = cells.text(Column::address, 600);
}

}  // namespace

ImportRow read_row(const csv::Record& record, const Columns& columns, int this_year) {
    ImportRow row;
    row.line = record.line;
    if (record.fields.size() > columns.size()) row.faults.push_back({Column::ignored, "ledger.too_many_cells", {}});
    Cells cells(record, columns, this_year, row.faults);
    row.external_id = cells.text(Column::external_id, 100);
    row.organisation = cells.text(Column::organisation, 80);
    row.performer = cells.text(Column::performer, 80);
    row.worker = cells.text(Column::worker, 400);
    row.service = cells.needed(Column::service, cells.text(Column::service, 600));
    row.performed_on = cells.needed(Column::performed_on, cells.day(Column::performed_on));
    row.minutes = cells.needed(Column::minutes, cells.value<int>(Column::minutes, "ledger.cell_no_number", parse_whole));
    row.quantity = cells.value<int>(Column::quantity, "ledger.cell_no_number", parse_quantity).value_or(100);
    row.channel = cells.needed(Column::channel, cells.value<Channel>(Column::channel, "ledger.cell_unknown", parse_channel));
    row.request_on = cells.day(Column::request_on);
    row.practice = cells.text(Column::practice, 200);
    row.unnamed_count = cells.value<int>(Column::unnamed_count, "ledger.cell_no_number", parse_whole);
    if (row.unnamed_count && *row.unnamed_count < unnamed_limits.minimum)
        row.faults.push_back({Column::unnamed_count, "core.too_small", {{"minimum", std::to_string(unnamed_limits.minimum)}}});
    if (row.unnamed_count && *row.unnamed_count > unnamed_limits.maximum)
        row.faults.push_back({Column::unnamed_count, "core.too_large", {{"maximum", std::to_string(unnamed_limits.maximum)}}});
    read_person(cells, row);
    return row;
}

}  // namespace ryadom::ledger
