// Consents, their texts, and the words of the region's lists.
#pragma once

#include "modules/people/consents.hpp"
#include "modules/people/people.hpp"

namespace ryadom::people::store {

struct ConsentTextRow {
    std::int64_t number;
    ConsentText text;
};
/// Every version of every purpose, the newest of a purpose first.
std::vector<ConsentText> consent_texts(db::Tx& tx);
std::optional<ConsentTextRow> find_consent_text(db::Tx& tx, const Id<ConsentText>& id);
std::optional<ConsentText> last_consent_text(db::Tx& tx, std::string_view purpose);
/// With the id and the version that it gets.
ConsentText insert_consent_text(db::Tx& tx, ConsentText text, std::int64_t version);

struct ConsentRow {
    std::int64_t number;
    std::int64_t turn;
    std::int64_t text;
    Consent consent;
};
/// The last recorded first, each with its state.
std::vector<ConsentRow> consents_of(db::Tx& tx, Number<Person> person);
void insert_consent(db::Tx& tx, Number<Person> person, const ConsentTextRow& text, std::int64_t turn, const ConsentGiven& given);
void insert_withdrawal(db::Tx& tx, Number<Person> person, std::int64_t consent, const ConsentWithdrawal& withdrawal);

std::optional<ListedWord> find_word(db::Tx& tx, ListKind kind, std::string_view code);
void insert_word(db::Tx& tx, const ListedWord& word);
/// False: not this revision.
bool update_word(db::Tx& tx, const ListedWord& word);

}  // namespace ryadom::people::store
