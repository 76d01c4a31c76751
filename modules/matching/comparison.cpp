#include "modules/matching/comparison.hpp"

#include "modules/matching/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace ryadom::matching {
namespace {

constexpr std::size_t remembered = 1U << 14U;

std::size_t slot_of(std::uint64_t pair) { return (pair * 0x9E3779B97F4A7C15ULL) >> (64 - 14); }

/// Of a family name against a given name: their endings and short forms are no help.
Level crossed_level(const Value& one, const Value& other) {
    if (one.text == other.text) return Level::exact;
    if (one.letters == other.letters) return Level::form;
    return std::min(one.letters.size(), other.letters.size()) > 3 && damerau(one.letters, other.letters, 1) == 1 ? Level::slip : Level::different;
}

bool agrees(Level level) { return level >= Level::slip && level != Level::missing; }

}  // namespace

Profile profile_of(const Register& records, RecordNumber record) {
    Profile out{};
    for (std::size_t i = 0; i < records.columns().size(); ++i) out[i] = &records.value(record, i);
    return out;
}

Profile profile_of(const Register& records, std::span<const RecordNumber> of_one_person) {
    Profile out{};
    for (std::size_t i = 0; i < records.columns().size(); ++i) {
        const auto standing = [&](const Value& value) {
            const auto times = std::ranges::count_if(of_one_person, [&](RecordNumber record) { return records.value(record, i).number == value.number; });
            return std::tuple(!value.missing(), times, value.bearers, std::string_view(value.text));
        };
        for (const auto record : of_one_person)
            if (const auto& value = records.value(record, i); out[i] == nullptr || standing(value) > standing(*out[i])) out[i] = &value;
    }
    return out;
}

Comparer::Comparer(const Register& records, Remember remember) : records_(&records), known_(records.columns().size()) {
    const auto& columns = records.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (remember == Remember::likeness && (is_name(columns[i].kind) || is_words(columns[i].kind))) known_[i].resize(remembered);
        if (columns[i].kind == Kind::family_name && family_name_ == most_columns) family_name_ = i;
        if (columns[i].kind == Kind::given_name && given_name_ == most_columns) given_name_ = i;
    }
}

Level Comparer::level(std::size_t column, const Value& one, const Value& other) {
    const auto kind = records_->columns()[column].kind;
    if (known_[column].empty() || one.number == 0 || other.number == 0 || one.number == other.number) return compare_values(kind, one, other);
    const auto [low, high] = std::minmax(one.number, other.number);
    const auto pair = (std::uint64_t{low} << 32U) | high;
    auto& known = known_[column][slot_of(pair)];
    if (known.pair != pair) known = {pair, compare_values(kind, one, other)};
    return known.level;
}

Comparison Comparer::compare(const Profile& one, const Profile& other) {
    Comparison out;
    for (std::size_t i = 0; i < records_->columns().size(); ++i) {
        out.levels[i] = level(i, *one[i], *other[i]);
        if (out.levels[i] == Level::missing || out.levels[i] == Level::different) continue;
        out.rarity[i] = static_cast<float>(std::log(0.5 / records_->frequency(i, *one[i]) + 0.5 / records_->frequency(i, *other[i])));
    }
    if (family_name_ != most_columns && given_name_ != most_columns) cross(out, one, other);
    return out;
}

void Comparer::cross(Comparison& comparison, const Profile& one, const Profile& other) const {
    if (comparison.levels[family_name_] > Level::loose || comparison.levels[given_name_] > Level::loose) return;
    const auto first = crossed_level(*one[family_name_], *other[given_name_]);
    if (!agrees(first)) return;
    const auto second = crossed_level(*one[given_name_], *other[family_name_]);
    if (!agrees(second)) return;
    comparison.crossed = true;
    const auto rarity = [&](const Value& family, const Value& given) {
        return static_cast<float>(-std::log(std::max(records_->frequency(family_name_, family), records_->frequency(given_name_, given))));
    };
    comparison.levels[family_name_] = first;
    comparison.levels[given_name_] = second;
    // Which of the two is written wrongly nobody knows: the more usual place of each name counts.
    comparison.rarity[family_name_] = rarity(*one[family_name_], *other[given_name_]);
    comparison.rarity[given_name_] = rarity(*other[family_name_], *one[given_name_]);
    if (std::pair(comparison.rarity[family_name_], first) > std::pair(comparison.rarity[given_name_], second)) return;
    std::swap(comparison.rarity[family_name_], comparison.rarity[given_name_]);
    std::swap(comparison.levels[family_name_], comparison.levels[given_name_]);
}

Comparison Comparer::compare(RecordNumber one, RecordNumber other) { return compare(profile_of(*records_, one), profile_of(*records_, other)); }

Comparison Comparer::compare(const RecordValues& one, RecordNumber other) {
    Profile mine{};
    for (std::size_t i = 0; i < one.size(); ++i) mine[i] = &one[i];
    return compare(mine, profile_of(*records_, other));
}

}  // namespace ryadom::matching
