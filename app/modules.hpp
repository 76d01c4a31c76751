// The list of modules and what they share: the one place that knows them all.
#pragma once

#include "modules/ledger/import.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/plausibility/desk.hpp"
#include "modules/rollout/board.hpp"
#include "modules/travel/travel.hpp"
#include "modules/verdicts/region.hpp"
#include "platform/db/database.hpp"
#include "platform/http/module.hpp"
#include "platform/search/shelf.hpp"

#include <filesystem>
#include <optional>

namespace ryadom::app {

class Modules {
  public:
    /// `secure`: users reach the server by HTTPS.
    explicit Modules(bool secure);

    const std::vector<Module>& list() const { return list_; }
    /// Starts what follows the database; `stop` before the database goes. The snapshot is a file beside the database where the
    /// ledger's image outlives the process.
    void start(db::Database& database, const i18n::Catalogue& texts, const Report& report = {}, std::optional<std::filesystem::path> snapshot = std::nullopt);
    void stop();
    const ledger::Feed& feed() const { return *feed_; }
    const ledger::Importer& importer() const { return *importer_; }
    const rollout::Rechecks& rechecks() const { return *rechecks_; }
    const travel::Poller& poller() const { return *poller_; }
    const rollout::BoardsFollower& boards_follower() const { return *boards_follower_; }
    const verdicts::RegionFollower& region_follower() const { return *region_follower_; }
    const plausibility::QuestionsFollower& questions_follower() const { return *questions_follower_; }

  private:
    void tell_search(db::Database& database);

    std::shared_ptr<search::Shelf> shelf_;
    std::unique_ptr<ledger::Feed> feed_;
    std::unique_ptr<ledger::Importer> importer_;
    std::unique_ptr<rollout::Rechecks> rechecks_;
    std::shared_ptr<rollout::Boards> boards_;
    std::shared_ptr<travel::Outgoing> outgoing_;
    std::unique_ptr<travel::Poller> poller_;
    std::shared_ptr<verdicts::Regions> regions_;
    std::unique_ptr<rollout::BoardsFollower> boards_follower_;
    std::unique_ptr<verdicts::RegionFollower> region_follower_;
    std::shared_ptr<plausibility::Desk> desk_;
    std::unique_ptr<plausibility::QuestionsFollower> questions_follower_;
    std::vector<Module> list_;
};

/// A fresh database gets the service catalogue and the starter library; one that has them is left as it is.
void install_shipped_data(db::Database& database);

/// Checks what the modules can check of themselves and prints what they find; the exit status.
int verify_modules(db::Database& database, bool figures);

}  // namespace ryadom::app
