// What the bank shows, and what other modules ask of it.
#include "modules/practices/store.hpp"

#include "modules/practices/package_cache.hpp"
#include "modules/practices/package_text.hpp"
#include "platform/i18n/catalogue.hpp"

#include <array>

namespace ryadom::practices {
namespace {

constexpr db::Text practices("select number, id, code, titles from v_practices_practice ");
constexpr db::Sql listed_practices = db::sql<practices, "where listed is not null order by sort_title, number">;
constexpr db::Sql practice_by_id = db::sql<practices, "where id = $1">;
constexpr db::Sql practice_by_code = db::sql<practices, "where code = $1">;
constexpr db::Sql practice_by_number = db::sql<practices, "where number = $1">;

constexpr db::Text versions("select v.number, v.id, v.practice, v.version, v.installed_at, v.state from v_practices_version v ");
constexpr db::Sql version_by_id = db::sql<versions, "where v.id = $1">;
constexpr db::Sql version_by_number = db::sql<versions, "where v.number = $1">;
constexpr db::Sql listed_version = db::sql<versions, "join v_practices_practice p on p.listed = v.number where p.number = $1">;

constexpr db::Sql digest_of_version = "select package_sha256 from v_practices_version where number = $1";
constexpr db::Sql document_of_version = "select document from v_practices_version where number = $1";
constexpr db::Text uses("select version, package_service, service, channels, counts_unnamed from v_practices_version_service ");
constexpr db::Sql services_of_version = db::sql<uses, "where version = $1 order by package_service">;
constexpr db::Sql uses_of_service = db::sql<uses, "where service = $1 order by version, package_service">;

// A cursor is the id of the last practice: its place in the order is looked up, so that a new title moves nothing twice.
constexpr db::Sql place_of_practice = "select sort_title, number from v_practices_practice where id = $1";
constexpr db::Sql cards_after =
    "select p.id, v.id, v.installed_at, v.card, v.start_cost from v_practices_practice p join v_practices_version v on v.number = p.listed "
    "where (p.sort_title, p.number) > (cast($1 as text), cast($2 as bigint)) "
    "and v.search like $3 and v.search like $4 and v.search like $5 and v.search like $6 "
    "and (cast($7 as text) = '' or exists (select 1 from v_practices_facet f where f.version = v.number and f.facet = 'group' and f.code = $7)) "
    "and (cast($8 as text) = '' or exists (select 1 from v_practices_facet f where f.version = v.number and f.facet = 'kind' and f.code = $8)) "
    "and (cast($9 as text) = '' or exists (select 1 from v_practices_facet f where f.version = v.number and f.facet = 'channel' and f.code = $9)) "
    "and (cast($10 as bigint) is null or v.start_cost <= $10) order by p.sort_title, p.number limit $11";

PracticeRow read_practice(const db::Row& row) {
    PracticeRow out{row.get<Number<Practice>>(0), row.get<Id<Practice>>(1), row.get<std::string>(2), {}};
    const auto titles = json::parse(row.get<std::string>(3));
    out.titles = must(json::read<std::map<std::string, std::string>>(*titles));
    return out;
}

VersionRow read_version(const db::Row& row) {
    return {row.get<Number<Version>>(0), row.get<Id<Version>>(1), row.get<Number<Practice>>(2), row.get<std::string>(3), row.get<Instant>(4),
            row.get<VersionState>(5) == VersionState::withdrawn};
}

ServiceUse read_use(const db::Row& row) {
    ServiceUse use{row.get<Number<Version>>(0), row.get<std::string>(1), row.get<Number<catalogue::Service>>(2), {}, row.get<bool>(4)};
    const auto channels = row.get<std::string>(3);
    for (const auto channel : split(channels, ' ')) use.channels.emplace_back(channel);
    return use;
}

PracticeCard read_card(const db::Row& row) {
    auto card = must(json::read<PracticeCard>(*json::parse(row.get<std::string>(3))));
    card.id = row.get<Id<Practice>>(0);
    card.version_id = row.get<Id<Version>>(1);
    card.installed_at = row.get<Instant>(2);
    card.start_kopecks = row.get<std::optional<std::int64_t>>(4);
    return card;
}

/// Patterns of the first four words, each the beginning of a word; more of them narrow nothing in practice.
std::array<std::string, 4> patterns(const std::optional<std::string>& query) {
    std::array<std::string, 4> out{"%", "%", "%", "%"};
    const auto folded = i18n::fold(query.value_or(""));
    std::size_t count = 0;
    for (const auto word : split(folded, ' '))
        if (!word.empty() && count < out.size()) out.at(count++) = "% " + std::string(word) + "%";
    return out;
}

}  // namespace

std::vector<PracticeRow> all_practices(db::Tx& tx) { return tx.list(listed_practices, read_practice); }
std::optional<PracticeRow> find_practice(db::Tx& tx, const Id<Practice>& id) { return tx.find(practice_by_id, read_practice, id); }
std::optional<PracticeRow> find_practice(db::Tx& tx, std::string_view code) { return tx.find(practice_by_code, read_practice, code); }
std::optional<PracticeRow> find_practice(db::Tx& tx, Number<Practice> number) { return tx.find(practice_by_number, read_practice, number); }
std::optional<VersionRow> find_version(db::Tx& tx, const Id<Version>& id) { return tx.find(version_by_id, read_version, id); }
std::optional<VersionRow> find_version(db::Tx& tx, Number<Version> number) { return tx.find(version_by_number, read_version, number); }
std::optional<VersionRow> latest_version(db::Tx& tx, Number<Practice> practice) { return tx.find(listed_version, read_version, practice); }

std::shared_ptr<const Package> package_of(db::Tx& tx, Number<Version> version) {
    const auto digest = must(tx.value<std::string>(digest_of_version, version));
    return package_cache().get(digest, [&] { return *tx.value<std::string>(document_of_version, version); });
}

std::vector<ServiceUse> services_of(db::Tx& tx, Number<Version> version) { return tx.list(services_of_version, read_use, version); }
std::vector<ServiceUse> uses_of(db::Tx& tx, Number<catalogue::Service> service) { return tx.list(uses_of_service, read_use, service); }

namespace store {

std::vector<PracticeCard> cards(db::Tx& tx, const BankFilter& filter, int limit) {
    std::string title;
    std::int64_t number = 0;
    if (filter.cursor) {
        const auto id = parse_uuid(*filter.cursor);
        const auto place = id ? tx.find(place_of_practice, [](const db::Row& row) {
            return std::pair(row.get<std::string>(0), row.get<std::int64_t>(1));
        }, *id) : std::nullopt;
        if (!place) throw Refused(refuse_field("/cursor", "core.absent").error());
        std::tie(title, number) = *place;
    }
    const auto words = patterns(filter.query);
    return tx.list(cards_after, read_card, title, number, words[0], words[1], words[2], words[3], filter.audience.value_or(""),
                   filter.kind.value_or(""), filter.channel ? std::string(json::name_of(*filter.channel)) : std::string(), filter.cost, limit);
}

}  // namespace store
}  // namespace ryadom::practices
