// Kinds of papers and their templates: listed, looked at, tried and saved.
#include "modules/papers/http.hpp"

#include "modules/papers/blocks.hpp"
#include "modules/papers/drawing.hpp"
#include "modules/papers/model.hpp"
#include "modules/papers/rules.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::papers {

struct TemplateFilter {
    std::optional<i18n::Language> language;
    std::optional<int> version;
};
constexpr auto describe(json::Type<TemplateFilter>) {
    using json::field;
    using T = TemplateFilter;
    return json::object("PaperTemplateFilter", field("language", &T::language, "Language; absent: the reader's"),
                        field("version", &T::version, "Not the one of today but this one; 0: the one of the program", json::range(0, 100'000)));
}

struct TemplateCheck {
    std::vector<TemplateProblem> problems;
    std::optional<std::vector<BlockView>> blocks;
    std::vector<std::string> doubts;
};
constexpr auto describe(json::Type<TemplateCheck>) {
    using json::field;
    using T = TemplateCheck;
    return json::object("PaperTemplateCheck", field("problems", &T::problems, "What is wrong"), field("blocks", &T::blocks, "How it looks with the sample, if nothing is wrong", json::length(0, 20'000)),
                        field("doubts", &T::doubts, "Names of the sample that could not be put in a case", json::length(0, 100)));
}

namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;
using i18n::Language;
using Versions = std::vector<store::VersionRow>;

std::vector<Language> languages_of(const Kind& kind, const Versions& versions) {
    std::vector<Language> out;
    for (const auto language : {Language::ru, Language::kk, Language::en})
        if (kind.texts.contains(language) || !of_language(versions, language).empty()) out.push_back(language);
    return out;
}

LanguageInForce today_of(const Versions& versions, Language language, Date today) {
    LanguageInForce out{language, 0, false, {}, {}};
    const auto* now = in_force(versions, language, today);
    if (now) {
        out.version = now->version;
        out.own = now->text.has_value();
        out.valid_from = now->valid_from;
    }
    for (const auto* each : of_language(versions, language))
        if (each->valid_from > today && !out.next_from) out.next_from = each->valid_from;
    return out;
}

Page<ListedKind> list(const Kinds& kinds, Call& call) {
    return call.read([&](db::Tx& tx) {
        Page<ListedKind> page;
        const auto all = store::all_versions(tx);
        for (const auto& kind : *kinds) {
            Versions versions;
            std::ranges::copy_if(all, std::back_inserter(versions), [&](const auto& each) { return each.kind == kind.code; });
            ListedKind listed{kind.code, call.text(kind.title), {}};
            for (const auto language : languages_of(kind, versions)) listed.languages.push_back(today_of(versions, language, call.today()));
            page.items.push_back(std::move(listed));
        }
        return page;
    });
}

void add_fields(const Call& call, const Fields& fields, const std::vector<std::string>& lists, std::vector<FieldView>& out) {
    for (const auto& field : fields) {
        out.push_back({field.code, call.text(field.title), field.type, lists});
        auto inner = lists;
        inner.push_back(field.code);
        add_fields(call, field.fields, inner, out);
    }
}

/// The template of the program in a language; a kind without one in it begins with the Russian.
const std::string& shipped(const Kind& kind, Language language) {
    const auto found = kind.texts.find(language);
    return found == kind.texts.end() ? kind.texts.at(Language::ru) : found->second;
}

const store::VersionRow* asked_version(const Versions& versions, Language language, std::optional<int> version, Date today) {
    if (!version) return in_force(versions, language, today);
    if (*version == 0) return nullptr;
    const auto known = of_language(versions, language);
    const auto found = std::ranges::find(known, *version, [](const auto* each) { return each->version; });
    if (found == known.end()) throw Refused(absent());
    return *found;
}

KindSheet sheet_of(db::Tx& tx, const Call& call, const Kind& kind, Language language, std::optional<int> version) {
    const auto versions = store::versions_of(tx, kind.code);
    KindSheet out;
    out.code = kind.code;
    out.title = call.text(kind.title);
    out.language = language;
    add_fields(call, all_fields(kind), {}, out.fields);
    for (const auto& each : templates::filters(language))
        out.filters.push_back({std::string(each.name), call.text("templates.filter." + std::string(each.name)), each.any ? std::nullopt : std::optional(each.takes), std::string(each.example)});
    out.shipped = shipped(kind, language);
    const auto* row = asked_version(versions, language, version, call.today());
    out.version = row ? row->version : 0;
    out.own = row && row->text;
    out.text = out.own ? store::text(tx, *row->text) : out.shipped;
    for (const auto* each : of_language(versions, language)) out.versions.insert(out.versions.begin(), TemplateVersion{each->version, each->valid_from, each->published_at, each->author, !each->text});
    return out;
}

KindSheet get_kind(const Kinds& kinds, Call& call, const TemplateFilter& filter) {
    const auto& kind = kind_of(kinds, call.path("kind"));
    return call.read([&](db::Tx& tx) { return sheet_of(tx, call, kind, filter.language.value_or(call.language()), filter.version); });
}

TemplateCheck check(const Kinds& kinds, Call& call, const CheckRequest& ask) {
    const auto& kind = kind_of(kinds, call.path("kind"));
    TemplateCheck out;
    const auto ready = templates::read(ask.text, all_fields(kind), ask.language);
    if (!ready) {
        for (const auto& each : ready.error()) out.problems.push_back({each.place.line, each.place.column, call.text(each.code, each.arguments)});
        return out;
    }
    auto drawn = templates::draw(**ready, sample_of(kind, ask.language, call.today()));
    if (!drawn) {
        out.problems.push_back({1, 1, call.text(drawn.error().code)});
        return out;
    }
    out.blocks = views_of(drawn->blocks);
    out.doubts = std::move(drawn->doubts);
    return out;
}

/// Every problem with its line, at the template as a whole.
void must_read(const Call& call, const Kind& kind, const PublishRequest& ask) {
    if (!ask.text) return;
    const auto ready = templates::read(*ask.text, all_fields(kind), ask.language);
    if (ready) return;
    Refusal out{Refusal::Kind::invalid, "papers.refused", {}, {}};
    for (const auto& each : ready.error())
        out.fields.push_back({"/text", "papers.place", {{"line", std::to_string(each.place.line)}, {"column", std::to_string(each.place.column)}, {"text", call.text(each.code, each.arguments)}}});
    throw Refused(std::move(out));
}

Written<TemplateVersion> publish(const Kinds& kinds, Call& call, PublishRequest ask) {
    const auto& kind = kind_of(kinds, call.path("kind"));
    must_read(call, kind, ask);
    return call.write([ask = std::move(ask), code = kind.code](db::Tx& tx) {
        must(may_follow(store::versions_of(tx, code), ask));
        store::insert_version(tx, code, ask.language, ask.after + 1, ask.valid_from, ask.text);
        const auto versions = store::versions_of(tx, code);
        const auto* saved = of_language(versions, ask.language).back();
        audit::record(tx, "papers.template_saved", std::optional<Uuid>(), {},
                      json::write(json::Object{{"kind", code}, {"language", json::name_of(ask.language)}, {"version", saved->version}}));
        return TemplateVersion{saved->version, saved->valid_from, saved->published_at, saved->author, !saved->text};
    });
}

documents::Paper sample(const Kinds& kinds, Call& call, const TemplateFilter& filter) {
    const auto& kind = kind_of(kinds, call.path("kind"));
    const auto language = filter.language.value_or(call.language());
    return call.read([&](db::Tx& tx) {
        const auto sheet = sheet_of(tx, call, kind, language, filter.version);
        const auto data = sample_of(kind, language, call.today());
        auto words = must(drawn(kind, {language, sheet.text, {}}, data));
        return document_of(kind, std::move(words), language, call.texts(), "");
    });
}

}  // namespace

void add_template_routes(http::Routes& routes, const Kinds& kinds) {
    const std::string kind = "/api/v1/paper-kinds/{kind}";
    routes.get("/api/v1/paper-kinds", "papers.see_templates", "Kinds of papers, and which template of each is in force", [kinds](Call& call) { return list(kinds, call); });
    routes.get(kind, "papers.see_templates", "A kind: fields, filters, template, versions", [kinds](Call& call, Query<TemplateFilter> filter) { return get_kind(kinds, call, filter.value); });
    routes.get(kind + "/sample", "papers.see_templates", "A template with the data of the sample, as it is printed",
               [kinds](Call& call, Query<TemplateFilter> filter) { return sample(kinds, call, filter.value); });
    routes.act(kind + "/check", "papers.write_templates", "Read a template without keeping it", [kinds](Call& call, CheckRequest ask) { return check(kinds, call, ask); }).replay =
        http::Replay::nothing;
    routes.post(kind + "/versions", "papers.write_templates", "Save a template, or go back to the one of the program",
                [kinds](Call& call, PublishRequest ask) { return publish(kinds, call, std::move(ask)); });
}

}  // namespace ryadom::papers
