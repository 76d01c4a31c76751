// Who asked for what and when: the beginning of every wait. The first fact ends it, or a withdrawal.
#pragma once

#include "modules/catalogue/catalogue.hpp"
#include "modules/network/network.hpp"
#include "modules/people/people.hpp"
#include "platform/db/transaction.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ryadom::requests {

struct Asked {
    std::int64_t number;
    std::int64_t person;
    std::int64_t service;
    std::int64_t organisation;
    Date asked_on;
    Date recorded_on;
    std::optional<Date> withdrawn_on;
    std::string withdrawal_reason;  ///< its code: "died", "moved"…; empty while it stands
};

/// Requests made on these days, as recorded by the end of `as_of`; nothing for organisations: the whole region. By
/// organisation and day.
std::vector<Asked> asked(db::Tx& tx, const std::optional<std::vector<std::int64_t>>& organisations, Date first, Date last, Date as_of);

/// What a fact says about the wait before it.
struct Noted {
    std::int64_t person;
    std::int64_t service;
    std::int64_t organisation;
    Date asked_on;
    Date recorded_on;
};
/// Notes the request unless it is known: the desk enters no day twice. Also for whoever records for another centre.
void note(db::Tx& tx, const Noted& request);

/// Handed in by the application, since the ledger stands above: of each request whether a fact of its person and service
/// has followed at one of the organisations.
using Answered = std::function<std::vector<bool>(const std::vector<std::int64_t>& organisations, const std::vector<Asked>& asked)>;

/// A withdrawal as it is stored.
struct Withdrawal {
    Date withdrawn_on;
    std::string reason;
    std::optional<std::string> words;
};
/// Writes the row and nothing else; for what was checked elsewhere (the generator, loads from the past).
void withdraw(db::Tx& tx, const Asked& request, const Withdrawal& withdrawal, Date recorded_on);

}  // namespace ryadom::requests
