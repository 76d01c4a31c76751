// One HTTP message each way, as handlers see it: a request that was read whole, an answer that is still to be
// sent. Nothing here knows about sockets.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/core/ports.hpp"

namespace ryadom::http {

enum class Method { get, head, post, put, patch, remove, options };

/// "GET", "DELETE", …
std::string_view to_string(Method method);
/// Exact upper case; nothing for any other method.
std::optional<Method> parse_method(std::string_view text);

struct Header {
    std::string name;
    std::string value;
    bool operator==(const Header&) const = default;
};
using Headers = std::vector<Header>;

/// Names are compared without regard to case (ASCII).
bool same_name(std::string_view left, std::string_view right);
/// The first value of that name.
std::optional<std::string_view> find(const Headers& headers, std::string_view name);
/// Whether the comma separated lists of all fields of that name hold the word, in either case.
bool has_token(const Headers& headers, std::string_view name, std::string_view word);

struct Request {
    Method method = Method::get;
    std::string target =
        "/";  ///< as it was sent: origin form, percent sequences kept, checked to be well formed
    Headers headers;
    std::string body;
    std::string peer;  ///< address of the other end of the socket, which may be a proxy of the house
    std::string id;    ///< names this request in logs and in answers about errors
    Instant received;

    std::string_view path() const;   ///< the target up to "?", still encoded: split at "/" first, decode then
    std::string_view query() const;  ///< what follows "?", still encoded; empty without one
    std::optional<std::string_view> header(std::string_view name) const { return find(headers, name); }
    std::optional<std::string> cookie(std::string_view name) const;
};

/// "%D1%8F" becomes "я"; nothing for a broken sequence. "+" stays "+" (in a query, replace it before).
std::optional<std::string> percent_decode(std::string_view text);

/// One server-sent event. Line breaks in `data` are kept; they are removed from `name` and `id`.
struct Event {
    std::string name;
    std::string data;
    std::string id;
};

/// What lies between the application and one event stream: text that waits to be sent.
class EventChannel;

/// The application's end of an event stream; copies share the stream. Any thread may use it.
class EventSink {
  public:
    EventSink();
    /// False once the stream is closed: the reader left, was too slow, or the server is stopping.
    bool send(const Event& event) const;
    bool closed() const;
    /// Ends the stream after what was already sent.
    void close() const;
    EventChannel& channel() const { return *channel_; }

  private:
    std::shared_ptr<EventChannel> channel_;
};

/// Bytes that live as long as the process, such as embedded files.
struct StaticBytes {
    std::string_view bytes;
};

/// Yields the next piece of a long body, nothing at its end. Runs on a worker thread, never on two at once.
/// An exception breaks the connection off, so that the reader sees that the body is not whole.
using Pull = std::function<std::optional<std::string>()>;

using Body = std::variant<std::string, std::shared_ptr<const std::string>, StaticBytes, Pull, EventSink>;

/// Length, transfer coding, date and connection handling are the server's: headers of these names are left
/// out, except that "Connection: close" closes.
struct Response {
    int status = 200;
    Headers headers;
    Body body;
};

/// A refusal of the edge itself, before or instead of the application.
struct Problem {
    int status;
    std::string_view code;   ///< "http.too-large": key of the message catalogues
    std::string_view title;  ///< English, without personal data
};

/// The registered phrase of a status; empty for one that we do not know.
std::string_view phrase(int status);
Problem problem(int status);
/// An RFC 9457 document with type, title and status.
Response problem_response(const Problem& problem);

}  // namespace ryadom::http
