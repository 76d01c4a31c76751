#include "modules/practices/complete.hpp"

#include <algorithm>
#include <set>

#include "modules/practices/package_checks.hpp"
#include "modules/practices/package_text.hpp"
#include "platform/core/text.hpp"

namespace ryadom::practices {
namespace {

constexpr std::size_t least_statements = 3;
constexpr std::size_t least_kinds = 2;
constexpr std::size_t least_steps = 8;
constexpr std::size_t least_risks = 2;
constexpr std::size_t least_questions = 5;
constexpr std::size_t least_characters = 1500;

class Demands {
  public:
    void need(bool met, std::string_view demand, std::string pointer, std::string_view what) {
        if (met) return;
        out.push_back({Problem::Level::error,
                       std::string(document_path),
                       0,
                       0,
                       std::move(pointer),
                       "practices.complete." + std::string(demand),
                       {{"what", std::string(what)}}});
    }
    std::vector<Problem> out;
};

bool is_in_all_languages(const auto& text) { return text.kk && text.en; }

bool is_settled(const Money& money) { return money.set_by_region || (money.amount_kopecks && money.as_of); }

void demand_head(const Package& package, Demands& demands) {
    demands.need(is_in_all_languages(package.title), "languages", "/title", "languages");
    demands.need(is_in_all_languages(package.summary), "languages", "/summary", "languages");
    demands.need(!package.indications.empty(), "indications", "/indications", "none");
    demands.need(!package.contraindications.empty(), "indications", "/contraindications", "none");
    demands.need(!package.legal_basis.empty(), "indications", "/legal_basis", "none");
}

void demand_services(const Package& package, Demands& demands) {
    for (std::size_t i = 0; i < package.services.size(); ++i) {
        const auto& service = package.services[i];
        const auto pointer = at("/services", i);
        const bool by_time = service.unit == "day" || service.unit == "month";
        const bool remote = std::ranges::find(service.channels, Channel::remote) != service.channels.end();
        demands.need(by_time || service.norm_minutes, "services", pointer + "/norm_minutes", "norm_minutes");
        demands.need(!service.norm_minutes || service.norm_source, "services", pointer + "/norm_source",
                     "norm_source");
        demands.need(!remote || service.remote_conditions, "services", pointer + "/remote_conditions",
                     "remote_conditions");
    }
}

void demand_phase(const std::vector<ProcedureStep>& steps, const std::string& pointer, Demands& demands) {
    demands.need(!steps.empty(), "procedure", pointer, "none");
    for (std::size_t i = 0; i < steps.size(); ++i)
        demands.need(steps[i].minutes.has_value(), "procedure", at(pointer, i) + "/minutes", "minutes");
}

void demand_needs(const Package& package, Demands& demands) {
    const auto& needs = package.needs;
    demands.need(std::ranges::any_of(needs.staff, &StaffNeed::mandatory), "staff", "/needs/staff",
                 "mandatory");
    for (std::size_t i = 0; i < needs.staff.size(); ++i)
        demands.need(needs.staff[i].source.has_value(), "staff", at("/needs/staff", i) + "/source", "source");
    demands.need(!needs.rooms.empty() || !needs.equipment.empty(), "rooms_equipment", "/needs", "none");
    for (std::size_t i = 0; i < needs.equipment.size(); ++i)
        demands.need(is_settled(needs.equipment[i].price), "rooms_equipment",
                     at("/needs/equipment", i) + "/price/as_of", "as_of");
    const auto& templates = package.document_templates;
    const bool leaflet =
        std::ranges::any_of(templates, [](const auto& each) { return each.kind == DocumentKind::leaflet; });
    demands.need(!needs.documents.empty(), "documents", "/needs/documents", "none");
    demands.need(leaflet, "documents", "/document_templates", "leaflet");
}

void demand_standard(const Package& package, Demands& demands) {
    const auto& statements = package.standard.statements;
    std::set<StatementKind> kinds;
    for (const auto& statement : statements) kinds.insert(statement.kind);
    demands.need(statements.size() >= least_statements, "statements", "/standard/statements", "count");
    demands.need(kinds.size() >= least_kinds, "statements", "/standard/statements", "kinds");
}

void demand_rollout(const Package& package, Demands& demands) {
    const auto& steps = package.rollout.steps;
    demands.need(steps.size() >= least_steps, "rollout", "/rollout/steps", "count");
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto pointer = at("/rollout/steps", i);
        demands.need(steps[i].role.has_value(), "rollout", pointer + "/role", "role");
        demands.need(steps[i].days.has_value(), "rollout", pointer + "/days", "days");
        demands.need(steps[i].proof.has_value(), "rollout", pointer + "/proof", "proof");
    }
}

void demand_rest(const Package& package, Demands& demands) {
    const bool outcome = std::ranges::any_of(
        package.indicators, [](const auto& each) { return each.kind == IndicatorKind::outcome; });
    demands.need(outcome, "indicators", "/indicators", "outcome");
    demands.need(package.risks.size() >= least_risks, "risks", "/risks", "count");
    demands.need(is_settled(package.cost.start), "cost", "/cost/start/as_of", "as_of");
    demands.need(is_settled(package.cost.monthly), "cost", "/cost/monthly/as_of", "as_of");
    demands.need(is_settled(package.cost.per_recipient), "cost", "/cost/per_recipient/as_of", "as_of");
    demands.need(!package.evidence.empty(), "evidence", "/evidence", "none");
}

std::size_t characters_of(const std::string& path, const PackageFiles& files) {
    const auto found = files.find(path);
    return found == files.end() ? 0 : characters(found->second);
}

void demand_course(const Package& package, const PackageFiles& files, Demands& demands) {
    if (!package.course) return;
    const auto& course = *package.course;
    for (std::size_t i = 0; i < course.lessons.size(); ++i) {
        const auto pointer = at("/course/lessons", i) + "/content/";
        const auto& content = course.lessons[i].content;
        demands.need(characters_of(content.ru, files) >= least_characters, "course", pointer + "ru",
                     "length");
        if (content.kk)
            demands.need(characters_of(*content.kk, files) >= least_characters, "course", pointer + "kk",
                         "length");
        if (content.en)
            demands.need(characters_of(*content.en, files) >= least_characters, "course", pointer + "en",
                         "length");
    }
    demands.need(course.test && course.test->questions.size() >= least_questions, "course", "/course/test",
                 "questions");
}

}  // namespace

std::vector<Problem> complete(const ReadPackage& read, const PackageFiles& files) {
    Demands demands;
    demand_head(read.package, demands);
    demand_services(read.package, demands);
    demand_phase(read.package.procedure.preparation, "/procedure/preparation", demands);
    demand_phase(read.package.procedure.performance, "/procedure/performance", demands);
    demand_phase(read.package.procedure.completion, "/procedure/completion", demands);
    demand_needs(read.package, demands);
    demand_standard(read.package, demands);
    demand_rollout(read.package, demands);
    demand_rest(read.package, demands);
    demand_course(read.package, files, demands);
    for (const auto& warning : read.warnings)
        if (warning.code == "practices.form.not_canonical" || warning.code == "practices.file.unused")
            demands.out.push_back({Problem::Level::error,
                                   warning.file,
                                   0,
                                   0,
                                   "",
                                   "practices.complete.canonical",
                                   {{"what", warning.code == "practices.file.unused" ? "unused" : "form"}}});
    return std::move(demands.out);
}

}  // namespace ryadom::practices
