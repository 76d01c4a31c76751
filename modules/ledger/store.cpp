#include "modules/ledger/store.hpp"

#include "platform/db/insert_many.hpp"
#include "platform/i18n/catalogue.hpp"

#include <algorithm>

namespace ryadom::ledger {
namespace {

constexpr db::Sql insert_fact =
    "insert into ledger_fact (id, person, unnamed_count, service, performed_on, minutes, quantity, channel, group_number, request_on, "
    "home_provider, performer_provider, worker, practice, practice_version, source, external_id, replaces, recorded_at, recorded_on, reverses, "
    "reason, account) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23) "
    "returning number";
constexpr db::Sql insert_group =
    "insert into ledger_group (home_provider, performer_provider, recorded_at) values ($1, $2, $3) returning number";
constexpr db::Sql row_by_id =
    "select f.number, f.person, f.unnamed_count, f.service, f.performed_on, f.minutes, f.quantity, f.channel, f.group_number, f.request_on, "
    "f.home_provider, f.performer_provider, f.worker, f.practice, f.practice_version, f.reverses, r.number, f.account "
    "from v_ledger_fact f left join v_ledger_fact r on r.reverses = f.number where f.id = $1";
constexpr db::Sql worker_by_id =
    "select number, id, organisation, name, position, hired_on, left_on from v_network_staff where id = $1";
constexpr db::Sql worker_by_number =
    "select number, id, organisation, name, position, hired_on, left_on from v_network_staff where number = $1";
constexpr db::Sql workers_there =
    "select number, id, organisation, name, position, hired_on, left_on from v_network_staff "
    "where organisation = $1 and hired_on <= $2 and (left_on is null or left_on >= $2) order by name, number";
constexpr db::Sql by_external_id =
    "select f.number, f.replaces, coalesce(m.human, f.person), f.service, f.performed_on, r.number from v_ledger_fact f "
    "left join v_people_merged m on m.person = f.person left join v_ledger_fact r on r.reverses = f.number "
    "where f.home_provider = $1 and f.source = $2 and f.external_id = $3 order by f.replaces desc limit 1";
constexpr db::Sql same_name =
    "select p.id from v_people_card c join v_people_person p on p.number = c.person "
    "join v_people_attachment a on a.person = c.person and a.organisation = $1 and a.until_on is null "
    "where c.family_folded = $2 and c.given_folded = $3 and c.patronymic_folded = $4 and c.birth = $5 order by p.number";

store::Worker read_worker(const db::Row& row) {
    return {row.get<std::int64_t>(0), row.get<Id<network::StaffMember>>(1), row.get<std::int64_t>(2), row.get<std::string>(3),
            row.get<std::string>(4), row.get<Date>(5), row.get<std::optional<Date>>(6)};
}

store::FactRow read_row(const db::Row& row) {
    using Key = std::optional<std::int64_t>;
    StoredFact fact;
    fact.person = row.get<Key>(1);
    fact.unnamed_count = row.get<int>(2);
    fact.service = row.get<std::int64_t>(3);
    fact.performed_on = row.get<Date>(4);
    fact.minutes = row.get<int>(5);
    fact.quantity = row.get<int>(6);
    fact.channel = row.get<Channel>(7);
    fact.group = row.get<Key>(8);
    fact.request_on = row.get<std::optional<Date>>(9);
    fact.home_provider = row.get<std::int64_t>(10);
    fact.performer_provider = row.get<std::int64_t>(11);
    fact.worker = row.get<Key>(12);
    fact.practice = row.get<Key>(13);
    fact.practice_version = row.get<Key>(14);
    fact.reverses = row.get<Key>(15);
    fact.account = row.get<std::int64_t>(17);
    return {row.get<Number<Fact>>(0), std::move(fact), row.get<Key>(16).has_value()};
}

/// What insert_fact binds, given to `take`.
auto with_values(const StoredFact& fact, const auto& take) {
    return take(fact.id, fact.person, fact.unnamed_count, fact.service, fact.performed_on, fact.minutes, fact.quantity, fact.channel,
                fact.group, fact.request_on, fact.home_provider, fact.performer_provider, fact.worker, fact.practice, fact.practice_version,
                fact.source, fact.external_id, fact.replaces, fact.recorded_at, fact.recorded_on, fact.reverses, fact.reason, fact.account);
}

}  // namespace

Number<Fact> append(db::Tx& tx, const StoredFact& fact) {
    return {with_values(fact, [&](const auto&... values) { return tx.insert(insert_fact, values...); })};
}

std::int64_t add_group(db::Tx& tx, Number<network::Organisation> home, Number<network::Organisation> performer) {
    return store::add_group(tx, home, performer, tx.now());
}

namespace store {

std::int64_t add_group(db::Tx& tx, Number<network::Organisation> home, Number<network::Organisation> performer, Instant at) {
    return tx.insert(insert_group, home, performer, at);
}

Prepared::Prepared(std::span<const StoredFact> facts) {
    values_.reserve(facts.size() * width);
    for (const auto& fact : facts)
        with_values(fact, [&](const auto&... values) {
            static_assert(sizeof...(values) == width);
            (values_.push_back(kept(db::parameter(values))), ...);
        });
}

/// A million texts one by one would be given back by another thread than the one that asked for them, which two threads wait for.
db::Parameter Prepared::kept(db::Parameter value) {
    const auto* text = std::get_if<std::string>(&value);
    if (!text) return value;
    auto* to = static_cast<char*>(texts_.allocate(text->size(), 1));
    std::ranges::copy(*text, to);
    return std::string_view(to, text->size());
}

void Prepared::set_group(std::size_t place, std::int64_t group) { values_[place * width + group_column] = group; }
void Prepared::set_reverses(std::size_t place, std::int64_t fact) { values_[place * width + reverses_column] = fact; }

std::vector<std::int64_t> append(db::Tx& tx, const Prepared& facts, std::size_t from, std::size_t to) {
    if (from == to) return {};
    return db::insert_many(tx, insert_fact, Prepared::width, std::span(facts.values_).subspan(from * Prepared::width, (to - from) * Prepared::width));
}

std::optional<FactRow> find_row(db::Tx& tx, const Id<Fact>& id) { return tx.find(row_by_id, read_row, id); }

std::optional<Worker> find_worker(db::Tx& tx, const Id<network::StaffMember>& id) { return tx.find(worker_by_id, read_worker, id); }

std::optional<Worker> find_worker(db::Tx& tx, Number<network::StaffMember> number) { return tx.find(worker_by_number, read_worker, number); }

std::vector<Worker> workers_of(db::Tx& tx, std::int64_t organisation, Date day) { return tx.list(workers_there, read_worker, organisation, day); }

std::optional<Numbered> find_numbered(db::Tx& tx, std::int64_t home, std::string_view source, std::string_view external_id) {
    using Key = std::optional<std::int64_t>;
    return tx.find(by_external_id, [](const db::Row& row) {
        return Numbered{row.get<Number<Fact>>(0), row.get<std::int64_t>(1), row.get<Key>(2), row.get<std::int64_t>(3), row.get<Date>(4), row.get<Key>(5).has_value()};
    }, home, source, external_id);
}

std::vector<Id<people::Person>> namesakes(db::Tx& tx, std::int64_t organisation, const people::Person& person) {
    return tx.list(same_name, [](const db::Row& row) { return row.get<Id<people::Person>>(0); }, organisation, i18n::fold(person.family_name),
                   i18n::fold(person.given_name), i18n::fold(person.patronymic.value_or("")), person.birth);
}

}  // namespace store
}  // namespace ryadom::ledger
