// What a month of a person comes to. Pure: the same facts, in whatever order they were recorded, give the same bill.
#pragma once

#include "modules/acts/model_bill.hpp"

#include <map>

namespace ryadom::acts {

/// A delivered service of one person that stands.
struct DeliveredFact {
    Date day;
    std::int64_t service = 0;
    int quantity = 100;  ///< hundredths of a unit
    auto operator<=>(const DeliveredFact&) const = default;
};

struct KnownService {
    Id<catalogue::Service> id;
    std::string code;
    std::string title;
    std::string unit;
};
using Services = std::map<std::int64_t, KnownService>;

/// What of an assessment a bill needs.
struct Assessed {
    std::int64_t number = 0;  ///< a later one has a larger number
    Id<payment::Assessment> id;
    Date effective_on;
    payment::Area area = payment::Area::city;
    std::optional<payment::FreeOfCharge> free;
    std::optional<std::int64_t> ceiling_kopecks;
    std::vector<payment::PaidService> services;
};
Assessed assessed(std::int64_t number, const Id<payment::Assessment>& id, const payment::AssessmentInput& input, const payment::Calculation& calculation);

/// By which is paid on a day: the newest in effect by then. Nothing when there is none.
const Assessed* in_effect(const std::vector<Assessed>& all, Date day);

/// Tariffs and the free package of some days, found by service.
class Prices {
  public:
    explicit Prices(std::vector<payment::Norm> norms);
    /// Without an area only what holds everywhere.
    const payment::Norm* tariff(const Id<catalogue::Service>& service, std::optional<payment::Area> area, Date day) const;
    /// Of all that hold on a day of the period, and on which of its days: by it a change is known.
    std::string fingerprint(const Period& period) const;

  private:
    std::vector<payment::Norm> norms_;
    std::multimap<Id<catalogue::Service>, std::size_t> by_service_;
};

/// Delivered services at the tariff of their day and place, and what of them is paid by the assessment in effect on that day. Each part
/// of a month is paid up to its own ceiling, all parts together up to the largest of them: nobody pays twice because the payment was
/// reckoned anew within the month.
Bill bill_of(std::vector<DeliveredFact> facts, const std::vector<Assessed>& assessments, const Prices& prices, const Services& services);

/// What is different, by service.
std::vector<LineChange> changes(const Bill& before, const Bill& after);
/// Whether a correction is due: in what was delivered, what it costs, or what is paid.
bool differs(const Bill& before, const Bill& after);
bool other_assessment(const Bill& before, const Bill& after);
/// Whether a service that both hold has another price.
bool other_tariff(const Bill& before, const Bill& after);

/// Whether a month may be closed today; `last`: the last one that was.
Checked<void> may_close(const Period& month, Date today, const std::optional<Date>& last);

/// "1 500,00"
std::string roubles(std::int64_t kopecks);
/// "2", "1,5"
std::string units(int hundredths);

}  // namespace ryadom::acts
