// The records of one or two registers, each value once.
#pragma once

#include "modules/matching/values.hpp"

#include <deque>
#include <span>
#include <unordered_map>

namespace ryadom::matching {

using RecordNumber = std::uint32_t;

/// The values of one record, in the order of the columns.
using RecordValues = std::vector<Value>;

/// What is known of a column without its records: how often its common values are borne, and any other value in the mean.
struct KnownColumn {
    Column column;
    std::uint32_t bearers = 0;  ///< of all values
    double other = 0;           ///< part of the bearers that a value has which is not listed
    std::vector<std::pair<std::string, std::uint32_t>> common;  ///< value and its bearers
};

class Register {
  public:
    /// At most `most_columns`.
    explicit Register(Columns columns);
    /// A register without records, whose values are read and held to be as rare as those of another.
    static Register knowing(const std::vector<KnownColumn>& columns);

    const Columns& columns() const { return columns_; }
    std::size_t size() const { return cells_.size() / columns_.size(); }

    /// One cell for each column, as written; empty: missing. Gives the number of the record.
    RecordNumber add(std::span<const std::string_view> cells);
    /// Learns from the records so far how the columns are written, and reads the values. Records added later are read the
    /// same way.
    void settle();

    const Value& value(RecordNumber record, std::size_t column) const { return dictionaries_[column].values[cells_[record * columns_.size() + column]]; }
    /// Values that stand in no register, read the same way.
    RecordValues read(std::span<const std::string_view> cells) const;

    /// The values of a column, the missing one first.
    const std::deque<Value>& values(std::size_t column) const { return dictionaries_[column].values; }
    /// How many records, or people, have a value there.
    std::uint32_t bearers(std::size_t column) const { return dictionaries_[column].bearers; }
    /// The part of other people who have the value: one of those who are counted is this one.
    double frequency(std::size_t column, const Value& value) const;
    /// What to keep of a column: its `most` commonest values.
    KnownColumn known(std::size_t column, std::size_t most) const;
    /// Counts a value once for all records of one person: `person[record]` is its number.
    void count_people(std::span<const RecordNumber> person);

  private:
    struct Dictionary {
        std::deque<Value> values;
        std::unordered_map<std::string, std::uint32_t> numbers;  ///< by the text as read
        std::unordered_map<std::string, std::uint32_t> written;  ///< as written, until settled
        std::vector<std::string> texts;                          ///< of those
        std::uint32_t bearers = 0;
        double other = 0;  ///< frequency of a value that is not here; 0: as if one half of a person had it
        Writing writing;
    };
    std::uint32_t number_of(Dictionary& dictionary, std::string_view written);
    static std::uint32_t keep(Dictionary& dictionary, Value value);
    void settle_column(std::size_t column);

    Columns columns_;
    std::vector<Dictionary> dictionaries_;
    std::vector<std::uint32_t> cells_;  ///< numbers of values, record by record
    bool settled_ = false;
};

}  // namespace ryadom::matching
