#include "platform/csv/table.hpp"

#include <algorithm>
#include <set>

namespace ryadom::csv {
namespace {

constexpr std::array languages{i18n::Language::ru, i18n::Language::kk, i18n::Language::en};
/// What a file of errors adds.
constexpr std::array added{Column{"line", "csv.line"}, Column{"error", "csv.error"}};

Refusal malformed(std::string code, Arguments arguments = {}) { return {Refusal::Kind::malformed, std::move(code), std::move(arguments), {}}; }

std::unexpected<Refusal> refuse_fault(const Fault& fault) { return std::unexpected(malformed(fault.code, fault.arguments())); }

/// The columns by their names and titles, folded.
std::map<std::string, const Column*> words_for(const Columns& columns, const i18n::Catalogue& texts) {
    std::map<std::string, const Column*> out;
    const auto add = [&](const Column& column, const Column* meant) {
        out.emplace(i18n::fold(column.name), meant);
        for (const auto language : languages) out.emplace(i18n::fold(texts.text(language, column.title)), meant);
    };
    for (const auto* column : columns) add(*column, column);
    for (const auto& column : added) add(column, nullptr);
    return out;
}

/// The cells of the table's own columns.
std::vector<std::string> own_cells(const Head& head, const std::vector<std::string>& fields) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < head.columns.size(); ++i)
        if (head.columns[i]) out.push_back(i < fields.size() ? std::string(plain(fields[i])) : std::string());
    return out;
}

std::string title_of(const Column* column, const i18n::Voice& voice) { return column ? voice.text(column->title) : std::string(); }

std::string reasons(const Faults& faults, const i18n::Voice& voice) {
    std::string out;
    for (const auto& fault : faults) {
        if (!out.empty()) out += "; ";
        if (fault.column) out += title_of(fault.column, voice) + ": ";
        out += voice.text(fault.code, fault.arguments);
    }
    return out;
}

}  // namespace

const Column* Head::find(std::string_view name) const {
    const auto found = std::ranges::find_if(columns, [&](const Column* column) { return column && column->name == name; });
    return found == columns.end() ? nullptr : *found;
}

std::string_view Head::cell(const Record& record, std::string_view name) const {
    for (std::size_t i = 0; i < columns.size() && i < record.fields.size(); ++i)
        if (columns[i] && columns[i]->name == name) return trimmed(plain(record.fields[i]));
    return {};
}

Checked<Head> read_head(Record record, const Columns& columns, const i18n::Voice& voice) {
    const auto words = words_for(columns, *voice.texts);
    Head head{std::move(record.fields), {}};
    std::vector<FieldError> errors;
    std::set<const Column*> seen;
    const auto error = [&](const char* code, std::string_view column) { errors.push_back({"/header", code, {{"column", shorten(column)}}}); };
    for (const auto& field : head.fields) {
        const auto known = words.find(i18n::fold(plain(field)));
        head.columns.push_back(known == words.end() ? nullptr : known->second);
        if (known == words.end()) error("csv.unknown_column", field);
        else if (known->second && !seen.insert(known->second).second) error("csv.repeated_column", field);
    }
    for (const auto* column : columns)
        if (column->need == Need::always && !seen.contains(column)) error("csv.missing_column", title_of(column, voice));
    if (!errors.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    return head;
}

Checked<std::string> text_of(std::string_view bytes) {
    auto text = to_utf8(bytes);
    if (!text) return refuse_fault(text.error());
    return std::move(*text);
}

Checked<Head> read_rows(std::string_view text, const Columns& columns, const i18n::Voice& voice, const std::function<void(Record)>& take) {
    Reader reader(text);
    auto record = reader.next();
    if (!record) return refuse_fault(record.error());
    if (!*record) return std::unexpected(malformed("csv.empty_table"));
    auto head = read_head(std::move(**record), columns, voice);
    if (!head) return head;
    bool empty = true;
    for (record = reader.next(); record && *record; record = reader.next()) {
        take(std::move(**record));
        empty = false;
    }
    if (!record) return refuse_fault(record.error());
    if (empty) return std::unexpected(malformed("csv.empty_table"));
    return head;
}

Checked<Table> read_table(std::string_view bytes, const Columns& columns, const i18n::Voice& voice, std::size_t most_rows) {
    const auto text = text_of(bytes);
    if (!text) return std::unexpected(text.error());
    Table table;
    bool more = false;
    auto head = read_rows(*text, columns, voice, [&](Record record) {
        if (table.rows.size() == most_rows) more = true;
        else table.rows.push_back(std::move(record));
    });
    if (!head) return std::unexpected(std::move(head.error()));
    if (more) return std::unexpected(malformed("csv.too_many_rows", {{"most", std::to_string(most_rows)}}));
    table.head = std::move(*head);
    return table;
}

std::vector<RowError> errors_of(const std::vector<RowReport>& rows, const i18n::Voice& voice) {
    std::vector<RowError> out;
    for (const auto& row : rows)
        for (const auto& fault : row.faults)
            out.push_back({static_cast<std::int64_t>(row.record.line), title_of(fault.column, voice), fault.code, voice.text(fault.code, fault.arguments)});
    return out;
}

std::string error_file(const Head& head, const std::vector<RowReport>& rows, const i18n::Voice& voice) {
    Writer writer;
    auto cells = own_cells(head, head.fields);
    for (const auto& column : added) cells.push_back(voice.text(column.title));
    writer.record(cells);
    for (const auto& row : rows) {
        cells = own_cells(head, row.record.fields);
        cells.insert(cells.end(), {std::to_string(row.record.line), reasons(row.faults, voice)});
        writer.record(cells);
    }
    return writer.take();
}

}  // namespace ryadom::csv
