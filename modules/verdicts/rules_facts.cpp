// Measures of single facts and groups: minutes, size of groups, qualification, and what is there.
#include <algorithm>

#include "modules/verdicts/rules_measures.hpp"

namespace ryadom::verdicts {
namespace {

Item item_of(const ledger::image::Delivered& fact, bool met) {
    Item item;
    item.part = met ? Part::met : Part::missed;
    item.day = fact.day;
    item.person = fact.person;
    item.position = fact.position;
    item.group = fact.group;
    item.worker = fact.worker;
    return item;
}

bool held(const Qualifications& all, const ledger::image::Delivered& fact, const std::vector<std::string>& any) {
    const auto worker = all.find(fact.worker);
    return worker != all.end() && std::ranges::any_of(worker->second, [&](const Qualified& one) {
        return one.from <= fact.day && (!one.to || fact.day <= *one.to) && std::ranges::find(any, one.code) != any.end();
    });
}

bool within(std::int64_t value, const practices::Rule& rule) { return value >= rule.from.value_or(0) && value <= rule.to.value_or(0); }

struct Group {
    Date day;
    ledger::image::Position position = 0;
    std::set<std::uint32_t> people;
    std::int64_t unnamed = 0;
};

}  // namespace

void measure_minutes(const Looked& at, const Take& take) {
    each_fact_of_period(at, [&](const ledger::image::Delivered& fact) {
        auto item = item_of(fact, within(fact.minutes, at.rule));
        item.value = fact.minutes;
        take(item);
    });
}

void measure_qualified(const Looked& at, const Take& take) {
    each_fact_of_period(at, [&](const ledger::image::Delivered& fact) {
        auto item = item_of(fact, held(*at.inputs.qualifications, fact, at.rule.qualifications));
        if (fact.worker == 0) item.reason = Reason::no_worker;
        take(item);
    });
}

/// People that nobody wrote down sat in the group all the same.
void measure_group_size(const Looked& at, const Take& take) {
    std::map<std::uint32_t, Group> groups;
    each_fact_of_period(at, [&](const ledger::image::Delivered& fact) {
        if (fact.group == 0) return;
        auto [place, added] = groups.try_emplace(fact.group, Group{fact.day, fact.position, {}, 0});
        if (fact.person) place->second.people.insert(fact.person);
        place->second.unnamed += fact.unnamed_count;
    });
    for (const auto& [number, group] : groups) {
        const auto size = static_cast<std::int64_t>(group.people.size()) + group.unnamed;
        Item item;
        item.part = within(size, at.rule) ? Part::met : Part::missed;
        item.day = group.day;
        item.group = number;
        item.position = group.position;
        item.value = static_cast<double>(size);
        take(item);
    }
}

void measure_presence(const Looked& at, const Take& take) {
    for (const auto& wanted : at.inputs.present(at.end())) {
        Item item;
        item.part = wanted.held ? Part::met : Part::missed;
        item.reason = wanted.held ? Reason::none : Reason::absent;
        item.day = at.end();
        item.item = wanted.item;
        take(item);
    }
}

}  // namespace ryadom::verdicts
