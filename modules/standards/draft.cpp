#include "modules/standards/draft.hpp"

#include "modules/standards/standards.hpp"

#include <algorithm>
#include <functional>

namespace ryadom::standards {
namespace {

using practices::Line;
using practices::Text;

Text as_text(const Line& line) { return {line.ru, line.kk, line.en}; }

/// One line each; a language that one of the texts lacks is left out.
std::optional<Text> lines_of(const std::vector<Text>& texts) {
    if (texts.empty()) return std::nullopt;
    Text out{"", "", ""};
    const auto add = [](std::string& to, const std::string& text) { to += (to.empty() ? "" : "\n") + text; };
    for (const auto& each : texts) {
        add(out.ru, each.ru);
        if (out.kk && each.kk) add(*out.kk, *each.kk);
        else out.kk.reset();
        if (out.en && each.en) add(*out.en, *each.en);
        else out.en.reset();
    }
    return out;
}

std::vector<Step> steps_of(const std::vector<practices::ProcedureStep>& steps) {
    std::vector<Step> out;
    for (const auto& each : steps) out.push_back({each.id, each.text});
    return out;
}

std::optional<Text> target_group(const practices::Package& package) {
    std::vector<Text> out;
    if (package.audience.note) out.push_back(*package.audience.note);
    for (const auto& each : package.indications) out.push_back(each.text);
    return lines_of(out);
}

std::optional<Text> conditions(const practices::Package& package) {
    std::vector<Text> out;
    for (const auto& each : package.needs.staff) out.push_back(as_text(each.position));
    for (const auto& each : package.needs.rooms) out.push_back(as_text(each.title));
    for (const auto& each : package.needs.equipment) out.push_back(as_text(each.title));
    return lines_of(out);
}

/// What makes the practice itself: each core component is a clause, and its text a clause below.
std::vector<Clause> clauses_of(const std::vector<practices::Component>& core) {
    std::vector<Clause> out;
    for (std::size_t i = 0; i < core.size(); ++i) {
        const auto number = std::to_string(i + 1);
        out.push_back({"core_" + number, number, 1, as_text(core[i].title)});
        out.push_back({"core_" + number + "_text", number + ".1", 2, core[i].text});
    }
    return out;
}

Remote remote_of(const std::vector<practices::Service>& services) {
    Remote out;
    std::vector<Text> said;
    for (const auto& each : services) {
        if (std::ranges::find(each.channels, practices::Channel::remote) == each.channels.end()) continue;
        out.allowed = true;
        if (each.remote_conditions && std::ranges::find(said, *each.remote_conditions) == said.end()) said.push_back(*each.remote_conditions);
    }
    out.conditions = lines_of(said);
    return out;
}

/// The kinds that need a package.
std::vector<FieldError> unfit_kinds(const std::vector<practices::Statement>& statements) {
    std::vector<FieldError> out;
    for (std::size_t i = 0; i < statements.size(); ++i)
        if (!fits_service(statements[i].kind)) out.push_back({"/content/statements/" + std::to_string(i) + "/kind", "standards.kind_of_service", {}});
    return out;
}

}  // namespace

bool fits_service(practices::StatementKind kind) {
    using practices::StatementKind;
    switch (kind) {
        case StatementKind::wait:
        case StatementKind::minutes:
        case StatementKind::group_size:
        case StatementKind::frequency:
        case StatementKind::qualified: return true;
        case StatementKind::programme_share:
        case StatementKind::form_pair:
        case StatementKind::scale_change:
        case StatementKind::presence: return false;
    }
    throw std::logic_error("a kind of statement that there is not");
}

Content draft_of(const practices::Package& package) {
    Content out;
    out.title = package.standard.title;
    out.kind = package.services.front().kind;
    out.target_group = target_group(package);
    out.description = package.summary;
    out.algorithm = {steps_of(package.procedure.preparation), steps_of(package.procedure.performance), steps_of(package.procedure.completion)};
    out.clauses = clauses_of(package.components.core);
    out.conditions = conditions(package);
    out.remote = remote_of(package.services);
    out.statements = package.standard.statements;
    return out;
}

Checked<void> check_statements(const Content& content, const practices::Package* package) {
    if (content.statements.empty()) return {};
    if (auto unfit = package ? std::vector<FieldError>{} : unfit_kinds(content.statements); !unfit.empty())
        return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(unfit)});
    auto document = package ? *json::parse(json::to_json(*package), {64, 16U << 20U}) : json::Value(json::Object{});
    const practices::Standard standard{content.title, content.statements};
    document.set("standard", *json::parse(json::to_json(standard), {64, 16U << 20U}));
    const auto read = practices::read_package_json(document);
    if (read) return {};
    Refusal out{Refusal::Kind::invalid, "core.invalid", {}, {}};
    constexpr std::string_view above = "/standard/";
    for (const auto& problem : read.error())
        if (problem.level == practices::Problem::Level::error && problem.pointer.starts_with(above))
            out.fields.push_back({"/content/" + problem.pointer.substr(above.size()), problem.code, problem.arguments});
    if (out.fields.empty()) return {};
    return std::unexpected(std::move(out));
}

}  // namespace ryadom::standards
