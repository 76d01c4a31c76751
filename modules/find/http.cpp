#include "modules/find/http.hpp"

#include "modules/find/model.hpp"

#include <algorithm>

namespace ryadom::find {
namespace {

/// What answers less than this part of what the best one does shares a word with the question and no more.
constexpr double least = 0.3;
constexpr int usual_limit = 20;

/// A short text that names a thing would stand before the long one of the thing itself: clauses and events name many.
std::map<std::string, double> worth_of_kinds() { return {{"clause", 0.4}, {"event", 0.4}}; }

std::vector<std::string> kinds_of(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find(','), text.size());
        if (end > 0) out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// Every text may answer; those in the reader's language are shown first.
std::vector<i18n::Language> languages_from(i18n::Language first) {
    std::vector<i18n::Language> out{i18n::Language::ru, i18n::Language::kk, i18n::Language::en};
    std::ranges::stable_partition(out, [&](i18n::Language each) { return each == first; });
    return out;
}

MarkedText marked(search::Marked text) {
    MarkedText out{std::move(text.text), {}};
    for (const auto& mark : text.marks) out.marks.push_back({mark.from, mark.to});
    return out;
}

FoundList answered(search::Answer answer) {
    FoundList out;
    for (auto& hit : answer.hits)
        out.items.push_back({std::move(hit.kind), to_string(hit.id), std::move(hit.path), marked(std::move(hit.title)), marked(std::move(hit.snippet)), std::move(hit.within)});
    for (const auto& [kind, count] : answer.counts) out.counts.push_back({kind, count});
    out.meant = std::move(answer.meant);
    return out;
}

}  // namespace

void add_routes(http::Routes& routes, std::shared_ptr<search::Shelf> shelf) {
    routes.get("/api/v1/search", http::signed_in, "What of all things answers a question", [shelf](http::Call& call, http::Query<Ask> ask) -> FoundList {
        search::Question question;
        question.text = ask->q;
        question.languages = languages_from(ask->language.value_or(call.language()));
        question.kinds = kinds_of(ask->kinds.value_or(""));
        question.unfinished = ask->unfinished.value_or(false);
        question.least = least;
        question.worth = worth_of_kinds();
        question.limit = static_cast<std::size_t>(ask->limit.value_or(usual_limit));
        return call.read([&](db::Tx& tx) {
            return answered(shelf->ask(tx, std::move(question), call.today(), [&](std::string_view permission) { return call.allowed(permission); }));
        });
    });
}

}  // namespace ryadom::find
