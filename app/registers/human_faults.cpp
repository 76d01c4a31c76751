#include "app/generate/names.hpp"
#include "app/registers/faults.hpp"
#include "app/registers/human.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

namespace ryadom::registers {
namespace {

using generate::Dice;

// By the desk that knows everybody.
constexpr std::array<std::pair<std::string_view, std::array<std::string_view, 2>>, 48> short_names{
    {{"Александр", {"Саша", "Шура"}}, {"Александра", {"Саша", "Шура"}}, {"Алексей", {"Лёша", "Алёша"}},  {"Анатолий", {"Толя", "Толик"}}, {"Андрей", {"Андрюша", "Андрюша"}},
     {"Анна", {"Аня", "Нюра"}},       {"Антонина", {"Тоня", "Тося"}},    {"Борис", {"Боря", "Боря"}},      {"Валентина", {"Валя", "Валя"}}, {"Валерий", {"Валера", "Валера"}},
     {"Василий", {"Вася", "Вася"}},   {"Виктор", {"Витя", "Витя"}},      {"Виктория", {"Вика", "Вика"}},   {"Владимир", {"Вова", "Володя"}}, {"Вячеслав", {"Слава", "Слава"}},
     {"Галина", {"Галя", "Галя"}},    {"Геннадий", {"Гена", "Гена"}},    {"Григорий", {"Гриша", "Гриша"}}, {"Дарья", {"Даша", "Даша"}},     {"Дмитрий", {"Дима", "Митя"}},
     {"Евгений", {"Женя", "Женя"}},   {"Евгения", {"Женя", "Женя"}},     {"Екатерина", {"Катя", "Катюша"}}, {"Елена", {"Лена", "Алёна"}},   {"Зинаида", {"Зина", "Зина"}},
     {"Иван", {"Ваня", "Ваня"}},      {"Ирина", {"Ира", "Ира"}},         {"Константин", {"Костя", "Костя"}}, {"Ксения", {"Ксюша", "Оксана"}}, {"Лариса", {"Лара", "Лара"}},
     {"Леонид", {"Лёня", "Лёня"}},    {"Лидия", {"Лида", "Лида"}},       {"Любовь", {"Люба", "Люба"}},     {"Людмила", {"Люда", "Мила"}},   {"Мария", {"Маша", "Маруся"}},
     {"Михаил", {"Миша", "Миша"}},    {"Надежда", {"Надя", "Надя"}},     {"Наталья", {"Наташа", "Наталия"}}, {"Николай", {"Коля", "Коля"}}, {"Ольга", {"Оля", "Оля"}},
     {"Павел", {"Паша", "Паша"}},     {"Пётр", {"Петя", "Петя"}},        {"Раиса", {"Рая", "Рая"}},        {"Светлана", {"Света", "Света"}}, {"Сергей", {"Серёжа", "Серёжа"}},
     {"Татьяна", {"Таня", "Таня"}},   {"Юлия", {"Юля", "Юля"}},          {"Юрий", {"Юра", "Юра"}}}};

const char* shorten_name(Dice& dice, Human& human) {
    for (const auto& [full, both] : short_names)
        if (full == human.given) {
            human.given = dice.pick(both);
            return "diminutive";
        }
    human.given = with_slip(dice, human.given);
    return "typo";
}

const char* marry(Dice& dice, Human& human) {
    if (human.sex != "ж") return shorten_name(dice, human);
    human.family = generate::make_name(dice, people::Sex::female, 1970).family;
    if (dice.chance(0.5)) human.phone.clear();
    return "married";
}

template <class Change>
const char* rewrite_names(Human& human, const char* word, const Change& change) {
    for (auto* name : {&human.family, &human.given, &human.patronymic}) *name = change(*name);
    return word;
}

const char* spoil_name(Dice& dice, Human& human) {
    auto& name = dice.chance(0.5) ? human.family : dice.chance(0.5) ? human.given : human.patronymic;
    name = with_slip(dice, name);
    return "typo";
}

const char* spoil_date(Dice& dice, Human& human) {
    if (human.birth.size() != 10) return spoil_name(dice, human);
    if (dice.chance(0.5)) {
        const auto day = human.birth.substr(0, 2);
        human.birth = human.birth.substr(3, 2) + "." + day + human.birth.substr(5);
        return "day_and_month";
    }
    human.birth = with_wrong_digit(dice, human.birth);
    return "date_digit";
}

const char* spoil_patronymic(Dice& dice, Human& human) {
    if (dice.chance(0.5)) human.patronymic.clear();
    else human.patronymic = with_slip(dice, human.patronymic);
    return "patronymic";
}

const char* move_house(Dice& dice, Human& human) {
    const auto other = somebody(dice, 0);
    human.street = other.street;
    human.house = other.house;
    if (dice.chance(0.4)) human.locality = other.locality;
    if (dice.chance(0.4)) human.phone = other.phone;
    return "moved";
}

}  // namespace

const char* make_fault(Dice& dice, Human& human) {
    constexpr std::array weights{22.0, 6.0, 6.0, 8.0, 7.0, 10.0, 12.0, 10.0, 2.0, 12.0, 5.0};
    switch (dice.weighted(weights)) {
        case 0: return spoil_name(dice, human);
        case 1: {
            const auto system = dice.chance(0.5) ? Transliteration::passport : Transliteration::gost;
            return rewrite_names(human, "transliterated", [&](const std::string& name) { return transliterated(name, system); });
        }
        case 2: return rewrite_names(human, "layout", on_latin_layout);
        case 3: return shorten_name(dice, human);
        case 4: return marry(dice, human);
        case 5: return spoil_patronymic(dice, human);
        case 6: return spoil_date(dice, human);
        case 7: human.snils = with_wrong_digit(dice, human.snils); return "snils_digit";
        case 8: std::swap(human.family, human.given); return "exchanged";
        case 9: return move_house(dice, human);
        default: human.snils.clear(); human.phone.clear(); return "left_out";
    }
}

}  // namespace ryadom::registers
