// What the bank tells of itself to the search: the listed version of each practice.
#include "modules/practices/store.hpp"

#include "platform/db/database.hpp"
#include "platform/search/search.hpp"

namespace ryadom::practices {
namespace {

constexpr std::string_view found_kind = "practice";

template <Shape shape>
std::optional<std::string> said(const Translated<shape>& words, i18n::Language language) {
    switch (language) {
        case i18n::Language::ru: return words.ru;
        case i18n::Language::kk: return words.kk;
        case i18n::Language::en: return words.en;
    }
    return std::nullopt;
}

template <Shape shape>
void append(const Translated<shape>& words, i18n::Language language, std::string& to) {
    if (const auto text = said(words, language)) to.append(to.empty() ? "" : "\n").append(*text);
}

/// For whom, why, what and how; the forms and norms of a package are looked up in its passport.
std::string body_of(const Package& package, i18n::Language language) {
    std::string out;
    append(package.summary, language, out);
    append(package.body, language, out);
    if (package.audience.note) append(*package.audience.note, language, out);
    for (const auto& each : package.indications) append(each.text, language, out);
    for (const auto& each : package.services) append(each.title, language, out);
    // The signs of Markdown are for the page of the practice; where a part of the text is shown they are noise.
    std::erase_if(out, [](char sign) { return sign == '#' || sign == '*'; });
    return out;
}

search::Document document_of(const PracticeRow& practice, const Package& package) {
    search::Document out{std::string(found_kind), practice.id.uuid, {}, "/practices/" + to_string(practice.id), "practices.see", 0};
    for (const auto& [language, name] : names(json::Type<i18n::Language>{})) {
        auto title = said(package.title, language);
        if (!title) continue;
        auto keywords = package.code;
        append(package.origin.centre, language, keywords);
        out.texts.push_back({language, std::move(*title), std::move(keywords), body_of(package, language)});
    }
    return out;
}

}  // namespace

void tell_search(db::Tx& tx, Number<Practice> number) {
    const auto practice = must(find_practice(tx, number));
    const auto version = latest_version(tx, number);
    if (version) search::put(tx, document_of(practice, *package_of(tx, version->number)));
    else search::remove(tx, found_kind, practice.id.uuid);
}

void tell_search(db::Database& database) {
    const auto system = db::Caller::system();
    for (const auto& row : database.read_as(system, [](db::Tx& tx) { return all_practices(tx); }))
        must(database.write_now(system, [number = row.number](db::Tx& tx) { tell_search(tx, number); }));
}

}  // namespace ryadom::practices
