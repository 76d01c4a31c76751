// A handler may answer with a table: it goes out as a file, as XLSX or, by `?format=csv` and `?format=pdf`, as CSV or on paper.
#pragma once

#include "platform/documents/table.hpp"
#include "platform/http/call.hpp"

namespace ryadom::http {

template <class T>
concept Tabular = std::is_same_v<T, documents::Table> || std::is_same_v<T, Written<documents::Table>>;

/// The format that a query asks for, and the query without it.
struct TableQuery {
    documents::Format format = documents::Format::xlsx;
    std::string rest;
};
TableQuery table_query(std::string_view query);

Download as_file(const Call& call, documents::Table table, documents::Format format);
Written<Download> as_file(const Call& call, Written<documents::Table> written, documents::Format format);

/// What papers and printed tables say by themselves, for this reader.
documents::PrintWords print_words(const Call& call);

/// The rows of a list that is read page by page, each in a transaction of its own, as the caller may see it; `note` hears
/// of a page before any of it leaves.
template <class Item>
documents::Rows paged(const Call& call, std::function<Page<Item>(db::Tx&, const std::optional<std::string>& cursor)> fetch,
                      std::function<documents::Row(const Item&)> row, std::function<void(const std::vector<Item>&)> note = {}) {
    return [&database = call.database(), caller = call.caller(), fetch = std::move(fetch), row = std::move(row), note = std::move(note),
            cursor = std::optional<std::string>(), over = false]() mutable {
        std::vector<documents::Row> out;
        while (out.empty() && !over) {
            const auto page = database.read_as(caller, [&](db::Tx& tx) { return fetch(tx, cursor); });
            if (note) note(page.items);
            for (const auto& item : page.items) out.push_back(row(item));
            cursor = page.next;
            over = !cursor;
        }
        return out;
    };
}

}  // namespace ryadom::http
