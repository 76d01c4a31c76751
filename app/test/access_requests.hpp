// Requests that get as far as the object they name, made from what the routes say of themselves.
#pragma once

#include "platform/http/routes.hpp"

namespace ryadom::app {

inline constexpr auto nowhere = "0190d7a5-0000-7000-8000-00000000dead";

/// Something for each parameter that the route demands.
inline std::string demanded_query(const http::Route& route) {
    std::string out;
    if (!route.query) return out;
    json::Schemas schemas;
    route.query(schemas);
    for (const auto& [name, schema] : schemas)
        if (const auto* required = schema.find("required"))
            for (const auto& each : *required->as<json::Array>()) {
                const auto& parameter = *each.as<std::string>();
                out += (out.empty() ? "?" : "&") + parameter + "=" + (parameter == "path" ? "templates/order.md" : parameter == "version" || parameter == "delegation" || parameter == "other" ? nowhere : "order.pdf");
            }
    return out;
}

/// A body that the schema takes, so that the request gets as far as the object.
inline json::Value sample(const json::Value& schema, const json::Value& document) {
    using json::Array;
    using json::Object;
    if (const auto* reference = schema.find("$ref")) {
        const auto& name = *reference->as<std::string>();
        return sample(*document.find("components")->find("schemas")->find(name.substr(name.rfind('/') + 1)), document);
    }
    if (const auto* words = schema.find("enum")) return words->as<Array>()->front();
    if (!schema.find("type")) return Object{};
    const auto type = schema.find("type") ? *schema.find("type")->as<std::string>() : std::string();
    if (type == "object") {
        json::Value out(Object{});
        if (const auto* required = schema.find("required"))
            for (const auto& name : *required->as<Array>()) {
                const auto& property = *schema.find("properties")->find(*name.as<std::string>());
                if (!property.find("readOnly")) out.set(*name.as<std::string>(), sample(property, document));
            }
        return out;
    }
    if (type == "array") return Array{sample(*schema.find("items"), document)};
    if (type == "integer" || type == "number") {
        const auto* minimum = schema.find("minimum");
        return minimum ? *minimum : json::Value(1);
    }
    if (type == "boolean") return false;
    const auto format = schema.find("format") ? *schema.find("format")->as<std::string>() : std::string();
    if (format == "uuid") return nowhere;
    if (format == "date") return "2026-11-01";
    if (format == "date-time") return "2026-11-01T00:00:00.000Z";
    return "Достаточная";
}

}  // namespace ryadom::app
