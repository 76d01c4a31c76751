#include "modules/plausibility/rules.hpp"

#include "modules/ledger/ledger.hpp"

#include <algorithm>
#include <stdexcept>

namespace ryadom::plausibility {
namespace {

using ledger::image::Fact;

Date month_of(Date day) { return period_of(day, PeriodLength::month).first; }

/// Where the worker has to be in person. Whoever helps by video may be at five centres on one day.
bool in_person(const Fact& fact) {
    return fact.channel == static_cast<std::uint8_t>(ledger::Channel::centre) || fact.channel == static_cast<std::uint8_t>(ledger::Channel::home);
}

bool is_late(const Fact& fact, const Thresholds& thresholds) { return fact.recorded_on - fact.day > thresholds.late_days; }

bool after_death(const Fact& fact, const Known& known) {
    if (fact.person == 0) return false;
    const auto death = known.deaths.find(fact.person);
    return death != known.deaths.end() && fact.day > death->second;
}

bool at_weekend(const Fact& fact, const Known& known) { return is_weekend(fact.day) && known.centre_only.contains(fact.practice_version); }

std::vector<bool> month_ends(int days) {
    std::vector<bool> out(static_cast<std::size_t>(ledger::image::last_day.days) + 1);
    for (auto month = period_of(Date{0}, PeriodLength::month); month.first <= ledger::image::last_day; month = next(month, PeriodLength::month))
        for (int back = 0; back < days; ++back)
            if (const auto day = month.last - back; day >= month.first && day <= ledger::image::last_day) out[static_cast<std::size_t>(day.days)] = true;
    return out;
}

/// The newest first; of one day in an order that does not change.
bool before(const Question& a, const Question& b) {
    return std::tuple(b.day, a.kind, a.worker, a.person, a.organisation) < std::tuple(a.day, b.kind, b.worker, b.person, b.organisation);
}

}  // namespace

bool about_worker(Kind kind) {
    switch (kind) {
        case Kind::long_day:
        case Kind::two_places:
        case Kind::late_batch:
        case Kind::month_end:
        case Kind::same_minutes: return true;
        case Kind::after_death:
        case Kind::weekend: return false;
    }
    throw std::logic_error("a kind of question that there is not");
}

int limit_of(Kind kind, const Thresholds& thresholds) {
    switch (kind) {
        case Kind::long_day: return thresholds.day_minutes;
        case Kind::late_batch: return thresholds.late_days;
        case Kind::month_end: return thresholds.month_end_days;
        case Kind::same_minutes: return thresholds.same_minutes_facts;
        case Kind::weekend: return thresholds.weekend_facts;
        case Kind::two_places:
        case Kind::after_death: return 0;
    }
    throw std::logic_error("a kind of question that there is not");
}

bool is_weekend(Date day) {
    constexpr int thursday = 3;  // 1970-01-01, when Monday is 0
    constexpr int saturday = 5;
    return ((day.days + thursday) % 7 + 7) % 7 >= saturday;
}

Period days_of(const Question& question) {
    switch (question.kind) {
        case Kind::long_day:
        case Kind::two_places: return {question.day, question.day};
        case Kind::late_batch: return {Date{0}, question.day};
        case Kind::month_end:
        case Kind::same_minutes:
        case Kind::after_death:
        case Kind::weekend: return period_of(question.day, PeriodLength::month);
    }
    throw std::logic_error("a kind of question that there is not");
}

bool belongs(const Question& question, const Fact& fact, const Thresholds& thresholds, const Known& known) {
    if (about_worker(question.kind) && fact.worker != question.worker) return false;
    if (!about_worker(question.kind) && fact.home_provider != question.organisation) return false;
    const auto days = days_of(question);
    if (fact.day < days.first || fact.day > days.last) return false;
    switch (question.kind) {
        case Kind::long_day:
        case Kind::same_minutes: return true;
        case Kind::two_places: return in_person(fact);
        case Kind::late_batch: return fact.recorded_on == question.day && is_late(fact, thresholds);
        case Kind::month_end: return std::ranges::binary_search(question.people, fact.person);
        case Kind::after_death: return fact.person == question.person && after_death(fact, known);
        case Kind::weekend: return at_weekend(fact, known);
    }
    throw std::logic_error("a kind of question that there is not");
}

Finder::Finder(const Thresholds& thresholds, const Period& months, const Known& known)
    : thresholds_(thresholds), months_(months), known_(known), month_end_(month_ends(thresholds.month_end_days)) {}

void Finder::take(const Fact& fact) {
    note_served(fact);
    note_late(fact);
    if (fact.day < months_.first || fact.day > months_.last) return;
    note_work(fact);
    if (after_death(fact, known_)) ++after_death_[{fact.home_provider, fact.person, month_of(fact.day)}];
    if (at_weekend(fact, known_)) ++weekends_[{fact.home_provider, month_of(fact.day)}];
}

void Finder::note_served(const Fact& fact) {
    if (fact.person == 0) return;
    if (fact.person >= served_.size()) served_.resize(std::max<std::size_t>(fact.person + 1, served_.size() * 2));
    auto& served = served_[fact.person];
    if (served.worker == 0) served.worker = fact.worker;
    // A fact that names nobody may be anybody's.
    if (fact.worker == 0 || fact.worker != served.worker) served.by_others = true;
    if (!at_month_end(fact.day)) served.on_other_days = true;
}

void Finder::note_late(const Fact& fact) {
    if (fact.worker == 0 || fact.recorded_on < months_.first || fact.recorded_on > months_.last || !is_late(fact, thresholds_)) return;
    if (fact.group && !late_lessons_.emplace(Lesson{fact.group, fact.worker, fact.day}, fact.recorded_on).second) return;
    ++late_[{fact.worker, fact.recorded_on}];
}

void Finder::note_work(const Fact& fact) {
    if (fact.worker == 0) return;
    note_places(fact);
    const auto month = month_of(fact.day);
    if (fact.person && at_month_end(fact.day)) at_month_ends_.emplace(fact.worker, month, fact.person);
    auto& work = work_[{fact.worker, month}];
    if (work.minutes == 0) work.minutes = fact.minutes;
    if (work.minutes != fact.minutes) work.differ = true;
    if (fact.group == 0) {
        days_[{fact.worker, fact.day}].minutes += fact.minutes;
        ++work.services;
        return;
    }
    const auto [lesson, added] = lessons_.try_emplace(Lesson{fact.group, fact.worker, fact.day}, fact.minutes);
    lesson->second = std::max(lesson->second, fact.minutes);
    work.services += added;
}

void Finder::note_places(const Fact& fact) {
    if (!in_person(fact)) return;
    auto& day = days_[{fact.worker, fact.day}];
    ++day.facts;
    if (day.place == 0) day.place = fact.home_provider;
    if (day.place != fact.home_provider) day.places_differ = true;
}

std::vector<Question> Finder::questions() const {
    std::vector<Question> out;
    add_days(out);
    add_months(out);
    add_month_ends(out);
    std::ranges::sort(out, before);
    return out;
}

void Finder::add_days(std::vector<Question>& to) const {
    std::map<OfWorker, std::int64_t> minutes;
    for (const auto& [lesson, longest] : lessons_) minutes[{std::get<1>(lesson), std::get<2>(lesson)}] += longest;
    for (const auto& [of, day] : days_) {
        minutes[of] += day.minutes;
        if (day.places_differ) to.push_back({Kind::two_places, 0, of.first, 0, of.second, day.facts, {}});
    }
    for (const auto& [of, sum] : minutes)
        if (sum > thresholds_.day_minutes) to.push_back({Kind::long_day, 0, of.first, 0, of.second, sum, {}});
    for (const auto& [of, count] : late_)
        if (count > thresholds_.late_facts) to.push_back({Kind::late_batch, 0, of.first, 0, of.second, count, {}});
}

void Finder::add_months(std::vector<Question>& to) const {
    for (const auto& [of, work] : work_)
        if (!work.differ && work.services >= thresholds_.same_minutes_facts) to.push_back({Kind::same_minutes, 0, of.first, 0, of.second, work.services, {}});
    for (const auto& [of, count] : after_death_) to.push_back({Kind::after_death, std::get<0>(of), 0, std::get<1>(of), std::get<2>(of), count, {}});
    for (const auto& [of, count] : weekends_)
        if (count >= thresholds_.weekend_facts) to.push_back({Kind::weekend, of.first, 0, 0, of.second, count, {}});
}

void Finder::add_month_ends(std::vector<Question>& to) const {
    std::map<OfWorker, std::vector<std::uint32_t>> people;
    for (const auto& [worker, month, person] : at_month_ends_)
        if (const auto& served = served_[person]; !served.by_others && !served.on_other_days) people[{worker, month}].push_back(person);
    for (auto& [of, list] : people)
        if (std::ssize(list) >= thresholds_.month_end_people) to.push_back({Kind::month_end, 0, of.first, 0, of.second, std::ssize(list), std::move(list)});
}

Standing standing(const std::optional<LastWord>& last, std::int64_t value) {
    if (!last || value > last->value) return Standing::open;
    switch (last->said) {
        case Said::answered: return Standing::answered;
        case Said::explained: return Standing::explained;
        case Said::asked_again: return Standing::open;
    }
    throw std::logic_error("a word that there is not");
}

}  // namespace ryadom::plausibility
