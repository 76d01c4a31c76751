// What other modules may ask: whether two records are one person, and why.
#pragma once

#include "modules/matching/parameters.hpp"

namespace ryadom::matching {

struct Judgement {
    double weight = 0;  ///< logarithm of the odds that the two are one person
    std::vector<Reason> reasons;  ///< what says most first
};

/// Judges pairs by parameters found before. Has no state: any number of threads may ask.
class Judge {
  public:
    explicit Judge(Parameters parameters);

    const Columns& columns() const { return values_.columns(); }
    /// One cell for each column, as written; empty: missing.
    RecordValues read(std::span<const std::string_view> cells) const { return values_.read(cells); }

    /// For pairs of one newcomer with people of a register of `records`: the larger it is, the more people are alike by chance.
    class Round {
      public:
        Judgement judge(const RecordValues& one, const RecordValues& other);

      private:
        friend class Judge;
        Round(const Judge& judge, double records);
        const Judge* judge_;
        Weigher weigher_;
        Comparer comparer_;
    };
    Round round(double records) const { return {*this, records}; }

  private:
    Parameters parameters_;
    Register values_;
};

/// By the parameters that travel in the binary: columns family_name, given_name, patronymic, birth_date, sex, snils, phone,
/// estimated from a generated register as docs/linkage/entry.yaml says.
const Judge& shipped_judge();

/// The first letter of a folded name, one for all ways of writing it; 0 for none.
char16_t first_letter(std::string_view folded);

}  // namespace ryadom::matching
