// Search over what the modules tell of their things. A module puts a document in the transaction that changes the thing;
// the index in memory (index.hpp) follows what was committed (docs/decisions/0005-search-in-memory.md).
#pragma once

#include "platform/db/schema.hpp"
#include "platform/db/transaction.hpp"
#include "platform/i18n/catalogue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ryadom::search {

/// What a thing says of itself in one language.
struct Text {
    i18n::Language language = i18n::Language::ru;
    std::string title;
    std::string keywords;  ///< other names, codes; found, never shown
    std::string body;
    bool operator==(const Text&) const = default;
};

struct Document {
    std::string kind;  ///< "practice": chosen as a filter, and a word of the pages ("search.kind.practice")
    Uuid id;
    std::vector<Text> texts;
    std::string path;            ///< of its page
    std::string permission;      ///< who lacks it does not find the thing; empty: all who are signed in
    std::int64_t organisation = 0;  ///< only within whose scope it is found; 0: in the whole region
    bool operator==(const Document&) const = default;
};

db::Schema schema();

/// Adds the document, or replaces the one of that kind and id.
void put(db::Tx& tx, const Document& document);
void remove(db::Tx& tx, std::string_view kind, const Uuid& id);
/// Whether nothing was ever put: what the modules have must then be put once.
bool is_empty(db::Tx& tx);

}  // namespace ryadom::search
