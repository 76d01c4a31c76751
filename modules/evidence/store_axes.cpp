// Judgements of axes with their files, and the region's rates.
#include "modules/evidence/store.hpp"

namespace ryadom::evidence::store {
namespace {

constexpr db::Sql insert_ground = "insert into evidence_ground (id, practice, name, sha) values ($1, $2, $3, $4)";
constexpr db::Sql ground_by_id = "select number from v_evidence_ground where id = $1 and practice = $2";
constexpr db::Sql ground_by_judgement =
    "select g.name, g.sha from v_evidence_judgement j join v_evidence_ground g on g.number = j.ground where j.id = $1 and j.practice = $2";
constexpr db::Text judgements_text(
    "select j.number, j.id, j.axis, j.level, j.basis, j.text, g.name, j.judged_on, a.name from v_evidence_judgement j "
    "left join v_evidence_ground g on g.number = j.ground left join v_auth_account a on a.number = j.account ");
constexpr db::Sql judgements_before = db::sql<judgements_text, "where j.practice = $1 and j.number < $2 order by j.number desc limit $3">;
constexpr db::Sql last_judgements =
    db::sql<judgements_text, "where j.number in (select max(l.number) from v_evidence_judgement l where l.practice = $1 group by l.axis) order by j.number">;
constexpr db::Sql lowest_of_practices =
    "select p.id, min(j.level), count(j.level) from v_evidence_judgement j join v_practices_practice p on p.number = j.practice "
    "where j.number in (select max(l.number) from v_evidence_judgement l group by l.practice, l.axis) group by p.number, p.id order by p.number";
constexpr db::Sql insert_judgement =
    "insert into evidence_judgement (id, practice, axis, level, basis, text, ground, judged_on, account) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr db::Sql every_rate = "select qualification, hour_kopecks, valid_from from v_evidence_rate order by qualification, valid_from";
constexpr db::Sql put_rate_row =
    "insert into evidence_rate (qualification, hour_kopecks, valid_from) values ($1, $2, $3) "
    "on conflict (qualification, valid_from) do update set hour_kopecks = excluded.hour_kopecks";

JudgementRow read_judgement(const db::Row& row) {
    return {row.get<Number<Judgement>>(0),
            {row.get<Id<Judgement>>(1), row.get<Axis>(2), row.get<int>(3), row.get<Basis>(4), row.get<std::string>(5),
             row.get<std::optional<std::string>>(6), row.get<Date>(7), row.get<std::optional<std::string>>(8).value_or("")}};
}

}  // namespace

Ground add_ground(db::Tx& tx, Number<practices::Practice> practice, std::string_view name, std::string_view sha) {
    const auto id = tx.make_id<Ground>();
    tx.run(insert_ground, id, practice, name, sha);
    return {id, std::string(name)};
}

std::optional<Number<Ground>> find_ground(db::Tx& tx, Number<practices::Practice> practice, const Id<Ground>& id) {
    return tx.value<Number<Ground>>(ground_by_id, id, practice);
}

std::optional<GroundContent> ground_of(db::Tx& tx, Number<practices::Practice> practice, const Id<Judgement>& judgement) {
    return tx.find(ground_by_judgement, [](const db::Row& row) { return GroundContent{row.get<std::string>(0), row.get<std::string>(1)}; }, judgement, practice);
}

std::vector<JudgementRow> judgements(db::Tx& tx, Number<practices::Practice> practice, std::int64_t before, int limit) {
    return tx.list(judgements_before, read_judgement, practice, before, limit);
}

std::vector<Judgement> standing_judgements(db::Tx& tx, Number<practices::Practice> practice) {
    return tx.list(last_judgements, [](const db::Row& row) { return read_judgement(row).judgement; }, practice);
}

std::vector<PracticeLevel> lowest_levels(db::Tx& tx) {
    return tx.list(lowest_of_practices, [](const db::Row& row) { return PracticeLevel{row.get<Id<practices::Practice>>(0), row.get<int>(1), row.get<int>(2)}; });
}

Id<Judgement> add_judgement(db::Tx& tx, Number<practices::Practice> practice, const JudgementRequest& request, std::optional<Number<Ground>> ground, Date day) {
    const auto id = tx.make_id<Judgement>();
    tx.run(insert_judgement, id, practice, request.axis, request.level, request.basis, request.text, ground, day, tx.caller().account);
    return id;
}

std::vector<Rate> rates(db::Tx& tx) {
    return tx.list(every_rate, [](const db::Row& row) { return Rate{row.get<std::string>(0), row.get<std::int64_t>(1), row.get<Date>(2)}; });
}

void put_rate(db::Tx& tx, const Rate& rate) { tx.run(put_rate_row, rate.qualification, rate.hour_kopecks, rate.valid_from); }

}  // namespace ryadom::evidence::store
