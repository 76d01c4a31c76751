// Decisions of the module: pure, model in, answer out.
#pragma once

#include "modules/standards/model.hpp"

#include <map>
#include <set>

namespace ryadom::standards {

/// The days of a version, as they are stored.
struct Life {
    std::optional<Date> sent_on;
    std::optional<Date> comments_until;
    std::optional<Date> ended_on;  ///< comments ended before their last day
    std::optional<Date> approved_on;
    std::optional<Date> in_force_from;
};

/// `next_from`: the first day of the next approved version; `repealed_from`: of the repeal.
Stage stage_of(const Life& life, std::optional<Date> next_from, std::optional<Date> repealed_from, Date today);
/// The last day in force, as far as it is known.
std::optional<Date> last_day(std::optional<Date> next_from, std::optional<Date> repealed_from);

/// Only what no centre is asked about and no order has approved is written on.
bool editable(Stage stage);

/// Addresses of clauses that were ever shown to readers, by id; those of removed clauses too.
using Addresses = std::map<std::string, std::string>;

/// Gives every clause its address: a known one keeps its own, a new one goes on after the highest number ever given
/// under the same clause. Known clauses stay under their clause and in their order.
Checked<std::vector<Clause>> number_clauses(std::vector<Clause> clauses, const Addresses& known);

/// Ids are unique in each list.
Checked<void> check_ids(const Content& content);

/// What a text lacks before centres can be asked, as names of its parts.
std::vector<std::string> missing_parts(const Content& content);

constexpr int usual_comment_days = 14;
constexpr int longest_comment_days = 60;
Checked<Date> last_comment_day(std::optional<Date> asked, Date today);

/// What has to be settled before an order approves a version.
struct Readiness {
    Stage stage = Stage::draft;
    int unanswered = 0;
    bool pilot_open = false;
    std::optional<Date> previous_from;  ///< first day of the version approved last
};
Checked<void> check_approval(const Readiness& readiness, const OrderRequest& request, Date today);
Checked<void> check_pilot(const Pilot& pilot, Date today);
Checked<void> check_waiver(const WaiverView& waiver, const std::set<std::string>& statements, Date today);
/// A declined comment is told why.
Checked<void> check_answer(const AnswerRequest& answer);
/// The clause or statement that a comment names is in the text.
Checked<void> check_comment(const Comment& comment, const Content& content);

/// In the order of the newer text; what was removed comes last in its part.
std::vector<Change> difference(const Content& before, const Content& after);

}  // namespace ryadom::standards
