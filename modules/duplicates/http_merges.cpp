#include "modules/duplicates/http.hpp"

#include "modules/duplicates/store.hpp"
#include "modules/duplicates/view.hpp"
#include "modules/ledger/merges.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::duplicates {
namespace {

using http::Call;
using http::Written;
using people::PersonRow;

/// Several organisations may serve the two: what follows from a merge is written for each of them. Whether the caller may see the two
/// has been asked before.
db::Caller over_everybody(const Call& call) {
    auto out = call.caller();
    out.scope = db::Scope::everything();
    return out;
}

http::Page<people::Merge> page_of(db::Tx& tx, const PersonRow& row) { return {people::merges_of(tx, row.number), {}}; }

Written<http::Page<people::Merge>> list(Call& call) {
    return call.write([id = call.id<people::Person>("person")](db::Tx& tx) {
        const auto row = must(people::find_person(tx, id));
        auto page = page_of(tx, row);
        if (!page.items.empty()) audit::record(tx, "duplicates.merges_read", row.person.id, row.person.id.uuid);
        return page;
    });
}

struct Two {
    PersonRow person;
    PersonRow other;
};
Two both(db::Tx& tx, const Id<people::Person>& person, const Id<people::Person>& other) {
    auto mine = must(people::find_person(tx, person));
    auto found = people::find_person(tx, other);
    if (!found) throw Refused(refuse_field("/other", "core.absent").error());
    return {std::move(mine), std::move(*found)};
}

Written<Comparison> compare(Call& call, http::Query<ComparisonQuery> query) {
    const auto id = call.id<people::Person>("person");
    const auto two = call.read([&](db::Tx& tx) { return both(tx, id, query->other); });
    auto out = call.read([&](db::Tx& tx) {
        Comparison made;
        const auto likeness = people::likeness_of(tx, two.person, two.other);
        made.percent = percent(likeness.weight);
        made.reasons = told(likeness.reasons, call.voice());
        if (const auto taken = people::would_take(tx, two.person, two.other)) made.taken = *taken;
        else made.refusal = call.text(taken.error().code, taken.error().arguments);
        made.person = store::holdings(tx, two.person.number);
        made.other = store::holdings(tx, two.other.number);
        return made;
    });
    return call.write([out = std::move(out), persons = std::set{two.person.person.id.uuid, two.other.person.id.uuid}](db::Tx& tx) {
        audit::record_shown(tx, "duplicates.compared", persons);
        return out;
    });
}

http::Page<people::Merge> merge(Call& call, MergeRequest ask) {
    const auto id = call.id<people::Person>("person");
    call.read([&](db::Tx& tx) { return both(tx, id, ask.other); });
    return must(call.database().write_now(over_everybody(call), [ask, id, today = call.today()](db::Tx& tx) {
        const auto [person, other] = both(tx, id, ask.other);
        const auto merged = must(people::merge(tx, person, other, ask.reason));
        ledger::note_merge(tx, merged, today);
        if (const auto pair = store::pair_of(tx, person.number, other.number)) store::decide(tx, *pair, store::Verdict::same, ask.reason);
        const auto detail = json::write(json::Object{{"other", to_string(other.person.id)}});
        audit::record(tx, "duplicates.merged", merged.id, person.person.id.uuid, detail);
        audit::record(tx, "duplicates.merged", merged.id, other.person.id.uuid);
        return page_of(tx, person);
    }));
}

http::Page<people::Merge> undo(Call& call, UndoRequest ask) {
    if (!people::is_reason(ask.reason)) throw Refused(refuse_field("/reason", "people.reason_too_short").error());
    const auto id = call.id<people::Person>("person");
    call.read([&](db::Tx& tx) { return must(people::find_person(tx, id)); });
    return must(call.database().write_now(over_everybody(call), [ask, id, which = call.id<people::Merge>("merge"), today = call.today()](db::Tx& tx) {
        const auto row = must(people::find_person(tx, id));
        const auto undone = must(people::undo_merge(tx, row.number, which, ask.reason));
        ledger::note_undone(tx, undone, today);
        if (const auto pair = store::pair_of(tx, undone.person, undone.survivor)) store::decide(tx, *pair, store::Verdict::other, ask.reason);
        audit::record(tx, "duplicates.set_apart", which, row.person.id.uuid, json::write(json::Object{{"reason", ask.reason}}));
        return page_of(tx, row);
    }));
}

}  // namespace

void add_merge_routes(http::Routes& routes) {
    routes.get("/api/v1/persons/{person}/comparison", "duplicates.see", "The person beside another who may be the same", compare);
    routes.get("/api/v1/persons/{person}/merges", "duplicates.see", "Who was found to be this person, the last first", list);
    // What is read of several centres leaves a trace before it leaves: the write itself answers.
    routes.act("/api/v1/persons/{person}/merges", "duplicates.decide", "Say that another person is this one", merge).replay = http::Replay::nothing;
    routes.act("/api/v1/persons/{person}/merges/{merge}/undo", "duplicates.decide", "Say that they are two people after all", undo).replay = http::Replay::nothing;
}

}  // namespace ryadom::duplicates
