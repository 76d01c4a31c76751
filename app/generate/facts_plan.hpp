// What was delivered, day by day, and when somebody got round to writing it down. Pure.
#pragma once

#include "app/generate/rollout_plan.hpp"
#include "modules/ledger/model.hpp"

#include <deque>
#include <set>
#include <string_view>

namespace ryadom::generate {

struct FactPlan {
    Instant recorded_at;
    Date performed_on;
    std::optional<Date> request_on;
    std::optional<PersonIndex> person;
    int unnamed = 0;
    std::string_view service;  ///< code in the catalogue
    OrganisationIndex home = 0;
    OrganisationIndex performer = 0;
    std::optional<int> worker;  ///< place in the performer's staff
    std::optional<PracticeIndex> practice;
    int minutes = 0;
    ledger::Channel channel = ledger::Channel::centre;
    std::int64_t group = 0;    ///< 0: none
    std::int64_t mark = 0;     ///< not 0: a later row takes this one back
    std::int64_t takes_back = 0;  ///< the mark of that row
};

/// Days of rest, as the field keeps them.
bool works(Date day);

/// People of one meeting; one fact each.
struct Meeting {
    std::string_view service;
    ledger::Channel channel = ledger::Channel::centre;
    OrganisationIndex home = 0;
    OrganisationIndex performer = 0;
    std::optional<int> worker;
    std::optional<PracticeIndex> practice;
    int minutes = 0;
    bool together = false;
    int unnamed = 0;
    std::vector<PersonIndex> people;
    std::optional<Date> request_on;
};
/// Everything under a practice, by day from the region's first.
std::vector<std::vector<Meeting>> practice_meetings(const Region& region, const RolloutPlan& plan, Seed seed,
                                                    const std::vector<practices::Package>& library);

/// Persons by the centre that serves them, in order of registration.
std::vector<std::vector<PersonIndex>> persons_by_organisation(const Region& region);
bool can_be_served(const PersonPlan& person, Date day);
/// Somebody of the staff who holds one of the qualifications that day; otherwise anybody, if there is anybody.
std::optional<int> worker_for(Dice& dice, const OrganisationPlan& organisation, const std::vector<std::string>& qualifications, Date day);

/// The journal of the whole region. Ask for the days in their order, each once.
class Journal {
  public:
    Journal(const Region& region, const RolloutPlan& plan, Seed seed, const Sizes& sizes, const std::vector<practices::Package>& library);

    /// The rows written on that day, in the order of writing.
    std::vector<FactPlan> written_on(Date day);

  private:
    struct Client {
        PersonIndex person;
        OrganisationIndex centre;
        int worker;
        Date since;
    };

    void choose_clients(int facts);
    void home_visits(Date day);
    void errands_at_the_desk(Date day);
    void write(const Meeting& meeting, Date day);
    Instant moment(Date day);
    std::optional<Date> writing_day(Date performed);
    void put(FactPlan fact, Date written);
    std::deque<FactPlan>& page(Date day);

    const Region& region_;
    Dice dice_;
    std::vector<std::vector<Meeting>> meetings_;
    std::vector<Client> clients_;
    std::vector<double> quota_;  ///< of facts without a practice by day
    double owed_ = 0;
    double errands_owed_ = 0;
    std::map<Date, std::deque<FactPlan>> pages_;
    std::int64_t groups_ = 0;
    std::int64_t marks_ = 0;
};

}  // namespace ryadom::generate
