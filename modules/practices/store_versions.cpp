// Practices, their versions, what belongs to a version.
#include "modules/practices/package_text.hpp"
#include "modules/practices/store.hpp"
#include "platform/files/files.hpp"
#include "platform/i18n/catalogue.hpp"

namespace ryadom::practices::store {
namespace {

constexpr db::Sql owned_by_code = "select number, id, organisation from v_practices_practice where code = $1";
constexpr db::Sql insert_practice_row =
    "insert into practices_practice (id, code, organisation, titles, sort_title) values ($1, $2, $3, $4, $5) returning number";
constexpr db::Sql list_practice =
    "update practices_practice set listed = $1, titles = $2, sort_title = $3 where number = $4";
constexpr db::Sql unlist_practice = "update practices_practice set listed = null where number = $1";
constexpr db::Sql newest_published =
    "select number, titles, sort_title from v_practices_version where practice = $1 and state = 'published' order by rank desc limit 1";

constexpr db::Text version_columns(
    "select v.number, v.practice, p.code, v.id, p.id, v.version, v.state, v.withdrawn_reason, v.installed_at, v.package_sha256, "
    "v.document_sha256, v.signer, v.signature from v_practices_version v join v_practices_practice p on p.number = v.practice ");
constexpr db::Sql version_by_id = db::sql<version_columns, "where v.id = $1">;
constexpr db::Sql version_by_word = db::sql<version_columns, "where v.practice = $1 and v.version = $2">;
constexpr db::Sql versions_of = db::sql<version_columns, "where v.practice = $1 order by v.rank desc">;
constexpr db::Sql highest_of = db::sql<version_columns, "where v.practice = $1 order by v.rank desc limit 1">;
constexpr db::Sql published_of =
    "select v.version from v_practices_practice p join v_practices_version v on v.practice = p.number "
    "where p.code = $1 and v.state = 'published' order by v.rank";

constexpr db::Sql insert_version_row =
    "insert into practices_version (id, practice, version, rank, state, installed_at, installed_by, package_sha256, document_sha256, "
    "signer, signature, start_cost, titles, sort_title, card, search, document) "
    "values ($1, $2, $3, $4, 'published', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning number";
constexpr db::Sql insert_facet = "insert into practices_facet (version, facet, code) values ($1, $2, $3)";
constexpr db::Sql insert_service =
    "insert into practices_version_service (version, package_service, service, channels, counts_unnamed) values ($1, $2, $3, $4, $5)";
constexpr db::Sql insert_file = "insert into practices_file (version, path, sha256, size) values ($1, $2, $3, $4)";
constexpr db::Sql withdraw_version = "update practices_version set state = 'withdrawn', withdrawn_reason = $1 where number = $2";

constexpr db::Sql files_of = "select path, sha256, size from v_practices_file where version = $1 order by path";
constexpr db::Sql contents_of =
    "select f.path, b.content from v_practices_file f join v_files_blob b on b.sha256 = f.sha256 where f.version = $1";
constexpr db::Sql hash_of_file = "select sha256 from v_practices_file where version = $1 and path = $2";

constexpr std::int64_t version_places = 100'000;  // each part of a version has at most five digits

std::int64_t rank_of(std::string_view text) {
    const auto version = *parse_version(text);
    return (version.major * version_places + version.minor) * version_places + version.patch;
}

std::string words_of(const std::vector<Channel>& channels) {
    std::string out;
    for (const auto channel : channels) out.append(out.empty() ? "" : " ").append(json::name_of(channel));
    return out;
}

StoredVersion read_version(const db::Row& row) {
    return {row.get<Number<Version>>(0),
            row.get<Number<Practice>>(1),
            row.get<std::string>(2),
            {row.get<Id<Version>>(3), row.get<Id<Practice>>(4), row.get<std::string>(5), row.get<VersionState>(6),
             row.get<std::optional<std::string>>(7), row.get<Instant>(8), row.get<std::string>(9), row.get<std::string>(10),
             row.get<std::optional<std::string>>(11)},
            row.get<std::optional<std::string>>(12)};
}

}  // namespace

std::optional<Owned> find_owned(db::Tx& tx, std::string_view code) {
    return tx.find(owned_by_code, [](const db::Row& row) {
        return Owned{row.get<Number<Practice>>(0), row.get<Id<Practice>>(1), row.get<std::int64_t>(2)};
    }, code);
}

Owned insert_practice(db::Tx& tx, const Package& package, std::int64_t organisation) {
    const auto id = tx.make_id<Practice>();
    const auto number = tx.insert(insert_practice_row, id, package.code, organisation, json::to_json(by_language(package.title)),
                                  i18n::fold(package.title.ru));
    return {{number}, id, organisation};
}

std::optional<StoredVersion> find_version(db::Tx& tx, const Id<Version>& id) { return tx.find(version_by_id, read_version, id); }

std::optional<StoredVersion> find_version(db::Tx& tx, Number<Practice> practice, std::string_view version) {
    return tx.find(version_by_word, read_version, practice, version);
}

std::vector<VersionSummary> versions(db::Tx& tx, Number<Practice> practice) {
    return tx.list(versions_of, [](const db::Row& row) { return read_version(row).summary; }, practice);
}

std::optional<StoredVersion> highest_version(db::Tx& tx, Number<Practice> practice) { return tx.find(highest_of, read_version, practice); }

std::vector<std::string> published_versions(db::Tx& tx, std::string_view code) {
    return tx.list(published_of, [](const db::Row& row) { return row.get<std::string>(0); }, code);
}

Id<Version> insert_version(db::Tx& tx, Number<Practice> practice, const Prepared& prepared,
                           const std::map<std::string, Number<catalogue::Service>>& services) {
    const auto& package = prepared.package;
    const auto id = tx.make_id<Version>();
    const auto number = tx.insert(insert_version_row, id, practice, package.version, rank_of(package.version), tx.now(), tx.caller().account,
                                  prepared.package_sha256, prepared.document_sha256, prepared.signer, prepared.signature,
                                  start_cost(package, equipment_prices(tx)), json::to_json(by_language(package.title)), i18n::fold(package.title.ru),
                                  json::to_json(prepared.card), prepared.search, prepared.document);
    for (const auto& facet : prepared.facets) tx.run(insert_facet, number, facet.facet, facet.code);
    for (const auto& service : package.services)
        tx.run(insert_service, number, service.id, services.at(service.id), words_of(service.channels), service.counts_unnamed.value_or(false));
    for (const auto& file : prepared.files) {
        if (file.content) files::put(tx, file.sha256, *file.content);
        tx.run(insert_file, number, file.path, file.sha256, file.size);
    }
    return id;
}

void withdraw(db::Tx& tx, Number<Version> version, std::string_view reason) { tx.run(withdraw_version, reason, version); }

void relist(db::Tx& tx, Number<Practice> practice) {
    struct Newest {
        std::int64_t number;
        std::string titles;
        std::string sort_title;
    };
    const auto newest = tx.find(newest_published, [](const db::Row& row) {
        return Newest{row.get<std::int64_t>(0), row.get<std::string>(1), row.get<std::string>(2)};
    }, practice);
    if (newest) tx.run(list_practice, newest->number, newest->titles, newest->sort_title, practice);
    else tx.run(unlist_practice, practice);
    tell_search(tx, practice);
}

std::vector<PackageFile> files(db::Tx& tx, Number<Version> version) {
    return tx.list(files_of, [](const db::Row& row) {
        return PackageFile{row.get<std::string>(0), row.get<std::string>(1), row.get<std::int64_t>(2)};
    }, version);
}

PackageFiles contents(db::Tx& tx, Number<Version> version) {
    PackageFiles out;
    tx.each(contents_of, [&](const db::Row& row) { out.emplace(row.get<std::string>(0), row.bytes(1)); }, version);
    return out;
}

std::optional<std::string> file_hash(db::Tx& tx, Number<Version> version, std::string_view path) {
    return tx.value<std::string>(hash_of_file, version, path);
}

}  // namespace ryadom::practices::store
