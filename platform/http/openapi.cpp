#include "platform/http/routes.hpp"

#include <algorithm>
#include <functional>

namespace ryadom::http {
namespace {

using json::Array;
using json::Object;
using json::Value;

Value problem_schema() {
    const Value text = Object{{"type", "string"}};
    const Value code = Object{{"$ref", "#/components/schemas/" + std::string(i18n::code_words)}};
    const Value field = Object{{"type", "object"},
                               {"properties", Object{{"pointer", text}, {"code", code}, {"detail", text},
                                                     {"arguments", Object{{"type", "object"}, {"additionalProperties", text}}}}},
                               {"required", Array{"pointer", "code", "detail"}}};
    return Object{{"type", "object"},
                  {"properties", Object{{"type", text}, {"title", text}, {"status", Object{{"type", "integer"}}}, {"code", code},
                                        {"detail", text}, {"request_id", text},
                                        {"errors", Object{{"type", "array"}, {"items", field}}}}},
                  {"required", Array{"type", "title", "status", "code"}}};
}

template <class List, class Word = std::identity>
Value word_schema(const List& list, Word word = {}) {
    Array words;
    for (const auto& each : list) words.emplace_back(std::invoke(word, each));
    return Object{{"type", "string"}, {"enum", std::move(words)}};
}

void add_path_parameters(const std::string& path, Array& out) {
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{', open + 1)) {
        const auto name = path.substr(open + 1, path.find('}', open) - open - 1);
        out.push_back(Object{{"name", name}, {"in", "path"}, {"required", true}, {"schema", Object{{"type", "string"}}}});
    }
}

void add_query_parameters(const Route& route, json::Schemas& schemas, Array& out) {
    if (!route.query) return;
    json::Schemas own;
    const auto name = *route.query(own).as<std::string>();
    const auto& schema = own.at(name);
    const auto* required = schema.find("required");
    for (const auto& [field, property] : *schema.find("properties")->as<Object>()) {
        const bool needed = required && std::ranges::find(*required->as<Array>(), Value(field)) != required->as<Array>()->end();
        out.push_back(Object{{"name", field}, {"in", "query"}, {"required", needed}, {"schema", property}});
    }
    own.erase(name);
    schemas.merge(own);
}

Value format_parameter() {
    Array words;
    for (const auto& [format, word] : names(json::Type<documents::Format>{})) words.emplace_back(word);
    return Object{{"name", "format"}, {"in", "query"}, {"required", false},
                  {"schema", Object{{"type", "string"}, {"enum", std::move(words)}, {"title", "Of the file; absent: xlsx"}}}};
}

Value content(const Shape& shape, json::Schemas& schemas) {
    if (shape.kind == Shape::Kind::bytes) return Object{{shape.content_type, Object{{"schema", Object{}}}}};
    return Object{{"application/json", Object{{"schema", shape.schema(schemas)}}}};
}

std::string operation_id(const Route& route) {
    std::string out(to_string(route.method));
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (const char c : route.path.substr(std::min<std::size_t>(route.path.size(), 7)))
        if (c != '{' && c != '}') out += c == '/' || c == '-' || c == '.' ? '_' : c;
    return out;
}

Value operation(const Route& route, json::Schemas& schemas) {
    Value out(Object{{"operationId", operation_id(route)}, {"summary", route.summary}, {"x-permission", route.permission}});
    Array parameters;
    add_path_parameters(route.path, parameters);
    add_query_parameters(route, schemas, parameters);
    if (route.tabular) parameters.push_back(format_parameter());
    if (route.revised)
        parameters.push_back(Object{{"name", "If-Match"}, {"in", "header"}, {"required", true}, {"schema", Object{{"type", "string"}}}});
    if (!parameters.empty()) out.set("parameters", std::move(parameters));
    if (route.request.kind != Shape::Kind::none)
        out.set("requestBody", Object{{"required", true}, {"content", content(route.request, schemas)}});
    Value answer(Object{{"description", route.success == 204 ? "Done" : "Answer"}});
    if (route.answer.kind != Shape::Kind::none) answer.set("content", content(route.answer, schemas));
    out.set("responses", Object{{std::to_string(route.success), std::move(answer)},
                                {"default", Object{{"$ref", "#/components/responses/Problem"}}}});
    return out;
}

std::string lower_name(Method method) {
    switch (method) {
        case Method::get: return "get";
        case Method::head: return "head";
        case Method::post: return "post";
        case Method::put: return "put";
        case Method::patch: return "patch";
        case Method::remove: return "delete";
        case Method::options: return "options";
    }
    return {};
}

}  // namespace

Value openapi(const Routes& routes, const policy::Policy& policy, const i18n::Catalogue& texts, std::string_view version) {
    json::Schemas schemas;
    std::map<std::string, Value> paths;
    for (const auto& route : routes.all()) paths[route.path].set(lower_name(route.method), operation(route, schemas));
    Object path_members;
    for (auto& [path, operations] : paths) path_members.push_back({path, std::move(operations)});
    Object schema_members;
    schemas["Problem"] = problem_schema();
    schemas[std::string(i18n::code_words)] = word_schema(texts.keys());
    schemas[std::string(policy::permission_words)] = word_schema(policy.all(), &policy::Permission::code);
    for (auto& [name, schema] : schemas) schema_members.push_back({name, std::move(schema)});
    return Object{
        {"openapi", "3.1.0"},
        {"info", Object{{"title", "Ryadom"}, {"version", version}, {"license", Object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
        {"paths", std::move(path_members)},
        {"components",
         Object{{"schemas", std::move(schema_members)},
                {"responses", Object{{"Problem", Object{{"description", "RFC 9457 problem document"},
                                                        {"content", Object{{"application/problem+json",
                                                                            Object{{"schema", Object{{"$ref", "#/components/schemas/Problem"}}}}}}}}}}},
                {"securitySchemes", Object{{"session", Object{{"type", "apiKey"}, {"in", "cookie"}, {"name", "ryadom"}}}}}}},
        {"security", Array{Object{{"session", Array{}}}}}};
}

}  // namespace ryadom::http
