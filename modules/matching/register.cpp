#include "modules/matching/register.hpp"

#include "platform/core/text.hpp"

#include <algorithm>
#include <numeric>
#include <ranges>
#include <stdexcept>
#include <tuple>

namespace ryadom::matching {

Register::Register(Columns columns) : columns_(std::move(columns)), dictionaries_(columns_.size()) {
    if (columns_.empty() || columns_.size() > most_columns) throw std::logic_error("a register of no column, or of too many");
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        dictionaries_[i].writing.kind = columns_[i].kind;
        dictionaries_[i].values.emplace_back();
        dictionaries_[i].texts.emplace_back();
    }
}

std::uint32_t Register::keep(Dictionary& dictionary, Value value) {
    if (value.missing()) return 0;
    const auto [at, fresh] = dictionary.numbers.try_emplace(value.text, static_cast<std::uint32_t>(dictionary.values.size()));
    if (fresh) {
        value.number = at->second;
        dictionary.values.push_back(std::move(value));
    }
    return at->second;
}

std::uint32_t Register::number_of(Dictionary& dictionary, std::string_view written) {
    const auto text = trimmed(written);
    if (text.empty()) return 0;
    if (settled_) {
        const auto number = keep(dictionary, read_value(text, dictionary.writing));
        dictionary.values[number].bearers += number != 0;
        dictionary.bearers += number != 0;
        return number;
    }
    const auto [at, fresh] = dictionary.written.try_emplace(std::string(text), static_cast<std::uint32_t>(dictionary.texts.size()));
    if (fresh) dictionary.texts.push_back(at->first);
    return at->second;
}

RecordNumber Register::add(std::span<const std::string_view> cells) {
    if (cells.size() != columns_.size()) throw std::logic_error("a record with other columns than its register");
    for (std::size_t i = 0; i < columns_.size(); ++i) cells_.push_back(number_of(dictionaries_[i], cells[i]));
    return static_cast<RecordNumber>(size() - 1);
}

void Register::settle_column(std::size_t column) {
    auto& dictionary = dictionaries_[column];
    std::vector<std::uint32_t> times(dictionary.texts.size());
    for (auto at = column; at < cells_.size(); at += columns_.size()) ++times[cells_[at]];
    std::vector<Written> written;
    for (std::size_t i = 1; i < times.size(); ++i) written.push_back({dictionary.texts[i], times[i]});
    dictionary.writing = learn_writing(columns_[column].kind, written);
    std::vector<std::uint32_t> number(times.size());
    for (std::size_t i = 1; i < times.size(); ++i) {
        number[i] = keep(dictionary, read_value(dictionary.texts[i], dictionary.writing));
        if (number[i] == 0) continue;
        dictionary.values[number[i]].bearers += times[i];
        dictionary.bearers += times[i];
    }
    for (auto at = column; at < cells_.size(); at += columns_.size()) cells_[at] = number[cells_[at]];
    dictionary.written = {};
    dictionary.texts = {};
}

void Register::settle() {
    for (std::size_t i = 0; i < columns_.size(); ++i) settle_column(i);
    settled_ = true;
}

RecordValues Register::read(std::span<const std::string_view> cells) const {
    RecordValues out;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto& dictionary = dictionaries_[i];
        auto value = read_value(cells[i], dictionary.writing);
        const auto known = dictionary.numbers.find(value.text);
        out.push_back(known == dictionary.numbers.end() ? std::move(value) : dictionary.values[known->second]);
    }
    return out;
}

Register Register::knowing(const std::vector<KnownColumn>& known) {
    Columns columns;
    for (const auto& each : known) columns.push_back(each.column);
    Register out(std::move(columns));
    for (std::size_t i = 0; i < known.size(); ++i) {
        auto& dictionary = out.dictionaries_[i];
        std::vector<Written> written;
        for (const auto& [value, bearers] : known[i].common) written.push_back({value, bearers});
        dictionary.writing = learn_writing(known[i].column.kind, written);
        for (const auto& [value, bearers] : known[i].common) {
            const auto number = keep(dictionary, read_value(value, dictionary.writing));
            if (number != 0) dictionary.values[number].bearers += bearers;
        }
        dictionary.bearers = known[i].bearers;
        dictionary.other = known[i].other;
        dictionary.texts = {};
    }
    out.settled_ = true;
    return out;
}

double Register::frequency(std::size_t column, const Value& value) const {
    const auto& dictionary = dictionaries_[column];
    if (value.number == 0 && dictionary.other > 0) return dictionary.other;
    const auto others = value.bearers > 1 ? value.bearers - 1.0 : 0.0;
    return (others + 0.5) / (dictionary.bearers + 1.0);
}

KnownColumn Register::known(std::size_t column, std::size_t most) const {
    const auto& dictionary = dictionaries_[column];
    KnownColumn out{columns_[column], dictionary.bearers, 0, {}};
    for (const auto& value : dictionary.values | std::views::drop(1))
        if (value.bearers > 0) out.common.emplace_back(value.text, value.bearers);
    std::ranges::sort(out.common, [](const auto& one, const auto& other) { return std::tuple(-std::int64_t{one.second}, one.first) < std::tuple(-std::int64_t{other.second}, other.first); });
    const auto kept = std::min(most, out.common.size());
    double rest = 0;
    for (auto i = kept; i < out.common.size(); ++i) rest += out.common[i].second;
    // Where all are listed, another one is as rare as the rarest of them.
    out.other = (kept < out.common.size() ? rest / static_cast<double>(out.common.size() - kept) : 0.5) / (dictionary.bearers + 1.0);
    out.common.resize(kept);
    return out;
}

void Register::count_people(std::span<const RecordNumber> person) {
    std::vector<RecordNumber> order(size());
    std::iota(order.begin(), order.end(), RecordNumber{0});
    std::ranges::stable_sort(order, {}, [&](RecordNumber record) { return person[record]; });
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        auto& dictionary = dictionaries_[column];
        dictionary.bearers = 0;
        // The last person that was counted with the value.
        std::vector<RecordNumber> counted(dictionary.values.size(), UINT32_MAX);
        for (auto& value : dictionary.values) value.bearers = 0;
        for (const auto record : order) {
            const auto number = cells_[record * columns_.size() + column];
            if (number == 0 || counted[number] == person[record]) continue;
            counted[number] = person[record];
            ++dictionary.values[number].bearers;
            ++dictionary.bearers;
        }
    }
}

}  // namespace ryadom::matching
