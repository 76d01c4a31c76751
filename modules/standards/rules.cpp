#include "modules/standards/rules.hpp"

#include <algorithm>
#include <charconv>

namespace ryadom::standards {
namespace {

/// "1.2.3" is number 3 under "1.2".
struct Place {
    std::string parent;
    int number = 0;
};

Place place_of(const std::string& address) {
    const auto point = address.rfind('.');
    const auto last = point == std::string::npos ? 0 : point + 1;
    Place out{point == std::string::npos ? std::string() : address.substr(0, point), 0};
    std::from_chars(address.data() + last, address.data() + address.size(), out.number);
    return out;
}

std::string under(const std::string& parent, int number) { return (parent.empty() ? "" : parent + ".") + std::to_string(number); }

std::string clause_pointer(std::size_t index, std::string_view field) { return "/content/clauses/" + std::to_string(index) + std::string(field); }

template <class T>
Checked<void> check_unique(const std::vector<T>& list, const std::string& pointer, std::set<std::string>& seen) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (!seen.insert(list[i].id).second) return refuse_field(pointer + "/" + std::to_string(i) + "/id", "standards.id_twice", {{"id", list[i].id}});
    return {};
}

std::optional<practices::Text> as_text(const practices::Line& line) { return practices::Text{line.ru, line.kk, line.en}; }

void compare_text(Part part, std::optional<practices::Text> before, std::optional<practices::Text> after, std::vector<Change>& out) {
    if (before == after) return;
    const auto kind = !before ? ChangeKind::added : !after ? ChangeKind::removed : ChangeKind::changed;
    out.push_back({part, "", "", kind, std::move(before), std::move(after), {}, {}});
}

/// Calls `each(before, after)` by id, in the order of the newer list, then for what is only in the older.
template <class T, class Each>
void pair_up(const std::vector<T>& before, const std::vector<T>& after, const Each& each) {
    for (const auto& one : after) {
        const auto was = std::ranges::find(before, one.id, &T::id);
        each(was == before.end() ? nullptr : &*was, &one);
    }
    for (const auto& one : before)
        if (std::ranges::find(after, one.id, &T::id) == after.end()) each(&one, nullptr);
}

template <class T>
ChangeKind kind_of(const T* before, const T* after) {
    if (!before) return ChangeKind::added;
    return after ? ChangeKind::changed : ChangeKind::removed;
}

void compare_steps(Part part, const std::vector<Step>& before, const std::vector<Step>& after, std::vector<Change>& out) {
    pair_up(before, after, [&](const Step* was, const Step* is) {
        if (was && is && *was == *is) return;
        Change change{part, (is ? is : was)->id, "", kind_of(was, is), {}, {}, {}, {}};
        if (was) change.before = was->text;
        if (is) change.after = is->text;
        out.push_back(std::move(change));
    });
}

void compare_clauses(const std::vector<Clause>& before, const std::vector<Clause>& after, std::vector<Change>& out) {
    pair_up(before, after, [&](const Clause* was, const Clause* is) {
        if (was && is && was->text == is->text) return;
        Change change{Part::clause, (is ? is : was)->id, (is ? is : was)->address, kind_of(was, is), {}, {}, {}, {}};
        if (was) change.before = was->text;
        if (is) change.after = is->text;
        out.push_back(std::move(change));
    });
}

void compare_statements(const std::vector<practices::Statement>& before, const std::vector<practices::Statement>& after, std::vector<Change>& out) {
    pair_up(before, after, [&](const practices::Statement* was, const practices::Statement* is) {
        if (was && is && *was == *is) return;
        Change change{Part::statement, (is ? is : was)->id, "", kind_of(was, is), {}, {}, {}, {}};
        if (was) change.statement_before = *was;
        if (is) change.statement_after = *is;
        out.push_back(std::move(change));
    });
}

/// Allowed or not is part of what the conditions say.
std::optional<practices::Text> remote_text(const Remote& remote) {
    if (!remote.allowed) return std::nullopt;
    return remote.conditions.value_or(practices::Text{});
}

}  // namespace

std::optional<Date> last_day(std::optional<Date> next_from, std::optional<Date> repealed_from) {
    if (next_from && repealed_from) return std::min(*next_from, *repealed_from) - 1;
    if (next_from) return *next_from - 1;
    if (repealed_from) return *repealed_from - 1;
    return std::nullopt;
}

Stage stage_of(const Life& life, std::optional<Date> next_from, std::optional<Date> repealed_from, Date today) {
    if (life.approved_on) {
        if (next_from && *next_from <= today) return Stage::superseded;
        if (repealed_from && *repealed_from <= today) return Stage::repealed;
        return today < *life.in_force_from ? Stage::coming : Stage::in_force;
    }
    if (!life.sent_on) return Stage::draft;
    return life.ended_on || *life.comments_until < today ? Stage::settling : Stage::comments;
}

bool editable(Stage stage) { return stage == Stage::draft || stage == Stage::settling; }

Checked<std::vector<Clause>> number_clauses(std::vector<Clause> clauses, const Addresses& known) {
    std::map<std::string, int> highest;  // ever given, under each clause
    for (const auto& [id, address] : known) {
        const auto place = place_of(address);
        highest[place.parent] = std::max(highest[place.parent], place.number);
    }
    std::map<std::string, int> last;  // given in this text, under each clause
    std::vector<std::string> path;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        auto& clause = clauses[i];
        const auto depth = static_cast<std::size_t>(clause.level);
        if (depth > path.size() + 1) return refuse_field(clause_pointer(i, "/level"), "standards.clause_level");
        path.resize(depth - 1);
        const auto parent = path.empty() ? std::string() : path.back();
        if (const auto given = known.find(clause.id); given != known.end()) {
            const auto place = place_of(given->second);
            if (place.parent != parent || place.number <= last[parent])
                return refuse_field(clause_pointer(i, ""), "standards.clause_moved", {{"address", given->second}});
            clause.address = given->second;
        } else {
            clause.address = under(parent, std::max(highest[parent], last[parent]) + 1);
        }
        last[parent] = place_of(clause.address).number;
        path.push_back(clause.address);
    }
    return clauses;
}

Checked<void> check_ids(const Content& content) {
    std::set<std::string> steps;
    for (const auto& [list, name] : {std::pair{&content.algorithm.preparation, "preparation"}, {&content.algorithm.performance, "performance"},
                                     {&content.algorithm.completion, "completion"}})
        if (const auto checked = check_unique(*list, std::string("/content/algorithm/") + name, steps); !checked) return checked;
    std::set<std::string> clauses;
    if (const auto checked = check_unique(content.clauses, "/content/clauses", clauses); !checked) return checked;
    return {};
}

std::vector<std::string> missing_parts(const Content& content) {
    std::vector<std::string> out;
    const auto want = [&](bool there, std::string_view part) {
        if (!there) out.emplace_back(part);
    };
    want(content.target_group.has_value(), "target_group");
    want(content.description.has_value(), "description");
    want(!content.algorithm.preparation.empty(), "preparation");
    want(!content.algorithm.performance.empty(), "performance");
    want(!content.algorithm.completion.empty(), "completion");
    want(!content.clauses.empty(), "clauses");
    want(content.conditions.has_value(), "conditions");
    want(content.volume.has_value(), "volume");
    want(content.accessibility.has_value(), "accessibility");
    want(!content.remote.allowed || content.remote.conditions, "remote");
    want(!content.statements.empty(), "statements");
    return out;
}

Checked<Date> last_comment_day(std::optional<Date> asked, Date today) {
    const auto until = asked.value_or(today + usual_comment_days);
    if (until <= today || until - today > longest_comment_days)
        return refuse_field("/until", "standards.comment_days", {{"most", std::to_string(longest_comment_days)}});
    return until;
}

Checked<void> check_approval(const Readiness& readiness, const OrderRequest& request, Date today) {
    if (readiness.stage == Stage::draft) return refuse("standards.not_commented");
    if (readiness.stage == Stage::comments) return refuse("standards.comments_open");
    if (!editable(readiness.stage)) return refuse("standards.approved_already");
    if (readiness.unanswered > 0) return refuse("standards.unanswered", {{"count", std::to_string(readiness.unanswered)}});
    if (readiness.pilot_open) return refuse("standards.pilot_open");
    if (request.order.day > today) return refuse_field("/order/day", "standards.future_order");
    if (request.from < request.order.day) return refuse_field("/from", "standards.before_order");
    if (readiness.previous_from && request.from <= *readiness.previous_from)
        return refuse_field("/from", "standards.before_previous", {{"day", to_string(*readiness.previous_from)}});
    return {};
}

Checked<void> check_pilot(const Pilot& pilot, Date today) {
    std::set<Uuid> centres;
    for (const auto& centre : pilot.centres) centres.insert(centre.uuid);
    if (centres.size() != pilot.centres.size()) return refuse_field("/centres", "standards.centre_twice");
    if (pilot.starts_on <= today) return refuse_field("/starts_on", "standards.pilot_started");
    return {};
}

Checked<void> check_waiver(const WaiverView& waiver, const std::set<std::string>& statements, Date today) {
    if (waiver.statement && !statements.contains(*waiver.statement)) return refuse_field("/statement", "core.absent");
    if (waiver.until < waiver.from) return refuse_field("/until", "standards.until_before_from");
    if (waiver.order.day > today) return refuse_field("/order/day", "standards.future_order");
    return {};
}

Checked<void> check_answer(const AnswerRequest& answer) {
    if (answer.decision == Decision::declined && answer.answer.find_first_not_of(" \n\t") == std::string::npos)
        return refuse_field("/answer", "standards.reason_needed");
    return {};
}

Checked<void> check_comment(const Comment& comment, const Content& content) {
    const auto names = [&](const auto& list) { return std::ranges::any_of(list, [&](const auto& each) { return each.id == comment.part; }); };
    const bool known = [&] {
        switch (comment.about) {
            case About::whole: return comment.part.empty();
            case About::clause: return names(content.clauses);
            case About::statement: return names(content.statements);
        }
        return false;
    }();
    if (!known) return refuse_field("/part", "core.absent");
    return {};
}

std::vector<Change> difference(const Content& before, const Content& after) {
    std::vector<Change> out;
    compare_text(Part::title, as_text(before.title), as_text(after.title), out);
    compare_text(Part::kind, practices::Text{before.kind, {}, {}}, practices::Text{after.kind, {}, {}}, out);
    compare_text(Part::target_group, before.target_group, after.target_group, out);
    compare_text(Part::description, before.description, after.description, out);
    compare_steps(Part::preparation, before.algorithm.preparation, after.algorithm.preparation, out);
    compare_steps(Part::performance, before.algorithm.performance, after.algorithm.performance, out);
    compare_steps(Part::completion, before.algorithm.completion, after.algorithm.completion, out);
    compare_clauses(before.clauses, after.clauses, out);
    compare_text(Part::conditions, before.conditions, after.conditions, out);
    compare_text(Part::volume, before.volume, after.volume, out);
    compare_text(Part::accessibility, before.accessibility, after.accessibility, out);
    compare_text(Part::remote, remote_text(before.remote), remote_text(after.remote), out);
    compare_statements(before.statements, after.statements, out);
    return out;
}

}  // namespace ryadom::standards
