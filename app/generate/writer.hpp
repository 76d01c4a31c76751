// Lives through the days of a region and writes each on its day.
#pragma once

#include "app/generate/exchange_plan.hpp"
#include "app/generate/facts_plan.hpp"
#include "app/generate/generate.hpp"
#include "app/generate/inputs_plan.hpp"
#include "modules/exchange/model.hpp"
#include "modules/ledger/store.hpp"
#include "modules/rollout/store.hpp"
#include "modules/scales/scales.hpp"
#include "modules/standards/store.hpp"

#include <future>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>

namespace ryadom::generate {

/// The centre that has most to show: something at every stage, a plan to work on, and a start that only waits for its
/// first service.
OrganisationIndex liveliest(const Region& region, const RolloutPlan& plan);

/// Where months are closed: nowhere in a region of millions, where nobody looks at closings and the image takes seconds to load.
std::set<OrganisationIndex> closing_centres(const Region& region, const RolloutPlan& plan);

class Writer {
  public:
    using Work = std::function<void(db::Tx&)>;

    Writer(const Stores& stores, const MovableClock& clock, const Region& region, const RolloutPlan& plan)
        : database_(stores.database), facts_(stores.facts), clock_(clock), region_(region), plan_(plan) {}

    /// The network as it stands on the first day, and the library.
    void found(Date day, const GenerateOptions& options);
    /// Puts every decision, purchase, registration and death on its day.
    void schedule(Seed seed);
    /// Everything but facts.
    void live(Date day);
    /// They are written while the next day is lived through.
    void write(std::vector<FactPlan> facts);
    void write(const InputsPlan& plan, Date day);
    /// Waits until the facts are written.
    void settle();
    /// Reviews, judged axes and rates, as they stand on the last day.
    void write_evidence(Date day);
    std::vector<DemoAccount> open_accounts(const std::string& password);

  private:
    struct Practice {
        Number<practices::Practice> number;
        Id<practices::Practice> id;
        Number<practices::Version> version;
    };
    struct Batch {
        std::span<const FactPlan> facts;
        std::vector<ledger::StoredFact> rows;
        std::optional<ledger::store::Prepared> prepared;  ///< the rows; groups and what is taken back are known when they are written
        std::unordered_map<std::int64_t, std::int64_t> groups;
        std::unordered_map<std::int64_t, Number<ledger::Fact>> marks;
    };

    void move(Date day, int hour);
    void run(std::vector<Work> works);
    void run(Work work) { run(std::vector<Work>{std::move(work)}); }
    void on(Date day, Work work) { days_[day].push_back(std::move(work)); }

    void write_districts();
    void write_organisations(Date day);
    /// What the organisation came to hold on the days that fit.
    void write_register(db::Tx& tx, OrganisationIndex index, const std::function<bool(Date)>& fits);
    void write_departments(db::Tx& tx, OrganisationIndex index);
    void extend_register(db::Tx& tx, OrganisationIndex index, Date day);
    void learn_practices();
    void set_prices(Date day);
    std::size_t slot(OrganisationIndex index) const { return static_cast<std::size_t>(index); }

    void schedule_register();
    void schedule_campaign(std::size_t index);
    void schedule_adoption(std::size_t index);
    void schedule_persons();
    void schedule_scales();
    void write_file(db::Tx& tx, std::size_t person);
    void schedule_standards();
    void schedule_control();
    void schedule_payment();
    void schedule_assessments();
    void schedule_assessments_of_closed_months();
    void assess_payment(db::Tx& tx, std::size_t person, Date day, std::int64_t raise);
    void schedule_programmes();
    struct Applying;
    void schedule_way(const std::shared_ptr<Applying>& one);
    void register_application(db::Tx& tx, Applying& one, Date day);
    void assess_need(db::Tx& tx, Applying& one, Date day);
    void draft_programme(db::Tx& tx, Applying& one, Date since);
    void conclude_contract(db::Tx& tx, const Applying& one, Date day);
    void follow_up(const std::shared_ptr<Applying>& one);
    void excuse(db::Tx& tx, const standards::store::VersionRow& version, Date today);
    void schedule_lines(std::size_t adoption);
    void sign(db::Tx& tx, std::size_t campaign);
    void soften(db::Tx& tx, std::size_t campaign);

    void schedule_exchange();
    void announce(db::Tx& tx, std::size_t index);
    void sign_up(db::Tx& tx, std::size_t index);
    void hold(db::Tx& tx, std::size_t index);
    void take_home(db::Tx& tx, std::size_t index, std::size_t adoption);
    void close_event(db::Tx& tx, std::size_t index);

    std::shared_ptr<Batch> prepare(std::span<const FactPlan> facts) const;
    void write_in_turn(std::span<const FactPlan> facts);
    void append(db::Tx& tx, Batch& batch) const;
    void write_requests(db::Tx& tx, const InputsPlan& plan, Date day) const;
    void write_forms(db::Tx& tx, const InputsPlan& plan, Date day) const;
    ledger::StoredFact stored(const FactPlan& fact) const;

    db::Database& database_;
    db::Database& facts_;
    MovableClock clock_;
    const Region& region_;
    const RolloutPlan& plan_;
    Seed seed_;
    std::optional<Dice> dice_;
    Random fact_ids_;

    std::vector<Id<network::District>> districts_;
    std::vector<network::OrganisationRow> organisations_;
    std::vector<std::vector<Number<network::StaffMember>>> staff_;
    std::vector<std::vector<Id<network::StaffMember>>> staff_ids_;
    std::map<std::pair<OrganisationIndex, std::string_view>, Id<network::Department>> departments_;
    std::vector<Practice> practices_;
    std::vector<scales::InForce> scales_;
    std::map<std::string, std::int64_t, std::less<>> services_;
    std::vector<Number<people::Person>> persons_;
    std::vector<Id<rollout::Campaign>> campaigns_;
    std::vector<Id<rollout::Adoption>> adoptions_;
    std::vector<EventPlan> events_;
    std::vector<Id<exchange::Event>> event_ids_;
    std::string proof_;

    std::map<Date, std::vector<Work>> days_;
    std::vector<std::size_t> confirmed_today_;
    std::unordered_map<std::int64_t, std::int64_t> groups_;
    std::unordered_map<std::int64_t, Number<ledger::Fact>> marks_;
    std::future<void> writing_;  ///< of facts; one of std::async waits when it goes
};

}  // namespace ryadom::generate
