// What other modules may ask of months and acts: the demo region closes months with it.
#pragma once

#include "modules/acts/model.hpp"
#include "modules/ledger/ledger.hpp"

namespace ryadom::acts {

/// A month of a centre as it stands, reckoned to the end; nothing is written yet.
struct Reckoned;

/// What is told of a month that is closed.
struct Closed {
    Id<Closing> id;
    Totals totals;
    int corrections = 0;
};

/// Closes a month of a centre as a command does: reckons it from what the image holds up to a position, writes acts and corrections,
/// and the log.
Checked<Closed> close_month(db::Database& database, const ledger::image::Image& image, ledger::image::Position position, Number<network::Organisation> organisation, Date month,
                            i18n::Language language, const std::string& accepted, Date today);

/// Holds every act and correction against its hash, and every closed month against its own; the first that differs in words.
std::optional<std::string> verify_acts(db::Tx& tx);

}  // namespace ryadom::acts
