// Scales of the region, filled for some over the year: the later time people do a little better.
#include "app/generate/writer.hpp"

#include <algorithm>
#include <array>

namespace ryadom::generate {
namespace {

constexpr double share_assessed = 0.15;
constexpr int years_of_old_age = 60;
constexpr int years_of_childhood = 18;
constexpr int times_assessed = 3;
constexpr std::array<std::string_view, 5> of_the_old{"barthel", "lawton", "morse", "tug", "age-no-barrier"};
constexpr std::array<std::string_view, 3> of_children{"gmfcs", "macs", "cfcs"};
constexpr std::array<std::string_view, 2> of_others{"barthel", "tug"};

std::span<const std::string_view> scales_for(Date birth, Date day) {
    const int age = full_years(birth, day);
    if (age >= years_of_old_age) return of_the_old;
    if (age < years_of_childhood) return of_children;
    return of_others;
}

}  // namespace

void Writer::schedule_scales() {
    Dice dice(seed_, "scales");
    for (std::size_t i = 0; i < region_.persons.size(); ++i) {
        const auto& planned = region_.persons[i];
        if (!dice.chance(share_assessed)) continue;
        auto day = std::max(planned.registered, region_.from) + static_cast<int>(dice.between(3, 60));
        auto burden = std::clamp(dice.around(0.5, 0.15), 0.1, 0.9);
        for (int time = 0; time < times_assessed && day <= region_.until && can_be_served(planned, day); ++time) {
            for (const auto code : scales_for(planned.row.birth, day)) {
                const auto found = std::ranges::find_if(scales_, [&](const scales::InForce& each) { return each.form->id == code; });
                if (found == scales_.end()) continue;
                on(day, [this, i, day, scale = *found, answers = answers_of(dice, *found->form, burden)](db::Tx& tx) {
                    scales::StoredScale filled{persons_[i].value, organisations_[slot(region_.persons[i].organisation)].number.value,
                                               scale.scale, scale.version, day, answers, {}, {}, day};
                    scales::append(tx, filled, forms::results(*scale.form, answers));
                });
            }
            day = day + static_cast<int>(dice.between(60, 110));
            burden = std::clamp(burden - dice.around(0.06, 0.05), 0.05, 0.95);
        }
    }
}

}  // namespace ryadom::generate
