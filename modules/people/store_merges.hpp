// Merges as they are stored.
#pragma once

#include "modules/people/merges.hpp"

namespace ryadom::people::store {

/// What undoing a merge needs of it.
struct MergeRow {
    std::int64_t number = 0;
    Number<Person> person;
    Number<Person> survivor;
    std::string taken;
    bool undone = false;
};
std::optional<MergeRow> find_merge(db::Tx& tx, const Id<Merge>& id);

struct NewMerge {
    Id<Merge> id;
    Number<Person> person;
    Number<Person> survivor;
    std::string taken;
    std::optional<std::string> reason;
};
/// Keeps the merge, and that the person and all who were merged into it are the survivor now. The card leaves the register.
void insert_merge(db::Tx& tx, const NewMerge& merge);
/// The person and all who were merged into it stand by themselves again. False: another card has one of its numbers.
bool undo_merge(db::Tx& tx, const MergeRow& merge, std::int64_t revision, const std::string& reason);

/// Whoever serves one person of the human serves all of them; for a transaction that sees every attachment.
void derive_attachments(db::Tx& tx, Number<Person> human);

std::vector<Merge> merges_of(db::Tx& tx, Number<Person> human);

}  // namespace ryadom::people::store
