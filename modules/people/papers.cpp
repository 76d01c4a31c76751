#include "modules/people/papers.hpp"

#include "modules/people/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace ryadom {
std::span<const EmbeddedFile> embedded_people_papers();
}

namespace ryadom::people {
namespace {

using i18n::Language;
using papers::Type;

bool proves_who(const Document& document) {
    using enum DocumentKind;
    return document.kind == passport || document.kind == identity_card || document.kind == birth_certificate || document.kind == residence_permit;
}

std::string written(Date date) {
    const auto [year, month, day] = parts(date);
    return fmt::format("{:02}.{:02}.{:04}", day, month, year);
}

std::string on_one_line(const Document& document, const i18n::Voice& voice) {
    auto out = voice.text("people.paper.document." + std::string(json::name_of(document.kind)));
    if (document.series) out += " " + *document.series;
    out += " " + document.number;
    if (document.issued_on) out += ", " + written(*document.issued_on);
    if (document.issued_by) out += ", " + *document.issued_by;
    return out;
}

json::Value name_of(const Person& person) {
    return json::Object{{"family", person.family_name}, {"given", person.given_name}, {"patronymic", person.patronymic.value_or("")}, {"sex", json::name_of(person.sex)}};
}

json::Array paragraphs_of(const std::string& body) {
    json::Array out;
    std::istringstream lines(body);
    for (std::string line; std::getline(lines, line);)
        if (auto plain = tidied(line); !plain.empty()) out.emplace_back(json::Object{{"text", std::move(plain)}});
    return out;
}

papers::Fields consent_fields() {
    const auto titled = [](const char* code, Type type, papers::Fields fields = {}) {
        return papers::Field{code, type, "people.paper.field." + std::string(code), std::move(fields)};
    };
    return {titled("title", Type::text),
            titled("person", Type::name),
            titled("born", Type::date),
            titled("document", Type::text),
            titled("address", Type::text),
            titled("representative", Type::text),
            titled("right", Type::text),
            titled("operators", Type::list, {{"title", Type::text, "people.paper.field.operator"}}),
            titled("recipient", Type::text),
            titled("paragraphs", Type::list, {{"text", Type::text, "people.paper.field.paragraph"}}),
            titled("sample", Type::flag),
            titled("version", Type::number),
            titled("version_since", Type::date)};
}

json::Value consent_sample(Language /*language*/) {
    return json::Object{{"title", "Согласие на съёмку и публикацию снимков"},
                        {"person", json::Object{{"family", "Петрова"}, {"given", "Любовь"}, {"patronymic", "Ильинична"}, {"sex", "female"}}},
                        {"born", "1948-03-07"},
                        {"document", "паспорт 5004 123456, 12.05.2003, ОВД Каинского района"},
                        {"address", "г. Каинск, ул. Мира, д. 5, кв. 12"},
                        {"representative", "Петров Сергей Иванович"},
                        {"right", "доверенность № 17 от 01.02.2026"},
                        {"operators", json::Array{json::Object{{"title", "КЦСОН Каинского района"}}, json::Object{{"title", "Реабилитационный центр"}}}},
                        {"recipient", "Посетители сайта учреждения"},
                        {"paragraphs", json::Array{json::Object{{"text", "Разрешаю снимать меня на занятиях и показывать снимки на сайте учреждения."}},
                                                   json::Object{{"text", "Согласие можно отозвать в любой день, написав об этом учреждению."}}}},
                        {"sample", true},
                        {"version", 1},
                        {"version_since", "2026-01-01"}};
}

}  // namespace

const papers::Kind& consent_kind() {
    static const papers::Kind kind{.code = "people.consent",
                                   .title = "people.paper.consent",
                                   .fields = consent_fields(),
                                   .about = "person",
                                   .texts = papers::texts_named(embedded_people_papers(), "consent"),
                                   .sample = consent_sample};
    return kind;
}

Language language_of(const ConsentText& text, Language reader) {
    const std::string code(json::name_of(reader));
    return text.titles.contains(code) && text.recipients.contains(code) && text.bodies.contains(code) ? reader : Language::ru;
}

json::Value consent_data(const ConsentText& text, const ConsentSheet& sheet, const i18n::Voice& voice) {
    const std::string language(json::name_of(voice.language));
    json::Object out{{"title", text.titles.at(language)}, {"person", name_of(sheet.person)}, {"born", to_string(sheet.person.birth)}};
    const auto proof = std::ranges::find_if(sheet.file.documents, proves_who);
    if (proof != sheet.file.documents.end()) out.push_back({"document", on_one_line(*proof, voice)});
    if (sheet.person.address) out.push_back({"address", *sheet.person.address});
    if (sheet.representative) {
        out.push_back({"representative", sheet.representative_name});
        out.push_back({"right", sheet.representative->document});
    }
    json::Array operators;
    for (const auto& each : sheet.organisations) operators.emplace_back(json::Object{{"title", each}});
    out.push_back({"operators", std::move(operators)});
    out.push_back({"recipient", text.recipients.at(language)});
    out.push_back({"paragraphs", paragraphs_of(text.bodies.at(language))});
    out.push_back({"sample", text.sample});
    out.push_back({"version", text.version});
    out.push_back({"version_since", to_string(text.since)});
    return out;
}

}  // namespace ryadom::people
