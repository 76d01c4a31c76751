#pragma once

#include "modules/plausibility/model.hpp"

namespace ryadom::plausibility::store {

/// The region's thresholds as they stand.
ThresholdsView thresholds(db::Tx& tx);
/// The newest first, those that stand among them.
std::vector<ThresholdsView> thresholds_before(db::Tx& tx, std::int64_t before, int limit);
void put_thresholds(db::Tx& tx, const Thresholds& thresholds);

/// What a question is about; what was said is found by it.
using Key = std::tuple<Kind, std::int64_t, std::int64_t, std::int64_t, Date>;  ///< kind, organisation, worker, person, day
Key key_of(const Question& question);

/// What was said to the questions of these days, within the caller's scope, oldest first.
std::map<Key, std::vector<WordView>> words(db::Tx& tx, const Period& days);
void say(db::Tx& tx, const Question& question, Said said, std::string_view text);

/// Versions of practices that are delivered in the centre and nowhere else.
std::unordered_set<std::uint16_t> centre_only_versions(db::Tx& tx);

struct Worker {
    std::int64_t organisation = 0;
    std::string name;
};
std::optional<Worker> find_worker(db::Tx& tx, std::uint32_t number);

}  // namespace ryadom::plausibility::store
