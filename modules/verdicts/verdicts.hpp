// What others may ask of the verdicts: how each statement that binds a centre came out.
#pragma once

#include "modules/verdicts/model.hpp"

#include <map>
#include <optional>
#include <string>

namespace ryadom::db {
class Database;
}

namespace ryadom::verdicts {

/// Either a practice or a listed service of a centre.
struct Delivery {
    Number<network::Organisation> organisation;
    std::optional<Number<practices::Practice>> practice;
    std::optional<Number<catalogue::Service>> service;
};

/// The outcome of each statement in its last full period, by id.
struct Outcomes {
    std::optional<Id<standards::Version>> standard;  ///< nothing: the package's own statements
    std::map<std::string, Outcome> statements;
};

/// As known at the end of `day`, or now; nothing while the practice is not under way there, or the service not provided. The same
/// for every reader, so that it is read with the scope of the system, and never inside a transaction of the caller.
std::optional<Outcomes> outcomes(const ledger::image::Image& image, rollout::Boards& boards, db::Database& database, const Delivery& delivery,
                                 std::optional<Date> day, Instant now);

/// Listed services to whose standards the centre is held, as known at the end of the day; read as the outcomes are.
std::vector<Number<catalogue::Service>> provided(const ledger::image::Image& image, db::Database& database, Number<network::Organisation> organisation, Date as_of);

}  // namespace ryadom::verdicts
