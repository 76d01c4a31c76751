// The questions of random ledgers, against the definitions written down as plainly as they can be.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "modules/plausibility/rules.hpp"

namespace ryadom::plausibility {
namespace {

using ledger::image::Fact;

Date day(const char* text) { return *parse_date(text); }
Date month_of(Date at) { return period_of(at, PeriodLength::month).first; }

struct Ledger {
    Thresholds thresholds;
    Known known;
    Period months{day("2026-02-01"), day("2026-03-31")};
    std::vector<Fact> facts;
};

Ledger random_ledger(unsigned seed) {
    std::mt19937 random(seed);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
    Ledger out;
    out.thresholds = {pick(100, 500), pick(1, 4), pick(2, 20), pick(1, 8), pick(1, 3), pick(2, 6), pick(1, 4)};
    for (const auto person : {3U, 8U, 15U}) out.known.deaths.emplace(person, day("2026-02-01") + pick(-30, 60));
    out.known.centre_only = {1, 3};
    for (int i = 0; i < 700; ++i) {
        Fact fact;
        fact.position = i + 1;
        fact.day = day("2026-01-10") + pick(0, 100);
        // Some people come at the end of months only, and half of the workers write the same minutes for months.
        fact.person = static_cast<std::uint32_t>(pick(0, 60));
        if (fact.person > 30) fact.day = period_of(fact.day, PeriodLength::month).last - pick(0, 3);
        fact.worker = fact.person > 30 && pick(0, 9) ? fact.person % 6 + 1 : static_cast<std::uint32_t>(pick(0, 12));
        fact.recorded_on = fact.day + (pick(0, 2) ? pick(0, 3) : pick(10, 30));
        if (pick(0, 1) == 0) fact.recorded_on = std::max(fact.day, Date{fact.recorded_on.days / 10 * 10});
        fact.minutes = static_cast<std::uint16_t>(fact.worker % 2 && pick(0, 19) ? 45 : pick(5, 200));
        fact.practice_version = static_cast<std::uint16_t>(pick(0, 3));
        fact.home_provider = static_cast<std::uint16_t>(pick(1, 3));
        fact.channel = static_cast<std::uint8_t>(pick(0, 3));
        fact.group = pick(0, 2) ? 0 : static_cast<std::uint32_t>(pick(1, 15));
        out.facts.push_back(fact);
    }
    return out;
}

/// The facts behind a question, found by its words.
class Plain {
  public:
    explicit Plain(const Ledger& ledger) : at_(ledger) {}

    std::vector<Question> questions() const {
        std::vector<Question> out;
        for (Date on = at_.months.first; on <= at_.months.last; on = on + 1)
            for (std::uint32_t worker = 1; worker <= 12; ++worker) add_of_day(worker, on, out);
        for (Date month = at_.months.first; month <= at_.months.last; month = next(period_of(month, PeriodLength::month), PeriodLength::month).first) {
            for (std::uint32_t worker = 1; worker <= 12; ++worker) add_of_month(worker, month, out);
            for (std::uint16_t centre = 1; centre <= 3; ++centre) add_of_centre(centre, month, out);
        }
        std::ranges::sort(out, [](const Question& a, const Question& b) {
            return std::tuple(-a.day.days, a.kind, a.worker, a.person, a.organisation) < std::tuple(-b.day.days, b.kind, b.worker, b.person, b.organisation);
        });
        return out;
    }

  private:
    template <class Wanted>
    std::vector<Fact> where(const Wanted& wanted) const {
        std::vector<Fact> out;
        std::ranges::copy_if(at_.facts, std::back_inserter(out), wanted);
        return out;
    }
    /// Facts outside lessons, and lessons.
    static std::int64_t services(const std::vector<Fact>& facts) {
        std::int64_t out = 0;
        std::set<std::pair<std::uint32_t, Date>> lessons;
        for (const auto& fact : facts) {
            if (fact.group == 0) ++out;
            else lessons.emplace(fact.group, fact.day);
        }
        return out + std::ssize(lessons);
    }
    static std::int64_t minutes(const std::vector<Fact>& facts) {
        std::int64_t out = 0;
        std::map<std::uint32_t, std::int64_t> lessons;
        for (const auto& fact : facts) {
            if (fact.group == 0) out += fact.minutes;
            else lessons[fact.group] = std::max<std::int64_t>(lessons[fact.group], fact.minutes);
        }
        for (const auto& [group, longest] : lessons) out += longest;
        return out;
    }
    bool at_month_end(Date on) const { return period_of(on, PeriodLength::month).last - on < at_.thresholds.month_end_days; }

    void add_of_day(std::uint32_t worker, Date on, std::vector<Question>& to) const {
        const auto own = where([&](const Fact& fact) { return fact.worker == worker && fact.day == on; });
        if (const auto sum = minutes(own); sum > at_.thresholds.day_minutes) to.push_back({Kind::long_day, 0, worker, 0, on, sum, {}});
        std::set<std::uint16_t> places;
        std::int64_t in_person = 0;
        for (const auto& fact : own)
            if (fact.channel <= 1) {
                ++in_person;
                places.insert(fact.home_provider);
            }
        if (places.size() > 1) to.push_back({Kind::two_places, 0, worker, 0, on, in_person, {}});
        const auto late = services(where([&](const Fact& fact) {
            return fact.worker == worker && fact.recorded_on == on && fact.recorded_on - fact.day > at_.thresholds.late_days;
        }));
        if (late > at_.thresholds.late_facts) to.push_back({Kind::late_batch, 0, worker, 0, on, late, {}});
    }

    void add_of_month(std::uint32_t worker, Date month, std::vector<Question>& to) const {
        const auto own = where([&](const Fact& fact) { return fact.worker == worker && month_of(fact.day) == month; });
        const auto count = services(own);
        if (count >= at_.thresholds.same_minutes_facts && std::ranges::all_of(own, [&](const Fact& fact) { return fact.minutes == own.front().minutes; }))
            to.push_back({Kind::same_minutes, 0, worker, 0, month, count, {}});
        std::set<std::uint32_t> people;
        for (const auto& fact : own) {
            if (fact.person == 0) continue;
            const auto all = where([&](const Fact& each) { return each.person == fact.person; });
            if (std::ranges::all_of(all, [&](const Fact& each) { return each.worker == worker && at_month_end(each.day); })) people.insert(fact.person);
        }
        if (std::ssize(people) >= at_.thresholds.month_end_people) to.push_back({Kind::month_end, 0, worker, 0, month, std::ssize(people), {people.begin(), people.end()}});
    }

    void add_of_centre(std::uint16_t centre, Date month, std::vector<Question>& to) const {
        const auto own = where([&](const Fact& fact) { return fact.home_provider == centre && month_of(fact.day) == month; });
        for (const auto& [person, death] : at_.known.deaths) {
            const auto after = std::ranges::count_if(own, [&](const Fact& fact) { return fact.person == person && fact.day > death; });
            if (after > 0) to.push_back({Kind::after_death, centre, 0, person, month, after, {}});
        }
        const auto weekends = std::ranges::count_if(own, [&](const Fact& fact) { return is_weekend(fact.day) && at_.known.centre_only.contains(fact.practice_version); });
        if (weekends >= at_.thresholds.weekend_facts) to.push_back({Kind::weekend, centre, 0, 0, month, weekends, {}});
    }

    const Ledger& at_;
};

std::string said(const Question& question) {
    return std::to_string(static_cast<int>(question.kind)) + " of " + std::to_string(question.organisation) + "/" + std::to_string(question.worker) + "/" +
           std::to_string(question.person) + " on " + to_string(question.day) + ": " + std::to_string(question.value);
}

class RandomLedgers : public ::testing::TestWithParam<unsigned> {};

TEST_P(RandomLedgers, are_asked_about_as_the_definitions_say_in_whatever_order_facts_come) {
    auto ledger = random_ledger(GetParam());
    const auto expected = Plain(ledger).questions();
    std::mt19937 random(GetParam());
    for (int round = 0; round < 3; ++round) {
        Finder finder(ledger.thresholds, ledger.months, ledger.known);
        for (const auto& fact : ledger.facts) finder.take(fact);
        const auto found = finder.questions();
        ASSERT_EQ(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i], expected[i]) << said(found[i]) << " but " << said(expected[i]);
        std::ranges::shuffle(ledger.facts, random);
    }
}

TEST_P(RandomLedgers, open_as_many_facts_as_the_question_counts) {
    const auto ledger = random_ledger(GetParam());
    Finder finder(ledger.thresholds, ledger.months, ledger.known);
    for (const auto& fact : ledger.facts) finder.take(fact);
    for (const auto& question : finder.questions()) {
        std::int64_t facts = 0;
        std::int64_t minutes = 0;
        std::set<std::uint32_t> people;
        bool lessons = false;
        for (const auto& fact : ledger.facts) {
            if (!belongs(question, fact, ledger.thresholds, ledger.known)) continue;
            ++facts;
            minutes += fact.minutes;
            people.insert(fact.person);
            lessons = lessons || fact.group;
        }
        ASSERT_GT(facts, 0) << said(question);
        // A lesson counts once, however many facts it has.
        const bool services = question.kind == Kind::long_day || question.kind == Kind::late_batch || question.kind == Kind::same_minutes;
        const auto counted = question.kind == Kind::month_end ? static_cast<std::int64_t>(people.size()) : question.kind == Kind::long_day ? minutes : facts;
        EXPECT_TRUE(services && lessons ? counted >= question.value : counted == question.value) << said(question) << " opens " << counted;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomLedgers, ::testing::Range(1U, 61U));

TEST(RandomQuestions, are_of_every_kind) {
    std::map<Kind, int> found;
    for (unsigned seed = 1; seed <= 60; ++seed)
        for (const auto& question : Plain(random_ledger(seed)).questions()) ++found[question.kind];
    for (const auto kind : {Kind::long_day, Kind::two_places, Kind::late_batch, Kind::month_end, Kind::same_minutes, Kind::after_death, Kind::weekend})
        EXPECT_GT(found[kind], 10) << static_cast<int>(kind);
}

}  // namespace
}  // namespace ryadom::plausibility
