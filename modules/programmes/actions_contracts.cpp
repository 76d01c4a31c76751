#include "modules/programmes/actions.hpp"

#include "platform/audit/audit.hpp"
#include "platform/http/routes.hpp"

#include <algorithm>

namespace ryadom::programmes {
namespace {

/// The version in force on the day.
const Version* version_on(const std::vector<Version>& versions, Date day) {
    const auto found = std::ranges::find_if(versions, [&](const Version& each) { return state_on(each.approved_on, each.content.since, each.last_on, day) == VersionState::in_force; });
    return found == versions.end() ? nullptr : &*found;
}

Date last_day(const std::vector<Version>& versions) {
    Date out{INT32_MIN};
    for (const auto& each : versions)
        if (each.approved_on) out = std::max(out, each.last_on);
    return out;
}

}  // namespace

ContractRow conclude(db::Tx& tx, const Id<Programme>& id, const NewContract& given) {
    // A programme binds every provider: the contract may be another centre's.
    const auto row = must(store::find_programme(tx, id));
    const auto organisation = network::own(tx, given.organisation);
    const auto person = must(people::find_person(tx, row.programme.person));
    const auto today = today_at(tx, organisation);
    const auto versions = store::versions(tx, row.number);
    const auto* version = version_on(versions, given.since);
    must_be_sound(faults(given, version != nullptr, last_day(versions), person.person.death, today));
    const auto standing = contracts(tx, row.person, given.since, given.until);
    if (std::ranges::any_of(standing, [&](const ContractRow& each) { return each.contract.organisation == given.organisation; }))
        throw Refused(refuse("programmes.contract_stands").error());
    const auto payment = payment::assessment_on(tx, row.person, given.since);
    if (!payment) throw Refused(refuse("programmes.payment_not_assessed").error());
    const auto number = given.number ? *given.number : store::next_number(tx, organisation, parts(given.concluded_on).year);
    const auto contract = store::insert(tx, row, given, organisation, number, version->content.form, *payment, today);
    if (row.programme.application) store::close(tx, *row.programme.application, given.concluded_on);
    audit::record(tx, "programmes.contract_concluded", contract, row.programme.person.uuid);
    return must(store::find_contract(tx, contract));
}

void end(db::Tx& tx, const Id<Contract>& id, const EndContract& given) {
    const auto row = must(store::find_contract(tx, id));
    const auto organisation = network::own(tx, row.contract.organisation);
    const auto codes = store::reason_codes(tx, ReasonKind::end, given.ended_on);
    must(may_end(row.contract, given, codes, today_at(tx, organisation)));
    store::end_contract(tx, row.number, given);
    audit::record(tx, "programmes.contract_ended", id, row.contract.person.uuid);
}

}  // namespace ryadom::programmes
