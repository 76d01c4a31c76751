// `ryadom dedupe` and `ryadom generate-register`: any labelled register through the record linkage of the server.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ryadom::app {

struct DedupeArguments {
    std::string records;             ///< a register with duplicates
    std::vector<std::string> links;  ///< or two registers
    std::string columns;             ///< what the columns are; docs/linkage has examples
    std::string truth;               ///< pairs of ids; empty: as the map says
    unsigned threads = 2;
    std::string parameters;          ///< where to write what was found out of the register; empty: nowhere
};
/// Prints what was found and what it is worth.
int dedupe(const DedupeArguments& arguments);

struct GenerateRegisterArguments {
    std::string file;
    std::string kind = "russian";
    int records = 10'000;
    std::optional<double> duplicates;
    double alike = 0.06;
    std::uint64_t seed = 1;
};
int generate_register(const GenerateRegisterArguments& arguments);

}  // namespace ryadom::app
