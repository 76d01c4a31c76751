#include "modules/ledger/figures.hpp"

#include "modules/ledger/store.hpp"
#include "platform/core/paging.hpp"

#include <algorithm>
#include <numeric>

namespace ryadom::ledger {
namespace {

constexpr std::int64_t residence_age = 60'000;
constexpr std::size_t numbers = std::size_t{std::numeric_limits<std::uint16_t>::max()} + 1;

image::Axis organisation_axis(const std::optional<std::vector<std::int64_t>>& organisations) {
    image::Axis out;
    if (!organisations) return out;
    out.group_of.assign(numbers, image::Axis::left_out);
    for (const auto number : *organisations) out.group_of.at(static_cast<std::size_t>(number)) = 0;
    return out;
}

Date month_after(Date day, std::size_t months) {
    auto period = period_of(day, PeriodLength::month);
    for (std::size_t i = 0; i < months; ++i) period = next(period, PeriodLength::month);
    return period.first;
}

}  // namespace

std::shared_ptr<const std::vector<std::uint32_t>> Residence::districts(db::Database& database) {
    const std::lock_guard lock(mutex_);
    const auto now = database.now();
    if (!districts_ || now > read_at_ + residence_age) {
        districts_ = std::make_shared<const std::vector<std::uint32_t>>(
            database.read_as(db::Caller::system(), [](db::Tx& tx) { return people::districts_by_person(tx); }));
        read_at_ = now;
    }
    return districts_;
}

std::vector<std::int64_t> people_by_district(const image::Image& image, const std::vector<std::uint32_t>& district_of, const Days& days,
                                             std::optional<std::uint16_t> practice) {
    std::vector<std::int64_t> people(1);
    std::vector<bool> seen(district_of.size());
    image::each_fact(image, image::Scope::everything(), days.first, days.last, {}, [&](const image::Fact& fact) {
        if (fact.person == 0 || (practice && fact.practice != *practice)) return;
        if (fact.person >= seen.size()) seen.resize(fact.person + 1);
        if (seen[fact.person]) return;
        seen[fact.person] = true;
        const std::size_t district = fact.person < district_of.size() ? district_of[fact.person] : 0;
        if (district >= people.size()) people.resize(district + 1);
        ++people[district];
    });
    return people;
}

std::vector<ServiceFigure> services_by_month(const image::Image& image, const image::Scope& scope,
                                             const std::optional<std::vector<std::int64_t>>& organisations, const Days& days,
                                             std::size_t practices) {
    image::CountRequest request;
    request.first = days.first;
    request.last = days.last;
    request.organisations = organisation_axis(organisations);
    request.months = image::Months::apart;
    request.practices.group_of.resize(practices);
    std::iota(request.practices.group_of.begin(), request.practices.group_of.end(), 0U);
    const auto counts = image::counts(image, scope, request);
    std::vector<ServiceFigure> out;
    for (std::size_t practice = 0; practice < practices; ++practice)
        for (std::size_t month = 0; month < counts.months; ++month)
            if (const auto& count = counts.at(0, practice, 0, month); count.facts > 0)
                out.push_back({static_cast<std::uint16_t>(practice), month_after(days.first, month), count});
    return out;
}

FactList facts_behind(db::Tx& tx, const image::Image& image, const image::Scope& scope, Number<practices::Practice> practice,
                      const std::vector<std::int64_t>& organisations, Date from, Date to, std::optional<image::Position> before, int limit) {
    image::PositionRequest request;
    request.first = from;
    request.last = to;
    request.practice = static_cast<std::uint16_t>(practice.value);
    request.organisations.emplace();
    for (const auto number : organisations) request.organisations->push_back(static_cast<std::uint16_t>(number));
    std::ranges::sort(*request.organisations);
    request.limit = static_cast<std::size_t>(limit) + 1;
    if (before) request.before = *before;
    auto positions = image::positions(image, scope, request);
    FactList out;
    if (cut(positions, limit)) out.next = positions.back();
    out.facts = facts_at(tx, positions);
    return out;
}

std::vector<Fact> facts_at(db::Tx& tx, const std::vector<image::Position>& positions) {
    std::vector<Fact> out;
    for (auto& row : store::facts_at(tx, positions)) out.push_back(std::move(row.fact));
    return out;
}

}  // namespace ryadom::ledger
