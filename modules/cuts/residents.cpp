#include "modules/cuts/residents.hpp"

#include "modules/cuts/rules.hpp"
#include "modules/cuts/store.hpp"

#include <algorithm>

namespace ryadom::cuts {
namespace {

constexpr std::int64_t fresh = 60'000;
constexpr std::size_t ages = age_borders.size() + 1;
constexpr std::size_t sexes = 2;

}  // namespace

std::size_t number_of(const PersonKind& kind) {
    return 1 + (kind.district * sexes + static_cast<std::size_t>(kind.sex)) * ages + static_cast<std::size_t>(kind.age);
}

PersonKind kind_of(std::size_t number) {
    const auto rest = number - 1;
    return {rest / ages / sexes, static_cast<people::Sex>(rest / ages % sexes), static_cast<AgeGroup>(rest % ages)};
}

Resident resident(std::size_t district, people::Sex sex, Date birth) {
    Resident out{static_cast<std::uint16_t>(district), true, sex, {}};
    for (std::size_t i = 0; i < age_borders.size(); ++i)
        out.birthdays.at(i) = static_cast<std::uint16_t>(std::clamp(birthday(birth, age_borders.at(i)).days, 0, 0xffff));
    return out;
}

std::vector<ledger::image::Trait> traits(const std::vector<Resident>& residents, Date first) {
    std::vector<ledger::image::Trait> out(residents.size());
    for (std::size_t i = 0; i < residents.size(); ++i) {
        const auto& each = residents[i];
        if (!each.known) continue;
        std::size_t age = 0;
        while (age < each.birthdays.size() && each.birthdays.at(age) <= first.days) ++age;
        const PersonKind kind{each.district, each.sex, static_cast<AgeGroup>(age)};
        out[i] = {static_cast<std::uint16_t>(number_of(kind)), age < each.birthdays.size() ? each.birthdays.at(age) : std::uint16_t{0xffff}};
    }
    return out;
}

std::shared_ptr<const std::vector<Resident>> Residents::read(db::Database& database) {
    const std::lock_guard lock(mutex_);
    const auto now = database.now();
    if (!residents_ || now > read_at_ + fresh) {
        residents_ = std::make_shared<const std::vector<Resident>>(database.read_as(db::Caller::system(), [](db::Tx& tx) { return store::residents(tx); }));
        read_at_ = now;
    }
    return residents_;
}

}  // namespace ryadom::cuts
