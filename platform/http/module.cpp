#include "platform/http/module.hpp"

#include "platform/http/work.hpp"

namespace ryadom {

std::span<const EmbeddedFile> embedded_http_strings();
std::span<const EmbeddedFile> embedded_templates_strings();

Registered::Registered(std::span<const Module> modules) {
    texts.add(embedded_http_strings());
    texts.add(embedded_templates_strings());
    http::add_work_routes(routes);
    for (const auto& module : modules) {
        texts.add(module.strings);
        permissions.insert(permissions.end(), module.permissions.begin(), module.permissions.end());
        if (module.routes) module.routes(routes);
    }
}

}  // namespace ryadom
