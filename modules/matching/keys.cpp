#include "modules/matching/keys.hpp"

#include "modules/matching/given_names.hpp"

#include <algorithm>
#include <optional>

namespace ryadom::matching {
namespace {

std::uint32_t hash_of(std::u16string_view text, std::uint32_t seed) {
    if (text.empty()) return 0;
    std::uint32_t hash = 2166136261U ^ seed;
    for (const auto letter : text) hash = (hash ^ letter) * 16777619U;
    return std::max(hash ^ (hash >> 15U), 1U);
}

std::uint32_t whole(const Value& value, Kind kind) {
    // A short name and all that it may stand for share one block.
    if (kind == Kind::given_name && !value.full_names.empty()) return given_names().family_of(value.full_names.front()) + 1U;
    return hash_of(value.stem, 0);
}

/// The digits from there on, when the date is whole.
std::u16string_view digits(const Value& value, std::size_t from, std::size_t count) {
    constexpr std::size_t date = 8;
    return value.letters.size() == date ? std::u16string_view(value.letters).substr(from, count) : std::u16string_view();
}

std::uint32_t day_and_month(const Value& value, std::uint32_t seed) {
    const std::u16string month(digits(value, 4, 2));
    const std::u16string day(digits(value, 6, 2));
    return hash_of(std::min(month, day) + std::max(month, day), seed);
}

std::uint32_t part_hash(const Value& value, Kind kind, Cut cut) {
    constexpr std::size_t some = 3;
    const std::u16string_view stem = value.stem;
    switch (cut) {
        case Cut::whole: return whole(value, kind);
        case Cut::beginning: return hash_of(stem.substr(0, some), 1);
        case Cut::ending: return hash_of(stem.substr(stem.size() - std::min(some, stem.size())), 2);
        case Cut::first: return hash_of(stem.substr(0, 1), 3);
        case Cut::year: return hash_of(digits(value, 0, 4), 4);
        case Cut::day_and_month: return day_and_month(value, 5);
        case Cut::birthday: return day_and_month(value, hash_of(digits(value, 0, 4), 6));
    }
    return 0;
}

/// Makes the keys out of the columns that there are.
class Maker {
  public:
    explicit Maker(const Columns& columns) : columns_(&columns) {}

    struct Wanted {
        Kind kind;
        Cut cut = Cut::whole;
    };
    /// The first `needed` parts must be there; later ones whose column is missing are left out.
    void add(std::initializer_list<Wanted> wanted, std::size_t needed, bool crossed = false) {
        Key key;
        key.crossed = crossed;
        std::size_t at = 0;
        for (const auto& [kind, cut] : wanted) {
            const auto column = find(kind);
            if (!column && at < needed) return;
            if (column && key.parts.size() < most_parts) key.parts.push_back({*column, cut});
            ++at;
        }
        out.push_back(std::move(key));
    }
    void add_numbers() {
        for (std::size_t i = 0; i < columns_->size(); ++i)
            if (is_digits((*columns_)[i].kind)) {
                Key key{{{i, Cut::whole}}};
                if (const auto given = find(Kind::given_name)) key.parts.push_back({*given, Cut::beginning});
                if (const auto birth = find(Kind::birth_date)) key.parts.push_back({*birth, Cut::birthday});
                out.push_back(std::move(key));
            }
    }
    std::vector<Key> out;

  private:
    std::optional<std::size_t> find(Kind kind) const {
        for (std::size_t i = 0; i < columns_->size(); ++i)
            if ((*columns_)[i].kind == kind) return i;
        return std::nullopt;
    }
    const Columns* columns_;
};

}  // namespace

std::vector<Key> keys_for(const Columns& columns) {
    using enum Kind;
    Maker make(columns);
    make.add_numbers();
    make.add({{birth_date, Cut::birthday}, {given_name, Cut::beginning}, {family_name, Cut::first}}, 2);
    make.add({{birth_date, Cut::birthday}, {family_name, Cut::beginning}, {given_name, Cut::first}}, 2);
    make.add({{family_name}, {given_name}, {patronymic}, {birth_date, Cut::year}}, 2);
    make.add({{family_name}, {given_name}, {birth_date, Cut::year}}, 3);
    make.add({{family_name, Cut::whole}, {given_name, Cut::whole}, {birth_date, Cut::year}, {birth_date, Cut::day_and_month}}, 2, true);
    make.add({{given_name}, {birth_date, Cut::day_and_month}, {patronymic}, {family_name, Cut::first}}, 2);
    make.add({{given_name}, {patronymic}, {birth_date, Cut::year}, {birth_date, Cut::birthday}}, 3);
    make.add({{family_name, Cut::beginning}, {birth_date, Cut::year}, {given_name, Cut::beginning}, {birth_date, Cut::day_and_month}}, 3);
    make.add({{family_name, Cut::ending}, {birth_date, Cut::year}, {given_name, Cut::beginning}, {birth_date, Cut::day_and_month}}, 3);
    make.add({{family_name, Cut::beginning}, {given_name, Cut::ending}, {birth_date, Cut::year}, {birth_date, Cut::day_and_month}}, 3);
    make.add({{family_name, Cut::beginning}, {given_name, Cut::beginning}, {patronymic}, {birth_date, Cut::day_and_month}}, 2);
    make.add({{street}, {house}, {given_name, Cut::beginning}, {birth_date, Cut::year}}, 2);
    make.add({{postcode}, {birth_date, Cut::day_and_month}, {given_name, Cut::first}}, 2);
    make.add({{locality}, {birth_date, Cut::birthday}, {given_name, Cut::first}}, 2);
    make.add({{postcode}, {house}, {street, Cut::beginning}, {given_name, Cut::first}}, 2);
    make.add({{birth_date, Cut::whole}}, 1);
    return std::move(make.out);
}

KeyHash hash_of(const Key& key, const Columns& columns, std::span<const Value* const> record) {
    KeyHash out{};
    for (std::size_t i = 0; i < key.parts.size(); ++i) {
        const auto& part = key.parts[i];
        out[i] = key.crossed && i < 2 ? hash_of(record[part.column]->letters, 7) : part_hash(*record[part.column], columns[part.column].kind, part.cut);
    }
    if (!key.crossed) return out;
    const auto [low, high] = std::minmax(out[0], out[1]);
    return {low, low == 0 ? 0 : high, out[2], out[3]};
}

}  // namespace ryadom::matching
