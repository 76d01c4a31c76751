// The ledger of delivered services: facts are entered once and never change; a correction is a row that reverses one.
#pragma once

#include "modules/ledger/image.hpp"
#include "modules/ledger/model.hpp"
#include "modules/ledger/small_groups.hpp"
#include "platform/db/database.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>

namespace ryadom::ledger {

/// The columnar image of this process, fed from committed facts only. One lives as long as the server.
class Feed {
  public:
    /// Loads what is committed, then follows every commit, also those of other processes. With a file, what was loaded is
    /// kept there at the end and read from there at the next beginning; the file is a shortcut and may be deleted.
    explicit Feed(db::Database& database, Report report = {}, std::optional<std::filesystem::path> snapshot = std::nullopt);
    ~Feed();
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;

    const image::Image& image() const;
    /// Waits until the image holds everything that was committed when the call began; for tests and commands.
    void catch_up();
    /// Waits, but not longer than that, for what is committed: whoever has just entered a fact finds it in the list.
    void await(std::chrono::milliseconds patience) const;
    /// Waits until the image holds this position or no longer follows.
    void await(image::Position position) const;
    /// Why the image does not follow the ledger: the database is away, or holds a row that the image refuses. Then it never
    /// will, and must be built anew.
    std::optional<std::string> fault() const;

  private:
    struct State;
    std::shared_ptr<State> state_;
};

/// The caller's reach as the image wants it.
image::Scope image_scope(const db::Scope& scope);

/// What a centre runs: which practice version a fact of its services may belong to, and on which days.
struct Adopted {
    Number<practices::Practice> practice;
    Number<practices::Version> version;
    Date since = {};
    std::optional<Date> until;
};
/// Handed in by the application: the rollout stands above the ledger. Answers for the organisation or the one above it
/// that adopted, and whoever asks: the remote specialist records for the home centre.
using AdoptedBy = std::function<std::vector<Adopted>(db::Tx&, Number<network::Organisation>)>;

/// A row of the ledger as it is stored.
struct StoredFact {
    Id<Fact> id;
    std::optional<std::int64_t> person;
    int unnamed_count = 0;
    std::int64_t service = 0;
    Date performed_on;
    int minutes = 0;
    int quantity = 100;
    Channel channel = Channel::centre;
    std::optional<std::int64_t> group;
    std::optional<Date> request_on;
    std::int64_t home_provider = 0;
    std::int64_t performer_provider = 0;
    std::optional<std::int64_t> worker;
    std::optional<std::int64_t> practice;
    std::optional<std::int64_t> practice_version;
    std::string source;
    std::optional<std::string> external_id;
    std::int64_t replaces = 0;  ///< the fact taken back that had the external number before
    Instant recorded_at;
    Date recorded_on;
    std::optional<std::int64_t> reverses;
    std::optional<std::string> reason;
    std::int64_t account = 0;
};

/// Writes the row and nothing else: no rule is asked, no audit record made. For what was checked elsewhere (the
/// generator, loads from the past); a booking or a lesson uses `record`.
Number<Fact> append(db::Tx& tx, const StoredFact& fact);
/// A new group of facts.
std::int64_t add_group(db::Tx& tx, Number<network::Organisation> home, Number<network::Organisation> performer);
/// Checks and writes a fact in the caller's name, as the desk does, with its audit record.
Checked<Recorded> record(db::Tx& tx, const FactRequest& request, const AdoptedBy& adopted_by, const people::Newcomers& newcomers);

/// Counted facts behind a figure, newest first, as the caller may see them.
struct FactList {
    std::vector<Fact> facts;
    std::optional<image::Position> next;  ///< `before` of the next page
};
FactList facts_behind(db::Tx& tx, const image::Image& image, const image::Scope& scope, Number<practices::Practice> practice,
                      const std::vector<std::int64_t>& organisations, Date from, Date to, std::optional<image::Position> before, int limit);

/// The facts at these positions within the caller's scope, in their order.
std::vector<Fact> facts_at(db::Tx& tx, const std::vector<image::Position>& positions);

/// Whom the facts name to the caller.
std::set<Uuid> persons_named(const std::vector<Fact>& facts);
/// Who is shown names of people leaves a trace: one record names them all. `person`: whose facts were asked for.
void record_reading(db::Tx& tx, const std::vector<Fact>& facts, std::optional<Uuid> person = {});

/// Recomputes from SQL what the image says and returns the differences in words; nothing when they agree.
std::vector<std::string> verify_figures(db::Database& database, const Feed& feed);
/// Checks reversals and references of the ledger; the first bad row in words.
std::optional<std::string> verify_ledger(db::Tx& tx);

}  // namespace ryadom::ledger
