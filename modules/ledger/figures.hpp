// Figures that the image gives at once: coverage of districts, services of an organisation.
#pragma once

#include "modules/ledger/ledger.hpp"

#include <mutex>

namespace ryadom::ledger {

struct Days {
    Date first;
    Date last;
};

/// Where people live, by person number, read again once it is older than a minute: a million rows are not read for
/// every map. Districts say nothing of a person without a name.
class Residence {
  public:
    std::shared_ptr<const std::vector<std::uint32_t>> districts(db::Database& database);

  private:
    std::mutex mutex_;
    std::shared_ptr<const std::vector<std::uint32_t>> districts_;
    Instant read_at_;
};

/// Distinct people by number of their district; 0: residence unknown.
std::vector<std::int64_t> people_by_district(const image::Image& image, const std::vector<std::uint32_t>& district_of, const Days& days,
                                             std::optional<std::uint16_t> practice);

/// Deliveries of the organisations as home providers, by practice number (0: none, below `practices`) and month.
struct ServiceFigure {
    std::uint16_t practice = 0;
    Date month;
    image::Count count;
};
std::vector<ServiceFigure> services_by_month(const image::Image& image, const image::Scope& scope,
                                             const std::optional<std::vector<std::int64_t>>& organisations, const Days& days,
                                             std::size_t practices);

}  // namespace ryadom::ledger
