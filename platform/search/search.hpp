// Search over what the modules tell of their things. A module puts a document in the transaction that changes the thing;
// the index in memory (index.hpp) follows what was committed (docs/decisions/0005-search-in-memory.md).
#pragma once

#include "platform/db/schema.hpp"
#include "platform/db/transaction.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/time/time.hpp"

#include <optional>
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
    std::optional<std::string> within{};  ///< title of what it is a part of; shown, never found
    bool operator==(const Text&) const = default;
};

struct Document {
    std::string kind;  ///< "practice": chosen as a filter, and a word of the pages ("search.kind.practice")
    Uuid id;
    std::vector<Text> texts;
    std::string path;            ///< of its page
    std::string permission;      ///< who lacks it does not find the thing; empty: all who are signed in
    std::int64_t organisation = 0;  ///< only within whose scope it is found; 0: in the whole region
    std::optional<Date> from{};   ///< the first day on which it is found
    std::optional<Date> until{};  ///< the last one
    bool operator==(const Document&) const = default;
};

db::Schema schema();

/// Adds the document, or replaces the one of that kind and id.
void put(db::Tx& tx, const Document& document);
void remove(db::Tx& tx, std::string_view kind, const Uuid& id);
/// Puts what a thing says of itself and of its parts, and removes what it said before and says no longer.
void put_all(db::Tx& tx, const Uuid& owner, const std::vector<Document>& documents);
/// Whether there is a document of the kind: if not, what its module has must be put once.
bool holds(db::Tx& tx, std::string_view kind);

}  // namespace ryadom::search
