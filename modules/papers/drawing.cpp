#include "modules/papers/drawing.hpp"

#include "modules/papers/rules.hpp"

#include <algorithm>

namespace ryadom::papers {

Chosen choose(db::Tx& tx, const Kind& kind, i18n::Language language, Date day) {
    const auto versions = store::versions_of(tx, kind.code);
    for (const auto each : {language, i18n::Language::ru}) {
        const auto* version = in_force(versions, each, day);
        if (version && version->text) return {each, store::text(tx, *version->text), version->number};
        // Who went back to the template of the program keeps that version with the paper.
        if (const auto found = kind.texts.find(each); found != kind.texts.end()) return {each, found->second, version ? std::optional(version->number) : std::nullopt};
    }
    throw std::logic_error("a kind of paper without a Russian template: " + kind.code);
}

Checked<templates::Drawn> drawn(const Kind& kind, const Chosen& chosen, const json::Value& data) {
    const auto ready = templates::read(chosen.text, all_fields(kind), chosen.language);
    if (!ready) return refuse("papers.template_unreadable", {{"line", std::to_string(ready.error().front().place.line)}});
    return templates::draw(**ready, data);
}

documents::Paper document_of(const Kind& kind, templates::Drawn drawn, i18n::Language language, const i18n::Catalogue& texts, const std::string& label) {
    documents::Paper out;
    const auto title = texts.text(language, kind.title);
    out.title = drawn.title.empty() ? title : drawn.title;
    out.language = std::string(json::name_of(language));
    out.footer = label.empty() ? title : texts.text(language, "papers.footer", {{"title", title}, {"number", label}});
    out.name = label.empty() ? title : title + " " + label;
    std::ranges::replace(out.name, '/', '-');
    out.sheet = texts.text(language, "http.sheet", {{"page", "{page}"}, {"pages", "{pages}"}});
    out.blocks = std::move(drawn.blocks);
    return out;
}

}  // namespace ryadom::papers
