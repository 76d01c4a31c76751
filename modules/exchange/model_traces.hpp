// What stays of an event: materials and photos, decisions and the answers to them.
#pragma once

#include "modules/network/network.hpp"
#include "modules/practices/practices.hpp"

#include <array>

namespace ryadom::exchange {

/// A thing and its title, so that a screen needs no second question.
struct Named {
    Uuid id;
    std::string title;
};
constexpr auto describe(json::Type<Named>) {
    return json::object("ExchangeNamed", json::field("id", &Named::id, "Id"), json::field("title", &Named::title, "Title"));
}

// ---- Materials and photos

enum class FileKind { material, photo };
constexpr auto names(json::Type<FileKind>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{FileKind::material, "material"sv}, std::pair{FileKind::photo, "photo"sv}};
}

struct Consent {
    std::string people;
    std::string obtained_by;
};
constexpr auto describe(json::Type<Consent>) {
    return json::object("PhotoConsent", json::field("people", &Consent::people, "Who is on the photo"),
                        json::field("obtained_by", &Consent::obtained_by, "Who obtained their consent"));
}

struct File {
    Id<File> id;
    FileKind kind = FileKind::material;
    std::string name;
    std::int64_t size = 0;
    std::optional<Consent> consent;  ///< of a photo, for the host and the region
};
constexpr auto describe(json::Type<File>) {
    using T = File;
    return json::object("ExchangeFile", json::field("id", &T::id, "Id"), json::field("kind", &T::kind, "Kind"), json::field("name", &T::name, "Name"),
                        json::field("size", &T::size, "Bytes"), json::field("consent", &T::consent, "Consent of those on a photo"));
}

struct FileQuery {
    std::string name;
    std::optional<FileKind> kind;  ///< absent: a material
    std::optional<std::string> people;
    std::optional<std::string> obtained_by;
};
constexpr auto describe(json::Type<FileQuery>) {
    using T = FileQuery;
    return json::object("ExchangeFileQuery", json::field("name", &T::name, "Name of the file", json::length(1, 200)), json::field("kind", &T::kind, "Kind"),
                        json::field("people", &T::people, "Who is on the photo", json::length(1, 1000)),
                        json::field("obtained_by", &T::obtained_by, "Who obtained their consent", json::length(1, 300)));
}

// ---- Decisions

/// Overdue is computed: open, and its day is past.
enum class DecisionState { open, done, overdue, dropped };
constexpr auto names(json::Type<DecisionState>) {
    using namespace std::string_view_literals;
    using enum DecisionState;
    return std::array{std::pair{open, "open"sv}, std::pair{done, "done"sv}, std::pair{overdue, "overdue"sv}, std::pair{dropped, "dropped"sv}};
}

struct Decision {
    Id<Decision> id;
    std::string text;
    Named owner;
    Date due;
    DecisionState state = DecisionState::open;
    std::optional<Named> practice;
    std::optional<Named> organisation;  ///< with the practice: a cell of the matrix
    std::optional<Date> closed_on;
    std::optional<std::string> reason;  ///< why it was dropped
    std::optional<std::string> answer;
    std::optional<std::string> answered_by;
    std::optional<Instant> answered_at;
    std::optional<Instant> link_until;  ///< a link for its owner is out
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<Decision>) {
    using T = Decision;
    using json::field;
    return json::object("ExchangeDecision", field("id", &T::id, "Id"), field("text", &T::text, "What was decided"), field("owner", &T::owner, "Who does it"),
                        field("due", &T::due, "By when"), field("state", &T::state, "State"), field("practice", &T::practice, "About the practice"),
                        field("organisation", &T::organisation, "In the centre"), field("closed_on", &T::closed_on, "Done or dropped on"),
                        field("reason", &T::reason, "Why it was dropped"), field("answer", &T::answer, "Answer"),
                        field("answered_by", &T::answered_by, "Who answered"), field("answered_at", &T::answered_at, "When"),
                        field("link_until", &T::link_until, "A link to answer by is out, until"), field("revision", &T::revision, "Revision"));
}

struct DecisionRequest {
    std::string text;
    Id<network::Organisation> owner;
    Date due;
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<network::Organisation>> organisation;
};
constexpr auto describe(json::Type<DecisionRequest>) {
    using T = DecisionRequest;
    using json::field;
    return json::object("DecisionRequest", field("text", &T::text, "What was decided", json::length(1, 2000)), field("owner", &T::owner, "Who does it"),
                        field("due", &T::due, "By when"), field("practice", &T::practice, "About a practice"),
                        field("organisation", &T::organisation, "In a centre"));
}

struct DoneRequest {
    std::string answer;
};
constexpr auto describe(json::Type<DoneRequest>) {
    return json::object("DecisionDone", json::field("answer", &DoneRequest::answer, "What was done", json::length(1, 2000)));
}

/// The token is told here once.
struct AnswerLink {
    std::string token;
    Instant expires_at;
};
constexpr auto describe(json::Type<AnswerLink>) {
    return json::object("AnswerLink", json::field("token", &AnswerLink::token, "Secret of the link"),
                        json::field("expires_at", &AnswerLink::expires_at, "Good until"));
}

struct AnswerQuestion {
    std::string token;
};
constexpr auto describe(json::Type<AnswerQuestion>) {
    return json::object("AnswerQuestion", json::field("token", &AnswerQuestion::token, "Secret of the link", json::length(1, 200)));
}

/// All that the holder of a link sees.
struct AskedDecision {
    std::string text;
    std::string owner;
    Date due;
    std::string topic;  ///< of the event
    Date decided_on;
    std::optional<std::string> practice;
    std::optional<std::string> organisation;
    Instant expires_at;
};
constexpr auto describe(json::Type<AskedDecision>) {
    using T = AskedDecision;
    using json::field;
    return json::object("AskedDecision", field("text", &T::text, "What was decided"), field("owner", &T::owner, "Who does it"), field("due", &T::due, "By when"),
                        field("topic", &T::topic, "Topic of the event"), field("decided_on", &T::decided_on, "Last day of the event"),
                        field("practice", &T::practice, "About the practice"), field("organisation", &T::organisation, "In the centre"),
                        field("expires_at", &T::expires_at, "Answers are taken until"));
}

struct Answer {
    std::string token;
    bool done = false;
    std::string answer;
    std::string answered_by;
};
constexpr auto describe(json::Type<Answer>) {
    using json::field;
    return json::object("DecisionAnswer", field("token", &Answer::token, "Secret of the link", json::length(1, 200)), field("done", &Answer::done, "It is done"),
                        field("answer", &Answer::answer, "What was done, or why not yet", json::length(1, 2000)),
                        field("answered_by", &Answer::answered_by, "Name and post of who answers", json::length(1, 300)));
}

}  // namespace ryadom::exchange
