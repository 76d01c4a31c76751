#include "platform/http/dispatch.hpp"

namespace ryadom::http {
namespace {

int status_of(Refusal::Kind kind) {
    switch (kind) {
        case Refusal::Kind::invalid: return 422;
        case Refusal::Kind::malformed: return 400;
        case Refusal::Kind::absent: return 404;
        case Refusal::Kind::forbidden: return 403;
        case Refusal::Kind::conflict: return 409;
        case Refusal::Kind::stale: return 412;
        case Refusal::Kind::unconditional: return 428;
        case Refusal::Kind::too_many: return 429;
        case Refusal::Kind::unauthenticated: return 401;
    }
    return 500;
}

/// What the text was made of: a screen offers the choices that a refusal lists without reading its sentence.
json::Object arguments_of(const FieldError& field) {
    json::Object out;
    for (const auto& [name, value] : field.arguments) out.push_back({name, value});
    return out;
}

}  // namespace

Response problem_document(const Refusal& refusal, const i18n::Catalogue& texts, i18n::Language language, const std::string& request_id,
                          std::optional<int> as) {
    const int status = as.value_or(status_of(refusal.kind));
    json::Array errors;
    for (const auto& field : refusal.fields) {
        json::Value error(json::Object{{"pointer", field.pointer}, {"code", field.code},
                                       {"detail", texts.text(language, field.code, field.arguments)}});
        if (!field.arguments.empty()) error.set("arguments", arguments_of(field));
        errors.push_back(std::move(error));
    }
    json::Value document(json::Object{{"type", "urn:ryadom:problem:" + refusal.code},
                                      {"title", std::string(phrase(status))},
                                      {"status", status},
                                      {"code", refusal.code},
                                      {"detail", texts.text(language, refusal.code, refusal.arguments)},
                                      {"request_id", request_id}});
    if (!errors.empty()) document.set("errors", std::move(errors));
    Response response{status, {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}}, json::write(document)};
    if (const auto wait = refusal.arguments.find("seconds"); status == 429 && wait != refusal.arguments.end())
        response.headers.push_back({"Retry-After", wait->second});
    return response;
}

}  // namespace ryadom::http
