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
    Word{"quiet_room", "Тихая комната"}, Word{"reception", "Приёмная"}, Word{"cleaning_area", "Зона обработки"}};

inline constexpr std::array qualification_words{
    Word{"social_work_specialist", "Специалист по социальной работе"}, Word{"social_worker", "Социальный работник"},
    Word{"care_aide", "Помощник по уходу"}, Word{"care_instructor", "Инструктор по уходу"}, Word{"nurse", "Медицинская сестра"},
    Word{"psychologist", "Психолог"}, Word{"clinical_psychologist", "Клинический психолог"}, Word{"special_teacher", "Дефектолог"},
    Word{"speech_therapist", "Логопед"}, Word{"occupational_therapist", "Эрготерапевт"}, Word{"exercise_therapist", "Инструктор ЛФК"},
    Word{"rehabilitation_specialist", "Специалист по реабилитации"}, Word{"adaptive_pe_instructor", "Инструктор АФК"},
    Word{"labour_instructor", "Инструктор по труду"}, Word{"volunteer_coordinator", "Координатор волонтёров"},
    Word{"teacher", "Преподаватель"}, Word{"methodist", "Методист"}, Word{"driver", "Водитель"}};

}  // namespace ryadom::network
