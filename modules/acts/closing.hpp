// Closing a month: everything is reckoned and written out before the transaction, which then only checks that nothing came between.
#pragma once

#include "modules/acts/store.hpp"

namespace ryadom::acts {

struct Draft {
    Reckoned reckoned;
    std::optional<Date> last_closed;
    std::int64_t last_act = 0;
    std::int64_t last_correction = 0;
    store::NewClosing closing;
    std::vector<store::StoredAct> acts;
    std::vector<store::StoredCorrection> corrections;
};

/// Reads in the name of the system; see `reckon`.
std::shared_ptr<const Draft> draft(db::Database& database, const ledger::image::Image& image, ledger::image::Position position, Number<network::Organisation> organisation,
                                   const Period& month, i18n::Language language, std::optional<std::string> accepted, Date today);

/// Writes it, unless the month was closed meanwhile. The log is the caller's.
Checked<Closed> close(db::Tx& tx, const Draft& draft);

/// Whether something is left that a centre would mend before.
bool clean(const std::vector<Problem>& problems);

}  // namespace ryadom::acts
