#include "platform/http/paper_answer.hpp"

#include "platform/http/table_answer.hpp"

namespace ryadom::http {
namespace {

documents::Paper worded(documents::Paper paper, const documents::PrintWords& words) {
    paper.language = words.language;
    paper.sheet = words.sheet;
    return paper;
}

Download shown(std::string name, Body body) { return {std::string(pdf_type), std::move(name) + ".pdf", std::move(body), Disposition::show}; }

}  // namespace

Download as_file(const Call& call, documents::Paper paper) {
    const auto ready = worded(std::move(paper), print_words(call));
    return shown(ready.name, documents::render_pdf(ready));
}

Written<Download> as_file(const Call& call, Written<documents::Paper> written) {
    return {[work = std::move(written.work), words = print_words(call)](db::Tx& tx) {
        auto ready = worded(work(tx), words);
        auto name = ready.name;
        // Drawn after the commit: the writer does not wait for it.
        Pull body = [ready = std::move(ready), done = false]() mutable {
            return std::exchange(done, true) ? std::nullopt : std::optional(documents::render_pdf(ready));
        };
        return shown(std::move(name), std::move(body));
    }};
}

Download as_file(const Call& /*call*/, const calendar::Calendar& calendar) {
    return {std::string(calendar_type) + "; charset=utf-8", calendar.name + ".ics", calendar::write(calendar)};
}

}  // namespace ryadom::http
