// Acts and correction records on paper: drawn from what was kept alone, so that they come out the same at any later time.
#pragma once

#include "modules/acts/requests.hpp"
#include "platform/documents/paper.hpp"
#include "platform/i18n/catalogue.hpp"

namespace ryadom::acts {

documents::Paper paper_of(const ActContent& act, const std::string& sha256, const i18n::Catalogue& texts);
documents::Paper paper_of(const CorrectionContent& correction, const std::string& sha256, const i18n::Catalogue& texts);

/// "октябрь 2026 г."
std::string month_in_words(Date month, const i18n::Voice& voice);
/// Why a closed month came to something else.
std::string causes_in_words(const Causes& causes, const i18n::Voice& voice);

}  // namespace ryadom::acts
