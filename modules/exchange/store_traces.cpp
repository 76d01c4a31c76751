// Materials and photos; decisions, and the links by which they are answered.
#include "modules/exchange/store.hpp"

#include "modules/exchange/found.hpp"

namespace ryadom::exchange::store {
namespace {

constexpr db::Text file_text(
    "select f.number, f.event, f.sha, f.id, f.kind, f.name, f.size, c.people, c.obtained_by from v_exchange_file f "
    "left join v_exchange_consent c on c.file = f.number ");
constexpr db::Sql files_by_event = db::sql<file_text, "where f.event = $1 order by f.number">;
constexpr db::Sql file_by_id = db::sql<file_text, "where f.id = $1">;
constexpr db::Sql insert_file_row =
    "insert into exchange_file (id, event, kind, name, sha, size, added_at, account) values ($1, $2, $3, $4, $5, $6, $7, $8) returning number";
constexpr db::Sql insert_consent = "insert into exchange_consent (file, host, people, obtained_by) values ($1, $2, $3, $4)";
constexpr db::Sql delete_consent = "delete from exchange_consent where file = $1";
constexpr db::Sql delete_file = "delete from exchange_file where number = $1";

constexpr db::Text decision_text(
    "select d.number, d.event, d.owner, d.practice, d.id, d.text, w.id, w.short_title, d.due, d.state, o.id, o.short_title, d.closed_on, d.reason, d.answer, "
    "d.answered_by, d.answered_at, d.revision, (select max(l.expires_at) from v_exchange_link l where l.decision = d.number and l.ended_at is null) "
    "from v_exchange_decision d join v_network_organisation w on w.number = d.owner left join v_network_organisation o on o.number = d.organisation ");
constexpr db::Sql decisions_by_event = db::sql<decision_text, "where d.event = $1 order by d.number">;
constexpr db::Sql decision_by_id = db::sql<decision_text, "where d.id = $1">;
constexpr db::Sql decision_by_number = db::sql<decision_text, "where d.number = $1">;
constexpr db::Sql insert_decision_row =
    "insert into exchange_decision (id, event, text, owner, due, state, practice, organisation, closed_on, reason, answer, answered_by, answered_at, revision) "
    "values ($1, $2, $3, $4, $5, 'open', $6, $7, null, '', '', '', null, 1)";
constexpr db::Sql change_decision =
    "update exchange_decision set text = $1, owner = $2, due = $3, practice = $4, organisation = $5, revision = revision + 1 "
    "where number = $6 and revision = $7 and state = 'open'";
constexpr db::Sql drop = "update exchange_decision set state = 'dropped', closed_on = $1, reason = $2, revision = revision + 1 where number = $3";
constexpr db::Sql answer =
    "update exchange_decision set state = $1, closed_on = $2, answer = $3, answered_by = $4, answered_at = $5, revision = revision + 1 where number = $6";

constexpr db::Sql insert_link_row = "insert into exchange_link (decision, token_hash, expires_at, ended_at) values ($1, $2, $3, null)";
constexpr db::Sql end_link_rows = "update exchange_link set ended_at = $1 where decision = $2 and ended_at is null";
constexpr db::Sql end_links_of_event =
    "update exchange_link set ended_at = $1 where ended_at is null and decision in (select number from v_exchange_decision where event = $2)";
constexpr db::Sql standing_link =
    "select l.decision, l.expires_at from v_exchange_link l join v_exchange_decision d on d.number = l.decision "
    "where l.token_hash = $1 and l.ended_at is null and l.expires_at > $2 and d.state = 'open'";

std::optional<std::string> said(const db::Row& row, int column) {
    auto text = row.get<std::string>(column);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

FileRow read_file(const db::Row& row) {
    FileRow out{row.get<Number<File>>(0), row.get<Number<Event>>(1), row.get<std::string>(2),
                {row.get<Id<File>>(3), row.get<FileKind>(4), row.get<std::string>(5), row.get<std::int64_t>(6), {}}};
    if (auto people = row.get<std::optional<std::string>>(7)) out.file.consent = Consent{std::move(*people), row.get<std::string>(8)};
    return out;
}

DecisionRow read_decision(const db::Row& row) {
    DecisionRow out{row.get<Number<Decision>>(0), row.get<Number<Event>>(1), row.get<Centre>(2), row.get<std::optional<Practice>>(3), {}};
    auto& decision = out.decision;
    decision.id = row.get<Id<Decision>>(4);
    decision.text = row.get<std::string>(5);
    decision.owner = {row.get<Uuid>(6), row.get<std::string>(7)};
    decision.due = row.get<Date>(8);
    decision.state = row.get<DecisionState>(9);
    if (const auto organisation = row.get<std::optional<Uuid>>(10)) decision.organisation = Named{*organisation, row.get<std::string>(11)};
    decision.closed_on = row.get<std::optional<Date>>(12);
    decision.reason = said(row, 13);
    decision.answer = said(row, 14);
    decision.answered_by = said(row, 15);
    decision.answered_at = row.get<std::optional<Instant>>(16);
    decision.revision = row.get<std::int64_t>(17);
    decision.link_until = row.get<std::optional<Instant>>(18);
    return out;
}

}  // namespace

std::vector<FileRow> files(db::Tx& tx, Number<Event> event) { return tx.list(files_by_event, read_file, event); }

std::optional<FileRow> find_file(db::Tx& tx, const Id<File>& id) { return tx.find(file_by_id, read_file, id); }

Id<File> insert_file(db::Tx& tx, const EventRow& event, const File& file, std::string_view sha) {
    const auto id = tx.make_id<File>();
    const auto number = tx.insert(insert_file_row, id, event.number, file.kind, file.name, sha, file.size, tx.now(), tx.caller().account);
    if (file.consent) tx.run(insert_consent, number, event.host, file.consent->people, file.consent->obtained_by);
    return id;
}

void remove_file(db::Tx& tx, Number<File> file) {
    tx.run(delete_consent, file);
    tx.run(delete_file, file);
}

std::vector<DecisionRow> decisions(db::Tx& tx, Number<Event> event) { return tx.list(decisions_by_event, read_decision, event); }

std::optional<DecisionRow> find_decision(db::Tx& tx, const Id<Decision>& id) { return tx.find(decision_by_id, read_decision, id); }

std::optional<DecisionRow> find_decision(db::Tx& tx, Number<Decision> number) { return tx.find(decision_by_number, read_decision, number); }

Id<Decision> insert_decision(db::Tx& tx, Number<Event> event, const DecisionSaid& said) {
    const auto id = tx.make_id<Decision>();
    tx.run(insert_decision_row, id, event, said.text, said.owner, said.due, said.practice, said.organisation);
    tell_search(tx, event);
    return id;
}

std::int64_t update_decision(db::Tx& tx, Number<Decision> decision, const DecisionSaid& said, std::int64_t revision) {
    const auto changed = tx.run(change_decision, said.text, said.owner, said.due, said.practice, said.organisation, decision, revision);
    if (changed != 0) tell_search(tx, must(find_decision(tx, decision)).event);
    return changed;
}

void drop_decision(db::Tx& tx, Number<Decision> decision, Date day, std::string_view reason) {
    tx.run(drop, day, reason, decision);
    tell_search(tx, must(find_decision(tx, decision)).event);
}

void answer_decision(db::Tx& tx, Number<Decision> decision, std::optional<Date> done_on, std::string_view text, std::string_view answered_by) {
    tx.run(answer, done_on ? DecisionState::done : DecisionState::open, done_on, text, answered_by, tx.now(), decision);
}

void insert_link(db::Tx& tx, Number<Decision> decision, std::string_view token_hash, Instant expires_at) {
    tx.run(insert_link_row, decision, token_hash, expires_at);
}

std::int64_t end_links(db::Tx& tx, Number<Decision> decision) { return tx.run(end_link_rows, tx.now(), decision); }

void end_links(db::Tx& tx, Number<Event> event) { tx.run(end_links_of_event, tx.now(), event); }

std::optional<LinkRow> find_link(db::Tx& tx, std::string_view token_hash) {
    return tx.find(standing_link, [](const db::Row& row) { return LinkRow{row.get<Number<Decision>>(0), row.get<Instant>(1)}; }, token_hash, tx.now());
}

}  // namespace ryadom::exchange::store
