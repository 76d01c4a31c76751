#include "modules/standards/found.hpp"
#include "modules/standards/store.hpp"
#include "platform/core/bytes.hpp"
#include "platform/db/database.hpp"
#include "platform/search/search.hpp"

#include <algorithm>

namespace ryadom::standards {
namespace {

using i18n::Language;

constexpr db::Sql every_standard = "select number from v_standards_standard order by number";

/// A longer text above a clause is a paragraph and no heading.
constexpr std::size_t longest_heading = 300;

/// A version, and the days on which it is the one that is found.
struct Turn {
    const store::VersionRow* version;
    std::optional<Date> from;
    std::optional<Date> until;
};

/// Versions follow each other by their orders, the first of them found as soon as it is approved; where none is yet, what
/// centres were asked about is found. A draft is not: its authors and pilot centres alone may read it.
std::vector<Turn> turns(const store::StandardRow& standard, const std::vector<store::VersionRow>& versions) {
    std::vector<Turn> out;
    std::optional<Date> next;
    for (const auto& each : versions) {
        if (!each.life.approved_on) continue;
        out.push_back({&each, each.life.in_force_from, last_day(next, standard.repealed_from)});
        next = each.life.in_force_from;
    }
    if (!out.empty()) out.back().from.reset();
    else if (!versions.empty() && versions.front().life.sent_on) out.push_back({&versions.front(), {}, {}});
    return out;
}

template <class Words>
const std::string* said(const Words& words, Language language) {
    switch (language) {
        case Language::ru: return &words.ru;
        case Language::kk: return words.kk ? &*words.kk : nullptr;
        case Language::en: return words.en ? &*words.en : nullptr;
    }
    return nullptr;
}

template <class Words>
void append(const Words& words, Language language, std::string& to) {
    if (const auto* text = said(words, language)) to.append(to.empty() ? "" : "\n").append(*text);
}

/// All but the clauses, which are found by themselves.
std::string body_of(const Content& content, Language language) {
    std::string out;
    for (const auto* part : {&content.description, &content.target_group, &content.volume, &content.conditions, &content.accessibility, &content.remote.conditions})
        if (*part) append(**part, language, out);
    for (const auto* phase : {&content.algorithm.preparation, &content.algorithm.performance, &content.algorithm.completion})
        for (const auto& step : *phase) append(step.text, language, out);
    for (const auto& each : content.statements) append(each.title, language, out);
    return out;
}

search::Document document_of(const store::StandardRow& standard, const Turn& turn, const Content& content) {
    search::Document out{"standard", turn.version->id.uuid, {}, "/standards/" + to_string(standard.id), "standards.see", 0, turn.from, turn.until};
    const auto keywords = standard.code + (turn.version->order ? ' ' + turn.version->order->number : "");
    for (const auto& [language, name] : names(json::Type<Language>{}))
        if (const auto* title = said(content.title, language)) out.texts.push_back({language, *title, keywords, body_of(content, language), {}});
    return out;
}

/// A clause has no id outside its version: the same two make the same one.
Uuid id_of(const Id<Version>& version, const std::string& clause) {
    const auto hash = sha256(to_string(version) + '/' + clause);
    Uuid out;
    std::copy_n(hash.begin(), out.bytes.size(), out.bytes.begin());
    return out;
}

std::string title_of(const Clause& clause, const Clause* above, Language language) {
    const auto* heading = above ? said(above->text, language) : nullptr;
    if (!heading || heading->size() > longest_heading) return clause.address;
    return clause.address + ' ' + *heading;
}

search::Document document_of(const Turn& turn, const Content& content, const Clause& clause, const Clause* above) {
    const auto& version = turn.version->id;
    search::Document out{"clause", id_of(version, clause.id), {}, "/standards/versions/" + to_string(version) + "#clause-" + clause.address, "standards.see", 0,
                         turn.from, turn.until};
    for (const auto& [language, name] : names(json::Type<Language>{})) {
        const auto* text = said(clause.text, language);
        if (!text) continue;
        const auto* standard = said(content.title, language);
        out.texts.push_back({language, title_of(clause, above, language), {}, *text, standard ? *standard : content.title.ru});
    }
    return out;
}

void add(const store::StandardRow& standard, const Turn& turn, const Content& content, std::vector<search::Document>& to) {
    to.push_back(document_of(standard, turn, content));
    std::array<const Clause*, deepest_clause + 1> at{};
    for (const auto& clause : content.clauses) {
        const auto level = static_cast<std::size_t>(clause.level);
        at.at(level) = &clause;
        to.push_back(document_of(turn, content, clause, at.at(level - 1)));
    }
}

}  // namespace

void tell_search(db::Tx& tx, Number<Standard> number) {
    const auto standard = store::standard(tx, number);
    const auto versions = store::versions(tx, number);
    // By then the day is over in every zone.
    const auto over = local_date(tx.now(), "UTC") - 1;
    std::vector<search::Document> documents;
    for (const auto& each : turns(standard, versions))
        if (!each.until || *each.until >= over) add(standard, each, store::content(tx, each.version->number), documents);
    search::put_all(tx, standard.id.uuid, documents);
}

void tell_search(db::Database& database) {
    // In one write, so that a start that is broken off leaves nothing half told.
    must(database.write_now(db::Caller::system(), [](db::Tx& tx) {
        for (const auto number : tx.list(every_standard, [](const db::Row& row) { return row.get<Number<Standard>>(0); })) tell_search(tx, number);
    }));
}

}  // namespace ryadom::standards
