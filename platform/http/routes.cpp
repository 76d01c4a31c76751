#include "platform/http/routes.hpp"

#include <fmt/format.h>

#include <charconv>

namespace ryadom::http {
namespace detail {
namespace {

/// A word of the query as the type that the schema names; what does not fit stays text and is refused by the reader.
json::Value typed(const std::string& word, const json::Value& schema) {
    const auto* type = schema.find("type");
    const auto name = type && type->as<std::string>() ? *type->as<std::string>() : std::string("string");
    if (name == "integer" || name == "number") {
        std::int64_t number = 0;
        const auto* end = word.data() + word.size();
        if (const auto [rest, error] = std::from_chars(word.data(), end, number); rest == end && error == std::errc()) return number;
    }
    if (name == "boolean" && (word == "true" || word == "false")) return word == "true";
    return word;
}

[[noreturn]] void malformed(std::string code, std::string detail) {
    throw Refused({Refusal::Kind::malformed, std::move(code), {{"detail", std::move(detail)}}, {}});
}

std::string decoded(std::string_view text) {
    std::string plain(text);
    for (auto& c : plain)
        if (c == '+') c = ' ';
    auto out = percent_decode(plain);
    if (!out || !i18n::valid_utf8(*out)) malformed("http.bad_query", plain);
    return std::move(*out);
}

}  // namespace

json::Value query_value(std::string_view query, const json::Schemas& schemas, const std::string& name) {
    const auto* properties = schemas.at(name).find("properties");
    json::Value out(json::Object{});
    while (!query.empty()) {
        const auto end = query.find('&');
        const auto pair = query.substr(0, end);
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        const auto key = decoded(pair.substr(0, equals));
        const auto word = equals == std::string_view::npos ? std::string() : decoded(pair.substr(equals + 1));
        const auto* property = properties->find(key);
        const auto* items = property ? property->find("items") : nullptr;
        if (items) {
            if (!out.find(key)) out.set(key, json::Array{});
            std::get<json::Array>(out.set(key, *out.find(key)).data).push_back(typed(word, *items));
        } else {
            if (out.find(key)) malformed("http.repeated_parameter", key);
            out.set(key, property ? typed(word, *property) : json::Value(word));
        }
    }
    return out;
}

json::Value body_value(const Request& request) {
    const auto type = request.header("content-type").value_or("");
    if (!type.starts_with("application/json")) malformed("http.wants_json", std::string(type));
    auto parsed = json::parse(request.body, {32, 4U << 20});
    if (!parsed) malformed(parsed.error().code, parsed.error().detail);
    return std::move(*parsed);
}

Response json_response(int status, std::string body, std::optional<std::int64_t> revision) {
    Response response{status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, std::move(body)};
    if (revision) response.headers.push_back({"ETag", fmt::format("\"{}\"", *revision)});
    return response;
}

Response download_response(Download download) {
    Response response{200, {{"Content-Type", download.content_type}, {"Cache-Control", "no-store"}}, std::move(download.body)};
    if (!download.file_name.empty()) {
        std::string encoded;  // RFC 8187: names are Russian more often than not
        for (const char c : download.file_name) {
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_')
                encoded += c;
            else fmt::format_to(std::back_inserter(encoded), "%{:02X}", static_cast<unsigned char>(c));
        }
        const std::string way = download.disposition == Disposition::show ? "inline" : "attachment";
        response.headers.push_back({"Content-Disposition", way + "; filename*=UTF-8''" + encoded});
    }
    return response;
}

json::Value page_schema(json::Value items) {
    using json::Array;
    using json::Object;
    using json::Value;
    return Object{{"type", "object"},
                  {"properties", Object{{"items", Object{{"type", "array"}, {"items", std::move(items)}}},
                                        {"next", Object{{"type", Array{"string", "null"}}}}}},
                  {"required", Array{"items", "next"}},
                  {"additionalProperties", false}};
}

}  // namespace detail

std::optional<std::int64_t> place(const std::optional<std::string>& cursor) {
    if (!cursor) return std::nullopt;
    std::int64_t number = 0;
    const auto* const end = cursor->data() + cursor->size();
    if (const auto [stop, error] = std::from_chars(cursor->data(), end, number); error != std::errc() || stop != end || number < 0)
        throw Refused(refuse_field("/cursor", "core.unknown_value", {{"value", *cursor}}).error());
    return number;
}

/// RFC 9110, 13.1.1, of strong tags: one, in quotes.
std::int64_t Call::revision() const {
    const auto value = context_.request.header("if-match");
    if (!value) throw Refused({Refusal::Kind::unconditional, "http.if_match_required", {}, {}});
    std::int64_t number = 0;
    const bool quoted = value->size() > 2 && value->front() == '"' && value->back() == '"';
    const auto word = quoted ? value->substr(1, value->size() - 2) : std::string_view();
    const auto* const end = word.data() + word.size();
    if (const auto [stop, error] = std::from_chars(word.data(), end, number); error != std::errc() || stop != end)
        throw Refused({Refusal::Kind::stale, "core.stale", {}, {}});
    return number;
}

}  // namespace ryadom::http
