// Decisions of the module: pure, model in, answer out.
#pragma once

#include "modules/control/model_findings.hpp"

#include <map>
#include <set>

namespace ryadom::control {

/// Clauses with nothing below them, then statements, in the order of the text.
std::vector<Item> checklist(const standards::Content& content);
/// The item of a key; nothing when the text has none.
const Item* find_item(const std::vector<Item>& items, std::string_view key);

/// The first day of the quarter that holds the day.
Date quarter_of(Date day);

/// Terms of a corrective action.
inline constexpr std::array terms{10, 30, 90};

/// What a confirmation may rest on, beside the note.
struct Ground {
    std::int64_t files = 0;                     ///< of the visit or of the centre's self-checks
    std::optional<verdicts::Outcome> verdict;  ///< of a statement
};
/// A confirmation rests on a file, on a note of what was seen, or on a verdict that is met; it never goes against the facts. What
/// is not confirmed is a finding with an owner and a term.
Checked<void> may_say(const VisitRequest& request, const Ground& ground);

/// A self-check answers every item; a visit looked at one at least.
Checked<void> may_close(Kind kind, std::size_t items, std::size_t marked);

State state_of(std::optional<StepKind> last);
/// What is put right is shown by a file that came after the last look.
Checked<void> may_be_done(State state, std::int64_t files);
/// Not accepted: with a reason and a new term.
Checked<void> may_recheck(State state, const RecheckRequest& request);

/// Fills in how many days are left, and whether the term is over; a proof handed in stops the clock.
void count_days(Finding& finding, Date today);

/// What of an item is known on a day.
struct Known {
    std::optional<MarkView> seen;  ///< by the last visit that looked at it
    std::optional<verdicts::Outcome> verdict;
    bool put_right = false;  ///< the finding of that visit was accepted at its recheck
};
struct Confirmation {
    Standing standing = Standing::unseen;
    std::optional<Basis> basis;
    bool operator==(const Confirmation&) const = default;
};
/// What the centre declares has no part in it.
Confirmation confirmation(const Known& known);

}  // namespace ryadom::control
