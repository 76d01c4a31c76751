// The lines of plans.
#include "modules/rollout/store.hpp"

namespace ryadom::rollout::store {
namespace {

constexpr db::Text lines_text(
    "select l.number, l.adoption, l.organisation, l.id, l.need, l.kind, l.mandatory, l.due, l.created_on, l.closed_on, l.title, l.owner, "
    "l.proof_kind, l.proof_sha, l.proof_name, l.note, a.name, l.revision from v_rollout_plan_line l "
    "left join v_auth_account a on a.number = l.closed_by ");
constexpr db::Sql lines_by_adoption = db::sql<lines_text, "where l.adoption = $1 order by l.number">;
constexpr db::Sql lines_by_organisation = db::sql<lines_text, "where l.organisation = $1 order by l.adoption, l.number">;
constexpr db::Sql line_by_id = db::sql<lines_text, "where l.id = $1">;
constexpr db::Sql insert_line_row =
    "insert into rollout_plan_line (id, adoption, organisation, need, kind, title, mandatory, owner, due, created_on, closed_on, closed_by, "
    "proof_kind, proof_sha, proof_name, note, revision) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null, null, $11, '', '', $12, 1)";
constexpr db::Sql change_line_row =
    "update rollout_plan_line set owner = $1, due = $2, revision = revision + 1 where number = $3 and revision = $4 and closed_on is null";
constexpr db::Sql insert_move =
    "insert into rollout_plan_line_move (line, organisation, moved_on, due_before, due, account) values ($1, $2, $3, $4, $5, $6)";
constexpr db::Sql close_line_row =
    "update rollout_plan_line set closed_on = $1, closed_by = $2, note = $3, revision = revision + 1 where number = $4 and closed_on is null";
constexpr db::Sql set_proof_row =
    "update rollout_plan_line set proof_sha = $1, proof_name = $2, revision = revision + 1 where number = $3 and closed_on is null";

Obligation obligation(bool mandatory) { return mandatory ? Obligation::mandatory : Obligation::advisory; }

LineRow read_line(const db::Row& row) {
    return {row.get<Number<Line>>(0), row.get<Number<Adoption>>(1), row.get<Centre>(2),
            {row.get<Id<Line>>(3),
             {row.get<std::string>(4), row.get<LineKind>(5), obligation(row.get<bool>(6)), row.get<Date>(7), row.get<Date>(8),
              row.get<std::optional<Date>>(9)},
             row.get<std::string>(10), row.get<std::string>(11), row.get<practices::Proof>(12), row.get<std::string>(13),
             row.get<std::string>(14), row.get<std::string>(15), row.get<std::optional<std::string>>(16), row.get<std::int64_t>(17)}};
}

}  // namespace

std::vector<LineRow> lines_of(db::Tx& tx, Number<Adoption> adoption) { return tx.list(lines_by_adoption, read_line, adoption); }

std::vector<LineRow> lines_of_organisation(db::Tx& tx, Centre organisation) { return tx.list(lines_by_organisation, read_line, organisation); }

std::optional<LineRow> find_line(db::Tx& tx, const Id<Line>& id) { return tx.find(line_by_id, read_line, id); }

Id<Line> insert_line(db::Tx& tx, Number<Adoption> adoption, Centre organisation, const Line& line) {
    const auto id = tx.make_id<Line>();
    tx.run(insert_line_row, id, adoption, organisation, line.line.need, line.line.kind, line.title,
           line.line.obligation == Obligation::mandatory, line.owner, line.line.due, line.line.created_on, line.proof_kind, line.note);
    return id;
}

std::int64_t change_line(db::Tx& tx, const LineRow& row, const LineRequest& request, Date day, std::int64_t revision) {
    const auto changed = tx.run(change_line_row, request.owner, request.due, row.number, revision);
    if (changed != 0 && request.due != row.line.line.due)
        tx.run(insert_move, row.number, row.organisation, day, row.line.line.due, request.due, tx.caller().account);
    return changed;
}

std::int64_t set_proof(db::Tx& tx, Number<Line> line, std::string_view sha, std::string_view name) {
    return tx.run(set_proof_row, sha, name, line);
}

void close_line(db::Tx& tx, const LineRow& row, Date day, std::string_view note) {
    tx.run(close_line_row, day, tx.caller().account, note, row.number);
}

}  // namespace ryadom::rollout::store
