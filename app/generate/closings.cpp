// Some centres close their months: what was entered or taken back later became corrections, as in life.
#include "app/generate/writer.hpp"

#include "modules/acts/acts.hpp"

namespace ryadom::generate {
namespace {

constexpr int day_of_closing = 3;
constexpr int months_closed = 3;
constexpr std::ptrdiff_t centres_that_close = 3;
constexpr std::size_t most_persons = 100'000;

/// Rows of the ledger stand in the order of the days on which they were written.
constexpr db::Sql last_known_on =
    "select o.position from v_ledger_fact f join v_ledger_fact_order o on o.number = f.number where f.recorded_on <= $1 order by f.number desc limit 1";

/// The third of a month, so many months before the last day's.
Date closing_day(Date until, int months_before) {
    auto month = period_of(until, PeriodLength::month);
    for (int i = 0; i < months_before; ++i) month = previous(month, PeriodLength::month);
    return month.first + (day_of_closing - 1);
}

void close_at(db::Database& database, const ledger::Feed& feed, const std::string& code, Date day, ledger::image::Position position) {
    const auto number = database.read_as(db::Caller::system(), [&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number; });
    (void)must(acts::close_month(database, feed.image(), position, number, day - day_of_closing, i18n::Language::ru,
                                 "Расчёты оплаты ещё собираем, доначислим исправлениями", day));
}

}  // namespace

std::set<OrganisationIndex> closing_centres(const Region& region, const RolloutPlan& plan) {
    if (region.persons.size() > most_persons) return {};
    std::set<OrganisationIndex> out(region.centres.begin(), region.centres.begin() + std::min(std::ssize(region.centres), centres_that_close));
    out.insert(liveliest(region, plan));
    return out;
}

void close_months(db::Database& database, const MovableClock& clock, const GenerateOptions& options) {
    auto region = make_region(options.seed, options.sizes, options.until);
    const auto plan = plan_rollout(region, options.seed, options.sizes, read_library(options.library));
    const auto centres = closing_centres(region, plan);
    if (centres.empty()) return;
    const auto shown = liveliest(region, plan);
    ledger::Feed feed(database);
    feed.catch_up();
    auto now = database.now();
    for (int left = months_closed; left >= 1; --left) {
        const auto day = closing_day(options.until, left);
        const auto position = database.read_as(db::Caller::system(), [&](db::Tx& tx) { return tx.value<ledger::image::Position>(last_known_on, day); });
        if (!position || day - day_of_closing < region.from) continue;
        for (const auto centre : centres) {
            // Where the demo accounts work, two months wait for whoever tries it out.
            if (centre == shown && left == 1) continue;
            clock.move(now = now + 60'000);
            close_at(database, feed, region.organisations[static_cast<std::size_t>(centre)].row.code, day, *position);
        }
    }
}

}  // namespace ryadom::generate
