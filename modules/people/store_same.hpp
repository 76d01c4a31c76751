// Who on the register is alike: found by what the indexes hold, so that few cards are read.
#pragma once

#include "modules/people/people.hpp"
#include "platform/db/sql.hpp"

#include <functional>

namespace ryadom::people::store {

inline constexpr db::Text born(
    "select c.person, c.family_folded, c.given_folded, c.patronymic_folded from v_people_card c where c.birth = $1");
inline constexpr db::Text called("select c.person, c.birth from v_people_card c where c.family_folded = $1 and c.given_folded = $2 limit $3");

/// Names of a card as the search compares them.
struct FoldedNames {
    std::string family;
    std::string given;
    std::string patronymic;
};
/// Everybody who was born on that day.
void each_born(db::Tx& tx, Date birth, const std::function<void(std::int64_t, const FoldedNames&)>& each);
/// Everybody of these names, but no more than `most`.
void each_called(db::Tx& tx, const std::string& family_folded, const std::string& given_folded, int most, const std::function<void(std::int64_t, Date)>& each);

/// What is compared of a person.
struct Compared {
    Number<Person> number;
    Person person;  ///< without death, district and address
    std::vector<std::string> former_families;
};
std::vector<Compared> compared(db::Tx& tx, const std::vector<std::int64_t>& numbers);

/// As many people as the register has had; not counted, since it grows by one each time.
std::int64_t persons_so_far(db::Tx& tx);

struct SameDecision;
enum class Verdict { same, other };
constexpr auto names(json::Type<Verdict>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Verdict::same, "same"sv}, std::pair{Verdict::other, "other"sv}};
}
void insert_decision(db::Tx& tx, std::optional<Number<Person>> newcomer, const Likeness& known, Verdict verdict, const std::optional<std::string>& reason);

}  // namespace ryadom::people::store
