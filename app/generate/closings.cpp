// Some centres close their months: what is entered or taken back later becomes corrections, as in life.
#include "app/generate/writer.hpp"

#include "modules/acts/acts.hpp"

namespace ryadom::generate {
namespace {

constexpr int day_of_closing = 3;
constexpr int months_closed = 3;
/// The image that closings are reckoned from takes seconds to load in a region of millions, and nobody looks at closings there.
constexpr std::size_t most_persons = 100'000;

/// How many months lie between.
int months_between(Date earlier, Date later) { return (parts(later).year - parts(earlier).year) * 12 + parts(later).month - parts(earlier).month; }

}  // namespace

/// On the third, of the month before.
void Writer::close_months(Date day) {
    const auto left = months_between(day, region_.until);
    if (parts(day).day != day_of_closing || left < 1 || left > months_closed || region_.persons.size() > most_persons) return;
    settle();
    move(day, 20);  // after everything else of the day: the log is in the order of its instants
    ledger::Feed feed(facts_);
    feed.catch_up();
    std::set<OrganisationIndex> centres(region_.centres.begin(), region_.centres.begin() + std::min<std::ptrdiff_t>(3, std::ssize(region_.centres)));
    // Where the demo accounts work, two months wait for whoever tries it out.
    if (left == 1) centres.erase(liveliest(region_, plan_));
    else centres.insert(liveliest(region_, plan_));
    for (const auto centre : centres)
        (void)must(acts::close_month(database_, feed.image(), organisations_[slot(centre)].number, day - day_of_closing, i18n::Language::ru,
                                     "Расчёты оплаты ещё собираем, доначислим исправлениями", day));
}

}  // namespace ryadom::generate
