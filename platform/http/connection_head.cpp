#include "platform/http/connection_head.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace ryadom::http {

namespace {

using Outcome = std::expected<void, Fault>;

std::unexpected<Fault> malformed() { return std::unexpected(Fault{400, Reason::malformed}); }

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_token_char(char c) {
    return is_letter(c) || is_digit(c) || std::string_view("!#$%&'*+-.^_`|~").contains(c);
}

/// Visible ASCII without what browsers always encode and proxies read differently.
bool is_target_char(char c) { return c > 0x20 && c < 0x7f && !std::string_view("\"#<>\\").contains(c); }

bool is_host(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return is_letter(c) || is_digit(c) || std::string_view("-._~:[]").contains(c);
    });
}

bool has_dot_segment(std::string_view path) {
    while (true) {
        const auto slash = path.find('/');
        const auto segment = path.substr(0, slash);
        if (segment == "." || segment == "..") return true;
        if (slash == std::string_view::npos) return false;
        path.remove_prefix(slash + 1);
    }
}

bool is_target(const Request& request) {
    if (!request.target.starts_with('/') || !std::ranges::all_of(request.target, is_target_char))
        return false;
    const auto path = percent_decode(request.path());
    return path && percent_decode(request.query()) && std::ranges::none_of(*path, is_control) &&
           !has_dot_segment(*path);
}

std::expected<Method, Fault> read_method(std::string_view word) {
    if (!is_token(word)) return malformed();
    if (const auto method = parse_method(word)) return *method;
    const bool never = word == "TRACE" || word == "CONNECT";
    return std::unexpected(Fault{never ? 405 : 501, Reason::method});
}

Outcome read_version(Head& head, std::string_view word) {
    const bool shaped = word.size() == 8 && word.starts_with("HTTP/") && is_digit(word[5]) &&
                        word[6] == '.' && is_digit(word[7]);
    if (!shaped) return malformed();
    if (word != "HTTP/1.1" && word != "HTTP/1.0") return std::unexpected(Fault{505, Reason::version});
    head.version_1_0 = word == "HTTP/1.0";
    return {};
}

Outcome read_request_line(Head& head, std::string_view line) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return malformed();
    if (const auto version = read_version(head, line.substr(last + 1)); !version) return version;
    const auto method = read_method(line.substr(0, first));
    if (!method) return std::unexpected(method.error());
    head.request.method = *method;
    head.request.target = line.substr(first + 1, last - first - 1);
    if (!is_target(head.request)) return malformed();
    return {};
}

Outcome read_field(Headers& headers, std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return malformed();
    auto value = line.substr(colon + 1);
    const auto first = value.find_first_not_of(" \t");
    value = first == std::string_view::npos ? std::string_view()
                                            : value.substr(first, value.find_last_not_of(" \t") - first + 1);
    headers.push_back({std::string(line.substr(0, colon)), std::string(value)});
    return {};
}

/// Fields that mean something only once: two of them are an attempt to be read twice.
bool repeats_single_field(const Headers& headers) {
    constexpr std::array<std::string_view, 7> single{
        "Host", "Content-Length", "Transfer-Encoding", "Content-Type", "Authorization", "Origin", "Expect"};
    return std::ranges::any_of(single, [&](std::string_view name) {
        return std::ranges::count_if(headers, [&](const Header& it) { return same_name(it.name, name); }) > 1;
    });
}

Outcome read_length(Head& head) {
    const auto length = find(head.request.headers, "Content-Length");
    const auto coding = find(head.request.headers, "Transfer-Encoding");
    if (coding) {
        if (length || head.version_1_0 || !same_name(*coding, "chunked")) return malformed();
        head.chunked = true;
    }
    if (!length) return {};
    const bool digits = !length->empty() && length->size() <= 18 && std::ranges::all_of(*length, is_digit);
    if (!digits) return malformed();
    std::from_chars(length->data(), length->data() + length->size(), head.length);
    return {};
}

Outcome read_meaning(Head& head) {
    const auto& headers = head.request.headers;
    if (repeats_single_field(headers)) return malformed();
    const auto host = find(headers, "Host");
    if (host ? !is_host(*host) : !head.version_1_0) return malformed();
    if (const auto length = read_length(head); !length) return length;
    head.keep_alive = !head.version_1_0 && !has_token(headers, "Connection", "close");
    if (const auto expected = find(headers, "Expect"); expected && !head.version_1_0) {
        if (!same_name(*expected, "100-continue")) return std::unexpected(Fault{417, Reason::expectation});
        head.expects_continue = true;
    }
    return {};
}

}  // namespace

bool is_token(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_token_char); }

bool is_field_value(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return is_control(c) && c != '\t'; });
}

std::expected<std::size_t, Fault> head_length(std::string_view bytes, std::size_t from, std::size_t limit) {
    for (std::size_t at = from; at < std::min(bytes.size(), limit); ++at) {
        const char c = bytes[at];
        if (c == '\n') {
            if (at < 2 || bytes[at - 1] != '\r') return malformed();
            if (bytes[at - 2] == '\n') return at + 1;
        } else if (at > 0 && bytes[at - 1] == '\r') {
            return malformed();
        } else if (is_control(c) && c != '\r' && c != '\t') {
            return malformed();
        }
    }
    if (bytes.size() >= limit) return std::unexpected(Fault{431, Reason::head_too_large});
    return 0;
}

std::expected<Head, Fault> parse_head(std::string_view text, std::size_t most_fields) {
    Head head;
    auto end = text.find("\r\n");
    if (const auto line = read_request_line(head, text.substr(0, end)); !line)
        return std::unexpected(line.error());
    text.remove_prefix(end + 2);
    while (!text.starts_with("\r\n")) {
        if (head.request.headers.size() == most_fields)
            return std::unexpected(Fault{431, Reason::head_too_large});
        end = text.find("\r\n");
        if (end == std::string_view::npos) return malformed();
        if (const auto field = read_field(head.request.headers, text.substr(0, end)); !field)
            return std::unexpected(field.error());
        text.remove_prefix(end + 2);
    }
    if (const auto meaning = read_meaning(head); !meaning) return std::unexpected(meaning.error());
    return head;
}

}  // namespace ryadom::http
