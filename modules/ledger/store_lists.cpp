// Facts as they are shown.
#include "modules/ledger/store.hpp"

#include <fmt/format.h>

#include <map>

namespace ryadom::ledger::store {
namespace {

constexpr db::Text columns(
    "f.number, f.id, h.id, p.id, f.person, f.unnamed_count, s.id, f.performed_on, f.minutes, f.quantity, f.channel, f.group_number, "
    "f.request_on, w.id, w.name, pr.id, ve.id, f.source, f.external_id, f.recorded_at, f.recorded_on, o.id, r.id, f.reason ");
constexpr db::Text joins(
    "join v_network_organisation h on h.number = f.home_provider join v_network_organisation p on p.number = f.performer_provider "
    "join v_catalogue_service s on s.number = f.service left join v_network_staff w on w.number = f.worker "
    "left join v_practices_practice pr on pr.number = f.practice left join v_practices_version ve on ve.number = f.practice_version "
    "left join v_ledger_fact o on o.number = f.reverses left join v_ledger_fact r on r.reverses = f.number ");
constexpr db::Text in_window("f.number < $2 and f.performed_on between $3 and $4 order by f.number desc limit $5");

constexpr db::Sql fact_by_id = db::sql<"select ", columns, "from v_ledger_fact f ", joins, "where f.id = $1">;
constexpr db::Sql of_person = db::sql<"select ", columns, "from v_ledger_fact f ", joins, "where f.person = $1 and ", in_window>;
constexpr db::Sql of_account = db::sql<"select ", columns, "from v_ledger_fact f ", joins, "where f.account = $1 and ", in_window>;
// A list of numbers that both engines take: digits in places of 20.
constexpr db::Text wanted(
    "with recursive place (at) as (select 1 union all select at + 20 from place where at + 20 <= length(cast($1 as text))), "
    "wanted (position) as (select cast(substr(cast($1 as text), at, 20) as bigint) from place) ");
constexpr db::Sql at_positions =
    db::sql<wanted, "select ", columns, "from wanted t join v_ledger_fact_order q on q.position = t.position "
            "join v_ledger_fact f on f.number = q.number ", joins, "order by q.position desc">;

constexpr Date earliest{-719'162};
constexpr Date latest{2'932'896};

/// A row whose recipient is still a number.
struct Raw {
    std::int64_t number = 0;
    std::optional<std::int64_t> person;
    Fact fact;
};

Raw read_fact(const db::Row& row) {
    Fact fact;
    fact.id = row.get<Id<Fact>>(1);
    fact.organisation = row.get<Id<network::Organisation>>(2);
    fact.performer = row.get<Id<network::Organisation>>(3);
    fact.unnamed_count = row.get<int>(5);
    fact.service = row.get<Id<catalogue::Service>>(6);
    fact.performed_on = row.get<Date>(7);
    fact.minutes = row.get<int>(8);
    fact.quantity = row.get<int>(9);
    fact.channel = row.get<Channel>(10);
    fact.group = row.get<std::optional<std::int64_t>>(11);
    fact.request_on = row.get<std::optional<Date>>(12);
    fact.worker = row.get<std::optional<Id<network::StaffMember>>>(13);
    fact.worker_name = row.get<std::optional<std::string>>(14);
    fact.practice = row.get<std::optional<Id<practices::Practice>>>(15);
    fact.practice_version = row.get<std::optional<Id<practices::Version>>>(16);
    fact.source = row.get<std::string>(17);
    fact.external_id = row.get<std::optional<std::string>>(18);
    fact.recorded_at = row.get<Instant>(19);
    fact.recorded_on = row.get<Date>(20);
    fact.reverses = row.get<std::optional<Id<Fact>>>(21);
    fact.reversed_by = row.get<std::optional<Id<Fact>>>(22);
    fact.reason = row.get<std::optional<std::string>>(23);
    return {row.get<std::int64_t>(0), row.get<std::optional<std::int64_t>>(4), std::move(fact)};
}

Recipient recipient(const people::Brief& brief, Date day) {
    Recipient out{brief.sex, full_years(brief.birth, day), {}, brief.name};
    if (brief.name) out.id = brief.id;
    return out;
}

/// Names where the caller has a right to them, age and sex elsewhere.
std::vector<Listed> with_recipients(db::Tx& tx, std::vector<Raw> rows) {
    std::map<std::int64_t, people::Brief> known;
    for (const auto& row : rows)
        if (row.person) known.try_emplace(*row.person);
    std::vector<std::int64_t> numbers;
    for (const auto& [number, brief] : known) numbers.push_back(number);
    if (!numbers.empty())
        for (auto& brief : people::briefs(tx, numbers)) known[brief.number.value] = std::move(brief);
    std::vector<Listed> out;
    for (auto& row : rows) {
        if (row.person) row.fact.person = recipient(known[*row.person], row.fact.performed_on);
        out.push_back({row.number, std::move(row.fact)});
    }
    return out;
}

std::vector<Listed> page(db::Tx& tx, db::Sql sql, std::int64_t whose, const Window& window) {
    return with_recipients(tx, tx.list(sql, read_fact, whose, window.before, window.first.value_or(earliest), window.last.value_or(latest), window.limit));
}

}  // namespace

std::optional<Fact> find_fact(db::Tx& tx, const Id<Fact>& id) {
    auto rows = tx.list(fact_by_id, read_fact, id);
    if (rows.empty()) return std::nullopt;
    return std::move(with_recipients(tx, std::move(rows)).front().fact);
}

std::vector<Listed> facts_of_person(db::Tx& tx, std::int64_t person, const Window& window) { return page(tx, of_person, person, window); }

std::vector<Listed> facts_of_account(db::Tx& tx, std::int64_t account, const Window& window) { return page(tx, of_account, account, window); }

std::vector<Listed> facts_at(db::Tx& tx, const std::vector<image::Position>& positions) {
    if (positions.empty()) return {};
    std::string list;
    for (const auto position : positions) list += fmt::format("{:020}", position);
    return with_recipients(tx, tx.list(at_positions, read_fact, list));
}

}  // namespace ryadom::ledger::store
