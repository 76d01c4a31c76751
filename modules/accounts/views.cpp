#include "modules/accounts/views.hpp"

#include "modules/network/network.hpp"

namespace ryadom::accounts {

AccountView view(db::Tx& tx, const auth::Account& account) {
    AccountView out{account.id, account.login, account.name, account.language, account.active, account.has_password, {}, account.revision};
    for (const auto& grant : account.grants) {
        RoleView role{grant.role, std::nullopt};
        if (const auto found = network::find_organisation(tx, Number<network::Organisation>{grant.organisation}))
            role.organisation = OrganisationName{found->organisation.id, found->organisation.short_title};
        out.roles.push_back(std::move(role));
    }
    return out;
}

Checked<std::vector<policy::Grant>> grants(db::Tx& tx, const std::vector<RoleRequest>& roles) {
    std::vector<policy::Grant> out;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const auto pointer = "/roles/" + std::to_string(i) + "/organisation";
        const auto& [role, organisation] = roles[i];
        if (policy::regional(role)) {
            if (organisation) return refuse_field(pointer, "accounts.role_of_region");
            out.push_back({role, 0});
            continue;
        }
        const auto found = organisation ? network::find_organisation(tx, *organisation) : std::nullopt;
        if (!found) return refuse_field(pointer, organisation ? "core.absent" : "core.required");
        out.push_back({role, found->number.value});
    }
    return out;
}

}  // namespace ryadom::accounts
