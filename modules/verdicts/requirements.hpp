// What a centre is held to: the standard in force, or, while the region has none, what the package itself asks.
#pragma once

#include "modules/rollout/rollout.hpp"
#include "modules/standards/standards.hpp"
#include "modules/verdicts/rules.hpp"

namespace ryadom::verdicts {

/// The statements of a practice in one centre, on one day, with their waivers.
struct Requirements {
    std::optional<standards::InForce> standard;  ///< nothing: the package's own
    std::vector<practices::Statement> statements;
    std::map<std::string, Date> waived;          ///< by statement: until when

    const practices::Statement* find(std::string_view statement) const;
};

/// Standards and waivers of some days, each read once.
class Book {
  public:
    /// Reads with the scope of `tx`: what is in force is open to all staff.
    explicit Book(db::Tx& tx, Date as_of) : tx_(tx), as_of_(as_of) {}
    /// What stood on `day`, as recorded by the end of the day asked about. Waivers of an organisation hold for all below it.
    Requirements of(const rollout::Way& way, const practices::Package& package, Date day);

  private:
    struct OfDay {
        std::vector<standards::InForce> in_force;
        std::vector<standards::Waiver> waivers;
    };
    const OfDay& on(Date day);
    const std::vector<Number<network::Organisation>>& above(Number<network::Organisation> organisation);

    db::Tx& tx_;
    Date as_of_;
    std::map<Date, OfDay> days_;
    std::map<std::int64_t, std::vector<Number<network::Organisation>>> above_;
};

}  // namespace ryadom::verdicts
