#include "app/generate/rollout_plan.hpp"

#include "app/generate/exchange_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <utility>

namespace ryadom::generate {
namespace {

/// One order: days count from the last day of the region, negative ones lie before it.
struct Wave {
    double share;  ///< of all centres
    int deadline;
};
struct Sketch {
    std::string_view practice, number, title, text;
    std::optional<int> signed_on;
    std::vector<Wave> waves;
};

const std::vector<Sketch>& sketches() {
    static const std::vector<Sketch> all{
        {"org.ryadom.rental-point", "118-пр", "Пункты проката технических средств реабилитации в каждом центре",
         "Открыть при каждом комплексном центре пункт проката по единому стандарту: подбор, обучение, контрольный звонок, дезинфекция. "
         "Директорам центров утвердить планы в течение месяца.",
         -372, {{0.5, -210}, {0.5, -120}}},
        {"org.ryadom.care-school", "147-пр", "Школа ухода с демонстрационной комнатой",
         "Обучать родственников уходу по программе из восьми занятий. Первой волне начать до весны, второй до начала осени.",
         -330, {{0.45, -140}, {0.4, -35}}},
        {"org.ryadom.home-micro-rehabilitation", "152-пр", "Пилот: домашний микрореабилитационный центр",
         "Провести пилот в четырёх центрах с участием здравоохранения, образования и спорта, затем вынести решение о тиражировании.",
         -300, {{0.11, -45}, {0.12, 140}}},
        {"org.ryadom.step-by-step", "31-пр", "Восстановление после инсульта «Шаг за шагом»",
         "Организовать курсы из 10–15 занятий на тренажёрах с замером в начале и в конце.",
         -255, {{0.4, -60}, {0.35, 40}}},
        {"org.ryadom.remote-psychology", "44-пр", "Дистанционная психологическая помощь жителям дальних районов",
         "Записывать жителей к психологам общего пула через свой центр; обеспечить тихую комнату и помощника.",
         -215, {{0.2, -75}, {0.45, 25}, {0.25, 160}}},
        {"org.ryadom.sensory-room", "63-пр", "Сенсорные комнаты",
         "Оборудовать сенсорные комнаты и принимать по отбору не менее десяти человек в месяц.",
         -160, {{0.3, -12}, {0.3, 75}}},
        {"org.ryadom.active-longevity", "71-пр", "«Активное долголетие»: прокат и прогулки с инструктором",
         "Совместить прокат спортивного инвентаря с прогулками в группе два раза в неделю.",
         -120, {{0.35, 20}, {0.35, 110}}},
        {"org.ryadom.medicine-delivery", "88-пр", "Доставка лекарств со сравнением цен",
         "Привозить лекарства за сутки, по чеку и по лучшей цене из аптек района.",
         -55, {{0.4, 60}, {0.3, 180}}},
        {"org.ryadom.respite", "94-пр", "Передышка для семьи: проект приказа",
         "Обсудить с директорами: сколько часов помощника в неделю центр может дать семье и с какого месяца.", std::nullopt, {{0.25, 200}}}};
    return all;
}

/// Practices that centres took up by themselves: no deadline.
constexpr std::array voluntary{"org.ryadom.creative-workshop", "org.ryadom.training-kitchen", "org.ryadom.silver-volunteers",
                               "org.ryadom.mobile-team"};

/// Chances of the fates in their order.
using Chances = std::array<double, 10>;
constexpr Chances past{0.01, 0, 0.01, 0.08, 0.03, 0.07, 0.30, 0.46, 0.03, 0.01};
constexpr Chances near{0.02, 0, 0.03, 0.25, 0.12, 0.08, 0.47, 0.02, 0.01, 0};
constexpr Chances far{0.10, 0, 0.12, 0.50, 0.12, 0.04, 0.12, 0, 0, 0};
/// Days within which nobody can have delivered for a whole month.
constexpr int youth = 85;
constexpr std::string_view copy_mark = ".copy-";
bool is_copy(std::string_view code) { return code.find(copy_mark) != std::string_view::npos; }

constexpr Chances own_will{0, 0, 0.08, 0.16, 0.06, 0.10, 0.26, 0.22, 0.04, 0.08};

struct Planner {
    Region& region;
    Dice dice;
    const std::vector<practices::Package>& library;
    RolloutPlan out{};
    int deliveries_left;  ///< how many facts the size of the region leaves for practices

    std::optional<PracticeIndex> practice(std::string_view code) const {
        const auto at = std::ranges::find(library, code, &practices::Package::code);
        if (at == library.end()) return std::nullopt;
        return static_cast<PracticeIndex>(at - library.begin());
    }
    Date day(int offset) const { return region.until + offset; }
};

int months(Fate fate) {
    switch (fate) {
        case Fate::sustained: return 7;
        case Fate::lapsed: return 4;
        case Fate::delivering: return 3;
        case Fate::started:
        case Fate::stopped: return 1;
        case Fate::assigned:
        case Fate::exempt:
        case Fate::chosen:
        case Fate::preparing:
        case Fate::ready: return 0;
    }
    return 0;
}

/// A rough count of the facts that an adoption will take.
int cost(const practices::Package& package, Fate fate) {
    const int per_month = package.floor.at_least * (package.floor.measure == practices::FloorMeasure::recipients ? 4 : 2);
    return per_month * months(fate);
}

/// A small region cannot feed every practice: what it cannot is still on its way.
Fate affordable(Planner& plan, PracticeIndex practice, Fate wanted) {
    const int price = cost(plan.library[static_cast<std::size_t>(practice)], wanted);
    if (price > plan.deliveries_left) return Fate::preparing;
    plan.deliveries_left -= price;
    return wanted;
}

/// Days of the way so that it ends as it should; `from` is the order, or the centre's own decision.
void set_days(Planner& plan, AdoptionPlan& adoption, Date from) {
    auto& dice = plan.dice;
    const Date until = plan.region.until;
    const auto fate = adoption.fate;
    if (fate == Fate::assigned || fate == Fate::exempt) return;
    const auto between = [&](int low, int high) { return static_cast<int>(dice.between(low, high)); };
    // The latest day on which it has to be ready for the fate to come true.
    const int needed = fate == Fate::sustained ? 190 : fate == Fate::lapsed ? 200 : fate == Fate::delivering ? 60 : fate == Fate::started ? 24 : 6;
    adoption.chosen_on = std::min(from + between(3, 24), until - 3);
    if (fate == Fate::chosen) return;
    adoption.confirmed_on = std::min(*adoption.chosen_on + between(2, 18), until - 1);
    if (fate == Fate::preparing) return;
    adoption.ready_on = *adoption.confirmed_on + between(28, 95);
    if (until - *adoption.ready_on < needed) adoption.ready_on = std::max(until - needed - between(0, 12), from + 12);
    adoption.confirmed_on = std::min(*adoption.confirmed_on, *adoption.ready_on - 4);
    adoption.chosen_on = std::min(*adoption.chosen_on, *adoption.confirmed_on - 1);
    if (fate == Fate::ready) return;
    adoption.first_fact = *adoption.ready_on + between(1, 9);
    if (fate == Fate::lapsed) adoption.last_fact = until - between(75, 95);
    if (fate == Fate::stopped) adoption.last_fact = adoption.stopped_on = until - between(20, 60);
    if (fate == Fate::stopped && *adoption.stopped_on <= *adoption.first_fact) adoption.stopped_on = adoption.last_fact = *adoption.first_fact + 20;
    // A young start may go well; an old one that never got beyond starting does not.
    const bool slow = fate == Fate::started && (until - from > youth || dice.chance(0.3));
    adoption.pace = slow ? 0.25 + 0.4 * dice.part() : 1.35 + 1.7 * dice.part();
}

void adopt(Planner& plan, OrganisationIndex centre, PracticeIndex practice, std::optional<int> campaign, Date from, const Chances& chances) {
    AdoptionPlan adoption;
    adoption.organisation = centre;
    adoption.practice = practice;
    adoption.campaign = campaign;
    auto wanted = static_cast<Fate>(plan.dice.weighted(chances));
    if (wanted == Fate::sustained && plan.region.until - from < 210) wanted = Fate::delivering;
    if ((wanted == Fate::delivering || wanted == Fate::lapsed) && plan.region.until - from < youth) wanted = Fate::started;
    adoption.fate = affordable(plan, practice, wanted);
    set_days(plan, adoption, from);
    plan.out.adoptions.push_back(adoption);
}

const Chances& chances_for(int deadline) { return deadline <= 0 ? past : deadline <= 60 ? near : far; }

void order(Planner& plan, const Sketch& sketch) {
    const auto practice = plan.practice(sketch.practice);
    if (!practice) return;
    auto centres = plan.region.centres;
    plan.dice.shuffle(centres);
    CampaignPlan campaign{std::string(sketch.number), std::string(sketch.title), std::string(sketch.text), *practice, plan.day(sketch.signed_on.value_or(-16) - 9),
                          {}, {}, {}, {}, plan.day(-70)};
    if (sketch.signed_on) campaign.signed_on = plan.day(*sketch.signed_on);
    const auto index = static_cast<int>(plan.out.campaigns.size());
    auto next = centres.begin();
    for (const auto& wave : sketch.waves) {
        const auto wanted = std::lround(wave.share * static_cast<double>(centres.size()) + 0.3);
        const auto end = next + std::min<std::ptrdiff_t>(wanted, centres.end() - next);
        campaign.waves.push_back({plan.day(wave.deadline), {next, end}});
        if (campaign.signed_on)
            for (const auto centre : campaign.waves.back().centres) adopt(plan, centre, *practice, index, *campaign.signed_on, chances_for(wave.deadline));
        next = end;
    }
    plan.out.campaigns.push_back(std::move(campaign));
}

AdoptionPlan* find(Planner& plan, int campaign, Fate fate) {
    for (auto& each : plan.out.adoptions)
        if (each.campaign == campaign && each.fate == fate) return &each;
    return nullptr;
}

/// What a director asks for: one centre gets more time, one is let off.
void soften(Planner& plan) {
    for (std::size_t i = 0; i < plan.out.campaigns.size(); ++i) {
        auto& campaign = plan.out.campaigns[i];
        if (!campaign.signed_on) continue;
        campaign.changed_on = std::max(campaign.changed_on, *campaign.signed_on + 12);
        if (auto* late = find(plan, static_cast<int>(i), Fate::preparing); late && i % 2 == 0) campaign.moved = late->organisation;
        auto* never = find(plan, static_cast<int>(i), Fate::assigned);
        if (never && i % 3 != 2) {
            never->fate = Fate::exempt;
            campaign.exempt = never->organisation;
        }
    }
}

/// The chances of a small region may leave a fate out: then the first orders give it one.
void show_every_fate(Planner& plan) {
    for (const auto fate : {Fate::sustained, Fate::lapsed, Fate::delivering, Fate::started, Fate::ready, Fate::stopped, Fate::chosen, Fate::assigned}) {
        if (std::ranges::find(plan.out.adoptions, fate, &AdoptionPlan::fate) != plan.out.adoptions.end()) continue;
        const bool long_way = fate == Fate::sustained || fate == Fate::lapsed || fate == Fate::delivering;
        std::map<Fate, int> counts;
        for (const auto& each : plan.out.adoptions) ++counts[each.fate];
        for (auto& each : plan.out.adoptions) {
            if (!each.campaign || counts[each.fate] < 2) continue;
            const auto signed_on = *plan.out.campaigns[static_cast<std::size_t>(*each.campaign)].signed_on;
            if (long_way && plan.region.until - signed_on < 230) continue;
            each = AdoptionPlan{each.organisation, each.practice, fate, each.campaign, {}, {}, {}, {}, {}, {}, 0};
            set_days(plan, each, signed_on);
            break;
        }
    }
}

/// What becomes of a centre that chose its practice months later; nothing where a stage would miss it.
std::optional<Fate> later(Fate fate, std::ptrdiff_t of_that_fate) {
    switch (fate) {
        case Fate::chosen:
        case Fate::preparing:
        case Fate::ready:
        case Fate::started:
        case Fate::delivering: return fate;
        case Fate::sustained: return of_that_fate > 1 ? std::optional(Fate::delivering) : std::nullopt;
        case Fate::assigned:
        case Fate::exempt:
        case Fate::lapsed:
        case Fate::stopped: return std::nullopt;
    }
    return std::nullopt;
}

/// Orders make the centres of a small region choose in the same month, before anybody has something to show. Where no visit
/// ninety days ago or longer could have led to an adoption, one centre takes its practice up after seeing it elsewhere.
void show_a_visit(Planner& plan, Seed seed) {
    constexpr int followed_for = 90;
    constexpr int until_guests_decide = 35;
    constexpr int long_enough = 140;  // from the first fact of the host to the end of those ninety days
    const auto events = plan_events(plan.region, plan.out);
    if (std::ranges::any_of(events, [&](const EventPlan& each) { return !each.followed.empty() && each.day + followed_for <= plan.region.until; })) return;
    for (auto& guest : plan.out.adoptions) {
        const auto* host = first_to_deliver(plan.out, guest.practice);
        if (!host || host->organisation == guest.organisation || plan.region.until - *host->first_fact < long_enough) continue;
        const auto fate = later(guest.fate, std::ranges::count(plan.out.adoptions, guest.fate, &AdoptionPlan::fate));
        if (!fate) continue;
        const auto from = std::max(*host->first_fact + until_guests_decide, plan.region.from + 50);
        guest = AdoptionPlan{guest.organisation, guest.practice, *fate, guest.campaign, {}, {}, {}, {}, {}, {}, 0};
        // With dice of its own: the rest of the region stays as it was.
        const auto others = std::exchange(plan.dice, Dice(seed, "visit"));
        set_days(plan, guest, from);
        plan.dice = others;
        return;
    }
}

}  // namespace

Library with_copies(const Library& library, int practices) {
    Library out = library;
    for (int round = 2; !library.empty() && std::ssize(out) < practices; ++round)
        for (const auto& [folder, files] : library) {
            if (std::ssize(out) >= practices) break;
            auto copy = files;
            auto& manifest = copy.at("practice.yaml");
            const auto code = manifest.find("code: \"") + 7;
            manifest.insert(manifest.find('"', code), fmt::format("{}{}", copy_mark, round));
            out.emplace(fmt::format("{}-{}", folder, round), std::move(copy));
        }
    return out;
}

std::vector<practices::Package> read_library(const Library& library) {
    std::vector<practices::Package> out;
    for (const auto& [folder, files] : library) {
        auto read = practices::read_package(files);
        if (!read) throw std::runtime_error(fmt::format("The package {} of the library cannot be read: {}", folder, read.error().front().code));
        out.push_back(std::move(read->package));
    }
    return out;
}

RolloutPlan plan_rollout(Region& region, Seed seed, const Sizes& sizes, const std::vector<practices::Package>& library) {
    Planner plan{region, Dice(seed, "rollout"), library, {}, sizes.facts * 3 / 5};
    for (const auto& package : library) plan.out.codes.push_back(package.code);
    for (const auto& sketch : sketches()) order(plan, sketch);
    for (const auto code : voluntary) {
        const auto practice = plan.practice(code);
        if (!practice) continue;
        for (const auto centre : region.centres)
            if (plan.dice.chance(0.28))
                adopt(plan, centre, *practice, {}, region.from + static_cast<int>(plan.dice.between(1, 250)), own_will);
    }
    for (std::size_t i = 0; i < library.size(); ++i)
        if (is_copy(library[i].code))
            for (const auto centre : region.centres)
                if (plan.dice.chance(0.8))
                    adopt(plan, centre, static_cast<PracticeIndex>(i), {}, region.from + static_cast<int>(plan.dice.between(1, 250)), own_will);
    show_every_fate(plan);
    show_a_visit(plan, seed);
    soften(plan);
    equip(region, plan.dice, library, plan.out.adoptions);
    return std::move(plan.out);
}

}  // namespace ryadom::generate
