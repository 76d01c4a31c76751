#pragma once

#include "modules/control/module.hpp"
#include "modules/control/store.hpp"
#include "platform/http/routes.hpp"

namespace ryadom::control {

void add_inspection_routes(http::Routes& routes, const Facts& facts);
void add_finding_routes(http::Routes& routes);
void add_comparison_routes(http::Routes& routes, const Facts& facts);

/// A self-check or visit with every item of its checklist; `today` is the day of whoever looks.
InspectionView view_of(db::Tx& tx, const store::InspectionRow& row, Date today);

/// Which version of whose practice or listed service is looked at.
struct Looked {
    store::Centre organisation;
    std::optional<Number<practices::Practice>> practice;
    std::optional<Number<catalogue::Service>> service;
    Id<standards::Version> version;
};
/// Outcomes of the version's own statements; none where another one binds by now. Outside of any transaction of the caller.
std::map<std::string, verdicts::Outcome> verdicts_of(const http::Call& call, const Facts& facts, const Looked& looked, std::optional<Date> day);
std::optional<verdicts::Outcome> verdict_of(const std::map<std::string, verdicts::Outcome>& outcomes, const Item& item);

using Services = std::vector<Number<catalogue::Service>>;
/// Versions that bind the organisation on a day: those of practices that it runs, itself or as a part of one above it, and those
/// of the listed services that it provides (verdicts::provided, read before the transaction).
std::vector<standards::InForce> binding(db::Tx& tx, store::Centre organisation, const Services& provided, Date day);

/// A file that somebody hands in, before the transaction.
struct Handed {
    std::shared_ptr<const std::string> content;
    std::string name;
    std::string sha;
    bool paper = false;
};
Handed handed(http::Upload upload, std::string name);
/// Keeps it, or refuses what is no paper or too long.
void keep(db::Tx& tx, const Handed& file);

}  // namespace ryadom::control
