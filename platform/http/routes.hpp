// The routes of the API. A route takes its types from the handler's signature: what is parsed and written is what the
// OpenAPI document says.
//
//     routes.get("/api/v1/lending/loans/{id}", "lending.see", "A loan", [](Call& call) -> Loan { … });
//     routes.post("/api/v1/lending/loans", "lending.lend", "Lend an item", [](Call& call, LendRequest ask) -> Written<Loan> { … });
//
// Handlers return T, Written<T>, Page<T>, documents::Table, documents::Paper, calendar::Calendar,
// Download, Response, or void for 204; each may also throw Refused.
#pragma once

#include "platform/http/call.hpp"
#include "platform/http/paper_answer.hpp"
#include "platform/http/server.hpp"
#include "platform/http/table_answer.hpp"
#include "platform/json/schema.hpp"

namespace ryadom::http {

constexpr auto describe(json::Type<Paging>) {
    return json::object("Paging", json::field("cursor", &Paging::cursor, "Where to go on", json::length(0, 500)),
                        json::field("limit", &Paging::limit, "How many rows", json::range(1, 200)));
}

/// What a handler decided: an answer, or a write whose result is the answer.
struct Plan {
    std::optional<Response> response;
    std::function<Response(db::Tx&)> write;
};

/// What is kept of the answer to a POST with an Idempotency-Key, for when it comes again.
enum class Replay {
    answer,   ///< the answer, to be given again
    done,     ///< that it was done: for answers with secrets or personal data
    nothing,  ///< the key is not looked at: for requests with secrets, and for those that change nothing
};

/// What the document says of a body or an answer.
struct Shape {
    enum class Kind { none, json, bytes };
    Kind kind = Kind::none;
    std::function<json::Value(json::Schemas&)> schema;
    std::string content_type = "application/octet-stream";  ///< of bytes
};

struct Route {
    Method method;
    std::string path;
    std::string permission;  ///< empty: anybody
    std::string summary;
    int success;
    Shape request;
    Shape answer;
    std::function<json::Value(json::Schemas&)> query;
    bool revised = false;  ///< needs If-Match
    bool tabular = false;  ///< takes `format`
    Pool pool = Pool::ordinary;
    Replay replay = Replay::answer;
    std::function<Plan(Call&)> handle;
};

/// In place of a permission: no session needed; any session will do.
constexpr std::string_view anybody = "";
constexpr std::string_view signed_in = "signed_in";

namespace detail {

Response json_response(int status, std::string body, std::optional<std::int64_t> revision);
json::Value query_value(std::string_view query, const json::Schemas& schemas, const std::string& name);
json::Value body_value(const Request& request);
json::Value page_schema(json::Value items);

template <class T>
struct is_written : std::false_type {};
template <class T>
struct is_written<Written<T>> : std::true_type {
    using type = T;
};
template <class T>
struct is_page : std::false_type {};
template <class T>
struct is_page<Page<T>> : std::true_type {
    using type = T;
};
template <class T>
struct is_query : std::false_type {};
template <class T>
struct is_query<Query<T>> : std::true_type {
    using type = T;
};

template <class T>
concept Revised = requires(const T& value) { { value.revision } -> std::convertible_to<std::int64_t>; };

Response download_response(Download download);

template <class T>
Response respond(int status, T value) {
    if constexpr (std::is_same_v<T, Response>) return value;
    else if constexpr (std::is_same_v<T, Download>) return download_response(std::move(value));
    else if constexpr (is_page<T>::value) {
        std::string out = "{\"items\":";
        json::append(value.items, out);
        out += ",\"next\":";
        if (value.next) json::write_string(*value.next, out);
        else out += "null";
        return json_response(status, out + "}", std::nullopt);
    } else {
        std::optional<std::int64_t> revision;
        if constexpr (Revised<T>) revision = value.revision;
        return json_response(status, json::to_json(value), revision);
    }
}

template <class T>
Shape answer_shape() {
    if constexpr (std::is_void_v<T>) return {};
    else if constexpr (is_written<T>::value) return answer_shape<typename is_written<T>::type>();
    else if constexpr (Printable<T> || Datable<T>) return {Shape::Kind::bytes, {}, std::string(Printable<T> ? pdf_type : calendar_type)};
    else if constexpr (std::is_same_v<T, Response> || std::is_same_v<T, Download> || Tabular<T>) return {Shape::Kind::bytes, {}};
    else if constexpr (is_page<T>::value)
        return {Shape::Kind::json, [](json::Schemas& schemas) { return page_schema(json::schema<typename is_page<T>::type>(schemas)); }};
    else return {Shape::Kind::json, [](json::Schemas& schemas) { return json::schema<T>(schemas); }};
}

template <class T>
Plan plan(int status, T result) {
    if constexpr (is_written<T>::value) {
        using Value = typename is_written<T>::type;
        return {std::nullopt, [status, work = std::move(result.work)](db::Tx& tx) -> Response {
                    if constexpr (std::is_void_v<Value>) {
                        work(tx);
                        return {204, {}, std::string()};
                    } else {
                        return respond(status, work(tx));
                    }
                }};
    } else {
        return {respond(status, std::move(result)), {}};
    }
}

/// Reads one argument of a handler from the request.
template <class T>
T argument(Call& call, [[maybe_unused]] std::string_view query) {
    if constexpr (is_query<T>::value) {
        using Struct = typename is_query<T>::type;
        static const json::Schemas schemas = [] {
            json::Schemas out;
            json::schema<Struct>(out);
            return out;
        }();
        return {must(json::read<Struct>(query_value(query, schemas, std::string(describe(json::Type<Struct>{}).name))))};
    } else if constexpr (std::is_same_v<T, Upload>) {
        return {call.request().body, std::string(call.request().header("content-type").value_or(""))};
    } else {
        return must(json::read<T>(body_value(call.request())));
    }
}

template <class T>
void describe_argument(Route& route) {
    if constexpr (is_query<T>::value) {
        route.query = [](json::Schemas& schemas) {
            json::schema<typename is_query<T>::type>(schemas);
            return json::Value(describe(json::Type<typename is_query<T>::type>{}).name);
        };
    } else if constexpr (std::is_same_v<T, Upload>) {
        route.request = {Shape::Kind::bytes, {}};
    } else {
        route.request = {Shape::Kind::json, [](json::Schemas& schemas) { return json::schema<T>(schemas); }};
    }
}

template <class Result, class Handler, class... Arguments>
void bind(Route& route, Handler handler) {
    (describe_argument<Arguments>(route), ...);
    route.answer = answer_shape<Result>();
    if (route.answer.kind == Shape::Kind::none) route.success = 204;
    route.tabular = Tabular<Result>;
    route.handle = [handler = std::move(handler), status = route.success](Call& call) -> Plan {
        if constexpr (std::is_void_v<Result>) {
            handler(call, argument<Arguments>(call, call.request().query())...);
            return {Response{204, {}, std::string()}, {}};
        } else if constexpr (Tabular<Result>) {
            const auto asked = table_query(call.request().query());
            return plan(status, as_file(call, handler(call, argument<Arguments>(call, asked.rest)...), asked.format));
        } else if constexpr (Printable<Result> || Datable<Result>) {
            return plan(status, as_file(call, handler(call, argument<Arguments>(call, call.request().query())...)));
        } else {
            return plan(status, handler(call, argument<Arguments>(call, call.request().query())...));
        }
    };
}

template <class Handler, class Result, class... Arguments>
void bind_member(Route& route, Handler handler, Result (Handler::*)(Call&, Arguments...) const) {
    bind<Result, Handler, Arguments...>(route, std::move(handler));
}

template <class Result, class... Arguments>
void bind_any(Route& route, Result (*handler)(Call&, Arguments...)) {
    bind<Result, decltype(handler), Arguments...>(route, handler);
}

template <class Handler>
void bind_any(Route& route, Handler handler) {
    bind_member(route, std::move(handler), &Handler::operator());
}

}  // namespace detail

class Routes {
  public:
    template <class Handler>
    Route& get(std::string path, std::string_view permission, std::string summary, Handler handler) {
        return add(Method::get, std::move(path), permission, std::move(summary), 200, std::move(handler));
    }
    /// Creates something: 201.
    template <class Handler>
    Route& post(std::string path, std::string_view permission, std::string summary, Handler handler) {
        return add(Method::post, std::move(path), permission, std::move(summary), 201, std::move(handler));
    }
    /// Does something, or answers a question too long for a query: POST with 200.
    template <class Handler>
    Route& act(std::string path, std::string_view permission, std::string summary, Handler handler) {
        return add(Method::post, std::move(path), permission, std::move(summary), 200, std::move(handler));
    }
    /// Replaces the whole; asks for If-Match.
    template <class Handler>
    Route& put(std::string path, std::string_view permission, std::string summary, Handler handler) {
        auto& route = add(Method::put, std::move(path), permission, std::move(summary), 200, std::move(handler));
        route.revised = true;
        return route;
    }
    template <class Handler>
    Route& remove(std::string path, std::string_view permission, std::string summary, Handler handler) {
        return add(Method::remove, std::move(path), permission, std::move(summary), 200, std::move(handler));
    }

    const std::vector<Route>& all() const { return routes_; }

  private:
    template <class Handler>
    Route& add(Method method, std::string path, std::string_view permission, std::string summary, int success, Handler handler) {
        routes_.push_back({method, std::move(path), std::string(permission), std::move(summary), success, {}, {}, {}, false, false, Pool::ordinary, Replay::answer, {}});
        detail::bind_any(routes_.back(), std::move(handler));
        return routes_.back();
    }

    std::vector<Route> routes_;
};

/// The OpenAPI 3.1 document of the routes.
json::Value openapi(const Routes& routes, const policy::Policy& policy, const i18n::Catalogue& texts, std::string_view version);

}  // namespace ryadom::http
