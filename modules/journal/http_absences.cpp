// Days on which a person is away: entered, ended, withdrawn, within the scope of the person.
#include "modules/journal/http.hpp"

#include "modules/journal/store.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::journal {
namespace {

using http::Call;
using http::Page;
using http::Written;

constexpr Date ever_before{-719'162};
constexpr Date ever_after{2'932'896};

std::vector<AbsenceDays> others_of(db::Tx& tx, std::int64_t person, const std::optional<Id<Absence>>& but) {
    std::vector<AbsenceDays> out;
    for (const auto& [number, each] : store::absences_in(tx, {person}, ever_before, ever_after))
        if (each.id != but) out.push_back({each.kind, each.from, each.until});
    return out;
}

void must_fit(db::Tx& tx, std::int64_t person, const AbsenceDays& days, const std::optional<Id<Absence>>& own = {}) {
    if (auto errors = faults(days, others_of(tx, person, own)); !errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
}

Written<Page<Absence>> list(Call& call) {
    return call.write([id = call.id<people::Person>("person")](db::Tx& tx) {
        auto found = store::absences_of(tx, must(people::find_person(tx, id)).number);
        audit::record(tx, "journal.absences_seen", id, id.uuid);
        return Page<Absence>{std::move(found), {}};
    });
}

Written<Absence> post_absence(Call& call, NewAbsence given) {
    return call.write([given = std::move(given), id = call.id<people::Person>("person")](db::Tx& tx) {
        const auto person = must(people::find_person(tx, id)).number;
        const auto home = network::own(tx, given.organisation);
        must_fit(tx, person.value, {given.absence.kind, given.absence.from, given.absence.until});
        const auto absence = store::insert_absence(tx, person, home, given.absence);
        audit::record(tx, "journal.absence_entered", absence, id.uuid);
        return must(store::find_absence(tx, absence)).absence;
    });
}

std::optional<Uuid> person_of(db::Tx& tx, const store::AbsenceRow& row) { return people::briefs(tx, {row.person}).front().id.uuid; }

Written<Absence> end_absence(Call& call, EndAbsence ask) {
    return call.write([ask, id = call.id<Absence>("absence")](db::Tx& tx) {
        const auto row = must(store::find_absence(tx, id));
        if (row.absence.withdrawn) throw Refused(refuse("journal.withdrawn_already").error());
        must_fit(tx, row.person, {row.absence.kind, row.absence.from, ask.until}, id);
        store::end_absence(tx, row.number, ask.until);
        audit::record(tx, "journal.absence_ended", id, person_of(tx, row));
        return must(store::find_absence(tx, id)).absence;
    });
}

Written<Absence> withdraw_absence(Call& call, WithdrawAbsence ask) {
    return call.write([ask = std::move(ask), id = call.id<Absence>("absence")](db::Tx& tx) {
        const auto row = must(store::find_absence(tx, id));
        if (row.absence.withdrawn) throw Refused(refuse("journal.withdrawn_already").error());
        store::withdraw_absence(tx, row.number, ask.reason);
        audit::record(tx, "journal.absence_withdrawn", id, person_of(tx, row));
        return must(store::find_absence(tx, id)).absence;
    });
}

}  // namespace

void add_absence_routes(http::Routes& routes) {
    routes.get("/api/v1/persons/{person}/absences", "journal.see", "When a person was away, the last first", list);
    routes.post("/api/v1/persons/{person}/absences", "journal.fill", "Enter an absence", post_absence);
    routes.act("/api/v1/absences/{absence}/end", "journal.fill", "Say on which day an absence ends", end_absence);
    routes.act("/api/v1/absences/{absence}/withdraw", "journal.fill", "Withdraw an absence entered by mistake", withdraw_absence);
}

}  // namespace ryadom::journal
