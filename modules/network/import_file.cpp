#include "modules/network/import.hpp"

namespace ryadom::network {
namespace {

constexpr std::size_t most_rows = 1000;  ///< in one go: a write is short

std::unexpected<Refusal> refuse_file(std::string code, Arguments arguments = {}) {
    return std::unexpected(Refusal{Refusal::Kind::malformed, std::move(code), std::move(arguments), {}});
}

std::unexpected<Refusal> refuse_fault(const csv::Fault& fault) { return refuse_file(fault.code, fault.arguments()); }

}  // namespace

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
