#include "modules/scales/store_assessment.hpp"

#include "modules/people/merges.hpp"

namespace ryadom::scales::store {
namespace {

constexpr db::Text rows(
    "select a.number, a.id, a.person, a.organisation, a.assessed_on, a.circumstances, a.level, a.conclusion, a.replaces, a.reason, a.recorded_on, o.id, "
    "w.name, n.number from v_scales_assessment a left join v_scales_assessment n on n.replaces = a.number "
    "join v_network_organisation o on o.number = a.organisation left join v_auth_account w on w.number = a.account ");
constexpr db::Sql row_by_id = db::sql<rows, "where a.id = $1">;
constexpr db::Sql rows_of_person = db::sql<
    rows, "where ", people::of_human<"a.person">, "and n.number is null and (a.assessed_on < $2 or (a.assessed_on = $2 and a.number < $3)) "
    "order by a.assessed_on desc, a.number desc limit $4">;
constexpr db::Sql scales_of = "select f.id from v_scales_assessed s join v_scales_filled f on f.number = s.filled where s.assessment = $1 order by s.number";
constexpr db::Sql circumstances_of =
    "select code from v_people_circumstance where person = $1 and since <= $2 and (until_on is null or until_on >= $2) order by place";
constexpr db::Sql add_assessment =
    "insert into scales_assessment (id, person, organisation, assessed_on, circumstances, level, conclusion, replaces, reason, recorded_at, recorded_on, "
    "account) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning number";
constexpr db::Sql add_assessed = "insert into scales_assessed (assessment, organisation, filled) values ($1, $2, $3)";

std::vector<std::string> codes_in(const std::string& text) {
    const auto value = json::parse(text);
    if (!value || !value->as<json::Array>()) throw std::logic_error("circumstances that are no list");
    std::vector<std::string> out;
    for (const auto& each : *value->as<json::Array>()) out.push_back(*each.as<std::string>());
    return out;
}

AssessmentRow read_row(const db::Row& row) {
    using Key = std::optional<std::int64_t>;
    StoredAssessment out;
    out.person = row.get<std::int64_t>(2);
    out.organisation = row.get<std::int64_t>(3);
    out.assessed_on = row.get<Date>(4);
    out.circumstances = codes_in(row.get<std::string>(5));
    if (const auto level = row.get<Key>(6)) out.level = static_cast<int>(*level);
    out.conclusion = row.get<std::string>(7);
    out.replaces = row.get<Key>(8);
    out.reason = row.get<std::optional<std::string>>(9);
    out.recorded_on = row.get<Date>(10);
    return {row.get<std::int64_t>(0), row.get<Id<Assessment>>(1), std::move(out), row.get<Id<network::Organisation>>(11), row.get<std::optional<std::string>>(12),
            row.get<Key>(13).has_value()};
}

}  // namespace

Id<Assessment> insert(db::Tx& tx, const StoredAssessment& assessment, const std::vector<std::int64_t>& filled) {
    const auto id = tx.make_id<Assessment>();
    const auto level = assessment.level ? std::optional<std::int64_t>(*assessment.level) : std::nullopt;
    const auto number = tx.insert(add_assessment, id, assessment.person, assessment.organisation, assessment.assessed_on, json::to_json(assessment.circumstances),
                                  level, assessment.conclusion, assessment.replaces, assessment.reason, tx.now(), assessment.recorded_on, tx.caller().account);
    for (const auto each : filled) tx.run(add_assessed, number, assessment.organisation, each);
    return id;
}

std::optional<AssessmentRow> find(db::Tx& tx, const Id<Assessment>& id) { return tx.find(row_by_id, read_row, id); }

std::vector<AssessmentRow> assessments_of(db::Tx& tx, Number<people::Person> person, Date before_day, std::int64_t before_number, int limit) {
    return tx.list(rows_of_person, read_row, person, before_day, before_number, limit);
}

std::vector<Id<FilledScale>> assessed(db::Tx& tx, std::int64_t assessment) {
    return tx.list(scales_of, [](const db::Row& row) { return row.get<Id<FilledScale>>(0); }, assessment);
}

std::vector<std::string> circumstances_on(db::Tx& tx, std::int64_t person, Date day) {
    return tx.list(circumstances_of, [](const db::Row& row) { return row.get<std::string>(0); }, person, day);
}

}  // namespace ryadom::scales::store
