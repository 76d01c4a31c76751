#include "modules/evidence/cost.hpp"

#include "modules/evidence/store.hpp"

#include <algorithm>
#include <map>

namespace ryadom::evidence {
namespace {

namespace image = ledger::image;

constexpr std::int64_t minutes_of_hour = 60;

bool held_on(const HeldQualification& each, std::string_view code, Date day) { return each.code == code && each.from <= day && (!each.to || day <= *each.to); }

/// The rate in force that day; rates come in the order of their days.
const Rate* rate_on(const std::vector<Rate>& rates, std::string_view code, Date day) {
    const Rate* out = nullptr;
    for (const auto& rate : rates)
        if (rate.qualification == code && rate.valid_from <= day) out = &rate;
    return out;
}

/// By the first qualification of the package that the worker held that day and the region has a rate of.
const Rate* rate_of(const CostInput& input, const WorkedDay& worked) {
    const auto held = input.held.find(worked.worker);
    if (held == input.held.end()) return nullptr;
    for (const auto& code : input.asked)
        if (std::ranges::any_of(held->second, [&](const HeldQualification& each) { return held_on(each, code, worked.day); }))
            if (const auto* rate = rate_on(input.rates, code, worked.day)) return rate;
    return nullptr;
}

struct Months {
    int running = 0;    ///< in which a centre ran the practice, all centres together
    int of_starts = 0;  ///< those of them over which the start of the centre is spread
};

int months_between(Date from, Date to) {
    const auto first = parts(from);
    const auto last = parts(to);
    return 12 * (last.year - first.year) + static_cast<int>(last.month) - static_cast<int>(first.month);
}

Months centre_months(const CostInput& input) {
    Months out;
    for (auto month = period_of(input.days.first, PeriodLength::month); month.first <= input.days.last; month = next(month, PeriodLength::month))
        for (const auto& run : input.runs) {
            if (run.start > std::min(month.last, input.days.last) || (run.end && *run.end <= month.first)) continue;
            ++out.running;
            if (months_between(run.start, month.first) < start_spread_months) ++out.of_starts;
        }
    return out;
}

void add_work(const CostInput& input, Cost& out) {
    std::map<std::pair<std::string, std::int64_t>, std::int64_t> minutes;
    for (const auto& worked : input.worked) {
        if (const auto* rate = rate_of(input, worked)) minutes[{rate->qualification, rate->hour_kopecks}] += worked.minutes;
        else out.minutes_without_rate += worked.minutes;
    }
    for (const auto& [of, sum] : minutes) {
        out.work.push_back({of.first, sum, of.second, (sum * of.second + minutes_of_hour / 2) / minutes_of_hour});
        out.known_kopecks += out.work.back().kopecks;
    }
}

/// All known parts for each of so many people.
std::optional<std::int64_t> share(std::int64_t kopecks, std::int64_t people) { return people == 0 ? std::nullopt : std::optional((kopecks + people / 2) / people); }

void add_results(const CostInput& input, Cost& out) {
    const bool few = ledger::hidden(input.people);
    for (const auto& each : input.improved) {
        ResultCost result{each.form, each.score, {}, {}};
        if (!ledger::hidden(each.people)) result.people = ledger::rounded(each.people);
        if (result.people && !few) result.per_result = share(out.known_kopecks, *result.people);
        out.results.push_back(std::move(result));
    }
}

}  // namespace

Cost cost(const CostInput& input) {
    Cost out;
    out.from = input.days.first;
    out.to = input.days.last;
    const auto months = centre_months(input);
    const bool few = ledger::hidden(input.people);
    out.centre_months = months.running;
    out.spread_months = start_spread_months;
    if (!few) add_work(input, out);
    if (input.start_kopecks) out.start = StandingCost{*input.start_kopecks, *input.start_kopecks * months.of_starts / start_spread_months, months.of_starts};
    if (input.monthly_kopecks) out.monthly = StandingCost{*input.monthly_kopecks, *input.monthly_kopecks * months.running, months.running};
    for (const auto& part : {out.start, out.monthly})
        if (part) out.known_kopecks += part->part;
    out.complete = !few && out.start && out.monthly && out.minutes_without_rate == 0;
    out.claimed_per_recipient = input.claimed_per_recipient;
    add_results(input, out);
    if (few) return out;
    out.recipients = ledger::rounded(input.people);
    out.per_recipient = share(out.known_kopecks, *out.recipients);
    return out;
}

CostInput cost_input(db::Tx& tx, const practices::PracticeRow& practice, const std::vector<rollout::Way>& ways, const ledger::image::Image& image, Period days) {
    CostInput out;
    out.days = days;
    const auto version = must(practices::latest_version(tx, practice.number));
    const auto package = practices::package_of(tx, version.number);
    for (const auto& staff : package->needs.staff) out.asked.push_back(staff.qualification.code);
    for (const auto& way : ways)
        if (const auto start = way.first[rollout::Stage::started]; start && way.practice == practice.number)
            out.runs.push_back({*start, way.stage == rollout::Stage::stopped ? std::optional(way.since) : std::nullopt});
    for (auto& held : store::qualifications(tx)) out.held[held.staff].push_back({std::move(held.qualification), held.from, held.to});
    out.rates = store::rates(tx);
    out.start_kopecks = store::start_cost(tx, version.number);
    out.monthly_kopecks = package->cost.monthly.amount_kopecks;
    out.claimed_per_recipient = package->cost.per_recipient.amount_kopecks;
    const auto number = static_cast<std::uint16_t>(practice.number.value);
    std::map<std::pair<std::uint32_t, Date>, std::int64_t> minutes;
    image::each_fact(image, image::Scope::everything(), days.first, days.last, {}, [&](const image::Fact& fact) {
        if (fact.practice == number) minutes[{fact.worker, fact.day}] += fact.minutes;
    });
    for (const auto& [of, sum] : minutes) out.worked.push_back({of.first, of.second, sum});
    image::Selection selection;
    selection.first = days.first;
    selection.last = days.last;
    selection.practice = number;
    out.improved = improved_on(tx, practice.number, *package, image, days);
    out.people = image::totals(image, image::Scope::everything(), selection).people;
    return out;
}

}  // namespace ryadom::evidence
