// A month of a centre reckoned from the ledger: the acts that it would have, and what earlier months came to since they were closed.
#pragma once

#include "modules/acts/acts.hpp"
#include "modules/acts/rules.hpp"

namespace ryadom::acts {

struct ReckonedAct {
    std::int64_t person = 0;
    Id<people::Person> id;
    std::string name;
    std::optional<std::string> contract;
    Bill bill;
};

struct ReckonedCorrection {
    std::int64_t person = 0;
    Id<people::Person> id;
    std::string name;
    Date about;                      ///< first day of the month
    std::optional<std::string> act;  ///< its number
    Causes causes;
    Bill before;
    Bill after;
};

struct Reckoned {
    Number<network::Organisation> organisation;
    Period month;
    ledger::image::Position position = 0;  ///< up to here the ledger was read
    std::int64_t assessment = 0;           ///< up to here assessments were
    std::string prices;                    ///< fingerprint of the tariffs
    i18n::Language language = i18n::Language::ru;
    std::string provider;
    std::string director;
    std::vector<ReckonedAct> acts;                ///< by name
    std::vector<ReckonedCorrection> corrections;  ///< by month and name
    Totals totals;
    std::vector<Problem> problems;
};

/// In a transaction of the system: a person who moved on meanwhile was served in the month all the same, and the act is the centre's.
/// Of whoever asks the caller of this function makes sure. `position`: as far as the image went before the transaction began, which may
/// know no later fact.
Reckoned reckon(db::Tx& tx, const ledger::image::Image& image, ledger::image::Position position, Number<network::Organisation> organisation, const Period& month,
                i18n::Language language);

/// The acts of a month as a read shows them, without corrections: for a month that is not over, or of one person.
Bill bill_of_person(db::Tx& tx, Number<network::Organisation> organisation, Number<people::Person> person, const Period& month, i18n::Language language);

}  // namespace ryadom::acts
