// What is said and granted around a standard: pilots, comments, waivers.
#include "modules/standards/store.hpp"

#include <algorithm>

namespace ryadom::standards::store {
namespace {

constexpr db::Sql pilot_of =
    "select p.number, p.criteria, p.starts_on, r.outcome, r.text from v_standards_pilot p left join v_standards_pilot_result r on r.pilot = p.number "
    "where p.version = $1";
constexpr db::Sql pilot_centres =
    "select o.id from v_standards_pilot_centre c join v_network_organisation o on o.number = c.organisation where c.pilot = $1 order by c.number";
constexpr db::Sql organisations_of_pilot =
    "select c.organisation from v_standards_pilot p join v_standards_pilot_centre c on c.pilot = p.number where p.version = $1";
constexpr db::Sql insert_pilot_row =
    "insert into standards_pilot (version, criteria, starts_on, recorded_on, account) values ($1, $2, $3, $4, $5) returning number";
constexpr db::Sql insert_pilot_centre = "insert into standards_pilot_centre (pilot, organisation) values ($1, $2)";
constexpr db::Sql pilot_number = "select number from v_standards_pilot where version = $1";
constexpr db::Sql insert_result = "insert into standards_pilot_result (pilot, outcome, text, recorded_on, account) values ($1, $2, $3, $4, $5)";
constexpr db::Sql delete_pilot_centres =
    "delete from standards_pilot_centre where pilot in (select number from v_standards_pilot where version = $1)";
constexpr db::Sql delete_pilot = "delete from standards_pilot where version = $1";

constexpr db::Text comments_text(
    "select c.number, c.version, c.id, o.id, o.short_title, c.about, c.part, c.text, c.made_at, c.decision, c.answer "
    "from v_standards_comment c join v_network_organisation o on o.number = c.organisation ");
constexpr db::Sql comments_after = db::sql<comments_text, "where c.version = $1 and c.number > $2 order by c.number limit $3">;
constexpr db::Sql commenters_of = "select distinct c.organisation from v_standards_comment c where c.version = $1";
constexpr db::Sql comment_by_id = db::sql<comments_text, "where c.id = $1">;
constexpr db::Sql insert_comment_row =
    "insert into standards_comment (id, version, organisation, account, about, part, text, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8) returning number";
constexpr db::Sql answer_comment =
    "update standards_comment set decision = $1, answer = $2, answered_at = $3, answered_by = $4 where number = $5";

constexpr db::Text waivers_text(
    "select w.number, w.standard, w.id, o.id, o.short_title, w.statement, w.from_day, w.until_day, w.reason, w.order_number, w.order_date, e.day, e.reason "
    "from v_standards_waiver w join v_network_organisation o on o.number = w.organisation left join v_standards_waiver_end e on e.waiver = w.number ");
constexpr db::Sql waivers_before = db::sql<waivers_text, "where w.standard = $1 and w.number < $2 order by w.number desc limit $3">;
constexpr db::Sql waiver_by_id = db::sql<waivers_text, "where w.id = $1">;
constexpr db::Sql insert_waiver_row =
    "insert into standards_waiver (id, standard, organisation, statement, from_day, until_day, reason, order_number, order_date, recorded_on, recorded_at, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning number";
constexpr db::Sql insert_waiver_end =
    "insert into standards_waiver_end (waiver, day, reason, recorded_on, recorded_at, account) values ($1, $2, $3, $4, $5, $6)";
constexpr db::Sql waivers_that_hold =
    "select w.standard, w.organisation, w.statement, w.from_day, w.until_day, w.reason from v_standards_waiver w "
    "where w.recorded_on <= $1 and w.from_day <= $2 and w.until_day >= $2 and not exists "
    "(select e.day from v_standards_waiver_end e where e.waiver = w.number and e.recorded_on <= $1 and e.day <= $2) order by w.number";

CommentRow read_comment(const db::Row& row) {
    return {row.get<std::int64_t>(0), row.get<Number<Version>>(1),
            {row.get<Id<Comment>>(2), row.get<Id<network::Organisation>>(3), row.get<std::string>(4), row.get<About>(5), row.get<std::string>(6),
             row.get<std::string>(7), row.get<Instant>(8), row.get<std::optional<Decision>>(9), row.get<std::optional<std::string>>(10)}};
}

WaiverRow read_waiver(const db::Row& row) {
    WaiverRow out{row.get<std::int64_t>(0), row.get<Number<Standard>>(1),
                  {row.get<Id<WaiverView>>(2), row.get<Id<network::Organisation>>(3), row.get<std::string>(4), {}, row.get<Date>(6), row.get<Date>(7),
                   row.get<std::string>(8), {row.get<std::string>(9), row.get<Date>(10)}, {}}};
    if (auto statement = row.get<std::string>(5); !statement.empty()) out.waiver.statement = std::move(statement);
    if (const auto day = row.get<std::optional<Date>>(11)) out.waiver.revoked = WaiverEnd{*day, row.get<std::string>(12)};
    return out;
}

}  // namespace

std::optional<Pilot> pilot(db::Tx& tx, Number<Version> version) {
    std::int64_t number = 0;
    auto out = tx.find(pilot_of, [&](const db::Row& row) {
        number = row.get<std::int64_t>(0);
        Pilot pilot{{}, row.get<std::string>(1), row.get<Date>(2), {}};
        if (const auto outcome = row.get<std::optional<Outcome>>(3)) pilot.result = PilotResult{*outcome, row.get<std::string>(4)};
        return pilot;
    }, version);
    if (out) out->centres = tx.list(pilot_centres, [](const db::Row& row) { return row.get<Id<network::Organisation>>(0); }, number);
    return out;
}

bool pilots(db::Tx& tx, Number<Version> version) {
    const auto centres = tx.list(organisations_of_pilot, [](const db::Row& row) { return row.get<std::int64_t>(0); }, version);
    return std::ranges::any_of(centres, [&](std::int64_t centre) { return tx.caller().scope.holds(centre); });
}

void insert_pilot(db::Tx& tx, Number<Version> version, const Pilot& pilot, Date today) {
    const auto number = tx.insert(insert_pilot_row, version, pilot.criteria, pilot.starts_on, today, tx.caller().account);
    for (const auto& centre : pilot.centres) tx.run(insert_pilot_centre, number, must(network::find_organisation(tx, centre)).number);
}

void insert_pilot_result(db::Tx& tx, Number<Version> version, const PilotResult& result, Date today) {
    tx.run(insert_result, must(tx.value<std::int64_t>(pilot_number, version)), result.outcome, result.text, today, tx.caller().account);
}

void remove_pilot(db::Tx& tx, Number<Version> version) {
    tx.run(delete_pilot_centres, version);
    tx.run(delete_pilot, version);
}

std::vector<CommentRow> comments(db::Tx& tx, Number<Version> version, std::int64_t after, int limit) {
    return tx.list(comments_after, read_comment, version, after, limit);
}

std::vector<std::int64_t> commenters(db::Tx& tx, Number<Version> version) {
    return tx.list(commenters_of, [](const db::Row& row) { return row.get<std::int64_t>(0); }, version);
}

std::optional<CommentRow> find_comment(db::Tx& tx, const Id<Comment>& id) { return tx.find(comment_by_id, read_comment, id); }

CommentRow insert_comment(db::Tx& tx, Number<Version> version, Number<network::Organisation> organisation, const Comment& comment) {
    const auto id = tx.make_id<Comment>();
    tx.insert(insert_comment_row, id, version, organisation, tx.caller().account, comment.about, comment.part, comment.text, tx.now());
    return *find_comment(tx, id);
}

void answer(db::Tx& tx, std::int64_t comment, const AnswerRequest& answer) {
    tx.run(answer_comment, answer.decision, answer.answer, tx.now(), tx.caller().account, comment);
}

std::vector<WaiverRow> waivers(db::Tx& tx, Number<Standard> standard, std::int64_t before, int limit) {
    return tx.list(waivers_before, read_waiver, standard, before, limit);
}

std::optional<WaiverRow> find_waiver(db::Tx& tx, const Id<WaiverView>& id) { return tx.find(waiver_by_id, read_waiver, id); }

WaiverRow insert_waiver(db::Tx& tx, Number<Standard> standard, Number<network::Organisation> organisation, const WaiverView& waiver, Date today) {
    const auto id = tx.make_id<WaiverView>();
    tx.insert(insert_waiver_row, id, standard, organisation, waiver.statement.value_or(""), waiver.from, waiver.until, waiver.reason, waiver.order.number,
              waiver.order.day, today, tx.now(), tx.caller().account);
    return *find_waiver(tx, id);
}

void revoke(db::Tx& tx, std::int64_t waiver, const WaiverEnd& end, Date today) {
    tx.run(insert_waiver_end, waiver, end.day, end.reason, today, tx.now(), tx.caller().account);
}

}  // namespace ryadom::standards::store

namespace ryadom::standards {

std::vector<Waiver> waivers(db::Tx& tx, Date day, Date as_of) {
    return tx.list(store::waivers_that_hold, [](const db::Row& row) {
        return Waiver{row.get<Number<Standard>>(0), row.get<std::int64_t>(1), row.get<std::string>(2), row.get<Date>(3), row.get<Date>(4),
                      row.get<std::string>(5)};
    }, as_of, day);
}

}  // namespace ryadom::standards
