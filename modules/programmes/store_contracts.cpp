#include "modules/programmes/store.hpp"

namespace ryadom::programmes {
namespace {

constexpr db::Text contract_columns(
    "select c.number, c.person, c.id, c.label, p.id, o.id, g.id, c.concluded_on, c.since, c.until_on, c.last_on, c.form, c.signer, c.payment, c.payment_kopecks, "
    "c.ended_on, c.end_reason, c.end_note, c.revision from v_programmes_contract c join v_people_person p on p.number = c.person "
    "join v_network_organisation o on o.number = c.organisation join v_programmes_programme g on g.number = c.programme ");
constexpr db::Sql contracts_there =
    db::sql<contract_columns, "where c.organisation = $1 and c.last_on >= $2 and c.since <= $3 order by c.person, c.number">;
constexpr db::Sql contracts_for = db::sql<contract_columns, "where c.person = $1 and c.last_on >= $2 and c.since <= $3 order by c.number">;
constexpr db::Sql contract_by_id = db::sql<contract_columns, "where c.id = $1">;
constexpr db::Sql contracts_page = db::sql<contract_columns, "where c.organisation = $1 and c.number < $2 order by c.number desc limit $3">;
constexpr db::Sql contracts_of_programme = db::sql<contract_columns, "where c.programme = $1 order by c.number desc">;
constexpr db::Sql labels_of_year = "select count(label) from v_programmes_contract where organisation = $1 and year = $2";
constexpr db::Sql label_stands = "select number from v_programmes_contract where organisation = $1 and year = $2 and label = $3";
constexpr db::Sql insert_row =
    "insert into programmes_contract (id, programme, person, organisation, year, label, concluded_on, since, until_on, last_on, form, signer, payment, "
    "payment_kopecks, revision, recorded_on, account) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12, $13, 1, $14, $15)";
constexpr db::Sql end_row =
    "update programmes_contract set ended_on = $1, last_on = $1, end_reason = $2, end_note = $3, revision = revision + 1 where number = $4 and ended_on is null";

ContractRow read_contract(const db::Row& row) {
    Contract out;
    out.id = row.get<Id<Contract>>(2);
    out.number = row.get<std::string>(3);
    out.person = row.get<Id<people::Person>>(4);
    out.organisation = row.get<Id<network::Organisation>>(5);
    out.programme = row.get<Id<Programme>>(6);
    out.concluded_on = row.get<Date>(7);
    out.since = row.get<Date>(8);
    out.until = row.get<Date>(9);
    out.last_on = row.get<Date>(10);
    out.form = row.get<Form>(11);
    out.signer = row.get<std::optional<std::string>>(12);
    out.payment = row.get<Id<payment::Assessment>>(13);
    out.payment_kopecks = row.get<std::int64_t>(14);
    out.ended_on = row.get<std::optional<Date>>(15);
    out.end_reason = row.get<std::optional<std::string>>(16);
    out.end_note = row.get<std::optional<std::string>>(17);
    out.revision = row.get<std::int64_t>(18);
    return {row.get<Number<Contract>>(0), row.get<Number<people::Person>>(1), std::move(out)};
}

}  // namespace

std::vector<ContractRow> contracts(db::Tx& tx, Number<network::Organisation> organisation, Date first, Date last) {
    return tx.list(contracts_there, read_contract, organisation, first, last);
}

std::vector<ContractRow> contracts(db::Tx& tx, Number<people::Person> person, Date first, Date last) {
    return tx.list(contracts_for, read_contract, person, first, last);
}

namespace store {

Id<Contract> insert(db::Tx& tx, const ProgrammeRow& row, const NewContract& given, Number<network::Organisation> organisation, const std::string& number, Form form,
                    const payment::Assessment& payment, Date today) {
    const auto id = tx.make_id<Contract>();
    tx.run(insert_row, id, row.number, row.person, organisation, parts(given.concluded_on).year, number, given.concluded_on, given.since, given.until, form, given.signer,
           payment.id, payment.calculation.payment_kopecks, today, tx.caller().account);
    return id;
}

std::string next_number(db::Tx& tx, Number<network::Organisation> organisation, int year) {
    for (auto ordinal = *tx.value<std::int64_t>(labels_of_year, organisation, year) + 1;; ++ordinal) {
        auto number = number_of(ordinal, year);
        if (!tx.value<std::int64_t>(label_stands, organisation, year, number)) return number;
    }
}

std::optional<ContractRow> find_contract(db::Tx& tx, const Id<Contract>& id) { return tx.find(contract_by_id, read_contract, id); }

std::vector<ContractRow> contracts_of(db::Tx& tx, Number<network::Organisation> organisation, std::int64_t before, int limit) {
    return tx.list(contracts_page, read_contract, organisation, before, limit);
}

std::vector<ContractRow> contracts_on(db::Tx& tx, Number<Programme> programme) { return tx.list(contracts_of_programme, read_contract, programme); }

void end_contract(db::Tx& tx, Number<Contract> contract, const EndContract& given) { tx.run(end_row, given.ended_on, given.reason, given.note, contract); }

}  // namespace store
}  // namespace ryadom::programmes
