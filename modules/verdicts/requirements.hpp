// What a centre is held to: the standard in force, or, while the region has none, what the package itself asks.
#pragma once

#include "modules/rollout/rollout.hpp"
#include "modules/standards/standards.hpp"
#include "modules/verdicts/rules.hpp"

namespace ryadom::verdicts {

/// What a standard is of, in one centre: a practice that it runs, or a listed service that it may provide.
struct Subject {
    Number<network::Organisation> organisation;
    std::optional<rollout::Way> way;                    ///< of the practice
    std::optional<Number<catalogue::Service>> service;

    bool is_of(const standards::InForce& standard) const { return way ? standard.practice == way->practice : standard.service == service; }
};
Subject of_practice(const rollout::Way& way);
/// The package of the practice; a listed service has none, and so one that asks for nothing.
std::shared_ptr<const practices::Package> package_of(db::Tx& tx, const Subject& subject);

/// Who may be held to the standard of a listed service on a day: whoever delivers services and is no part of another that does.
std::vector<Number<network::Organisation>> providers(db::Tx& tx, Date day);
/// The ways, and every listed service whose standard is in force in every such centre, centre by centre. Whether it provides
/// the service its facts say (judge.hpp).
std::vector<Subject> subjects_of(db::Tx& tx, std::span<const rollout::Way> ways, Date as_of);

/// The statements of a practice or service in one centre, on one day, with their waivers.
struct Requirements {
    std::optional<standards::InForce> standard;  ///< nothing: what the package asks
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
    Requirements of(const Subject& subject, const practices::Package& package, Date day);

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
