// The scales of the region, which belong to no practice, and those filled for people.
#pragma once

#include "modules/forms/forms.hpp"

#include <map>
#include <memory>
#include <vector>

namespace ryadom::db {
class Database;
}

namespace ryadom::scales {

struct Scale;
struct Version;
struct FilledScale;

/// A scale as it is filled on a day.
struct InForce {
    Number<Scale> scale;
    Number<Version> version;
    std::shared_ptr<const practices::Form> form;
};
/// By code.
std::vector<InForce> in_force(db::Tx& tx, Date day);

/// A filled scale as it is stored.
struct StoredScale {
    std::int64_t person = 0;
    std::int64_t organisation = 0;
    Number<Scale> scale;
    Number<Version> version;
    Date filled_on;
    forms::Answers answers;
    std::optional<std::int64_t> replaces;
    std::optional<std::string> reason;
    Date recorded_on;
};
/// Writes it with its results and nothing else; for what was checked elsewhere (the generator, loads from the past).
Id<FilledScale> append(db::Tx& tx, const StoredScale& filled, const std::vector<forms::Result>& results);

/// The scales that come with the program, by file name, where the region has none yet: in force for any day.
void install(db::Tx& tx, const std::map<std::string, std::string>& descriptions);

}  // namespace ryadom::scales
