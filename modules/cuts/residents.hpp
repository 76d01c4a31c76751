// What the register of persons knows for statistics, by person number: where a person lives, how old and of which sex.
#pragma once

#include "modules/cuts/model.hpp"
#include "modules/ledger/image_cut.hpp"

#include <memory>
#include <mutex>

namespace ryadom::cuts {

/// A kind of person is a district, a sex and an age group; 0 is nobody that is known.
struct PersonKind {
    std::size_t district = 0;  ///< number; 0: unknown
    people::Sex sex = people::Sex::female;
    AgeGroup age = AgeGroup::under_18;
    bool operator==(const PersonKind&) const = default;
};
std::size_t number_of(const PersonKind& kind);
/// Of a kind above 0.
PersonKind kind_of(std::size_t number);

struct Resident {
    std::uint16_t district = 0;
    bool known = false;
    people::Sex sex = people::Sex::female;
    std::array<std::uint16_t, 3> birthdays{};  ///< days since 1970 on which the next age group begins
};
Resident resident(std::size_t district, people::Sex sex, Date birth);

/// Everybody as of a range of days that begins on `first`.
std::vector<ledger::image::Trait> traits(const std::vector<Resident>& residents, Date first);

/// Read again once they are older than a minute: a million rows are not read for every question.
class Residents {
  public:
    std::shared_ptr<const std::vector<Resident>> read(db::Database& database);

  private:
    std::mutex mutex_;
    std::shared_ptr<const std::vector<Resident>> residents_;
    Instant read_at_;
};

}  // namespace ryadom::cuts
