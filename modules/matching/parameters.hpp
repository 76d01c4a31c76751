// What a linkage found out of a register, kept without its records: pairs can be judged by it one at a time.
#pragma once

#include "modules/matching/model.hpp"

namespace ryadom::matching {

struct Parameters {
    double records = 0;  ///< of the register they come from: the shares of the model are of its pairs
    Model model;
    std::vector<KnownColumn> columns;
};

/// `most` commonest values of each column of names stay; other values (dates, numbers) only by how rare they are.
Parameters parameters_of(const Register& records, const Model& model, std::size_t most = 1'500);

/// As JSON.
std::string write_parameters(const Parameters& parameters);
/// A refusal names every wrong place.
Checked<Parameters> read_parameters(std::string_view text);

}  // namespace ryadom::matching
