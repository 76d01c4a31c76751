// From grounds to verdicts: of one practice or listed service of one centre with its trend, or of the whole region at once.
#pragma once

#include "modules/verdicts/ground.hpp"

namespace ryadom::verdicts {

/// Whether the practice runs or is prepared; what was stopped is held to nothing.
bool under_way(const rollout::Way& way);

/// One statement, judged for one period.
struct Verdict {
    Period period;
    Outcome outcome = Outcome::no_data;
    Tally tally;
    int threshold_percent = 100;
    std::optional<Date> waived_until;
    bool running = false;  ///< the period was not over on the day asked about
};
Verdict judge(Ground& ground, const Requirements& requirements, const practices::Statement& statement, const Period& period, Date as_of);

/// The last period that was over at the end of the day; the one that is judged.
Period last_full(Date as_of, practices::VerdictPeriod length);

/// Whether the centre is held to it. A practice: as long as it is under way. A listed service: a standard of it is in force, and the
/// centre delivered the service in the running period or one of the four before it, the longest that its statements judge by.
bool binds(const Ground& ground, const Subject& subject, const Requirements& requirements, Date as_of);

struct JudgedStatement {
    practices::Statement statement;
    Verdict verdict;             ///< of the last full period, or of the running one while that was not asked yet
    std::vector<Verdict> trend;  ///< oldest first, the running period last; each under the version then in force
};
struct JudgedSubject {
    Requirements requirements;  ///< of the day asked about
    std::vector<JudgedStatement> statements;
};
/// Nothing when the centre is not held to it. Reads with the scope of the transaction, which must see everything.
std::optional<JudgedSubject> judge_subject(db::Tx& tx, const ledger::image::Image& image, const Subject& subject, Date as_of);

/// One practice or listed service of one centre.
struct JudgedCell {
    Subject subject;
    std::optional<Id<standards::Version>> standard;
    std::vector<std::pair<std::string, Outcome>> statements;  ///< by id, in the order of the standard
};
/// The subjects stand centre by centre (subjects_of).
std::vector<JudgedCell> judge_region(db::Tx& tx, const ledger::image::Image& image, std::span<const Subject> subjects, Date as_of);

/// A statement that nobody decided yet, against the facts of every centre that runs the practice or provides the service.
std::vector<std::pair<Subject, Verdict>> judge_draft(db::Tx& tx, const ledger::image::Image& image, std::span<const Subject> subjects,
                                                     const practices::Statement& statement, Date as_of);

}  // namespace ryadom::verdicts
