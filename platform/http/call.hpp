// One request as a handler sees it, and what it may answer.
#pragma once

#include "platform/auth/accounts.hpp"
#include "platform/core/paging.hpp"
#include "platform/db/database.hpp"
#include "platform/http/message.hpp"
#include "platform/i18n/catalogue.hpp"

#include <functional>
#include <map>
#include <set>

namespace ryadom::http {

/// Over HTTPS the name itself keeps other hosts of the domain from setting the cookie (RFC 6265bis, 4.1.3.2).
constexpr std::string_view session_cookie(bool secure) { return secure ? "__Host-ryadom" : "ryadom"; }

/// Stays after the session: by it a browser is known in which somebody signed in before.
constexpr std::string_view device_cookie(bool secure) { return secure ? "__Host-ryadom-device" : "ryadom-device"; }

/// Who asks, as of this request.
struct Identity {
    auth::Account account;
    std::set<std::string, std::less<>> permissions;
    db::Caller caller;
    std::string zone = "UTC";  ///< time zone of the caller's organisation, or of the region
};

/// A write that the handler has prepared: the dispatcher hands it to the writer and answers after the commit.
template <class T>
struct Written {
    std::function<T(db::Tx&)> work;
};

/// Query parameters in a described struct: `list(Call&, Query<PersonFilter>)`.
template <class T>
struct Query {
    T value;
    const T* operator->() const { return &value; }
};

/// A body that is not JSON: a package, a table.
struct Upload {
    std::string bytes;
    std::string content_type;
};

enum class Disposition { save, show };

/// A file to save or show; `body` may be pulled piece by piece.
struct Download {
    std::string content_type;
    std::string file_name;  ///< empty: shown in place
    Body body;
    Disposition disposition = Disposition::save;
};

/// A list that goes on where `next` says.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next;
};

/// The query of every list.
struct Paging {
    std::optional<std::string> cursor;
    std::optional<int> limit;  ///< 1 to 200; 50 when absent
    int size() const { return limit.value_or(50); }
};

/// The number that a cursor is; nothing for none; refused when it is no number.
std::optional<std::int64_t> place(const std::optional<std::string>& cursor);

class Call {
  public:
    struct Context {
        db::Database& database;
        const i18n::Catalogue& texts;
        Request& request;
        std::map<std::string, std::string, std::less<>> parameters;
        std::optional<Identity> identity;
        i18n::Language language;
        Headers headers;
        std::string session_token;
    };
    explicit Call(Context& context) : context_(context) {}

    /// Present on every route that names a permission.
    const Identity& identity() const { return *context_.identity; }
    const std::optional<Identity>& visitor() const { return context_.identity; }
    const db::Caller& caller() const { return context_.identity->caller; }
    bool allowed(std::string_view permission) const { return identity().permissions.contains(permission); }
    /// The day in the caller's organisation.
    Date today() const { return local_date(context_.request.received, identity().zone); }
    Instant now() const { return context_.request.received; }
    i18n::Language language() const { return context_.language; }
    const std::string& session_token() const { return context_.session_token; }
    const Request& request() const { return context_.request; }
    db::Database& database() const { return context_.database; }
    std::string text(std::string_view key, const Arguments& arguments = {}) const {
        return context_.texts.text(context_.language, key, arguments);
    }
    const i18n::Catalogue& texts() const { return context_.texts; }
    i18n::Voice voice() const { return {&context_.texts, context_.language}; }

    /// A path parameter that is an id; what is none is absent.
    template <class Thing>
    Id<Thing> id(std::string_view name) const {
        if (const auto uuid = parse_uuid(path(name))) return {*uuid};
        throw Refused(absent());
    }
    const std::string& path(std::string_view name) const { return context_.parameters.find(name)->second; }
    /// The revision that an update changes, from If-Match; refused without it (RFC 6585, 428).
    std::int64_t revision() const;
    /// Added to the answer if it is not an error.
    void header(std::string name, std::string value) { context_.headers.push_back({std::move(name), std::move(value)}); }

    template <class Work>
    auto read(Work&& work) const {
        return context_.database.read_as(caller(), std::forward<Work>(work));
    }
    /// The closure captures by value, since it runs later, on the writer; and it is not mutable, since it may run again.
    template <class Work>
    auto write(Work work) const {
        static_assert(std::is_invocable_v<const Work&, db::Tx&>, "a closure that changes what it captured differs at its second run");
        return Written<std::invoke_result_t<const Work&, db::Tx&>>{std::move(work)};
    }

  private:
    Context& context_;
};

/// Refuses for another revision: the update changed no row.
inline void must_change(std::int64_t rows) {
    if (rows == 0) throw Refused({Refusal::Kind::stale, "core.stale", {}, {}});
}

}  // namespace ryadom::http
