#include "modules/network/import.hpp"

#include <algorithm>
#include <set>

namespace ryadom::network {
namespace {

constexpr std::size_t most_rows = 5000;
constexpr std::size_t most_together = 500;  ///< in one write

Rows parents_first(const ImportFile& file) {
    std::map<std::string_view, const csv::Record*> by_code;
    for (const auto& record : file.rows) by_code.emplace(file.head.cell(record, "code"), &record);
    Rows out;
    std::set<const csv::Record*> seen;
    for (const auto& record : file.rows) {
        Rows path;
        for (const auto* at = &record; at && seen.insert(at).second;) {
            path.push_back(at);
            const auto parent = by_code.find(file.head.cell(*at, "parent"));
            at = parent == by_code.end() ? nullptr : parent->second;
        }
        out.insert(out.end(), path.rbegin(), path.rend());
    }
    return out;
}

Rows all_rows(const ImportFile& file) {
    Rows out;
    for (const auto& record : file.rows) out.push_back(&record);
    return out;
}

}  // namespace

std::vector<Rows> groups_of(const ImportFile& file) {
    if (file.table == Table::districts) return {all_rows(file)};
    if (file.table == Table::organisations) return {parents_first(file)};
    std::vector<Rows> out;
    std::map<std::string_view, std::size_t> owners;
    for (const auto& record : file.rows) {
        auto& group = owners.emplace(file.head.cell(record, "organisation"), out.size()).first->second;
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
    std::ranges::sort(sum.wrong, {}, [](const csv::RowReport& row) { return row.record.line; });
}

Checked<ImportFile> read_file(Table table, std::string_view bytes, const i18n::Voice& voice) {
    auto read = csv::read_table(bytes, csv::columns_in(columns_of(table)), voice, most_rows);
    if (!read) return std::unexpected(std::move(read.error()));
    return ImportFile{std::move(*read), table};
}

}  // namespace ryadom::network
