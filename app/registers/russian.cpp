#include "app/generate/names.hpp"
#include "app/registers/faults.hpp"
#include "app/registers/human.hpp"
#include "app/registers/registers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::registers {
namespace {

using generate::Dice;

struct Entry {
    Human human;
    int person;
    std::string faults;
};

std::vector<std::string> row(std::size_t number, const Entry& entry) {
    const auto& human = entry.human;
    return {std::to_string(number + 1), std::to_string(entry.person), human.family, human.given,    human.patronymic, human.birth, human.sex,
            human.snils,                human.phone,                  human.locality, human.street, human.house,      entry.faults};
}

}  // namespace

Register russian(generate::Seed seed, const RussianOptions& options) {
    Dice dice(seed, "russian register");
    Register out{{"id", "person", "family_name", "given_name", "patronymic", "birth_date", "sex", "snils", "phone", "locality", "street", "house", "faults"}, {}};
    const auto people = std::max(1, options.records - static_cast<int>(static_cast<double>(options.records) * options.duplicates));
    std::vector<Entry> entries;
    for (int person = 0; person < people; ++person) {
        const bool alike = person > 0 && dice.chance(options.alike);
        const auto other = static_cast<std::size_t>(dice.between(0, std::max(person - 1, 0)));
        auto human = alike ? somebody_like(dice, entries[other].human, person) : somebody(dice, person);
        entries.push_back({std::move(human), person, {}});
    }
    const auto originals = entries;
    while (static_cast<int>(entries.size()) < options.records) {
        const auto& original = originals[static_cast<std::size_t>(dice.between(0, people - 1))];
        Entry again{original.human, original.person, {}};
        for (auto faults = dice.between(1, 3); faults > 0; --faults) again.faults += fmt::format("{}{}", again.faults.empty() ? "" : " ", make_fault(dice, again.human));
        entries.push_back(std::move(again));
    }
    for (auto& entry : entries) leave_out(dice, entry.human);
    dice.shuffle(entries);
    for (std::size_t i = 0; i < entries.size(); ++i) out.rows.push_back(row(i, entries[i]));
    return out;
}

}  // namespace ryadom::registers
