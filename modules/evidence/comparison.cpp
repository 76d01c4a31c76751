#include "modules/evidence/comparison.hpp"

#include "modules/evidence/store.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace ryadom::evidence {
namespace {

namespace image = ledger::image;

constexpr int months_before_first_start = 6;
constexpr std::size_t most_months = 36;
constexpr int days_to_settle = 7;  ///< after its end, as the rollout has it
constexpr int permutations = 1999;
constexpr std::uint64_t seed = 2007;
constexpr double rare = 0.05;
constexpr std::size_t enough_centres = 6;  ///< fewer can be ordered in too few ways for chance to be ruled out
constexpr std::size_t enough_months = 3;

std::vector<Period> months_compared(const std::vector<Candidate>& centres, Date today) {
    if (centres.empty() || !centres.front().started_on) return {};
    auto month = period_of(*centres.front().started_on, PeriodLength::month);
    for (int i = 0; i < months_before_first_start; ++i) month = previous(month, PeriodLength::month);
    std::vector<Period> out;
    for (; month.last + days_to_settle < today; month = next(month, PeriodLength::month)) out.push_back(month);
    return out;
}

/// How many months there are before the first with facts. Months before the ledger hold zeros that nobody counted: they
/// would say that all centres were alike.
std::size_t months_without_facts(const image::Counts& counts, std::size_t centres, std::size_t months) {
    for (std::size_t j = 0; j < months; ++j)
        for (std::size_t i = 0; i < centres; ++i)
            if (counts.at(i, 0, 0, j).facts > 0) return j;
    return months;
}

/// What is compared: the months, and where the first of them stands among the counts.
struct Window {
    std::vector<Period> months;
    std::size_t before = 0;
};
Window window_of(const std::vector<Period>& months, const image::Counts& counts, std::size_t centres) {
    Window out{{}, months_without_facts(counts, centres, months.size())};
    for (auto j = out.before; j < months.size() && out.months.size() < most_months; ++j) out.months.push_back(months[j]);
    return out;
}

std::optional<double> value_of(Measure measure, const Candidate& centre, const image::Count& cell) {
    switch (measure) {
        case Measure::recipients:
            return centre.residents == 0 ? std::nullopt : std::optional(1000.0 * cell.people / static_cast<double>(centre.residents));
        case Measure::facts: return static_cast<double>(cell.facts);
        case Measure::minutes: return cell.people == 0 ? std::nullopt : std::optional(static_cast<double>(cell.minutes) / cell.people);
    }
    return {};
}

/// The panel of the centres that have a value in every month, with the people behind each cell.
struct Built {
    Panel panel;
    std::vector<Candidate> centres;
    std::vector<std::int64_t> people;
};

Built build(const std::vector<Candidate>& centres, const Window& window, const image::Counts& counts, Measure measure) {
    const auto& months = window.months;
    Built out;
    if (months.empty()) return out;
    out.panel.periods = months.size();
    for (std::size_t i = 0; i < centres.size(); ++i) {
        std::vector<double> values;
        for (std::size_t j = 0; j < months.size(); ++j)
            if (const auto value = value_of(measure, centres[i], counts.at(i, 0, 0, window.before + j))) values.push_back(*value);
        if (values.size() < months.size()) continue;
        out.centres.push_back(centres[i]);
        for (std::size_t j = 0; j < months.size(); ++j) {
            out.panel.exposure.push_back(exposure_of(months[j], centres[i].started_on));
            out.panel.outcome.push_back(values[j]);
            out.people.push_back(counts.at(i, 0, 0, window.before + j).people);
        }
    }
    out.panel.clusters = out.centres.size();
    return out;
}

/// The mean of some centres in a month, unless it tells of fewer than five people: of two centres it tells each about the other.
class Mean {
  public:
    void add(double value, std::int64_t people) {
        sum_ += value;
        people_ += people;
        small_ = small_ || ledger::hidden(people);
        ++centres_;
    }
    int centres() const { return centres_; }
    std::optional<double> told() const {
        const bool tells_of_few = ledger::hidden(people_) || (small_ && centres_ < enough_to_mix);
        return centres_ == 0 || tells_of_few ? std::nullopt : std::optional(rounded(sum_ / centres_));
    }

  private:
    double sum_ = 0;
    std::int64_t people_ = 0;
    bool small_ = false;  ///< one of the centres has fewer than five
    int centres_ = 0;
};

std::vector<ComparedMonth> month_by_month(const Built& built, const std::vector<Period>& months) {
    std::vector<ComparedMonth> out;
    for (std::size_t j = 0; j < months.size(); ++j) {
        Mean started;
        Mean waiting;
        for (std::size_t i = 0; i < built.panel.clusters; ++i) {
            const auto at = i * months.size() + j;
            if (built.panel.exposure[at] == 1) started.add(built.panel.outcome[at], built.people[at]);
            if (built.panel.exposure[at] == 0) waiting.add(built.panel.outcome[at], built.people[at]);
        }
        out.push_back({months[j].first, started.centres(), waiting.centres(), started.told(), waiting.told()});
    }
    return out;
}

Verdict verdict(bool holds) { return holds ? Verdict::holds : Verdict::broken; }

/// Slopes that do not vary at all are those of centres without a history: they show nothing.
Verdict alike_before(const std::optional<TrendBefore>& trend) {
    return trend && trend->interval.from < trend->interval.to ? verdict(holds(trend->interval, 0)) : Verdict::unknown;
}

std::vector<AssumptionState> assumptions(const Panel& panel, const std::optional<TrendBefore>& trend) {
    const auto telling = informative_periods(panel);
    return {{Assumption::centres, verdict(panel.clusters >= enough_centres)},
            {Assumption::months, verdict(telling >= enough_months)},
            {Assumption::waiting, verdict(panel.periods > 0 && panel.clusters > 0 && [&] {
                 for (std::size_t i = 0; i < panel.clusters; ++i)
                     if (panel.x(i, panel.periods - 1) < 1) return true;
                 return false;
             }())},
            {Assumption::alike_before, alike_before(trend)}};
}

}  // namespace

std::vector<Candidate> candidates(db::Tx& tx, Number<practices::Practice> practice, const std::vector<rollout::Way>& ways) {
    std::map<std::int64_t, std::optional<Date>> starts;
    for (const auto centre : store::assigned(tx, practice)) starts.emplace(centre.value, std::nullopt);
    for (const auto& way : ways)
        if (way.practice == practice) starts[way.organisation.value] = way.first[rollout::Stage::started];
    std::map<std::int64_t, std::int64_t> residents;
    for (const auto& row : network::all_districts(tx)) residents.emplace(row.number.value, row.district.population);
    std::vector<Candidate> out;
    for (const auto& row : network::all_organisations(tx)) {
        const auto found = starts.find(row.number.value);
        if (found == starts.end()) continue;
        const auto district = row.district ? residents.find(row.district->value) : residents.end();
        out.push_back({row.number, row.organisation.id, row.organisation.short_title, district == residents.end() ? 0 : district->second, found->second});
    }
    constexpr Date never{INT32_MAX};
    std::ranges::stable_sort(out, {}, [never](const Candidate& each) { return each.started_on.value_or(never); });
    return out;
}

image::Axis centres_of(const std::vector<Candidate>& centres, const std::vector<network::OrganisationRow>& organisations) {
    std::map<std::int64_t, std::uint32_t> compared;
    for (std::uint32_t i = 0; i < centres.size(); ++i) compared.emplace(centres[i].number.value, i);
    std::map<Uuid, const network::OrganisationRow*> by_id;
    for (const auto& row : organisations) by_id.emplace(row.organisation.id.uuid, &row);
    image::Axis axis;
    for (const auto& row : organisations) {
        const auto place = static_cast<std::size_t>(row.number.value);
        if (axis.group_of.size() <= place) axis.group_of.resize(place + 1, image::Axis::left_out);
        for (const auto* at = &row; at; at = at->organisation.parent ? by_id.at(at->organisation.parent->uuid) : nullptr)
            if (const auto found = compared.find(at->number.value); found != compared.end()) {
                axis.group_of[place] = found->second;
                break;
            }
    }
    return axis;
}

Comparison compare(const std::vector<Candidate>& centres, const std::vector<network::OrganisationRow>& organisations,
                   const ledger::image::Image& image, Measure measure, Date today) {
    Comparison out;
    out.measure = measure;
    const auto possible = months_compared(centres, today);
    Window window;
    Built built;
    if (!possible.empty()) {
        image::CountRequest request{possible.front().first, possible.back().last, centres_of(centres, organisations)};
        request.months = image::Months::apart;
        const auto counts = image::counts(image, image::Scope::everything(), request);
        window = window_of(possible, counts, centres.size());
        built = build(centres, window, counts, measure);
    }
    const auto& months = window.months;
    if (!months.empty()) out.left_out = static_cast<int>(centres.size() - built.centres.size());
    const auto trend = trend_before(built.panel);
    if (trend) out.trend_before = rounded(trend->difference);
    out.months = month_by_month(built, months);
    out.months_that_tell = static_cast<int>(informative_periods(built.panel));
    out.assumptions = assumptions(built.panel, trend);
    for (const auto& each : months.empty() ? centres : built.centres) out.centres.push_back({each.organisation, each.centre, each.started_on});
    const auto found = effect(built.panel);
    const auto chance = chance_of_difference(built.panel, permutations, seed);
    if (!found || !chance) return out;
    const bool broken = std::ranges::any_of(out.assumptions, [](const AssumptionState& each) {
        return each.verdict == Verdict::broken && each.assumption != Assumption::waiting;
    });
    out.effect = FoundEffect{rounded(found->estimate), rounded(found->interval.from), rounded(found->interval.to),
                             rounded(*effect_within_periods(built.panel)), std::round(*chance * 10'000) / 10'000, !holds(found->interval, 0) && *chance <= rare && !broken};
    return out;
}

}  // namespace ryadom::evidence
