// Acts and corrections as they are shown.
#include "modules/acts/store.hpp"
#include "modules/people/merges.hpp"

#include "platform/i18n/catalogue.hpp"

namespace ryadom::acts::store {
namespace {

constexpr db::Text act_columns(
    "select a.number, a.serial, a.closing, a.organisation, a.id, c.id, o.id, p.id, a.content, a.sha256 from v_acts_act a "
    "join v_acts_closing c on c.number = a.closing join v_network_organisation o on o.number = a.organisation join v_people_person p on p.number = a.person ");
constexpr db::Sql act_by_id = db::sql<act_columns, "where a.id = $1">;
constexpr db::Sql acts_of_closing = db::sql<act_columns, "where a.closing = $1 and a.serial > $2 order by a.serial limit $3">;
constexpr db::Sql acts_of_one = db::sql<act_columns, "where ", people::of_human<"a.person">, "and a.month < $2 order by a.month desc, a.number desc limit $3">;
constexpr db::Sql marks_of_act =
    "select m.kind, m.day, m.signer, m.reason, m.at, u.name from v_acts_mark m left join v_auth_account u on u.number = m.account "
    "where m.act = $1 order by m.number";
// The last mark of an act tells how it stands.
constexpr db::Sql summaries_of_closing =
    "select s.serial, s.id, p.id, s.content, s.standing from (select a.serial, a.id, a.person, a.content, "
    "coalesce((select m.kind from v_acts_mark m where m.act = a.number order by m.number desc limit 1), 'waiting') as standing "
    "from v_acts_act a where a.closing = $1 and a.serial > $2 and (cast($3 as text) = '' or a.folded like '%' || $3 || '%' or cast(a.serial as text) = $3)) s "
    "join v_people_person p on p.number = s.person where cast($4 as text) = '' or s.standing = $4 or (s.standing = 'taken_back' and $4 = 'waiting') "
    "order by s.serial limit $5";
constexpr db::Sql standings_of_closing =
    "select s.standing, count(s.serial) from (select a.serial, coalesce((select m.kind from v_acts_mark m where m.act = a.number order by m.number desc limit 1), 'waiting') "
    "as standing from v_acts_act a where a.closing = $1) s group by s.standing";
constexpr db::Text correction_columns(
    "select k.serial, k.id, c.id, p.id, k.content, k.sha256 from v_acts_correction k join v_acts_closing c on c.number = k.closing "
    "join v_people_person p on p.number = k.person ");
constexpr db::Sql corrections_of_closing = db::sql<correction_columns, "where k.closing = $1 and k.serial > $2 order by k.serial limit $3">;
constexpr db::Sql correction_by_id = db::sql<correction_columns, "where k.id = $1">;
constexpr db::Sql corrections_about =
    db::sql<correction_columns, "where k.person = $1 and k.organisation = $2 and k.about = $3 order by k.number">;
constexpr db::Sql insert_mark =
    "insert into acts_mark (act, organisation, kind, day, signer, reason, account, at) values ($1, $2, $3, $4, $5, $6, $7, $8)";

template <class T>
T stored(const std::string& text) {
    const auto value = json::parse(text);
    if (!value) throw std::logic_error("an act that is no JSON");
    auto out = json::read<T>(*value);
    if (!out) throw std::logic_error("an act of another form: " + out.error().fields.front().pointer);
    return std::move(*out);
}

ActRow read_act(const db::Row& row) {
    ActRow out;
    out.number = row.get<std::int64_t>(0);
    out.serial = row.get<std::int64_t>(1);
    out.closing = row.get<std::int64_t>(2);
    out.organisation = row.get<Number<network::Organisation>>(3);
    auto& view = out.view;
    view.id = row.get<Id<Act>>(4);
    view.closing = row.get<Id<Closing>>(5);
    view.organisation = row.get<Id<network::Organisation>>(6);
    view.person = row.get<Id<people::Person>>(7);
    view.content = stored<ActContent>(row.get<std::string>(8));
    view.sha256 = row.get<std::string>(9);
    return out;
}

Standing standing_of(std::string_view kind) {
    const auto known = json::parse_name<MarkKind>(kind);
    if (!known || *known == MarkKind::taken_back) return Standing::waiting;
    return *known == MarkKind::refused ? Standing::refused : Standing::signed_on_paper;
}

SummaryRow read_summary(const db::Row& row) {
    const auto content = stored<ActContent>(row.get<std::string>(3));
    SummaryRow out;
    out.serial = row.get<std::int64_t>(0);
    out.summary = {row.get<Id<Act>>(1), content.label, row.get<Id<people::Person>>(2), content.name, content.bill.facts, content.bill.sum_kopecks,
                   content.bill.payable_kopecks, standing_of(row.get<std::string>(4))};
    return out;
}

CorrectionRow read_correction(const db::Row& row) {
    return {row.get<std::int64_t>(0), {row.get<Id<Correction>>(1), row.get<Id<Closing>>(2), row.get<Id<people::Person>>(3),
                                       stored<CorrectionContent>(row.get<std::string>(4)), row.get<std::string>(5)}};
}

}  // namespace

std::optional<ActRow> find(db::Tx& tx, const Id<Act>& id) { return tx.find(act_by_id, read_act, id); }

std::vector<ActRow> acts_after(db::Tx& tx, std::int64_t closing, std::int64_t serial, int limit) { return tx.list(acts_of_closing, read_act, closing, serial, limit); }

std::vector<SummaryRow> summaries(db::Tx& tx, std::int64_t closing, const ActsQuery& query, std::int64_t after, int limit) {
    const auto standing = query.standing ? std::string(json::name_of(*query.standing)) : std::string();
    return tx.list(summaries_of_closing, read_summary, closing, after, i18n::fold(query.name.value_or("")), standing, limit);
}

void count_standings(db::Tx& tx, std::int64_t closing, Month& month) {
    month.signed_acts = month.refused_acts = 0;
    tx.each(standings_of_closing, [&](const db::Row& row) {
        const auto count = row.get<int>(1);
        switch (standing_of(row.get<std::string>(0))) {
            case Standing::waiting: break;
            case Standing::signed_on_paper: month.signed_acts = count; break;
            case Standing::refused: month.refused_acts = count; break;
        }
    }, closing);
}

std::vector<CorrectionRow> corrections_after(db::Tx& tx, std::int64_t closing, std::int64_t serial, int limit) {
    return tx.list(corrections_of_closing, read_correction, closing, serial, limit);
}

std::optional<CorrectionRow> find(db::Tx& tx, const Id<Correction>& id) { return tx.find(correction_by_id, read_correction, id); }

std::vector<CorrectionView> corrections_of(db::Tx& tx, Number<people::Person> person, Number<network::Organisation> organisation, Date about) {
    return tx.list(corrections_about, [](const db::Row& row) { return read_correction(row).view; }, person, organisation, about);
}

std::vector<ActRow> acts_of_person(db::Tx& tx, Number<people::Person> person, Date before, int limit) { return tx.list(acts_of_one, read_act, person, before, limit); }

void mark(db::Tx& tx, const ActRow& act, const NewMarks& marks) {
    tx.run(insert_mark, act.number, act.organisation, marks.kind, marks.day, marks.signer, marks.reason, tx.caller().account, tx.now());
}

std::vector<Mark> marks_of(db::Tx& tx, std::int64_t act) {
    return tx.list(marks_of_act, [](const db::Row& row) {
        return Mark{row.get<MarkKind>(0), row.get<Date>(1), row.get<std::optional<std::string>>(2), row.get<std::optional<std::string>>(3), row.get<Instant>(4),
                    row.get<std::optional<std::string>>(5)};
    }, act);
}

Standing standing_of(const std::vector<Mark>& marks) { return marks.empty() ? Standing::waiting : standing_of(json::name_of(marks.back().kind)); }

}  // namespace ryadom::acts::store
