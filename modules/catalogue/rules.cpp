#include "modules/catalogue/rules.hpp"

#include "modules/catalogue/catalogue.hpp"
#include "platform/core/text.hpp"

namespace ryadom::catalogue {
std::string title_in(const Titles& titles, i18n::Language language) {
    for (const auto& wanted : {json::name_of(language), std::string_view("ru")})
        if (const auto found = titles.find(std::string(wanted)); found != titles.end()) return found->second;
    return {};
}

bool is_code(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    });
}

std::vector<FieldError> faults(const Titles& titles, const std::string& pointer) {
    constexpr std::size_t longest = 300;
    std::vector<FieldError> out;
    if (!titles.contains("ru")) out.push_back({pointer + "/ru", "core.required", {}});
    for (const auto& [language, title] : titles) {
        const auto place = pointer + "/" + language;
        if (language != "ru" && language != "kk" && language != "en") out.push_back({place, "core.unknown_field", {}});
        else if (title.find_first_not_of(' ') == std::string::npos) out.push_back({place, "core.required", {}});
        else if (characters(title) > longest) out.push_back({place, "core.too_long", {{"maximum", std::to_string(longest)}}});
    }
    return out;
}

std::vector<FieldError> faults(const Service& service) {
    auto out = faults(service.titles, "/titles");
    if (!is_code(service.code)) out.push_back({"/code", "catalogue.code_form", {}});
    if (service.valid_to && *service.valid_to < service.valid_from) out.push_back({"/valid_to", "catalogue.ends_before_it_begins", {}});
    return out;
}

}  // namespace ryadom::catalogue
