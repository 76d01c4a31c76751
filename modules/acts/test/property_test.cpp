// In whatever order facts come late, are taken back or are imported: the same closed reports, and corrections that add up to the same.
#include "modules/acts/closing.hpp"
#include "modules/acts/test/acts_fixture.hpp"

#include <random>

namespace ryadom::acts {
namespace {

constexpr int worlds = 6;

class ActsPropertyTest : public ActsTest {
  protected:
    void SetUp() override {
        ActsTest::SetUp();
        payment::NewNorms rest{day("2026-01-01"), {}, "приказ № 2", {}};
        rest.norms.push_back(tariff("household.03", 7'777));
        set(rest);
    }
    /// A fact before August is closed, or something that happens to August after that.
    struct Event {
        std::size_t person = 0;
        Delivered what;
        bool imported = false;
        std::optional<std::size_t> takes_back;  ///< which of the facts on time
    };
    struct History {
        std::vector<Event> on_time;
        std::vector<Event> late;
    };
    /// What the reports say, without numbers and names, which differ from centre to centre.
    struct Reports {
        std::vector<std::string> acts;                   ///< bills of August, by person
        std::vector<std::int64_t> sums;                  ///< corrections of August in total, by person
        std::vector<std::int64_t> payments;
        std::vector<std::string> last;                   ///< what August comes to after all
        bool operator==(const Reports&) const = default;
    };
    static constexpr std::size_t people = 4;

    History history(std::mt19937& random) {
        History out;
        const auto pick = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
        const auto event = [&] {
            const auto* code = std::array{"household.01", "household.02", "household.03"}[static_cast<std::size_t>(pick(3))];
            return Event{static_cast<std::size_t>(pick(people)), {fmt::format("2026-08-{:02}", 1 + pick(31)), code, 50 * (1 + pick(4))}, pick(2) == 0, {}};
        };
        for (int i = 0; i < 24; ++i) out.on_time.push_back(event());
        for (int i = 0; i < 6; ++i) out.late.push_back(event());
        std::set<std::size_t> gone;
        for (int i = 0; i < 5; ++i) gone.insert(static_cast<std::size_t>(pick(24)));
        for (const auto at : gone) {
            auto reversal = out.on_time[at];
            reversal.takes_back = at;
            out.late.push_back(reversal);
        }
        return out;
    }

    /// Lives through a history at a centre of its own, in an order drawn from `random`.
    Reports live(const History& history, const std::string& code, std::mt19937& random) {
        const auto place = add_centre(code);
        std::vector<Somebody> persons;
        for (std::size_t i = 0; i < people; ++i) persons.push_back(add_person(place, std::array{"Антонова", "Белова", "Волкова", "Громова"}[i],
                                                                                   std::array{"Анна", "Ольга", "Мария", "Нина", "Зоя", "Раиса", "Тамара", "Галина"}[lived_ % 8]));
        ++lived_;
        for (std::size_t i = 0; i + 1 < people; ++i) assess(place, persons[i], input(2'100'000 + 60'000 * static_cast<std::int64_t>(i), "2026-01-01"));
        std::vector<std::size_t> order(history.on_time.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::ranges::shuffle(order, random);
        std::vector<std::int64_t> numbers(order.size());
        for (const auto at : order) numbers[at] = happen(place, persons, history.on_time[at], code, {});
        close(place, "2026-08-01");
        auto late = history.late;
        std::ranges::shuffle(late, random);
        const auto half = random() % (late.size() + 1);
        for (std::size_t i = 0; i < late.size(); ++i) {
            if (i == half) close(place, "2026-09-01");
            happen(place, persons, late[i], code, late[i].takes_back ? std::optional(numbers[*late[i].takes_back]) : std::nullopt);
        }
        if (half == late.size()) close(place, "2026-09-01");
        close(place, "2026-10-01");
        return reports(place, persons);
    }
    std::int64_t happen(const Place& place, const std::vector<Somebody>& persons, const Event& event, const std::string& code, std::optional<std::int64_t> takes_back) {
        auto fact = row(place, persons[event.person], event.what);
        if (event.imported) {
            fact.source = "journal";
            if (!takes_back) fact.external_id = fmt::format("{}-{}", code, ++imported_);
        }
        if (takes_back) {
            fact.reverses = takes_back;
            fact.reason = "ошибка";
        }
        return append(fact);
    }
    Reports reports(const Place& place, const std::vector<Somebody>& persons) {
        return in_system([&](db::Tx& tx) {
            Reports out;
            for (const auto& person : persons) {
                const auto acts = store::acts_of_person(tx, person.number, day("2026-09-01"), 10);
                out.acts.push_back(acts.empty() ? "" : json::to_json(without_ids(acts.front().view.content.bill)));
                std::int64_t sum = 0;
                std::int64_t paid = 0;
                for (const auto& each : store::corrections_of(tx, person.number, place.number, day("2026-08-01"))) {
                    sum += each.content.after.sum_kopecks - each.content.before.sum_kopecks;
                    paid += each.content.after.payable_kopecks.value_or(0) - each.content.before.payable_kopecks.value_or(0);
                }
                out.sums.push_back(sum);
                out.payments.push_back(paid);
                out.last.push_back(json::to_json(without_ids(store::reported(tx, place.number, person.number.value, day("2026-08-01")).bill)));
            }
            return out;
        });
    }
    static Bill without_ids(Bill bill) {
        for (auto& part : bill.parts)
            if (part.assessment) part.assessment = Id<payment::Assessment>{};
        return bill;
    }

  private:
    int imported_ = 0;
    std::size_t lived_ = 0;
};

TEST_P(ActsPropertyTest, any_order_of_late_reversed_and_imported_facts_gives_the_same_reports_and_corrections) {
    std::mt19937 random(20'261'130);
    const auto events = history(random);
    const auto first = live(events, "centre0", random);
    for (int world = 1; world < worlds; ++world) EXPECT_EQ(live(events, fmt::format("centre{}", world), random), first) << "order " << world;
}

TEST_P(ActsPropertyTest, what_was_reported_and_all_its_corrections_are_what_the_ledger_says_in_the_end) {
    std::mt19937 random(7);
    const auto events = history(random);
    const auto lived = live(events, "late", random);
    // The same, with everything known before the month was closed.
    History early = events;
    std::set<std::size_t> gone;
    for (const auto& event : events.late) {
        if (event.takes_back) gone.insert(*event.takes_back);
        else early.on_time.push_back(event);
    }
    early.late.clear();
    std::vector<Event> kept;
    for (std::size_t at = 0; at < early.on_time.size(); ++at)
        if (!gone.contains(at)) kept.push_back(early.on_time[at]);
    early.on_time = kept;
    const auto known = live(early, "early", random);
    EXPECT_EQ(lived.last, known.last);
    for (std::size_t i = 0; i < people; ++i) EXPECT_EQ(known.sums[i], 0);
}

RYADOM_BOTH_ENGINES(ActsPropertyTest);

}  // namespace
}  // namespace ryadom::acts
