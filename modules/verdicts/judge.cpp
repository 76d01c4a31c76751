#include "modules/verdicts/judge.hpp"

#include <algorithm>

namespace ryadom::verdicts {
namespace {

using practices::VerdictPeriod;

std::size_t length_of_trend(VerdictPeriod length) {
    switch (length) {
        case VerdictPeriod::month: return 12;
        case VerdictPeriod::quarter: return 8;
        case VerdictPeriod::year: return 3;
    }
    throw std::logic_error("a period of a verdict that there is not");
}

/// The running period and those before it, oldest first, none that was over before the centre began.
std::vector<Period> periods_until(Date as_of, VerdictPeriod length, std::optional<Date> begun) {
    std::vector<Period> out{period_of(as_of, length)};
    while (out.size() < length_of_trend(length) && begun && out.back().first > *begun) out.push_back(previous(out.back(), length));
    std::ranges::reverse(out);
    return out;
}

/// How far back the requests of a statement are looked at.
Date since_of(const practices::Statement& statement, Date as_of, std::size_t periods) {
    auto period = period_of(as_of, statement.period);
    for (std::size_t i = 0; i < periods; ++i) period = previous(period, statement.period);
    return period.first;
}

Date since_of(const std::vector<practices::Statement>& statements, Date as_of) {
    Date since = as_of;
    for (const auto& statement : statements) since = std::min(since, since_of(statement, as_of, length_of_trend(statement.period)));
    return since;
}

/// What counts as providing a listed service: a fact in the running period or in so many before it.
constexpr std::size_t periods_of_provision = 4;

bool provides(const Ground& ground, std::span<const practices::Statement> statements, Date as_of) {
    Date since = as_of;
    for (const auto& statement : statements) since = std::min(since, since_of(statement, as_of, periods_of_provision));
    return !ground.facts().empty() && ground.facts().back().day >= since;
}

std::optional<Date> begun(const Ground& ground, const Subject& subject) {
    if (subject.way)
        if (const auto started = subject.way->first[rollout::Stage::started]) return started;
    return ground.facts().empty() ? std::nullopt : std::optional(ground.facts().front().day);
}

/// Of the period, under the version that was in force at its end; nothing where that one did not ask for it, or otherwise often.
std::optional<Verdict> judge_then(Ground& ground, Book& book, const Subject& subject, const practices::Statement& now, const Period& period, Date as_of) {
    const auto requirements = book.of(subject, ground.package(), std::min(period.last, as_of));
    const auto* then = requirements.find(now.id);
    if (!then || then->period != now.period) return std::nullopt;
    return judge(ground, requirements, *then, period, as_of);
}

/// Of the last full period; what was not asked by then is judged by the period that runs.
Verdict headline(Ground& ground, Book& book, const Subject& subject, const practices::Statement& statement, Date as_of) {
    if (auto verdict = judge_then(ground, book, subject, statement, last_full(as_of, statement.period), as_of)) return std::move(*verdict);
    return judge(ground, book.of(subject, ground.package(), as_of), statement, period_of(as_of, statement.period), as_of);
}

JudgedStatement judged(Ground& ground, Book& book, const Subject& subject, const practices::Statement& statement, Date as_of) {
    JudgedStatement out{statement, headline(ground, book, subject, statement, as_of), {}};
    for (const auto& period : periods_until(as_of, statement.period, begun(ground, subject)))
        if (auto verdict = judge_then(ground, book, subject, statement, period, as_of)) out.trend.push_back(std::move(*verdict));
    return out;
}

/// Calls `each(subject, ground)` for every subject, centre by centre.
template <class Each>
void each_ground(Sources& sources, std::span<const Subject> subjects, const Each& each) {
    for (std::size_t begin = 0; begin < subjects.size();) {
        auto end = begin;
        while (end < subjects.size() && subjects[end].organisation == subjects[begin].organisation) ++end;
        auto grounds = grounds_of(sources, subjects.subspan(begin, end - begin));
        for (std::size_t i = begin; i < end; ++i) each(subjects[i], grounds[i - begin]);
        begin = end;
    }
}

}  // namespace

bool under_way(const rollout::Way& way) { return way.stage != rollout::Stage::stopped; }

Period last_full(Date as_of, VerdictPeriod length) {
    const auto running = period_of(as_of, length);
    return running.last <= as_of ? running : previous(running, length);
}

Verdict judge(Ground& ground, const Requirements& requirements, const practices::Statement& statement, const Period& period, Date as_of) {
    Verdict out{period, Outcome::no_data, tally(statement, ground.inputs(statement), period, as_of), statement.threshold_percent, {}, period.last > as_of};
    out.outcome = outcome(out.tally, statement.threshold_percent);
    if (const auto waived = requirements.waived.find(statement.id); waived != requirements.waived.end()) {
        out.waived_until = waived->second;
        if (out.outcome != Outcome::met) out.outcome = Outcome::waived;
    }
    return out;
}

bool binds(const Ground& ground, const Subject& subject, const Requirements& requirements, Date as_of) {
    return subject.way || (requirements.standard && provides(ground, requirements.statements, as_of));
}

std::optional<JudgedSubject> judge_subject(db::Tx& tx, const ledger::image::Image& image, const Subject& subject, Date as_of) {
    Book book(tx, as_of);
    JudgedSubject out{book.of(subject, *package_of(tx, subject), as_of), {}};
    Sources sources(tx, image, network::subtree(tx, subject.organisation.value), since_of(out.requirements.statements, as_of), as_of);
    auto ground = std::move(grounds_of(sources, std::span(&subject, 1)).front());
    if (!binds(ground, subject, out.requirements, as_of)) return std::nullopt;
    for (const auto& statement : out.requirements.statements) out.statements.push_back(judged(ground, book, subject, statement, as_of));
    return out;
}

std::vector<JudgedCell> judge_region(db::Tx& tx, const ledger::image::Image& image, std::span<const Subject> subjects, Date as_of) {
    Book book(tx, as_of);
    std::vector<Requirements> requirements;
    Date since = as_of;
    for (const auto& subject : subjects) {
        requirements.push_back(book.of(subject, *package_of(tx, subject), as_of));
        // A statement that waits for nothing today may have done so under the version of its last full period.
        for (const auto& statement : requirements.back().statements) since = std::min(since, last_full(as_of, statement.period).first);
    }
    Sources sources(tx, image, std::nullopt, since, as_of);
    std::vector<JudgedCell> out;
    auto asked = requirements.begin();
    each_ground(sources, subjects, [&](const Subject& subject, Ground& ground) {
        const auto& own = *asked++;
        if (!binds(ground, subject, own, as_of)) return;
        JudgedCell cell{subject, own.standard ? std::optional(own.standard->id) : std::nullopt, {}};
        for (const auto& statement : own.statements)
            cell.statements.emplace_back(statement.id, headline(ground, book, subject, statement, as_of).outcome);
        out.push_back(std::move(cell));
    });
    return out;
}

std::vector<std::pair<Subject, Verdict>> judge_draft(db::Tx& tx, const ledger::image::Image& image, std::span<const Subject> subjects,
                                                     const practices::Statement& statement, Date as_of) {
    const auto period = last_full(as_of, statement.period);
    Sources sources(tx, image, std::nullopt, period.first, as_of);
    std::vector<std::pair<Subject, Verdict>> out;
    each_ground(sources, subjects, [&](const Subject& subject, Ground& ground) {
        if (subject.way || provides(ground, std::span(&statement, 1), as_of)) out.emplace_back(subject, judge(ground, {}, statement, period, as_of));
    });
    return out;
}

}  // namespace ryadom::verdicts
