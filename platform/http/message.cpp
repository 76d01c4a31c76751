#include "platform/http/message.hpp"

#include "platform/core/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ryadom::http {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 7> methods{{{Method::get, "GET"},
                                                                      {Method::head, "HEAD"},
                                                                      {Method::post, "POST"},
                                                                      {Method::put, "PUT"},
                                                                      {Method::patch, "PATCH"},
                                                                      {Method::remove, "DELETE"},
                                                                      {Method::options, "OPTIONS"}}};

struct Status {
    int status;
    std::string_view code;
    std::string_view phrase;
};

/// Codes only for what the edge itself may answer.
constexpr std::array<Status, 40> statuses{{{200, "", "OK"},
                                           {201, "", "Created"},
                                           {202, "", "Accepted"},
                                           {204, "", "No Content"},
                                           {206, "", "Partial Content"},
                                           {301, "", "Moved Permanently"},
                                           {302, "", "Found"},
                                           {303, "", "See Other"},
                                           {304, "", "Not Modified"},
                                           {307, "", "Temporary Redirect"},
                                           {308, "", "Permanent Redirect"},
                                           {400, "http.malformed", "Bad Request"},
                                           {401, "", "Unauthorized"},
                                           {403, "", "Forbidden"},
                                           {404, "", "Not Found"},
                                           {405, "http.method-not-allowed", "Method Not Allowed"},
                                           {406, "", "Not Acceptable"},
                                           {408, "http.too-slow", "Request Timeout"},
                                           {409, "", "Conflict"},
                                           {410, "", "Gone"},
                                           {411, "", "Length Required"},
                                           {412, "", "Precondition Failed"},
                                           {413, "http.too-large", "Content Too Large"},
                                           {414, "", "URI Too Long"},
                                           {415, "", "Unsupported Media Type"},
                                           {416, "", "Range Not Satisfiable"},
                                           {417, "http.unknown-expectation", "Expectation Failed"},
                                           {421, "", "Misdirected Request"},
                                           {422, "", "Unprocessable Content"},
                                           {423, "", "Locked"},
                                           {428, "", "Precondition Required"},
                                           {429, "", "Too Many Requests"},
                                           {431, "http.headers-too-large", "Request Header Fields Too Large"},
                                           {500, "http.internal", "Internal Server Error"},
                                           {501, "http.unknown-method", "Not Implemented"},
                                           {502, "", "Bad Gateway"},
                                           {503, "http.busy", "Service Unavailable"},
                                           {504, "", "Gateway Timeout"},
                                           {505, "http.unknown-version", "HTTP Version Not Supported"},
                                           {507, "", "Insufficient Storage"}}};

const Status* find_status(int status) {
    const auto found = std::ranges::find(statuses, status, &Status::status);
    return found == statuses.end() ? nullptr : &*found;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool list_has(std::string_view list, std::string_view word) {
    while (true) {
        const auto comma = list.find(',');
        if (same_name(trimmed(list.substr(0, comma)), word)) return true;
        if (comma == std::string_view::npos) return false;
        list.remove_prefix(comma + 1);
    }
}

}  // namespace

std::string_view to_string(Method method) {
    return std::ranges::find(methods, method, &std::pair<Method, std::string_view>::first)->second;
}

std::optional<Method> parse_method(std::string_view text) {
    const auto found = std::ranges::find(methods, text, &std::pair<Method, std::string_view>::second);
    if (found == methods.end()) return std::nullopt;
    return found->first;
}

bool same_name(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, lower, lower);
}

std::optional<std::string_view> find(const Headers& headers, std::string_view name) {
    const auto found =
        std::ranges::find_if(headers, [&](const Header& it) { return same_name(it.name, name); });
    if (found == headers.end()) return std::nullopt;
    return found->value;
}

bool has_token(const Headers& headers, std::string_view name, std::string_view word) {
    return std::ranges::any_of(
        headers, [&](const Header& it) { return same_name(it.name, name) && list_has(it.value, word); });
}

std::string_view Request::path() const { return std::string_view(target).substr(0, target.find('?')); }

std::string_view Request::query() const {
    const auto mark = target.find('?');
    return mark == std::string::npos ? std::string_view() : std::string_view(target).substr(mark + 1);
}

std::optional<std::string> percent_decode(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            decoded += text[at];
            continue;
        }
        if (at + 2 >= text.size()) return std::nullopt;
        const int high = hex_digit(text[at + 1]);
        const int low = hex_digit(text[at + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return decoded;
}

std::string_view phrase(int status) {
    const auto* known = find_status(status);
    return known ? known->phrase : std::string_view();
}

Problem problem(int status) {
    const auto* known = find_status(status);
    if (!known) return {status, "http.refused", "Refused"};
    return {status, known->code.empty() ? std::string_view("http.refused") : known->code, known->phrase};
}

Response problem_response(const Problem& problem) {
    std::string text = R"({"type":"urn:ryadom:)";
    text.append(problem.code).append(R"(","title":")").append(problem.title);
    text.append(R"(","status":)").append(std::to_string(problem.status)).append("}");
    return {
        problem.status, {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}}, text};
}

std::optional<std::string> Request::cookie(std::string_view name) const {
    for (const auto& header : headers) {
        if (!same_name(header.name, "cookie")) continue;
        std::string_view rest = header.value;
        while (!rest.empty()) {
            const auto end = rest.find(';');
            auto pair = rest.substr(0, end);
            while (pair.starts_with(' ')) pair.remove_prefix(1);
            if (pair.starts_with(name) && pair.substr(name.size()).starts_with('=')) return std::string(pair.substr(name.size() + 1));
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        }
    }
    return std::nullopt;
}

}  // namespace ryadom::http
