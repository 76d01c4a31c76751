// What becomes of two cards that are of one human. Pure.
#pragma once

#include "modules/people/file.hpp"

namespace ryadom::people {

struct CardAndFile {
    Person person;
    PersonalFile file;
};

/// What a survivor gets from the person who is merged into it: only what it has not.
struct Taken {
    std::optional<std::string> patronymic;
    std::optional<std::string> snils;
    std::optional<std::string> iin;
    std::optional<Id<network::District>> district;
    std::optional<std::string> phone;
    std::optional<std::string> address;
    PersonalFile file;
};
constexpr auto describe(json::Type<Taken>) {
    using json::field;
    return json::object("MergeTaken", field("patronymic", &Taken::patronymic, "Patronymic"), field("snils", &Taken::snils, "СНИЛС"), field("iin", &Taken::iin, "ИИН"),
                        field("district", &Taken::district, "District of residence"), field("phone", &Taken::phone, "Phone"),
                        field("address", &Taken::address, "Address", json::length(0, 300)), field("file", &Taken::file, "What was added to the personal file"));
}

/// Refuses two whose СНИЛС, ИИН or days of death differ, and who stand in each other's file: these are two people.
Checked<Taken> taken_over(const CardAndFile& survivor, const CardAndFile& person);
CardAndFile with(CardAndFile survivor, const Taken& taken);
/// Without what was taken, where it has not been changed since: `without(with(one, taken), taken)` is `one`.
CardAndFile without(CardAndFile survivor, const Taken& taken);

/// As it is kept with the merge.
std::string written(const Taken& taken);
/// Throws std::logic_error where the row is damaged: what an earlier version of the program wrote is read by this one.
Taken read_taken(std::string_view text);

/// Names of the fields and lists that grew.
std::vector<std::string> grown(const Taken& taken);

}  // namespace ryadom::people
