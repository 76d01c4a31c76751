#include "modules/journal/rules.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace ryadom::journal {
namespace {

constexpr int longest_minutes = 1440;
constexpr std::size_t few_visits = 2;

bool overlap(const AbsenceDays& one, const AbsenceDays& other) {
    return (!one.until || other.from <= *one.until) && (!other.until || one.from <= *other.until);
}

}  // namespace

CellChange change_of(const std::vector<int>& quantities, int wanted) {
    CellChange out;
    int left = std::accumulate(quantities.begin(), quantities.end(), 0);
    if (left == wanted) return out;
    const bool corrected = quantities.size() == 1;
    for (auto at = quantities.size(); at-- > 0 && (corrected || left > wanted);) {
        out.taken_back.push_back(at);
        left -= quantities[at];
    }
    out.recorded = wanted - left;
    if (out.recorded > 0 && !quantities.empty()) out.like = out.taken_back.empty() ? quantities.size() - 1 : out.taken_back.back();
    return out;
}

int minutes_for(int minutes, int quantity, int wanted) {
    const auto scaled = (static_cast<std::int64_t>(minutes) * wanted + quantity / 2) / std::max(quantity, 1);
    return static_cast<int>(std::clamp<std::int64_t>(scaled, 1, longest_minutes));
}

std::optional<AbsenceKind> away_on(const std::vector<AbsenceDays>& absences, Date day) {
    const auto found = std::ranges::find_if(absences, [&](const auto& each) { return each.from <= day && (!each.until || day <= *each.until); });
    return found == absences.end() ? std::nullopt : std::optional(found->kind);
}

std::vector<Warning> warnings_of(const Circumstances& given) {
    std::vector<Warning> out;
    const bool within = given.plan && given.plan->from <= given.day && (!given.plan->until || given.day <= *given.plan->until);
    if (given.has_programme && !within) out.push_back(Warning::outside_programme);
    if (given.plan && given.delivered > given.plan->quantity) out.push_back(Warning::over_volume);
    if (given.contract_until && given.day > *given.contract_until) out.push_back(Warning::after_contract);
    if (const auto kind = away_on(given.absences, given.day)) out.push_back(*kind == AbsenceKind::hospital ? Warning::hospital : Warning::away);
    return out;
}

std::vector<FieldError> faults(const AbsenceDays& absence, const std::vector<AbsenceDays>& others) {
    std::vector<FieldError> out;
    if (absence.until && *absence.until < absence.from) out.push_back({"/absence/until", "journal.ends_before_it_begins", {}});
    else if (const auto other = std::ranges::find_if(others, [&](const auto& each) { return overlap(absence, each); }); other != others.end())
        out.push_back({"/absence/from", "journal.absence_overlaps", {{"from", to_string(other->from)}}});
    return out;
}

int weekday(Date day) { return ((day.days + 3) % 7 + 7) % 7; }

Habit habit_of(const std::vector<Seen>& facts, Date day) {
    Habit out;
    std::set<Date> all;
    std::set<Date> same;
    for (const auto& each : facts) {
        all.insert(each.day);
        if (weekday(each.day) == weekday(day)) same.insert(each.day);
    }
    out.last_on = *all.rbegin();
    out.expected = same.size() >= few_visits;
    const auto& visits = out.expected ? same : all;
    std::map<std::uint16_t, std::pair<std::set<Date>, const Seen*>> services;
    for (const auto& each : facts) {
        if (!visits.contains(each.day)) continue;
        auto& [days, last] = services[each.service];
        days.insert(each.day);
        if (!last || std::pair(last->day, last->position) < std::pair(each.day, each.position)) last = &each;
    }
    for (const auto& [service, had] : services)
        if (had.first.size() * 2 >= visits.size()) out.services.push_back(*had.second);
    return out;
}

}  // namespace ryadom::journal
