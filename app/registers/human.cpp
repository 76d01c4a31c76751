#include "app/registers/human.hpp"

#include "app/generate/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ryadom::registers {
namespace {

using generate::Dice;
using people::Sex;

constexpr std::array beginnings{"Бар", "Бел", "Вал", "Вер", "Гор", "Гол", "Дан", "Дол", "Жар", "Зар", "Зим", "Кал", "Кар", "Кол", "Кор", "Кур", "Лад", "Лом", "Лук", "Мал",
                                "Мар", "Мир", "Мол", "Нов", "Ож",  "Пан", "Пер", "Пол", "Пуз", "Род", "Руд", "Сав", "Сел", "Сит", "Сол", "Таб", "Тар", "Тол", "Уш",  "Хар",
                                "Хом", "Чер", "Чуп", "Шал", "Шаш", "Шир", "Щук", "Яр"};
constexpr std::array middles{"а", "аг", "ак", "ан", "ат", "еб", "ев", "ел", "ен", "ет", "ин", "иц", "об", "ов", "ож", "ок", "ом", "он", "от", "уш", "ыг", "ыл", "ып", "ыш", "юх", "яг", "ян", "ят"};
constexpr std::array endings{"ов", "ов", "ев", "ин", "ин", "ский", "енко", "ук", "ых"};
constexpr std::array localities{"с. Ключи",  "с. Светлое",  "д. Ельники", "с. Новосельцы", "пос. Заречье", "с. Каменка", "д. Боровая",   "с. Озерки", "г. Бердск",
                                "г. Искитим", "г. Куйбышев", "р.п. Сузун", "р.п. Северное", "г. Тогучин",   "г. Карасук", "р.п. Ордынское"};
constexpr std::array streets{"Лесная",   "Центральная", "Набережная", "Школьная",  "Зелёная", "Молодёжная", "Садовая",  "Полевая", "Озёрная", "Берёзовая", "Рабочая",
                             "Мира",     "Победы",      "Солнечная",  "Луговая",   "Новая",   "Ленина",     "Кирова",   "Гагарина", "Советская", "Речная",  "Степная",
                             "Вокзальная", "Октябрьская", "Пушкина",  "Чапаева",   "Южная",   "Северная",   "Заводская", "Труда",   "Дорожная", "Сибирская"};

struct Born {
    int year, month, day;
};

std::string written(const Born& born) { return fmt::format("{:02}.{:02}.{}", born.day, born.month, born.year); }
Born read(const std::string& birth) { return {std::stoi(birth.substr(6, 4)), std::stoi(birth.substr(3, 2)), std::stoi(birth.substr(0, 2))}; }

Born some_day(Dice& dice) { return {static_cast<int>(dice.between(1930, 2015)), static_cast<int>(dice.between(1, 12)), static_cast<int>(dice.between(1, 28))}; }

Sex sex_of(const Human& human) { return human.sex == "ж" ? Sex::female : Sex::male; }

std::string number_of_insurance(int serial) {
    // A stride without a common factor visits every number once.
    const auto digits = fmt::format("{:09}", 101'000'000 + static_cast<std::int64_t>(serial) * 387'420'489 % 890'000'000);
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) sum += (digits[i] - '0') * (9 - static_cast<int>(i));
    return fmt::format("{}-{}-{} {:02}", digits.substr(0, 3), digits.substr(3, 3), digits.substr(6, 3), sum % 101 % 100);
}

std::string some_phone(Dice& dice) { return fmt::format("+7 9{:02} {:03}-{:02}-{:02}", dice.between(0, 99), dice.between(0, 999), dice.between(0, 99), dice.between(0, 99)); }

void settle_at(Dice& dice, Human& human) {
    human.locality = dice.pick(localities);
    human.street = dice.pick(streets);
    human.house = std::to_string(dice.between(1, 120));
    if (dice.chance(0.5)) human.house += fmt::format(" кв. {}", dice.between(1, 100));
}

std::string rare_family(Dice& dice, Sex sex) {
    auto out = fmt::format("{}{}{}", dice.pick(beginnings), dice.pick(middles), dice.pick(endings));
    return sex == Sex::female ? generate::feminine(std::move(out)) : out;
}

void call(Dice& dice, Human& human) {
    const auto sex = sex_of(human);
    auto name = generate::make_name(dice, sex, read(human.birth).year);
    human.family = dice.chance(0.4) ? std::move(name.family) : rare_family(dice, sex);
    human.given = std::move(name.given);
    human.patronymic = name.patronymic.value_or("");
}

/// Names of the other sex's kin: Иванов's sister is Иванова.
std::string family_for(const std::string& family, Sex from, Sex to) {
    if (from == to) return family;
    if (to == Sex::female) return generate::feminine(family);
    if (family.ends_with("ская")) return family.substr(0, family.size() - 4) + "ий";
    for (const auto* end : {"ова", "ева", "ёва", "ина", "ына"})
        if (family.ends_with(end)) return family.substr(0, family.size() - 2);
    return family;
}

Human kin(Dice& dice, const Human& other, int serial) {
    auto out = somebody(dice, serial);
    out.family = family_for(other.family, sex_of(other), sex_of(out));
    out.locality = other.locality;
    out.street = other.street;
    out.house = other.house;
    if (dice.chance(0.5)) out.phone = other.phone;
    return out;
}

Human twin(Dice& dice, const Human& other, int serial) {
    auto out = kin(dice, other, serial);
    out.birth = other.birth;
    out.sex = other.sex;
    out.family = other.family;
    out.patronymic = other.patronymic;
    do out.given = generate::make_name(dice, sex_of(out), read(out.birth).year).given;
    while (out.given == other.given);
    return out;
}

Human namesake(Dice& dice, const Human& other, int serial) {
    auto out = somebody(dice, serial);
    out.family = other.family;
    out.given = other.given;
    out.patronymic = other.patronymic;
    out.sex = other.sex;
    auto born = read(other.birth);
    switch (dice.between(0, 2)) {
        case 0: born.day = static_cast<int>(dice.between(1, 28)); break;
        case 1: born.year += static_cast<int>(dice.between(1, 3)); break;
        default: born = {born.year, static_cast<int>(dice.between(1, 12)), static_cast<int>(dice.between(1, 28))};
    }
    out.birth = written(born);
    if (dice.chance(0.4)) out.locality = other.locality;
    return out;
}

Human child(Dice& dice, const Human& other, int serial) {
    auto out = kin(dice, other, serial);
    auto born = read(other.birth);
    born.year += static_cast<int>(dice.between(19, 38));
    born.month = static_cast<int>(dice.between(1, 12));
    out.birth = written(born);
    // Иван Петрович's son may be Иван Иванович.
    if (sex_of(out) == sex_of(other) && dice.chance(0.2)) out.given = other.given;
    return out;
}

Human sibling(Dice& dice, const Human& other, int serial) {
    auto out = kin(dice, other, serial);
    auto born = some_day(dice);
    born.year = read(other.birth).year + static_cast<int>(dice.between(-7, 7));
    out.birth = written(born);
    if (sex_of(out) == sex_of(other)) out.patronymic = other.patronymic;
    return out;
}

}  // namespace

Human somebody(Dice& dice, int serial) {
    Human out;
    out.birth = written(some_day(dice));
    out.sex = dice.chance(0.58) ? "ж" : "м";
    call(dice, out);
    out.snils = number_of_insurance(serial);
    out.phone = some_phone(dice);
    settle_at(dice, out);
    return out;
}

Human somebody_like(Dice& dice, const Human& other, int serial) {
    switch (dice.between(0, 3)) {
        case 0: return twin(dice, other, serial);
        case 1: return namesake(dice, other, serial);
        case 2: return child(dice, other, serial);
        default: return sibling(dice, other, serial);
    }
}

void leave_out(Dice& dice, Human& human) {
    if (dice.chance(0.3)) human.snils.clear();
    if (dice.chance(0.3)) human.phone.clear();
    if (dice.chance(0.15)) human.street.clear();
    if (dice.chance(0.15)) human.house.clear();
    if (dice.chance(0.05)) human.locality.clear();
    if (dice.chance(0.05)) human.patronymic.clear();
    if (dice.chance(0.02)) human.birth.clear();
}

}  // namespace ryadom::registers
