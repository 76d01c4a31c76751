#include "modules/journal/store.hpp"

#include "modules/people/merges.hpp"

#include <fmt/format.h>

#include <span>

namespace ryadom::journal::store {
namespace {

// A list of numbers that both engines take: digits in places of 20.
constexpr db::Text wanted(
    "with recursive place (at) as (select 1 union all select at + 20 from place where at + 20 <= length(cast($1 as text))), "
    "wanted (number) as (select cast(substr(cast($1 as text), at, 20) as bigint) from place) ");
constexpr db::Sql measures_at =
    db::sql<wanted, "select q.position, f.quantity, f.minutes from wanted t join v_ledger_fact_order q on q.position = t.number "
            "join v_ledger_fact f on f.number = q.number">;
constexpr db::Sql cell_facts =
    db::sql<"select f.id, f.quantity, f.minutes, f.channel, f.request_on, o.id, w.id, p.id "
            "from v_ledger_fact f join v_network_organisation o on o.number = f.performer_provider "
            "left join v_network_staff w on w.number = f.worker left join v_practices_practice p on p.number = f.practice where ", people::of_human<"f.person">,
            "and f.home_provider = $2 and f.service = $3 and f.performed_on = $4 and f.reverses is null "
            "and (select r.number from v_ledger_fact r where r.reverses = f.number) is null order by f.number">;
// Asked for one by one: in a join PostgreSQL would rather walk through the reversals of everybody.
constexpr db::Sql delivered_in =
    db::sql<"select cast(coalesce(sum(f.quantity), 0) as bigint) from v_ledger_fact f where ", people::of_human<"f.person">,
            "and f.home_provider = $2 and f.service = $3 and f.performed_on between $4 and $5 and f.reverses is null "
            "and (select r.number from v_ledger_fact r where r.reverses = f.number) is null">;

constexpr db::Sql staff_number = "select number from v_network_staff where id = $1";
constexpr db::Sql staff_of_department = "select s.number from v_network_department d join v_network_staff s on s.department = d.number where d.id = $1";

constexpr db::Text absence_columns("a.number, a.person, a.id, a.kind, a.from_on, a.until_on, a.note, a.withdrawn from ");
constexpr db::Sql absence_by_id = db::sql<"select ", absence_columns, "v_journal_absence a where a.id = $1">;
constexpr db::Sql absences_of_person = db::sql<"select ", absence_columns, "v_journal_absence a where ", people::of_human<"a.person">, "order by a.number desc limit 200">;
constexpr db::Sql absences_of_many =
    db::sql<wanted, "select ", absence_columns, "wanted t join v_journal_absence a on a.person = t.number "
            "where a.withdrawn is null and a.from_on <= $3 and (a.until_on is null or a.until_on >= $2) order by a.from_on">;
constexpr db::Sql insert_absence_row =
    "insert into journal_absence (id, person, organisation, kind, from_on, until_on, note, recorded_at, account) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr db::Sql end_row = "update journal_absence set until_on = $2 where number = $1";
constexpr db::Sql withdraw_row = "update journal_absence set withdrawn = $2 where number = $1 and withdrawn is null";

constexpr db::Sql insert_notice_row =
    "insert into journal_notice (organisation, person, service, performed_on, fact, warnings, planned, delivered, recorded_at, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
constexpr db::Sql notices_of =
    "select n.number, n.person, s.id, n.performed_on, n.fact, n.warnings, n.planned, n.delivered, n.recorded_at from v_journal_notice n "
    "join v_catalogue_service s on s.number = n.service where n.organisation = $1 and n.number < $2 order by n.number desc limit $3";

/// How many numbers one statement is given: to find the next place in a long text costs its length.
constexpr std::size_t portion = 400;

template <class Take>
void in_portions(const std::vector<std::int64_t>& numbers, const Take& take) {
    for (std::size_t from = 0; from < numbers.size(); from += portion) {
        std::string text;
        for (const auto number : std::span(numbers).subspan(from, std::min(portion, numbers.size() - from))) text += fmt::format("{:020}", number);
        take(text);
    }
}

AbsenceRow read_absence(const db::Row& row) {
    return {row.get<std::int64_t>(0), row.get<std::int64_t>(1),
            {row.get<Id<Absence>>(2), row.get<AbsenceKind>(3), row.get<Date>(4), row.get<std::optional<Date>>(5), row.get<std::optional<std::string>>(6),
             row.get<std::optional<std::string>>(7)}};
}

std::string joined(const std::vector<Warning>& warnings) {
    std::string out;
    for (const auto each : warnings) out += (out.empty() ? "" : " ") + std::string(json::name_of(each));
    return out;
}

std::vector<Warning> parted(const std::string& text) {
    std::vector<Warning> out;
    for (std::size_t from = 0; from < text.size();) {
        const auto to = std::min(text.find(' ', from), text.size());
        if (const auto known = json::parse_name<Warning>(std::string_view(text).substr(from, to - from))) out.push_back(*known);
        from = to + 1;
    }
    return out;
}

NoticeRow read_notice(const db::Row& row) {
    NoticeRow out;
    out.number = row.get<std::int64_t>(0);
    out.person = row.get<std::int64_t>(1);
    out.notice.service = row.get<Id<catalogue::Service>>(2);
    out.notice.day = row.get<Date>(3);
    out.notice.fact = row.get<Id<ledger::Fact>>(4);
    out.notice.warnings = parted(row.get<std::string>(5));
    out.notice.planned = row.get<std::optional<int>>(6);
    out.notice.delivered = row.get<int>(7);
    out.notice.recorded_at = row.get<Instant>(8);
    return out;
}

}  // namespace

std::unordered_map<std::int64_t, Measure> measures(db::Tx& tx, const std::vector<std::int64_t>& positions) {
    std::unordered_map<std::int64_t, Measure> out;
    out.reserve(positions.size());
    in_portions(positions, [&](const std::string& text) {
        tx.each(measures_at, [&](const db::Row& row) { out.emplace(row.get<std::int64_t>(0), Measure{row.get<int>(1), row.get<int>(2)}); }, text);
    });
    return out;
}

std::vector<CellFact> facts_of(db::Tx& tx, const CellKey& cell) {
    return tx.list(cell_facts, [](const db::Row& row) {
        return CellFact{row.get<Id<ledger::Fact>>(0), row.get<int>(1), row.get<int>(2), row.get<ledger::Channel>(3), row.get<std::optional<Date>>(4),
                        row.get<Id<network::Organisation>>(5), row.get<std::optional<Id<network::StaffMember>>>(6), row.get<std::optional<Id<practices::Practice>>>(7)};
    }, cell.person, cell.home, cell.service, cell.day);
}

int delivered(db::Tx& tx, const CellKey& cell, Date first, Date last) {
    return static_cast<int>(tx.value<std::int64_t>(delivered_in, cell.person, cell.home, cell.service, first, last).value_or(0));
}

std::optional<std::int64_t> worker_number(db::Tx& tx, const Id<network::StaffMember>& worker) { return tx.value<std::int64_t>(staff_number, worker); }

std::vector<std::int64_t> workers_of(db::Tx& tx, const Id<network::Department>& department) {
    return tx.list(staff_of_department, [](const db::Row& row) { return row.get<std::int64_t>(0); }, department);
}

std::optional<AbsenceRow> find_absence(db::Tx& tx, const Id<Absence>& id) { return tx.find(absence_by_id, read_absence, id); }

std::vector<Absence> absences_of(db::Tx& tx, Number<people::Person> person) {
    return tx.list(absences_of_person, [](const db::Row& row) { return read_absence(row).absence; }, person);
}

std::multimap<std::int64_t, Absence> absences_in(db::Tx& tx, const std::vector<std::int64_t>& persons, Date first, Date last) {
    std::multimap<std::int64_t, Absence> out;
    in_portions(persons, [&](const std::string& text) {
        tx.each(absences_of_many, [&](const db::Row& row) {
            auto found = read_absence(row);
            out.emplace(found.person, std::move(found.absence));
        }, text, first, last);
    });
    return out;
}

Id<Absence> insert_absence(db::Tx& tx, Number<people::Person> person, Number<network::Organisation> organisation, const Absence& absence) {
    const auto id = tx.make_id<Absence>();
    tx.run(insert_absence_row, id, person, organisation, absence.kind, absence.from, absence.until, absence.note, tx.now(), tx.caller().account);
    return id;
}

void end_absence(db::Tx& tx, std::int64_t number, Date until) { tx.run(end_row, number, until); }

void withdraw_absence(db::Tx& tx, std::int64_t number, const std::string& reason) { tx.run(withdraw_row, number, reason); }

void insert_notice(db::Tx& tx, const CellKey& cell, const NoticeRow& row) {
    const auto& notice = row.notice;
    tx.run(insert_notice_row, cell.home, cell.person, cell.service, cell.day, notice.fact, joined(notice.warnings), notice.planned, notice.delivered, tx.now(), tx.caller().account);
}

std::vector<NoticeRow> notices(db::Tx& tx, Number<network::Organisation> organisation, std::int64_t before, int limit) {
    return tx.list(notices_of, read_notice, organisation, before, limit);
}

}  // namespace ryadom::journal::store
