#include "modules/accounts/store.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>

namespace ryadom::accounts::store {
namespace {

// Who signs in or sets a password is known only afterwards: that record is the system's, about the account.
constexpr db::Text entries(
    "select r.number, o.position, r.at, coalesce(a.login, s.login, ''), r.action, r.object, r.person, r.detail from v_audit_record r "
    "join v_audit_record_order o on o.number = r.number left join v_auth_account a on a.number = r.account "
    "left join v_auth_account s on s.id = r.object and r.account = 0 and r.action in ('accounts.signed_in', 'accounts.password_set') ");
constexpr db::Text wanted(
    "r.number >= $1 and r.number < $2 and ($4 = '' or coalesce(a.login, s.login, '') = $4) and ($5 = '' or r.action = $5) "
    "order by r.number desc limit $3");
constexpr db::Sql newest = db::sql<entries, "where ", wanted>;
constexpr db::Sql about_person = db::sql<entries, "where r.person = $6 and ", wanted>;
constexpr db::Sql about_object = db::sql<entries, "where r.object = $6 and ", wanted>;
constexpr db::Sql by_account = db::sql<entries, "where r.account = $6 and ", wanted>;
constexpr db::Sql of_account = db::sql<entries, "where r.object = $6 and r.account = 0 and ", wanted>;
constexpr db::Sql of_action = db::sql<entries, "where r.action = $6 and ", wanted>;
// The lists, searches and files that showed a person.
constexpr db::Sql showed =
    db::sql<entries, "where r.number in (select record from v_audit_shown where person = $6 and record >= $1 and record < $2) and ", wanted>;

constexpr db::Sql last_number = "select number from v_audit_record where number <= $1 order by number desc limit 1";
constexpr db::Sql moment_before = "select at from v_audit_record where number <= $1 order by number desc limit 1";

LogLine read_line(const db::Row& row) {
    return {row.get<std::int64_t>(0),
            {row.get<std::int64_t>(1), row.get<Instant>(2), row.get<std::string>(3), row.get<std::string>(4), row.get<std::optional<Uuid>>(5),
             row.get<std::optional<Uuid>>(6), row.get<std::string>(7), {}}};
}

/// The newest of both.
std::vector<LogLine> together(std::vector<LogLine> one, const std::vector<LogLine>& other, int limit) {
    one.insert(one.end(), other.begin(), other.end());
    std::ranges::sort(one, std::greater(), &LogLine::number);
    one.resize(std::min(one.size(), static_cast<std::size_t>(limit)));
    return one;
}

}  // namespace

std::int64_t first_record_since(db::Tx& tx, Instant from) {
    // No index of moments slows the writing down: some twenty looks find the place.
    std::int64_t low = 0;
    std::int64_t high = tx.value<std::int64_t>(last_number, INT64_MAX).value_or(0);
    while (low < high) {
        const auto middle = high - (high - low) / 2;
        const auto moment = tx.value<Instant>(moment_before, middle);
        if (moment && !(*moment < from)) high = middle - 1;
        else low = middle;
    }
    return low + 1;
}

std::vector<LogLine> audit_entries(db::Tx& tx, const AuditFilter& filter, std::int64_t first, std::int64_t before, int limit) {
    const auto login = filter.account.value_or("");
    const auto action = filter.action.value_or("");
    const auto ask = [&](db::Sql sql, const auto&... key) { return tx.list(sql, read_line, first, before, limit, login, action, key...); };
    if (filter.person) return together(ask(about_person, *filter.person), ask(showed, *filter.person), limit);
    if (filter.object) return ask(about_object, *filter.object);
    if (filter.account) {
        const auto account = auth::find_login(tx, login);
        if (!account) return {};
        return together(ask(by_account, account->number), ask(of_account, account->id), limit);
    }
    if (filter.action) return ask(of_action, action);
    return ask(newest);
}

}  // namespace ryadom::accounts::store
