#include "modules/people/store_consents.hpp"

#include "modules/people/merges.hpp"
#include "modules/people/store.hpp"

#include <set>
#include <tuple>

namespace ryadom::people {
namespace store {
namespace {

using Text = std::optional<std::string>;
using Words = std::map<std::string, std::string>;

constexpr db::Text text_columns(
    "select number, id, purpose, version, title_ru, title_kk, title_en, recipient_ru, recipient_kk, recipient_en, body_ru, body_kk, body_en, oral, since, sample "
    "from v_people_consent_text ");
constexpr db::Sql every_text = db::sql<text_columns, "order by purpose, version desc">;
constexpr db::Sql text_by_id = db::sql<text_columns, "where id = $1">;
constexpr db::Sql last_text = db::sql<text_columns, "where purpose = $1 order by version desc limit 1">;
constexpr db::Sql insert_text =
    "insert into people_consent_text (id, purpose, version, title_ru, title_kk, title_en, recipient_ru, recipient_kk, recipient_en, body_ru, body_kk, body_en, "
    "oral, since, sample, account, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, false, $15, $16)";

constexpr db::Sql every_consent =
    db::sql<"select c.number, c.turn, c.text, c.id, c.purpose, t.id, c.given_on, c.channel, c.witness, p.id, c.giver_name, c.giver_authority, c.giver_document, "
    "w.withdrawn_on, w.channel, w.reason from v_people_consent c join v_people_consent_text t on t.number = c.text "
    "left join v_people_person p on p.number = c.giver left join v_people_consent_withdrawal w on w.consent = c.number "
    "where ", of_human<"c.person">, "order by c.number desc">;
constexpr db::Sql insert_given =
    "insert into people_consent (id, person, purpose, turn, text, given_on, channel, witness, giver, giver_name, giver_authority, giver_document, account, at) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
constexpr db::Sql insert_withdrawn =
    "insert into people_consent_withdrawal (consent, person, withdrawn_on, channel, reason, account, at) values ($1, $2, $3, $4, $5, $6, $7)";

// The last one given by that day counts, also where it was withdrawn: the one before it does not rise again.
constexpr db::Sql stands_on =
    db::sql<"select c.number from v_people_consent c where ", of_human<"c.person">, "and c.purpose = $2 and c.given_on <= $3 order by c.number desc limit 1">;
constexpr db::Sql withdrawn_by = "select withdrawn_on from v_people_consent_withdrawal where consent = $1";

constexpr db::Sql word_by_code =
    "select kind, code, title_ru, title_kk, title_en, since, until_on, revision from v_people_listed_word where kind = $1 and code = $2";
constexpr db::Sql insert_listed =
    "insert into people_listed_word (kind, code, title_ru, title_kk, title_en, since, until_on) values ($1, $2, $3, $4, $5, $6, $7)";
constexpr db::Sql update_listed =
    "update people_listed_word set title_ru = $3, title_kk = $4, title_en = $5, until_on = $6, revision = revision + 1 "
    "where kind = $1 and code = $2 and revision = $7";

Text in(const Words& words, const char* language) {
    const auto found = words.find(language);
    return found == words.end() ? std::nullopt : Text(found->second);
}

/// Three columns from `first` on: Russian, Kazakh, English.
Words read_words(const db::Row& row, int first) {
    Words out{{"ru", row.get<std::string>(first)}};
    if (auto kk = row.get<Text>(first + 1)) out.emplace("kk", std::move(*kk));
    if (auto en = row.get<Text>(first + 2)) out.emplace("en", std::move(*en));
    return out;
}

ConsentTextRow read_text(const db::Row& row) {
    return {row.get<std::int64_t>(0),
            {row.get<Id<ConsentText>>(1), row.get<std::string>(2), row.get<std::int64_t>(3), read_words(row, 4), read_words(row, 7), read_words(row, 10),
             row.get<bool>(13), row.get<Date>(14), row.get<bool>(15)}};
}

ConsentRow read_consent(const db::Row& row) {
    ConsentRow out{row.get<std::int64_t>(0), row.get<std::int64_t>(1), row.get<std::int64_t>(2), {}};
    auto& consent = out.consent;
    consent.id = row.get<Id<Consent>>(3);
    consent.purpose = row.get<std::string>(4);
    consent.given = ConsentGiven{row.get<Id<ConsentText>>(5), row.get<Date>(6), row.get<ConsentChannel>(7), row.get<Text>(8), {}};
    if (const auto authority = row.get<std::optional<Authority>>(11))
        consent.given.giver = ConsentGiver{row.get<std::optional<Id<Person>>>(9), row.get<Text>(10), *authority, row.get<std::string>(12)};
    if (const auto day = row.get<std::optional<Date>>(13)) consent.withdrawal = ConsentWithdrawal{*day, row.get<ConsentChannel>(14), row.get<Text>(15)};
    return out;
}

}  // namespace

std::vector<ConsentText> consent_texts(db::Tx& tx) {
    return tx.list(every_text, [](const db::Row& row) { return read_text(row).text; });
}

std::optional<ConsentTextRow> find_consent_text(db::Tx& tx, const Id<ConsentText>& id) { return tx.find(text_by_id, read_text, id); }

std::optional<ConsentText> last_consent_text(db::Tx& tx, std::string_view purpose) {
    return tx.find(last_text, [](const db::Row& row) { return read_text(row).text; }, purpose);
}

ConsentText insert_consent_text(db::Tx& tx, ConsentText text, std::int64_t version) {
    text.id = tx.make_id<ConsentText>();
    text.version = version;
    text.sample = false;
    const auto& [titles, recipients, bodies] = std::tie(text.titles, text.recipients, text.bodies);
    tx.run(insert_text, text.id, text.purpose, text.version, titles.at("ru"), in(titles, "kk"), in(titles, "en"), recipients.at("ru"), in(recipients, "kk"),
           in(recipients, "en"), bodies.at("ru"), in(bodies, "kk"), in(bodies, "en"), text.oral, text.since, tx.caller().account, tx.now());
    return text;
}

std::vector<ConsentRow> consents_of(db::Tx& tx, Number<Person> person) {
    auto out = tx.list(every_consent, read_consent, person);
    std::set<std::string_view> later;
    for (auto& each : out) {
        auto& consent = each.consent;
        const bool last = later.insert(consent.purpose).second;
        consent.state = consent.withdrawal ? ConsentState::withdrawn : last ? ConsentState::stands : ConsentState::replaced;
    }
    return out;
}

void insert_consent(db::Tx& tx, Number<Person> person, const ConsentTextRow& text, std::int64_t turn, const ConsentGiven& given) {
    std::optional<Number<Person>> giver;
    Text name;
    Text document;
    std::optional<Authority> authority;
    if (given.giver) {
        if (given.giver->person) giver = number_of(tx, *given.giver->person);
        name = given.giver->name;
        authority = given.giver->authority;
        document = given.giver->document;
    }
    tx.run(insert_given, tx.make_id<Consent>(), person, text.text.purpose, turn, text.number, given.given_on, given.channel, given.witness, giver, name, authority,
           document, tx.caller().account, tx.now());
}

void insert_withdrawal(db::Tx& tx, Number<Person> person, std::int64_t consent, const ConsentWithdrawal& withdrawal) {
    tx.run(insert_withdrawn, consent, person, withdrawal.withdrawn_on, withdrawal.channel, withdrawal.reason, tx.caller().account, tx.now());
}

std::optional<ListedWord> find_word(db::Tx& tx, ListKind kind, std::string_view code) {
    return tx.find(word_by_code, [](const db::Row& row) {
        return ListedWord{row.get<ListKind>(0), row.get<std::string>(1), read_words(row, 2), row.get<Date>(5), row.get<std::optional<Date>>(6), row.get<std::int64_t>(7)};
    }, kind, code);
}

void insert_word(db::Tx& tx, const ListedWord& word) {
    tx.run(insert_listed, word.kind, word.code, word.titles.at("ru"), in(word.titles, "kk"), in(word.titles, "en"), word.since, word.until);
}

bool update_word(db::Tx& tx, const ListedWord& word) {
    return tx.run(update_listed, word.kind, word.code, word.titles.at("ru"), in(word.titles, "kk"), in(word.titles, "en"), word.until, word.revision) == 1;
}

}  // namespace store

bool consented(db::Tx& tx, Number<Person> person, std::string_view purpose, Date day) {
    const auto last = tx.value<std::int64_t>(store::stands_on, person, purpose, day);
    if (!last) return false;
    const auto withdrawn = tx.value<Date>(store::withdrawn_by, *last);
    return !withdrawn || day < *withdrawn;
}

}  // namespace ryadom::people
