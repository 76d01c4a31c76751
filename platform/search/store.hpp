// What the index reads to follow the database. Seen inside platform/search only.
#pragma once

#include "platform/search/search.hpp"

namespace ryadom::search::store {

struct Change {
    std::int64_t position;
    std::string kind;
    Uuid id;
};

std::int64_t last_position(db::Tx& tx);
std::vector<Document> all(db::Tx& tx);
std::optional<Document> find(db::Tx& tx, std::string_view kind, const Uuid& id);
/// The next ones: some hundreds at once, so that the engine walks from the place and reads nothing whole.
std::vector<Change> changes_after(db::Tx& tx, std::int64_t position);

}  // namespace ryadom::search::store
