// From what was asked to rows of the ledger: finds what a fact names, asks the rules, writes. One desk serves one
// transaction and looks each thing up once.
#pragma once

#include "modules/ledger/rules.hpp"
#include "modules/ledger/store.hpp"

#include <map>
#include <set>

namespace ryadom::ledger {

/// A fact whose names were found; what was not found is not here but among the faults.
struct Named {
    const network::OrganisationRow* home = nullptr;
    const network::OrganisationRow* performer = nullptr;
    const catalogue::ServiceRow* service = nullptr;
    std::optional<people::PersonRow> person;
    std::optional<people::Newcomer> newcomer;
    std::optional<int> unnamed_count;
    Date performed_on;
    int minutes = 0;
    int quantity = 100;
    Channel channel = Channel::centre;
    std::optional<Date> request_on;
    std::optional<store::Worker> worker;
    std::optional<std::int64_t> practice;
    std::optional<std::int64_t> group;
    std::string source;
    std::optional<std::string> external_id;
};

/// A fact that may be written, and the person who must be registered first.
struct Decision {
    StoredFact row;
    std::optional<people::Newcomer> newcomer;
    std::optional<Id<people::Person>> person;
};

class Desk {
  public:
    /// `newcomers`: who of those that are named stands on no register, met before the transaction.
    Desk(db::Tx& tx, const AdoptedBy& adopted_by, const people::Newcomers& newcomers) : tx_(tx), adopted_by_(adopted_by), newcomers_(newcomers) {}

    /// By id or code; nothing for none. What is found stays as long as the desk.
    const network::OrganisationRow* organisation(const Id<network::Organisation>& id);
    const network::OrganisationRow* organisation(const std::string& code);
    const network::OrganisationRow* organisation(Number<network::Organisation> number);
    const catalogue::ServiceRow* service(const Id<catalogue::Service>& id);
    const catalogue::ServiceRow* service(const std::string& code);
    std::optional<Id<network::District>> district(const std::string& code);
    /// Who worked at the performer on the day of the fact.
    const std::vector<store::Worker>& workers(const Named& fact);
    /// Of the fact's service, by the versions that its providers adopted.
    const std::vector<PracticeUse>& uses(const Named& fact);
    /// Whether the caller is of the organisation.
    bool own(const network::OrganisationRow& organisation) const { return tx_.caller().scope.holds(organisation.number.value); }
    Date today(const network::OrganisationRow& home) const { return local_date(tx_.now(), home.organisation.zone); }
    /// Who records, if at work at the performer that day.
    std::optional<store::Worker> recorder(const Named& fact);

    /// A refusal names every wrong field, below `pointer`. The home provider is absent for whoever may not record there.
    Checked<Decision> decide(const Named& fact, const std::string& pointer);
    /// The row that takes this one back.
    Checked<StoredFact> reversal(const store::FactRow& taken_back, const std::string& reason);
    /// Registers the person if there is one to register, and writes the row.
    Checked<Recorded> write(const Decision& decision);

    db::Tx& tx() { return tx_; }
    const people::Newcomers& newcomers() const { return newcomers_; }

  private:
    bool may_record(const Named& fact);
    std::int64_t replaced_by(const Named& fact);
    WorkerPlace place_of(const store::Worker& worker, const Named& fact);
    bool related(std::int64_t one, std::int64_t other);
    Candidate candidate(const Named& fact);
    Checked<std::optional<Derived>> practice(const Named& fact, const std::string& pointer);
    const std::vector<Adopted>& adopted(std::int64_t organisation);
    std::vector<PracticeUse> find_uses(std::int64_t home, std::int64_t performer, Number<catalogue::Service> service);
    Refusal ambiguous(const std::vector<Derived>& choices, const std::string& pointer);

    db::Tx& tx_;
    const AdoptedBy& adopted_by_;
    const people::Newcomers& newcomers_;
    std::map<Id<network::Organisation>, std::optional<network::OrganisationRow>> organisations_;
    std::map<std::string, std::optional<network::OrganisationRow>> organisations_by_code_;
    std::map<Number<network::Organisation>, std::optional<network::OrganisationRow>> organisations_by_number_;
    std::map<std::string, Id<network::District>> districts_;
    std::map<std::pair<std::int64_t, Date>, std::vector<store::Worker>> workers_;
    std::map<Id<catalogue::Service>, std::optional<catalogue::ServiceRow>> services_;
    std::map<std::string, std::optional<catalogue::ServiceRow>> services_by_code_;
    std::map<std::int64_t, std::vector<Adopted>> adopted_;
    std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, std::vector<PracticeUse>> uses_;  ///< by home, performer, service
    std::map<std::pair<std::int64_t, std::int64_t>, bool> related_;
    std::map<std::int64_t, Id<practices::Practice>> practice_ids_;
    std::optional<std::optional<store::Worker>> recorder_;
};

/// What a request names, looked up in the caller's scope. An organisation that is not the caller's is absent.
Checked<Named> resolve(Desk& desk, const FactRequest& request, const std::string& pointer);
/// Whether the fact that a request means may be recorded.
Checked<Decision> decide(Desk& desk, const FactRequest& request, const std::string& pointer);

/// One audit record for all facts of one request.
void record_in_log(db::Tx& tx, const std::vector<Recorded>& facts);

}  // namespace ryadom::ledger
