// Orders, their assignments, and what became of deadlines.
#include "modules/rollout/store.hpp"

namespace ryadom::rollout::store {
namespace {

constexpr db::Text campaigns_text("select number, id, order_number, signed_on, title, text, state, revision from v_rollout_campaign ");
constexpr db::Sql campaign_by_id = db::sql<campaigns_text, "where id = $1">;
constexpr db::Sql campaign_by_order = db::sql<campaigns_text, "where order_number = $1 and signed_on = $2 and state = 'signed' order by number limit 1">;
constexpr db::Sql campaign_of_year =
    "select signed_on from v_rollout_campaign where order_number = $1 and signed_on >= $2 and signed_on <= $3 and id <> $4 limit 1";
constexpr db::Sql campaigns_before =
    db::sql<campaigns_text, "where number < $1 and (state = 'signed' or $2) order by number desc limit $3">;
constexpr db::Sql insert_campaign_row =
    "insert into rollout_campaign (id, order_number, signed_on, title, text, state, revision) values ($1, $2, $3, $4, $5, 'draft', 1) returning number";
constexpr db::Sql change_campaign =
    "update rollout_campaign set order_number = $1, signed_on = $2, title = $3, text = $4, revision = revision + 1 "
    "where id = $5 and revision = $6 and state = 'draft'";
constexpr db::Sql delete_assignments = "delete from rollout_assignment where campaign = $1";
constexpr db::Sql delete_campaign = "delete from rollout_campaign where number = $1 and state = 'draft'";
constexpr db::Sql sign = "update rollout_campaign set state = 'signed', signed_on = $1, revision = revision + 1 where number = $2";

constexpr db::Text assignments_text(
    "select a.number, a.campaign, c.state, c.signed_on, a.organisation, a.practice, a.id, o.id, a.wave, a.deadline, a.target, a.exempt_on, a.exempt_reason, a.revision "
    "from v_rollout_assignment a join v_rollout_campaign c on c.number = a.campaign join v_network_organisation o on o.number = a.organisation ");
constexpr db::Sql assignments_by_campaign = db::sql<assignments_text, "where a.campaign = $1 order by a.wave, o.short_title, a.practice">;
constexpr db::Sql assignment_by_id = db::sql<assignments_text, "where a.id = $1">;
constexpr db::Sql upsert_assignment =
    "insert into rollout_assignment (id, campaign, organisation, practice, wave, deadline, target, exempt_on, exempt_reason, revision) "
    "values ($1, $2, $3, $4, $5, $6, $7, null, '', 1) on conflict (campaign, organisation, practice) do update set "
    "wave = excluded.wave, deadline = excluded.deadline, target = excluded.target, revision = rollout_assignment.revision + 1 returning number";
constexpr db::Sql delete_assignment = "delete from rollout_assignment where number = $1";
constexpr db::Sql insert_change =
    "insert into rollout_assignment_change (assignment, kind, changed_on, changed_at, account, deadline_before, deadline, reason) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr db::Sql move_deadline = "update rollout_assignment set deadline = $1, revision = revision + 1 where number = $2";
constexpr db::Sql set_exempt = "update rollout_assignment set exempt_on = $1, exempt_reason = $2, revision = revision + 1 where number = $3";
constexpr db::Sql changes_by_assignment =
    "select h.kind, h.changed_on, h.changed_at, a.name, h.deadline_before, h.deadline, h.reason from v_rollout_assignment_change h "
    "left join v_auth_account a on a.number = h.account where h.assignment = $1 order by h.number";

CampaignRow read_campaign(const db::Row& row) {
    return {row.get<Number<Campaign>>(0),
            {row.get<Id<Campaign>>(1), row.get<std::string>(2), row.get<std::optional<Date>>(3), row.get<std::string>(4),
             row.get<std::string>(5), row.get<CampaignState>(6), {}, row.get<std::int64_t>(7)}};
}

AssignmentRow read_assignment(const db::Row& row) {
    AssignmentRow out{row.get<Number<Assignment>>(0), row.get<Number<Campaign>>(1), row.get<CampaignState>(2), row.get<std::optional<Date>>(3),
                      row.get<Centre>(4), row.get<Number<practices::Practice>>(5), {}};
    auto& said = out.assignment;
    said = {row.get<Id<Assignment>>(6), row.get<Id<network::Organisation>>(7), {}, row.get<int>(8), row.get<Date>(9), row.get<Stage>(10),
            row.get<std::optional<Date>>(11), row.get<std::string>(12), row.get<std::int64_t>(13)};
    if (!said.exempt_on) said.exempt_reason.reset();
    return out;
}

}  // namespace

std::optional<CampaignRow> find_campaign(db::Tx& tx, const Id<Campaign>& id) { return tx.find(campaign_by_id, read_campaign, id); }

std::optional<CampaignRow> find_signed_campaign(db::Tx& tx, std::string_view order_number, Date signed_on) {
    return tx.find(campaign_by_order, read_campaign, order_number, signed_on);
}

std::optional<Date> same_number(db::Tx& tx, std::string_view order_number, Date day, const Id<Campaign>& own) {
    const auto year = parts(day).year;
    return tx.value<Date>(campaign_of_year, order_number, *make_date(year, 1, 1), *make_date(year, 12, 31), own);
}

std::vector<CampaignRow> campaigns(db::Tx& tx, Drafts drafts, std::int64_t before, int limit) {
    return tx.list(campaigns_before, read_campaign, before, drafts == Drafts::shown, limit);
}

CampaignRow insert_campaign(db::Tx& tx, Campaign campaign) {
    campaign.id = tx.make_id<Campaign>();
    campaign.state = CampaignState::draft;
    campaign.revision = 1;
    const auto number = tx.insert(insert_campaign_row, campaign.id, campaign.number, campaign.signed_on, campaign.title, campaign.text);
    return {{number}, std::move(campaign)};
}

std::int64_t update_campaign(db::Tx& tx, const Campaign& campaign) {
    return tx.run(change_campaign, campaign.number, campaign.signed_on, campaign.title, campaign.text, campaign.id, campaign.revision);
}

std::int64_t remove_campaign(db::Tx& tx, const CampaignRow& row) {
    tx.run(delete_assignments, row.number);
    return tx.run(delete_campaign, row.number);
}

void sign_campaign(db::Tx& tx, Number<Campaign> campaign, Date signed_on) { tx.run(sign, signed_on, campaign); }

std::vector<AssignmentRow> assignments_of(db::Tx& tx, Number<Campaign> campaign) {
    return tx.list(assignments_by_campaign, read_assignment, campaign);
}

std::optional<AssignmentRow> find_assignment(db::Tx& tx, const Id<Assignment>& id) { return tx.find(assignment_by_id, read_assignment, id); }

Number<Assignment> put_assignment(db::Tx& tx, Number<Campaign> campaign, Centre organisation, Number<practices::Practice> practice,
                                  const Assignment& assignment) {
    return *tx.value<Number<Assignment>>(upsert_assignment, tx.make_id<Assignment>(), campaign, organisation, practice, assignment.wave,
                                         assignment.deadline, assignment.target);
}

void remove_assignment(db::Tx& tx, Number<Assignment> assignment) { tx.run(delete_assignment, assignment); }

void change_assignment(db::Tx& tx, Number<Assignment> assignment, ChangeKind kind, Date day, Date deadline_before, Date deadline,
                       std::string_view reason) {
    tx.run(insert_change, assignment, kind, day, tx.now(), tx.caller().account, deadline_before, deadline, reason);
    switch (kind) {
        case ChangeKind::signed_: return;
        case ChangeKind::deadline: tx.run(move_deadline, deadline, assignment); return;
        case ChangeKind::exempted: tx.run(set_exempt, std::optional(day), reason, assignment); return;
        case ChangeKind::obliged: tx.run(set_exempt, std::optional<Date>(), "", assignment); return;
    }
}

std::vector<AssignmentChange> changes_of(db::Tx& tx, Number<Assignment> assignment) {
    return tx.list(changes_by_assignment, [](const db::Row& row) {
        return AssignmentChange{row.get<ChangeKind>(0), row.get<Date>(1), row.get<Instant>(2), row.get<std::optional<std::string>>(3),
                                row.get<Date>(4), row.get<Date>(5), row.get<std::string>(6)};
    }, assignment);
}

}  // namespace ryadom::rollout::store
