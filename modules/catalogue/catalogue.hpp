// The dated catalogue of services: what a fact says was delivered. Kinds are rows, since countries differ.
#pragma once

#include "modules/catalogue/model.hpp"
#include "platform/db/transaction.hpp"
#include "platform/i18n/catalogue.hpp"

#include <vector>

namespace ryadom::db {
class Database;
}

namespace ryadom::catalogue {

struct ServiceRow {
    Number<Service> number;
    Service service;
};

std::vector<ServiceKind> kinds(db::Tx& tx);
/// Every service in order of its code: they are some hundreds.
std::vector<ServiceRow> all_services(db::Tx& tx);
std::optional<ServiceRow> find_service(db::Tx& tx, std::string_view code);
std::optional<ServiceRow> find_service(db::Tx& tx, const Id<Service>& id);

/// The title in a language, or the Russian one.
std::string title_in(const Titles& titles, i18n::Language language);

/// May a fact of this day name the service?
inline bool in_force(const Service& service, Date day) { return service.valid_from <= day && (!service.valid_to || day <= *service.valid_to); }

/// The service of this code; added when the catalogue lacks it, as the installation of a package does.
Number<Service> ensure_service(db::Tx& tx, const Service& service);

/// Adds the kinds and services of a catalogue file that are not there yet, by code; how many services it added.
/// A file that is not a catalogue is refused with the pointer of every wrong field.
Checked<int> load_catalogue(db::Tx& tx, const json::Value& file);

/// Tells the search of every service, in a database from before it.
void tell_search(db::Database& database);

}  // namespace ryadom::catalogue
