// Every SQL statement of the module stands in store.cpp.
#pragma once

#include "modules/catalogue/catalogue.hpp"

namespace ryadom::catalogue::store {

void insert_kind(db::Tx& tx, const ServiceKind& kind);
/// A kind that is not there is a wrong field.
ServiceRow insert_service(db::Tx& tx, const Service& service);
std::int64_t update_service(db::Tx& tx, const Service& service);

}  // namespace ryadom::catalogue::store
