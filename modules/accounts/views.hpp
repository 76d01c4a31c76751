#pragma once

#include "modules/accounts/model.hpp"
#include "platform/db/transaction.hpp"

namespace ryadom::accounts {

/// The account with the names of the organisations of its roles.
AccountView view(db::Tx& tx, const auth::Account& account);

/// Every role with the number of its organisation; roles of the region have none, the others must.
Checked<std::vector<policy::Grant>> grants(db::Tx& tx, const std::vector<RoleRequest>& roles);

}  // namespace ryadom::accounts
