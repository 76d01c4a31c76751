// Comments of centres, with the author's answers.
#include "modules/standards/http.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::standards {
namespace {

using http::Call;
using http::Written;

http::Page<Comment> list(Call& call, http::Query<http::Paging> paging) {
    return call.read([&](db::Tx& tx) {
        const auto version = visible_version(call, tx, call.id<Version>("version"));
        auto rows = store::comments(tx, version.number, http::place(paging->cursor).value_or(0), paging->size() + 1);
        http::Page<Comment> page;
        if (cut(rows, paging->size())) page.next = std::to_string(rows.back().number);
        for (auto& row : rows) page.items.push_back(std::move(row.comment));
        return page;
    });
}

Written<Comment> add(Call& call, Comment comment) {
    return call.write([comment, id = call.id<Version>("version"), today = call.today()](db::Tx& tx) {
        const auto version = must(store::find_version(tx, id));
        const auto centre = network::own(tx, comment.organisation);
        if (!version.life.sent_on) throw Refused(absent());
        if (summary_of(tx, version, today).stage != Stage::comments) throw Refused(refuse("standards.not_in_comments").error());
        must(check_comment(comment, store::content(tx, version.number)));
        auto row = store::insert_comment(tx, version.number, centre, comment);
        audit::record(tx, "standards.commented", row.comment.id);
        return std::move(row.comment);
    });
}

/// An answer may be mended until the version is approved: by then it is part of the record.
Written<Comment> answer(Call& call, AnswerRequest request) {
    must(check_answer(request));
    return call.write([request, id = call.id<Comment>("comment")](db::Tx& tx) {
        const auto row = must(store::find_comment(tx, id));
        if (store::version(tx, row.version).life.approved_on) throw Refused(refuse("standards.approved_already").error());
        store::answer(tx, row.number, request);
        audit::record(tx, "standards.answered", id);
        return store::find_comment(tx, id)->comment;
    });
}

}  // namespace

void add_comment_routes(http::Routes& routes) {
    routes.get("/api/v1/standards/versions/{version}/comments", "standards.see", "Comments on a version", list);
    routes.post("/api/v1/standards/versions/{version}/comments", "standards.comment", "Comment on a version for a centre", add);
    routes.act("/api/v1/standards/comments/{comment}/answer", "standards.write", "Answer a comment", answer);
}

}  // namespace ryadom::standards
