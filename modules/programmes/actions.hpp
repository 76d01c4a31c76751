// What is done with applications, programmes and contracts, each checked, written and logged: for the routes, the generator and
// modules above. A refusal ends the closure.
#pragma once

#include "modules/programmes/views.hpp"

namespace ryadom::programmes {

/// Puts what an act sets in force, and ends or withdraws what it takes the place of.
void set_norms(db::Tx& tx, const NewNorms& given, Date today);
/// Revision 0 adds the year.
void set_year(db::Tx& tx, const CalendarYear& year);

/// Of the caller's own organisations, not only one whose recipient is served here too: else absent.
store::ApplicationRow own_application(db::Tx& tx, const Id<Application>& id);
store::ProgrammeRow own_programme(db::Tx& tx, const Id<Programme>& id);

store::ApplicationRow receive(db::Tx& tx, const Id<people::Person>& person, const NewApplication& given);
void change(db::Tx& tx, const Id<Application>& id, const ChangeApplication& given, std::int64_t revision);
void move(db::Tx& tx, const Id<Application>& id, const Move& step, const std::optional<Uuid>& assessment = {});

store::ProgrammeRow draft(db::Tx& tx, const Id<people::Person>& person, const NewProgramme& given);
void draft_version(db::Tx& tx, const Id<Programme>& id, const NewVersion& given);
void change_draft(db::Tx& tx, const Id<Programme>& id, const ChangeDraft& given, std::int64_t revision);
void remove_draft(db::Tx& tx, const Id<Programme>& id);
void approve(db::Tx& tx, const Id<Programme>& id, const ApproveVersion& given);
void mark(db::Tx& tx, const Id<Programme>& id, const NewMarks& given);
void end(db::Tx& tx, const Id<Programme>& id, const EndProgramme& given);

ContractRow conclude(db::Tx& tx, const Id<Programme>& id, const NewContract& given);
void end(db::Tx& tx, const Id<Contract>& id, const EndContract& given);

}  // namespace ryadom::programmes
