#include "modules/requests/store.hpp"

#include "modules/people/merges.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace ryadom::requests {
namespace {

// Each organisation is a range of the index by organisation and day: one statement serves a centre and the region. The cross
// join keeps SQLite from reading the requests first.
constexpr db::Text of_organisations("and (cast($1 as text) = '' or $1 like '%,' || o.number || ',%') ");
constexpr db::Sql asked_there = db::sql<
    "select r.number, r.person, r.service, r.organisation, r.asked_on, r.recorded_on from v_network_organisation o cross join v_requests_request r "
    "where r.organisation = o.number and r.asked_on between $2 and $3 and r.recorded_on <= $4 ", of_organisations, "order by o.number, r.asked_on, r.number">;
// Few are withdrawn, and none before it was made: they are read beside the requests, not looked up for each.
constexpr db::Sql withdrawn_there = db::sql<
    "select w.request, w.withdrawn_on, w.reason from v_network_organisation o cross join v_requests_withdrawal w "
    "where w.organisation = o.number and w.withdrawn_on >= $2 and w.recorded_on <= $3 ", of_organisations>;

constexpr db::Text rows(
    "select r.number, r.person, r.service, r.organisation, r.asked_on, r.recorded_on, w.withdrawn_on, w.reason, r.id, o.id, s.id, w.words "
    "from v_requests_request r left join v_requests_withdrawal w on w.request = r.number "
    "join v_network_organisation o on o.number = r.organisation join v_catalogue_service s on s.number = r.service ");
constexpr db::Sql row_by_id = db::sql<rows, "where r.id = $1">;
constexpr db::Sql standing_there = db::sql<rows, "where r.organisation = $1 and w.number is null">;
constexpr db::Sql standing_of_person = db::sql<rows, "where ", people::of_human<"r.person">, "and w.number is null order by r.asked_on, r.number">;
// What was withdrawn last is renewed; a request that stands refuses its like.
constexpr db::Sql last_withdrawn =
    db::sql<"select r.number from v_requests_request r join v_requests_withdrawal w on w.request = r.number where ", people::of_human<"r.person">,
            "and r.service = $2 and r.organisation = $3 and r.asked_on = $4 order by r.number desc limit 1">;
constexpr db::Sql insert_request =
    "insert into requests_request (id, person, service, organisation, asked_on, renews, recorded_at, recorded_on, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing";
constexpr db::Sql insert_withdrawal =
    "insert into requests_withdrawal (request, organisation, withdrawn_on, reason, words, recorded_at, recorded_on, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr db::Sql every_reason = "select code, title_ru, title_kk, title_en, needs_words from v_requests_reason order by number";

Asked read_asked(const db::Row& row) {
    return {row.get<std::int64_t>(0), row.get<std::int64_t>(1), row.get<std::int64_t>(2), row.get<std::int64_t>(3), row.get<Date>(4),
            row.get<Date>(5), row.get<std::optional<Date>>(6), row.get<std::optional<std::string>>(7).value_or("")};
}

store::Row read_row(const db::Row& row) {
    return {read_asked(row), row.get<Id<Request>>(8), row.get<Id<network::Organisation>>(9), row.get<Id<catalogue::Service>>(10),
            row.get<std::optional<std::string>>(11)};
}

/// ",3,7,": each number is found between its commas. Nobody's requests are asked for by ",".
std::string among(const std::optional<std::vector<std::int64_t>>& organisations) {
    if (!organisations) return "";
    std::string out = ",";
    for (const auto number : *organisations) out += fmt::format("{},", number);
    return out;
}

std::int64_t insert_row(db::Tx& tx, const Id<Request>& id, const Noted& request, std::int64_t renews) {
    return tx.run(insert_request, id, request.person, request.service, request.organisation, request.asked_on, renews, tx.now(),
                  request.recorded_on, tx.caller().account);
}

}  // namespace

std::vector<Asked> asked(db::Tx& tx, const std::optional<std::vector<std::int64_t>>& organisations, Date first, Date last, Date as_of) {
    const auto numbers = among(organisations);
    std::unordered_map<std::int64_t, std::pair<Date, std::string>> withdrawn;
    tx.each(withdrawn_there, [&](const db::Row& row) {
        withdrawn.emplace(row.get<std::int64_t>(0), std::pair(row.get<Date>(1), row.get<std::string>(2)));
    }, numbers, first, as_of);
    return tx.list(asked_there, [&](const db::Row& row) {
        Asked out{row.get<std::int64_t>(0), row.get<std::int64_t>(1), row.get<std::int64_t>(2), row.get<std::int64_t>(3), row.get<Date>(4), row.get<Date>(5), {}, {}};
        if (const auto found = withdrawn.find(out.number); found != withdrawn.end()) {
            out.withdrawn_on = found->second.first;
            out.withdrawal_reason = found->second.second;
        }
        return out;
    }, numbers, first, last, as_of);
}

void note(db::Tx& tx, const Noted& request) { insert_row(tx, tx.make_id<Request>(), request, 0); }

void withdraw(db::Tx& tx, const Asked& request, const Withdrawal& withdrawal, Date recorded_on) {
    tx.run(insert_withdrawal, request.number, request.organisation, withdrawal.withdrawn_on, withdrawal.reason, withdrawal.words, tx.now(),
           recorded_on, tx.caller().account);
}

namespace store {

std::optional<Row> find(db::Tx& tx, const Id<Request>& id) { return tx.find(row_by_id, read_row, id); }

std::vector<Row> standing(db::Tx& tx, const std::vector<std::int64_t>& organisations) {
    std::vector<Row> out;
    for (const auto organisation : organisations)
        tx.each(standing_there, [&](const db::Row& row) { out.push_back(read_row(row)); }, organisation);
    std::ranges::sort(out, {}, [](const Row& row) { return std::pair(row.asked.asked_on, row.asked.number); });
    return out;
}

std::vector<Row> standing_of(db::Tx& tx, Number<people::Person> person) { return tx.list(standing_of_person, read_row, person); }

std::optional<Id<Request>> insert(db::Tx& tx, const Noted& request) {
    const auto renews = tx.value<std::int64_t>(last_withdrawn, request.person, request.service, request.organisation, request.asked_on);
    const auto id = tx.make_id<Request>();
    if (insert_row(tx, id, request, renews.value_or(0)) == 0) return std::nullopt;
    return id;
}

std::vector<Reason> reasons(db::Tx& tx) {
    return tx.list(every_reason, [](const db::Row& row) {
        Reason reason{row.get<std::string>(0), {{"ru", row.get<std::string>(1)}}, row.get<bool>(4)};
        if (auto kk = row.get<std::optional<std::string>>(2)) reason.titles.emplace("kk", std::move(*kk));
        if (auto en = row.get<std::optional<std::string>>(3)) reason.titles.emplace("en", std::move(*en));
        return reason;
    });
}

}  // namespace store
}  // namespace ryadom::requests
