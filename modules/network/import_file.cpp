#include "modules/network/import.hpp"

#include "platform/core/text.hpp"

#include <algorithm>
#include <set>

namespace ryadom::network {
namespace {

constexpr std::size_t most_rows = 5000;
constexpr std::size_t most_together = 500;  ///< in one write

std::unexpected<Refusal> refuse_file(std::string code, Arguments arguments = {}) {
    return std::unexpected(Refusal{Refusal::Kind::malformed, std::move(code), std::move(arguments), {}});
}

std::unexpected<Refusal> refuse_fault(const csv::Fault& fault) { return refuse_file(fault.code, fault.arguments()); }

Rows parents_first(const ImportFile& file) {
    std::map<std::string, const csv::Record*> by_code;
    for (const auto& record : file.records) by_code.emplace(cell_of(file, record, "code"), &record);
    Rows out;
    std::set<const csv::Record*> seen;
    for (const auto& record : file.records) {
        Rows path;
        for (const auto* at = &record; at && seen.insert(at).second;) {
            path.push_back(at);
            const auto parent = by_code.find(cell_of(file, *at, "parent"));
            at = parent == by_code.end() ? nullptr : parent->second;
        }
        out.insert(out.end(), path.rbegin(), path.rend());
    }
    return out;
}

Rows all_rows(const ImportFile& file) {
    Rows out;
    for (const auto& record : file.records) out.push_back(&record);
    return out;
}

}  // namespace

std::string plain_cell(std::string_view field) { return std::string(trimmed(csv::plain(field))); }

std::string cell_of(const ImportFile& file, const csv::Record& record, std::string_view column) {
    for (std::size_t i = 0; i < file.header.size() && i < record.fields.size(); ++i)
        if (file.header[i] && file.header[i]->name == column) return plain_cell(record.fields[i]);
    return {};
}

std::vector<Rows> groups_of(const ImportFile& file) {
    if (file.table == Table::districts) return {all_rows(file)};
    if (file.table == Table::organisations) return {parents_first(file)};
    std::vector<Rows> out;
    std::map<std::string, std::size_t> owners;
    for (const auto& record : file.records) {
        auto& group = owners.emplace(cell_of(file, record, "organisation"), out.size()).first->second;
        if (group < out.size() && out[group].size() == most_together) group = out.size();
        if (group == out.size()) out.emplace_back();
        out[group].push_back(&record);
    }
    return out;
}

void append(Imported& sum, Imported part) {
    sum.added += part.added;
    sum.changed += part.changed;
    sum.unchanged += part.unchanged;
    std::ranges::move(part.changes, std::back_inserter(sum.changes));
    std::ranges::move(part.wrong, std::back_inserter(sum.wrong));
    std::ranges::sort(sum.changes, {}, &RowChange::line);
    std::ranges::sort(sum.wrong, {}, [](const WrongRow& row) { return row.record->line; });
}

Checked<ImportFile> read_file(Table table, std::string_view bytes) {
    auto text = csv::to_utf8(bytes);
    if (!text) return refuse_fault(text.error());
    ImportFile file;
    file.table = table;
    csv::Reader reader(*text);
    auto record = reader.next();
    if (!record) return refuse_fault(record.error());
    if (!*record) return refuse_file("network.import.empty");
    auto header = read_header(table, **record);
    if (!header) return std::unexpected(std::move(header.error()));
    file.header = std::move(*header);
    file.head = std::move((*record)->fields);
    for (record = reader.next(); record && *record; record = reader.next()) {
        if (file.records.size() == most_rows) return refuse_file("network.import.too_many", {{"most", std::to_string(most_rows)}});
        file.records.push_back(std::move(**record));
    }
    if (!record) return refuse_fault(record.error());
    if (file.records.empty()) return refuse_file("network.import.empty");
    return file;
}

}  // namespace ryadom::network
