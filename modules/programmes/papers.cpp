#include "modules/programmes/papers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace ryadom {
std::span<const EmbeddedFile> embedded_programmes_papers();
}

namespace ryadom::programmes {
namespace {

using json::Array;
using json::Object;
using papers::Field;
using papers::Fields;
using papers::Type;

constexpr int hundredths = 100;

Field titled(const char* code, Type type, Fields fields = {}) { return {code, type, "programmes.paper.field." + std::string(code), std::move(fields)}; }

Fields with(std::vector<Fields> parts) {
    Fields out;
    for (auto& part : parts) std::ranges::move(part, std::back_inserter(out));
    return out;
}

Fields of_client() {
    return {titled("number", Type::text), titled("client", Type::name), titled("born", Type::date), titled("snils", Type::text), titled("address", Type::text),
            titled("phone", Type::text), titled("document", Type::text)};
}

Fields of_lines() {
    return {titled("title", Type::text), titled("volume", Type::text), titled("times", Type::number), titled("period", Type::text), titled("term", Type::text),
            titled("minutes", Type::number), titled("mark", Type::text)};
}

Fields application_fields() {
    return with({of_client(), {titled("received_on", Type::date), titled("form", Type::text), titled("channel", Type::text), titled("applicant", Type::text), titled("right", Type::text),
                               titled("circumstances", Type::list, {titled("title", Type::text)}), titled("services", Type::list, {titled("title", Type::text)}),
                               titled("note", Type::text), titled("decided_on", Type::date), titled("reason", Type::text), titled("words", Type::text),
                               titled("delivered_on", Type::date)}});
}

Fields programme_fields() {
    return with({of_client(), {titled("version", Type::number), titled("approved_on", Type::date), titled("sex", Type::text), titled("repeated", Type::flag), titled("since", Type::date),
                               titled("until", Type::date), titled("review_on", Type::date), titled("form", Type::text), titled("why", Type::text), titled("conditions", Type::text),
                               titled("providers", Type::list, {titled("title", Type::text)}), titled("kinds", Type::list, {titled("title", Type::text), titled("lines", Type::list, of_lines())}),
                               titled("accompaniment", Type::list, {titled("kind", Type::text), titled("measure", Type::text), titled("agency", Type::text)}),
                               titled("care_level", Type::number), titled("package_minutes", Type::number), titled("conclusion", Type::text)}});
}

Fields contract_fields() {
    return with({of_client(), {titled("concluded_on", Type::date), titled("signer", Type::text), titled("programme_number", Type::text), titled("programme_day", Type::date),
                               titled("form", Type::text), titled("since", Type::date), titled("until", Type::date), titled("payment", Type::money), titled("free", Type::flag),
                               titled("lines", Type::list, of_lines())}});
}

Object sample_client(const char* number) {
    return {{"number", number}, {"client", Object{{"family", "Петрова"}, {"given", "Любовь"}, {"patronymic", "Ильинична"}, {"sex", "female"}}}, {"born", "1948-03-07"},
            {"snils", "990-123-456 07"}, {"address", "г. Каинск, ул. Мира, д. 5, кв. 12"}, {"phone", "+7 900 000-11-22"}, {"document", "паспорт 5004 123456, 12.05.2003, ОВД Каинского района"}};
}

json::Value sample_line(const char* title, int times) {
    return Object{{"title", title}, {"volume", "1"}, {"times", times}, {"period", "в неделю"}, {"term", "30.11.2026 – 29.11.2027"}, {"minutes", 210}, {"mark", "выполнена, 29.11.2027"}};
}

json::Value application_sample(i18n::Language /*language*/) {
    auto out = sample_client("5/2026");
    std::ranges::move(Object{{"received_on", "2026-11-23"}, {"form", "на дому"}, {"channel", "лично"}, {"applicant", "Петров Сергей Иванович"}, {"right", "доверенность № 17 от 01.02.2026"},
                             {"circumstances", Array{Object{{"title", "Некому обеспечить уход"}}}}, {"services", Array{Object{{"title", "Покупка продуктов"}}, Object{{"title", "Уборка"}}}},
                             {"note", "Живу одна, до магазина три километра"}, {"decided_on", "2026-11-27"}, {"reason", "Недостоверные сведения или документы"},
                             {"words", "Справка о доходах не подтвердилась"}, {"delivered_on", "2026-11-28"}},
                      std::back_inserter(out));
    return out;
}

json::Value programme_sample(i18n::Language /*language*/) {
    auto out = sample_client("7/2026");
    std::ranges::move(Object{{"version", 2}, {"approved_on", "2026-11-29"}, {"sex", "женский"}, {"repeated", true}, {"since", "2026-11-30"}, {"until", "2027-11-29"},
                             {"review_on", "2027-11-29"}, {"form", "на дому"}, {"why", "Ухудшилось состояние"}, {"conditions", "Три раза в неделю до полудня"},
                             {"providers", Array{Object{{"title", "КЦСОН Каинского района"}}}},
                             {"kinds", Array{Object{{"title", "Социально-бытовые"}, {"lines", Array{sample_line("Покупка продуктов", 2), sample_line("Уборка", 1)}}}}},
                             {"accompaniment", Array{Object{{"kind", "Медицинское"}, {"measure", "Запись на диспансеризацию"}, {"agency", "Поликлиника"}}}}, {"care_level", 1},
                             {"package_minutes", 560}, {"conclusion", "Программа выполнена"}},
                      std::back_inserter(out));
    return out;
}

json::Value contract_sample(i18n::Language /*language*/) {
    auto out = sample_client("12/2026");
    std::ranges::move(Object{{"concluded_on", "2026-11-30"}, {"signer", "Петров Сергей Иванович"}, {"programme_number", "7/2026"}, {"programme_day", "2026-11-29"}, {"form", "на дому"},
                             {"since", "2026-12-01"}, {"until", "2027-11-29"}, {"payment", 150'000}, {"free", true}, {"lines", Array{sample_line("Покупка продуктов", 2)}}},
                      std::back_inserter(out));
    return out;
}

papers::Kind kind(std::string_view name, Fields fields, json::Value (*sample)(i18n::Language)) {
    return {.code = "programmes." + std::string(name), .title = "programmes.paper." + std::string(name), .fields = std::move(fields), .about = "client",
            .texts = papers::texts_named(embedded_programmes_papers(), name), .sample = sample};
}

std::string grouped(const std::string& snils) {
    if (snils.size() != 11) return snils;
    return fmt::format("{}-{}-{} {}", snils.substr(0, 3), snils.substr(3, 3), snils.substr(6, 3), snils.substr(9));
}

void put(Object& out, const char* name, const std::optional<std::string>& value) {
    if (value && !value->empty()) out.push_back({name, *value});
}

void put(Object& out, const char* name, const std::optional<Date>& day) {
    if (day) out.push_back({name, to_string(*day)});
}

Object client_data(const std::string& number, const Printed& printed) {
    const auto& person = printed.person;
    Object out{{"number", number},
               {"client", Object{{"family", person.family_name}, {"given", person.given_name}, {"patronymic", person.patronymic.value_or("")}, {"sex", std::string(json::name_of(person.sex))}}},
               {"born", to_string(person.birth)}};
    if (person.snils) out.push_back({"snils", grouped(*person.snils)});
    put(out, "address", person.address);
    put(out, "phone", person.phone);
    put(out, "document", printed.document);
    return out;
}

template <class Map, class Key>
std::string title_of(const Map& titles, const Key& key, std::string otherwise) {
    const auto found = titles.find(key);
    return found == titles.end() ? std::move(otherwise) : found->second;
}

std::string amount(int quantity) { return quantity % hundredths == 0 ? std::to_string(quantity / hundredths) : fmt::format("{:.2f}", quantity / double{hundredths}); }

/// The last mark of the service, in words.
std::string mark_of(const Programme& programme, const Id<catalogue::Service>& service, const i18n::Voice& voice) {
    const auto found = std::ranges::find(programme.marks, service, &Mark::service);
    if (found == programme.marks.end()) return {};
    return voice.text("programmes.paper.outcome." + std::string(json::name_of(found->outcome))) + ", " + written(found->day);
}

json::Value line_data(const Line& line, const Version& version, const Programme& programme, const Printed& printed, const i18n::Voice& voice) {
    const auto since = line.since.value_or(version.content.since);
    const auto until = std::min(line.until.value_or(version.last_on), version.last_on);
    Object out{{"title", title_of(printed.services, line.service, "")}, {"volume", amount(line.quantity)}, {"times", line.times},
               {"period", voice.text("programmes.paper.period." + std::string(json::name_of(line.every)))}, {"term", written(since) + " – " + written(until)}};
    if (line.weekly_minutes) out.push_back({"minutes", *line.weekly_minutes});
    put(out, "mark", std::optional(mark_of(programme, line.service, voice)));
    return out;
}

/// Services under the kinds of the law, each kind once, in the order in which the version names them.
Array kinds_data(const Programme& programme, const Version& version, const Printed& printed, const i18n::Voice& voice) {
    std::vector<std::pair<std::string, Array>> kinds;
    for (const auto& line : version.content.lines) {
        const auto code = title_of(printed.kind_of_service, line.service, "");
        auto found = std::ranges::find(kinds, code, &std::pair<std::string, Array>::first);
        if (found == kinds.end()) found = kinds.insert(kinds.end(), {code, {}});
        found->second.push_back(line_data(line, version, programme, printed, voice));
    }
    Array out;
    for (auto& [code, lines] : kinds) out.emplace_back(Object{{"title", title_of(printed.kinds_of_services, code, code)}, {"lines", std::move(lines)}});
    return out;
}

template <class Texts>
Array titles_data(const Texts& texts) {
    Array out;
    for (const auto& each : texts) out.emplace_back(Object{{"title", each}});
    return out;
}

std::string form_words(Form form, const i18n::Voice& voice) { return voice.text("programmes.paper.form." + std::string(json::name_of(form))); }

}  // namespace

const papers::Kind& application_paper() {
    static const auto out = kind("application", application_fields(), application_sample);
    return out;
}
const papers::Kind& refusal_paper() {
    static const auto out = kind("refusal", application_fields(), application_sample);
    return out;
}
const papers::Kind& urgent_act_paper() {
    static const auto out = kind("urgent_act", application_fields(), application_sample);
    return out;
}
const papers::Kind& programme_paper() {
    static const auto out = kind("programme", programme_fields(), programme_sample);
    return out;
}
const papers::Kind& contract_paper() {
    static const auto out = kind("contract", contract_fields(), contract_sample);
    return out;
}

const papers::Kind& kind_of(ApplicationPaper paper) {
    switch (paper) {
        case ApplicationPaper::application: return application_paper();
        case ApplicationPaper::refusal: return refusal_paper();
        case ApplicationPaper::urgent_act: return urgent_act_paper();
    }
    throw std::logic_error("no such paper");
}

json::Value application_data(const Application& application, const Printed& printed, const i18n::Voice& voice) {
    auto out = client_data(application.number, printed);
    const auto& wish = application.wish;
    out.push_back({"received_on", to_string(application.received_on)});
    out.push_back({"form", form_words(wish.form, voice)});
    out.push_back({"channel", voice.text("programmes.paper.channel." + std::string(json::name_of(wish.channel)))});
    if (wish.applicant) {
        out.push_back({"applicant", wish.applicant->name});
        out.push_back({"right", wish.applicant->right});
    }
    std::vector<std::string> circumstances, services;
    for (const auto& code : wish.circumstances) circumstances.push_back(title_of(printed.circumstances, code, code));
    for (const auto& each : wish.services) services.push_back(title_of(printed.services, each, ""));
    out.push_back({"circumstances", titles_data(circumstances)});
    out.push_back({"services", titles_data(services)});
    put(out, "note", wish.note);
    for (const auto& event : application.events) {
        if (event.kind == EventKind::granted || event.kind == EventKind::refused) put(out, "decided_on", std::optional(event.day));
        if (event.kind == EventKind::delivered) put(out, "delivered_on", std::optional(event.day));
        if (event.kind != EventKind::refused) continue;
        if (event.reason) out.push_back({"reason", title_of(printed.reasons, std::pair(ReasonKind::refusal, *event.reason), *event.reason)});
        put(out, "words", event.note);
    }
    return out;
}

json::Value programme_data(const Programme& programme, const Version& version, const Printed& printed, const i18n::Voice& voice) {
    auto out = client_data(programme.number, printed);
    const auto& content = version.content;
    out.push_back({"version", version.version});
    put(out, "approved_on", version.approved_on);
    out.push_back({"sex", voice.text("programmes.paper.sex." + std::string(json::name_of(printed.person.sex)))});
    out.push_back({"repeated", programme.repeated});
    out.push_back({"since", to_string(content.since)});
    out.push_back({"until", to_string(content.until)});
    out.push_back({"review_on", to_string(content.review_on.value_or(content.until))});
    out.push_back({"form", form_words(content.form, voice)});
    put(out, "why", version.reason);
    put(out, "conditions", content.conditions);
    out.push_back({"providers", titles_data(content.providers)});
    out.push_back({"kinds", kinds_data(programme, version, printed, voice)});
    Array measures;
    for (const auto& each : content.accompaniment) measures.emplace_back(Object{{"kind", each.kind}, {"measure", each.measure}, {"agency", each.agency.value_or("")}});
    out.push_back({"accompaniment", std::move(measures)});
    if (content.care_level) {
        out.push_back({"care_level", *content.care_level});
        out.push_back({"package_minutes", package_minutes(content)});
    }
    put(out, "conclusion", programme.conclusion);
    return out;
}

json::Value contract_data(const Contract& contract, const Programme& programme, const Version& version, const Printed& printed, const i18n::Voice& voice) {
    auto out = client_data(contract.number, printed);
    out.push_back({"concluded_on", to_string(contract.concluded_on)});
    put(out, "signer", contract.signer);
    out.push_back({"programme_number", programme.number});
    put(out, "programme_day", version.approved_on);
    out.push_back({"form", form_words(contract.form, voice)});
    out.push_back({"since", to_string(contract.since)});
    out.push_back({"until", to_string(contract.until)});
    out.push_back({"payment", contract.payment_kopecks});
    out.push_back({"free", contract.payment_kopecks == 0});
    Array lines;
    for (const auto& line : version.content.lines) lines.push_back(line_data(line, version, programme, printed, voice));
    out.push_back({"lines", std::move(lines)});
    return out;
}

}  // namespace ryadom::programmes
