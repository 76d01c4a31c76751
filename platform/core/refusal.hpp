// What the domain answers when it declines: a value with a stable code, never a sentence.
// The sentence in the reader's language is made from the code by platform/i18n.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ryadom {

/// Arguments of a message, by name, as text that is ready to be shown.
using Arguments = std::map<std::string, std::string>;

/// One wrong field: JSON pointer (RFC 6901) into the input, message code, arguments of the message.
struct FieldError {
    std::string pointer;
    std::string code;
    Arguments arguments;
    bool operator==(const FieldError&) const = default;
};

struct Refusal {
    enum class Kind {
        invalid,    ///< the input is wrong as such (HTTP 422)
        malformed,  ///< the input could not be read at all (400)
        absent,     ///< there is no such thing for this caller (404)
        forbidden,  ///< the caller may see the thing but not do this (403)
        conflict,   ///< the state of the thing does not allow it (409)
        stale,      ///< somebody changed the thing meanwhile (412)
        unconditional,  ///< a change must say which revision it changes (428)
        too_many,   ///< asked too often (429)
        unauthenticated  ///< nobody is signed in (401)
    };
    Kind kind = Kind::conflict;
    std::string code;  ///< "<module>.<reason>", a key of the message catalogues
    Arguments arguments;
    std::vector<FieldError> fields;
    bool operator==(const Refusal&) const = default;
};

/// The result of a decision that input can make fail.
template <class T>
using Checked = std::expected<T, Refusal>;

/// Carries a refusal out of a transaction closure; caught in one place, by the database's runner.
class Refused {
  public:
    explicit Refused(Refusal refusal) : refusal_(std::move(refusal)) {}
    const Refusal& refusal() const { return refusal_; }

  private:
    Refusal refusal_;
};

inline std::unexpected<Refusal> refuse(std::string code, Arguments arguments = {}) {
    return std::unexpected(Refusal{Refusal::Kind::conflict, std::move(code), std::move(arguments), {}});
}

inline std::unexpected<Refusal> refuse_field(std::string pointer, std::string code, Arguments arguments = {}) {
    return std::unexpected(
        Refusal{Refusal::Kind::invalid, "core.invalid", {}, {{std::move(pointer), std::move(code), std::move(arguments)}}});
}

inline Refusal absent() { return {Refusal::Kind::absent, "core.absent", {}, {}}; }

/// Takes the value out, or ends the running closure with the refusal.
template <class T>
T must(Checked<T> checked) {
    if (!checked) throw Refused(std::move(checked.error()));
    if constexpr (!std::is_void_v<T>) return std::move(*checked);
}

/// The same for a thing that may not be there: what the caller may not see is absent.
template <class T>
T must(std::optional<T> found) {
    if (!found) throw Refused(absent());
    return std::move(*found);
}

}  // namespace ryadom
