// The codes that ship with the format (docs/package.md, section 5). A region may have more; these never cause
// a warning.
#include <algorithm>

#include "modules/practices/package_text.hpp"

namespace ryadom::practices {
namespace {

struct ShippedTable {
    std::string_view name;
    std::string_view codes;  ///< separated by blanks
};

constexpr std::array<ShippedTable, 8> tables{{
    {"service_kind",
     "household medical psychological pedagogical labour legal communicative urgent cultural "
     "economic"},
    {"group",
     "older_people disabled_adults disabled_children families_with_disabled_child family_carers "
     "families_with_children people_after_stroke people_with_dementia palliative veterans "
     "homeless low_income volunteers staff"},
    {"need",
     "self_care_loss disabled_family_member child_adaptation no_care_available family_conflict "
     "no_fixed_abode no_work_or_means regional_other"},
    {"care_form", "home semi_residential residential temporary_stay urgent"},
    {"unit", "service minute hour day month trip item set kilogram square_metre hundred_metres"},
    {"qualification",
     "social_worker social_work_specialist psychologist clinical_psychologist teacher "
     "special_teacher speech_therapist adaptive_pe_instructor nurse doctor exercise_therapist "
     "occupational_therapist rehabilitation_specialist care_aide care_instructor lawyer driver "
     "technician labour_instructor culture_organiser methodist head_of_department "
     "volunteer_coordinator cook sanitary_worker"},
    {"room_kind",
     "rental_store reception consulting quiet_room demo_room training_hall sensory kitchen "
     "workshop adaptive_pe_hall relaxation class bedroom cleaning_area garage office"},
    {"equipment_kind",
     "cane cane_quad crutch_elbow crutch_axillary walker rollator handrail wheelchair_indoor "
     "wheelchair_outdoor wheelchair_active wheelchair_electric wheelchair_bariatric chair_cp "
     "mattress_foam mattress_air cushion functional_bed bed_rail overbed_table transfer_board "
     "sliding_sheet patient_lift step_ramp bath_board bath_lift shower_chair toilet_chair "
     "toilet_seat_raised grabber dressing_aid tonometer_talking thermometer_talking magnifier "
     "communicator oxygen_concentrator nebuliser suction_unit stander parallel_bars gait_trainer "
     "exercise_bike hand_trainer balance_pad sensory_kit gym_ball bicycle nordic_sticks "
     "kick_scooter finnish_sled mannequin hygiene_kit tonometer oximeter glucometer computer "
     "camera headset phone printer furniture disinfection_kit washing_machine vehicle "
     "kitchen_set kitchen_aids workshop_tools projector bubble_tube light_panel soft_modules "
     "sound_system weighted_blanket safe_box thermal_bag first_aid_kit other"},
}};

}  // namespace

bool is_shipped_code(std::string_view table, std::string_view code) {
    const auto found = std::ranges::find(tables, table, &ShippedTable::name);
    if (found == tables.end()) return false;
    const auto codes = split(found->codes, ' ');
    return std::ranges::find(codes, code) != codes.end();
}

}  // namespace ryadom::practices
