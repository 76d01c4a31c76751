#include "modules/plausibility/store.hpp"

namespace ryadom::plausibility::store {
namespace {

constexpr db::Text thresholds_text(
    "select t.number, t.day_minutes, t.late_facts, t.late_days, t.month_end_days, t.month_end_people, t.same_minutes_facts, t.weekend_facts, t.recorded_at, a.name "
    "from v_plausibility_thresholds t left join v_auth_account a on a.number = t.account ");
constexpr db::Sql thresholds_before_number = db::sql<thresholds_text, "where t.number < $1 order by t.number desc limit $2">;
constexpr db::Sql insert_thresholds =
    "insert into plausibility_thresholds (day_minutes, late_facts, late_days, month_end_days, month_end_people, same_minutes_facts, weekend_facts, recorded_at, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

constexpr db::Sql words_of_days =
    "select w.kind, w.organisation, w.worker, w.person, w.day, w.said, w.text, w.value, w.recorded_at, a.name from v_plausibility_word w "
    "left join v_auth_account a on a.number = w.account where w.day between $1 and $2 order by w.day, w.number";
constexpr db::Sql insert_word =
    "insert into plausibility_word (kind, organisation, worker, person, day, said, text, value, recorded_at, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

constexpr db::Sql channels_of_versions = "select version, channels from v_practices_version_service";
constexpr db::Sql worker_by_number = "select organisation, name from v_network_staff where number = $1";

ThresholdsView read_thresholds(const db::Row& row) {
    return {{row.get<int>(1), row.get<int>(2), row.get<int>(3), row.get<int>(4), row.get<int>(5), row.get<int>(6), row.get<int>(7)},
            row.get<Instant>(8), row.get<std::optional<std::string>>(9), row.get<std::int64_t>(0)};
}

}  // namespace

ThresholdsView thresholds(db::Tx& tx) { return thresholds_before(tx, INT64_MAX, 1).at(0); }

std::vector<ThresholdsView> thresholds_before(db::Tx& tx, std::int64_t before, int limit) {
    return tx.list(thresholds_before_number, read_thresholds, before, limit);
}

void put_thresholds(db::Tx& tx, const Thresholds& thresholds) {
    tx.run(insert_thresholds, thresholds.day_minutes, thresholds.late_facts, thresholds.late_days, thresholds.month_end_days, thresholds.month_end_people,
           thresholds.same_minutes_facts, thresholds.weekend_facts, tx.now(), tx.caller().account);
}

Key key_of(const Question& question) { return {question.kind, question.organisation, question.worker, question.person, question.day}; }

std::map<Key, std::vector<WordView>> words(db::Tx& tx, const Period& days) {
    std::map<Key, std::vector<WordView>> out;
    tx.each(words_of_days, [&](const db::Row& row) {
        const Key key{row.get<Kind>(0), row.get<std::int64_t>(1), row.get<std::int64_t>(2), row.get<std::int64_t>(3), row.get<Date>(4)};
        out[key].push_back({row.get<Said>(5), row.get<std::string>(6), row.get<std::int64_t>(7), row.get<Instant>(8), row.get<std::optional<std::string>>(9)});
    }, days.first, days.last);
    return out;
}

void say(db::Tx& tx, const Question& question, Said said, std::string_view text) {
    tx.run(insert_word, question.kind, question.organisation, question.worker, question.person, question.day, said, text, question.value, tx.now(),
           tx.caller().account);
}

std::unordered_set<std::uint16_t> centre_only_versions(db::Tx& tx) {
    std::unordered_set<std::uint16_t> out;
    std::unordered_set<std::uint16_t> elsewhere;
    tx.each(channels_of_versions, [&](const db::Row& row) {
        const auto version = row.get<std::uint16_t>(0);
        if (row.get<std::string>(1) == json::name_of(ledger::Channel::centre)) out.insert(version);
        else elsewhere.insert(version);
    });
    std::erase_if(out, [&](std::uint16_t version) { return elsewhere.contains(version); });
    return out;
}

std::optional<Worker> find_worker(db::Tx& tx, std::uint32_t number) {
    return tx.find(worker_by_number, [](const db::Row& row) { return Worker{row.get<std::int64_t>(0), row.get<std::string>(1)}; }, number);
}

}  // namespace ryadom::plausibility::store
