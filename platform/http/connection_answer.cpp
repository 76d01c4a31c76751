#include "platform/http/connection_answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "platform/http/connection_head.hpp"
#include "platform/time/time.hpp"

namespace ryadom::http {

namespace {

/// The server's own business, see Response.
bool is_framing(std::string_view name) {
    constexpr std::array<std::string_view, 7> names{
        "Connection", "Content-Length", "Date", "Keep-Alive", "Trailer", "Upgrade", "Transfer-Encoding"};
    return std::ranges::any_of(names, [&](std::string_view it) { return same_name(it, name); });
}

}  // namespace

bool has_body(int status) { return status >= 200 && status != 204 && status != 304; }

bool is_sendable(const Response& response) {
    return response.status >= 200 && response.status <= 599 &&
           std::ranges::all_of(response.headers, [](const Header& it) {
               return is_token(it.name) && is_field_value(it.value);
           });
}

std::string answer_head(const Response& response, const Frame& frame) {
    std::string text;
    text.reserve(256);
    fmt::format_to(std::back_inserter(text), "HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status,
                   phrase(response.status), frame.date);
    for (const auto& header : response.headers)
        if (!is_framing(header.name))
            text.append(header.name).append(": ").append(header.value).append("\r\n");
    if (!frame.keep_alive) text += "Connection: close\r\n";
    if (has_body(response.status)) {
        if (frame.framing == Framing::length)
            fmt::format_to(std::back_inserter(text), "Content-Length: {}\r\n", frame.length);
        if (frame.framing == Framing::chunked) text += "Transfer-Encoding: chunked\r\n";
    }
    return text += "\r\n";
}

std::string http_date(Instant instant) {
    constexpr std::array<std::string_view, 7> weekdays{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto seconds = std::max<std::int64_t>(instant.milliseconds / 1000, 0);
    const Date day{static_cast<std::int32_t>(seconds / 86400)};
    const auto at = seconds % 86400;
    const auto date = parts(day);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                       weekdays[static_cast<std::size_t>(day.days) % 7], date.day,
                       months[static_cast<std::size_t>(date.month) - 1], date.year, at / 3600, at / 60 % 60,
                       at % 60);
}

std::string chunk(std::string_view piece) { return fmt::format("{:x}\r\n{}\r\n", piece.size(), piece); }

}  // namespace ryadom::http
