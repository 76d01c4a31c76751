// The log of who did and who looked. Records are chained by SHA-256 in their order of commit, so that an edit, a
// deletion, a swap or an insertion anywhere shows; what was cut off at the end shows against a head kept elsewhere.
#pragma once

#include "platform/core/bytes.hpp"
#include "platform/db/schema.hpp"
#include "platform/db/transaction.hpp"
#include "platform/json/value.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace ryadom::audit {

db::Schema schema();

/// Writes one record in the running transaction, in the name of its caller. The action is "<module>.<what was done>";
/// the module's catalogue has its words under "audit.<action>". `detail` is JSON text without names.
void record(db::Tx& tx, std::string_view action, std::optional<Uuid> object = {}, std::optional<Uuid> person = {},
            std::string_view detail = "{}");

template <class Thing>
void record(db::Tx& tx, std::string_view action, const Id<Thing>& object, std::optional<Uuid> person = {},
            std::string_view detail = "{}") {
    record(tx, action, std::optional(object.uuid), person, detail);
}

/// The same for a list, a search or a file that showed persons: one record holds them all, under "persons" of its detail,
/// and each of them finds it (`v_audit_shown`). A person whom the record is about finds it without that.
void record_shown(db::Tx& tx, std::string_view action, const std::set<Uuid>& persons, json::Object detail = {}, std::optional<Uuid> person = {});

/// Chains the records that became ordered since the last call: a step of db::Options::settle.
void chain(db::Tx& tx);

/// The end of the chain: keep it apart from the database, and a truncation shows.
struct Head {
    std::int64_t position = 0;
    Sha256 hash{};
    bool operator==(const Head&) const = default;
};
Head head(db::Tx& tx);

/// The first place where the log is not what was chained.
struct Fault {
    std::int64_t position;
    std::string reason;  ///< "record changed", "record missing", "record not chained", "shown person not found", "log cut off"
};

/// Walks the whole chain, and whether the persons that records show find them; with a known head also checks that the log
/// still reaches it.
std::optional<Fault> verify(db::Tx& tx, const std::optional<Head>& known = {});

}  // namespace ryadom::audit
