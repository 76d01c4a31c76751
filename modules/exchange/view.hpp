// An event as one reader is shown it.
#pragma once

#include "modules/exchange/store.hpp"
#include "platform/http/call.hpp"

#include <map>

namespace ryadom::exchange {

/// Titles of practices in the language of a reader; also of those that were withdrawn since.
class Titles {
  public:
    explicit Titles(i18n::Language language) : language_(language) {}
    Named of(db::Tx& tx, store::Practice practice);

  private:
    i18n::Language language_;
    std::map<std::int64_t, Named> known_;
};

/// Today at the host.
Date today_at(db::Tx& tx, store::Centre host);
EventView event_view(db::Tx& tx, const store::EventRow& row, i18n::Language language);
Decision decision_view(db::Tx& tx, store::DecisionRow row, Date today, Titles& titles);

/// The event of the path, which its host and the region may work on; for everybody else it is absent.
store::EventRow hosted(db::Tx& tx, const Id<Event>& id);
/// The number of a practice of the bank, or a refusal at that place of the input.
store::Practice practice_at(db::Tx& tx, const Id<practices::Practice>& id, const std::string& pointer);
store::Centre organisation_at(db::Tx& tx, const Id<network::Organisation>& id, const std::string& pointer);

}  // namespace ryadom::exchange
