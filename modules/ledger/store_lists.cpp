// Facts as they are shown.
#include "modules/ledger/store.hpp"
#include "modules/people/merges.hpp"

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
constexpr db::Text chosen(
    "f.performed_on between $2 and $3 and (cast($4 as bigint) is null or f.service = $4) and (cast($5 as bigint) is null or f.practice = $5) "
    "and (cast($6 as bigint) is null or f.account = $6) "
    "and (cast($7 as text) = '' or $7 like '%,' || f.home_provider || ',%' or $7 like '%,' || f.performer_provider || ',%') ");
constexpr db::Text paged("and f.number < $8 order by f.number desc limit $9");
// An order that no index has, or PostgreSQL walks back through the facts of everybody until the page is full.
constexpr db::Text few("and f.number < $8 order by f.number + 0 desc limit $9");
constexpr db::Text sums(
    "select count(f.number), cast(coalesce(sum(f.minutes), 0) as bigint), cast(coalesce(sum(f.unnamed_count), 0) as bigint), count(distinct f.person) "
    "from v_ledger_fact f left join v_ledger_fact r on r.reverses = f.number where f.reverses is null and r.number is null and ");

constexpr db::Sql fact_by_id = db::sql<"select ", columns, "from v_ledger_fact f ", joins, "where f.id = $1">;
constexpr db::Sql of_person = db::sql<"select ", columns, "from v_ledger_fact f ", joins, "where ", people::of_human<"f.person">, "and ", chosen, few>;
constexpr db::Sql of_account = db::sql<"select ", columns, "from v_ledger_fact f ", joins, "where f.account = $1 and f.account <> 0 and ", chosen, paged>;
constexpr db::Sql sums_of_person = db::sql<sums, people::of_human<"f.person">, "and ", chosen>;
constexpr db::Sql sums_of_account = db::sql<sums, "f.account = $1 and f.account <> 0 and ", chosen>;
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

/// ",3,7,": each number is found between its commas.
std::string among(const std::vector<std::int64_t>& organisations) {
    std::string out;
    for (const auto number : organisations) out += fmt::format("{}{},", out.empty() ? "," : "", number);
    return out;
}

std::vector<Listed> page(db::Tx& tx, db::Sql sql, std::int64_t whose, const Window& window) {
    return with_recipients(tx, tx.list(sql, read_fact, whose, window.first.value_or(earliest), window.last.value_or(latest), window.service,
                                       window.practice, window.account, among(window.organisations), window.before, window.limit));
}

image::Count sums_in(db::Tx& tx, db::Sql sql, std::int64_t whose, const Choice& choice) {
    const auto read = [](const db::Row& row) {
        return image::Count{static_cast<std::uint64_t>(row.get<std::int64_t>(0)), static_cast<std::uint64_t>(row.get<std::int64_t>(1)),
                            static_cast<std::uint64_t>(row.get<std::int64_t>(2)), static_cast<std::uint32_t>(row.get<std::int64_t>(3))};
    };
    return *tx.find(sql, read, whose, choice.first.value_or(earliest), choice.last.value_or(latest), choice.service, choice.practice, choice.account,
                    among(choice.organisations));
}

}  // namespace

std::optional<Fact> find_fact(db::Tx& tx, const Id<Fact>& id) {
    auto rows = tx.list(fact_by_id, read_fact, id);
    if (rows.empty()) return std::nullopt;
    return std::move(with_recipients(tx, std::move(rows)).front().fact);
}

std::vector<Listed> facts_of_person(db::Tx& tx, std::int64_t person, const Window& window) { return page(tx, of_person, person, window); }

std::vector<Listed> facts_of_account(db::Tx& tx, std::int64_t account, const Window& window) { return page(tx, of_account, account, window); }

image::Count totals_of_person(db::Tx& tx, std::int64_t person, const Choice& choice) { return sums_in(tx, sums_of_person, person, choice); }

image::Count totals_of_account(db::Tx& tx, std::int64_t account, const Choice& choice) { return sums_in(tx, sums_of_account, account, choice); }

std::vector<Listed> facts_at(db::Tx& tx, const std::vector<image::Position>& positions) {
    if (positions.empty()) return {};
    std::string list;
    for (const auto position : positions) list += fmt::format("{:020}", position);
    return with_recipients(tx, tx.list(at_positions, read_fact, list));
}

}  // namespace ryadom::ledger::store
