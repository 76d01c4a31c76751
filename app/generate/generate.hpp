// `ryadom generate`: writes an invented region with a year of work into a fresh database, through the modules' own rules.
#pragma once

#include "app/generate/clock.hpp"
#include "app/generate/rollout_plan.hpp"
#include "platform/db/database.hpp"
#include "platform/policy/policy.hpp"

#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace ryadom::generate {

struct GenerateOptions {
    Seed seed;
    Sizes sizes;
    Date until;              ///< the last day of the year of facts
    Library library;         ///< the starter library: folder → path → bytes
    std::string catalogue;   ///< practices/catalogue.yaml
    std::map<std::string, std::string> scales = {};  ///< scales/, by file name
    std::string password;    ///< of every demo account
    std::stop_token stop = {};
};

struct DemoAccount {
    std::string login;
    policy::Role role = policy::Role::desk;
    std::string organisation;  ///< short title; empty for roles of the region
};

/// How far the work has come; `day` is the day of the past that is being lived through.
struct Progress {
    int percent = 0;
    Date day;
    std::int64_t facts = 0;
};

/// The work was asked to stop: what stands in the database is a part of a region.
struct Stopped : std::exception {
    const char* what() const noexcept override { return "stopped on request"; }
};

/// Where a region is written; both may be the same.
struct Stores {
    db::Database& database;
    db::Database& facts;  ///< the facts and their groups
};

/// The database is fresh and was opened with `clock.clock()` and, where its content is to be repeatable,
/// `seeded_random(options.seed)`. The same options give the same rows; only the salts of the passwords differ. The clock
/// is moved from about 400 days before the last day to its evening.
std::vector<DemoAccount> generate(const Stores& stores, const MovableClock& clock, const GenerateOptions& options,
                                  const std::function<void(const Progress&)>& progress = {});

/// Some centres close their months, each with what was known on the third of the next. The database holds what `generate` wrote, and is
/// one whole; the log goes on where it ended.
void close_months(db::Database& database, const MovableClock& clock, const GenerateOptions& options);

}  // namespace ryadom::generate
