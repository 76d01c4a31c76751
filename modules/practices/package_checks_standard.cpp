// The standard's rules by kind, the steps of the rollout, the floor, and what an adaptation may change.
#include <algorithm>

#include "modules/practices/package_checks.hpp"

namespace ryadom::practices {
namespace {

/// The fields of a rule that its kind demands; `services` may stand beside every kind but presence.
std::string_view fields_of(StatementKind kind) {
    switch (kind) {
        case StatementKind::wait:
            return "days";
        case StatementKind::minutes:
        case StatementKind::group_size:
            return "from to";
        case StatementKind::frequency:
            return "at_least per";
        case StatementKind::programme_share:
            return "share_percent";
        case StatementKind::qualified:
            return "qualifications";
        case StatementKind::form_pair:
            return "form";
        case StatementKind::scale_change:
            return "form score direction min_change";
        case StatementKind::presence:
            return "items";
    }
    return {};
}

template <class T>
bool is_present(const T& part) {
    if constexpr (json::is_optional<T>::value)
        return part.has_value();
    else
        return !part.empty();
}

void check_fields_of_rule(const Statement& statement, const std::string& pointer, const Judge& judge) {
    const auto needed = split(fields_of(statement.kind), ' ');
    const auto one = [&](const auto& field) {
        const bool present = is_present(statement.rule.*field.part);
        const auto place = pointer + "/rule/" + std::string(field.name);
        if (field.name == "services") {
            judge.unexpected(present && statement.kind == StatementKind::presence, place, "kind");
            return;
        }
        if (std::ranges::find(needed, field.name) != needed.end())
            judge.missing(!present, place);
        else
            judge.unexpected(present, place, "kind");
    };
    constexpr auto description = describe(json::Type<Rule>{});
    std::apply([&](const auto&... fields) { (one(fields), ...); }, description.fields);
}

void check_score_of_rule(const Package& package, const Rule& rule, const std::string& pointer,
                         const Judge& judge) {
    if (!rule.form || !rule.score || !judge.was_read(pointer + "/score")) return;
    const auto form = std::ranges::find(package.forms, *rule.form, &Form::id);
    if (form == package.forms.end()) return;
    const auto score = std::ranges::find(form->scores, *rule.score, &Score::id);
    if (score == form->scores.end())
        judge.error(pointer + "/score", "ref.unknown", {{"id", *rule.score}, {"lists", "scores"}});
    else if (score->method == Method::bands)
        judge.error(pointer + "/score", "scoring.type", {{"id", *rule.score}});
}

void check_statement(const Package& package, const Statement& statement, const std::string& pointer,
                     const Judge& judge) {
    const auto& rule = statement.rule;
    const auto place = pointer + "/rule";
    if (!judge.was_read(pointer + "/kind") || !judge.was_read(place)) return;
    check_fields_of_rule(statement, pointer, judge);
    if (rule.from && rule.to) judge.ordered(*rule.from <= *rule.to, place);
    if (statement.kind == StatementKind::group_size)
        for (const auto& [number, name] : {std::pair{rule.from, "/from"}, {rule.to, "/to"}})
            if (number && (*number < 1 || *number > 200) && judge.was_read(place + name))
                judge.error(place + name, "number.range", {{"minimum", "1"}, {"maximum", "200"}});
    if (rule.min_change && *rule.min_change <= 0 && judge.was_read(place + "/min_change"))
        judge.error(place + "/min_change", "number.range", {{"minimum", "0.01"}, {"maximum", "1000000"}});
    check_score_of_rule(package, rule, place, judge);
}

/// The ids of a list, and the names of the fields that its elements may have.
struct Section {
    Ids ids;
    Ids fields;
};

template <class T>
Section section_of(const std::vector<T>& list) {
    Section section;
    for (const auto& element : list) section.ids.insert(element.id);
    constexpr auto description = describe(json::Type<T>{});
    std::apply([&](const auto&... fields) { (section.fields.insert(std::string(fields.name)), ...); },
               description.fields);
    section.fields.erase("id");
    return section;
}

std::map<std::string, Section, std::less<>> adaptable_sections(const Package& package) {
    const auto& needs = package.needs;
    static const std::vector<Lesson> no_lessons;
    return {{"services", section_of(package.services)},
            {"procedure.preparation", section_of(package.procedure.preparation)},
            {"procedure.performance", section_of(package.procedure.performance)},
            {"procedure.completion", section_of(package.procedure.completion)},
            {"needs.staff", section_of(needs.staff)},
            {"needs.rooms", section_of(needs.rooms)},
            {"needs.equipment", section_of(needs.equipment)},
            {"needs.documents", section_of(needs.documents)},
            {"needs.training", section_of(needs.training)},
            {"needs.budget", section_of(needs.budget)},
            {"forms", section_of(package.forms)},
            {"course.lessons", section_of(package.course ? package.course->lessons : no_lessons)},
            {"schedule", section_of(package.schedule)},
            {"document_templates", section_of(package.document_templates)},
            {"rollout.steps", section_of(package.rollout.steps)},
            {"indicators", section_of(package.indicators)},
            {"risks", section_of(package.risks)}};
}

void check_after(const Rollout& rollout, std::size_t index, const Judge& judge) {
    const auto& step = rollout.steps[index];
    for (std::size_t i = 0; i < step.after.size(); ++i) {
        const auto found = std::ranges::find(rollout.steps, step.after[i], &RolloutStep::id);
        const auto place = at(at("/rollout/steps", index) + "/after", i);
        // A step that does not exist at all is reported with the other references.
        if (found == rollout.steps.end() ||
            found < rollout.steps.begin() + static_cast<std::ptrdiff_t>(index))
            continue;
        judge.error(place, "ref.not_above", {{"id", step.after[i]}});
    }
}

}  // namespace

void check_standard(const Package& package, const Judge& judge) {
    const auto& statements = package.standard.statements;
    for (std::size_t i = 0; i < statements.size(); ++i)
        check_statement(package, statements[i], at("/standard/statements", i), judge);
}

void check_rollout(const Package& package, const Judge& judge) {
    for (std::size_t i = 0; i < package.rollout.steps.size(); ++i) check_after(package.rollout, i, judge);
    if (judge.was_read("/floor/period"))
        judge.unexpected(package.floor.period == FloorPeriod::quarter && !package.floor.off_season.empty(),
                         "/floor/off_season", "period");
}

void check_covers(const Package& package, const Judge& judge) {
    const auto sections = adaptable_sections(package);
    for (std::size_t i = 0; i < package.components.adaptable.size(); ++i) {
        const auto& covers = package.components.adaptable[i].covers;
        for (std::size_t k = 0; k < covers.size(); ++k) {
            const auto place = at(at("/components/adaptable", i) + "/covers", k);
            if (!judge.was_read(place)) continue;
            const auto parts = split(covers[k], '/');
            const auto section = sections.find(parts[0]);
            const bool known = section != sections.end() &&
                               (parts.size() < 2 || section->second.ids.contains(parts[1])) &&
                               (parts.size() < 3 || section->second.fields.contains(parts[2]));
            if (!known) judge.error(place, "ref.unknown", {{"id", excerpt(covers[k])}, {"lists", "covers"}});
        }
    }
}

}  // namespace ryadom::practices
