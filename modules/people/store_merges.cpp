#include "modules/people/store_merges.hpp"

#include "modules/people/rules.hpp"
#include "modules/people/rules_merges.hpp"

namespace ryadom::people {
namespace store {
namespace {

using Text = std::optional<std::string>;

constexpr db::Sql human_of_person = "select human from v_people_merged where person = $1";
constexpr db::Sql merge_by_id =
    "select m.number, m.person, m.survivor, m.taken, u.merge from v_people_merge m left join v_people_merge_undoing u on u.merge = m.number where m.id = $1";
constexpr db::Sql insert_row =
    "insert into people_merge (id, person, survivor, taken, reason, account, at) values ($1, $2, $3, $4, $5, $6, $7) returning number";
constexpr db::Sql keep_card =
    "insert into people_merge_card (merge, person, family_name, given_name, patronymic, family_folded, given_folded, patronymic_folded, birth, snils, iin, phone, "
    "address, revision) select cast($2 as bigint), person, family_name, given_name, patronymic, family_folded, given_folded, patronymic_folded, birth, snils, iin, "
    "phone, address, revision from v_people_card where person = $1";
constexpr db::Sql delete_card = "delete from people_card where person = $1";
constexpr db::Sql bring_card_back =
    "insert into people_card (person, family_name, given_name, patronymic, family_folded, given_folded, patronymic_folded, birth, snils, iin, phone, address, revision) "
    "select person, family_name, given_name, patronymic, family_folded, given_folded, patronymic_folded, birth, snils, iin, phone, address, cast($2 as bigint) "
    "from v_people_merge_card where merge = $1 on conflict do nothing";
constexpr db::Sql insert_merged = "insert into people_merged (person, survivor, human, merge) values ($1, $2, $3, $4)";
constexpr db::Sql follow = "update people_merged set human = $2 where human = $1";
constexpr db::Sql delete_merged = "delete from people_merged where person = $1";
// Those who were merged into the person before, and into them.
constexpr db::Sql part =
    "with recursive tree (person) as (select person from v_people_merged where survivor = $1 union all "
    "select m.person from tree join v_people_merged m on m.survivor = tree.person) update people_merged set human = $1 where person in (select person from tree)";
constexpr db::Sql insert_undoing = "insert into people_merge_undoing (merge, person, reason, account, at) values ($1, $2, $3, $4, $5)";

constexpr db::Text members("(select cast($1 as bigint) as person union all select person from v_people_merged where human = $1) m ");
constexpr db::Sql forget_derived_attachments = db::sql<"delete from people_attachment where derived and ", of_human<"people_attachment.person">>;
constexpr db::Sql forget_derived_served = db::sql<"delete from people_served where derived and ", of_human<"people_served.person">>;
constexpr db::Sql derive_attachment =
    db::sql<"insert into people_attachment (person, organisation, since, account, derived) select m.person, a.organisation, min(a.since), $2, true from ", members,
            "cross join v_people_attachment a where ", of_human<"a.person">,
            "and a.until_on is null and not a.derived and not exists (select 1 from v_people_attachment own where own.person = m.person "
            "and own.organisation = a.organisation and own.until_on is null) group by m.person, a.organisation">;
constexpr db::Sql derive_served =
    db::sql<"insert into people_served (person, organisation, since, until_on, derived) select m.person, s.organisation, s.since, s.until_on, true from ", members,
            "cross join v_people_served s where ", of_human<"s.person">, "and s.person <> m.person and not s.derived">;

constexpr db::Sql merges_of_human =
    db::sql<"select m.id, p.id, c.family_name, c.given_name, c.patronymic, c.birth, m.taken, m.reason, by_account.name, m.at, u.reason, undone.name, u.at from v_people_merge m "
            "join v_people_person p on p.number = m.person join v_people_merge_card c on c.merge = m.number left join v_auth_account by_account on by_account.number = m.account "
            "left join v_people_merge_undoing u on u.merge = m.number left join v_auth_account undone on undone.number = u.account where ",
            of_human<"m.survivor">, "order by m.number desc">;

Merge read_merge(const db::Row& row) {
    Merge out;
    out.id = row.get<Id<Merge>>(0);
    out.person = row.get<Id<Person>>(1);
    out.name = full_name(row.get<std::string>(2), row.get<std::string>(3), row.get<Text>(4));
    out.birth = row.get<Date>(5);
    out.taken = grown(read_taken(row.get<std::string>(6)));
    out.reason = row.get<Text>(7);
    out.account = row.get<Text>(8);
    out.at = row.get<Instant>(9);
    out.undone_reason = row.get<Text>(10);
    out.undone_by = row.get<Text>(11);
    out.undone_at = row.get<std::optional<Instant>>(12);
    return out;
}

}  // namespace

std::optional<MergeRow> find_merge(db::Tx& tx, const Id<Merge>& id) {
    return tx.find(merge_by_id, [](const db::Row& row) {
        return MergeRow{row.get<std::int64_t>(0), row.get<Number<Person>>(1), row.get<Number<Person>>(2), row.get<std::string>(3), row.get<std::optional<std::int64_t>>(4).has_value()};
    }, id);
}

void insert_merge(db::Tx& tx, const NewMerge& merge) {
    const auto number = tx.insert(insert_row, merge.id, merge.person, merge.survivor, merge.taken, merge.reason, tx.caller().account, tx.now());
    tx.run(keep_card, merge.person, number);
    tx.run(delete_card, merge.person);
    tx.run(follow, merge.person, merge.survivor);
    tx.run(insert_merged, merge.person, merge.survivor, merge.survivor, number);
}

bool undo_merge(db::Tx& tx, const MergeRow& merge, std::int64_t revision, const std::string& reason) {
    if (tx.run(bring_card_back, merge.number, revision) == 0) return false;
    tx.run(delete_merged, merge.person);
    tx.run(part, merge.person);
    tx.run(insert_undoing, merge.number, merge.person, reason, tx.caller().account, tx.now());
    return true;
}

void derive_attachments(db::Tx& tx, Number<Person> human) {
    tx.run(forget_derived_attachments, human);
    tx.run(forget_derived_served, human);
    tx.run(derive_attachment, human, tx.caller().account);
    tx.run(derive_served, human);
}

std::vector<Merge> merges_of(db::Tx& tx, Number<Person> human) { return tx.list(merges_of_human, read_merge, human); }

}  // namespace store

Number<Person> human_of(db::Tx& tx, Number<Person> person) { return tx.value<Number<Person>>(store::human_of_person, person).value_or(person); }

}  // namespace ryadom::people
