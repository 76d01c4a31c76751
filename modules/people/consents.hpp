// Consents of persons to what is done with their data: one purpose each, by the exact text agreed to.
#pragma once

#include "modules/people/file.hpp"
#include "platform/db/transaction.hpp"

namespace ryadom::people {

/// What a person is asked to agree to. A version never changes; another one stands beside it.
struct ConsentText {
    Id<ConsentText> id;
    std::string purpose;
    std::int64_t version = 1;
    std::map<std::string, std::string> titles;      ///< by language, as are the other two
    std::map<std::string, std::string> recipients;  ///< to whom the data go
    std::map<std::string, std::string> bodies;
    bool oral = false;  ///< may be spoken before a witness
    Date since;
    bool sample = false;  ///< shipped with the program: the region's lawyer has not yet written another
};
constexpr auto describe(json::Type<ConsentText>) {
    using json::field;
    using T = ConsentText;
    return json::object("ConsentText", field("id", &T::id, "Id", json::read_only), field("purpose", &T::purpose, "Code of the purpose", json::length(1, 60)),
                        field("version", &T::version, "Version", json::read_only), field("titles", &T::titles, "Title by language"),
                        field("recipients", &T::recipients, "To whom the data go, by language"), field("bodies", &T::bodies, "Text by language"),
                        field("oral", &T::oral, "May be spoken before a witness"), field("since", &T::since, "In force since"),
                        field("sample", &T::sample, "A sample for the region's lawyer", json::read_only));
}

enum class ConsentChannel { paper, electronic, oral };
constexpr auto names(json::Type<ConsentChannel>) {
    using namespace std::string_view_literals;
    using enum ConsentChannel;
    return std::array{std::pair{paper, "paper"sv}, std::pair{electronic, "electronic"sv}, std::pair{oral, "oral"sv}};
}

/// A representative of the personal file who gives the consent for the person.
struct ConsentGiver {
    std::optional<Id<Person>> person;
    std::optional<std::string> name;
    Authority authority = Authority::guardian;
    std::string document;
};
constexpr auto describe(json::Type<ConsentGiver>) {
    using json::field;
    using json::length;
    using T = ConsentGiver;
    return json::object("ConsentGiver", field("person", &T::person, "A person of the register"), field("name", &T::name, "Name", length(0, 300)),
                        field("authority", &T::authority, "By what right"), field("document", &T::document, "Document of the right", length(1, 500)));
}

struct ConsentWithdrawal {
    Date withdrawn_on;
    ConsentChannel channel = ConsentChannel::paper;
    std::optional<std::string> reason;
};
constexpr auto describe(json::Type<ConsentWithdrawal>) {
    using json::field;
    using T = ConsentWithdrawal;
    return json::object("ConsentWithdrawal", field("withdrawn_on", &T::withdrawn_on, "Day from which it holds no longer"), field("channel", &T::channel, "How it was withdrawn"),
                        field("reason", &T::reason, "Reason, if one was given", json::length(0, 500)));
}

/// What is recorded when somebody agrees.
struct ConsentGiven {
    Id<ConsentText> text;
    Date given_on;
    ConsentChannel channel = ConsentChannel::paper;
    std::optional<std::string> witness;
    std::optional<ConsentGiver> giver;  ///< absent: the person
};
constexpr auto describe(json::Type<ConsentGiven>) {
    using json::field;
    using T = ConsentGiven;
    return json::object("ConsentGiven", field("text", &T::text, "The version agreed to"), field("given_on", &T::given_on, "Given on"),
                        field("channel", &T::channel, "How it was given"), field("witness", &T::witness, "Witness of a spoken consent", json::length(0, 300)),
                        field("giver", &T::giver, "Who gave it for the person; absent: the person"));
}

/// Stands until it is withdrawn, or until a later consent to the same purpose takes its place.
enum class ConsentState { stands, replaced, withdrawn };
constexpr auto names(json::Type<ConsentState>) {
    using namespace std::string_view_literals;
    using enum ConsentState;
    return std::array{std::pair{stands, "stands"sv}, std::pair{replaced, "replaced"sv}, std::pair{withdrawn, "withdrawn"sv}};
}

struct Consent {
    Id<Consent> id;
    std::string purpose;
    ConsentGiven given;
    std::optional<ConsentWithdrawal> withdrawal;
    ConsentState state = ConsentState::stands;
};
constexpr auto describe(json::Type<Consent>) {
    using json::field;
    using T = Consent;
    return json::object("PersonConsent", field("id", &T::id, "Id"), field("purpose", &T::purpose, "Code of the purpose"), field("given", &T::given, "What was agreed to, and how"),
                        field("withdrawal", &T::withdrawal, "When and how it was withdrawn"), field("state", &T::state, "Whether it stands"));
}

/// Whether the person has agreed to the purpose, as of that day: the day of a withdrawal is no longer covered. For whoever serves the
/// person; of others nobody is told.
bool consented(db::Tx& tx, Number<Person> person, std::string_view purpose, Date day);

}  // namespace ryadom::people
