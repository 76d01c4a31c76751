// What other modules call: papers are issued, drawn and known again.
#include "modules/papers/drawing.hpp"
#include "modules/papers/rules.hpp"

#include "platform/audit/audit.hpp"
#include "platform/names/names.hpp"

#include <algorithm>
#include <sstream>

namespace ryadom::papers {
namespace {

using i18n::Language;

/// "Иванова Мария Петровна", as the register of organisations keeps it.
json::Value as_name(const std::string& text) {
    std::istringstream words(text);
    std::string family, given, patronymic;
    words >> family >> given;
    std::getline(words >> std::ws, patronymic);
    if (family.empty()) return {};
    return json::Object{{"family", family}, {"given", given}, {"patronymic", patronymic}};
}

json::Value with_paper(json::Value data, const network::Organisation& organisation, Date day, const std::string& label) {
    if (!data.as<json::Object>()) throw std::logic_error("the data of a paper are no object");
    data.set("paper_number", label);
    data.set("paper_day", to_string(day));
    data.set("organisation", organisation.title);
    data.set("organisation_short", organisation.short_title);
    data.set("organisation_address", organisation.address);
    data.set("organisation_phone", organisation.phone);
    data.set("director", as_name(organisation.director));
    return data;
}

std::optional<std::string> name_about(const Kind& kind, const json::Value& data) {
    if (kind.about.empty()) return std::nullopt;
    const auto* value = data.find(kind.about);
    const auto part = [&](const char* name) {
        const auto* found = value ? value->find(name) : nullptr;
        const auto* text = found ? found->as<std::string>() : nullptr;
        return text ? *text : std::string();
    };
    auto whole = names::whole({part("family"), part("given"), part("patronymic"), {}});
    return whole.empty() ? std::nullopt : std::optional(std::move(whole));
}

network::Organisation organisation_of(db::Tx& tx, const Issue& what) { return must(network::find_organisation(tx, what.organisation)).organisation; }

std::string untitled(const Fields& fields, const i18n::Catalogue& texts) {
    for (const auto& field : fields) {
        if (!texts.has(field.title)) return "no title: " + field.code + "\n";
        if (auto inner = untitled(field.fields, texts); !inner.empty()) return inner;
    }
    return {};
}

IssuedPaper issued_of(const store::PaperRow& row) { return {row.id, row.number, label_of(row.place, row.year), row.day, {}}; }

}  // namespace

json::Value sample_of(const Kind& kind, Language language, Date day) {
    network::Organisation organisation;
    organisation.title = "Государственное бюджетное учреждение «Комплексный центр социального обслуживания населения»";
    organisation.short_title = "КЦСОН";
    organisation.address = "632001, г. Каинск, ул. Мира, д. 1";
    organisation.phone = "8 383 000-00-00";
    organisation.director = "Соколова Мария Петровна";
    return with_paper(kind.sample(language), organisation, day, label_of(12, parts(day).year));
}

std::map<Language, std::string> texts_named(std::span<const EmbeddedFile> files, std::string_view name) {
    std::map<Language, std::string> out;
    for (const auto language : {Language::ru, Language::kk, Language::en}) {
        const auto path = std::string(name) + "." + std::string(json::name_of(language)) + ".txt";
        const auto found = std::ranges::find(files, path, &EmbeddedFile::path);
        if (found != files.end()) out.emplace(language, found->content);
    }
    return out;
}

std::string faults(const Kind& kind, const i18n::Catalogue* texts) {
    std::string out;
    for (const auto& own : fields_of_paper())
        if (std::ranges::find(kind.fields, own.code, &Field::code) != kind.fields.end()) out += "hides a field of every paper: " + own.code + "\n";
    if (!kind.about.empty() && std::ranges::none_of(kind.fields, [&](const Field& field) { return field.code == kind.about && field.type == Type::name; }))
        out += "about is no name: " + kind.about + "\n";
    if (!kind.texts.contains(Language::ru)) out += "no Russian template\n";
    for (const auto& [language, text] : kind.texts) {
        const auto ready = templates::read(text, all_fields(kind), language);
        if (ready) continue;
        for (const auto& each : ready.error())
            out += std::string(json::name_of(language)) + " " + std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + " " + each.code + "\n";
    }
    for (const auto language : {Language::ru, Language::kk, Language::en}) {
        const auto sample = kind.sample(language);
        for (const auto& fault : {templates::misfit(kind.fields, sample), templates::missing(kind.fields, sample)})
            if (!fault.empty()) out += "sample in " + std::string(json::name_of(language)) + ": " + fault + "\n";
    }
    if (texts && !texts->has(kind.title)) out += "no title: " + kind.code + "\n";
    if (texts) out += untitled(all_fields(kind), *texts);
    return out;
}

Checked<IssuedPaper> issue(db::Tx& tx, const Kind& kind, const Issue& what) {
    const auto organisation = organisation_of(tx, what);
    const auto chosen = choose(tx, kind, what.language, what.day);
    const auto year = parts(what.day).year;
    const auto place = store::next_place(tx, what.organisation.value, kind.code, year);
    const auto data = with_paper(what.data, organisation, what.day, label_of(place, year));
    // What cannot be drawn gets no number: the closure ends here and the number goes back with it.
    auto words = drawn(kind, chosen, data);
    if (!words) return std::unexpected(std::move(words.error()));
    const auto [number, id] = store::insert_paper(tx, {what.organisation.value, kind.code, year, place, what.day, chosen.language, chosen.version, store::keep_text(tx, chosen.text),
                                                       what.about, name_about(kind, data), json::write(data)});
    audit::record(tx, "papers.issued", id, what.about ? std::optional(what.about->id) : std::nullopt);
    return IssuedPaper{id, number, label_of(place, year), what.day, std::move(words->doubts)};
}

Checked<documents::Paper> draft(db::Tx& tx, const Kind& kind, const Issue& what, const i18n::Catalogue& texts) {
    const auto chosen = choose(tx, kind, what.language, what.day);
    auto words = drawn(kind, chosen, with_paper(what.data, organisation_of(tx, what), what.day, ""));
    if (!words) return std::unexpected(std::move(words.error()));
    return document_of(kind, std::move(*words), chosen.language, texts, "");
}

Checked<documents::Paper> paper_of(db::Tx& tx, const Kind& kind, const Id<IssuedPaper>& id, const i18n::Catalogue& texts) {
    const auto row = store::find(tx, id);
    const auto kept = row ? store::data_of(tx, row->number) : std::nullopt;
    if (!kept || row->kind != kind.code) return std::unexpected(absent());
    constexpr json::ParseLimits limits{.depth = 32, .bytes = std::size_t{16} << 20};
    const auto data = json::parse(*kept, limits);
    if (!data) throw std::logic_error("the data of a paper are no JSON");
    auto words = drawn(kind, {row->language, store::text(tx, row->text), {}}, *data);
    if (!words) return std::unexpected(std::move(words.error()));
    return document_of(kind, std::move(*words), row->language, texts, label_of(row->place, row->year));
}

void handed_out(db::Tx& tx, Number<IssuedPaper> number, std::string_view sha256) { store::insert_print(tx, number, sha256); }

std::vector<AboutPerson> papers_about(db::Tx& tx, std::int64_t person, int longest) {
    std::vector<AboutPerson> out;
    for (const auto& row : store::about(tx, person, longest)) out.push_back({issued_of(row), row.kind});
    return out;
}

}  // namespace ryadom::papers
