#include "modules/people/lookups.hpp"

#include "platform/audit/audit.hpp"

#include <algorithm>
#include <iterator>

namespace ryadom::people {
namespace {

constexpr std::int64_t hour = 3'600'000;
/// A desk that serves people does not ask more often; one that tries out numbers does.
constexpr std::int64_t lookups_an_hour = 60;

}  // namespace

Checked<void> ask_seldom(db::Tx& tx) {
    if (store::lookups_since(tx, tx.now() + -hour) >= lookups_an_hour)
        return std::unexpected(Refusal{Refusal::Kind::too_many, "people.too_many_lookups", {}, {}});
    return {};
}

Id<store::Lookup> note_lookup(db::Tx& tx, std::optional<Number<Person>> person) {
    store::forget_lookups_before(tx, tx.now() + -24 * hour);
    return store::insert_lookup(tx, person);
}

std::vector<Holder> holders_of(db::Tx& tx, const std::optional<std::string>& snils, const std::optional<std::string>& iin) {
    std::vector<Holder> out;
    const auto add = [&](const std::string& number) {
        for (const auto& each : store::strangers_by_number(tx, number)) out.push_back({each.number, each.id});
    };
    if (const auto number = digits(snils.value_or("")); number && sound_snils(*number)) add(*number);
    if (const auto number = digits(iin.value_or("")); number && sound_iin(*number)) add(*number);
    return out;
}

Checked<void> note_told(db::Tx& tx, const std::vector<Holder>& holders) {
    for (const auto& holder : holders) {
        // A table names one person in many rows.
        if (store::looked_up_since(tx, holder.number, tx.now() + -hour)) continue;
        if (auto seldom = ask_seldom(tx); !seldom) return seldom;
        audit::record(tx, "people.looked_up", note_lookup(tx, holder.number), holder.id.uuid);
    }
    return {};
}

Checked<void> check_numbers(db::Database& database, const db::Caller& caller, const Person& person) {
    auto holders = database.read_as(db::Caller::system(), [&](db::Tx& tx) { return holders_of(tx, person.snils, person.iin); });
    std::erase_if(holders, [&](const Holder& each) { return each.id == person.id; });
    if (holders.empty()) return {};
    const auto seen = [&](db::Tx& tx) { return std::ranges::any_of(holders, [&](const Holder& each) { return find_person(tx, each.id).has_value(); }); };
    if (database.read_as(caller, seen)) return {};
    const auto noted = database.write_now(caller, [holders](db::Tx& tx) { must(note_told(tx, holders)); });
    if (!noted) return noted;
    return refuse("people.known_elsewhere");
}

void Exported::note(const std::set<Uuid>& page) {
    std::set<Uuid> fresh;
    std::ranges::set_difference(page, noted_, std::inserter(fresh, fresh.end()));
    if (fresh.empty()) return;
    must(database_.write_now(caller_, [&](db::Tx& tx) { audit::record_shown(tx, action_, fresh); }));
    noted_.merge(fresh);
}

}  // namespace ryadom::people
