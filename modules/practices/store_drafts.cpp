// Drafts with their files; the keys that the region trusts and the codes that it added.
#include "modules/practices/store.hpp"

namespace ryadom::practices::store {
namespace {

constexpr db::Sql drafts_after =
    "select id, title, code, version, changed_at, revision from v_practices_draft where id > $1 order by id limit $2";
constexpr db::Sql draft_by_id =
    "select number, id, organisation, based_on, document, changed_at, revision from v_practices_draft where id = $1";
constexpr db::Sql insert_draft_row =
    "insert into practices_draft (id, organisation, code, title, version, based_on, changed_at, revision, document) "
    "values ($1, $2, $3, $4, $5, $6, $7, 1, $8) returning number";
constexpr db::Sql change_draft =
    "update practices_draft set code = $1, title = $2, version = $3, document = $4, changed_at = $5, revision = revision + 1 "
    "where number = $6 and revision = $7";
constexpr db::Sql touch_draft_row =
    "update practices_draft set changed_at = $1, revision = revision + 1 where number = $2 and revision = $3";
constexpr db::Sql delete_draft = "delete from practices_draft where number = $1";

constexpr db::Sql files_of = "select path, sha256, size from v_practices_draft_file where draft = $1 order by path";
constexpr db::Sql heads_of =
    "select f.path, case when f.path like '%.md' then b.content else substr(b.content, 1, 16) end "
    "from v_practices_draft_file f join v_files_blob b on b.sha256 = f.sha256 where f.draft = $1";
constexpr db::Sql hash_of_file = "select sha256 from v_practices_draft_file where draft = $1 and path = $2";
constexpr db::Sql put_file =
    "insert into practices_draft_file (draft, path, sha256, size) values ($1, $2, $3, $4) "
    "on conflict (draft, path) do update set sha256 = excluded.sha256, size = excluded.size";
constexpr db::Sql delete_file = "delete from practices_draft_file where draft = $1 and path = $2";
constexpr db::Sql delete_files = "delete from practices_draft_file where draft = $1";

constexpr db::Text key_columns("select id, key_id, title, key, added_at from v_practices_key ");
constexpr db::Sql every_key = db::sql<key_columns, "order by title, number">;
constexpr db::Sql key_by_id = db::sql<key_columns, "where id = $1">;
constexpr db::Sql insert_key_row = "insert into practices_key (id, key_id, key, title, added_at) values ($1, $2, $3, $4, $5)";
constexpr db::Sql delete_key = "delete from practices_key where id = $1";

constexpr db::Sql every_code = "select vocabulary, code from v_practices_code";
constexpr db::Sql insert_code_row =
    "insert into practices_code (vocabulary, code, added_at) values ($1, $2, $3) on conflict (vocabulary, code) do nothing";

PublisherKey read_key(const db::Row& row) {
    return {row.get<Id<PublisherKey>>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<Instant>(4)};
}

}  // namespace

std::vector<DraftSummary> drafts(db::Tx& tx, const Id<Draft>& after, int limit) {
    return tx.list(drafts_after, [](const db::Row& row) {
        return DraftSummary{row.get<Id<Draft>>(0), row.get<std::string>(1), row.get<std::optional<std::string>>(2), row.get<std::string>(3),
                            row.get<Instant>(4), row.get<std::int64_t>(5)};
    }, after, limit);
}

std::optional<StoredDraft> find_draft(db::Tx& tx, const Id<Draft>& id) {
    return tx.find(draft_by_id, [](const db::Row& row) {
        return StoredDraft{row.get<std::int64_t>(0), row.get<Id<Draft>>(1), row.get<std::int64_t>(2), row.get<std::optional<Id<Version>>>(3),
                           row.get<std::string>(4), row.get<Instant>(5), row.get<std::int64_t>(6)};
    }, id);
}

StoredDraft insert_draft(db::Tx& tx, std::int64_t organisation, const DraftHead& head, std::string_view document,
                         const std::optional<Id<Version>>& based_on) {
    const auto id = tx.make_id<Draft>();
    const auto number = tx.insert(insert_draft_row, id, organisation, head.code, head.title, head.version, based_on, tx.now(), document);
    return {number, id, organisation, based_on, std::string(document), tx.now(), 1};
}

std::int64_t update_draft(db::Tx& tx, const StoredDraft& draft, const DraftHead& head) {
    return tx.run(change_draft, head.code, head.title, head.version, draft.document, tx.now(), draft.number, draft.revision);
}

std::int64_t touch_draft(db::Tx& tx, std::int64_t draft, std::int64_t revision) {
    return tx.run(touch_draft_row, tx.now(), draft, revision);
}

void remove_draft(db::Tx& tx, std::int64_t draft) {
    tx.run(delete_files, draft);
    tx.run(delete_draft, draft);
}

std::vector<PackageFile> draft_files(db::Tx& tx, std::int64_t draft) {
    return tx.list(files_of, [](const db::Row& row) {
        return PackageFile{row.get<std::string>(0), row.get<std::string>(1), row.get<std::int64_t>(2)};
    }, draft);
}

PackageFiles draft_heads(db::Tx& tx, std::int64_t draft) {
    PackageFiles out;
    tx.each(heads_of, [&](const db::Row& row) { out.emplace(row.get<std::string>(0), row.bytes(1)); }, draft);
    return out;
}

std::optional<std::string> draft_file_hash(db::Tx& tx, std::int64_t draft, std::string_view path) {
    return tx.value<std::string>(hash_of_file, draft, path);
}

void put_draft_file(db::Tx& tx, std::int64_t draft, const PackageFile& file) { tx.run(put_file, draft, file.path, file.sha256, file.size); }

bool remove_draft_file(db::Tx& tx, std::int64_t draft, std::string_view path) { return tx.run(delete_file, draft, path) > 0; }

void copy_files(db::Tx& tx, Number<Version> from, std::int64_t draft) {
    for (const auto& file : files(tx, from))
        if (file.path != document_path) put_draft_file(tx, draft, file);
}

std::vector<PublisherKey> keys(db::Tx& tx) { return tx.list(every_key, read_key); }

std::optional<PublisherKey> find_key(db::Tx& tx, const Id<PublisherKey>& id) { return tx.find(key_by_id, read_key, id); }

void insert_key(db::Tx& tx, const PublisherKey& key) { tx.run(insert_key_row, key.id, key.key_id, key.key, key.title, key.added_at); }

void remove_key(db::Tx& tx, const Id<PublisherKey>& id) { tx.run(delete_key, id); }

std::set<UnknownCode> region_codes(db::Tx& tx) {
    std::set<UnknownCode> out;
    tx.each(every_code, [&](const db::Row& row) { out.insert({row.get<std::string>(0), row.get<std::string>(1)}); });
    return out;
}

void insert_code(db::Tx& tx, const UnknownCode& code) { tx.run(insert_code_row, code.vocabulary, code.code, tx.now()); }

}  // namespace ryadom::practices::store
