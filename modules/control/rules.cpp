#include "modules/control/rules.hpp"

#include "platform/core/text.hpp"

#include <algorithm>

namespace ryadom::control {
namespace {

bool blank(const std::optional<std::string>& text) { return !text || trimmed(*text).empty(); }

Checked<void> check_term(std::optional<int> days) {
    if (!days || std::ranges::find(terms, *days) == terms.end()) return refuse_field("/days", "control.term");
    return {};
}

Basis basis_of(const MarkView& seen) {
    if (!trimmed(seen.note).empty()) return Basis::note;
    return seen.verdict == verdicts::Outcome::met ? Basis::verdict : Basis::file;
}

}  // namespace

std::vector<Item> checklist(const standards::Content& content) {
    std::vector<Item> out;
    const auto& clauses = content.clauses;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        const bool heads_others = i + 1 < clauses.size() && clauses[i + 1].level > clauses[i].level;
        if (!heads_others) out.push_back({"clause:" + clauses[i].id, Part::clause, clauses[i].id, clauses[i].address, clauses[i].text});
    }
    for (const auto& each : content.statements)
        out.push_back({"statement:" + each.id, Part::statement, each.id, "", {each.title.ru, each.title.kk, each.title.en}});
    return out;
}

const Item* find_item(const std::vector<Item>& items, std::string_view key) {
    const auto at = std::ranges::find(items, key, &Item::item);
    return at == items.end() ? nullptr : &*at;
}

Date quarter_of(Date day) { return period_of(day, PeriodLength::quarter).first; }

Checked<void> may_say(const VisitRequest& request, const Ground& ground) {
    if (request.mark == Seen::confirmed) {
        if (ground.verdict == verdicts::Outcome::failed) return refuse("control.facts_say_no");
        if (blank(request.note) && ground.files == 0 && ground.verdict != verdicts::Outcome::met) return refuse_field("/note", "control.nothing_seen");
        return {};
    }
    if (blank(request.note)) return refuse_field("/note", "control.finding_wanted");
    if (blank(request.owner)) return refuse_field("/owner", "control.owner_wanted");
    return check_term(request.days);
}

Checked<void> may_close(Kind kind, std::size_t items, std::size_t marked) {
    if (marked == 0) return refuse("control.nothing_marked");
    if (kind == Kind::self_check && marked < items) return refuse("control.unmarked", {{"count", std::to_string(items - marked)}});
    return {};
}

State state_of(std::optional<StepKind> last) {
    if (last == StepKind::done) return State::done;
    if (last == StepKind::accepted) return State::accepted;
    return State::open;
}

Checked<void> may_be_done(State state, std::int64_t files) {
    if (state != State::open) return refuse("control.not_open");
    if (files == 0) return refuse("control.proof_wanted");
    return {};
}

Checked<void> may_recheck(State state, const RecheckRequest& request) {
    if (state != State::done) return refuse("control.not_done");
    if (request.accepted) return {};
    if (blank(request.note)) return refuse_field("/note", "control.reason_wanted");
    return check_term(request.days);
}

void count_days(Finding& finding, Date today) {
    finding.days_left = finding.due - today;
    finding.overdue = finding.state == State::open && finding.days_left < 0;
}

Confirmation confirmation(const Known& known) {
    if (known.verdict == verdicts::Outcome::failed) return {Standing::not_confirmed, Basis::verdict};
    if (known.seen && known.seen->mark == Mark::confirmed) return {Standing::confirmed, basis_of(*known.seen)};
    if (known.seen) return known.put_right ? Confirmation{Standing::confirmed, Basis::recheck} : Confirmation{Standing::not_confirmed, Basis::note};
    if (known.verdict == verdicts::Outcome::met) return {Standing::confirmed, Basis::verdict};
    return {};
}

}  // namespace ryadom::control
