// What the catalogue is made of.
#pragma once

#include "platform/json/describe.hpp"

#include <map>
#include <optional>
#include <string>

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

constexpr auto describe(json::Type<ServiceKind>) {
    using json::field;
    return json::object("ServiceKind", field("code", &ServiceKind::code, "Code", json::length(1, 60)),
                        field("titles", &ServiceKind::titles, "Names by language", json::length(1, 3)));
}

constexpr auto describe(json::Type<Service>) {
    using json::field;
    return json::object("Service", field("id", &Service::id, "Id", json::read_only), field("code", &Service::code, "Code", json::length(1, 60)),
                        field("kind", &Service::kind, "Kind", json::length(1, 60)),
                        field("titles", &Service::titles, "Names by language", json::length(1, 3)),
                        field("unit", &Service::unit, "Unit", json::length(1, 40)),
                        field("norm_minutes", &Service::norm_minutes, "Minutes that the norm allows", json::range(1, 1440)),
                        field("valid_from", &Service::valid_from, "Facts from"), field("valid_to", &Service::valid_to, "Facts until"),
                        field("revision", &Service::revision, "Revision", json::read_only));
}

}  // namespace ryadom::catalogue
