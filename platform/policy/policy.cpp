#include "platform/policy/policy.hpp"

#include <algorithm>
#include <stdexcept>

namespace ryadom::policy {

Policy::Policy(std::vector<Permission> permissions) : permissions_(std::move(permissions)) {
    std::set<std::string_view> codes;
    for (const auto& permission : permissions_)
        if (!codes.insert(permission.code).second) throw std::logic_error("permission declared twice: " + std::string(permission.code));
}

bool Policy::known(std::string_view permission) const {
    return std::ranges::find(permissions_, permission, &Permission::code) != permissions_.end();
}

std::set<std::string, std::less<>> Policy::permissions(const std::vector<Grant>& grants) const {
    std::set<std::string, std::less<>> out;
    for (const auto& permission : permissions_)
        if (std::ranges::any_of(grants, [&](const Grant& grant) { return permission.roles.has(grant.role); }))
            out.emplace(permission.code);
    return out;
}

std::vector<Grant> Policy::holding(std::vector<Grant> grants, std::string_view permission) const {
    if (const auto found = std::ranges::find(permissions_, permission, &Permission::code); found != permissions_.end())
        std::erase_if(grants, [&](const Grant& grant) { return !found->roles.has(grant.role); });
    return grants;
}

db::Scope scope(const std::vector<Grant>& grants, const std::function<std::vector<std::int64_t>(std::int64_t)>& subtree) {
    db::Scope out;
    for (const auto& grant : grants) {
        if (regional(grant.role)) {
            out.records = db::Reach::everything;
        } else {
            out.records = std::max(out.records, db::Reach::listed);
            out.persons = db::Reach::listed;
            const auto below = subtree(grant.organisation);
            out.organisations.insert(out.organisations.end(), below.begin(), below.end());
        }
    }
    std::ranges::sort(out.organisations);
    const auto repeated = std::ranges::unique(out.organisations);
    out.organisations.erase(repeated.begin(), repeated.end());
    return out;
}

}  // namespace ryadom::policy
