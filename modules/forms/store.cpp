#include "modules/forms/store.hpp"

#include "modules/people/merges.hpp"

#include <fmt/format.h>

namespace ryadom::forms {
namespace {

// Each organisation is a range of the index by practice, form, organisation and day; the cross join keeps SQLite to that. Only
// a correction is followed back to the first form of its chain, by the key.
constexpr db::Sql filled_there =
    "select f.number, f.person, f.organisation, f.moment, f.filled_on, f.recorded_on, s.score, s.hundredths, case when f.replaces is null then f.number else "
    "(with recursive chain (number, replaces) as (select f.number, f.replaces union all "
    "select c.replaces, (select b.replaces from v_forms_filled b where b.number = c.replaces) from chain c where c.replaces is not null) "
    "select min(number) from chain) end from v_network_organisation o "
    "cross join v_forms_filled f left join v_forms_filled n on n.replaces = f.number and n.recorded_on <= $5 "
    "left join v_forms_score s on s.filled = f.number and s.hundredths is not null "
    "where f.practice = $1 and f.form = $2 and f.organisation = o.number and f.filled_on between $3 and $4 and f.recorded_on <= $5 "
    "and n.number is null and (cast($6 as text) = '' or $6 like '%,' || o.number || ',%') order by o.number, f.filled_on, f.number, s.number";

constexpr db::Text rows(
    "select f.number, f.id, f.person, f.organisation, f.practice, f.practice_version, f.form, f.moment, f.filled_on, f.fact, f.replaces, f.reason, "
    "f.recorded_on, o.id, f.account, a.name, n.number from v_forms_filled f left join v_forms_filled n on n.replaces = f.number "
    "join v_network_organisation o on o.number = f.organisation left join v_auth_account a on a.number = f.account ");
constexpr db::Sql row_by_id = db::sql<rows, "where f.id = $1">;
constexpr db::Sql rows_of_person = db::sql<rows, "where ", people::of_human<"f.person">, "and f.number < $2 and n.number is null order by f.number desc limit $3">;
constexpr db::Sql results_of_form = "select score, hundredths, band from v_forms_score where filled = $1 order by number";
constexpr db::Sql answers_of_form = "select answers from v_forms_answers where filled = $1";
constexpr db::Sql known_of_person =
    db::sql<"select f.practice, f.form, f.moment, f.fact from v_forms_filled f left join v_forms_filled n on n.replaces = f.number where ", people::of_human<"f.person">,
            "and n.number is null">;

constexpr db::Sql insert_form =
    "insert into forms_filled (id, person, organisation, practice, practice_version, form, moment, filled_on, fact, replaces, reason, recorded_at, "
    "recorded_on, account) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning number";
constexpr db::Sql insert_answers = "insert into forms_answers (filled, organisation, answers) values ($1, $2, $3)";
constexpr db::Sql insert_score = "insert into forms_score (filled, organisation, score, hundredths, band) values ($1, $2, $3, $4, $5)";

constexpr db::Text standing("left join v_ledger_fact r on r.reverses = f.number where f.reverses is null and r.number is null and ");
constexpr db::Sql fact_of_person =
    db::sql<"select f.number, f.practice, f.practice_version, f.service from v_ledger_fact f ", standing, people::of_human<"f.person">, "and f.id = $2 and f.practice is not null">;
constexpr db::Sql versions_of_person =
    db::sql<"select f.practice, max(f.practice_version) from v_ledger_fact f ", standing, people::of_human<"f.person">, "and f.practice is not null group by f.practice order by f.practice">;
constexpr db::Sql work_with_person =
    db::sql<"select f.number from v_ledger_fact f ", standing, people::of_human<"f.person">, "and f.practice = $2 and f.worker = $3 limit 1">;

/// ",3,7,": each number is found between its commas. Nobody's forms are asked for by ",".
std::string among(const std::optional<std::vector<std::int64_t>>& organisations) {
    if (!organisations) return "";
    std::string out = ",";
    for (const auto number : *organisations) out += fmt::format("{},", number);
    return out;
}

store::Row read_row(const db::Row& row) {
    using Key = std::optional<std::int64_t>;
    StoredForm form;
    form.person = row.get<std::int64_t>(2);
    form.organisation = row.get<std::int64_t>(3);
    form.practice = row.get<Number<practices::Practice>>(4);
    form.version = row.get<Number<practices::Version>>(5);
    form.form = row.get<std::string>(6);
    form.moment = row.get<practices::Moment>(7);
    form.filled_on = row.get<Date>(8);
    form.fact = row.get<Key>(9);
    form.replaces = row.get<Key>(10);
    form.reason = row.get<std::optional<std::string>>(11);
    form.recorded_on = row.get<Date>(12);
    return {row.get<std::int64_t>(0), row.get<Id<FilledForm>>(1), std::move(form), row.get<Id<network::Organisation>>(13), row.get<std::int64_t>(14),
            row.get<std::optional<std::string>>(15), row.get<Key>(16).has_value()};
}

}  // namespace

std::vector<Filled> filled(db::Tx& tx, const std::optional<std::vector<std::int64_t>>& organisations, Number<practices::Practice> practice,
                           std::string_view form, Date first, Date last, Date as_of) {
    std::vector<Filled> out;
    const auto take = [&](const db::Row& row) {
        const auto number = row.get<std::int64_t>(0);
        if (out.empty() || out.back().number != number)
            out.push_back({number, row.get<std::int64_t>(8), row.get<std::int64_t>(1), row.get<std::int64_t>(2), practice, std::string(form),
                           row.get<practices::Moment>(3), row.get<Date>(4), row.get<Date>(5), {}});
        if (auto score = row.get<std::optional<std::string>>(6)) out.back().scores.emplace_back(std::move(*score), static_cast<double>(row.get<std::int64_t>(7)) / 100);
    };
    tx.each(filled_there, take, practice, form, first, last, as_of, among(organisations));
    return out;
}

Id<FilledForm> append(db::Tx& tx, const StoredForm& form, const std::vector<Result>& results) {
    const auto id = tx.make_id<FilledForm>();
    const auto number = tx.insert(insert_form, id, form.person, form.organisation, form.practice, form.version, form.form, form.moment, form.filled_on,
                                  form.fact, form.replaces, form.reason, tx.now(), form.recorded_on, tx.caller().account);
    tx.run(insert_answers, number, form.organisation, json::to_json(form.answers));
    for (const auto& each : results) tx.run(insert_score, number, form.organisation, each.score, each.hundredths, each.band);
    return id;
}

namespace store {

std::optional<Row> find(db::Tx& tx, const Id<FilledForm>& id) { return tx.find(row_by_id, read_row, id); }

std::vector<Row> of_person(db::Tx& tx, Number<people::Person> person, std::int64_t before, int limit) {
    return tx.list(rows_of_person, read_row, person, before, limit);
}

std::vector<Result> results_of(db::Tx& tx, std::int64_t filled) {
    return tx.list(results_of_form, [](const db::Row& row) {
        return Result{row.get<std::string>(0), row.get<std::optional<std::int64_t>>(1), row.get<std::optional<std::string>>(2)};
    }, filled);
}

Answers answers_of(db::Tx& tx, std::int64_t filled) {
    Answers out;
    const auto text = tx.value<std::string>(answers_of_form, filled);
    auto value = text ? json::parse(*text) : json::Value(json::Object{});
    if (!value || !value->as<json::Object>()) throw std::logic_error("answers that are no object");
    for (auto& [name, answer] : *value->as<json::Object>()) out.emplace(std::move(name), std::move(answer));
    return out;
}

std::vector<Known> known(db::Tx& tx, Number<people::Person> person) {
    return tx.list(known_of_person, [](const db::Row& row) {
        return Known{row.get<std::int64_t>(0), row.get<std::string>(1), row.get<practices::Moment>(2), row.get<std::optional<std::int64_t>>(3)};
    }, person);
}

std::optional<Delivered> delivered(db::Tx& tx, Number<people::Person> person, const Id<ledger::Fact>& fact) {
    return tx.find(fact_of_person, [](const db::Row& row) {
        return Delivered{row.get<std::int64_t>(0), row.get<std::int64_t>(1), row.get<std::int64_t>(2), row.get<std::int64_t>(3)};
    }, person, fact);
}

std::vector<Delivered> practices_of(db::Tx& tx, Number<people::Person> person) {
    return tx.list(versions_of_person, [](const db::Row& row) { return Delivered{0, row.get<std::int64_t>(0), row.get<std::int64_t>(1), 0}; }, person);
}

bool works_with(db::Tx& tx, Number<network::StaffMember> worker, std::int64_t person, std::int64_t practice) {
    return tx.value<std::int64_t>(work_with_person, person, practice, worker).has_value();
}

}  // namespace store
}  // namespace ryadom::forms
