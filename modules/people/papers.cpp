#include "modules/people/papers.hpp"

#include "modules/people/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace ryadom::people {
namespace {

using documents::Align;
using documents::Heading;
using documents::Indent;
using documents::KeyValues;
using documents::Look;
using documents::Paragraph;

std::string written(Date date) {
    const auto [year, month, day] = parts(date);
    return fmt::format("{:02}.{:02}.{:04}", day, month, year);
}

bool proves_who(const Document& document) {
    using enum DocumentKind;
    return document.kind == passport || document.kind == identity_card || document.kind == birth_certificate || document.kind == residence_permit;
}

std::string on_one_line(const Document& document, const i18n::Voice& voice) {
    auto out = voice.text("people.paper.document." + std::string(json::name_of(document.kind)));
    if (document.series) out += " " + *document.series;
    out += " " + document.number;
    if (document.issued_on) out += ", " + written(*document.issued_on);
    if (document.issued_by) out += ", " + *document.issued_by;
    return out;
}

KeyValues who(const ConsentSheet& sheet, const i18n::Voice& voice) {
    const auto say = [&](const char* key) { return voice.text(std::string("people.paper.") + key); };
    const auto& person = sheet.person;
    KeyValues out;
    if (sheet.representative) {
        out.pairs.emplace_back(say("signs"), sheet.representative_name);
        out.pairs.emplace_back(say("right"), sheet.representative->document);
    }
    out.pairs.emplace_back(say(sheet.representative ? "for_whom" : "signs"), full_name(person.family_name, person.given_name, person.patronymic));
    out.pairs.emplace_back(say("born"), written(person.birth));
    const auto proof = std::ranges::find_if(sheet.file.documents, proves_who);
    if (proof != sheet.file.documents.end()) out.pairs.emplace_back(say("document"), on_one_line(*proof, voice));
    if (person.address) out.pairs.emplace_back(say("address"), *person.address);
    std::string operators;
    for (const auto& each : sheet.organisations) operators += (operators.empty() ? "" : "\n") + each;
    out.pairs.emplace_back(say("operator"), std::move(operators));
    return out;
}

}  // namespace

documents::Paper consent_paper(const ConsentText& text, const ConsentSheet& sheet, i18n::Voice voice) {
    const auto whole = [&](const std::string& code) { return text.titles.contains(code) && text.recipients.contains(code) && text.bodies.contains(code); };
    std::string language(json::name_of(voice.language));
    if (!whole(language)) {
        voice.language = i18n::Language::ru;
        language = "ru";
    }
    documents::Paper out;
    out.name = out.title = text.titles.at(language);
    out.language = language;
    const auto version = voice.text("people.paper.version", {{"version", std::to_string(text.version)}, {"since", written(text.since)}});
    out.footer = out.title + ". " + version;
    out.blocks.emplace_back(Heading{1, out.title, Align::centre});
    if (text.sample) out.blocks.emplace_back(Paragraph{voice.text("people.paper.sample"), Align::left, Indent::none, Look::note});
    auto head = who(sheet, voice);
    head.pairs.emplace_back(voice.text("people.paper.recipient"), text.recipients.at(language));
    out.blocks.emplace_back(std::move(head));
    std::istringstream lines(text.bodies.at(language));
    for (std::string line; std::getline(lines, line);)
        if (auto plain = tidied(line); !plain.empty()) out.blocks.emplace_back(Paragraph{std::move(plain), Align::left, Indent::first_line});
    out.blocks.emplace_back(documents::Spacer{});
    out.blocks.emplace_back(KeyValues{{{voice.text("people.paper.day"), voice.text("people.paper.day_blank")}}});
    const auto& person = sheet.person;
    documents::Signatures signatures;
    signatures.lines.push_back({voice.text("people.paper.signature"),
                                sheet.representative ? sheet.representative_name : short_name(person.family_name, person.given_name, person.patronymic)});
    out.blocks.emplace_back(std::move(signatures));
    return out;
}

}  // namespace ryadom::people
