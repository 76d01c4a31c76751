#include "modules/acts/store.hpp"

#include "platform/db/insert_many.hpp"
#include "platform/i18n/catalogue.hpp"

namespace ryadom::acts::store {
namespace {

constexpr db::Text closing_columns(
    "select c.number, c.id, c.organisation, c.month, c.position, c.assessment, c.prices, c.people, c.facts, c.sum_kopecks, c.payable_kopecks, c.budget_kopecks, "
    "c.undetermined, c.corrections, c.correction_kopecks, c.sha256, c.accepted, c.closed_on, u.name from v_acts_closing c "
    "left join v_auth_account u on u.number = c.account ");
constexpr db::Sql closing_by_id = db::sql<closing_columns, "where c.id = $1">;
constexpr db::Sql newest_closing = db::sql<closing_columns, "where c.organisation = $1 order by c.month desc limit 1">;
constexpr db::Sql closings_there = db::sql<closing_columns, "where c.organisation = $1 order by c.month desc">;
constexpr db::Sql insert_closing =
    "insert into acts_closing (id, organisation, month, year, position, assessment, prices, people, facts, sum_kopecks, payable_kopecks, budget_kopecks, "
    "undetermined, corrections, correction_kopecks, sha256, accepted, closed_on, closed_at, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) returning number";
constexpr db::Sql insert_act =
    "insert into acts_act (id, closing, organisation, month, year, serial, person, folded, facts, sum_kopecks, payable_kopecks, content, sha256) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning number";
constexpr std::size_t act_width = 13;
constexpr db::Sql insert_correction =
    "insert into acts_correction (id, closing, organisation, about, year, serial, person, content, sha256) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning number";
constexpr std::size_t correction_width = 9;
constexpr db::Sql newest_act = "select serial from v_acts_act where organisation = $1 and year = $2 order by serial desc limit 1";
constexpr db::Sql newest_correction = "select serial from v_acts_correction where organisation = $1 and year = $2 order by serial desc limit 1";
constexpr db::Sql reported_act = "select content from v_acts_act where person = $1 and organisation = $2 and month = $3";
constexpr db::Sql reported_correction =
    "select content from v_acts_correction where person = $1 and organisation = $2 and about = $3 order by number desc limit 1";
constexpr db::Sql insert_file = "insert into acts_file (closing, organisation, act, sha256, account, at) values ($1, $2, $3, $4, $5, $6)";

ClosingRow read_closing(const db::Row& row) {
    ClosingRow out;
    out.number = row.get<std::int64_t>(0);
    out.id = row.get<Id<Closing>>(1);
    out.organisation = row.get<Number<network::Organisation>>(2);
    out.position = row.get<ledger::image::Position>(4);
    out.assessment = row.get<std::int64_t>(5);
    out.prices = row.get<std::string>(6);
    auto& month = out.month;
    month.month = row.get<Date>(3);
    month.state = MonthState::closed;
    month.closing = out.id;
    month.totals = Totals{row.get<int>(7), row.get<std::int64_t>(8), row.get<std::int64_t>(9), row.get<std::int64_t>(10), row.get<std::int64_t>(11), row.get<int>(12)};
    month.corrections = row.get<int>(13);
    month.correction_kopecks = row.get<std::int64_t>(14);
    month.sha256 = row.get<std::string>(15);
    month.accepted = row.get<std::optional<std::string>>(16);
    month.closed_on = row.get<Date>(17);
    month.closed_by = row.get<std::optional<std::string>>(18);
    return out;
}

template <class T>
T stored(const std::string& text) {
    const auto value = json::parse(text);
    if (!value) throw std::logic_error("an act that is no JSON");
    auto out = json::read<T>(*value);
    if (!out) throw std::logic_error("an act of another form: " + out.error().fields.front().pointer);
    return std::move(*out);
}

}  // namespace

std::optional<ClosingRow> find(db::Tx& tx, const Id<Closing>& id) { return tx.find(closing_by_id, read_closing, id); }

std::optional<ClosingRow> last_closing(db::Tx& tx, Number<network::Organisation> organisation) { return tx.find(newest_closing, read_closing, organisation); }

std::vector<ClosingRow> closings(db::Tx& tx, Number<network::Organisation> organisation) { return tx.list(closings_there, read_closing, organisation); }

std::int64_t insert(db::Tx& tx, const Reckoned& reckoned, const NewClosing& closing) {
    const auto& totals = closing.totals;
    return tx.insert(insert_closing, closing.id, reckoned.organisation, reckoned.month.first, parts(reckoned.month.first).year, reckoned.position, reckoned.assessment,
                     reckoned.prices, totals.people, totals.facts, totals.sum_kopecks, totals.payable_kopecks, totals.budget_kopecks, totals.undetermined,
                     closing.corrections, closing.correction_kopecks, closing.sha256, closing.accepted, closing.closed_on, tx.now(), tx.caller().account);
}

void insert(db::Tx& tx, std::int64_t closing, const Reckoned& reckoned, const std::vector<StoredAct>& acts) {
    std::vector<db::Parameter> values;
    values.reserve(acts.size() * act_width);
    for (const auto& act : acts) {
        const auto& bill = act.content.bill;
        for (auto& value : std::initializer_list<db::Parameter>{
                 db::parameter(tx.make_id<Act>()), db::parameter(closing), db::parameter(reckoned.organisation), db::parameter(reckoned.month.first),
                 db::parameter(parts(reckoned.month.first).year), db::parameter(act.serial), db::parameter(act.person), i18n::fold(act.content.name), db::parameter(bill.facts),
                 db::parameter(bill.sum_kopecks), db::parameter(bill.payable_kopecks), db::parameter(act.json), db::parameter(act.sha256)})
            values.push_back(value);
    }
    if (!values.empty()) db::insert_many(tx, insert_act, act_width, values);
}

void insert(db::Tx& tx, std::int64_t closing, const Reckoned& reckoned, const std::vector<StoredCorrection>& corrections) {
    std::vector<db::Parameter> values;
    for (const auto& each : corrections)
        for (auto& value : std::initializer_list<db::Parameter>{
                 db::parameter(tx.make_id<Correction>()), db::parameter(closing), db::parameter(reckoned.organisation), db::parameter(each.content.month),
                 db::parameter(parts(reckoned.month.first).year), db::parameter(each.serial), db::parameter(each.person), db::parameter(each.json), db::parameter(each.sha256)})
            values.push_back(value);
    if (!values.empty()) db::insert_many(tx, insert_correction, correction_width, values);
}

std::int64_t last_act_serial(db::Tx& tx, Number<network::Organisation> organisation, int year) {
    return tx.value<std::int64_t>(newest_act, organisation, year).value_or(0);
}

std::int64_t last_correction_serial(db::Tx& tx, Number<network::Organisation> organisation, int year) {
    return tx.value<std::int64_t>(newest_correction, organisation, year).value_or(0);
}

Reported reported(db::Tx& tx, Number<network::Organisation> organisation, std::int64_t person, Date month) {
    Reported out;
    out.bill.payable_kopecks = out.bill.budget_kopecks = 0;
    if (const auto act = tx.value<std::string>(reported_act, person, organisation, month)) {
        auto content = stored<ActContent>(*act);
        out = {std::move(content.bill), std::move(content.label)};
    }
    if (const auto last = tx.value<std::string>(reported_correction, person, organisation, month)) out.bill = stored<CorrectionContent>(*last).after;
    return out;
}

void note_file(db::Tx& tx, std::int64_t closing, Number<network::Organisation> organisation, std::optional<std::int64_t> act, const std::string& sha256) {
    tx.run(insert_file, closing, organisation, act, sha256, tx.caller().account, tx.now());
}

}  // namespace ryadom::acts::store
