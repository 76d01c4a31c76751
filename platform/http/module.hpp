// What a module registers: one value, listed in app/modules.cpp.
#pragma once

#include "platform/core/embedded.hpp"
#include "platform/db/schema.hpp"
#include "platform/http/routes.hpp"
#include "platform/policy/policy.hpp"

namespace ryadom {

struct Module {
    std::string_view name;
    db::Schema schema;
    std::vector<policy::Permission> permissions;
    std::function<void(http::Routes&)> routes;
    std::span<const EmbeddedFile> strings;
};

/// What modules registered, put together.
struct Registered {
    i18n::Catalogue texts;  ///< with those of the platform
    std::vector<policy::Permission> permissions;
    http::Routes routes;

    explicit Registered(std::span<const Module> modules);
};

}  // namespace ryadom
