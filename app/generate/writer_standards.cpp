// Standards of the region: of a practice, in force with a waiver; of a listed service, in force; and one that centres are
// commenting on.
#include "app/generate/writer.hpp"
#include "modules/standards/draft.hpp"
#include "modules/standards/store.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::generate {
namespace {

namespace store = standards::store;

/// What a passport does not say and a methodist adds.
standards::Content written(const practices::Package& package) {
    auto out = standards::draft_of(package);
    out.volume = practices::Text{"По индивидуальной программе получателя, не реже одного раза в неделю.", {}, {}};
    out.accessibility = practices::Text{"Вход без порога или с пандусом. Получателю, который не может прийти, услугу предлагают на дому.", {}, {}};
    if (!out.target_group) out.target_group = practices::Text{"Получатели социальных услуг, которым практика показана.", {}, {}};
    if (out.remote.allowed && !out.remote.conditions) out.remote.conditions = practices::Text{"С согласия получателя, при устойчивой связи.", {}, {}};
    return out;
}

practices::Statement statement(std::string id, practices::StatementKind kind, std::string title, std::string idea) {
    practices::Statement out;
    out.id = std::move(id);
    out.kind = kind;
    out.title.ru = std::move(title);
    out.idea.ru = std::move(idea);
    out.threshold_percent = 80;
    return out;
}

/// Of a listed service: no package says anything, so the methodist wrote all of it.
standards::Content written(const catalogue::Service& service) {
    const auto text = [](const char* ru) { return practices::Text{ru, {}, {}}; };
    standards::Content out;
    out.title.ru = "Стандарт услуги «" + service.titles.at("ru") + "»";
    out.kind = service.kind;
    out.target_group = text("Получатели, которым услуга назначена индивидуальной программой.");
    out.description = text("Услуга перечня, по какой бы практике её ни оказывали.");
    out.conditions = text("Специалист, у которого есть время на эту услугу в течение рабочей недели.");
    out.volume = text("По индивидуальной программе получателя.");
    out.accessibility = text("В центре или на дому, по выбору получателя.");
    out.algorithm = {{{"agree", text("Договориться о дне и месте.")}}, {{"deliver", text("Оказать услугу.")}}, {{"record", text("Записать, что сделано и сколько это заняло.")}}};
    out.clauses = {{"soon", "1", 1, text("Первую услугу оказывают не позднее чем через 14 дней после обращения.")}, {"unhurried", "2", 1, text("Услуга длится не меньше 15 минут.")}};
    auto soon = statement("soon", practices::StatementKind::wait, "От обращения до первой услуги не больше 14 дней", "Дольше двух недель ждать нельзя.");
    soon.rule.days = 14;
    auto unhurried = statement("unhurried", practices::StatementKind::minutes, "Услуга длится от 15 минут до трёх часов", "За меньшее время услугу не оказать.");
    unhurried.rule.from = 15;
    unhurried.rule.to = 180;
    out.statements = {std::move(soon), std::move(unhurried)};
    return out;
}

store::VersionRow begin(db::Tx& tx, store::StandardRow row, const standards::Content& content) {
    row = store::insert_standard(tx, row);
    audit::record(tx, "standards.drafted", row.id);
    return store::insert_version(tx, row.number, 1, content);
}

store::VersionRow draft(db::Tx& tx, const std::string& code, Number<practices::Practice> practice, Number<practices::Version> version) {
    store::StandardRow row;
    row.code = code;
    row.practice = practice;
    return begin(tx, std::move(row), written(*practices::package_of(tx, version)));
}

/// The first service of the practice, as the catalogue lists it.
store::VersionRow draft_of_service(db::Tx& tx, const std::string& code, Number<practices::Version> version) {
    store::StandardRow row;
    row.code = code;
    row.service = practices::services_of(tx, version).front().service;
    const auto all = catalogue::all_services(tx);
    return begin(tx, row, written(std::ranges::find(all, *row.service, &catalogue::ServiceRow::number)->service));
}

void ask_centres(db::Tx& tx, const store::VersionRow& version, Date today, Date until) {
    store::send(tx, version, today, until);
    store::keep_addresses(tx, version.standard, store::content(tx, version.number).clauses);
    audit::record(tx, "standards.sent", version.id);
}

}  // namespace

void Writer::schedule_standards() {
    if (practices_.size() < 2) return;
    const Date sent = region_.from + 10;
    const Date approved = sent + 20;
    const auto binding = std::make_shared<std::vector<store::VersionRow>>();
    on(sent, [this, binding, sent](db::Tx& tx) {
        *binding = {draft(tx, "СТ-1", practices_[0].number, practices_[0].version), draft_of_service(tx, "СТ-3", practices_[1].version)};
        for (const auto& version : *binding) ask_centres(tx, version, sent, sent + standards::usual_comment_days);
    });
    on(approved, [this, binding, approved](db::Tx& tx) {
        for (const auto& version : *binding) {
            store::approve(tx, version.number, {{"112-п", approved}, approved + 30}, approved);
            audit::record(tx, "standards.approved", version.id);
        }
        excuse(tx, binding->front(), approved);
    });
    on(region_.until - 5, [this](db::Tx& tx) {
        const auto version = draft(tx, "СТ-2", practices_[1].number, practices_[1].version);
        ask_centres(tx, version, region_.until - 5, region_.until + 9);
        const auto content = store::content(tx, version.number);
        int count = 0;
        for (const auto& each : organisations_) {
            if (each.organisation.kind != network::OrganisationKind::centre || count == 2) continue;
            standards::Comment comment;
            comment.about = count == 0 ? standards::About::clause : standards::About::statement;
            comment.part = count == 0 ? content.clauses.back().id : content.statements.front().id;
            comment.text = count == 0 ? "Просим уточнить, кто отвечает за это на выезде, когда специалист один."
                                      : "В отдалённых сёлах такой порог достижим не раньше второго года.";
            audit::record(tx, "standards.commented", store::insert_comment(tx, version.number, each.number, comment).comment.id);
            ++count;
        }
    });
}

/// A year for the first centre that runs the practice.
void Writer::excuse(db::Tx& tx, const standards::store::VersionRow& version, Date today) {
    for (const auto& each : plan_.adoptions) {
        if (each.practice != 0) continue;
        standards::WaiverView waiver;
        waiver.statement = store::content(tx, version.number).statements.front().id;
        waiver.from = today + 30;
        waiver.until = today + 365;
        waiver.reason = "Ремонт отделения, до его окончания услуги оказывают на дому";
        waiver.order = {"131-п", today};
        const auto row = store::insert_waiver(tx, version.standard, organisations_[slot(each.organisation)].number, waiver, today);
        audit::record(tx, "standards.waived", row.waiver.id);
        return;
    }
}

}  // namespace ryadom::generate
