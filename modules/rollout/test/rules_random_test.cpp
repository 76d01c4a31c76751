// Random histories against a slow reference that is written straight from the text of the Rules: it lives
// through every day up to the one asked about and looks at raw facts.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "modules/rollout/rules.hpp"

namespace ryadom::rollout {
namespace {

constexpr int histories = 3000;
constexpr int days_asked = 5;
const Date origin = *make_date(2025, 1, 1);

struct Fact {
    Date day;
    Date recorded;
    std::optional<Date> reversed;
    std::int64_t person;
};

struct History {
    AdoptionHistory adoption;
    Floor floor;
    std::vector<Fact> facts;
};

enum class Recording { at_once, late };

class Dice {
  public:
    explicit Dice(unsigned seed) : random_(seed) {}
    int pick(int low, int high) { return std::uniform_int_distribution(low, high)(random_); }
    bool percent(int chance) { return pick(1, 100) <= chance; }

  private:
    std::mt19937 random_;
};

Floor some_floor(Dice& dice) {
    Floor floor;
    floor.measure = dice.percent(50) ? Measure::facts : Measure::recipients;
    floor.at_least = dice.pick(1, 4);
    floor.length = dice.percent(75) ? PeriodLength::month : PeriodLength::quarter;
    floor.sustained_periods = dice.pick(1, 4);
    const int off = dice.percent(60) ? 0 : dice.percent(90) ? dice.pick(1, 4) : 12;
    for (int i = 0; i < off; ++i)
        floor.off_season.set(static_cast<std::size_t>(off == 12 ? i : dice.pick(0, 11)));
    return floor;
}

AdoptionHistory some_adoption(Dice& dice) {
    AdoptionHistory adoption;
    adoption.assigned_on = origin + dice.pick(0, 60);
    if (dice.percent(90)) adoption.chosen_on = adoption.assigned_on + dice.pick(0, 40);
    if (dice.percent(90)) adoption.confirmed_on = adoption.assigned_on + dice.pick(0, 80);
    if (dice.percent(10)) adoption.opened_on = origin + dice.pick(-60, 200);
    if (dice.percent(15)) adoption.stopped_on = origin + dice.pick(60, 480);
    for (int i = dice.pick(0, 5); i > 0; --i) {
        PlanLine line;
        line.obligation = dice.percent(70) ? Obligation::mandatory : Obligation::advisory;
        line.created_on = adoption.assigned_on + (dice.percent(80) ? dice.pick(0, 60) : dice.pick(0, 300));
        line.due = line.created_on + dice.pick(0, 60);
        if (dice.percent(90)) line.closed_on = line.created_on + dice.pick(0, 90);
        adoption.lines.push_back(line);
    }
    return adoption;
}

History some_history(Dice& dice, Recording recording) {
    History history{some_adoption(dice), some_floor(dice), {}};
    const int busy = dice.pick(0, 100);  // how likely a month has facts at all
    for (int month = dice.pick(-2, 4); month < 17; ++month) {
        if (!dice.percent(busy)) continue;
        for (int i = dice.pick(1, 6); i > 0; --i) {
            Fact fact{origin + month * 30 + dice.pick(0, 35), {}, std::nullopt, dice.pick(1, 6)};
            const bool late = recording == Recording::late && dice.percent(30);
            fact.recorded = fact.day + (late ? dice.pick(1, 60) : 0);
            if (recording == Recording::late && dice.percent(10))
                fact.reversed = fact.recorded + dice.pick(0, 60);
            history.facts.push_back(fact);
        }
    }
    return history;
}

/// What the caller of the rules does: only what was recorded, and not reversed, by the end of the day.
std::vector<Delivery> recorded_by(const History& history, Date today) {
    std::vector<Delivery> result;
    for (const auto& fact : history.facts) {
        if (fact.recorded <= today && (!fact.reversed || *fact.reversed > today))
            result.push_back({fact.day, fact.person});
    }
    return result;
}

// ---- The reference

struct RefPeriod {
    Date first;
    Date last;
    std::optional<Date> reached;
    bool met(Date t) const { return reached && *reached <= t; }
    bool settled(Date t) const { return t >= last + 7; }
};

/// Every counted period from long before to the day, found by walking over days.
std::vector<RefPeriod> ref_periods(const Floor& floor, std::vector<Delivery> rows, Date today) {
    std::map<int, RefPeriod> by_key;
    std::set<int> in_season;
    const int months = floor.length == PeriodLength::month ? 1 : 3;
    for (auto d = origin - 800; d <= today + 100; d = d + 1) {
        const auto [year, month, ignored] = parts(d);
        const int key = (year * 12 + month - 1) / months;
        auto& period = by_key.try_emplace(key, RefPeriod{d, d, std::nullopt}).first->second;
        period.last = d;
        if (!floor.off_season[static_cast<std::size_t>(month - 1)]) in_season.insert(key);
    }
    std::ranges::sort(rows, {}, &Delivery::day);
    std::vector<RefPeriod> result;
    for (auto& [key, period] : by_key) {
        if (!in_season.contains(key) || period.first > today) continue;
        int facts = 0;
        std::set<std::int64_t> people;
        for (const auto& row : rows) {
            if (row.day < period.first || row.day > period.last || row.day > today) continue;
            ++facts;
            people.insert(row.person);
            const int count = floor.measure == Measure::facts ? facts : static_cast<int>(people.size());
            if (!period.reached && count >= floor.at_least) period.reached = row.day;
        }
        result.push_back(period);
    }
    return result;
}

struct RefAnswer {
    Stage stage = Stage::assigned;
    Date since;
    FirstDays first;
};

class Reference {
  public:
    Reference(const History& history, Date today) : history_(history), rows_(recorded_by(history, today)) {
        const auto& stop = history.adoption.stopped_on;
        const bool stopped = stop && *stop <= today;
        end_ = stopped ? *stop : today;
        periods_ = ref_periods(history.floor, rows_, end_);
        answer_.since = history.adoption.assigned_on;
        for (auto t = origin - 200; t <= end_; t = t + 1) live(t);
        if (stopped) enter(Stage::stopped, *stop);
    }
    const RefAnswer& answer() const { return answer_; }

  private:
    /// The stage holds on the day that is being lived through, since the given day.
    void enter(Stage stage, Date since) {
        answer_.stage = stage;
        answer_.since = since;
        auto& first = answer_.first[stage];
        if (!first || since < *first) first = since;
    }

    void live(Date t) {
        const auto& a = history_.adoption;
        if (a.assigned_on <= t) enter(Stage::assigned, a.assigned_on);
        if (a.chosen_on && *a.chosen_on <= t) enter(Stage::chosen, *a.chosen_on);
        const bool plan = a.chosen_on && a.confirmed_on && *a.chosen_on <= t && *a.confirmed_on <= t;
        const bool gap = std::ranges::any_of(a.lines, [&](const PlanLine& line) {
            return line.obligation == Obligation::mandatory && line.created_on <= t &&
                   !(line.closed_on && *line.closed_on <= t);
        });
        if (!ready_ && ((plan && !gap) || (a.opened_on && *a.opened_on <= t))) ready_ = t;
        if (plan && !ready_) enter(Stage::preparing, std::max(*a.chosen_on, *a.confirmed_on));
        if (!ready_) return;
        enter(Stage::ready, *ready_);
        std::optional<Date> fact;
        for (const auto& row : rows_)
            if (row.day <= t && (!fact || row.day < *fact)) fact = row.day;
        if (!fact) return;
        started_ = std::max(*ready_, *fact);
        enter(Stage::started, started_);
        deliver(t);
    }

    void deliver(Date t) {
        std::vector<RefPeriod> settled;
        std::vector<RefPeriod> recent;  // the last settled and all later ones
        for (const auto& period : periods_) {
            if (period.first > t) break;
            if (period.settled(t)) {
                settled.push_back(period);
                recent.clear();
            }
            recent.push_back(period);
        }
        const bool delivering = std::ranges::any_of(recent, [&](const RefPeriod& p) { return p.met(t); });
        if (!delivering) {
            if (was_delivering_) enter(Stage::lapsed, std::max(started_, first_unmet(t)));
            return;
        }
        was_delivering_ = true;
        enter(Stage::delivering, std::max(started_, run_reached(t)));
        const auto n = static_cast<std::size_t>(history_.floor.sustained_periods);
        std::size_t run = 0;
        while (run < settled.size() && settled[settled.size() - 1 - run].met(t)) ++run;
        if (run >= n) enter(Stage::sustained, std::max(started_, settled[settled.size() - run + n - 1].last));
    }

    /// First day of the period behind the last met one.
    Date first_unmet(Date t) const {
        std::optional<Date> result;
        for (const auto& period : periods_) {
            if (period.first > t) break;
            if (period.met(t)) {
                result.reset();
            } else if (!result) {
                result = period.first;
            }
        }
        return *result;
    }

    /// Day on which the first period of the run met its floor; a settled unmet period begins a new run.
    Date run_reached(Date t) const {
        std::optional<Date> result;
        for (const auto& period : periods_) {
            if (period.first > t) break;
            if (period.met(t) && !result) result = period.reached;
            if (!period.met(t) && period.settled(t)) result.reset();
        }
        return *result;
    }

    const History& history_;
    std::vector<Delivery> rows_;
    Date end_;
    std::vector<RefPeriod> periods_;
    std::optional<Date> ready_;
    Date started_;
    bool was_delivering_ = false;
    RefAnswer answer_;
};

/// Day after day at the rate of the last 28 days, until some period is full.
std::optional<Date> ref_day_at_rate(const History& history, Date today) {
    const auto& floor = history.floor;
    const auto rows = recorded_by(history, today);
    const bool by_facts = floor.measure == Measure::facts;
    const int months = floor.length == PeriodLength::month ? 1 : 3;
    const auto key_of = [&](Date d) { return (parts(d).year * 12 + parts(d).month - 1) / months; };
    int facts = 0;
    int facts_now = 0;
    std::set<std::int64_t> people;
    std::set<std::int64_t> people_now;
    for (const auto& row : rows) {
        if (row.day > today) continue;
        if (row.day > today - 28) ++facts, people.insert(row.person);
        if (key_of(row.day) == key_of(today)) ++facts_now, people_now.insert(row.person);
    }
    const int rate = by_facts ? facts : static_cast<int>(people.size());
    int key = key_of(today);
    int count_28ths = 28 * (by_facts ? facts_now : static_cast<int>(people_now.size()));
    for (auto d = today + 1; rate > 0 && d <= today + 1000; d = d + 1) {
        if (key_of(d) != key) {
            key = key_of(d);
            count_28ths = 0;
        }
        bool season = false;
        for (int i = 0; i < months; ++i)
            season = season || !floor.off_season[static_cast<std::size_t>((key * months + i) % 12)];
        count_28ths += rate;
        if (season && count_28ths >= floor.at_least * 28) return d;
    }
    return std::nullopt;
}

Sign ref_sign(const RefAnswer& now, Stage target, std::optional<Date> deadline, std::optional<Date> expected,
              Date today) {
    if (!deadline) return Sign::none;
    if (now.stage == Stage::stopped) return today > *deadline ? Sign::overdue : Sign::late_forecast;
    if (now.stage == Stage::lapsed) return Sign::lapsed;
    if (now.first[target]) return Sign::reached;
    if (today > *deadline) return Sign::overdue;
    if (!expected || *expected > *deadline) return Sign::late_forecast;
    return now.stage < Stage::preparing ? Sign::before_preparing : Sign::under_way;
}

std::string text(const FirstDays& first) {
    std::string result;
    for (const auto& day : first.days) result += (day ? to_string(*day) : "-") + " ";
    return result;
}

StageAt stage_of(const History& history, Date today) {
    return stage(history.adoption, history.floor,
                 tally(recorded_by(history, today), history.floor.length, today), today);
}

}  // namespace

TEST(RandomHistory, has_the_stage_and_the_days_that_the_text_of_the_rules_gives) {
    std::map<Stage, int> seen;
    for (unsigned seed = 0; seed < histories; ++seed) {
        Dice dice(seed);
        const auto history = some_history(dice, Recording::late);
        for (int i = 0; i < days_asked; ++i) {
            const auto today = origin + dice.pick(60, 540);
            const auto now = stage_of(history, today);
            const auto expected = Reference(history, today).answer();
            ++seen[now.stage];
            ASSERT_EQ(now.stage, expected.stage) << "seed " << seed << " on " << to_string(today);
            ASSERT_EQ(now.since, expected.since) << "seed " << seed << " on " << to_string(today);
            ASSERT_EQ(text(now.first), text(expected.first)) << "seed " << seed << " on " << to_string(today);
        }
    }
    EXPECT_GE(seen.size(), stage_count - 1);  // the generator must visit the stages it is to test
    for (const auto& [stage, count] : seen) EXPECT_GT(count, 100) << static_cast<int>(stage);
}

TEST(RandomHistory, has_the_forecast_and_the_sign_that_the_text_of_the_rules_gives) {
    std::map<Sign, int> seen;
    for (unsigned seed = 0; seed < histories; ++seed) {
        Dice dice(seed);
        const auto history = some_history(dice, Recording::late);
        const auto today = origin + dice.pick(60, 540);
        const auto deliveries = tally(recorded_by(history, today), history.floor.length, today);
        const auto now = stage(history.adoption, history.floor, deliveries, today);
        const auto expected = Reference(history, today).answer();
        const auto forecast =
            rollout::forecast(now, history.adoption, history.floor, deliveries, {dice.pick(0, 9), {}}, today);
        if (now.stage == Stage::started || now.stage == Stage::lapsed) {
            ASSERT_EQ(forecast.delivering, ref_day_at_rate(history, today)) << "seed " << seed;
        }
        const auto deadline = dice.percent(90) ? std::optional(origin + dice.pick(100, 700)) : std::nullopt;
        const auto shown = cell(now, deadline, Stage::delivering, forecast, today);
        ++seen[shown.sign];
        ASSERT_EQ(shown.sign, ref_sign(expected, Stage::delivering, deadline, forecast.delivering, today))
            << "seed " << seed;
    }
    EXPECT_EQ(seen.size(), 7U);
}

TEST(RandomHistory, keeps_every_first_day_while_nothing_is_recorded_late) {
    for (unsigned seed = 0; seed < histories; ++seed) {
        Dice dice(seed);
        const auto history = some_history(dice, Recording::at_once);
        const auto earlier = origin + dice.pick(60, 500);
        const auto before = stage_of(history, earlier);
        const auto after = stage_of(history, earlier + dice.pick(1, 90));
        for (std::size_t i = 0; i < stage_count; ++i) {
            if (!before.first.days[i]) continue;
            ASSERT_EQ(before.first.days[i], after.first.days[i]) << "seed " << seed;
        }
    }
}

TEST(RandomHistory, never_begins_a_stage_before_the_one_below_it) {
    for (unsigned seed = 0; seed < histories; ++seed) {
        Dice dice(seed);
        const auto now = stage_of(some_history(dice, Recording::late), origin + dice.pick(60, 540));
        for (const auto upper : {Stage::started, Stage::delivering, Stage::sustained}) {
            const auto lower = static_cast<Stage>(static_cast<int>(upper) - 1);
            if (!now.first[upper]) continue;
            ASSERT_TRUE(now.first[lower]) << "seed " << seed;
            ASSERT_LE(*now.first[lower], *now.first[upper]) << "seed " << seed;
        }
    }
}

}  // namespace ryadom::rollout
