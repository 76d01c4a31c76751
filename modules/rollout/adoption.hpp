// The decisions of a centre about its adoptions, each in one transaction.
#pragma once

#include "modules/rollout/package_rules.hpp"
#include "modules/rollout/rollout.hpp"
#include "modules/rollout/store.hpp"

namespace ryadom::rollout {

/// The day at the organisation now.
Date today_at(db::Tx& tx, store::Centre organisation);

/// One adoption with its package and its plan.
struct Running {
    store::AdoptionRow row;
    std::shared_ptr<const practices::Package> package;
    std::vector<store::LineRow> lines;
};
std::vector<PlanLine> plan_of(const Running& running);
/// The network's register in the terms of the rules.
Register held_by(const network::Register& said);
bool asks_for_file(practices::Proof proof);

/// The adoptions of one centre that share its register, with what each of them holds and misses.
struct Centre {
    std::vector<Running> running;  ///< in order of priority
    Readiness readiness;
    const std::vector<NeedState>& needs_of(Number<Adoption> adoption) const;
};
Centre centre_of(db::Tx& tx, store::Centre organisation, Date today);

/// Picks the version; a practice that was stopped goes on.
store::AdoptionRow choose(db::Tx& tx, const network::OrganisationRow& organisation, const AdoptRequest& request);

/// A practice that runs since long, as an order of the past opened it.
struct Opening {
    Number<practices::Practice> practice;
    Date opened_on;
    std::string order;
};
/// Whether the very same was recorded before: it keeps the day on which it was.
bool opened_already(db::Tx& tx, store::Centre organisation, const Opening& opening);
store::AdoptionRow open_running(db::Tx& tx, store::Centre organisation, const Opening& opening);

/// A reserved word stays as it is, and is put into the reader's language when it is shown.
std::string owner_text(const Owner& owner);
std::vector<Proposed> proposal(db::Tx& tx, const store::AdoptionRow& adoption, Date today);
void confirm(db::Tx& tx, const store::AdoptionRow& adoption, const ConfirmRequest& request);

void move_to(db::Tx& tx, const store::AdoptionRow& adoption, Number<practices::Version> version);
void stop(db::Tx& tx, const store::AdoptionRow& adoption, std::string_view reason);

void close(db::Tx& tx, const store::LineRow& row, std::string_view note);
/// A closed line stays as it was: the new one for the same element is answered.
Id<Line> reopen(db::Tx& tx, const store::LineRow& row, std::string_view reason);

/// Brings a plan in line with a register that somebody changed who may not see it; nothing where that was done already.
void recheck(db::Tx& tx, const store::Recheck& noted);

}  // namespace ryadom::rollout
