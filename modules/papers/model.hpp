// Papers and their templates as the API shows them.
#pragma once

#include "modules/papers/papers.hpp"
#include "platform/templates/template.hpp"

namespace ryadom::papers {

/// The template of a kind in one language, today.
struct LanguageInForce {
    i18n::Language language = i18n::Language::ru;
    int version = 0;  ///< 0: nobody ever changed it
    bool own = false;  ///< of the region, not of the program
    std::optional<Date> valid_from;
    std::optional<Date> next_from;  ///< a newer version waits
};
constexpr auto describe(json::Type<LanguageInForce>) {
    using json::field;
    using T = LanguageInForce;
    return json::object("PaperTemplateInForce", field("language", &T::language, "Language"), field("version", &T::version, "Version; 0: the one of the program"),
                        field("own", &T::own, "Of the region, not of the program"), field("valid_from", &T::valid_from, "In force from"),
                        field("next_from", &T::next_from, "From when a newer version is in force"));
}

struct ListedKind {
    std::string code;
    std::string title;
    std::vector<LanguageInForce> languages;
};
constexpr auto describe(json::Type<ListedKind>) {
    using json::field;
    using T = ListedKind;
    return json::object("PaperKind", field("code", &T::code, "Code"), field("title", &T::title, "Title"), field("languages", &T::languages, "Templates in force"));
}

struct FieldView {
    std::string code;
    std::string title;
    Type type = Type::text;
    std::vector<std::string> lists;  ///< in which it stands, the outermost first
};
constexpr auto describe(json::Type<FieldView>) {
    using json::field;
    using T = FieldView;
    return json::object("PaperField", field("code", &T::code, "As templates name it"), field("title", &T::title, "Title"), field("type", &T::type, "Type"),
                        field("lists", &T::lists, "Lists in which it stands, the outermost first"));
}

struct FilterView {
    std::string name;
    std::string title;
    std::optional<Type> takes;
    std::string example;
};
constexpr auto describe(json::Type<FilterView>) {
    using json::field;
    using T = FilterView;
    return json::object("PaperFilter", field("name", &T::name, "Name"), field("title", &T::title, "What it does"), field("takes", &T::takes, "Type of its fields; absent: any"),
                        field("example", &T::example, "As it is written"));
}

struct TemplateVersion {
    int version = 1;
    Date valid_from;
    Instant published_at;
    std::optional<std::string> author;
    bool back = false;  ///< to the template of the program
};
constexpr auto describe(json::Type<TemplateVersion>) {
    using json::field;
    using T = TemplateVersion;
    return json::object("PaperTemplateVersion", field("version", &T::version, "Version"), field("valid_from", &T::valid_from, "In force from"),
                        field("published_at", &T::published_at, "When it was saved"), field("author", &T::author, "By whom"),
                        field("back", &T::back, "Back to the template of the program"));
}

constexpr auto text_limits = json::length(1, templates::longest_text);

struct KindSheet {
    std::string code;
    std::string title;
    i18n::Language language = i18n::Language::ru;
    std::vector<FieldView> fields;
    std::vector<FilterView> filters;
    std::string text;     ///< of the version asked for
    int version = 0;
    bool own = false;
    std::string shipped;  ///< the template of the program
    std::vector<TemplateVersion> versions;  ///< newest first
};
constexpr auto describe(json::Type<KindSheet>) {
    using json::field;
    using T = KindSheet;
    return json::object("PaperKindSheet", field("code", &T::code, "Code"), field("title", &T::title, "Title"), field("language", &T::language, "Language"),
                        field("fields", &T::fields, "Fields, those of a list after it", json::length(0, 500)), field("filters", &T::filters, "Filters", json::length(0, 100)),
                        field("text", &T::text, "The template", text_limits), field("version", &T::version, "Its version; 0: the one of the program"),
                        field("own", &T::own, "Of the region, not of the program"), field("shipped", &T::shipped, "The template of the program", text_limits),
                        field("versions", &T::versions, "All versions, newest first"));
}

struct TemplateProblem {
    int line = 1;
    int column = 1;
    std::string text;
};
constexpr auto describe(json::Type<TemplateProblem>) {
    using json::field;
    using T = TemplateProblem;
    return json::object("PaperTemplateProblem", field("line", &T::line, "Line"), field("column", &T::column, "Column"), field("text", &T::text, "In words"));
}

struct CheckRequest {
    i18n::Language language = i18n::Language::ru;
    std::string text;
};
constexpr auto describe(json::Type<CheckRequest>) {
    using json::field;
    using T = CheckRequest;
    return json::object("PaperTemplateCheckRequest", field("language", &T::language, "Language"), field("text", &T::text, "The template", json::length(0, templates::longest_text)));
}

struct PublishRequest {
    i18n::Language language = i18n::Language::ru;
    std::optional<std::string> text;  ///< absent: back to the template of the program
    Date valid_from;
    int after = 0;  ///< the newest version that the author has seen
};
constexpr auto describe(json::Type<PublishRequest>) {
    using json::field;
    using T = PublishRequest;
    return json::object("PaperTemplatePublication", field("language", &T::language, "Language"),
                        field("text", &T::text, "The template; absent: back to the one of the program", text_limits), field("valid_from", &T::valid_from, "In force from"),
                        field("after", &T::after, "The newest version that the author has seen; 0: none", json::range(0, 100'000)));
}

/// A paper in the register.
struct RegisteredPaper {
    Id<IssuedPaper> id;
    std::string label;
    std::string kind;
    std::string title;
    Date day;
    Id<network::Organisation> organisation;
    i18n::Language language = i18n::Language::ru;
    int template_version = 0;
    std::optional<Uuid> person;
    std::optional<std::string> name;  ///< of whom it is about, for those who see the person
    Instant issued_at;
    std::optional<std::string> author;
    std::optional<std::string> sha256;  ///< of the bytes handed out last; absent: never printed
};
constexpr auto describe(json::Type<RegisteredPaper>) {
    using json::field;
    using T = RegisteredPaper;
    return json::object("Paper", field("id", &T::id, "Id"), field("label", &T::label, "Number, as it is printed"), field("kind", &T::kind, "Code of its kind"),
                        field("title", &T::title, "Kind"), field("day", &T::day, "Day"), field("organisation", &T::organisation, "Who issued it"),
                        field("language", &T::language, "Language"), field("template_version", &T::template_version, "Version of the template; 0: the one of the program"),
                        field("person", &T::person, "Whom it is about"), field("name", &T::name, "Whom it is about, by name"), field("issued_at", &T::issued_at, "When it was issued"),
                        field("author", &T::author, "By whom"), field("sha256", &T::sha256, "SHA-256 of the file; absent: not printed yet"));
}

/// What was found of a file.
struct Recognised {
    std::string sha256;
    std::optional<RegisteredPaper> paper;
};
constexpr auto describe(json::Type<Recognised>) {
    return json::object("RecognisedPaper", json::field("sha256", &Recognised::sha256, "SHA-256 of the file"),
                        json::field("paper", &Recognised::paper, "The paper that it is; absent: none that the caller sees"));
}

}  // namespace ryadom::papers
