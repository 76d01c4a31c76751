// The ministry, its centres, and who and what works in them before any practice is rolled out.
#include "app/generate/names.hpp"
#include "app/generate/region.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ryadom::generate {
namespace {

using network::OrganisationKind;

constexpr std::string_view zone = "Asia/Novosibirsk";
constexpr std::array streets{"ул. Лесная",   "ул. Центральная", "ул. Набережная", "ул. Школьная",   "ул. Зелёная",   "ул. Молодёжная",
                             "ул. Садовая",  "ул. Полевая",     "ул. Озёрная",    "ул. Берёзовая",  "ул. Рабочая",   "ул. Мира",
                             "ул. Победы",   "ул. Солнечная",   "пер. Речной",    "ул. Луговая",    "ул. Кленовая",  "ул. Новая"};

struct Builder {
    Region& region;
    Dice dice;
    int serial = 0;

    OrganisationIndex add(OrganisationKind kind, std::string code, std::string title, std::string short_title,
                          std::optional<OrganisationIndex> parent, std::optional<DistrictIndex> district) {
        OrganisationPlan plan;
        plan.row.kind = kind;
        plan.row.code = std::move(code);
        plan.row.title = std::move(title);
        plan.row.short_title = std::move(short_title);
        plan.row.zone = zone;
        plan.row.address = fmt::format("{}, д. {}", dice.pick(streets), dice.between(1, 120));
        plan.row.phone = fmt::format("+7 900 001-{:02}-{:02}", serial / 100 % 100, serial % 100);
        ++serial;
        const auto director = make_name(dice, dice.chance(0.8) ? people::Sex::female : people::Sex::male, static_cast<int>(dice.between(1964, 1985)));
        plan.row.director = director.family + " " + director.given + " " + director.patronymic.value_or("");
        plan.parent = parent;
        plan.district = district;
        region.organisations.push_back(std::move(plan));
        return static_cast<OrganisationIndex>(region.organisations.size()) - 1;
    }

    OrganisationPlan& at(OrganisationIndex index) { return region.organisations[static_cast<std::size_t>(index)]; }

    void staff(OrganisationIndex index, std::string_view position, int rate, std::vector<std::string> codes) {
        const Date since = region.from - static_cast<int>(dice.between(60, 4000));
        at(index).staff.push_back(make_staff(dice, position, rate, std::move(codes), since));
    }
    void room(OrganisationIndex index, std::string_view title, std::string_view kind, int capacity) {
        network::Room row;
        row.title = title;
        row.kind = kind;
        row.capacity = capacity;
        at(index).rooms.push_back({std::move(row), region.from - 60});
    }
    void equipment(OrganisationIndex index, std::string_view title, std::string_view kind, int count) {
        network::Equipment row;
        row.title = title;
        row.kind = kind;
        row.count = count;
        at(index).equipment.push_back({std::move(row), region.from - 60});
    }
};

void usual_team(Builder& build, OrganisationIndex centre, std::int64_t population) {
    build.staff(centre, "Специалист по приёму граждан", 100, {"social_work_specialist"});
    build.staff(centre, "Специалист по социальной работе", 100, {"social_work_specialist"});
    build.staff(centre, "Социальный работник", 100, {"social_worker"});
    if (population > 15'000) build.staff(centre, "Социальный работник", 100, {"social_worker", "care_aide"});
    if (population > 60'000) build.staff(centre, "Социальный работник", 100, {"social_worker"});
    if (population > 100'000) build.staff(centre, "Психолог", 100, {"psychologist"});
    build.room(centre, "Приёмная", "reception", 6);
    build.room(centre, "Кабинет специалистов", "office", 4);
    build.equipment(centre, "Рабочее место с компьютером", "computer", static_cast<int>(build.dice.between(3, 8)));
    build.equipment(centre, "Тонометр", "tonometer", static_cast<int>(build.dice.between(1, 3)));
}

constexpr int large_region = 10'000'000;  ///< facts

void add_centres(Builder& build, int wanted) {
    struct Wish {
        DistrictIndex district;
        std::string code, name;
        std::int64_t population;
    };
    std::vector<Wish> wishes;
    const auto& districts = build.region.districts;
    const auto capital = districts.front().row.population;
    for (const auto& [code, name] : {std::pair{"pravoberezhny", "Правобережный"}, std::pair{"levoberezhny", "Левобережный"},
                                     std::pair{"vokzalny", "Вокзальный"}, std::pair{"zavodskoy", "Заводской"}})
        wishes.push_back({0, code, fmt::format("КЦСОН «{}»", name), capital / 4});
    for (std::size_t i = 1; i < districts.size(); ++i) {
        auto title = districts[i].row.title;
        if (const auto cut = title.find(" район"); cut != std::string::npos) title.resize(cut);
        else title = title.substr(title.find(' ') + 1);
        wishes.push_back({static_cast<int>(i), districts[i].row.code, "КЦСОН " + title, districts[i].row.population});
    }
    std::ranges::stable_sort(wishes, std::greater<>{}, &Wish::population);
    // A region of tens of millions of facts has a second centre in its larger districts.
    for (std::size_t i = 0; std::ssize(wishes) < wanted; ++i) {
        auto second = wishes[i];
        second.code += "-2";
        second.name += " № 2";
        wishes.push_back(std::move(second));
    }
    wishes.resize(static_cast<std::size_t>(wanted));
    for (const auto& wish : wishes) {
        const auto& place = districts[static_cast<std::size_t>(wish.district)].row.title;
        const auto index = build.add(OrganisationKind::centre, "kcson-" + wish.code,
                                     fmt::format("Комплексный центр социального обслуживания населения ({}, {})", place, wish.name),
                                     wish.name, 0, wish.district);
        usual_team(build, index, wish.population);
        build.region.centres.push_back(index);
    }
}

void add_branches(Builder& build) {
    const std::vector<std::string> villages{"Ключи", "Заозёрное", "Новый Бор", "Старая Протока", "Кедровка"};
    for (std::size_t i = 0; i < villages.size() && i * 4 + 6 < build.region.centres.size(); ++i) {
        const auto parent = build.region.centres[i * 4 + 6];
        const auto short_title = fmt::format("{}, филиал «{}»", build.at(parent).row.short_title, villages[i]);
        const auto title = fmt::format("Филиал «{}»: {}", villages[i], build.at(parent).row.title);
        const auto index = build.add(OrganisationKind::branch, fmt::format("{}-f{}", build.at(parent).row.code, i + 1), title, short_title, parent,
                                     build.at(parent).district);
        build.staff(index, "Социальный работник", 100, {"social_worker"});
        build.room(index, "Комната приёма", "reception", 4);
    }
}

void add_regional(Builder& build) {
    const auto gerontology =
        build.add(OrganisationKind::residential, "gerontology", "Областной геронтологический центр «Долголетие»", "Геронтологический центр", 0, 0);
    for (int i = 0; i < 4; ++i) build.staff(gerontology, "Помощник по уходу", 100, {"care_aide"});
    build.staff(gerontology, "Старшая медицинская сестра", 100, {"nurse", "care_instructor"});
    build.staff(gerontology, "Специалист по социальной работе", 100, {"social_work_specialist"});
    build.room(gerontology, "Зал лечебной физкультуры", "adaptive_pe_hall", 15);
    auto& region = build.region;
    region.remote_centre = build.add(OrganisationKind::remote_centre, "remote", "Центр дистанционного оказания социальных услуг",
                                     "Дистанционный центр", gerontology, 0);
    for (int i = 0; i < 4; ++i) build.staff(region.remote_centre, "Психолог", 100, {"psychologist"});
    build.staff(region.remote_centre, "Клинический психолог, супервизор", 50, {"psychologist", "clinical_psychologist"});
    build.staff(region.remote_centre, "Специалист по социальной работе", 100, {"social_work_specialist"});
    build.room(region.remote_centre, "Кабинет видеосвязи 1", "quiet_room", 3);
    build.room(region.remote_centre, "Кабинет видеосвязи 2", "consulting", 2);
    build.add(OrganisationKind::partner, "clinic", "Областная поликлиника восстановительной медицины", "Поликлиника восстановления", {}, 0);
    build.add(OrganisationKind::partner, "pmpk", "Психолого-медико-педагогическая комиссия области", "ПМПК", {}, 0);
    build.add(OrganisationKind::partner, "adaptive-sport", "Спортивная школа адаптивных видов спорта «Луч»", "Спортшкола «Луч»", {}, 0);
    build.add(OrganisationKind::supplier, "supplier", "Склад реабилитационной техники", "Склад техники", {}, 0);
}

}  // namespace

StaffPlan make_staff(Dice& dice, std::string_view position, int rate, std::vector<std::string> qualifications, Date since) {
    const bool driver = position.starts_with("Водитель");
    const auto sex = driver || dice.chance(0.14) ? people::Sex::male : people::Sex::female;
    const auto name = make_name(dice, sex, static_cast<int>(dice.between(1965, 2000)));
    StaffPlan plan;
    plan.row.name = name.family + " " + name.given + (name.patronymic ? " " + *name.patronymic : "");
    plan.row.position = position;
    plan.row.rate = rate;
    plan.row.hired_on = since;
    for (auto& code : qualifications) plan.row.qualifications.push_back({std::move(code), since, {}});
    plan.since = since;
    return plan;
}

std::string_view department_of(const network::StaffMember& member) {
    const auto has = [&](std::initializer_list<std::string_view> codes) {
        return std::ranges::any_of(member.qualifications, [&](const auto& each) { return std::ranges::find(codes, each.code) != codes.end(); });
    };
    if (has({"social_worker", "care_aide"})) return "Отделение социального обслуживания на дому";
    if (has({"psychologist", "speech_therapist", "special_teacher"})) return "Отделение социального сопровождения";
    if (has({"social_work_specialist"})) return "Отделение срочного социального обслуживания";
    return "Отделение дневного пребывания";
}

void add_organisations(Region& region, Seed seed, const Sizes& sizes) {
    Builder build{region, Dice(seed, "organisations")};
    build.add(OrganisationKind::department, "ministry", "Министерство социального развития Среднереченской области", "Министерство", {}, 0);
    add_centres(build, sizes.facts < large_region ? std::clamp(sizes.facts / 1000, 8, 38) : 50);
    add_branches(build);
    add_regional(build);
}

}  // namespace ryadom::generate
