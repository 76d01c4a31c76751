// The words of the field for codes that packages use: a table may hold either. The screens show the same words.
#pragma once

#include <array>
#include <string_view>

namespace ryadom::network {

struct Word {
    std::string_view code;
    std::string_view russian;
};

inline constexpr std::array organisation_words{Word{"authority", "Орган власти"}, Word{"department", "Орган управления"},
                                               Word{"centre", "Центр"}, Word{"branch", "Филиал"},
                                               Word{"residential", "Стационар"}, Word{"remote_centre", "Дистанционный центр"},
                                               Word{"partner", "Партнёр"}, Word{"supplier", "Поставщик"}};

inline constexpr std::array room_words{
    Word{"demo_room", "Демонстрационная комната"}, Word{"rental_store", "Хранение проката"}, Word{"sensory", "Сенсорная комната"},
    Word{"relaxation", "Комната отдыха"}, Word{"workshop", "Мастерская"}, Word{"kitchen", "Кухня"}, Word{"training_hall", "Зал занятий"},
    Word{"adaptive_pe_hall", "Зал адаптивной физкультуры"}, Word{"class", "Класс"}, Word{"consulting", "Кабинет консультаций"},
    Word{"quiet_room", "Тихая комната"}, Word{"reception", "Приёмная"}, Word{"cleaning_area", "Зона обработки"}, Word{"office", "Кабинет"},
    Word{"bedroom", "Спальня"}, Word{"garage", "Гараж"}};

inline constexpr std::array equipment_words{
    Word{"balance_pad", "Балансировочная подушка"},
    Word{"bath_board", "Доска или сиденье для ванны"},
    Word{"bicycle", "Велосипед"},
    Word{"bubble_tube", "Пузырьковая колонна"},
    Word{"camera", "Камера для видеосвязи"},
    Word{"cane", "Трость"},
    Word{"chair_cp", "Кресло с регулируемой посадкой"},
    Word{"communicator", "Коммуникатор или карточки"},
    Word{"computer", "Компьютер или планшет"},
    Word{"crutch_elbow", "Костыли с опорой под локоть"},
    Word{"cushion", "Подушки и валики для укладки"},
    Word{"disinfection_kit", "Набор для дезинфекции"},
    Word{"dressing_aid", "Приспособления для одевания и захвата"},
    Word{"exercise_bike", "Велотренажёр"},
    Word{"finnish_sled", "Финские сани"},
    Word{"first_aid_kit", "Аптечка"},
    Word{"functional_bed", "Кровать функциональная"},
    Word{"furniture", "Мебель с регулировкой"},
    Word{"gait_trainer", "Тренажёр ходьбы"},
    Word{"glucometer", "Глюкометр"},
    Word{"gym_ball", "Мячи, валики, клинья"},
    Word{"hand_trainer", "Тренажёры кисти"},
    Word{"headset", "Наушники с микрофоном"},
    Word{"hygiene_kit", "Набор для гигиены и ухода"},
    Word{"kick_scooter", "Самокат"},
    Word{"kitchen_aids", "Приспособления для кухни"},
    Word{"kitchen_set", "Кухонное оборудование"},
    Word{"light_panel", "Световое оборудование"},
    Word{"mannequin", "Манекен для обучения"},
    Word{"mattress_air", "Матрас противопролежневый"},
    Word{"nordic_sticks", "Палки для скандинавской ходьбы"},
    Word{"other", "Другое оборудование"},
    Word{"overbed_table", "Столик прикроватный"},
    Word{"oximeter", "Пульсоксиметр"},
    Word{"oxygen_concentrator", "Концентратор кислорода"},
    Word{"parallel_bars", "Брусья или опоры для ходьбы"},
    Word{"patient_lift", "Подъёмник"},
    Word{"phone", "Телефон"},
    Word{"printer", "Принтер"},
    Word{"projector", "Проектор или экран"},
    Word{"rollator", "Ходунки-роллаторы"},
    Word{"safe_box", "Сейф"},
    Word{"sensory_kit", "Сенсорный набор"},
    Word{"shower_chair", "Стул для душа"},
    Word{"sliding_sheet", "Скользящая простыня и доска"},
    Word{"soft_modules", "Мягкие модули"},
    Word{"sound_system", "Звуковая система"},
    Word{"stander", "Вертикализатор"},
    Word{"step_ramp", "Пандус перекатной"},
    Word{"thermal_bag", "Термосумка"},
    Word{"toilet_chair", "Кресло-туалет"},
    Word{"tonometer", "Тонометр"},
    Word{"vehicle", "Автомобиль"},
    Word{"walker", "Ходунки"},
    Word{"weighted_blanket", "Утяжелённое одеяло"},
    Word{"wheelchair_bariatric", "Кресло-коляска усиленная"},
    Word{"wheelchair_indoor", "Кресло-коляска комнатная"},
    Word{"wheelchair_outdoor", "Кресло-коляска прогулочная"},
    Word{"workshop_tools", "Инструменты мастерской"}};

inline constexpr std::array qualification_words{
    Word{"social_work_specialist", "Специалист по социальной работе"}, Word{"social_worker", "Социальный работник"},
    Word{"care_aide", "Помощник по уходу"}, Word{"care_instructor", "Инструктор по уходу"}, Word{"nurse", "Медицинская сестра"},
    Word{"psychologist", "Психолог"}, Word{"clinical_psychologist", "Клинический психолог"}, Word{"special_teacher", "Дефектолог"},
    Word{"speech_therapist", "Логопед"}, Word{"occupational_therapist", "Эрготерапевт"}, Word{"exercise_therapist", "Инструктор ЛФК"},
    Word{"rehabilitation_specialist", "Специалист по реабилитации"}, Word{"adaptive_pe_instructor", "Инструктор АФК"},
    Word{"labour_instructor", "Инструктор по труду"}, Word{"volunteer_coordinator", "Координатор волонтёров"},
    Word{"teacher", "Преподаватель"}, Word{"methodist", "Методист"}, Word{"driver", "Водитель"}};

}  // namespace ryadom::network
