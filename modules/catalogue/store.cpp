#include "modules/catalogue/store.hpp"

#include "platform/db/database.hpp"
#include "platform/search/search.hpp"

namespace ryadom::catalogue {
namespace {

constexpr db::Sql every_kind = "select code, title_ru, title_kk, title_en from v_catalogue_kind order by number";
constexpr db::Sql kind_number = "select number from v_catalogue_kind where code = $1";
constexpr db::Sql insert_kind_row = "insert into catalogue_kind (code, title_ru, title_kk, title_en) values ($1, $2, $3, $4)";

constexpr db::Text services(
    "select s.number, s.id, s.code, k.code, s.title_ru, s.title_kk, s.title_en, s.unit, s.norm_minutes, s.valid_from, s.valid_to, s.revision "
    "from v_catalogue_service s join v_catalogue_kind k on k.number = s.kind ");
constexpr db::Sql every_service = db::sql<services, "order by s.code">;
constexpr db::Sql service_by_code = db::sql<services, "where s.code = $1">;
constexpr db::Sql service_by_id = db::sql<services, "where s.id = $1">;
constexpr db::Sql insert_service_row =
    "insert into catalogue_service (id, code, kind, title_ru, title_kk, title_en, unit, norm_minutes, valid_from, valid_to, revision) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1) returning number";
constexpr db::Sql change_service =
    "update catalogue_service set code = $1, kind = $2, title_ru = $3, title_kk = $4, title_en = $5, unit = $6, norm_minutes = $7, "
    "valid_from = $8, valid_to = $9, revision = revision + 1 where id = $10 and revision = $11";

Titles read_titles(const db::Row& row, int first) {
    Titles titles{{"ru", row.get<std::string>(first)}};
    if (auto kk = row.get<std::optional<std::string>>(first + 1)) titles.emplace("kk", std::move(*kk));
    if (auto en = row.get<std::optional<std::string>>(first + 2)) titles.emplace("en", std::move(*en));
    return titles;
}

ServiceRow read_service(const db::Row& row) {
    return {row.get<Number<Service>>(0),
            {row.get<Id<Service>>(1), row.get<std::string>(2), row.get<std::string>(3), read_titles(row, 4), row.get<std::string>(7),
             row.get<std::optional<int>>(8), row.get<Date>(9), row.get<std::optional<Date>>(10), row.get<std::int64_t>(11)}};
}

std::optional<std::string> title(const Titles& titles, const std::string& language) {
    const auto found = titles.find(language);
    if (found == titles.end()) return std::nullopt;
    return found->second;
}

std::int64_t number_of_kind(db::Tx& tx, const std::string& code) {
    const auto number = tx.value<std::int64_t>(kind_number, code);
    if (!number) throw Refused(refuse_field("/kind", "catalogue.unknown_kind", {{"kind", code}}).error());
    return *number;
}

/// A service has no page of its own: the bank shows who delivers its kind.
void tell(db::Tx& tx, const Service& service) {
    search::Document document{"service", service.id.uuid, {}, "/practices?kind=" + service.kind, "practices.see", 0};
    for (const auto& [language, words] : service.titles)
        if (const auto known = json::parse_name<i18n::Language>(language)) document.texts.push_back({*known, words, service.code, {}});
    search::put(tx, document);
}

}  // namespace

void tell_search(db::Database& database) {
    const auto system = db::Caller::system();
    for (const auto& row : database.read_as(system, [](db::Tx& tx) { return all_services(tx); }))
        must(database.write_now(system, [service = row.service](db::Tx& tx) { tell(tx, service); }));
}

std::vector<ServiceKind> kinds(db::Tx& tx) {
    return tx.list(every_kind, [](const db::Row& row) { return ServiceKind{row.get<std::string>(0), read_titles(row, 1)}; });
}

std::vector<ServiceRow> all_services(db::Tx& tx) { return tx.list(every_service, read_service); }
std::optional<ServiceRow> find_service(db::Tx& tx, std::string_view code) { return tx.find(service_by_code, read_service, code); }
std::optional<ServiceRow> find_service(db::Tx& tx, const Id<Service>& id) { return tx.find(service_by_id, read_service, id); }

Number<Service> ensure_service(db::Tx& tx, const Service& service) {
    if (const auto known = find_service(tx, service.code)) return known->number;
    return store::insert_service(tx, service).number;
}

namespace store {

void insert_kind(db::Tx& tx, const ServiceKind& kind) {
    tx.run(insert_kind_row, kind.code, title(kind.titles, "ru"), title(kind.titles, "kk"), title(kind.titles, "en"));
}

ServiceRow insert_service(db::Tx& tx, const Service& service) {
    auto added = service;
    added.id = tx.make_id<Service>();
    added.revision = 1;
    const auto number = tx.insert(insert_service_row, added.id, added.code, number_of_kind(tx, added.kind), title(added.titles, "ru"),
                                  title(added.titles, "kk"), title(added.titles, "en"), added.unit, added.norm_minutes, added.valid_from,
                                  added.valid_to);
    tell(tx, added);
    return {{number}, std::move(added)};
}

std::int64_t update_service(db::Tx& tx, const Service& service) {
    const auto changed = tx.run(change_service, service.code, number_of_kind(tx, service.kind), title(service.titles, "ru"), title(service.titles, "kk"),
                  title(service.titles, "en"), service.unit, service.norm_minutes, service.valid_from, service.valid_to, service.id,
                  service.revision);
    if (changed != 0) tell(tx, service);
    return changed;
}

}  // namespace store
}  // namespace ryadom::catalogue
