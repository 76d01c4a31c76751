#include "app/generate/facts_plan.hpp"

#include <algorithm>
#include <array>

namespace ryadom::generate {
namespace {

/// What a social worker does on an ordinary visit: code, usual minutes, how often.
struct Chore {
    std::string_view code;
    int minutes;
    double weight;
};
constexpr std::array<Chore, 14> chores{{{"household.01", 35, 10}, {"household.02", 35, 3},  {"household.03", 35, 6}, {"household.04", 60, 3},
                                        {"household.05", 30, 2},  {"household.06", 10, 3},  {"household.07", 30, 7}, {"household.08", 5, 6},
                                        {"household.11", 30, 3},  {"household.12", 30, 1.5}, {"household.13", 20, 1.5}, {"household.17", 25, 3},
                                        {"medical.28", 15, 8},    {"medical.29", 20, 3}}};

/// What people come to the centre for once or twice a year.
constexpr std::array<Chore, 7> errands{{{"legal.50", 30, 6}, {"legal.51", 30, 2}, {"labour.47", 40, 2}, {"communicative.55", 50, 3},
                                        {"pedagogical.44", 60, 3}, {"urgent.56", 15, 4}, {"urgent.57", 15, 3}}};
constexpr double share_of_errands = 0.15;

/// A visit ends in this many chores on average.
constexpr double chores_a_visit = 2.0;
constexpr int facts_of_client = 150;

}  // namespace

bool works(Date day) {
    const int weekday = (day.days % 7 + 7 + 3) % 7;  // 1970-01-01 was a Thursday; Monday is 0
    if (weekday >= 5) return false;
    const auto [year, month, date] = parts(day);
    constexpr std::array<std::pair<int, int>, 6> holidays{{{2, 23}, {3, 8}, {5, 1}, {5, 9}, {6, 12}, {11, 4}}};
    return !(month == 1 && date <= 8) && std::ranges::find(holidays, std::pair{month, date}) == holidays.end();
}

std::vector<std::vector<PersonIndex>> persons_by_organisation(const Region& region) {
    std::vector<std::vector<PersonIndex>> out(region.organisations.size());
    for (std::size_t i = 0; i < region.persons.size(); ++i)
        out[static_cast<std::size_t>(region.persons[i].organisation)].push_back(static_cast<PersonIndex>(i));
    return out;
}

bool can_be_served(const PersonPlan& person, Date day) {
    return person.registered <= day && person.row.birth < day && (!person.row.death || day <= *person.row.death);
}

std::optional<int> worker_for(Dice& dice, const OrganisationPlan& organisation, const std::vector<std::string>& qualifications, Date day) {
    std::vector<int> able, anybody;
    for (std::size_t i = 0; i < organisation.staff.size(); ++i) {
        const auto& member = organisation.staff[i];
        if (member.since > day) continue;
        anybody.push_back(static_cast<int>(i));
        const bool holds = std::ranges::any_of(member.row.qualifications, [&](const network::Qualification& held) {
            return std::ranges::find(qualifications, held.code) != qualifications.end();
        });
        if (holds) able.push_back(static_cast<int>(i));
    }
    if (!able.empty()) return dice.pick(able);
    if (!anybody.empty()) return dice.pick(anybody);
    return std::nullopt;
}

Journal::Journal(const Region& region, const RolloutPlan& plan, Seed seed, const Sizes& sizes, const std::vector<practices::Package>& library)
    : region_(region), dice_(seed, "journal"), meetings_(practice_meetings(region, plan, seed, library)) {
    int under_practices = 0;
    for (const auto& day : meetings_)
        for (const auto& meeting : day) under_practices += std::max(1, static_cast<int>(meeting.people.size()));
    const int facts = std::max(0, sizes.facts - under_practices);
    choose_clients(static_cast<int>(facts * (1 - share_of_errands)));
    double total = 0;
    for (Date day = region.from; day <= region.until; day = day + 1) {
        const double growth = 1 + 0.12 * (day - region.from) / 365;
        quota_.push_back((works(day) ? 1.0 : 0.07) * growth * dice_.around(1, 0.12));
        total += quota_.back();
    }
    for (auto& each : quota_) each *= facts / total;
}

void Journal::choose_clients(int facts) {
    std::vector<Client> all;
    for (std::size_t i = 0; i < region_.persons.size(); ++i) {
        const auto& person = region_.persons[i];
        const auto& staff = region_.organisations[static_cast<std::size_t>(person.organisation)].staff;
        if (full_years(person.row.birth, region_.until) < 62 || person.twin_of) continue;
        std::vector<int> workers;
        for (std::size_t w = 0; w < staff.size(); ++w)
            if (staff[w].since <= region_.from && staff[w].row.position == "Социальный работник") workers.push_back(static_cast<int>(w));
        if (workers.empty()) continue;
        all.push_back({static_cast<PersonIndex>(i), person.organisation, dice_.pick(workers), std::max(person.registered + 3, region_.from)});
    }
    dice_.shuffle(all);
    all.resize(std::min(all.size(), static_cast<std::size_t>(facts / facts_of_client + 1)));
    clients_ = std::move(all);
}

/// Anybody on the register comes to the desk.
void Journal::errands_at_the_desk(Date day) {
    errands_owed_ += quota_[static_cast<std::size_t>(day - region_.from)] * share_of_errands;
    std::array<double, errands.size()> weights{};
    std::ranges::transform(errands, weights.begin(), &Chore::weight);
    for (int attempt = static_cast<int>(errands_owed_) * 3 + 3; errands_owed_ >= 1 && attempt > 0 && !region_.persons.empty(); --attempt) {
        const auto person = static_cast<PersonIndex>(dice_.between(0, static_cast<std::int64_t>(region_.persons.size()) - 1));
        const auto& planned = region_.persons[static_cast<std::size_t>(person)];
        if (!can_be_served(planned, day)) continue;
        const auto& errand = errands[dice_.weighted(weights)];
        Meeting meeting;
        meeting.service = errand.code;
        meeting.home = meeting.performer = planned.organisation;
        meeting.worker = worker_for(dice_, region_.organisations[static_cast<std::size_t>(planned.organisation)], {"social_work_specialist"}, day);
        meeting.minutes = std::max(5, static_cast<int>(std::lround(dice_.around(errand.minutes, errand.minutes * 0.25))));
        meeting.people = {person};
        if (dice_.chance(0.5)) meeting.request_on = day - static_cast<int>(dice_.between(0, 9));
        errands_owed_ -= 1;
        write(meeting, day);
    }
}

void Journal::home_visits(Date day) {
    owed_ += quota_[static_cast<std::size_t>(day - region_.from)] * (1 - share_of_errands);
    std::array<double, chores.size()> weights{};
    std::ranges::transform(chores, weights.begin(), &Chore::weight);
    for (int attempt = static_cast<int>(owed_) * 3 + 3; owed_ >= 1 && attempt > 0 && !clients_.empty(); --attempt) {
        const auto& client = dice_.pick(clients_);
        if (client.since > day || !can_be_served(region_.persons[static_cast<std::size_t>(client.person)], day)) continue;
        const auto written = writing_day(day);
        Instant at = moment(written.value_or(day));
        std::set<std::size_t> done;
        for (int count = 1 + dice_.times(chores_a_visit - 1) + (dice_.chance(0.15) ? 1 : 0); count > 0; --count) done.insert(dice_.weighted(weights));
        for (const auto chore : done) {
            FactPlan fact;
            fact.recorded_at = at;
            at = at + dice_.between(35'000, 110'000);
            fact.performed_on = day;
            fact.person = client.person;
            fact.service = chores[chore].code;
            fact.home = fact.performer = client.centre;
            fact.worker = client.worker;
            fact.minutes = std::max(3, static_cast<int>(std::lround(dice_.around(chores[chore].minutes, chores[chore].minutes * 0.18))));
            fact.channel = ledger::Channel::home;
            owed_ -= 1;
            if (written) put(std::move(fact), *written);
        }
    }
}

void Journal::write(const Meeting& meeting, Date day) {
    const auto written = writing_day(day);
    if (!written) return;
    FactPlan fact;
    fact.recorded_at = moment(*written);
    fact.performed_on = day;
    fact.request_on = meeting.request_on;
    fact.service = meeting.service;
    fact.home = meeting.home;
    fact.performer = meeting.performer;
    fact.worker = meeting.worker;
    fact.practice = meeting.practice;
    fact.minutes = meeting.minutes;
    fact.channel = meeting.channel;
    if (meeting.together) fact.group = ++groups_;
    if (meeting.unnamed > 0) {
        fact.unnamed = meeting.unnamed;
        put(fact, *written);
    }
    for (const auto person : meeting.people) {
        fact.person = person;
        put(fact, *written);
    }
}

/// Offices write from nine to six of the region's time, UTC+7.
Instant Journal::moment(Date day) { return {(day.days * 86'400LL + dice_.between(2 * 3600, 10 * 3600 + 2700)) * 1000 + dice_.between(0, 999)}; }

/// One fact of five is written later, up to thirty days; nothing when that day has not come yet.
std::optional<Date> Journal::writing_day(Date performed) {
    Date day = performed;
    if (dice_.chance(0.2)) {
        day = day + 1 + static_cast<int>(29 * std::pow(dice_.part(), 2.6));
        while (!works(day) && day - performed < 30) day = day + 1;
    }
    if (day > region_.until) return std::nullopt;
    return day;
}

void Journal::put(FactPlan fact, Date written) {
    if (dice_.chance(0.0075)) {
        const Date corrected = written + static_cast<int>(dice_.between(1, 12));
        if (corrected <= region_.until && works(corrected)) {
            fact.mark = ++marks_;
            FactPlan back = fact;
            back.takes_back = fact.mark;
            back.mark = 0;
            back.recorded_at = moment(corrected);
            page(corrected).push_back(back);
            if (dice_.chance(0.6)) {
                back.takes_back = 0;
                back.minutes = std::max(3, back.minutes + (dice_.chance(0.5) ? 10 : -5));
                back.recorded_at = back.recorded_at + 1000;
                page(corrected).push_back(back);
            }
        }
    }
    page(written).push_back(std::move(fact));
}

std::deque<FactPlan>& Journal::page(Date day) { return pages_[day]; }

std::vector<FactPlan> Journal::written_on(Date day) {
    if (day >= region_.from && day <= region_.until) {
        home_visits(day);
        if (works(day)) errands_at_the_desk(day);
        for (const auto& meeting : meetings_[static_cast<std::size_t>(day - region_.from)]) write(meeting, day);
    }
    std::vector<FactPlan> out;
    if (const auto found = pages_.find(day); found != pages_.end()) {
        out.assign(found->second.begin(), found->second.end());
        pages_.erase(found);
    }
    std::ranges::stable_sort(out, {}, &FactPlan::recorded_at);
    return out;
}

}  // namespace ryadom::generate
