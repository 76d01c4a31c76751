#include "app/generate/inputs_plan.hpp"

#include <algorithm>
#include <array>

namespace ryadom::generate {
namespace {

using practices::FieldType;
using practices::Form;
using practices::FormField;
using practices::Moment;

/// Requests that no fact follows, for each fact of the region.
constexpr double share_in_vain = 0.01;
constexpr int longest_wait = 45;
constexpr double share_measured = 0.3;
constexpr int days_of_course = 45;
constexpr std::array<std::string_view, 4> reasons{"refused", "moved", "served_elsewhere", "died"};
constexpr std::array<double, 4> weights{5, 2, 3, 1};

bool has(const Form& form, Moment moment) { return std::ranges::find(form.moments, moment) != form.moments.end(); }

bool counted(const FormField& field) {
    return field.type == FieldType::integer || field.type == FieldType::decimal || field.type == FieldType::choice || field.type == FieldType::boolean;
}

/// A form that chance can fill, at start and end.
bool is_scale(const Form& form) {
    return !form.scores.empty() && has(form, Moment::start) && has(form, Moment::end) &&
           std::ranges::all_of(form.fields, [](const FormField& field) { return counted(field) || !field.required.value_or(false); });
}

/// Whether a great answer is a good one: as the first score that says so counts it.
bool greater_is_better(const Form& form, const FormField& field) {
    for (const auto& score : form.scores) {
        if (!score.better || std::ranges::find(score.inputs, field.id) == score.inputs.end()) continue;
        const bool reversed = std::ranges::find(score.reverse, field.id) != score.reverse.end();
        return (*score.better == practices::Better::higher) != reversed;
    }
    return false;
}

/// `share`: how far between the smallest answer and the greatest.
json::Value answer(const FormField& field, double share) {
    if (field.type == FieldType::boolean) return share > 0.5;
    if (field.type == FieldType::choice) {
        auto options = field.options;
        std::ranges::stable_sort(options, {}, [](const practices::Option& each) { return each.value.value_or(0); });
        return options[static_cast<std::size_t>(std::lround(share * static_cast<double>(options.size() - 1)))].id;
    }
    const auto least = field.min.value_or(0);
    const auto most = field.max.value_or(100);
    if (field.type == FieldType::integer) return static_cast<std::int64_t>(std::lround(least + share * (most - least)));
    // Seconds and metres lie near the low end of what a form takes.
    return std::round((least + share * share * share * (most - least) * 0.4) * 10) / 10;
}

}  // namespace

Inputs::Inputs(const Region& region, Seed seed, const std::vector<practices::Package>& library)
    : region_(region), dice_(seed, "inputs"), persons_(persons_by_organisation(region)), scales_(library.size()) {
    for (std::size_t i = 0; i < library.size(); ++i)
        for (const auto& form : library[i].forms)
            if (is_scale(form)) scales_[i].push_back(&form);
}

InputsPlan Inputs::beside(const std::vector<FactPlan>& facts, Date day) {
    InputsPlan out;
    for (const auto& fact : facts) {
        if (fact.takes_back != 0 || !fact.person) continue;
        if (fact.request_on) out.requests.push_back({*fact.person, fact.service, fact.home, *fact.request_on});
        if (fact.practice) measure(fact, out);
        if (dice_.chance(share_in_vain)) ask_in_vain(fact, day, out);
    }
    if (const auto due = withdrawals_.find(day); due != withdrawals_.end()) {
        out.withdrawals = std::move(due->second);
        withdrawals_.erase(due);
    }
    return out;
}

/// Somebody else of the centre wants what it delivers. Of those who asked lately some wait still.
void Inputs::ask_in_vain(const FactPlan& like, Date day, InputsPlan& out) {
    const auto person = dice_.pick(persons_[static_cast<std::size_t>(like.home)]);
    const auto withdrawn = day + static_cast<int>(dice_.between(3, longest_wait));
    if (!can_be_served(region_.persons[static_cast<std::size_t>(person)], day)) return;
    const RequestPlan request{person, like.service, like.home, day};
    const bool known = std::ranges::any_of(out.requests, [&](const RequestPlan& each) {
        return each.person == person && each.service == like.service && each.asked_on == day;
    });
    if (known) return;
    out.requests.push_back(request);
    withdrawals_[withdrawn].push_back({request, reasons[dice_.weighted(weights)]});
}

void Inputs::measure(const FactPlan& fact, InputsPlan& out) {
    if (scales_[static_cast<std::size_t>(*fact.practice)].empty()) return;
    const auto key = static_cast<std::uint64_t>(*fact.person) << 16 | static_cast<std::uint64_t>(*fact.practice);
    const auto [found, added] = courses_.try_emplace(key);
    auto& course = found->second;
    if (added) {
        course = {fact.performed_on, std::clamp(dice_.around(0.62, 0.12), 0.1, 0.95), dice_.chance(share_measured), false};
        if (course.measured) fill(fact, Moment::start, course.burden, out);
        return;
    }
    if (!course.measured || course.ended || fact.performed_on < course.started + days_of_course || !dice_.chance(0.5)) return;
    course.ended = true;
    fill(fact, Moment::end, std::clamp(course.burden - dice_.around(0.12, 0.1), 0.02, 1.0), out);
}

void Inputs::fill(const FactPlan& fact, Moment moment, double burden, InputsPlan& out) {
    for (const auto* form : scales_[static_cast<std::size_t>(*fact.practice)])
        out.forms.push_back({*fact.person, fact.home, *fact.practice, form, moment, fact.performed_on, answers_of(dice_, *form, burden)});
}

forms::Answers answers_of(Dice& dice, const Form& form, double burden) {
    forms::Answers out;
    for (const auto& field : form.fields) {
        if (!counted(field)) continue;
        const auto share = std::clamp(dice.around(greater_is_better(form, field) ? 1 - burden : burden, 0.12), 0.0, 1.0);
        out.emplace(field.id, answer(field, share));
    }
    constexpr std::string_view pointer = "/";
    for (const auto& fault : forms::faults(form, out, "")) out.erase(fault.pointer.substr(pointer.size()));
    return out;
}

}  // namespace ryadom::generate
