// Writing a practice in the browser.
#include "modules/practices/draft.hpp"
#include "modules/practices/http.hpp"
#include "modules/practices/install.hpp"
#include "modules/practices/package_node.hpp"
#include "modules/practices/package_text.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::practices {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

constexpr auto empty_document = R"({"schema":1,"version":"1.0.0"})";

void refuse_foreign(const db::Tx& tx, const std::optional<store::Owned>& practice) {
    if (practice && !may_write(tx, *practice)) throw Refused({Refusal::Kind::forbidden, "practices.not_yours", {}, {}});
}

Page<DraftSummary> get_drafts(Call& call, Query<http::Paging> paging) {
    const auto after = parse_uuid(paging->cursor.value_or("")).value_or(Uuid{});
    return call.read([&](db::Tx& tx) {
        Page<DraftSummary> page{store::drafts(tx, {after}, paging->size() + 1), {}};
        if (cut(page.items, paging->size())) page.next = to_string(page.items.back().id);
        return page;
    });
}

/// What a new draft begins with.
struct Beginning {
    std::string document;
    std::optional<Number<Version>> files_of;
    JudgedDraft judged;
};

/// A version of somebody else's practice is taken as a model: the draft has to find a code of its own.
Beginning begin_from(db::Tx& tx, const Id<Version>& id) {
    const auto version = must(store::find_version(tx, id));
    const auto practice = store::find_owned(tx, version.code);
    auto document = *json::parse(json::to_json(*package_of(tx, version.number)), {document_depth + 2, 4 * document_bytes});
    if (!may_write(tx, *practice)) std::erase_if(*document.as<json::Object>(), [](const json::Member& each) { return each.name == "code"; });
    auto files = store::files(tx, version.number);
    std::erase_if(files, [](const PackageFile& file) { return file.path == document_path; });
    auto heads = store::contents(tx, version.number);
    heads.erase(std::string(document_path));
    auto text = json::write(document);
    return {std::move(text), version.number, judge(std::move(document), std::move(files), heads)};
}

Written<Draft> post_draft(Call& call, NewDraft ask) {
    auto begun = ask.from ? call.read([&](db::Tx& tx) { return begin_from(tx, *ask.from); })
                          : Beginning{empty_document, std::nullopt, judge(*json::parse(empty_document), {}, {})};
    const auto head = head_of(begun.judged.document);
    const store::StoredDraft unsaved{0, {}, 0, ask.from, {}, {}, 1};
    const auto answer = std::make_shared<const Draft>(shown(unsaved, std::move(begun.judged), wording_of(call)));
    return call.write([answer, head, document = begun.document, files_of = begun.files_of](db::Tx& tx) {
        const auto stored = store::insert_draft(tx, tx.caller().organisation, head, document, answer->based_on);
        if (files_of) store::copy_files(tx, *files_of, stored.number);
        audit::record(tx, "practices.draft_begun", stored.id);
        auto draft = *answer;
        draft.id = stored.id;
        draft.changed_at = stored.changed_at;
        return draft;
    });
}

Draft get_draft(Call& call) {
    return call.read([&](db::Tx& tx) {
        const auto draft = must(store::find_draft(tx, call.id<Draft>("draft")));
        return shown(draft, judge(tx, draft), wording_of(call));
    });
}

/// Saved also while it is incomplete: what is missing comes back beside it.
Written<Draft> put_draft(Call& call, Draft ask) {
    if (!ask.document.as<json::Object>()) throw Refused(refuse_field("/document", "core.type", {{"expected", "object"}}).error());
    auto stored = call.read([&](db::Tx& tx) { return must(store::find_draft(tx, call.id<Draft>("draft"))); });
    stored.document = json::write(ask.document);
    stored.revision = call.revision();
    const auto head = head_of(ask.document);
    const auto judged = call.read([&](db::Tx& tx) { return judge(tx, stored); });
    auto answer = shown(stored, judged, wording_of(call));
    ++answer.revision;
    return call.write([stored, head, answer](db::Tx& tx) {
        http::must_change(store::update_draft(tx, stored, head));
        audit::record(tx, "practices.draft_saved", stored.id);
        auto saved = answer;
        saved.changed_at = tx.now();
        return saved;
    });
}

Written<void> delete_draft(Call& call) {
    return call.write([id = call.id<Draft>("draft")](db::Tx& tx) {
        store::remove_draft(tx, must(store::find_draft(tx, id)).number);
        audit::record(tx, "practices.draft_dropped", id);
    });
}

DraftCheck check_draft(Call& call) {
    return call.read([&](db::Tx& tx) {
        const auto draft = must(store::find_draft(tx, call.id<Draft>("draft")));
        return check(judge(tx, draft), store::draft_heads(tx, draft.number), wording_of(call));
    });
}

/// Versions only go up, over withdrawn ones too: a number means one content for ever.
void refuse_lower(db::Tx& tx, const Package& package, const std::optional<store::Owned>& practice) {
    const auto highest = practice ? store::highest_version(tx, practice->number) : std::nullopt;
    if (highest && *parse_version(package.version) <= *parse_version(highest->summary.version))
        throw Refused(refuse_field("/version", "practices.version_must_grow", {{"latest", highest->summary.version}}).error());
}

Written<VersionSummary> publish_draft(Call& call) {
    const auto id = call.id<Draft>("draft");
    const auto revision = call.revision();
    auto judged = call.read([&](db::Tx& tx) { return judge(tx, must(store::find_draft(tx, id))); });
    if (!judged.prepared) throw Refused(wording_of(call).refusal(judged.problems));
    const auto prepared = std::make_shared<const Prepared>(std::move(*judged.prepared));
    return call.write([prepared, id, revision](db::Tx& tx) {
        const auto draft = must(store::find_draft(tx, id));
        http::must_change(draft.revision == revision ? 1 : 0);
        const auto practice = store::find_owned(tx, prepared->package.code);
        refuse_foreign(tx, practice);
        refuse_lower(tx, prepared->package, practice);
        const auto version = install(tx, *prepared, {draft.organisation, NewCodes::refuse, "practices.published", "{}"});
        store::remove_draft(tx, draft.number);
        return version;
    });
}

}  // namespace

void add_draft_routes(http::Routes& routes) {
    const std::string all = "/api/v1/practices/drafts";
    const std::string one = all + "/{draft}";
    routes.get(all, "practices.author", "Practices that are being written", get_drafts);
    routes.post(all, "practices.author", "Begin a practice, or a new version of one", post_draft);
    routes.get(one, "practices.author", "A draft with its problems", get_draft);
    routes.put(one, "practices.author", "Save a draft, complete or not", put_draft);
    routes.remove(one, "practices.author", "Drop a draft", delete_draft);
    routes.act(one + "/check", "practices.author", "What is wrong or missing", check_draft);
    routes.act(one + "/publish", "practices.author", "Make the draft a version for ever", publish_draft).revised = true;
}

}  // namespace ryadom::practices
