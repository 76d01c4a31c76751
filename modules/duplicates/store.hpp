// Every SQL statement of the module stands in store*.cpp.
#pragma once

#include "modules/duplicates/model.hpp"

#include <functional>
#include <set>

namespace ryadom::duplicates::store {

/// One card as it is compared: family, given name, patronymic, birth, sex, СНИЛС, ИИН, phone; empty where there is none.
using Cells = std::array<std::string, 8>;
/// Everybody who has a card, whoever serves them.
void each_card(db::Tx& tx, const std::function<void(std::int64_t person, const Cells&)>& each);
/// Pairs, the smaller number first, of whom somebody has said that they are two people.
std::set<std::pair<std::int64_t, std::int64_t>> known_as_two(db::Tx& tx);

struct FoundPair {
    std::int64_t one = 0;  ///< below `other`
    std::int64_t other = 0;
    double weight = 0;
    std::string reasons;  ///< columns and levels as JSON
};
/// Numbers of runs ascend; what nobody decided takes the weight of the newest.
std::int64_t begin_run(db::Tx& tx);
void write_pairs(db::Tx& tx, std::int64_t run, std::span<const FoundPair> pairs);
/// Forgets open pairs that this run did not find.
void forget_older(db::Tx& tx, std::int64_t run);
Run insert_run(db::Tx& tx, Instant begun_at, std::int64_t persons, std::int64_t pairs, const std::string& parameters);
std::vector<Run> last_runs(db::Tx& tx);

struct PairRow {
    std::int64_t number = 0;
    Id<Pair> id;
    double weight = 0;
    std::string reasons;
    Number<people::Person> one;    ///< who it is by now
    Number<people::Person> other;
    Side first;
    Side second;
};
/// Open pairs within the caller's sight, what is surest first; behind the weight (in hundredths) and number of a row.
std::vector<PairRow> open_pairs(db::Tx& tx, std::int64_t weight, std::int64_t number, int limit);
std::optional<PairRow> find_open(db::Tx& tx, const Id<Pair>& id);
/// The pair of two persons, whatever was decided of it.
std::optional<std::int64_t> pair_of(db::Tx& tx, Number<people::Person> one, Number<people::Person> other);

enum class Verdict { same, other };
constexpr auto names(json::Type<Verdict>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Verdict::same, "same"sv}, std::pair{Verdict::other, "other"sv}};
}
void decide(db::Tx& tx, std::int64_t pair, Verdict verdict, const std::optional<std::string>& reason);

Holdings holdings(db::Tx& tx, Number<people::Person> person);

}  // namespace ryadom::duplicates::store
