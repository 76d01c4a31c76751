// Registers of invented people with the truth beside them, to try linkage on.
#pragma once

#include "app/generate/dice.hpp"

#include <string>
#include <vector>

namespace ryadom::registers {

struct Register {
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;
};

struct RussianOptions {
    int records = 10'000;
    double duplicates = 0.2;  ///< part of the records that repeat somebody
    double alike = 0.06;      ///< part of the people who are the twin, namesake, child or sibling of another
};
/// People of Russia and Kazakhstan. "person" is the same in all records of one; "faults" says what was done to a record.
Register russian(generate::Seed seed, const RussianOptions& options);

/// As public English sets are made: at most so many duplicates of an original, and changes of a field and of a record.
struct EnglishOptions {
    int originals = 2'000;
    int duplicates = 3'000;
    int most_duplicates = 5;
    int most_changes_of_field = 4;
    int most_changes = 6;
};
/// Ids are rec-7-org, rec-7-dup-0, rec-7-dup-1.
Register english(generate::Seed seed, const EnglishOptions& options);

/// As CSV with commas.
std::string to_csv(const Register& records);

}  // namespace ryadom::registers
