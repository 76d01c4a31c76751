#include "modules/ledger/image.hpp"

#include <algorithm>
#include <stdexcept>

#include "modules/ledger/image_state.hpp"

namespace ryadom::ledger::image {
namespace {

bool in_range(Date day) { return day.days >= 0 && day <= last_day; }

void check(const Fact& fact, Position after) {
    if (fact.position <= after) throw std::invalid_argument("a fact is out of ledger order");
    if (!in_range(fact.day) || !in_range(fact.recorded_on))
        throw std::invalid_argument("a fact has a day out of range");
    if (fact.home_provider == 0) throw std::invalid_argument("a fact has no home provider");
    if (fact.person > largest_person || fact.unnamed_count >= unnamed_bit ||
        (fact.person && fact.unnamed_count))
        throw std::invalid_argument("a fact has recipients out of range");
}

/// The target mostly has the same home provider; a correction of the home provider itself makes us look
/// everywhere.
void append_reversal(State& state, const Fact& fact) {
    const auto reverse_in = [&](Partition& partition) {
        const auto row = find_row(partition, fact.reverses, partition.rows.load(std::memory_order_relaxed));
        if (row)
            note_reversal(partition,
                          {fact.position, *row, static_cast<std::uint16_t>(fact.recorded_on.days), 0});
        return row.has_value();
    };
    if (reverse_in(partition_of(state, fact.home_provider))) return;
    for (std::size_t i = 0; i < state.partitions.size(); ++i)
        if (reverse_in(*state.partitions[i])) return;
    throw std::invalid_argument("a reversal names no fact of the image");
}

}  // namespace

Scope::Scope(std::optional<std::vector<std::uint16_t>> organisations)
    : organisations_(std::move(organisations)) {
    if (organisations_) std::ranges::sort(*organisations_);
}
Scope Scope::everything() { return Scope(std::nullopt); }
Scope Scope::of(std::vector<std::uint16_t> organisations) { return Scope(std::move(organisations)); }
bool Scope::holds(std::uint16_t organisation) const {
    return !organisations_ || std::ranges::binary_search(*organisations_, organisation);
}

State::State() : month_of(std::size_t{0xffff} + 1) {
    std::uint16_t month = 0;
    for (Date first{0}; first <= last_day; ++month) {
        const auto period = period_of(first, PeriodLength::month);
        month_start.push_back(static_cast<std::uint16_t>(first.days));
        for (auto day = first; day <= std::min(period.last, last_day); day = day + 1)
            month_of[static_cast<std::size_t>(day.days)] = month;
        first = period.last + 1;
    }
}

Partition& partition_of(State& state, std::uint16_t home) {
    auto& known = state.by_home[home];
    if (!known) {
        auto partition = std::make_unique<Partition>(home);
        known = partition.get();
        state.partitions.push(std::move(partition));
    }
    return *known;
}

std::uint32_t survivor_of(const std::unordered_map<std::uint32_t, std::uint32_t>& survivors,
                          std::uint32_t person) {
    for (auto next = survivors.find(person); next != survivors.end(); next = survivors.find(person))
        person = next->second;
    return person;
}

bool apply_merge(std::unordered_map<std::uint32_t, std::uint32_t>& survivors, const Merge& merge) {
    if (merge.survivor == 0) {
        survivors.erase(merge.person);
        return true;
    }
    for (auto person = merge.survivor;;) {
        if (person == merge.person) return false;
        const auto next = survivors.find(person);
        if (next == survivors.end()) break;
        person = next->second;
    }
    survivors[merge.person] = merge.survivor;
    return true;
}

Image::Image() : state_(std::make_unique<State>()) {}
Image::~Image() = default;

void Image::append(std::span<const Fact> facts) {
    auto& state = *state_;
    for (auto after = state.last_appended; const auto& fact : facts) {
        check(fact, after);
        after = fact.position;
    }
    auto person = state.largest_person.load(std::memory_order_relaxed);
    for (const auto& fact : facts) person = std::max(person, fact.person);
    state.largest_person.store(person, std::memory_order_relaxed);
    for (const auto& fact : facts) {
        state.last_appended = fact.position;
        if (fact.reverses)
            append_reversal(state, fact);
        else
            append_row(partition_of(state, fact.home_provider), fact);
    }
    state.position.store(state.last_appended, std::memory_order_release);
}

void Image::append(const Merge& merge) {
    auto& state = *state_;
    if (merge.position < 0 || merge.position < state.last_appended)
        throw std::invalid_argument("a merge is out of ledger order");
    if (!in_range(merge.recorded_on)) throw std::invalid_argument("a merge has a day out of range");
    if (merge.person == 0 || std::max(merge.person, merge.survivor) > largest_person)
        throw std::invalid_argument("a merge has people out of range");
    if (!apply_merge(state.survivors, merge)) throw std::invalid_argument("a merge closes a circle");
    state.last_appended = merge.position;
    const auto count = state.merges.size();
    const auto latest =
        count ? std::max(state.merges[count - 1].latest, merge.recorded_on) : merge.recorded_on;
    const auto person = std::max(state.largest_person.load(std::memory_order_relaxed),
                                 std::max(merge.person, merge.survivor));
    state.largest_person.store(person, std::memory_order_relaxed);
    state.merges.push({merge, latest});
    state.position.store(merge.position, std::memory_order_release);
}

Position Image::position() const { return state_->position.load(std::memory_order_acquire); }

}  // namespace ryadom::ledger::image
