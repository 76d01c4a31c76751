#include "modules/papers/rules.hpp"

#include "modules/papers/model.hpp"

#include <fmt/format.h>

namespace ryadom::papers {

std::vector<const store::VersionRow*> of_language(const std::vector<store::VersionRow>& versions, i18n::Language language) {
    std::vector<const store::VersionRow*> out;
    for (const auto& each : versions)
        if (each.language == language) out.push_back(&each);
    return out;
}

const store::VersionRow* in_force(const std::vector<store::VersionRow>& versions, i18n::Language language, Date day) {
    const store::VersionRow* out = nullptr;
    for (const auto* each : of_language(versions, language))
        if (each->valid_from <= day) out = each;
    return out;
}

Checked<void> may_follow(const std::vector<store::VersionRow>& versions, const PublishRequest& request) {
    const auto known = of_language(versions, request.language);
    if (static_cast<std::size_t>(request.after) != known.size()) return refuse("papers.changed_meanwhile");
    if (!known.empty() && request.valid_from < known.back()->valid_from)
        return refuse_field("/valid_from", "papers.before_the_last", {{"day", to_string(known.back()->valid_from)}});
    if (!request.text && (known.empty() || !known.back()->text)) return refuse("papers.back_already");
    return {};
}

std::string label_of(std::int64_t place, int year) { return fmt::format("{}/{}", place, year); }

const Fields& fields_of_paper() {
    static const Fields all{{"paper_number", Type::text, "papers.field.paper_number"},
                            {"paper_day", Type::date, "papers.field.paper_day"},
                            {"organisation", Type::text, "papers.field.organisation"},
                            {"organisation_short", Type::text, "papers.field.organisation_short"},
                            {"organisation_address", Type::text, "papers.field.organisation_address"},
                            {"organisation_phone", Type::text, "papers.field.organisation_phone"},
                            {"director", Type::name, "papers.field.director"}};
    return all;
}

Fields all_fields(const Kind& kind) {
    auto out = kind.fields;
    const auto& own = fields_of_paper();
    out.insert(out.end(), own.begin(), own.end());
    return out;
}

}  // namespace ryadom::papers
