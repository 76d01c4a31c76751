// Measures of people: how long they waited, how often they were served, what was filled in before and after.
#include <algorithm>

#include "modules/verdicts/rules_measures.hpp"

namespace ryadom::verdicts {
namespace {

constexpr int days_around = 14;
constexpr int days_until_over = 30;

using Days = std::vector<Date>;

Item item_of(std::uint32_t person, Date day, Part part) {
    Item item;
    item.part = part;
    item.day = day;
    item.person = person;
    return item;
}

/// In a fixed order, so that a page of rows goes on where the one before ended.
std::vector<std::uint32_t> people_of(const std::unordered_map<std::uint32_t, Days>& days) {
    std::vector<std::uint32_t> out;
    for (const auto& [person, all] : days) out.push_back(person);
    std::ranges::sort(out);
    return out;
}

// ---- Waiting

bool dead_before_served(const Request& request, int days) { return request.died_on && *request.died_on <= request.asked_on + days; }

Item waited(const Looked& at, const Request& request, const Days* days) {
    const auto limit = at.rule.days.value_or(0);
    Item item = item_of(request.person, request.asked_on, Part::excluded);
    item.number = request.number;
    std::optional<Date> served;
    if (days) {
        const auto first = std::ranges::lower_bound(*days, request.asked_on);
        if (first != days->end()) served = *first;
    }
    if (served) item.value = *served - request.asked_on;
    if (served && *served <= request.asked_on + limit) item.part = Part::met;
    if (request.asked_on + limit > at.as_of) item.part = Part::excluded, item.reason = Reason::recent;
    else if (item.part == Part::met) return item;
    else if (request.withdrawn) item.reason = Reason::withdrawn;
    else if (dead_before_served(request, limit)) item.reason = Reason::died;
    else item.part = Part::missed, item.reason = served ? Reason::late : Reason::none;
    return item;
}

// ---- Whole weeks and months

Period unit_of(Date day, practices::Per per) {
    if (per == practices::Per::month) return ryadom::period_of(day, PeriodLength::month);
    constexpr int monday = 4;  // 1970-01-05, the first Monday, is day 4
    const int since = ((day.days - monday) % 7 + 7) % 7;
    return {day - since, day - since + 6};
}

/// A unit belongs to the period in which it ends.
void units_of(const Looked& at, std::uint32_t person, const Days& days, const Take& take) {
    const auto per = at.rule.per.value_or(practices::Per::week);
    auto unit = unit_of(std::max(days.front(), at.period.first), per);
    for (; unit.last <= at.end() && unit.last <= days.back(); unit = unit_of(unit.last + 1, per)) {
        if (unit.first < days.front() || unit.last < at.period.first) continue;
        const auto count = std::ranges::upper_bound(days, unit.last) - std::ranges::lower_bound(days, unit.first);
        Item item = item_of(person, unit.first, count >= at.rule.at_least.value_or(1) ? Part::met : Part::missed);
        item.value = static_cast<double>(count);
        take(item);
    }
}

// ---- Forms

std::unordered_map<std::uint32_t, std::vector<const Form*>> forms_by_person(const Looked& at) {
    std::unordered_map<std::uint32_t, std::vector<const Form*>> out;
    for (const auto& form : at.inputs.forms)
        if (form.filled_on <= at.as_of) out[form.person].push_back(&form);
    for (auto& [person, forms] : out)
        std::ranges::stable_sort(forms, {}, [](const Form* form) { return form->filled_on; });
    return out;
}

bool near(Date day, Date other) { return day >= other - days_around && day <= other + days_around; }

/// One sheet is not two: that of the end is another one than that of the start.
Reason pair_missing(const std::vector<const Form*>& forms, Date first, Date last) {
    std::set<const Form*> starts;
    std::set<const Form*> any;
    bool ends = false;
    for (const auto* form : forms) {
        if (near(form->filled_on, first)) starts.insert(form), any.insert(form);
        if (near(form->filled_on, last)) ends = true, any.insert(form);
    }
    if (starts.empty()) return Reason::no_start;
    return ends && any.size() > 1 ? Reason::none : Reason::no_end;
}

struct Pair {
    const Form* first = nullptr;
    const Form* last = nullptr;
};

/// A person's first form, not earlier than two weeks before the first fact, and the latest by the end of the period.
std::optional<Pair> pair_of(const Looked& at, const std::vector<const Form*>& forms, Date first_fact) {
    Pair pair;
    for (const auto* form : forms) {
        if (!form->result || form->filled_on < first_fact - days_around || form->filled_on > at.end()) continue;
        if (!pair.first) pair.first = form;
        pair.last = form;
    }
    if (!pair.first || pair.first->filled_on == pair.last->filled_on) return std::nullopt;
    return pair.last->filled_on >= at.period.first ? std::optional(pair) : std::nullopt;
}

bool changed_enough(double change, const practices::Rule& rule) {
    // Scores are sums of decimals: what is equal on paper may differ in the last digit.
    constexpr double tolerance = 1e-9;
    return (rule.direction == practices::Direction::down ? -change : change) >= rule.min_change.value_or(0) - tolerance;
}

}  // namespace

std::unordered_map<std::uint32_t, std::vector<Date>> days_by_person(const Looked& at) {
    std::unordered_map<std::uint32_t, std::vector<Date>> out;
    for (const auto& fact : at.inputs.facts)
        if (fact.person && fact.day <= at.as_of && at.of_rule(fact.service)) out[fact.person].push_back(fact.day);
    return out;
}

void measure_wait(const Looked& at, const Take& take) {
    const auto days = days_by_person(at);
    for (const auto& request : at.inputs.requests) {
        if (request.asked_on < at.period.first || request.asked_on > at.end() || !at.of_rule(request.service)) continue;
        const auto own = days.find(request.person);
        take(waited(at, request, own == days.end() ? nullptr : &own->second));
    }
}

void measure_frequency(const Looked& at, const Take& take) {
    const auto days = days_by_person(at);
    for (const auto person : people_of(days)) units_of(at, person, days.at(person), take);
}

void measure_form_pair(const Looked& at, const Take& take) {
    const auto days = days_by_person(at);
    const auto forms = forms_by_person(at);
    for (const auto person : people_of(days)) {
        const auto& own = days.at(person);
        const auto over = own.back() + days_until_over;
        if (over < at.period.first || over > at.end()) continue;
        const auto filled = forms.find(person);
        Item item = item_of(person, own.back(), Part::met);
        item.reason = filled == forms.end() ? Reason::no_start : pair_missing(filled->second, own.front(), own.back());
        if (item.reason != Reason::none) item.part = Part::missed;
        take(item);
    }
}

void measure_scale_change(const Looked& at, const Take& take) {
    const auto days = days_by_person(at);
    const auto forms = forms_by_person(at);
    for (const auto person : people_of(days)) {
        const auto& own = days.at(person);
        const auto filled = forms.find(person);
        const auto pair = filled == forms.end() ? std::nullopt : pair_of(at, filled->second, own.front());
        if (pair) {
            const auto change = *pair->last->result - *pair->first->result;
            Item item = item_of(person, pair->last->filled_on, changed_enough(change, at.rule) ? Part::met : Part::missed);
            item.value = change;
            take(item);
            continue;
        }
        const auto served = std::ranges::lower_bound(own, at.period.first);
        if (served == own.end() || *served > at.end()) continue;
        Item item = item_of(person, *served, Part::excluded);
        item.reason = Reason::unpaired;
        take(item);
    }
}

}  // namespace ryadom::verdicts
