// Who may do and see what: role × organisation, decided here and nowhere else.
#pragma once

#include "platform/db/transaction.hpp"

#include <array>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ryadom::policy {

enum class Role { administrator, coordinator, director, specialist, desk };

constexpr auto names(json::Type<Role>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Role::administrator, "administrator"sv}, std::pair{Role::coordinator, "coordinator"sv},
                      std::pair{Role::director, "director"sv}, std::pair{Role::specialist, "specialist"sv},
                      std::pair{Role::desk, "desk"sv}};
}

/// Roles of the region work without an organisation of their own; the others always have one.
constexpr bool regional(Role role) { return role == Role::administrator || role == Role::coordinator; }

class Roles {
  public:
    constexpr Roles(std::initializer_list<Role> roles) {
        for (const auto role : roles) bits_ |= 1U << static_cast<unsigned>(role);
    }
    static constexpr Roles all() {
        return {Role::administrator, Role::coordinator, Role::director, Role::specialist, Role::desk};
    }
    constexpr bool has(Role role) const { return (bits_ >> static_cast<unsigned>(role) & 1U) != 0; }

  private:
    unsigned bits_ = 0;
};

/// "ledger.record" and who holds it. Modules declare theirs at registration.
struct Permission {
    std::string_view code;
    Roles roles;
};

/// The schema of the API document that lists the permissions of all modules, for json::words.
inline constexpr std::string_view permission_words = "Permission";

/// A role in an organisation and all below it; organisation 0 is the region.
struct Grant {
    Role role;
    std::int64_t organisation = 0;
    auto operator<=>(const Grant&) const = default;
};

/// The numbers of an organisation and of all below it.
using Subtree = std::function<std::vector<std::int64_t>(db::Tx&, std::int64_t organisation)>;

class Policy {
  public:
    explicit Policy(std::vector<Permission> permissions);
    bool known(std::string_view permission) const;
    const std::vector<Permission>& all() const { return permissions_; }
    std::set<std::string, std::less<>> permissions(const std::vector<Grant>& grants) const;
    /// The grants that hold a permission: whoever is director of one centre and desk of another directs the one only.
    /// All of them for what is no permission ("any session").
    std::vector<Grant> holding(std::vector<Grant> grants, std::string_view permission) const;

  private:
    std::vector<Permission> permissions_;
};

/// Regional roles see every record and no person; the others both, within their organisations.
db::Scope scope(const std::vector<Grant>& grants, const std::function<std::vector<std::int64_t>(std::int64_t)>& subtree);

}  // namespace ryadom::policy
