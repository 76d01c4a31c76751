// What the desk reads of two who are alike.
#pragma once

#include "modules/duplicates/model.hpp"
#include "platform/i18n/catalogue.hpp"

namespace ryadom::duplicates {

/// Of the probability, 1 to 99: nothing is certain.
int percent(double weight);
/// Reasons as a run or people wrote them, in the reader's words; a column that is no longer compared is left out.
std::vector<PairReason> told(const std::string& reasons, const i18n::Voice& voice);

}  // namespace ryadom::duplicates
