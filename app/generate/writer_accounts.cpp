// One account for each role, so that everybody's day can be tried out.
#include "app/generate/writer.hpp"
#include "modules/network/store.hpp"
#include "platform/audit/audit.hpp"
#include "platform/auth/accounts.hpp"
#include "platform/auth/password.hpp"

#include <algorithm>
#include <set>

namespace ryadom::generate {
namespace {

struct Plan {
    std::string_view login;
    policy::Role role;
    std::string name;
    std::optional<OrganisationIndex> works_at;
    std::optional<std::size_t> staff;  ///< place in that organisation's staff
};

}  // namespace

OrganisationIndex liveliest(const Region& region, const RolloutPlan& plan) {
    return *std::ranges::max_element(region.centres, {}, [&](OrganisationIndex centre) {
        std::set<Fate> fates;
        int adoptions = 0;
        for (const auto& each : plan.adoptions)
            if (each.organisation == centre) {
                fates.insert(each.fate);
                ++adoptions;
            }
        return std::tuple{fates.contains(Fate::ready), fates.contains(Fate::preparing), fates.size(), adoptions};
    });
}

std::vector<DemoAccount> Writer::open_accounts(const std::string& password) {
    using policy::Role;
    move(region_.until, 18);
    const auto centre = liveliest(region_, plan_);
    const auto& held = region_.organisations[slot(centre)];
    const std::vector<Plan> plans{{"admin", Role::administrator, "Администратор сервера", {}, {}},
                                  {"coordinator", Role::coordinator, region_.organisations.front().row.director, {}, {}},
                                  {"director", Role::director, held.row.director, centre, {}},
                                  {"specialist", Role::specialist, held.staff[1].row.name, centre, 1},
                                  {"desk", Role::desk, held.staff[0].row.name, centre, 0}};
    std::vector<DemoAccount> out;
    for (const auto& each : plans) {
        const auto hash = auth::hash_password(password);
        run([this, each, hash](db::Tx& tx) {
            auth::Account account;
            account.id = tx.make_id<auth::Account>();
            account.login = each.login;
            account.name = each.name;
            account.grants = {{each.role, each.works_at ? organisations_[slot(*each.works_at)].number.value : 0}};
            const auto number = auth::create_account(tx, account);
            auth::set_password(tx, number, hash);
            if (each.staff) network::store::set_account(tx, staff_ids_[slot(*each.works_at)][*each.staff], number.value);
            audit::record(tx, "accounts.created", account.id);
        });
        out.push_back({std::string(each.login), each.role, each.works_at ? held.row.short_title : std::string()});
    }
    return out;
}

}  // namespace ryadom::generate
