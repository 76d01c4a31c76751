#include "modules/duplicates/duplicates.hpp"

#include "modules/duplicates/store.hpp"
#include "modules/matching/linkage.hpp"
#include "modules/matching/matching.hpp"

#include <algorithm>

namespace ryadom::duplicates {
namespace {

/// One in fifteen, as at entry: a look takes seconds.
constexpr float worth_a_look = -2.7F;
/// What one transaction writes.
constexpr std::size_t at_once = 500;

const matching::Columns& columns() {
    using matching::Kind;
    static const matching::Columns out{{"family_name", Kind::family_name}, {"given_name", Kind::given_name}, {"patronymic", Kind::patronymic}, {"birth_date", Kind::birth_date},
                                       {"sex", Kind::sex}, {"snils", Kind::identifier}, {"iin", Kind::identifier}, {"phone", Kind::phone}};
    return out;
}

/// The register as it is compared; numbers of persons by record.
struct Loaded {
    matching::Register records{columns()};
    std::vector<std::int64_t> persons;
};

Loaded load(db::Tx& tx) {
    Loaded out;
    store::each_card(tx, [&](std::int64_t person, const store::Cells& cells) {
        std::array<std::string_view, std::tuple_size_v<store::Cells>> views;
        std::ranges::copy(cells, views.begin());
        out.records.add(views);
        out.persons.push_back(person);
    });
    out.records.settle();
    return out;
}

std::string written(const std::vector<matching::Reason>& reasons) {
    json::Array out;
    for (const auto& reason : reasons)
        // That both are women is no difference, however common it is.
        if (reason.bits > 0 || reason.level < matching::Level::slip)
            out.emplace_back(json::Object{{"column", columns()[reason.column].name}, {"level", json::name_of(reason.level)}, {"against", reason.bits < 0}});
    return json::write(std::move(out));
}

std::vector<store::FoundPair> worth_looking_at(const Loaded& loaded, const matching::Linkage& linkage, const std::set<std::pair<std::int64_t, std::int64_t>>& two) {
    matching::Comparer comparer(loaded.records);
    const matching::Weigher weigher(linkage.model, loaded.records.columns());
    std::vector<store::FoundPair> out;
    for (const auto& pair : linkage.pairs) {
        if (pair.weight < worth_a_look) break;  // they stand in falling order
        const auto [one, other] = std::minmax({loaded.persons[pair.one], loaded.persons[pair.other]});
        if (two.contains({one, other})) continue;
        out.push_back({one, other, pair.weight, written(matching::reasons_of(weigher, loaded.records.columns(), comparer.compare(pair.one, pair.other)))});
    }
    return out;
}

}  // namespace

Run look_through(db::Database& database, const db::Caller& caller, const Random& random, unsigned threads) {
    const auto begun_at = database.now();
    const auto system = db::Caller::system();
    auto loaded = database.read_as(system, load);
    const auto two = database.read_as(system, store::known_as_two);
    matching::LinkageOptions options;
    options.blocking.threads = threads;
    const auto linkage = matching::link(loaded.records, random, options);
    const auto pairs = worth_looking_at(loaded, linkage, two);
    const auto run = database.read_as(system, store::begin_run);
    const std::span<const store::FoundPair> all(pairs);
    // The pairs of every centre are written, whoever asked.
    for (std::size_t first = 0; first < all.size(); first += at_once) {
        const auto some = all.subspan(first, std::min(at_once, all.size() - first));
        must(database.write_now(system, [run, some](db::Tx& tx) { store::write_pairs(tx, run, some); }));
    }
    const auto parameters = matching::write_parameters(matching::parameters_of(loaded.records, linkage.model));
    must(database.write_now(system, [run](db::Tx& tx) { store::forget_older(tx, run); }));
    return must(database.write_now(caller, [&, begun_at](db::Tx& tx) {
        return store::insert_run(tx, begun_at, std::ssize(loaded.persons), std::ssize(pairs), parameters);
    }));
}

}  // namespace ryadom::duplicates
