// Adoptions: choosing, confirming, versions, stops, adaptations.
#include "modules/rollout/store.hpp"

namespace ryadom::rollout::store {
namespace {

constexpr db::Text adoptions_text(
    "select a.number, a.id, a.organisation, a.practice, a.version, a.recorded_on, a.chosen_on, a.confirmed_on, a.opened_on, a.opening_recorded_on, a.opening_order, "
    "s.stopped_on, s.reason, a.revision from v_rollout_adoption a "
    "left join v_rollout_stop s on s.adoption = a.number and s.resumed_on is null ");
constexpr db::Sql adoption_by_id = db::sql<adoptions_text, "where a.id = $1">;
constexpr db::Sql adoption_by_pair = db::sql<adoptions_text, "where a.organisation = $1 and a.practice = $2">;
constexpr db::Sql adoptions_by_organisation = db::sql<adoptions_text, "where a.organisation = $1 order by a.number">;
constexpr db::Sql every_adoption = db::sql<adoptions_text, "order by a.number">;
constexpr db::Sql insert_adoption_row =
    "insert into rollout_adoption (id, organisation, practice, version, recorded_on, chosen_on, confirmed_on, opened_on, opening_recorded_on, opening_order, revision) "
    "values ($1, $2, $3, $4, $5, $6, null, $7, $8, $9, 1) returning number";
constexpr db::Sql insert_version = "insert into rollout_adoption_version (adoption, version, chosen_on) values ($1, $2, $3)";
constexpr db::Sql versions_by_organisation =
    "select a.practice, v.version, v.chosen_on, a.chosen_on, a.opened_on, s.stopped_on from v_rollout_adoption a "
    "join v_rollout_adoption_version v on v.adoption = a.number "
    "left join v_rollout_stop s on s.adoption = a.number and s.resumed_on is null where a.organisation = $1 order by a.number, v.number";
constexpr db::Sql set_confirmed = "update rollout_adoption set confirmed_on = $1, revision = revision + 1 where number = $2";
constexpr db::Sql set_opened = "update rollout_adoption set opened_on = $1, opening_recorded_on = $2, opening_order = $3, revision = revision + 1 where number = $4";
constexpr db::Sql set_version = "update rollout_adoption set version = $1, revision = revision + 1 where number = $2";
constexpr db::Sql touch = "update rollout_adoption set revision = revision + 1 where number = $1";
constexpr db::Sql touch_revision = "update rollout_adoption set revision = revision + 1 where number = $1 and revision = $2";
constexpr db::Sql insert_stop = "insert into rollout_stop (adoption, stopped_on, reason, resumed_on) values ($1, $2, $3, null)";
constexpr db::Sql end_stop = "update rollout_stop set resumed_on = $1 where adoption = $2 and resumed_on is null";

constexpr db::Sql adaptations_by_adoption = "select component, text from v_rollout_adaptation where adoption = $1 order by component";
constexpr db::Sql delete_adaptations = "delete from rollout_adaptation where adoption = $1";
constexpr db::Sql insert_adaptation =
    "insert into rollout_adaptation (id, adoption, organisation, component, text, revision) values ($1, $2, $3, $4, $5, 1)";

constexpr db::Sql add_pulse =
    "insert into rollout_pulse (organisation, changes) values ($1, 1) "
    "on conflict (organisation) do update set changes = rollout_pulse.changes + 1";
constexpr db::Sql insert_recheck = "insert into rollout_recheck (organisation, day) values ($1, $2)";
constexpr db::Sql rechecks_after = "select number, organisation, day from v_rollout_recheck where number > $1 order by number limit 100";
constexpr db::Sql delete_recheck = "delete from rollout_recheck where number = $1";

AdoptionRow read_adoption(const db::Row& row) {
    return {row.get<Number<Adoption>>(0), row.get<Id<Adoption>>(1), row.get<Centre>(2), row.get<Number<practices::Practice>>(3),
            row.get<Number<practices::Version>>(4), row.get<Date>(5), row.get<Date>(6), row.get<std::optional<Date>>(7),
            row.get<std::optional<Date>>(8), row.get<std::optional<Date>>(9), row.get<std::string>(10), row.get<std::optional<Date>>(11),
            row.get<std::optional<std::string>>(12).value_or(""), row.get<std::int64_t>(13)};
}

}  // namespace

std::optional<AdoptionRow> find_adoption(db::Tx& tx, const Id<Adoption>& id) { return tx.find(adoption_by_id, read_adoption, id); }

std::optional<AdoptionRow> find_adoption(db::Tx& tx, Centre organisation, Number<practices::Practice> practice) {
    return tx.find(adoption_by_pair, read_adoption, organisation, practice);
}

std::vector<AdoptionRow> adoptions_of(db::Tx& tx, Centre organisation) { return tx.list(adoptions_by_organisation, read_adoption, organisation); }

std::vector<AdoptionRow> all_adoptions(db::Tx& tx) { return tx.list(every_adoption, read_adoption); }

std::vector<AdoptedVersion> adopted_versions(db::Tx& tx, Centre organisation) {
    return tx.list(versions_by_organisation, [](const db::Row& row) {
        return AdoptedVersion{row.get<Number<practices::Practice>>(0), row.get<Number<practices::Version>>(1), row.get<Date>(2), row.get<Date>(3),
                              row.get<std::optional<Date>>(4), row.get<std::optional<Date>>(5)};
    }, organisation);
}

AdoptionRow insert_adoption(db::Tx& tx, AdoptionRow row) {
    row.id = tx.make_id<Adoption>();
    row.revision = 1;
    row.number = {tx.insert(insert_adoption_row, row.id, row.organisation, row.practice, row.version, row.recorded_on, row.chosen_on,
                            row.opened_on, row.opening_recorded_on, row.opening_order)};
    tx.run(insert_version, row.number, row.version, row.chosen_on);
    return row;
}

void confirm_adoption(db::Tx& tx, Number<Adoption> adoption, Date day) { tx.run(set_confirmed, day, adoption); }

void open_adoption(db::Tx& tx, Number<Adoption> adoption, Date opened_on, Date recorded_on, std::string_view order) {
    tx.run(set_opened, opened_on, recorded_on, order, adoption);
}

void change_version(db::Tx& tx, Number<Adoption> adoption, Number<practices::Version> version, Date day) {
    tx.run(set_version, version, adoption);
    tx.run(insert_version, adoption, version, day);
}

void stop_adoption(db::Tx& tx, Number<Adoption> adoption, Date day, std::string_view reason) {
    tx.run(insert_stop, adoption, day, reason);
    tx.run(touch, adoption);
}

void resume_adoption(db::Tx& tx, Number<Adoption> adoption, Date day) {
    tx.run(end_stop, day, adoption);
    tx.run(touch, adoption);
}

std::vector<Adaptation> adaptations_of(db::Tx& tx, Number<Adoption> adoption) {
    return tx.list(adaptations_by_adoption, [](const db::Row& row) { return Adaptation{row.get<std::string>(0), row.get<std::string>(1)}; }, adoption);
}

std::int64_t write_adaptations(db::Tx& tx, const AdoptionRow& row, const std::vector<Adaptation>& items, std::int64_t revision) {
    const auto changed = tx.run(touch_revision, row.number, revision);
    if (changed == 0) return 0;
    tx.run(delete_adaptations, row.number);
    for (const auto& item : items)
        tx.run(insert_adaptation, tx.make_id<Adaptation>(), row.number, row.organisation, item.component, item.text);
    return changed;
}

void pulse(db::Tx& tx, Centre organisation) { tx.run(add_pulse, organisation); }

void note_recheck(db::Tx& tx, Centre organisation, Date day) { tx.run(insert_recheck, organisation, day); }

std::vector<Recheck> rechecks(db::Tx& tx, std::int64_t after) {
    return tx.list(rechecks_after, [](const db::Row& row) { return Recheck{row.get<std::int64_t>(0), row.get<Centre>(1), row.get<Date>(2)}; }, after);
}

std::int64_t remove_recheck(db::Tx& tx, std::int64_t number) { return tx.run(delete_recheck, number); }

}  // namespace ryadom::rollout::store
