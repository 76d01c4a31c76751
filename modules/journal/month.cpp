#include "modules/journal/month.hpp"

#include "modules/journal/store.hpp"

#include <algorithm>
#include <unordered_set>

namespace ryadom::journal {
namespace {

/// How many people one statement is asked for: to find the next place in a long text costs its length.
constexpr std::size_t portion = 400;

using RowKey = std::pair<std::int64_t, std::int64_t>;  // person, service

/// A row while it is gathered.
struct Gathered {
    std::vector<const Seen*> facts;  ///< of this month
    const Seen* last = nullptr;      ///< of this month or the one before
    std::optional<Plan> plan;
};
using Rows = std::map<RowKey, Gathered>;

bool of_workers(const Gathered& row, const std::optional<std::set<std::uint32_t>>& workers) { return !workers || (row.last && workers->contains(row.last->worker)); }

Rows gather(const std::vector<Seen>& before, const std::vector<Seen>& now, const Plans& plans, const MonthAsk& ask) {
    Rows rows;
    for (const auto& each : before) rows[{each.person, each.service}].last = &each;
    for (const auto& each : now) {
        auto& row = rows[{each.person, each.service}];
        row.facts.push_back(&each);
        row.last = &each;
    }
    std::unordered_set<std::int64_t> of_theirs;
    for (const auto& [key, row] : rows)
        if (of_workers(row, ask.workers)) of_theirs.insert(key.first);
    for (const auto& each : plans.services) {
        // A planned service that nobody has delivered yet stands where the person's other services do.
        if (ask.workers && !of_theirs.contains(each.person)) continue;
        rows[{each.person, each.service}].plan = each.plan;
    }
    std::erase_if(rows, [&](const auto& each) { return !of_workers(each.second, ask.workers) && !(each.second.plan && !each.second.last); });
    return rows;
}

class MonthBuilder {
  public:
    MonthBuilder(db::Tx& tx, const MonthAsk& ask, const Rows& rows, const Plans& plans) : tx_(tx), ask_(ask), rows_(rows), plans_(plans) {}

    Month build() {
        month_.first = ask_.first;
        month_.last = ask_.last;
        find_measures();
        find_services();
        find_people();
        for (const auto& [key, row] : rows_) add(key, row);
        put_in_order();
        return std::move(month_);
    }

  private:
    void find_measures() {
        std::vector<std::int64_t> positions;
        for (const auto& [key, row] : rows_) {
            for (const auto* each : row.facts) positions.push_back(each->position);
            if (row.facts.empty() && row.last) positions.push_back(row.last->position);
        }
        measures_ = store::measures(tx_, positions);
    }

    void find_services() {
        for (auto& each : catalogue::all_services(tx_)) services_.emplace(each.number.value, std::move(each.service));
    }

    void find_people() {
        std::vector<std::int64_t> numbers;
        for (const auto& [key, row] : rows_)
            if (numbers.empty() || numbers.back() != key.first) numbers.push_back(key.first);
        const auto known = known_people(tx_, numbers);
        month_.elsewhere = static_cast<int>(numbers.size() - known.size());
        const auto absences = store::absences_in(tx_, numbers, ask_.first, ask_.last);
        const auto deaths = people::deaths(tx_);
        for (const auto& [number, person] : known) {
            places_.emplace(number, static_cast<int>(month_.people.size()));
            MonthPerson out{person.id, person.name, {}, {}, {}};
            if (const auto died = deaths.find(number); died != deaths.end()) out.death = died->second;
            if (const auto until = plans_.contract_until.find(number); until != plans_.contract_until.end()) out.contract_until = until->second;
            const auto [from, to] = absences.equal_range(number);
            for (auto at = from; at != to; ++at) out.absences.push_back(at->second);
            month_.people.push_back(std::move(out));
        }
    }

    int place_of_service(std::int64_t number, const catalogue::Service& service) {
        const auto [found, fresh] = service_places_.try_emplace(number, static_cast<int>(month_.services.size()));
        if (fresh) month_.services.push_back(service.id);
        return found->second;
    }

    void fill(MonthRow& out, const Gathered& row) {
        for (const auto* each : row.facts) {
            const auto measure = measures_.find(each->position);
            if (measure == measures_.end()) continue;
            const int day = parts(each->day).day;
            const auto at = std::ranges::find(out.days, day);
            if (at != out.days.end()) out.quantities[static_cast<std::size_t>(at - out.days.begin())] += measure->second.quantity;
            else {
                out.days.push_back(day);
                out.quantities.push_back(measure->second.quantity);
            }
        }
    }

    void fill_as_last(MonthRow& out, const Seen& last) {
        out.channel = last.channel;
        if (const auto measure = measures_.find(last.position); measure != measures_.end()) out.minutes = minutes_for(measure->second.minutes, measure->second.quantity, 100);
        if (!last.practice) return;
        const auto [found, fresh] = practices_.try_emplace(last.practice);
        if (fresh) {
            if (const auto row = practices::find_practice(tx_, Number<practices::Practice>{last.practice})) found->second = row->id;
        }
        out.practice = found->second;
    }

    void add(const RowKey& key, const Gathered& row) {
        const auto place = places_.find(key.first);
        const auto service = services_.find(key.second);
        if (place == places_.end() || service == services_.end()) return;
        MonthRow out;
        out.person = place->second;
        out.service = place_of_service(key.second, service->second);
        out.origin = !row.facts.empty() ? RowOrigin::delivered : row.last ? RowOrigin::last_month : RowOrigin::programme;
        fill(out, row);
        if (row.last) fill_as_last(out, *row.last);
        if (out.minutes == 0) out.minutes = service->second.norm_minutes.value_or(0);
        if (row.plan) {
            out.planned = row.plan->quantity;
            out.planned_from = row.plan->from;
            out.planned_until = row.plan->until;
        }
        month_.rows.push_back(std::move(out));
    }

    /// As people look for each other: by name, and within a person as the catalogue has the services.
    void put_in_order() {
        std::vector<std::string> codes(month_.services.size());
        for (const auto& [number, place] : service_places_) codes[static_cast<std::size_t>(place)] = services_.at(number).code;
        std::ranges::sort(month_.rows, [&](const MonthRow& one, const MonthRow& other) {
            const auto key = [&](const MonthRow& row) {
                return std::tuple(std::string_view(month_.people[static_cast<std::size_t>(row.person)].name), row.person, std::string_view(codes[static_cast<std::size_t>(row.service)]));
            };
            return key(one) < key(other);
        });
    }

    db::Tx& tx_;
    const MonthAsk& ask_;
    const Rows& rows_;
    const Plans& plans_;
    Month month_;
    std::unordered_map<std::int64_t, store::Measure> measures_;
    std::map<std::int64_t, catalogue::Service> services_;
    std::map<std::int64_t, int> places_;
    std::map<std::int64_t, int> service_places_;
    std::map<std::uint16_t, std::optional<Id<practices::Practice>>> practices_;
};

std::vector<AbsenceDays> days_of(const std::multimap<std::int64_t, Absence>& absences, std::int64_t person) {
    std::vector<AbsenceDays> out;
    const auto [from, to] = absences.equal_range(person);
    for (auto at = from; at != to; ++at) out.push_back({at->second.kind, at->second.from, at->second.until});
    return out;
}

/// Facts of each person, those of the worker before the day.
std::map<std::int64_t, std::vector<Seen>> by_person(const std::vector<Seen>& seen, const DayAsk& ask) {
    std::map<std::int64_t, std::vector<Seen>> out;
    for (const auto& each : seen)
        if (each.worker == ask.worker && each.day < ask.day) out[each.person].push_back(each);
    return out;
}

UsualService usual_service(db::Tx& tx, const Seen& last, const store::Measure& measure, const catalogue::Service& service) {
    UsualService out{service.id, measure.quantity, measure.minutes, last.channel, {}, 0};
    if (last.practice)
        if (const auto row = practices::find_practice(tx, Number<practices::Practice>{last.practice})) out.practice = row->id;
    return out;
}

}  // namespace

std::vector<Seen> seen_in(const ledger::image::Image& image, std::int64_t organisation, Date first, Date last) {
    std::vector<Seen> out;
    const auto home = static_cast<std::uint16_t>(organisation);
    ledger::image::each_fact(image, ledger::image::Scope::of({home}), first, last, {}, [&](const ledger::image::Fact& fact) {
        if (fact.person == 0 || fact.home_provider != home) return;
        out.push_back({fact.position, fact.person, fact.worker, fact.service, fact.practice, fact.day, fact.minutes, static_cast<ledger::Channel>(fact.channel)});
    });
    std::ranges::sort(out, {}, [](const Seen& each) { return std::pair(each.day, each.position); });
    return out;
}

std::map<std::int64_t, Known> known_people(db::Tx& tx, const std::vector<std::int64_t>& persons) {
    std::map<std::int64_t, Known> out;
    for (std::size_t from = 0; from < persons.size(); from += portion) {
        const auto begin = persons.begin() + static_cast<std::ptrdiff_t>(from);
        const auto end = persons.begin() + static_cast<std::ptrdiff_t>(std::min(from + portion, persons.size()));
        for (auto& brief : people::briefs(tx, {begin, end}))
            if (brief.name) out.emplace(brief.number.value, Known{brief.id, std::move(*brief.name)});
    }
    return out;
}

Month month_of(db::Tx& tx, const ledger::image::Image& image, const PlansOf& plans_of, const MonthAsk& ask) {
    const auto before = previous(Period{ask.first, ask.last}, PeriodLength::month);
    const auto last_month = seen_in(image, ask.organisation.value, before.first, before.last);
    const auto this_month = seen_in(image, ask.organisation.value, ask.first, ask.last);
    const auto plans = plans_of(tx, {ask.organisation, {}, ask.first, ask.last});
    const auto rows = gather(last_month, this_month, plans, ask);
    return MonthBuilder(tx, ask, rows, plans).build();
}

DayList day_of(db::Tx& tx, const ledger::image::Image& image, const DayAsk& ask) {
    const auto seen = seen_in(image, ask.organisation.value, ask.day - habit_days, ask.day);
    const auto people = by_person(seen, ask);
    std::vector<std::int64_t> numbers;
    std::map<std::int64_t, Habit> habits;
    std::vector<std::int64_t> positions;
    for (const auto& [person, facts] : people) {
        numbers.push_back(person);
        for (const auto& each : habits.emplace(person, habit_of(facts, ask.day)).first->second.services) positions.push_back(each.position);
    }
    for (const auto& each : seen)
        if (each.day == ask.day && people.contains(each.person)) positions.push_back(each.position);
    const auto measures = store::measures(tx, positions);
    const auto absences = store::absences_in(tx, numbers, ask.day, ask.day);
    std::map<std::int64_t, catalogue::Service> services;
    for (auto& each : catalogue::all_services(tx)) services.emplace(each.number.value, std::move(each.service));
    DayList out;
    out.day = ask.day;
    for (const auto& [number, known] : known_people(tx, numbers)) {
        const auto& habit = habits.at(number);
        Visit visit{known.id, known.name, habit.expected, habit.last_on, away_on(days_of(absences, number), ask.day), {}};
        for (const auto& each : habit.services) {
            const auto measure = measures.find(each.position);
            const auto service = services.find(each.service);
            if (measure == measures.end() || service == services.end() || !catalogue::in_force(service->second, ask.day)) continue;
            visit.services.push_back(usual_service(tx, each, measure->second, service->second));
            for (const auto& done : seen)
                if (done.day == ask.day && done.person == each.person && done.service == each.service)
                    if (const auto found = measures.find(done.position); found != measures.end()) visit.services.back().delivered += found->second.quantity;
        }
        out.visits.push_back(std::move(visit));
    }
    std::ranges::stable_sort(out.visits, [](const Visit& one, const Visit& other) { return std::tuple(!one.expected, std::string_view(one.name)) < std::tuple(!other.expected, std::string_view(other.name)); });
    return out;
}

}  // namespace ryadom::journal
