// Reads the head of a request from its bytes. Stricter than RFC 9112 allows to be, so that no proxy before us
// can read the same bytes differently; pure, so that it can be fuzzed.
#pragma once

#include <cstdint>
#include <expected>
#include <string_view>

#include "platform/http/message.hpp"
#include "platform/http/server.hpp"

namespace ryadom::http {

/// A status to answer with before closing; status 0 closes without a word.
struct Fault {
    int status = 0;
    Reason reason = Reason::malformed;
};

struct Head {
    Request request;  ///< method, target, headers
    bool version_1_0 = false;
    bool keep_alive = true;
    bool chunked = false;
    bool expects_continue = false;
    std::uint64_t length = 0;
};

/// The length of the head with its empty line, 0 while it is not complete. Bytes before `from` were seen
/// before.
std::expected<std::size_t, Fault> head_length(std::string_view bytes, std::size_t from, std::size_t limit);

/// `text` is a complete head as head_length() found it.
std::expected<Head, Fault> parse_head(std::string_view text, std::size_t most_fields);

bool is_token(std::string_view text);
/// Free of control characters other than tabs.
bool is_field_value(std::string_view text);

}  // namespace ryadom::http
