#include "modules/people/merges.hpp"

#include "modules/people/lookups.hpp"
#include "modules/people/rules_merges.hpp"
#include "modules/people/same.hpp"
#include "modules/people/store.hpp"
#include "modules/people/store_file.hpp"
#include "modules/people/store_merges.hpp"

#include "platform/audit/audit.hpp"

#include <stdexcept>

namespace ryadom::people {
namespace {

CardAndFile whole(db::Tx& tx, const PersonRow& row) { return {row.person, store::file_of(tx, row.number)}; }

/// The caller has loaded the card in this transaction.
void write(db::Tx& tx, Number<Person> number, const CardAndFile& now, const CardAndFile& before) {
    if (!store::update_person(tx, number, now.person)) throw std::logic_error("a card changed within the transaction that read it");
    if (now.file != before.file) store::write_file(tx, number, now.file);
}

}  // namespace

Checked<Merged> merge(db::Tx& tx, const PersonRow& survivor, const PersonRow& person, const std::optional<std::string>& reason) {
    if (survivor.number == person.number) return refuse("people.merge_itself");
    const auto before = whole(tx, survivor);
    const auto taken = taken_over(before, whole(tx, person));
    if (!taken) return std::unexpected(taken.error());
    const Merged out{tx.make_id<Merge>(), person.number, survivor.number};
    // The card goes first: its numbers may go to the survivor's.
    store::insert_merge(tx, {out.id, person.number, survivor.number, written(*taken), reason});
    write(tx, survivor.number, with(before, *taken), before);
    store::derive_attachments(tx, survivor.number);
    return out;
}

Checked<Merged> undo_merge(db::Tx& tx, Number<Person> survivor, const Id<Merge>& id, const std::string& reason) {
    const auto found = store::find_merge(tx, id);
    if (!found || human_of(tx, found->survivor) != survivor) return std::unexpected(absent());
    if (found->undone) return refuse("people.merge_undone_already");
    if (found->survivor != survivor) return refuse("people.merge_undo_later_first");
    const auto row = store::find_person(tx, survivor);
    if (!row) return std::unexpected(absent());
    const auto before = whole(tx, *row);
    write(tx, survivor, without(before, read_taken(found->taken)), before);
    // Nobody may hold a revision of the card that comes back: what was read under its id since was the survivor's.
    if (!store::undo_merge(tx, *found, row->person.revision + 1, reason)) return refuse("people.merge_number_taken");
    store::derive_attachments(tx, survivor);
    store::derive_attachments(tx, found->person);
    return Merged{id, found->person, found->survivor};
}

Checked<std::vector<std::string>> would_take(db::Tx& tx, const PersonRow& survivor, const PersonRow& person) {
    if (survivor.number == person.number) return refuse("people.merge_itself");
    const auto taken = taken_over(whole(tx, survivor), whole(tx, person));
    if (!taken) return std::unexpected(taken.error());
    return grown(*taken);
}

Likeness likeness_of(db::Tx& tx, const PersonRow& one, const PersonRow& other) {
    auto rows = store::compared(tx, {other.number.value});
    const auto found = beside(tx, described(one.person), std::move(rows.front()));
    return {other.number, other.person.id, found.judgement.weight, reasons_for_the_record(found.judgement.reasons), true};
}

Checked<Elsewhere> tell_elsewhere(db::Database& database, const db::Caller& caller, Number<Person> person) {
    const auto stranger = database.read_as(db::Caller::system(), [&](db::Tx& tx) { return store::find_stranger(tx, person); });
    if (!stranger) return std::unexpected(absent());
    return database.write_now(caller, [&](db::Tx& tx) {
        must(ask_seldom(tx));
        const auto lookup = note_lookup(tx, stranger->number);
        audit::record(tx, "people.looked_up", lookup, stranger->id.uuid);
        return Elsewhere{to_string(lookup), initials(stranger->family_name, stranger->given_name, stranger->patronymic), parts(stranger->birth).year, stranger->organisation};
    });
}

bool is_reason(std::string_view text) { return sound_reason(text); }

std::vector<Merge> merges_of(db::Tx& tx, Number<Person> survivor) { return store::merges_of(tx, survivor); }

}  // namespace ryadom::people
