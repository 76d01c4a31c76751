// The people whom the centres serve, with the flaws of a real register: twins, missing telephones, deaths.
#include "app/generate/names.hpp"
#include "app/generate/places.hpp"
#include "app/generate/region.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

namespace ryadom::generate {
namespace {

using people::Sex;

/// Full years: children, adults, older people as the centres see them.
int age(Dice& dice) {
    constexpr std::array shares{0.12, 0.22, 0.29, 0.25, 0.12};
    constexpr std::array<std::pair<int, int>, 5> spans{{{1, 17}, {18, 59}, {60, 74}, {75, 84}, {85, 98}}};
    const auto [low, high] = spans[dice.weighted(shares)];
    return static_cast<int>(dice.between(low, high));
}

Sex sex(Dice& dice, int age) {
    const double women = age >= 75 ? 0.67 : age >= 60 ? 0.60 : age >= 18 ? 0.55 : 0.46;
    return dice.chance(women) ? Sex::female : Sex::male;
}

std::string address(Dice& dice, bool town) {
    if (town) return fmt::format("ул. {}, д. {}, кв. {}", dice.pick(streets), dice.between(1, 160), dice.between(1, 120));
    return fmt::format("{}, ул. {}, д. {}", dice.pick(villages), dice.pick(streets), dice.between(1, 60));
}

/// Three people of four were known before the year began.
Date registration(Dice& dice, const Region& region) {
    if (dice.chance(0.75)) return region.from - static_cast<int>(dice.between(2, 20));
    return region.from + static_cast<int>(dice.between(0, region.until - region.from));
}

PersonPlan human(Dice& dice, const Region& region, const std::vector<double>& weights, int serial) {
    const auto place = dice.weighted(weights);
    const auto centre = region.centres[place];
    const auto district = *region.organisations[static_cast<std::size_t>(centre)].district;
    PersonPlan plan;
    plan.organisation = centre;
    plan.district = district;
    plan.registered = registration(dice, region);
    const int years = age(dice);
    plan.row.birth = region.from - 20 - years * 365 - years / 4 - static_cast<int>(dice.between(0, 364));
    plan.row.sex = sex(dice, years);
    auto name = make_name(dice, plan.row.sex, parts(plan.row.birth).year);
    plan.row.family_name = std::move(name.family);
    plan.row.given_name = std::move(name.given);
    plan.row.patronymic = std::move(name.patronymic);
    if (serial < 1'000'000 && dice.chance(0.97)) plan.row.snils = snils(serial);
    if (dice.chance(0.85)) plan.row.phone = fmt::format("+7900000{:04}", serial * 7 % 10'000);
    plan.row.address = address(dice, region.districts[static_cast<std::size_t>(district)].row.title.find(" район") == std::string::npos);
    if (dice.chance(years >= 75 ? 0.04 : years >= 60 ? 0.015 : 0.004)) {
        const auto first = std::max(plan.registered, region.from) + 10;
        if (first < region.until - 5) plan.row.death = first + static_cast<int>(dice.between(0, region.until - 5 - first));
    }
    return plan;
}

/// Entered again by somebody in a hurry: a slip in the name, or in the day of birth, and no number.
PersonPlan twin(Dice& dice, const Region& region, PersonIndex of) {
    auto plan = region.persons[static_cast<std::size_t>(of)];
    plan.twin_of = of;
    plan.row.snils.reset();
    plan.row.death.reset();
    if (dice.chance(0.5)) plan.row.phone.reset();
    switch (dice.between(0, 3)) {
        case 0: plan.row.birth = plan.row.birth + (dice.chance(0.5) ? 1 : -10); break;
        case 1: plan.row.given_name = mistyped(dice, plan.row.given_name); break;
        default: plan.row.family_name = mistyped(dice, plan.row.family_name);
    }
    if (dice.chance(0.3)) plan.organisation = dice.pick(region.centres);
    plan.registered = std::max(plan.registered, region.from) + static_cast<int>(dice.between(0, 200));
    plan.registered = std::min(plan.registered, region.until);
    return plan;
}

/// By day of registration, so that the register fills in the order of time.
void order(std::vector<PersonPlan>& persons) {
    std::vector<PersonIndex> old(persons.size());
    std::iota(old.begin(), old.end(), 0);
    const auto at = [&](PersonIndex index) -> PersonPlan& { return persons[static_cast<std::size_t>(index)]; };
    std::ranges::stable_sort(old, {}, [&](PersonIndex index) { return at(index).registered; });
    std::vector<PersonIndex> place(persons.size());
    for (std::size_t i = 0; i < old.size(); ++i) place[static_cast<std::size_t>(old[i])] = static_cast<PersonIndex>(i);
    std::vector<PersonPlan> out;
    out.reserve(persons.size());
    for (const auto index : old) {
        out.push_back(std::move(at(index)));
        if (auto& twin_of = out.back().twin_of) twin_of = place[static_cast<std::size_t>(*twin_of)];
    }
    persons = std::move(out);
}

}  // namespace

void add_persons(Region& region, Seed seed, const Sizes& sizes) {
    Dice dice(seed, "persons");
    std::vector<double> weights;
    for (const auto centre : region.centres) {
        const auto& district = region.districts[static_cast<std::size_t>(*region.organisations[static_cast<std::size_t>(centre)].district)];
        const double people = static_cast<double>(district.row.population) / (district.row.population > 1'000'000 ? 4 : 1);
        weights.push_back(std::pow(people, 0.7) * dice.around(1, 0.25));
    }
    region.persons.reserve(static_cast<std::size_t>(sizes.persons));
    const int originals = sizes.persons - sizes.persons * 3 / 100;
    for (int serial = 0; serial < originals; ++serial) region.persons.push_back(human(dice, region, weights, serial));
    while (static_cast<int>(region.persons.size()) < sizes.persons)
        region.persons.push_back(twin(dice, region, static_cast<PersonIndex>(dice.between(0, originals - 1))));
    order(region.persons);
}

}  // namespace ryadom::generate
