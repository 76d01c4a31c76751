// What services cost in the invented region, what of it is paid, and some people of whom that was reckoned.
#include "app/generate/writer.hpp"

#include "modules/payment/payment.hpp"
#include "modules/people/store.hpp"
#include "platform/audit/audit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ryadom::generate {
namespace {

using payment::Area;
using payment::NewNorms;
using payment::NormKind;
using payment::NormValue;
using payment::PopulationGroup;

/// Invented: kopecks a minute of work, and of the way to it, which is longer between villages.
constexpr std::int64_t a_minute_in_city = 420;
constexpr std::int64_t a_minute_in_village = 480;
/// The budget carries more than half as much again as the recipient is asked for.
constexpr int budget_percent = 160;
constexpr int dearer_a_year = 6;

/// What is not counted in minutes, in roubles.
constexpr std::array<std::pair<std::string_view, int>, 4> roubles{{{"household.21", 640}, {"household.22", 520}, {"household.23", 310}, {"household.25", 350}}};
constexpr int otherwise = 180;

constexpr std::array<std::pair<PopulationGroup, int>, 4> minimums{{{PopulationGroup::per_capita, 16'900}, {PopulationGroup::working_age, 18'420},
                                                                  {PopulationGroup::pensioner, 14'530}, {PopulationGroup::child, 16'390}}};

/// Whole tens of kopecks, as tariffs are printed.
std::int64_t dearer(std::int64_t kopecks, int years) {
    for (int i = 0; i < years; ++i) kopecks = kopecks * (100 + dearer_a_year) / 100;
    return (kopecks + 5) / 10 * 10;
}

void price(const catalogue::Service& service, int years, std::vector<NormValue>& out) {
    const auto add = [&](std::int64_t kopecks, std::optional<Area> area) {
        out.push_back({NormKind::tariff, service.id, area, {}, {}, dearer(kopecks, years), {}});
        out.push_back({NormKind::per_capita_norm, service.id, area, {}, {}, dearer(kopecks * budget_percent / 100, years), {}});
    };
    if (service.norm_minutes) {
        add(*service.norm_minutes * a_minute_in_city, Area::city);
        add(*service.norm_minutes * a_minute_in_village, Area::village);
        return;
    }
    const auto found = std::ranges::find(roubles, service.code, &std::pair<std::string_view, int>::first);
    add((found == roubles.end() ? otherwise : found->second) * 100LL, {});
}

void set(db::Tx& tx, const NewNorms& act, Date today) {
    for (const auto& each : must(payment::set_norms(tx, act, today))) audit::record(tx, "payment.norm_set", each.id);
}

/// Tariffs and minimums of a year.
void set_year(db::Tx& tx, Date first, int years, Date today) {
    NewNorms tariffs{first, {}, "Приказ министерства о тарифах (вымышленная область)", {}};
    for (const auto& each : catalogue::all_services(tx))
        if (each.service.kind != "urgent") price(each.service, years, tariffs.norms);
    set(tx, tariffs, today);
    NewNorms life{first, {}, "Постановление о прожиточном минимуме (вымышленная область)", {}};
    for (const auto& [group, amount] : minimums) life.norms.push_back({NormKind::subsistence_minimum, {}, {}, group, {}, dearer(amount * 100LL, years) / 100 * 100, {}});
    set(tx, life, today);
}

void set_rules(db::Tx& tx, Date first, Date today) {
    NewNorms rules{first, {}, "442-ФЗ, статьи 31 и 32; закон вымышленной области", {}};
    rules.norms.push_back({NormKind::payment_rule, {}, {}, {}, {}, {}, payment::PaymentRule{150, 50, 75}});
    for (const auto* category : {"minor", "emergency_victim", "ethnic_conflict_victim", "war_invalid", "war_participant", "combat_invalid", "siege_resident"})
        rules.norms.push_back({NormKind::free_category, {}, {}, {}, category, {}, {}});
    set(tx, rules, today);
    NewNorms care{first, {}, "Порядок предоставления социального пакета долговременного ухода (вымышленная область)", {}};
    care.norms.push_back({NormKind::free_care_package, {}, {}, {}, {}, {}, {}});
    set(tx, care, today);
}

/// A pension that grows in January, to whole roubles.
std::vector<std::int64_t> pension(Dice& dice, Date applied_on) {
    const auto month = parts(applied_on).month;
    auto amount = dice.between(15'200, 36'000) * 100;
    std::vector<std::int64_t> out;
    for (int i = 0; i < payment::months_of_income; ++i) {
        if (i == payment::months_of_income + 1 - month) amount = amount * 107 / 10'000 * 100;
        out.push_back(amount);
    }
    return out;
}

payment::AssessmentInput input_of(db::Tx& tx, Dice& dice, const people::Person& person, Area area, Date day) {
    payment::AssessmentInput out;
    out.care_form = dice.chance(0.75) ? payment::CareForm::home : payment::CareForm::semi_residential;
    out.area = area;
    out.group = full_years(person.birth, day) < 18 ? PopulationGroup::child : PopulationGroup::pensioner;
    out.applied_on = day - static_cast<int>(dice.between(0, 4));
    out.effective_on = day;
    out.members.push_back({person.family_name + " " + person.given_name, pension(dice, out.applied_on), "справка о выплатах"});
    if (dice.chance(0.3)) out.members.push_back({"Супруг(а)", pension(dice, out.applied_on), "справка о выплатах"});
    for (const auto* code : {"household.01", "household.07", "household.11", "medical.26"})
        if (out.services.empty() || dice.chance(0.5))
            out.services.push_back({must(catalogue::find_service(tx, std::string_view(code))).service.id, static_cast<int>(dice.between(2, 9)) * 100, false});
    return out;
}

}  // namespace

void Writer::schedule_payment() {
    const Date begin = region_.from - 1;
    const auto first_year = parts(begin).year;
    on(begin, [begin, first_year](db::Tx& tx) { set_rules(tx, *make_date(first_year, 1, 1), begin); });
    for (auto year = first_year; year <= parts(region_.until).year; ++year) {
        const auto first = *make_date(year, 1, 1);
        const auto today = std::max(begin, first);
        on(today, [first, today, years = year - first_year](db::Tx& tx) { set_year(tx, first, years, today); });
    }
    schedule_assessments();
    schedule_assessments_of_closed_months();
}

/// What the person pays from that day on: at first, or anew with a pension that grew.
void Writer::assess_payment(db::Tx& tx, std::size_t person, Date day, std::int64_t raise) {
    const auto& planned = region_.persons[person];
    const bool village = region_.districts[static_cast<std::size_t>(planned.district)].row.title.find(" район") != std::string::npos;
    Dice dice(seed_, fmt::format("payment {}", person));
    const auto row = must(people::store::find_person(tx, persons_[person]));
    payment::NewAssessment given;
    given.input = input_of(tx, dice, row.person, village ? Area::village : Area::city, day);
    const auto before = payment::assessment_on(tx, row.number, day);
    if (before) {
        given.previous = before->id;
        given.reason = "Пересчёт: выросла пенсия";
        for (auto& income : given.input.members.front().incomes) income += raise;
    }
    const auto made = must(payment::assess(tx, row, organisations_[slot(planned.organisation)].number, given, day, i18n::Language::ru));
    audit::record(tx, "payment.assessed", made.id, row.person.id.uuid);
}

/// Some forty people; every fourth of them is reckoned anew before the last day.
void Writer::schedule_assessments() {
    const auto last = region_.until;
    const auto step = std::max<std::size_t>(1, region_.persons.size() / 40);
    const auto closing = closing_centres(region_, plan_);
    for (std::size_t i = 0; i < region_.persons.size(); i += step) {
        const auto& planned = region_.persons[i];
        if (planned.row.death || planned.registered > last - 50 || closing.contains(planned.organisation)) continue;
        on(last - 45, [this, i, last](db::Tx& tx) { assess_payment(tx, i, last - 45, 0); });
        if (i / step % 4 == 0) on(last - 3, [this, i, last](db::Tx& tx) { assess_payment(tx, i, last - 3, 180'000); });
    }
}

/// Whoever is served where months are closed pays from before the first of them; the payment of every third is still to be reckoned.
void Writer::schedule_assessments_of_closed_months() {
    const auto last = region_.until;
    const auto closing = closing_centres(region_, plan_);
    for (std::size_t i = 0; i < region_.persons.size(); ++i) {
        const auto& planned = region_.persons[i];
        const auto day = std::max({last - 200, region_.from, planned.registered + 2});
        if (i % 3 == 0 || planned.row.death || day > last - 50 || !closing.contains(planned.organisation)) continue;
        on(day, [this, i, day](db::Tx& tx) { assess_payment(tx, i, day, 0); });
        if (i % 12 == 1) on(last - 3, [this, i, last](db::Tx& tx) { assess_payment(tx, i, last - 3, 180'000); });
    }
}

}  // namespace ryadom::generate
