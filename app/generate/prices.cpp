// What equipment costs in the invented region.
#include "app/generate/writer.hpp"

#include "modules/practices/prices.hpp"

#include <array>

namespace ryadom::generate {
namespace {

/// Roubles for a piece. Invented, in plausible proportion to each other; kinds that are not here have no price yet.
constexpr std::array<std::pair<std::string_view, int>, 51> roubles{{
    {"cane", 900}, {"crutch_elbow", 1'700}, {"walker", 3'400}, {"rollator", 9'800}, {"wheelchair_indoor", 16'500}, {"wheelchair_outdoor", 19'800},
    {"wheelchair_bariatric", 38'000}, {"chair_cp", 92'000}, {"mattress_air", 7'900}, {"cushion", 2'600}, {"functional_bed", 46'000},
    {"overbed_table", 5'200}, {"sliding_sheet", 2'900}, {"patient_lift", 128'000}, {"bath_board", 2'700}, {"shower_chair", 4'600},
    {"toilet_chair", 5'400}, {"dressing_aid", 850}, {"communicator", 31'000}, {"oxygen_concentrator", 58'000}, {"stander", 118'000},
    {"parallel_bars", 64'000}, {"gait_trainer", 390'000}, {"exercise_bike", 42'000}, {"hand_trainer", 27'500}, {"balance_pad", 6'300},
    {"sensory_kit", 24'000}, {"gym_ball", 1'900}, {"bicycle", 24'500}, {"nordic_sticks", 1'800}, {"kick_scooter", 13'500}, {"finnish_sled", 9'400},
    {"mannequin", 36'000}, {"hygiene_kit", 1'200}, {"tonometer", 3'100}, {"oximeter", 1'900}, {"glucometer", 1'500}, {"computer", 54'000},
    {"camera", 4'800}, {"headset", 3'600}, {"phone", 12'000}, {"furniture", 8'700}, {"disinfection_kit", 11'500}, {"kitchen_set", 186'000},
    {"kitchen_aids", 3'900}, {"workshop_tools", 21'000}, {"light_panel", 47'000}, {"soft_modules", 68'000}, {"sound_system", 23'000},
    {"weighted_blanket", 7'400}, {"first_aid_kit", 1'600},
}};

}  // namespace

void Writer::set_prices(Date day) {
    run([day](db::Tx& tx) {
        practices::NewPrices prices{day, {}};
        for (const auto& kind : practices::priced_kinds(tx))
            if (const auto price = std::ranges::find(roubles, kind.kind, &std::pair<std::string_view, int>::first); price != roubles.end())
                prices.prices.push_back({kind.kind, price->second * 100LL});
        practices::set_prices(tx, prices);
    });
}

}  // namespace ryadom::generate
