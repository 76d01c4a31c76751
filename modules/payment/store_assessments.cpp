#include "modules/payment/store.hpp"

#include "modules/people/merges.hpp"

namespace ryadom::payment {
namespace {

constexpr db::Text rows(
    "select a.number, a.person, a.id, o.id, a.given, a.calculation, p.id, p.calculation, a.reason, a.recorded_on, u.name from v_payment_assessment a "
    "left join v_payment_assessment p on p.number = a.previous join v_network_organisation o on o.number = a.organisation "
    "left join v_auth_account u on u.number = a.account ");
constexpr db::Sql row_by_id = db::sql<rows, "where a.id = $1">;
constexpr db::Sql rows_of_person = db::sql<rows, "where ", people::of_human<"a.person">, "and a.number < $2 order by a.number desc limit $3">;
constexpr db::Sql row_on_day = db::sql<rows, "where ", people::of_human<"a.person">, "and a.effective_on <= $2 order by a.number desc limit 1">;
constexpr db::Sql insert_row =
    "insert into payment_assessment (id, person, organisation, given, calculation, payment_kopecks, effective_on, previous, reason, recorded_at, recorded_on, "
    "account) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning number";

constexpr db::Sql insert_norm_row =
    "insert into payment_assessment_norm (assessment, person, norm) select cast($1 as bigint), cast($2 as bigint), number from v_payment_norm where id = $3";
constexpr db::Sql outdated_there =
    "select a.number, a.person, a.id, p.id, a.effective_on, a.payment_kopecks, count(n.kind) from v_payment_assessment a "
    "join v_people_person p on p.number = a.person left join v_payment_assessment later on later.previous = a.number "
    "join v_payment_assessment_norm u on u.assessment = a.number join v_payment_norm n on n.number = u.norm "
    "where a.organisation = $1 and a.number < $2 and later.id is null and p.death is null and (n.valid_to < $3 or n.withdrawn_on is not null) "
    "group by a.number, a.person, a.id, p.id, a.effective_on, a.payment_kopecks order by a.number desc limit $4";

// Only the person's last records are looked through: an hour has not more of them.
constexpr db::Sql last_look =
    "select look.number from (select number, at, account, action from v_audit_record where person = $1 order by number desc limit 200) look "
    "where look.account = $2 and look.at >= $3 and look.action like 'payment.%' limit 1";
constexpr std::int64_t hour = 3'600'000;

/// What was written by an earlier version of this program is read by this one, or the row is damaged.
template <class T>
T stored(const std::string& text) {
    const auto value = json::parse(text);
    if (!value) throw std::logic_error("an assessment that is no JSON");
    auto out = json::read<T>(*value);
    if (!out) throw std::logic_error("an assessment of another form: " + out.error().fields.front().pointer);
    return std::move(*out);
}

store::AssessmentRow read_row(const db::Row& row) {
    Assessment out;
    out.id = row.get<Id<Assessment>>(2);
    out.organisation = row.get<Id<network::Organisation>>(3);
    out.input = stored<AssessmentInput>(row.get<std::string>(4));
    out.calculation = stored<Calculation>(row.get<std::string>(5));
    out.previous = row.get<std::optional<Id<Assessment>>>(6);
    if (const auto before = row.get<std::optional<std::string>>(7)) out.changes = compare(stored<Calculation>(*before), out.calculation);
    out.reason = row.get<std::optional<std::string>>(8);
    out.recorded_on = row.get<Date>(9);
    out.recorded_by = row.get<std::optional<std::string>>(10);
    return {row.get<std::int64_t>(0), row.get<std::int64_t>(1), std::move(out)};
}

}  // namespace

std::optional<Assessment> assessment_on(db::Tx& tx, Number<people::Person> person, Date day) {
    auto row = tx.find(row_on_day, read_row, person, day);
    return row ? std::optional(std::move(row->assessment)) : std::nullopt;
}

namespace store {

std::optional<AssessmentRow> find(db::Tx& tx, const Id<Assessment>& id) { return tx.find(row_by_id, read_row, id); }

std::optional<AssessmentRow> last_of(db::Tx& tx, Number<people::Person> person) { return tx.find(rows_of_person, read_row, person, INT64_MAX, 1); }

std::vector<AssessmentRow> of_person(db::Tx& tx, Number<people::Person> person, std::int64_t before, int limit) {
    return tx.list(rows_of_person, read_row, person, before, limit);
}

Id<Assessment> insert(db::Tx& tx, Number<people::Person> person, Number<network::Organisation> organisation, const NewAssessment& given, const Calculation& calculation,
                      std::optional<std::int64_t> previous, Date today) {
    const auto id = tx.make_id<Assessment>();
    const auto number = tx.insert(insert_row, id, person, organisation, json::to_json(given.input), json::to_json(calculation), calculation.payment_kopecks,
                                  given.input.effective_on, previous, given.reason, tx.now(), today, tx.caller().account);
    std::set<Id<Norm>> used;
    for (const auto& step : calculation.steps)
        if (step.norm) used.insert(*step.norm);
    for (const auto& norm : used) tx.run(insert_norm_row, number, person, norm);
    return id;
}

std::vector<OutdatedRow> outdated(db::Tx& tx, Number<network::Organisation> organisation, Date day, std::int64_t before, int limit) {
    return tx.list(outdated_there, [](const db::Row& row) {
        return OutdatedRow{row.get<std::int64_t>(0), row.get<std::int64_t>(1),
                           {row.get<Id<Assessment>>(2), row.get<Id<people::Person>>(3), {}, row.get<Date>(4), row.get<std::int64_t>(5), row.get<int>(6)}};
    }, organisation, before, day, limit);
}

bool looked_lately(db::Tx& tx, const Id<people::Person>& person) {
    return tx.value<std::int64_t>(last_look, person, tx.caller().account, tx.now() + -hour).has_value();
}

}  // namespace store
}  // namespace ryadom::payment
