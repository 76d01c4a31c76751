// What is planned for whom, as the grid of a month wants it. Where it comes from is handed in: programmes in the server, a list in
// the tests.
#pragma once

#include "modules/journal/rules.hpp"
#include "modules/programmes/programmes.hpp"

#include <functional>
#include <map>

namespace ryadom::journal {

/// Volume of a service in a month.
struct Planned {
    std::int64_t person = 0;
    std::int64_t service = 0;
    Plan plan;
};

struct Plans {
    std::vector<Planned> services;                ///< one for a person and service
    std::map<std::int64_t, Date> contract_until;  ///< by person: the last day of the last contract
};

/// Whose plans: everybody of a centre, or one person.
struct PlansQuery {
    Number<network::Organisation> organisation;
    std::optional<Number<people::Person>> person;
    Date first;
    Date last;
};
using PlansOf = std::function<Plans(db::Tx&, const PlansQuery&)>;

/// By programmes and contracts.
Plans plans_of_programmes(db::Tx& tx, const PlansQuery& query);

/// Hundredths of a unit that the service has in the month, at most: by the day or the week it is counted for the days on which it
/// holds, the last begun week wholly; a volume of a month or longer is not divided, since it may be used on any day.
int month_quantity(const programmes::PlannedService& service, Date first, Date last);

}  // namespace ryadom::journal
