// `ryadom dedupe` and `ryadom generate-register`: the region's own register, or any labelled one, through the record linkage of the server.
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

struct DedupeRegisterArguments {
    std::string location;
    std::string login;  ///< of the coordinator or administrator who asks
};
/// Holds the register of the database against itself; the centres then decide of the pairs.
int dedupe_register(const DedupeRegisterArguments& arguments);

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
