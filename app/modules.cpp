#include "app/modules.hpp"

#include "app/embedded_data.hpp"
#include "modules/accounts/module.hpp"
#include "modules/acts/module.hpp"
#include "modules/catalogue/catalogue.hpp"
#include "modules/catalogue/module.hpp"
#include "modules/control/module.hpp"
#include "modules/cuts/module.hpp"
#include "modules/duplicates/module.hpp"
#include "modules/evidence/module.hpp"
#include "modules/exchange/found.hpp"
#include "modules/exchange/module.hpp"
#include "modules/find/module.hpp"
#include "modules/forms/module.hpp"
#include "modules/journal/module.hpp"
#include "modules/ledger/answers.hpp"
#include "modules/ledger/module.hpp"
#include "modules/matching/module.hpp"
#include "modules/network/module.hpp"
#include "modules/payment/module.hpp"
#include "modules/papers/module.hpp"
#include "modules/people/module.hpp"
#include "modules/people/papers.hpp"
#include "modules/plausibility/module.hpp"
#include "modules/practices/install.hpp"
#include "modules/practices/module.hpp"
#include "modules/programmes/module.hpp"
#include "modules/programmes/papers.hpp"
#include "modules/requests/module.hpp"
#include "modules/rollout/module.hpp"
#include "modules/scales/module.hpp"
#include "modules/scales/scales.hpp"
#include "modules/standards/found.hpp"
#include "modules/standards/module.hpp"
#include "modules/story/module.hpp"
#include "modules/travel/module.hpp"
#include "modules/verdicts/module.hpp"

#include <fmt/format.h>

namespace ryadom::app {

Modules::Modules(bool secure) : shelf_(find::make_shelf()) {
    list_.push_back(network::module(rollout::register_changed));
    list_.push_back(accounts::module(secure));
    list_.push_back(catalogue::module());
    list_.push_back(papers::module({people::consent_kind(), programmes::application_paper(), programmes::refusal_paper(), programmes::urgent_act_paper(), programmes::programme_paper(),
                                     programmes::contract_paper()}));
    list_.push_back(people::module());
    list_.push_back(matching::module());
    list_.push_back(payment::module());
    list_.push_back(practices::module());
    list_.push_back(requests::module([this](const std::vector<std::int64_t>& organisations, const std::vector<requests::Asked>& asked) {
        return ledger::answered(feed_->image(), organisations, asked);
    }));
    list_.push_back(ledger::module({rollout::adopted_by, [this]() -> const ledger::Feed& { return *feed_; },
                                    [this]() -> ledger::Importer& { return *importer_; }}));
    list_.push_back(duplicates::module());
    list_.push_back(forms::module());
    list_.push_back(scales::module());
    list_.push_back(programmes::module());
    list_.push_back(journal::module({rollout::adopted_by, [this]() -> const ledger::Feed& { return *feed_; }}));
    list_.push_back(story::module());
    list_.push_back(cuts::module([this]() -> const ledger::Feed& { return *feed_; }));
    const auto image = [this]() -> const ledger::image::Image& { return feed_->image(); };
    boards_ = rollout::make_boards(image);
    list_.push_back(rollout::module(boards_));
    list_.push_back(standards::module(boards_));
    regions_ = std::make_shared<verdicts::Regions>(image, boards_, verdicts::fresh_verdicts);
    list_.push_back(verdicts::module(image, boards_, regions_));
    list_.push_back(control::module({image, boards_}));
    list_.push_back(exchange::module(boards_));
    list_.push_back(find::module(shelf_));
    // A server that users reach in the clear is one on their own machine: there it may ask its neighbours on the machine.
    const auto loopback = secure ? fetch::Loopback::refused : fetch::Loopback::allowed;
    outgoing_ = std::make_shared<travel::Outgoing>([loopback](const fetch::Ask& question) { return fetch::ask(question, loopback); },
                                                   [this](db::Database& database, Instant now) { return rollout::ways(*boards_, database, std::nullopt, now); });
    list_.push_back(travel::module(outgoing_));
    list_.push_back(evidence::module(boards_, image));
    desk_ = std::make_shared<plausibility::Desk>(image, plausibility::fresh_questions);
    list_.push_back(plausibility::module(desk_));
    list_.push_back(acts::module({[this]() -> const ledger::Feed& { return *feed_; },
                                  [desk = desk_](db::Database& database, const db::Caller& caller, const Id<network::Organisation>& organisation, const Period& days) {
                                      return plausibility::open_questions(*desk, database, caller, organisation, days);
                                  }}));
}

void Modules::start(db::Database& database, const i18n::Catalogue& texts, const Report& report, std::optional<std::filesystem::path> snapshot) {
    feed_ = std::make_unique<ledger::Feed>(database, report, std::move(snapshot));
    importer_ = std::make_unique<ledger::Importer>(database, texts, rollout::adopted_by, report);
    rechecks_ = std::make_unique<rollout::Rechecks>(database, report);
    tell_search(database);
    database.read(db::Caller::system(), [this](db::Tx& tx) { shelf_->follow(tx); });
    poller_ = std::make_unique<travel::Poller>(database, outgoing_, report);
    boards_follower_ = std::make_unique<rollout::BoardsFollower>("rollout.matrix", database, boards_, report);
    region_follower_ = std::make_unique<verdicts::RegionFollower>("verdicts.region", database, regions_, report);
    questions_follower_ = std::make_unique<plausibility::QuestionsFollower>("plausibility.questions", database, desk_, report);
}

/// A database from before a kind could be found has things of it that never told of themselves.
void Modules::tell_search(db::Database& database) {
    const auto lacks = [&](std::string_view kind) { return !database.read_as(db::Caller::system(), [&](db::Tx& tx) { return search::holds(tx, kind); }); };
    if (lacks("organisation")) network::tell_search(database);
    if (lacks("service")) catalogue::tell_search(database);
    if (lacks("practice")) practices::tell_search(database);
    if (lacks("standard")) standards::tell_search(database);
    if (lacks("event")) exchange::tell_search(database);
}

void Modules::stop() {
    questions_follower_.reset();
    region_follower_.reset();
    boards_follower_.reset();
    poller_.reset();
    rechecks_.reset();
    importer_.reset();
    feed_.reset();
}

void install_shipped_data(db::Database& database) {
    const auto system = db::Caller::system();
    // Also where the region is older than a scale that comes with the program.
    must(database.write_now(system, [descriptions = shipped_scales()](db::Tx& tx) { scales::install(tx, descriptions); }));
    if (!database.read_as(system, [](db::Tx& tx) { return catalogue::all_services(tx); }).empty()) return;
    const auto services = json::parse_yaml(service_catalogue());
    if (!services) throw std::logic_error("practices/catalogue.yaml: " + services.error().code);
    (void)must(database.write_now(system, [&](db::Tx& tx) { return must(catalogue::load_catalogue(tx, *services)); }));
    std::map<std::string, practices::PackageFiles> folders;
    for (const auto& [name, files] : starter_library()) folders.emplace(name, practices::PackageFiles(files.begin(), files.end()));
    practices::install_library(database, folders);
}

int verify_modules(db::Database& database, bool figures) {
    if (const auto fault = database.read_as(db::Caller::system(), [](db::Tx& tx) { return ledger::verify_ledger(tx); })) {
        fmt::print(stderr, "The ledger is not sound: {}\n", *fault);
        return 1;
    }
    fmt::print("The ledger is sound.\n");
    if (const auto fault = database.read_as(db::Caller::system(), [](db::Tx& tx) { return acts::verify_acts(tx); })) {
        fmt::print(stderr, "Closed months are not as they were reported: {}\n", *fault);
        return 1;
    }
    fmt::print("Closed months are as they were reported.\n");
    if (!figures) return 0;
    ledger::Feed feed(database);
    feed.catch_up();
    const auto differences = ledger::verify_figures(database, feed);
    for (const auto& difference : differences) fmt::print(stderr, "{}\n", difference);
    if (!differences.empty()) return 1;
    fmt::print("Every figure is what SQL says.\n");
    return 0;
}

}  // namespace ryadom::app
