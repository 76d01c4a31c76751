// The dated catalogue of services: what a fact says was delivered. Kinds are rows, since countries differ.
#pragma once

#include "platform/db/transaction.hpp"
#include "platform/json/describe.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ryadom::catalogue {

/// Texts by language: "ru" is always there.
using Titles = std::map<std::string, std::string>;

struct ServiceKind {
    std::string code;  ///< "household"
    Titles titles;
};

struct Service {
    Id<Service> id;
    std::string code;  ///< "household.01"
    std::string kind;
    Titles titles;
    std::string unit;
    std::optional<int> norm_minutes;
    Date valid_from;
    std::optional<Date> valid_to;
    std::int64_t revision = 1;
};

struct ServiceRow {
    Number<Service> number;
    Service service;
};

std::vector<ServiceKind> kinds(db::Tx& tx);
/// Every service in order of its code: they are some hundreds.
std::vector<ServiceRow> all_services(db::Tx& tx);
std::optional<ServiceRow> find_service(db::Tx& tx, std::string_view code);
std::optional<ServiceRow> find_service(db::Tx& tx, const Id<Service>& id);

/// The service of this code; added when the catalogue lacks it, as the installation of a package does.
Number<Service> ensure_service(db::Tx& tx, const Service& service);

}  // namespace ryadom::catalogue
