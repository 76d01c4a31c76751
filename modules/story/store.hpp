// What each module tells of a person.
#pragma once

#include "modules/people/people.hpp"
#include "modules/story/rules.hpp"
#include "platform/db/transaction.hpp"
#include "platform/i18n/catalogue.hpp"

#include <vector>

namespace ryadom::story::store {

/// Of a source, the rest behind a place, the newest first, as far as the caller may see.
struct Ask {
    Number<people::Person> person;
    Rest rest;
    int limit;
};

struct Row {
    Place place;
    Event event;
};

/// Every source but the card, which stands in the log.
std::vector<Row> rows_of(db::Tx& tx, Source source, const Ask& ask, const i18n::Voice& voice);

/// That the card was registered or changed; only a transaction of the system sees the log. `zone`: where days are counted.
std::vector<Row> card_rows(db::Tx& tx, const Ask& ask, const i18n::Voice& voice, const std::string& zone);

}  // namespace ryadom::story::store
