#include "modules/accounts/store.hpp"

namespace ryadom::accounts::store {
namespace {

constexpr db::Text entries(
    "select o.position, r.at, coalesce(a.login, ''), r.action, r.object, r.person, r.detail from v_audit_record r "
    "join v_audit_record_order o on o.number = r.number left join v_auth_account a on a.number = r.account ");
constexpr db::Sql newest = db::sql<entries, "where o.position < $1 order by o.position desc limit $2">;
constexpr db::Sql about_person = db::sql<entries, "where r.person = $3 and o.position < $1 order by o.position desc limit $2">;
constexpr db::Sql about_object = db::sql<entries, "where r.object = $3 and o.position < $1 order by o.position desc limit $2">;

AuditEntry read_entry(const db::Row& row) {
    return {row.get<std::int64_t>(0), row.get<Instant>(1), row.get<std::string>(2), row.get<std::string>(3),
            row.get<std::optional<Uuid>>(4), row.get<std::optional<Uuid>>(5), row.get<std::string>(6)};
}

}  // namespace

std::vector<AuditEntry> audit_entries(db::Tx& tx, const AuditFilter& filter, std::int64_t before, int limit) {
    if (filter.person) return tx.list(about_person, read_entry, before, limit, *filter.person);
    if (filter.object) return tx.list(about_object, read_entry, before, limit, *filter.object);
    return tx.list(newest, read_entry, before, limit);
}

}  // namespace ryadom::accounts::store
