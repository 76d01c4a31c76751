// Standards and their versions.
#include "modules/standards/store.hpp"

#include "modules/standards/found.hpp"

namespace ryadom::standards::store {
namespace {

constexpr db::Text standards_text(
    "select s.number, s.id, s.code, s.practice, s.service, r.order_number, r.order_date, r.day "
    "from v_standards_standard s left join v_standards_repeal r on r.standard = s.number ");
constexpr db::Sql standard_by_id = db::sql<standards_text, "where s.id = $1">;
constexpr db::Sql standard_by_number = db::sql<standards_text, "where s.number = $1">;
constexpr db::Sql standards_after = db::sql<standards_text, "where s.code > $1 order by s.code limit $2">;
constexpr db::Sql standards_of_practice = db::sql<standards_text, "where s.practice = $1 and s.code > $2 order by s.code limit $3">;
constexpr db::Text not_repealed("and not exists (select r.number from v_standards_repeal r where r.standard = s.number) limit 1");
constexpr db::Sql standing_of_practice = db::sql<"select s.number from v_standards_standard s where s.practice = $1 ", not_repealed>;
constexpr db::Sql standing_of_service = db::sql<"select s.number from v_standards_standard s where s.service = $1 ", not_repealed>;
constexpr db::Sql insert_standard_row =
    "insert into standards_standard (id, code, practice, service, created_at, account) values ($1, $2, $3, $4, $5, $6) returning number";
constexpr db::Sql insert_repeal =
    "insert into standards_repeal (standard, order_number, order_date, day, recorded_on, recorded_at, account) values ($1, $2, $3, $4, $5, $6, $7)";
constexpr db::Sql delete_standard = "delete from standards_standard where number = $1";

constexpr db::Text versions_text(
    "select v.number, v.standard, v.id, v.ordinal, v.sent_on, v.comments_until, v.ended_on, v.approved_on, v.in_force_from, v.ended_reason, "
    "v.order_number, v.order_date, v.title, v.revision, "
    "(select count(c.id) from v_standards_comment c where c.version = v.number), "
    "(select count(c.id) from v_standards_comment c where c.version = v.number and c.decision is null) from v_standards_version v ");
constexpr db::Sql versions_of = db::sql<versions_text, "where v.standard = $1 order by v.ordinal desc">;
constexpr db::Sql version_by_number = db::sql<versions_text, "where v.number = $1">;
constexpr db::Sql version_by_id = db::sql<versions_text, "where v.id = $1">;
constexpr db::Sql versions_since =
    db::sql<versions_text, "where v.approved_on is not null and v.in_force_from >= $1 order by v.in_force_from desc, v.number desc">;
constexpr db::Sql versions_asked = db::sql<versions_text, "where v.sent_on is not null and v.ended_on is null and v.approved_on is null "
                                                         "and v.comments_until >= $1 order by v.comments_until, v.number">;
constexpr db::Sql content_of = "select content from v_standards_version where number = $1";
constexpr db::Sql insert_version_row =
    "insert into standards_version (id, standard, ordinal, title, content, revision) values ($1, $2, $3, $4, $5, 1) returning number";
constexpr db::Sql change_content =
    "update standards_version set title = $1, content = $2, revision = revision + 1 where number = $3 and revision = $4 and approved_on is null";
constexpr db::Sql delete_version = "delete from standards_version where number = $1 and sent_on is null and approved_on is null";
constexpr db::Sql send_version =
    "update standards_version set sent_on = $1, comments_until = $2, ended_on = null, ended_reason = null, revision = revision + 1 "
    "where number = $3 and revision = $4 and approved_on is null";
constexpr db::Sql end_version = "update standards_version set ended_on = $1, ended_reason = $2, revision = revision + 1 where number = $3";
constexpr db::Sql approve_version =
    "update standards_version set order_number = $1, order_date = $2, in_force_from = $3, approved_on = $4, revision = revision + 1 "
    "where number = $5 and approved_on is null";

constexpr db::Sql addresses_of = "select clause, address from v_standards_clause where standard = $1";
constexpr db::Sql keep_address =
    "insert into standards_clause (standard, clause, address) values ($1, $2, $3) on conflict (standard, clause) do nothing";

constexpr db::Sql versions_in_force =
    "select v.standard, v.number, v.id, s.code, v.ordinal, s.practice, s.service, v.in_force_from, v.content from v_standards_version v "
    "join v_standards_standard s on s.number = v.standard where v.approved_on <= $1 and v.in_force_from <= $2 "
    "and not exists (select r.day from v_standards_repeal r where r.standard = v.standard and r.recorded_on <= $1 and r.day <= $2) "
    "and not exists (select n.id from v_standards_version n where n.standard = v.standard and n.approved_on <= $1 and n.in_force_from <= $2 "
    "and n.in_force_from > v.in_force_from) order by v.standard";

std::optional<Order> read_order(const db::Row& row, int column) {
    const auto number = row.get<std::optional<std::string>>(column);
    if (!number) return std::nullopt;
    return Order{*number, row.get<Date>(column + 1)};
}

StandardRow read_standard(const db::Row& row) {
    return {row.get<Number<Standard>>(0), row.get<Id<Standard>>(1), row.get<std::string>(2), row.get<std::optional<Number<practices::Practice>>>(3),
            row.get<std::optional<Number<catalogue::Service>>>(4), read_order(row, 5), row.get<std::optional<Date>>(7)};
}

template <class T>
T read_json(const std::string& text) {
    return must(json::read<T>(*json::parse(text, {64, 16U << 20U})));
}

VersionRow read_version(const db::Row& row) {
    return {row.get<Number<Version>>(0), row.get<Number<Standard>>(1), row.get<Id<Version>>(2), row.get<int>(3),
            {row.get<std::optional<Date>>(4), row.get<std::optional<Date>>(5), row.get<std::optional<Date>>(6), row.get<std::optional<Date>>(7),
             row.get<std::optional<Date>>(8)},
            row.get<std::optional<std::string>>(9), read_order(row, 10), read_json<practices::Line>(row.get<std::string>(12)), row.get<int>(14),
            row.get<int>(15), row.get<std::int64_t>(13)};
}

}  // namespace

std::optional<StandardRow> find_standard(db::Tx& tx, const Id<Standard>& id) { return tx.find(standard_by_id, read_standard, id); }

StandardRow standard(db::Tx& tx, Number<Standard> number) { return must(tx.find(standard_by_number, read_standard, number)); }

std::vector<StandardRow> standards(db::Tx& tx, std::string_view after, int limit) { return tx.list(standards_after, read_standard, after, limit); }

std::vector<StandardRow> standards(db::Tx& tx, Number<practices::Practice> practice, std::string_view after, int limit) {
    return tx.list(standards_of_practice, read_standard, practice, after, limit);
}

bool stands_already(db::Tx& tx, const StandardRow& row) {
    const auto found = row.practice ? tx.value<std::int64_t>(standing_of_practice, *row.practice) : tx.value<std::int64_t>(standing_of_service, row.service);
    return found.has_value();
}

StandardRow insert_standard(db::Tx& tx, StandardRow row) {
    row.id = tx.make_id<Standard>();
    row.number = {tx.insert(insert_standard_row, row.id, row.code, row.practice, row.service, tx.now(), tx.caller().account)};
    return row;
}

void repeal(db::Tx& tx, const StandardRow& row, const OrderRequest& request, Date today) {
    tx.run(insert_repeal, row.number, request.order.number, request.order.day, request.from, today, tx.now(), tx.caller().account);
    tell_search(tx, row.number);
}

void remove_standard(db::Tx& tx, Number<Standard> standard) { tx.run(delete_standard, standard); }

std::vector<VersionRow> versions(db::Tx& tx, Number<Standard> standard) { return tx.list(versions_of, read_version, standard); }

std::optional<VersionRow> find_version(db::Tx& tx, const Id<Version>& id) { return tx.find(version_by_id, read_version, id); }

VersionRow version(db::Tx& tx, Number<Version> number) { return must(tx.find(version_by_number, read_version, number)); }

Content content(db::Tx& tx, Number<Version> version) { return read_json<Content>(must(tx.value<std::string>(content_of, version))); }

VersionRow insert_version(db::Tx& tx, Number<Standard> standard, int ordinal, const Content& content) {
    VersionRow out{{}, standard, tx.make_id<Version>(), ordinal, {}, {}, {}, content.title, 0, 0, 1};
    out.number = {tx.insert(insert_version_row, out.id, standard, ordinal, json::to_json(content.title), json::to_json(content))};
    return out;
}

std::int64_t update_content(db::Tx& tx, const VersionRow& row, const Content& content) {
    const auto changed = tx.run(change_content, json::to_json(content.title), json::to_json(content), row.number, row.revision);
    if (changed != 0 && row.life.sent_on) tell_search(tx, row.standard);
    return changed;
}

void remove_version(db::Tx& tx, Number<Version> version) {
    remove_pilot(tx, version);
    tx.run(delete_version, version);
}

std::int64_t send(db::Tx& tx, const VersionRow& row, Date today, Date until) {
    const auto changed = tx.run(send_version, today, until, row.number, row.revision);
    if (changed != 0) tell_search(tx, row.standard);
    return changed;
}

void end_comments(db::Tx& tx, Number<Version> version, Date today, std::string_view reason) { tx.run(end_version, today, reason, version); }

void approve(db::Tx& tx, Number<Version> version, const OrderRequest& request, Date today) {
    tx.run(approve_version, request.order.number, request.order.day, request.from, today, version);
    tell_search(tx, store::version(tx, version).standard);
}

std::vector<VersionRow> approved_since(db::Tx& tx, Date from) { return tx.list(versions_since, read_version, from); }

std::vector<VersionRow> asked_until(db::Tx& tx, Date today) { return tx.list(versions_asked, read_version, today); }

Addresses addresses(db::Tx& tx, Number<Standard> standard) {
    Addresses out;
    tx.each(addresses_of, [&](const db::Row& row) { out.emplace(row.get<std::string>(0), row.get<std::string>(1)); }, standard);
    return out;
}

void keep_addresses(db::Tx& tx, Number<Standard> standard, const std::vector<Clause>& clauses) {
    for (const auto& clause : clauses) tx.run(keep_address, standard, clause.id, clause.address);
}

}  // namespace ryadom::standards::store

namespace ryadom::standards {

std::vector<InForce> in_force(db::Tx& tx, Date day, Date as_of) {
    return tx.list(store::versions_in_force, [](const db::Row& row) {
        return InForce{row.get<Number<Standard>>(0), row.get<Number<Version>>(1), row.get<Id<Version>>(2), row.get<std::string>(3), row.get<int>(4),
                       row.get<std::optional<Number<practices::Practice>>>(5), row.get<std::optional<Number<catalogue::Service>>>(6), row.get<Date>(7),
                       std::make_shared<const Content>(store::read_json<Content>(row.get<std::string>(8)))};
    }, as_of, day);
}

std::shared_ptr<const Content> text_of(db::Tx& tx, Number<Version> version) { return std::make_shared<const Content>(store::content(tx, version)); }

}  // namespace ryadom::standards
