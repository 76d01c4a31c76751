// The head of an answer as bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "platform/core/ports.hpp"
#include "platform/http/message.hpp"

namespace ryadom::http {

enum class Framing { length, chunked, until_close };

struct Frame {
    Framing framing = Framing::length;
    std::size_t length = 0;
    bool keep_alive = true;
    std::string_view date;
};

/// 204 and 304 have neither body nor length.
bool has_body(int status);
/// Whether status and headers can be written without becoming a second message.
bool is_sendable(const Response& response);
std::string answer_head(const Response& response, const Frame& frame);
/// "Mon, 23 Nov 2026 17:32:57 GMT"
std::string http_date(Instant instant);
/// One chunk with its size in front; the empty piece is the end of the body.
std::string chunk(std::string_view piece);

}  // namespace ryadom::http
