// What months are made of: facts, assessments and tariffs, by their published views.
#include "modules/acts/store.hpp"
#include "modules/people/merges.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::acts::store {
namespace {

using ledger::image::Position;

// A list of numbers that both engines take: digits in places of 20.
constexpr db::Sql quantities_at =
    "with recursive place (at) as (select 1 union all select at + 20 from place where at + 20 <= length(cast($1 as text))), "
    "wanted (position) as (select cast(substr(cast($1 as text), at, 20) as bigint) from place) "
    "select q.position, f.quantity from wanted t join v_ledger_fact_order q on q.position = t.position join v_ledger_fact f on f.number = q.number";
constexpr std::size_t positions_at_once = 1000;
constexpr db::Sql facts_there =
    db::sql<"select f.performed_on, f.service, f.quantity from v_ledger_fact f left join v_ledger_fact r on r.reverses = f.number "
    "where ", people::of_human<"f.person">, "and f.home_provider = $2 and f.performed_on between $3 and $4 and f.reverses is null and r.number is null">;
constexpr db::Sql assessments_of_person =
    db::sql<"select a.number, a.id, a.given, a.calculation from v_payment_assessment a where ", people::of_human<"a.person">, "order by a.number">;
constexpr db::Sql every_merge = "select person, survivor from v_ledger_merge";
constexpr db::Sql newest_assessment = "select number from v_payment_assessment order by number desc limit 1";
constexpr db::Sql assessed_after =
    "select coalesce(m.human, a.person) from v_payment_assessment a left join v_people_merged m on m.person = a.person where a.number > $1 and a.effective_on <= $2";
constexpr db::Sql norms_there =
    "select n.id, n.kind, s.id, n.area, n.amount_kopecks, n.ground, n.valid_from, n.valid_to, n.recorded_on from v_payment_norm n "
    "left join v_catalogue_service s on s.number = n.service where n.valid_to >= $1 and n.valid_from <= $2 and n.withdrawn_on is null "
    "and n.kind in ('tariff', 'free_care_package') order by n.number";

/// How an open end is stored.
const Date open_end = *make_date(9999, 12, 31);
/// Numbers are given before the commit: one below the last that was seen may have appeared since then.
constexpr std::int64_t uncommitted = 1000;

template <class T>
T stored(const std::string& text) {
    const auto value = json::parse(text);
    if (!value) throw std::logic_error("an assessment that is no JSON");
    auto out = json::read<T>(*value);
    if (!out) throw std::logic_error("an assessment of another form: " + out.error().fields.front().pointer);
    return std::move(*out);
}

payment::Norm read_norm(const db::Row& row) {
    payment::Norm out;
    out.id = row.get<Id<payment::Norm>>(0);
    out.value.kind = row.get<payment::NormKind>(1);
    out.value.service = row.get<std::optional<Id<catalogue::Service>>>(2);
    out.value.area = row.get<std::optional<payment::Area>>(3);
    out.value.amount_kopecks = row.get<std::optional<std::int64_t>>(4);
    out.ground = row.get<std::string>(5);
    out.valid_from = row.get<Date>(6);
    if (const auto last = row.get<Date>(7); last != open_end) out.valid_to = last;
    out.recorded_on = row.get<Date>(8);
    return out;
}

}  // namespace

std::unordered_map<Position, int> quantities(db::Tx& tx, const std::vector<Position>& positions) {
    std::unordered_map<Position, int> out;
    out.reserve(positions.size());
    for (std::size_t from = 0; from < positions.size(); from += positions_at_once) {
        std::string list;
        for (auto at = from; at < std::min(positions.size(), from + positions_at_once); ++at) list += fmt::format("{:020}", positions[at]);
        tx.each(quantities_at, [&](const db::Row& row) { out.emplace(row.get<Position>(0), row.get<int>(1)); }, list);
    }
    return out;
}

std::vector<DeliveredFact> facts_of_person(db::Tx& tx, Number<network::Organisation> organisation, Number<people::Person> person, const Period& days) {
    return tx.list(facts_there, [](const db::Row& row) { return DeliveredFact{row.get<Date>(0), row.get<std::int64_t>(1), row.get<int>(2)}; }, person, organisation,
                   days.first, days.last);
}

std::vector<Assessed> assessments_of(db::Tx& tx, std::int64_t person) {
    return tx.list(assessments_of_person, [](const db::Row& row) {
        return assessed(row.get<std::int64_t>(0), row.get<Id<payment::Assessment>>(1), stored<payment::AssessmentInput>(row.get<std::string>(2)),
                        stored<payment::Calculation>(row.get<std::string>(3)));
    }, person);
}

std::int64_t last_assessment(db::Tx& tx) { return tx.value<std::int64_t>(newest_assessment).value_or(0); }

std::set<std::int64_t> assessed_since(db::Tx& tx, std::int64_t assessment, Date day) {
    std::set<std::int64_t> out;
    tx.each(assessed_after, [&](const db::Row& row) { out.insert(row.get<std::int64_t>(0)); }, assessment - uncommitted, day);
    return out;
}

std::set<std::int64_t> ever_merged(db::Tx& tx) {
    std::set<std::int64_t> out;
    tx.each(every_merge, [&](const db::Row& row) { out.insert({row.get<std::int64_t>(0), row.get<std::int64_t>(1)}); });
    out.erase(0);
    return out;
}

std::vector<payment::Norm> norms_of(db::Tx& tx, const Period& days) { return tx.list(norms_there, read_norm, days.first, days.last); }

}  // namespace ryadom::acts::store
