// The register of issued papers: what was issued, printed again, known again by its hash.
#include "modules/papers/http.hpp"

#include "modules/papers/model.hpp"
#include "modules/papers/rules.hpp"
#include "platform/audit/audit.hpp"
#include "platform/files/files.hpp"

#include <set>

namespace ryadom::papers {

struct RegisterFilter {
    Id<network::Organisation> organisation;
    std::optional<std::string> kind;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<RegisterFilter>) {
    using json::field;
    using T = RegisterFilter;
    return json::object("PaperRegisterFilter", field("organisation", &T::organisation, "Who issued"), field("kind", &T::kind, "Code of a kind", json::length(1, 80)),
                        field("cursor", &T::cursor, "Where to go on", json::length(0, 500)), field("limit", &T::limit, "How many rows", json::range(1, 200)));
}

namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

std::string title_of(const Kinds& kinds, const i18n::Voice& voice, const std::string& code) {
    for (const auto& kind : *kinds)
        if (kind.code == code) return voice.text(kind.title);
    return code;
}

RegisteredPaper shown(const Kinds& kinds, const i18n::Voice& voice, const store::PaperRow& row) {
    return {row.id, label_of(row.place, row.year), row.kind, title_of(kinds, voice, row.kind), row.day, row.organisation_id, row.language, row.version.value_or(0),
            row.person, row.name, row.issued_at, row.author, row.sha256};
}

Written<Page<RegisteredPaper>> list(const Kinds& kinds, Call& call, const RegisterFilter& filter) {
    const int size = filter.limit.value_or(50);
    const auto before = http::place(filter.cursor).value_or(INT64_MAX);
    return call.write([kinds, voice = call.voice(), filter, size, before](db::Tx& tx) {
        auto rows = store::register_of(tx, network::own(tx, filter.organisation), filter.kind.value_or(""), before, size + 1);
        Page<RegisteredPaper> page;
        if (cut(rows, size)) page.next = std::to_string(rows.back().number.value);
        std::set<Uuid> persons;
        for (const auto& row : rows) {
            if (row.person && row.name) persons.insert(*row.person);
            page.items.push_back(shown(kinds, voice, row));
        }
        if (!persons.empty()) audit::record_shown(tx, "papers.listed", persons);
        return page;
    });
}

Written<RegisteredPaper> get_paper(const Kinds& kinds, Call& call) {
    return call.write([kinds, voice = call.voice(), id = call.id<IssuedPaper>("paper")](db::Tx& tx) {
        const auto row = must(store::find(tx, id));
        if (row.person && row.name) audit::record(tx, "papers.read", id, row.person);
        return shown(kinds, voice, row);
    });
}

/// Drawn and hashed before the write, which only notes that these bytes left the house.
Written<http::Download> print(const Kinds& kinds, Call& call) {
    const auto id = call.id<IssuedPaper>("paper");
    const auto paper = call.read([&](db::Tx& tx) { return must(paper_of(tx, kind_of(kinds, must(store::find(tx, id)).kind), id, call.texts())); });
    const auto bytes = std::make_shared<const std::string>(documents::render_pdf(paper));
    return call.write([bytes, id, hash = files::hash_of(*bytes), name = paper.name + ".pdf"](db::Tx& tx) {
        const auto row = must(store::find(tx, id));
        handed_out(tx, row.number, hash);
        audit::record(tx, "papers.printed", id, row.person);
        return http::Download{"application/pdf", name, bytes, http::Disposition::show};
    });
}

Written<Recognised> recognise(const Kinds& kinds, Call& call, const http::Upload& upload) {
    return call.write([kinds, voice = call.voice(), hash = files::hash_of(upload.bytes)](db::Tx& tx) {
        Recognised out{hash, {}};
        const auto row = store::find_by_hash(tx, hash);
        if (!row) return out;
        if (row->person && row->name) audit::record(tx, "papers.read", row->id, row->person);
        out.paper = shown(kinds, voice, *row);
        return out;
    });
}

}  // namespace

void add_register_routes(http::Routes& routes, const Kinds& kinds) {
    routes.get("/api/v1/papers", "papers.see", "Issued papers of an organisation, the newest first", [kinds](Call& call, Query<RegisterFilter> filter) { return list(kinds, call, filter.value); });
    routes.get("/api/v1/papers/{paper}", "papers.see", "An issued paper", [kinds](Call& call) { return get_paper(kinds, call); });
    routes.get("/api/v1/papers/{paper}/pdf", "papers.print", "An issued paper as a file, the same each time", [kinds](Call& call) { return print(kinds, call); });
    routes.act("/api/v1/papers/recognise", "papers.see", "Which issued paper a file is", [kinds](Call& call, http::Upload upload) { return recognise(kinds, call, upload); }).replay =
        http::Replay::nothing;
}

}  // namespace ryadom::papers
