#pragma once

#include "modules/requests/model.hpp"

namespace ryadom::requests::store {

/// A request as it is stored, with the ids that a page shows.
struct Row {
    Asked asked;
    Id<Request> id;
    Id<network::Organisation> organisation;
    Id<catalogue::Service> service;
    std::optional<std::string> words;
};

std::optional<Row> find(db::Tx& tx, const Id<Request>& id);
/// Those not withdrawn, the longest wait first.
std::vector<Row> standing(db::Tx& tx, const std::vector<std::int64_t>& organisations);
/// The same of one person, wherever the caller sees them.
std::vector<Row> standing_of(db::Tx& tx, Number<people::Person> person);
/// Nothing when that request stands already.
std::optional<Id<Request>> insert(db::Tx& tx, const Noted& request);
std::vector<Reason> reasons(db::Tx& tx);

}  // namespace ryadom::requests::store
