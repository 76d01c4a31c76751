#include "platform/search/search.hpp"
#include "platform/search/store.hpp"

#include <set>

namespace ryadom {
std::span<const EmbeddedFile> embedded_search_migrations();
}

namespace ryadom::search {

constexpr auto describe(json::Type<Text>) {
    using json::field;
    using json::length;
    return json::object("SearchText", field("language", &Text::language, "Language"), field("title", &Text::title, "Title", length(0, 4000)),
                        field("keywords", &Text::keywords, "Other names", length(0, 100'000)), field("body", &Text::body, "Text", length(0, 10'000'000)),
                        field("within", &Text::within, "Title of what it is a part of", length(0, 4000)));
}

namespace {

constexpr db::Text documents("select kind, id, path, permission, organisation, texts, found_from, found_until from v_search_document ");
constexpr db::Sql every_document = db::sql<documents, "order by number">;
constexpr db::Sql document_of = db::sql<documents, "where kind = $1 and id = $2">;
constexpr db::Sql document_of_kind = "select id from v_search_document where kind = $1 limit 1";
constexpr db::Sql documents_of_owner = "select kind, id from v_search_document where owner = $1";
constexpr db::Sql put_document =
    "insert into search_document (kind, id, path, permission, organisation, texts, found_from, found_until, owner) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
    "on conflict (kind, id) do update set path = excluded.path, permission = excluded.permission, organisation = excluded.organisation, "
    "texts = excluded.texts, found_from = excluded.found_from, found_until = excluded.found_until, owner = excluded.owner";
constexpr db::Sql delete_document = "delete from search_document where kind = $1 and id = $2";
constexpr db::Sql insert_change = "insert into search_change (kind, id) values ($1, $2)";
constexpr db::Sql last_change = "select max(position) from v_search_change_order";
// Two lookups a row: a join may be taken for reason to read the changes of all years.
constexpr db::Sql changes =
    "select o.position, (select c.kind from v_search_change c where c.number = o.number), "
    "(select c.id from v_search_change c where c.number = o.number) from v_search_change_order o "
    "where o.position > $1 order by o.position limit 500";

Document read_document(const db::Row& row) {
    return {row.get<std::string>(0), row.get<Uuid>(1), must(json::read<std::vector<Text>>(*json::parse(row.get<std::string>(5)))),
            row.get<std::string>(2), row.get<std::string>(3), row.get<std::int64_t>(4), row.get<std::optional<Date>>(6), row.get<std::optional<Date>>(7)};
}

void put_as(db::Tx& tx, const Document& document, const std::optional<Uuid>& owner) {
    // What is the same already moves no index.
    if (tx.find(document_of, read_document, document.kind, document.id) == document) return;
    tx.run(put_document, document.kind, document.id, document.path, document.permission, document.organisation, json::to_json(document.texts), document.from,
           document.until, owner);
    tx.run(insert_change, document.kind, document.id);
}

}  // namespace

db::Schema schema() {
    return {"search",
            db::migrations(embedded_search_migrations()),
            {{"search_document", db::Dimension::open, ""}, {"search_change", db::Dimension::open, ""}},
            {"search_change"},
            {"search_change"}};
}

void put(db::Tx& tx, const Document& document) { put_as(tx, document, std::nullopt); }

void remove(db::Tx& tx, std::string_view kind, const Uuid& id) {
    if (tx.run(delete_document, kind, id) != 0) tx.run(insert_change, kind, id);
}

void put_all(db::Tx& tx, const Uuid& owner, const std::vector<Document>& told) {
    std::set<std::pair<std::string, Uuid>> stay;
    for (const auto& each : told) stay.emplace(each.kind, each.id);
    const auto before = tx.list(documents_of_owner, [](const db::Row& row) { return std::pair(row.get<std::string>(0), row.get<Uuid>(1)); }, owner);
    for (const auto& each : before)
        if (!stay.contains(each)) remove(tx, each.first, each.second);
    for (const auto& each : told) put_as(tx, each, owner);
}

bool holds(db::Tx& tx, std::string_view kind) { return tx.value<Uuid>(document_of_kind, kind).has_value(); }

namespace store {

std::int64_t last_position(db::Tx& tx) { return tx.value<std::optional<std::int64_t>>(last_change).value_or(std::nullopt).value_or(0); }

std::vector<Document> all(db::Tx& tx) { return tx.list(every_document, read_document); }

std::optional<Document> find(db::Tx& tx, std::string_view kind, const Uuid& id) { return tx.find(document_of, read_document, kind, id); }

std::vector<Change> changes_after(db::Tx& tx, std::int64_t position) {
    return tx.list(changes, [](const db::Row& row) { return Change{row.get<std::int64_t>(0), row.get<std::string>(1), row.get<Uuid>(2)}; }, position);
}

}  // namespace store
}  // namespace ryadom::search
