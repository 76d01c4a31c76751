// What other modules may ask of programmes and contracts: what is planned for whom, and who is under contract.
#pragma once

#include "modules/programmes/model_contract.hpp"
#include "modules/programmes/model_programme.hpp"

namespace ryadom::programmes {

/// A service that a programme in force promises, on the days on which version and line both hold.
struct PlannedService {
    Number<people::Person> person;
    Number<catalogue::Service> service;
    int quantity = 100;                 ///< hundredths of a unit in each period, as facts count
    Every every = Every::month;
    std::optional<int> weekly_minutes;  ///< of the package of long-term care
    Date since;
    std::optional<Date> until;
};

/// All people whom the organisation serves by a programme of its own or by a contract on somebody's programme, for days from
/// `first` to `last`, both included; by person, in the order of the programme. One query. A service stands twice where two
/// versions follow each other within the days.
std::vector<PlannedService> planned(db::Tx& tx, Number<network::Organisation> organisation, Date first, Date last);
/// The same for one person, whoever made the programme.
std::vector<PlannedService> planned(db::Tx& tx, Number<people::Person> person, Date first, Date last);

struct ContractRow {
    Number<Contract> number;
    Number<people::Person> person;
    Contract contract;
};
/// Contracts of the organisation that hold on one of these days, by person and number. One query.
std::vector<ContractRow> contracts(db::Tx& tx, Number<network::Organisation> organisation, Date first, Date last);
/// The same of one person, with every organisation that the caller may see.
std::vector<ContractRow> contracts(db::Tx& tx, Number<people::Person> person, Date first, Date last);

}  // namespace ryadom::programmes
