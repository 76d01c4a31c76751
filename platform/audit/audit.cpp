#include "platform/audit/audit.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_audit_migrations();
}

namespace ryadom::audit {
namespace {

constexpr db::Sql insert_record =
    "insert into audit_record (at, account, organisation, request, action, object, person, detail) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr db::Sql insert_showing =
    "insert into audit_record (at, account, organisation, request, action, object, person, detail) "
    "values ($1, $2, $3, $4, $5, null, $6, $7) returning number";
constexpr db::Sql insert_shown = "insert into audit_shown (person, record) values ($1, $2)";
constexpr db::Sql some_details =
    "select c.position, r.number, r.person, r.detail from v_audit_chain c join v_audit_record r on r.number = c.record "
    "where c.position > $1 order by c.position limit 1000";
constexpr db::Sql finds = "select record from v_audit_shown where person = $1 and record = $2";
constexpr db::Sql count_shown = "select count(record) from v_audit_shown";
constexpr db::Sql last_link = "select position, hash from v_audit_chain order by position desc limit 1";
constexpr db::Sql insert_link = "insert into audit_chain (position, record, hash) values ($1, $2, $3)";
constexpr db::Sql unchained =
    "select o.position, r.number, r.at, r.account, r.organisation, r.request, r.action, r.object, r.person, r.detail "
    "from v_audit_record_order o join v_audit_record r on r.number = o.number where o.position > $1 order by o.position";
constexpr db::Sql links =
    "select c.position, c.record, c.hash, r.number, r.at, r.account, r.organisation, r.request, r.action, r.object, r.person, r.detail "
    "from v_audit_chain c left join v_audit_record r on r.number = c.record order by c.position";
constexpr db::Sql unchained_record =
    "select min(o.position) from v_audit_record_order o left join v_audit_chain c on c.position = o.position and c.record = o.number "
    "where c.position is null";

/// One way to spell a record, whatever the engine gives back: every part with its length before it.
std::string canonical(const db::Row& row, int first) {
    std::string out;
    const auto part = [&](std::string_view text) { out += std::to_string(text.size()) + ":" + std::string(text); };
    part(std::to_string(row.get<std::int64_t>(first)));
    part(to_string(row.get<Instant>(first + 1)));
    part(std::to_string(row.get<std::int64_t>(first + 2)));
    part(std::to_string(row.get<std::int64_t>(first + 3)));
    part(row.get<std::string>(first + 4));
    part(row.get<std::string>(first + 5));
    part(row.get<std::optional<std::string>>(first + 6).value_or("-"));
    part(row.get<std::optional<std::string>>(first + 7).value_or("-"));
    part(row.get<std::string>(first + 8));
    return out;
}

Sha256 link(const Sha256& previous, const std::string& record) { return sha256(std::string(view(previous)) + record); }

Sha256 to_hash(const std::string& bytes) {
    Sha256 hash{};
    if (bytes.size() == hash.size()) std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

constexpr std::string_view persons_field = "persons";

/// Who finds the record by having been shown.
std::vector<std::string> shown_in(const std::optional<std::string>& about, const std::string& detail) {
    std::vector<std::string> out;
    // Most records show nobody.
    if (detail.find(persons_field) == std::string::npos) return out;
    const auto parsed = json::parse(detail);
    const auto* field = parsed ? parsed->find(persons_field) : nullptr;
    const auto* persons = field ? field->as<json::Array>() : nullptr;
    if (!persons) return out;
    for (const auto& each : *persons)
        if (const auto* person = each.as<std::string>(); person && *person != about) out.push_back(*person);
    return out;
}

struct Showing {
    std::int64_t position;
    std::int64_t record;
    std::vector<std::string> persons;
};

/// The next records of the chain with whom they show.
std::vector<Showing> showings_after(db::Tx& tx, std::int64_t position) {
    return tx.list(some_details, [](const db::Row& row) {
        return Showing{row.get<std::int64_t>(0), row.get<std::int64_t>(1),
                       shown_in(row.get<std::optional<std::string>>(2), row.get<std::string>(3))};
    }, position);
}

/// The records hold whom they showed, and are chained: what the persons find is held against them.
std::optional<Fault> verify_shown(db::Tx& tx) {
    std::int64_t shown = 0;
    std::int64_t position = 0;
    for (auto some = showings_after(tx, position); !some.empty(); some = showings_after(tx, position)) {
        for (const auto& showing : some)
            for (const auto& person : showing.persons)
                if (!tx.value<std::int64_t>(finds, person, showing.record)) return Fault{showing.position, "shown person not found"};
        for (const auto& showing : some) shown += std::ssize(showing.persons);
        position = some.back().position;
    }
    if (tx.value<std::int64_t>(count_shown) != shown) return Fault{position + 1, "shown person in no record"};
    return std::nullopt;
}

}  // namespace

db::Schema schema() {
    using db::Dimension;
    return {"audit", db::migrations(embedded_audit_migrations()),
            {{"audit_record", Dimension::records, "{organisation}"},
             {"audit_shown", Dimension::records, "exists (select 1 from audit_record r where r.number = audit_shown.record and {r.organisation})"},
             {"audit_chain", Dimension::open, ""}},
            {"audit_record", "audit_shown", "audit_chain"},
            {"audit_record"}};
}

void record(db::Tx& tx, std::string_view action, std::optional<Uuid> object, std::optional<Uuid> person, std::string_view detail) {
    const auto& caller = tx.caller();
    tx.run(insert_record, tx.now(), caller.account, caller.organisation, caller.request, action, object, person, detail);
}

void record_shown(db::Tx& tx, std::string_view action, const std::set<Uuid>& persons, json::Object detail, std::optional<Uuid> person) {
    json::Array ids;
    for (const auto& each : persons) ids.emplace_back(to_string(each));
    detail.push_back({std::string(persons_field), std::move(ids)});
    const auto& caller = tx.caller();
    const auto number = tx.insert(insert_showing, tx.now(), caller.account, caller.organisation, caller.request, action, person, json::write(detail));
    for (const auto& each : persons)
        if (each != person) tx.run(insert_shown, each, number);
}

Head head(db::Tx& tx) {
    return tx.find(last_link, [](const db::Row& row) { return Head{row.get<std::int64_t>(0), to_hash(row.bytes(1))}; }).value_or(Head{});
}

void chain(db::Tx& tx) {
    auto last = head(tx);
    struct Link {
        std::int64_t position;
        std::int64_t record;
        Sha256 hash;
    };
    const auto added = tx.list(unchained, [&](const db::Row& row) {
        last = {row.get<std::int64_t>(0), link(last.hash, canonical(row, 1))};
        return Link{last.position, row.get<std::int64_t>(1), last.hash};
    }, last.position);
    for (const auto& each : added) tx.run(insert_link, each.position, each.record, db::Bytes{view(each.hash)});
}

std::optional<Fault> verify(db::Tx& tx, const std::optional<Head>& known) {
    std::optional<Fault> fault;
    Head last;
    bool reached = !known || known->position == 0;
    tx.each(links, [&](const db::Row& row) {
        if (fault) return;
        const auto position = row.get<std::int64_t>(0);
        if (position != last.position + 1) {
            fault = Fault{last.position + 1, "link missing"};
            return;
        }
        if (!row.get<std::optional<std::int64_t>>(3)) {
            fault = Fault{position, "record missing"};
            return;
        }
        last = {position, link(last.hash, canonical(row, 3))};
        if (last.hash != to_hash(row.bytes(2))) fault = Fault{position, "record changed"};
        if (known && known->position == position && known->hash != last.hash) fault = Fault{position, "log rewritten"};
        reached = reached || (known && known->position == position);
    });
    if (fault) return fault;
    if (const auto position = tx.value<std::optional<std::int64_t>>(unchained_record); position && *position)
        return Fault{**position, "record not chained"};
    if (!reached) return Fault{last.position + 1, "log cut off"};
    return verify_shown(tx);
}

}  // namespace ryadom::audit
