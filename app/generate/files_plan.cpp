#include "app/generate/files_plan.hpp"

#include "app/generate/names.hpp"
#include "app/generate/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace ryadom::generate {
namespace {

using people::PersonalFile;
using people::Sex;

constexpr std::array landmarks{"за магазином, синие ворота", "третий дом от моста", "напротив школы", "у водонапорной башни"};

/// One person as the year begins, and what may be told of it.
class Teller {
  public:
    Teller(const Region& region, const PersonPlan& plan, Dice dice)
        : plan_(plan), district_(region.districts[static_cast<std::size_t>(plan.district)].row.title), dice_(dice),
          years_(parts(plan.registered).year - parts(plan.row.birth).year) {}

    PersonalFile tell() {
        papers();
        places();
        kin();
        grounds();
        if (dice_.chance(0.1)) file_.languages = {"kk", "ru"};
        else file_.languages = {"ru"};
        if (plan_.row.sex == Sex::female && years_ > 25 && dice_.chance(0.06))
            file_.former_names.push_back({make_name(dice_, Sex::female, parts(plan_.row.birth).year).family, {}, {}, plan_.row.birth + 365 * 23});
        return std::move(file_);
    }

  private:
    std::string digits(int count) {
        std::string out;
        for (int i = 0; i < count; ++i) out += static_cast<char>('0' + dice_.between(0, 9));
        return out;
    }
    /// A day between, never before birth nor after registration.
    Date day_between(Date first, Date last) { return first + static_cast<int>(dice_.between(0, std::max(0, last - first))); }

    void papers() {
        using people::DocumentKind;
        const auto issued = day_between(std::max(plan_.row.birth + 10, plan_.registered - 365 * 15), plan_.registered - 5);
        if (years_ >= 15)
            file_.documents.push_back({DocumentKind::passport, "50" + digits(2), digits(6), std::max(issued, plan_.row.birth + 365 * 14), "ГУ МВД России", {}, {}});
        else file_.documents.push_back({DocumentKind::birth_certificate, "II-ЕТ", digits(6), std::min(plan_.row.birth + 12, plan_.registered), "Отдел ЗАГС", {}, {}});
        if (dice_.chance(0.8)) file_.documents.push_back({DocumentKind::medical_policy, {}, digits(16), {}, {}, {}, {}});
        if (dice_.chance(years_ < 18 ? 0.5 : 0.3))
            file_.documents.push_back({DocumentKind::disability_certificate, "МСЭ-20", digits(7), issued, "Бюро МСЭ", {}, {}});
    }

    void places() {
        people::Address home;
        const bool village = district_.find(" район") != std::string::npos;
        home.region = "Среднереченская область";
        if (village) home.area = district_;
        home.settlement = village ? std::string(dice_.pick(villages)) : "г. " + district_.substr(district_.find(' ') + 1);
        if (village && dice_.chance(0.15)) home.landmark = dice_.pick(landmarks);
        else {
            home.street = fmt::format("ул. {}", dice_.pick(streets));
            home.house = std::to_string(dice_.between(1, village ? 60 : 160));
            if (!village) home.flat = std::to_string(dice_.between(1, 120));
        }
        file_.addresses.push_back(home);
        if (dice_.chance(0.1)) {
            home.kind = people::AddressKind::registration;
            home.house = std::to_string(dice_.between(1, 60));
            file_.addresses.push_back(std::move(home));
        }
    }

    std::string somebody(Sex sex, int birth_year) {
        const auto name = make_name(dice_, sex, birth_year);
        return name.family + " " + name.given + (name.patronymic ? " " + *name.patronymic : "");
    }
    std::string phone() { return "+7900000" + digits(4); }

    void kin() {
        const auto born = parts(plan_.row.birth).year;
        if (years_ < 18) {
            const auto mother = somebody(Sex::female, born - 28);
            file_.relatives.push_back({{}, mother, people::Kinship::parent, true, phone(), {}});
            file_.representatives.push_back({{}, mother, people::Authority::parent, "свидетельство о рождении ребёнка", {}, plan_.row.birth, {}});
            return;
        }
        if (years_ >= 60 && dice_.chance(0.6)) {
            const auto sex = dice_.chance(0.6) ? Sex::female : Sex::male;
            file_.relatives.push_back({{}, somebody(sex, born + 26), people::Kinship::child, dice_.chance(0.2), phone(), {}});
            if (dice_.chance(0.1))
                file_.representatives.push_back({{}, file_.relatives.back().name, people::Authority::proxy,
                                                 fmt::format("доверенность № {}, нотариус", dice_.between(1, 900)), {}, plan_.registered - 20, {}});
        }
    }

    void grounds() {
        const auto code = years_ < 18 ? "child_adaptation" : years_ >= 75 ? dice_.chance(0.7) ? "lost_self_care" : "no_care" : years_ >= 60 ? "no_care" : "regional";
        file_.circumstances.push_back({code, plan_.registered, {}, {}});
        if (years_ < 18) file_.categories.push_back({"minor", plan_.registered, {}, {}});
    }

    const PersonPlan& plan_;
    const std::string& district_;
    Dice dice_;
    int years_;
    PersonalFile file_;
};

}  // namespace

people::PersonalFile personal_file(const Region& region, Seed seed, PersonIndex index) {
    return Teller(region, region.persons[static_cast<std::size_t>(index)], Dice(seed, fmt::format("file {}", index))).tell();
}

}  // namespace ryadom::generate
