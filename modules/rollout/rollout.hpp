// What others may ask of the rollout.
#pragma once

#include "modules/ledger/ledger.hpp"
#include "modules/rollout/model.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ryadom::rollout {

/// What the organisation runs, itself or as a part of one above it: which version of a practice its facts may belong to,
/// and on which days. A practice of the own adoption hides that of one above.
std::vector<ledger::Adopted> adopted_by(db::Tx& tx, Number<network::Organisation> organisation);

struct Adoption;

/// How far one centre is with one practice on a day, as the matrix says.
struct Way {
    Id<Adoption> adoption;
    Number<network::Organisation> organisation;
    Number<practices::Practice> practice;
    Number<practices::Version> version;  ///< of that day
    Stage stage = Stage::chosen;
    Date since;
    FirstDays first;  ///< since-day of each stage that was ever reached
    std::optional<Date> deadline;
};

/// The matrix of this process; one lives as long as the server and is shared by all who ask.
class Boards;
/// Every adoption, by organisation and practice. Without a day: as of now. Open to all staff, as the matrix is.
std::vector<Way> ways(Boards& boards, db::Database& database, std::optional<Date> day, Instant now);

/// The organisation takes the newest version of the practice, or goes on with what it stopped; one that runs stays as it is.
Id<Adoption> adopt(db::Tx& tx, const network::OrganisationRow& organisation, Number<practices::Practice> practice);

/// Brings the plans of the organisation and of all above it in line with what the register holds now.
void register_changed(db::Tx& tx, Number<network::Organisation> organisation, Date today);

/// Brings plans in line that whoever changed a register may not see: one thread, woken by commits, a write for each.
class Rechecks {
  public:
    explicit Rechecks(db::Database& database, Report report = {});
    ~Rechecks();
    Rechecks(const Rechecks&) = delete;
    Rechecks& operator=(const Rechecks&) = delete;

    /// Which plan cannot be brought in line, and why; nothing while all can.
    std::optional<std::string> fault() const;

  private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace ryadom::rollout
