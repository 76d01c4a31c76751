// The month of a centre: what the image knows of it, what SQL adds, and the plans beside.
#pragma once

#include "modules/journal/plans.hpp"
#include "modules/journal/requests.hpp"

#include <set>

namespace ryadom::journal {

/// Facts of the centre's own recipients in these days, oldest first; of the workers, unless anybody's are wanted.
std::vector<Seen> seen_in(const ledger::image::Image& image, std::int64_t organisation, Date first, Date last);

struct MonthAsk {
    Number<network::Organisation> organisation;
    Date first;
    Date last;
    std::optional<std::set<std::uint32_t>> workers;  ///< whose rows; nothing: everybody's
};
Month month_of(db::Tx& tx, const ledger::image::Image& image, const PlansOf& plans_of, const MonthAsk& ask);

struct DayAsk {
    Number<network::Organisation> organisation;
    std::uint32_t worker = 0;
    Date day;
};
DayList day_of(db::Tx& tx, const ledger::image::Image& image, const DayAsk& ask);

/// The names of people whom the caller may see, and the days on which they died.
struct Known {
    Id<people::Person> id;
    std::string name;
};
std::map<std::int64_t, Known> known_people(db::Tx& tx, const std::vector<std::int64_t>& persons);

}  // namespace ryadom::journal
