#include "modules/rollout/adoption.hpp"

#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::rollout {
namespace {

bool runs(const store::AdoptionRow& row) { return !row.stopped_on; }

Line line_for(const Element& element, std::string owner, Date due, Date today) {
    Line out;
    out.line = {element.need.id, element.kind, element.need.obligation, due, today, std::nullopt};
    out.title = element.title.ru;
    out.owner = std::move(owner);
    out.proof_kind = element.proof;
    return out;
}

void must_run(const store::AdoptionRow& row) {
    if (!runs(row)) throw Refused(refuse("rollout.is_stopped").error());
}

/// The version that was asked for, which must be of that practice; or the newest.
practices::VersionRow version_for(db::Tx& tx, Number<practices::Practice> practice, const std::optional<Id<practices::Version>>& asked) {
    if (!asked) return must(practices::latest_version(tx, practice));
    const auto found = practices::find_version(tx, *asked);
    if (!found || found->practice != practice) throw Refused(refuse_field("/version", "core.absent").error());
    return *found;
}

void apply(db::Tx& tx, const Running& running, const PlanChange& change, Date today) {
    switch (change.kind) {
        case PlanChange::Kind::close:
            for (const auto& line : running.lines)
                if (line.line.line.need == change.need && line.line.line.kind != LineKind::step && open_at(line.line.line, today)) {
                    store::close_line(tx, line, today, "");
                    audit::record(tx, "rollout.line_closed_by_register", line.line.id);
                }
            return;
        case PlanChange::Kind::open:
            for (const auto& element : needs_of(*running.package))
                if (element.need.id == change.need) {
                    const auto due = working_day(today + lags_of(*running.package).ready);
                    const auto id = store::insert_line(tx, running.row.number, running.row.organisation,
                                                       line_for(element, owner_text(owner_of(*running.package, element.role)), due, today));
                    audit::record(tx, "rollout.line_opened", id);
                }
            return;
    }
}

/// Opens and closes lines of one centre so that its plans say what readiness says.
void review(db::Tx& tx, store::Centre organisation, Date today) {
    const auto centre = centre_of(tx, organisation, today);
    for (std::size_t i = 0; i < centre.running.size(); ++i) {
        const auto& running = centre.running[i];
        if (!running.row.confirmed_on) continue;
        for (const auto& change : plan_changes(centre.readiness[i], plan_of(running), today)) apply(tx, running, change, today);
    }
    store::pulse(tx, organisation);
}

}  // namespace

Date today_at(db::Tx& tx, store::Centre organisation) { return local_date(tx.now(), network::zone(tx, organisation.value)); }

std::vector<PlanLine> plan_of(const Running& running) {
    std::vector<PlanLine> out;
    for (const auto& each : running.lines) out.push_back(each.line.line);
    return out;
}

std::string owner_text(const Owner& owner) { return owner.word.empty() ? owner.position : owner.word; }

const std::vector<NeedState>& Centre::needs_of(Number<Adoption> adoption) const {
    static const std::vector<NeedState> none;
    for (std::size_t i = 0; i < running.size(); ++i)
        if (running[i].row.number == adoption) return readiness[i];
    return none;
}

Centre centre_of(db::Tx& tx, store::Centre organisation, Date today) {
    Centre out;
    for (auto& row : store::adoptions_of(tx, organisation))
        if (runs(row)) {
            auto package = practices::package_of(tx, row.version);
            out.running.push_back({std::move(row), std::move(package), {}});
        }
    for (auto& line : store::lines_of_organisation(tx, organisation)) {
        const auto at = std::ranges::find_if(out.running, [&](const Running& each) { return each.row.number == line.adoption; });
        if (at != out.running.end()) at->lines.push_back(std::move(line));
    }
    std::vector<Claim> claims;
    for (const auto& each : out.running) claims.push_back({bare_needs(*each.package), plan_of(each)});
    out.readiness = readiness(claims, held_by(network::register_of(tx, organisation, today)), today);
    return out;
}

Register held_by(const network::Register& said) {
    Register out;
    for (const auto& each : said.staff) out.staff.push_back({{each.rate}, each.qualifications});
    for (const auto& each : said.rooms) out.rooms.push_back({each.kind, each.capacity});
    for (const auto& each : said.equipment) out.equipment.push_back({each.kind, each.count});
    return out;
}

store::AdoptionRow choose(db::Tx& tx, const network::OrganisationRow& organisation, const AdoptRequest& request) {
    const auto today = today_at(tx, organisation.number);
    const auto practice = practices::find_practice(tx, request.practice);
    if (!practice) throw Refused(refuse_field("/practice", "core.absent").error());
    const auto version = version_for(tx, practice->number, request.version);
    auto standing = store::find_adoption(tx, organisation.number, practice->number);
    if (standing && runs(*standing)) throw Refused(refuse("rollout.chosen_already").error());
    if (standing) {
        store::resume_adoption(tx, standing->number, today);
        if (standing->version != version.number) store::change_version(tx, standing->number, version.number, today);
        audit::record(tx, "rollout.resumed", standing->id);
    } else {
        standing = store::insert_adoption(tx, {{}, {}, organisation.number, practice->number, version.number, today, today, {}, {}, {}, {}, {}, {}, 1});
        audit::record(tx, "rollout.chosen", standing->id);
    }
    register_changed(tx, organisation.number, today);
    return *store::find_adoption(tx, standing->id);
}

Id<Adoption> adopt(db::Tx& tx, const network::OrganisationRow& organisation, Number<practices::Practice> practice) {
    if (const auto standing = store::find_adoption(tx, organisation.number, practice); standing && runs(*standing)) return standing->id;
    return choose(tx, organisation, {organisation.organisation.id, must(practices::find_practice(tx, practice)).id, {}}).id;
}

bool opened_already(db::Tx& tx, store::Centre organisation, const Opening& opening) {
    const auto standing = store::find_adoption(tx, organisation, opening.practice);
    return standing && standing->opened_on == opening.opened_on && standing->opening_order == opening.order;
}

store::AdoptionRow open_running(db::Tx& tx, store::Centre organisation, const Opening& opening) {
    const auto today = today_at(tx, organisation);
    auto standing = store::find_adoption(tx, organisation, opening.practice);
    if (standing) {
        store::open_adoption(tx, standing->number, opening.opened_on, today, opening.order);
    } else {
        const auto version = must(practices::latest_version(tx, opening.practice));
        standing = store::insert_adoption(tx, {{}, {}, organisation, opening.practice, version.number, today, opening.opened_on, {},
                                               opening.opened_on, today, opening.order, {}, {}, 1});
    }
    audit::record(tx, "rollout.opened", standing->id);
    store::pulse(tx, organisation);
    return *standing;
}

std::vector<Proposed> proposal(db::Tx& tx, const store::AdoptionRow& adoption, Date today) {
    must_run(adoption);
    if (adoption.confirmed_on) throw Refused(refuse("rollout.plan_confirmed").error());
    const auto centre = centre_of(tx, adoption.organisation, today);
    return propose(*practices::package_of(tx, adoption.version), centre.needs_of(adoption.number), today);
}

void confirm(db::Tx& tx, const store::AdoptionRow& adoption, const ConfirmRequest& request) {
    const auto today = today_at(tx, adoption.organisation);
    auto proposed = proposal(tx, adoption, today);
    std::vector<Line> lines;
    for (const auto& each : proposed) lines.push_back(line_for(each.element, owner_text(each.owner), each.due, today));
    for (std::size_t i = 0; i < request.lines.size(); ++i) {
        const auto& edit = request.lines[i];
        const auto at = std::ranges::find_if(lines, [&](const Line& line) { return line.line.kind == edit.kind && line.line.need == edit.need; });
        if (at == lines.end()) throw Refused(refuse_field("/lines/" + std::to_string(i) + "/need", "rollout.not_proposed").error());
        if (edit.due != at->line.due) must(may_be_due(edit.due, today, "/lines/" + std::to_string(i) + "/due"));
        at->owner = edit.owner;
        at->line.due = edit.due;
    }
    for (const auto& line : lines) store::insert_line(tx, adoption.number, adoption.organisation, line);
    store::confirm_adoption(tx, adoption.number, today);
    audit::record(tx, "rollout.plan_confirmed", adoption.id);
    store::pulse(tx, adoption.organisation);
}

void move_to(db::Tx& tx, const store::AdoptionRow& adoption, Number<practices::Version> version) {
    must_run(adoption);
    const auto today = today_at(tx, adoption.organisation);
    store::change_version(tx, adoption.number, version, today);
    const auto package = practices::package_of(tx, version);
    for (const auto& row : store::lines_of(tx, adoption.number)) {
        const auto& line = row.line.line;
        if (open_at(line, today) && !element_of(*package, line.kind, line.need)) store::close_line(tx, row, today, "");
    }
    audit::record(tx, "rollout.version_changed", adoption.id);
    register_changed(tx, adoption.organisation, today);
}

void stop(db::Tx& tx, const store::AdoptionRow& adoption, std::string_view reason) {
    must_run(adoption);
    const auto today = today_at(tx, adoption.organisation);
    store::stop_adoption(tx, adoption.number, today, reason);
    audit::record(tx, "rollout.stopped", adoption.id);
    register_changed(tx, adoption.organisation, today);
}

void close(db::Tx& tx, const store::LineRow& row, std::string_view note) {
    const auto today = today_at(tx, row.organisation);
    must(close_by_hand(row.line.line, today));
    if (asks_for_file(row.line.proof_kind) && row.line.proof_sha.empty()) throw Refused(refuse("rollout.proof_wanted").error());
    store::close_line(tx, row, today, note);
    audit::record(tx, "rollout.line_closed", row.line.id);
    store::pulse(tx, row.organisation);
}

bool asks_for_file(practices::Proof proof) {
    switch (proof) {
        case practices::Proof::document:
        case practices::Proof::photo:
        case practices::Proof::order:
        case practices::Proof::certificate:
        case practices::Proof::act: return true;
        case practices::Proof::register_:
        case practices::Proof::none: return false;
    }
    return false;
}

Id<Line> reopen(db::Tx& tx, const store::LineRow& row, std::string_view reason) {
    const auto today = today_at(tx, row.organisation);
    if (closed_by(row.line.line.kind) == ClosedBy::registered) throw Refused(refuse("rollout.closes_through_register").error());
    for (const auto& other : store::lines_of(tx, row.adoption)) {
        const auto& line = other.line.line;
        if (line.need == row.line.line.need && line.kind == row.line.line.kind && open_at(line, today))
            throw Refused(refuse("rollout.line_open").error());
    }
    auto again = row.line;
    again.line.created_on = today;
    again.line.due = std::max(again.line.due, working_day(today));
    again.note = reason;
    const auto id = store::insert_line(tx, row.adoption, row.organisation, again);
    audit::record(tx, "rollout.line_reopened", id);
    store::pulse(tx, row.organisation);
    return id;
}

void register_changed(db::Tx& tx, Number<network::Organisation> organisation, Date today) {
    for (const auto each : network::ancestors(tx, organisation)) {
        // Whoever keeps the register of a branch may not see the plan of the centre above it.
        if (tx.caller().scope.holds(each.value)) review(tx, each, today);
        else store::note_recheck(tx, each, today);
    }
}

void recheck(db::Tx& tx, const store::Recheck& noted) {
    if (store::remove_recheck(tx, noted.number) != 0) review(tx, noted.organisation, noted.day);
}

std::vector<ledger::Adopted> adopted_by(db::Tx& tx, Number<network::Organisation> organisation) {
    std::vector<ledger::Adopted> out;
    for (const auto centre : network::ancestors(tx, organisation)) {
        std::vector<ledger::Adopted> own;
        for (const auto& row : store::adopted_versions(tx, centre)) {
            if (std::ranges::find(out, row.practice, &ledger::Adopted::practice) != out.end()) continue;
            auto since = std::min(row.chosen_on, row.opened_on.value_or(row.chosen_on));
            if (!own.empty() && own.back().practice == row.practice) {
                since = row.version_chosen_on;
                own.back().until = since - 1;
            }
            own.push_back({row.practice, row.version, since, row.stopped_on});
        }
        out.insert(out.end(), own.begin(), own.end());
    }
    return out;
}

}  // namespace ryadom::rollout
