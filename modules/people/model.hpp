// What the register of persons is made of.
#pragma once

#include "modules/network/model.hpp"

namespace ryadom::people {

enum class Sex { female, male };

constexpr auto names(json::Type<Sex>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Sex::female, "female"sv}, std::pair{Sex::male, "male"sv}};
}

struct Person {
    Id<Person> id;
    std::string family_name;
    std::string given_name;
    std::optional<std::string> patronymic;
    Date birth;
    std::optional<Date> death;
    Sex sex = Sex::female;
    std::optional<std::string> snils;  ///< 11 digits
    std::optional<std::string> iin;    ///< 12 digits
    std::optional<Id<network::District>> district;
    std::optional<std::string> phone;
    std::optional<std::string> address;
    std::int64_t revision = 1;
};

/// An organisation serves a person.
struct Attachment {
    Id<network::Organisation> organisation;
    Date since;
    std::optional<Date> until;
    std::optional<std::string> reason;  ///< why a person of another centre was taken in
};

/// What the desk sees of a person.
struct Card {
    Person person;
    std::vector<Attachment> attachments;
    std::int64_t revision = 1;
};

/// A row of the list.
struct Summary {
    Id<Person> id;
    std::string name;  ///< "Иванова Елена Петровна"
    Date birth;
    std::optional<Date> death;
    Sex sex = Sex::female;
    std::optional<Id<network::District>> district;
    Id<network::Organisation> organisation;
};

/// Beside every person who is typed anew.
constexpr std::string_view namesake_title = "Why it is nobody of those on the register who are alike";
constexpr auto namesake_limits = json::length(1, 500);

constexpr auto describe(json::Type<Person>) {
    using json::field;
    using json::length;
    return json::object(
        "Person", field("id", &Person::id, "Id", json::read_only), field("family_name", &Person::family_name, "Surname", length(1, 100)),
        field("given_name", &Person::given_name, "Given name", length(1, 100)),
        field("patronymic", &Person::patronymic, "Patronymic", length(0, 100)), field("birth", &Person::birth, "Born"),
        field("death", &Person::death, "Died"), field("sex", &Person::sex, "Sex"), field("snils", &Person::snils, "СНИЛС", length(0, 20)),
        field("iin", &Person::iin, "ИИН", length(0, 20)), field("district", &Person::district, "District of residence"),
        field("phone", &Person::phone, "Phone", length(0, 40)), field("address", &Person::address, "Address", length(0, 300)),
        field("revision", &Person::revision, "Revision", json::read_only));
}

constexpr auto describe(json::Type<Attachment>) {
    using json::field;
    return json::object("Attachment", field("organisation", &Attachment::organisation, "Who serves"), field("since", &Attachment::since, "Since"),
                        field("until", &Attachment::until, "Until"), field("reason", &Attachment::reason, "Reason", json::length(0, 500)));
}

constexpr auto describe(json::Type<Card>) {
    using json::field;
    return json::object("Card", field("person", &Card::person, "The person"), field("attachments", &Card::attachments, "Who serves, within sight"),
                        field("revision", &Card::revision, "Revision", json::read_only));
}

constexpr auto describe(json::Type<Summary>) {
    using json::field;
    return json::object("PersonSummary", field("id", &Summary::id, "Id"), field("name", &Summary::name, "Name"), field("birth", &Summary::birth, "Born"),
                        field("death", &Summary::death, "Died"), field("sex", &Summary::sex, "Sex"),
                        field("district", &Summary::district, "District of residence"),
                        field("organisation", &Summary::organisation, "Who serves"));
}

}  // namespace ryadom::people
