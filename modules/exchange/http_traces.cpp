// Materials and photos of an event.
#include "modules/exchange/http.hpp"

#include "platform/audit/audit.hpp"
#include "platform/files/files.hpp"
#include "platform/files/pictures.hpp"

namespace ryadom::exchange {
namespace {

using http::Call;
using http::Written;

constexpr std::size_t largest_file = 25U << 20;

/// What a photo must say of the people on it.
std::optional<Consent> consent_of(const FileQuery& query, std::string_view content) {
    if (query.kind != FileKind::photo) return std::nullopt;
    if (!files::content_type(content).starts_with("image/")) throw Refused(refuse_field("/kind", "exchange.no_picture").error());
    if (!query.people) throw Refused(refuse_field("/people", "exchange.consent_wanted").error());
    if (!query.obtained_by) throw Refused(refuse_field("/obtained_by", "exchange.consent_wanted").error());
    return Consent{*query.people, *query.obtained_by};
}

Written<EventView> post_file(Call& call, http::Query<FileQuery> query, http::Upload upload) {
    const auto content = std::make_shared<const std::string>(must(files::without_metadata(upload.bytes, files::content_type(upload.bytes))));
    const bool paper = files::is_paper(*content, query->name);
    return call.write([content, paper, hash = files::hash_of(*content), asked = query.value, id = call.id<Event>("event"),
                       language = call.language()](db::Tx& tx) {
        const auto row = hosted(tx, id);
        must(takes_traces(row.event.state));
        if (content->empty() || content->size() > largest_file) throw Refused(refuse("exchange.file_size").error());
        if (!paper) throw Refused(refuse("exchange.file_kind").error());
        files::put(tx, hash, *content);
        store::insert_file(tx, row, {{}, asked.kind.value_or(FileKind::material), asked.name, std::ssize(*content), consent_of(asked, *content)}, hash);
        audit::record(tx, "exchange.file_added", id);
        return event_view(tx, row, language);
    });
}

http::Download download(Call& call) {
    std::string name;
    auto content = call.read([&](db::Tx& tx) {
        const auto row = must(store::find_file(tx, call.id<File>("file")));
        name = row.file.name;
        return must(files::get(tx, row.sha));
    });
    call.header("Content-Security-Policy", std::string(files::content_policy));
    auto type = std::string(files::content_type(content));
    return {std::move(type), std::move(name), std::move(content)};
}

Written<void> remove_file(Call& call) {
    return call.write([id = call.id<File>("file")](db::Tx& tx) {
        const auto row = must(store::find_file(tx, id));
        const auto event = must(store::find_event(tx, row.event));
        if (!tx.caller().scope.holds(event.host.value)) throw Refused(absent());
        store::remove_file(tx, row.number);
        audit::record(tx, "exchange.file_removed", event.event.id);
    });
}

}  // namespace

void add_trace_routes(http::Routes& routes) {
    routes.post("/api/v1/exchange/events/{event}/files", "exchange.host", "Add a material, or a photo with the consent of those on it", post_file).replay =
        http::Replay::done;
    routes.get("/api/v1/exchange/files/{file}", "exchange.see", "A material or a photo", download);
    routes.remove("/api/v1/exchange/files/{file}", "exchange.host", "Remove a material or a photo", remove_file);
}

}  // namespace ryadom::exchange
