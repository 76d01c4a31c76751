#include "modules/payment/store.hpp"

namespace ryadom::payment {
namespace {

/// How an open end is stored.
const Date open_end = *make_date(9999, 12, 31);

constexpr db::Text norms(
    "select n.id, n.kind, s.id, n.area, n.subject, n.amount_kopecks, n.limit_percent, n.share_percent, n.cap_percent, n.ground, n.valid_from, n.valid_to, "
    "n.recorded_on, n.withdrawn_reason from v_payment_norm n left join v_catalogue_service s on s.number = n.service ");
constexpr db::Sql norm_by_id = db::sql<norms, "where n.id = $1">;
constexpr db::Sql norms_in_force =
    db::sql<norms, "where n.valid_to >= $1 and n.valid_from <= $1 and n.withdrawn_on is null order by n.kind, s.code, n.subject, n.area, n.number">;
constexpr db::Sql norms_since_day = db::sql<norms, "where n.valid_to >= $1 and n.withdrawn_on is null order by n.valid_to, n.valid_from">;
constexpr db::Text newest_first("order by n.valid_from desc, n.number desc");
constexpr db::Sql history_of_service = db::sql<norms, "where n.kind = $1 and n.service = $2 and n.subject = '' ", newest_first>;
constexpr db::Sql history_of_subject = db::sql<norms, "where n.kind = $1 and n.service is null and n.subject = $2 ", newest_first>;
constexpr db::Sql insert_row =
    "insert into payment_norm (id, kind, service, subject, area, amount_kopecks, limit_percent, share_percent, cap_percent, ground, valid_from, valid_to, "
    "recorded_at, recorded_on, account) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
constexpr db::Sql end_row = "update payment_norm set valid_to = $1 where id = $2";
constexpr db::Sql withdraw_row = "update payment_norm set withdrawn_on = $1, withdrawn_reason = $2 where id = $3 and withdrawn_on is null";

constexpr db::Sql categories_of_person =
    "select code from v_people_category where person = $1 and since <= $2 and (until_on is null or until_on >= $2) order by place";
constexpr db::Sql every_category = "select code, title_ru, title_kk, title_en from v_people_listed_word where kind = 'category' order by number";

std::string subject_of(const std::optional<PopulationGroup>& group, const std::optional<std::string>& category) {
    return group ? std::string(json::name_of(*group)) : category.value_or("");
}

NormValue read_value(const db::Row& row) {
    NormValue out;
    out.kind = row.get<NormKind>(1);
    out.service = row.get<std::optional<Id<catalogue::Service>>>(2);
    out.area = row.get<std::optional<Area>>(3);
    if (out.kind == NormKind::subsistence_minimum) out.group = row.get<PopulationGroup>(4);
    if (out.kind == NormKind::free_category) out.category = row.get<std::string>(4);
    out.amount_kopecks = row.get<std::optional<std::int64_t>>(5);
    if (out.kind == NormKind::payment_rule) out.rule = PaymentRule{row.get<int>(6), row.get<int>(7), row.get<int>(8)};
    return out;
}

Norm read_norm(const db::Row& row) {
    const auto last = row.get<Date>(11);
    return {row.get<Id<Norm>>(0), read_value(row), row.get<std::string>(9), row.get<Date>(10), last == open_end ? std::nullopt : std::optional(last),
            row.get<Date>(12), row.get<std::optional<std::string>>(13)};
}

std::optional<Number<catalogue::Service>> number_of(db::Tx& tx, const std::optional<Id<catalogue::Service>>& service) {
    if (!service) return std::nullopt;
    return must(catalogue::find_service(tx, *service)).number;
}

}  // namespace

std::vector<Norm> norms_on(db::Tx& tx, Date day) { return tx.list(norms_in_force, read_norm, day); }

namespace store {

std::optional<Norm> find_norm(db::Tx& tx, const Id<Norm>& id) { return tx.find(norm_by_id, read_norm, id); }

std::vector<Norm> norms_since(db::Tx& tx, Date day) { return tx.list(norms_since_day, read_norm, day); }

std::vector<Norm> history(db::Tx& tx, const HistoryFilter& place) {
    if (const auto service = number_of(tx, place.service)) return tx.list(history_of_service, read_norm, place.kind, *service);
    return tx.list(history_of_subject, read_norm, place.kind, subject_of(place.group, place.category));
}

Norm insert_norm(db::Tx& tx, const NewNorms& act, const NormValue& value, Date today) {
    const auto id = tx.make_id<Norm>();
    const auto percent = [&](int PaymentRule::* part) { return value.rule ? std::optional((*value.rule).*part) : std::nullopt; };
    tx.run(insert_row, id, value.kind, number_of(tx, value.service), subject_of(value.group, value.category), value.area, value.amount_kopecks,
           percent(&PaymentRule::limit_percent), percent(&PaymentRule::share_percent), percent(&PaymentRule::cap_percent), act.ground, act.valid_from,
           act.valid_to.value_or(open_end), tx.now(), today, tx.caller().account);
    return {id, value, act.ground, act.valid_from, act.valid_to, today, {}};
}

void end_norm(db::Tx& tx, const Ended& ended) { tx.run(end_row, ended.last, ended.norm); }

bool withdraw_norm(db::Tx& tx, const Id<Norm>& id, const std::string& reason, Date today) { return tx.run(withdraw_row, today, reason, id) == 1; }

std::vector<std::string> categories_on(db::Tx& tx, Number<people::Person> person, Date day) {
    return tx.list(categories_of_person, [](const db::Row& row) { return row.get<std::string>(0); }, person, day);
}

std::vector<Category> categories(db::Tx& tx) {
    return tx.list(every_category, [](const db::Row& row) {
        Category out{row.get<std::string>(0), {{"ru", row.get<std::string>(1)}}};
        if (auto kk = row.get<std::optional<std::string>>(2)) out.titles.emplace("kk", std::move(*kk));
        if (auto en = row.get<std::optional<std::string>>(3)) out.titles.emplace("en", std::move(*en));
        return out;
    });
}

}  // namespace store
}  // namespace ryadom::payment
