// Month by month each running adoption delivers its floor times its pace, to a circle of people that slowly changes.
#include "app/generate/facts_plan.hpp"
#include "modules/rollout/package_rules.hpp"

#include <algorithm>

namespace ryadom::generate {
namespace {

using practices::Package;

std::vector<std::string> qualifications_for(const Package& package, const practices::Service& service) {
    std::vector<std::string> out;
    for (const auto& id : service.delivered_by)
        for (const auto& need : package.needs.staff)
            if (need.id == id) out.push_back(need.qualification.code);
    return out;
}

ledger::Channel channel_of(practices::Channel channel) {
    switch (channel) {
        case practices::Channel::centre: return ledger::Channel::centre;
        case practices::Channel::home: return ledger::Channel::home;
        case practices::Channel::remote: return ledger::Channel::remote;
        case practices::Channel::residential: return ledger::Channel::residential;
    }
    return ledger::Channel::centre;
}

/// One adoption through the year.
class Season {
  public:
    Season(const Region& region, const AdoptionPlan& adoption, const Package& package, const std::vector<PersonIndex>& persons, Dice& dice,
           std::vector<std::vector<Meeting>>& out)
        : region_(region), adoption_(adoption), package_(package), persons_(persons), dice_(dice), out_(out), floor_(rollout::floor_of(package)) {}

    void run() {
        const Date end = std::min(adoption_.last_fact.value_or(region_.until), region_.until);
        int month = 0;
        for (Date from = std::max(*adoption_.first_fact, region_.from); from <= end; ++month) {
            const auto period = period_of(from, PeriodLength::month);
            deliver(from, std::min(period.last, end), month);
            from = period.last + 1;
        }
    }

  private:
    void deliver(Date from, Date to, int month) {
        std::vector<Date> days;
        for (Date day = from; day <= to; day = day + 1)
            if (works(day)) days.push_back(day);
        if (days.empty()) return;
        const double share = static_cast<double>(to - from + 1) / 30.5;
        const double growth = std::min(1.0 + 0.05 * month, 1.45);
        double wanted = floor_.at_least * adoption_.pace * growth * std::min(1.0, share);
        if (floor_.off_season.test(static_cast<std::size_t>(parts(from).month - 1))) wanted *= 0.3;
        const int target = std::max(1, static_cast<int>(std::lround(wanted)));
        renew(from, floor_.measure == rollout::Measure::recipients ? target : target / 3 + 4);
        if (circle_.empty()) return;
        if (floor_.measure == rollout::Measure::recipients) everybody(days, target);
        else so_many(days, target);
    }

    /// Some leave, others come: on average a person stays five months.
    void renew(Date day, int wanted) {
        std::erase_if(circle_, [&](PersonIndex person) { return !can_be_served(at(person), day + 30) || dice_.chance(0.2); });
        const auto& age = package_.audience.age;
        for (int attempt = 0; static_cast<int>(circle_.size()) < wanted && attempt < wanted * 40 && !persons_.empty(); ++attempt) {
            const auto person = dice_.pick(persons_);
            const int years = full_years(at(person).row.birth, day);
            if (!can_be_served(at(person), day) || !can_be_served(at(person), day + 30)) continue;
            if (age && (years < age->from || years > age->to)) continue;
            if (std::ranges::find(circle_, person) == circle_.end()) circle_.push_back(person);
        }
    }

    /// Every one of so many people comes a few times in the month.
    void everybody(const std::vector<Date>& days, int people) {
        dice_.shuffle(circle_);
        const auto count = std::min(circle_.size(), static_cast<std::size_t>(people));
        for (std::size_t from = 0; from < count;) {
            const auto& service = any_service();
            const auto size = std::min(count - from, group_size(service));
            const std::vector<PersonIndex> group(circle_.begin() + static_cast<std::ptrdiff_t>(from), circle_.begin() + static_cast<std::ptrdiff_t>(from + size));
            meet(dice_.pick(days), service, group);
            for (auto more = dice_.between(1, 3); more > 0; --more) {
                const auto& next = any_service();
                if (group_size(next) >= size) meet(dice_.pick(days), next, group);
                else
                    for (const auto person : group) meet(dice_.pick(days), next, {person});
            }
            from += size;
        }
    }

    void so_many(const std::vector<Date>& days, int facts) {
        for (int left = facts; left > 0;) {
            const auto& service = any_service();
            const auto size = std::min({group_size(service), circle_.size(), static_cast<std::size_t>(left)});
            dice_.shuffle(circle_);
            meet(dice_.pick(days), service, {circle_.begin(), circle_.begin() + static_cast<std::ptrdiff_t>(size)});
            left -= static_cast<int>(size);
        }
    }

    const practices::Service& any_service() {
        // The first services of a package are its heart.
        const auto count = package_.services.size();
        return package_.services[static_cast<std::size_t>(std::min(dice_.part(), dice_.part()) * static_cast<double>(count))];
    }

    std::size_t group_size(const practices::Service& service) {
        if (!service.group_size) return 1;
        return static_cast<std::size_t>(dice_.between(service.group_size->from, service.group_size->to));
    }

    void meet(Date day, const practices::Service& service, std::vector<PersonIndex> people) {
        std::erase_if(people, [&](PersonIndex person) { return !can_be_served(at(person), day); });
        if (people.empty()) return;
        auto channels = service.channels;
        std::erase(channels, practices::Channel::residential);
        if (channels.empty()) return;
        Meeting meeting;
        meeting.service = service.code;
        meeting.channel = channel_of(dice_.pick(channels));
        meeting.home = adoption_.organisation;
        const bool pool = channels.size() == 1 && channels.front() == practices::Channel::remote && dice_.chance(0.85);
        meeting.performer = pool ? region_.remote_centre : meeting.home;
        const auto& performer = region_.organisations[static_cast<std::size_t>(meeting.performer)];
        meeting.worker = worker_for(dice_, performer, qualifications_for(package_, service), day);
        meeting.practice = adoption_.practice;
        meeting.minutes = std::max(5, static_cast<int>(std::lround(dice_.around(service.norm_minutes.value_or(240), service.norm_minutes.value_or(240) * 0.12))));
        meeting.together = people.size() > 1;
        if (service.counts_unnamed.value_or(false) && dice_.chance(0.7)) {
            meeting.unnamed = static_cast<int>(dice_.between(1, 6));
            people.clear();
        }
        meeting.people = std::move(people);
        if (dice_.chance(0.35)) meeting.request_on = day - static_cast<int>(dice_.between(0, 12));
        out_[static_cast<std::size_t>(day - region_.from)].push_back(std::move(meeting));
    }

    const PersonPlan& at(PersonIndex index) const { return region_.persons[static_cast<std::size_t>(index)]; }

    const Region& region_;
    const AdoptionPlan& adoption_;
    const Package& package_;
    const std::vector<PersonIndex>& persons_;
    Dice& dice_;
    std::vector<std::vector<Meeting>>& out_;
    rollout::Floor floor_;
    std::vector<PersonIndex> circle_;
};

}  // namespace

std::vector<std::vector<Meeting>> practice_meetings(const Region& region, const RolloutPlan& plan, Seed seed, const std::vector<Package>& library) {
    Dice dice(seed, "practice facts");
    const auto persons = persons_by_organisation(region);
    std::vector<std::vector<Meeting>> out(static_cast<std::size_t>(region.until - region.from + 1));
    for (const auto& adoption : plan.adoptions)
        if (adoption.first_fact)
            Season(region, adoption, library[static_cast<std::size_t>(adoption.practice)], persons[static_cast<std::size_t>(adoption.organisation)], dice, out).run();
    return out;
}

}  // namespace ryadom::generate
