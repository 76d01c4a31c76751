#include "modules/accounts/store.hpp"

namespace ryadom::accounts::store {
namespace {

// Who signs in or sets a password is known only afterwards: that record is the system's, about the account.
constexpr db::Text entries(
    "select o.position, r.at, coalesce(a.login, s.login, ''), r.action, r.object, r.person, r.detail from v_audit_record r "
    "join v_audit_record_order o on o.number = r.number left join v_auth_account a on a.number = r.account "
    "left join v_auth_account s on s.id = r.object and r.account = 0 and r.action in ('accounts.signed_in', 'accounts.password_set') ");
constexpr db::Text wanted(
    "o.position >= $1 and o.position < $2 and ($4 = '' or coalesce(a.login, s.login, '') = $4) and ($5 = '' or r.action = $5) "
    "order by o.position desc limit $3");
constexpr db::Sql newest = db::sql<entries, "where ", wanted>;
constexpr db::Sql about_person = db::sql<entries, "where r.person = $6 and ", wanted>;
constexpr db::Sql about_object = db::sql<entries, "where r.object = $6 and ", wanted>;
constexpr db::Sql last_position = "select coalesce(max(position), 0) from v_audit_record_order";
constexpr db::Sql moment_before =
    "select r.at from v_audit_record_order o join v_audit_record r on r.number = o.number where o.position <= $1 order by o.position desc limit 1";

AuditEntry read_entry(const db::Row& row) {
    return {row.get<std::int64_t>(0), row.get<Instant>(1), row.get<std::string>(2), row.get<std::string>(3),
            row.get<std::optional<Uuid>>(4), row.get<std::optional<Uuid>>(5), row.get<std::string>(6)};
}

}  // namespace

std::int64_t audit_position(db::Tx& tx, Instant from) {
    // No index of moments slows the writing down: some twenty looks find the place.
    std::int64_t low = 0;
    std::int64_t high = tx.value<std::int64_t>(last_position).value_or(0);
    while (low < high) {
        const auto middle = high - (high - low) / 2;
        const auto moment = tx.value<Instant>(moment_before, middle);
        if (moment && !(*moment < from)) high = middle - 1;
        else low = middle;
    }
    return low + 1;
}

std::vector<AuditEntry> audit_entries(db::Tx& tx, const AuditFilter& filter, std::int64_t first, std::int64_t before, int limit) {
    const auto account = filter.account.value_or("");
    const auto action = filter.action.value_or("");
    if (filter.person) return tx.list(about_person, read_entry, first, before, limit, account, action, *filter.person);
    if (filter.object) return tx.list(about_object, read_entry, first, before, limit, account, action, *filter.object);
    return tx.list(newest, read_entry, first, before, limit, account, action);
}

}  // namespace ryadom::accounts::store
