// Names of people in the cases of Russian. Where the rules do not tell one form, the name stays as it is and says so: a wrong
// name on a paper is worse than one that is not declined.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ryadom::names {

enum class Case { nominative, genitive, dative, accusative, instrumental, prepositional };
enum class Sex { male, female };

struct FullName {
    std::string family;
    std::string given;
    std::string patronymic;  ///< empty where there is none
    std::optional<Sex> sex;
    bool operator==(const FullName&) const = default;
};

/// A name in a case; not sure where it was left in the nominative because no rule tells its form.
struct Form {
    std::string text;
    bool sure = true;
    bool operator==(const Form&) const = default;
};

Form family_name(std::string_view name, Sex sex, Case in);
Form given_name(std::string_view name, Sex sex, Case in);
Form patronymic(std::string_view name, Case in);

/// By the patronymic, where the name does not say: -ич and -улы are men's, -на and -кызы women's.
std::optional<Sex> sex_of(const FullName& name);

struct Declined {
    FullName name;
    bool sure = true;
};
Declined decline(const FullName& name, Case in);

/// "Иванова Елена Петровна".
std::string whole(const FullName& name);
/// "Иванова Е. П.": under a signature.
std::string surname_first(const FullName& name);
/// "Е. П. Иванова": in a text.
std::string initials_first(const FullName& name);

}  // namespace ryadom::names
