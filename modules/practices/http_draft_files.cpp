// The files of a draft. Each change goes on to the next revision of the draft.
#include "modules/practices/draft.hpp"
#include "modules/practices/http.hpp"
#include "modules/practices/package_files.hpp"
#include "platform/audit/audit.hpp"
#include "platform/files/files.hpp"
#include "platform/files/pictures.hpp"

namespace ryadom::practices {
namespace {

using http::Call;
using http::Query;
using http::Written;

struct DraftFile {
    std::string path;
    std::string sha256;
    std::int64_t size = 0;
    std::int64_t revision = 1;  ///< of the draft
};
constexpr auto describe(json::Type<DraftFile>) {
    using T = DraftFile;
    return json::object("PracticeDraftFile", json::field("path", &T::path, "Path in the package"), json::field("sha256", &T::sha256, "SHA-256"),
                        json::field("size", &T::size, "Bytes"), json::field("revision", &T::revision, "Revision of the draft", json::read_only));
}

void refuse_too_much(db::Tx& tx, std::int64_t draft, const PackageFile& added) {
    std::size_t count = 1;
    auto bytes = added.size;
    for (const auto& file : store::draft_files(tx, draft)) {
        if (file.path == added.path) continue;
        ++count;
        bytes += file.size;
    }
    if (count > most_files)
        throw Refused(refuse("practices.file.too_many", {{"limit", std::to_string(most_files)}}).error());
    if (bytes > static_cast<std::int64_t>(most_bytes))
        throw Refused(refuse("practices.file.too_large", {{"limit", std::to_string(most_bytes)}}).error());
}

Written<DraftFile> put_file(Call& call, http::Upload upload, Query<FileQuery> query) {
    Problems problems;
    check_file(query->path, upload.bytes, problems);
    if (problems.has_errors()) throw Refused(wording_of(call).refusal(problems.take()));
    const auto content = std::make_shared<const std::string>(must(files::without_metadata(upload.bytes, files::content_type(upload.bytes))));
    const PackageFile file{query->path, files::hash_of(*content), std::ssize(*content)};
    return call.write([id = call.id<Draft>("draft"), revision = call.revision(), file, content](db::Tx& tx) {
        const auto draft = must(store::find_draft(tx, id));
        refuse_too_much(tx, draft.number, file);
        http::must_change(store::touch_draft(tx, draft.number, revision));
        files::put(tx, file.sha256, *content);
        store::put_draft_file(tx, draft.number, file);
        audit::record(tx, "practices.draft_file_put", draft.id);
        return DraftFile{file.path, file.sha256, file.size, revision + 1};
    });
}

http::Download get_file(Call& call, Query<FileQuery> query) {
    auto content = call.read([&](db::Tx& tx) {
        const auto draft = must(store::find_draft(tx, call.id<Draft>("draft")));
        return must(files::get(tx, must(store::draft_file_hash(tx, draft.number, query->path))));
    });
    return file_download(call, query->path.substr(query->path.rfind('/') + 1), std::move(content));
}

Written<void> delete_file(Call& call, Query<FileQuery> query) {
    return call.write([id = call.id<Draft>("draft"), path = query->path](db::Tx& tx) {
        const auto draft = must(store::find_draft(tx, id));
        if (!store::remove_draft_file(tx, draft.number, path)) throw Refused(absent());
        store::touch_draft(tx, draft.number, draft.revision);
        audit::record(tx, "practices.draft_file_removed", draft.id);
    });
}

}  // namespace

void add_draft_file_routes(http::Routes& routes) {
    const std::string path = "/api/v1/practices/drafts/{draft}/files";
    routes.get(path, "practices.author", "A file of a draft", get_file);
    routes.put(path, "practices.author", "Put a file into a draft", put_file);
    routes.remove(path, "practices.author", "Take a file out of a draft", delete_file);
}

}  // namespace ryadom::practices
