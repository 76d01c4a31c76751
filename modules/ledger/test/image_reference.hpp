// Random histories of a ledger, and the figures computed from them in the plainest way.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <variant>
#include <vector>

#include "modules/ledger/image.hpp"

namespace ryadom::ledger::image {

using Event = std::variant<Fact, Merge>;

inline constexpr std::uint16_t test_organisations = 13;  // 1 to 12
inline constexpr std::uint16_t test_practices = 7;       // 0 to 6
inline constexpr std::uint16_t test_services = 10;
inline constexpr std::uint32_t test_people = 500;

/// Events around local midnights of three zones, late facts, reversals, merges and their undoing.
class History {
  public:
    explicit History(unsigned seed) : random_(seed) {}

    std::vector<Event> events(std::size_t count) {
        std::vector<Event> result;
        while (result.size() < count) {
            clock_ = clock_ + pick(0, 3'600'000);
            const auto kind = pick(0, 999);
            if (kind < 30 && !reversible_.empty())
                result.push_back(reversal());
            else if (kind < 40)
                merge(result);
            else
                result.push_back(fact());
        }
        return result;
    }

    std::int64_t pick(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
    }
    template <class T>
    T number(T below) {
        return static_cast<T>(pick(0, static_cast<std::int64_t>(below) - 1));
    }
    Date random_day() { return Date{static_cast<std::int32_t>(pick(start_.days - 40, today().days + 2))}; }
    Date today() const { return local_date(clock_, "UTC"); }

  private:
    Fact fact() {
        Fact fact;
        fact.position = position_ += pick(0, 9) ? 1 : pick(2, 5);
        fact.home_provider = static_cast<std::uint16_t>(1 + number<std::uint16_t>(test_organisations - 1));
        fact.performer_provider = pick(0, 4) ? std::uint16_t{0} : static_cast<std::uint16_t>(pick(1, 3));
        if (pick(0, 9) == 0)
            fact.unnamed_count = static_cast<std::uint32_t>(pick(0, 30));
        else
            fact.person = 1 + number(test_people);
        const auto lateness = pick(0, 19) ? pick(0, 7'200'000) : pick(0, 60LL * 86'400'000);
        fact.day = local_date(clock_ + -lateness, zone(fact.home_provider));
        fact.recorded_on = recorded(fact.home_provider);
        fact.worker = 70'000 + static_cast<std::uint32_t>(pick(0, 40));
        fact.minutes = static_cast<std::uint16_t>(pick(0, 240));
        fact.service = number(test_services);
        fact.practice = number(test_practices);
        fact.practice_version = fact.practice ? static_cast<std::uint16_t>(pick(1, 3)) : std::uint16_t{0};
        fact.channel = static_cast<std::uint8_t>(pick(0, 3));
        fact.flags = static_cast<std::uint8_t>(pick(0, 255));
        if (pick(0, 5) == 0) group_ = pick(0, 2) ? group_ + 1 : 0;
        fact.group = group_;
        reversible_.push_back(fact);
        return fact;
    }

    Fact reversal() {
        const auto from = reversible_.size() > 300 && pick(0, 1) ? reversible_.size() - 300 : 0;
        const auto& target =
            reversible_[static_cast<std::size_t>(pick(std::int64_t(from), std::ssize(reversible_) - 1))];
        Fact fact;
        fact.position = ++position_;
        fact.reverses = target.position;
        fact.home_provider = pick(0, 9) ? target.home_provider : std::uint16_t{5};
        fact.day = target.day;
        fact.recorded_on = recorded(fact.home_provider);
        return fact;
    }

    void merge(std::vector<Event>& into) {
        const auto person = 1 + number(test_people);
        const bool undo = !merged_.empty() && pick(0, 2) == 0;
        Merge merge{position_, recorded(1), person, 0};
        if (undo) {
            merge.person = merged_.back();
            merged_.pop_back();
        } else {
            merge.survivor = person + 1 + number(std::uint32_t{40});  // ascending: never a circle
            merged_.push_back(person);
        }
        into.push_back(merge);
    }

    static const char* zone(std::uint16_t organisation) {
        static constexpr std::array zones{"Asia/Novosibirsk", "Europe/Kaliningrad", "Asia/Kamchatka"};
        return zones[organisation % zones.size()];
    }
    Date recorded(std::uint16_t home) { return local_date(clock_ + pick(-600'000, 600'000), zone(home)); }

    std::mt19937 random_;
    Date start_ = *make_date(2024, 11, 20);
    Instant clock_ = start_of_day(start_, "UTC");
    Position position_ = 0;
    std::uint32_t group_ = 0;
    std::vector<Fact> reversible_;
    std::vector<std::uint32_t> merged_;
};

inline void append(Image& image, const Event& event) {
    if (const auto* fact = std::get_if<Fact>(&event))
        image.append(std::span(fact, 1));
    else
        image.append(std::get<Merge>(event));
}

/// Who may see: nothing means everybody.
using Seen = std::optional<std::set<std::uint16_t>>;
inline Scope scope_of(const Seen& seen) {
    return seen ? Scope::of({seen->rbegin(), seen->rend()}) : Scope::everything();
}

class Reference {
  public:
    Reference(std::span<const Event> events, const Seen& seen, const AsOf& as_of) {
        std::set<Position> reversed;
        for (const auto& event : events) {
            if (const auto* merge = std::get_if<Merge>(&event)) {
                if (merge->position > as_of.position || merge->recorded_on > as_of.day) continue;
                if (merge->survivor)
                    survivors_[merge->person] = merge->survivor;
                else
                    survivors_.erase(merge->person);
                continue;
            }
            auto fact = std::get<Fact>(event);
            if (fact.position > as_of.position || fact.recorded_on > as_of.day) continue;
            if (fact.performer_provider == 0) fact.performer_provider = fact.home_provider;
            if (fact.reverses)
                reversed.insert(fact.reverses);
            else if (!seen || seen->contains(fact.home_provider) || seen->contains(fact.performer_provider))
                facts_.push_back(fact);
        }
        std::erase_if(facts_, [&](const Fact& fact) { return reversed.contains(fact.position); });
    }

    const std::vector<Fact>& facts() const { return facts_; }

    std::uint32_t human(std::uint32_t person) const {
        while (survivors_.contains(person)) person = survivors_.at(person);
        return person;
    }

    std::vector<std::vector<DayBucket>> matrix(const AdoptionMap& adoptions) const {
        std::vector<std::map<Date, DayBucket>> days(adoptions.size());
        std::map<std::tuple<std::uint32_t, Period, std::uint32_t>, Date> first;
        for (const auto& fact : facts_) {
            std::set<std::uint32_t> credited{adoptions.at(fact.home_provider, fact.practice),
                                             adoptions.at(fact.performer_provider, fact.practice)};
            credited.erase(AdoptionMap::none);
            for (const auto adoption : credited) {
                ++days[adoption][fact.day].facts;
                if (fact.person == 0) continue;
                const auto period = period_of(fact.day, adoptions.length(adoption));
                const auto [at, fresh] = first.try_emplace({adoption, period, human(fact.person)}, fact.day);
                if (!fresh) at->second = std::min(at->second, fact.day);
            }
        }
        for (const auto& [key, day] : first) ++days[std::get<0>(key)][day].new_people;
        std::vector<std::vector<DayBucket>> result(adoptions.size());
        for (std::size_t i = 0; i < days.size(); ++i)
            for (const auto& [day, bucket] : days[i])
                result[i].push_back({day, bucket.facts, bucket.new_people});
        return result;
    }

  private:
    std::vector<Fact> facts_;
    std::map<std::uint32_t, std::uint32_t> survivors_;
};

/// Some organisations share an adoption, some have none; both lengths of period.
inline AdoptionMap random_adoptions(History& history) {
    AdoptionMap adoptions(test_organisations, test_practices);
    for (std::uint16_t practice = 1; practice < test_practices; ++practice) {
        const auto length = practice % 3 == 0 ? PeriodLength::quarter : PeriodLength::month;
        std::vector<std::uint32_t> known;
        for (std::uint16_t organisation = 1; organisation < test_organisations; ++organisation) {
            const auto choice = history.pick(0, 5);
            if (choice == 0) continue;
            if (choice != 1 || known.empty()) known.push_back(adoptions.add_adoption(length));
            adoptions.assign(organisation, practice, known[history.number(known.size())]);
        }
    }
    return adoptions;
}

inline Seen random_seen(History& history) {
    if (history.pick(0, 2) == 0) return std::nullopt;
    std::set<std::uint16_t> seen;
    for (auto i = history.pick(0, 4); i > 0; --i)
        seen.insert(static_cast<std::uint16_t>(history.pick(1, 12)));
    return seen;
}

inline AsOf random_as_of(History& history, Position last) {
    AsOf as_of;
    if (history.pick(0, 3)) as_of.day = history.random_day();
    if (history.pick(0, 3) == 0) as_of.position = history.pick(0, last + 5);
    return as_of;
}

}  // namespace ryadom::ledger::image
