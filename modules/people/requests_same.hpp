// What the routes about people who are alike take and give.
#pragma once

#include "modules/people/model.hpp"

namespace ryadom::people {

/// What is typed so far of somebody.
struct AlikeRequest {
    std::optional<std::string> family_name;
    std::optional<std::string> given_name;
    std::optional<std::string> patronymic;
    std::optional<Date> birth;
    std::optional<Sex> sex;
    std::optional<std::string> snils;
    std::optional<std::string> iin;
    std::optional<std::string> phone;
};

/// Words and a date that may hold slips.
struct MeantRequest {
    std::string query;
    std::optional<Date> birth;
};
constexpr auto describe(json::Type<MeantRequest>) {
    using json::field;
    return json::object("PersonMeantRequest", field("query", &MeantRequest::query, "Names in any order", json::length(1, 200)), field("birth", &MeantRequest::birth, "Born"));
}

/// What one field says.
struct AlikeReason {
    std::string field;
    std::string text;  ///< in the reader's words
    bool against = false;
};

struct AlikePerson {
    Id<Person> id;
    std::string name;
    Date birth;
    std::optional<Date> death;
    int percent = 0;     ///< how probable it is that they are one person
    bool asked = false;  ///< somebody like this is entered only for a reason
    bool same_number = false;
    std::vector<AlikeReason> reasons;
};

constexpr auto describe(json::Type<AlikeRequest>) {
    using json::field;
    using json::length;
    return json::object("PersonAlikeRequest", field("family_name", &AlikeRequest::family_name, "Surname", length(0, 100)),
                        field("given_name", &AlikeRequest::given_name, "Given name", length(0, 100)),
                        field("patronymic", &AlikeRequest::patronymic, "Patronymic", length(0, 100)), field("birth", &AlikeRequest::birth, "Born"),
                        field("sex", &AlikeRequest::sex, "Sex"), field("snils", &AlikeRequest::snils, "СНИЛС, also with a wrong digit", length(0, 20)),
                        field("iin", &AlikeRequest::iin, "ИИН", length(0, 20)), field("phone", &AlikeRequest::phone, "Phone", length(0, 40)));
}

constexpr auto describe(json::Type<AlikeReason>) {
    using json::field;
    return json::object("PersonAlikeReason", field("field", &AlikeReason::field, "Which field"), field("text", &AlikeReason::text, "What it says, in words"),
                        field("against", &AlikeReason::against, "Whether it says that they are two people"));
}

constexpr auto describe(json::Type<AlikePerson>) {
    using json::field;
    return json::object("PersonAlike", field("id", &AlikePerson::id, "Id"), field("name", &AlikePerson::name, "Name"), field("birth", &AlikePerson::birth, "Born"),
                        field("death", &AlikePerson::death, "Died"), field("percent", &AlikePerson::percent, "How probable it is that they are one person"),
                        field("asked", &AlikePerson::asked, "Somebody like this is entered only for a reason"),
                        field("same_number", &AlikePerson::same_number, "СНИЛС or ИИН is the same"), field("reasons", &AlikePerson::reasons, "What says most first"));
}

}  // namespace ryadom::people
