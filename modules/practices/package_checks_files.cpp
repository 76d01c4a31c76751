// The document and its files against each other: each named file is there, nothing else is.
#include <algorithm>

#include "modules/practices/package_checks.hpp"
#include "modules/practices/package_files.hpp"

namespace ryadom::practices {
namespace {

void warn(Problems& problems, const std::string& file, int line, std::string_view code, Arguments arguments) {
    problems.add(
        {Problem::Level::warning, file, line, 0, "", "practices." + std::string(code), std::move(arguments)});
}

void check_limits(const PackageFiles& files, Problems& problems) {
    std::size_t bytes = 0;
    for (const auto& [path, content] : files) bytes += content.size();
    if (files.size() > most_files)
        problems.file_error("", "practices.file.too_many", {{"limit", std::to_string(most_files)}});
    if (bytes > most_bytes)
        problems.file_error("", "practices.file.too_large", {{"limit", std::to_string(most_bytes)}});
}

/// A lesson is read on a telephone, a template is filled in: neither can be a picture.
void check_kind(const Mention& mention, Problems& problems) {
    const bool lesson =
        mention.pointer.starts_with("/course/lessons/") && mention.pointer.contains("/content/");
    const bool form = mention.pointer.starts_with("/document_templates/");
    const auto kind = kind_of(mention.text);
    const bool fits = kind && (!lesson || kind == FileKind::markdown) &&
                      (!form || kind == FileKind::markdown || kind == FileKind::pdf);
    if (fits) return;
    problems.add({Problem::Level::error,
                  std::string(document_path),
                  mention.line,
                  mention.column,
                  mention.pointer,
                  "practices.file.type",
                  {{"path", mention.text}}});
}

void check_images(const std::string& path, const std::string& content, const PackageFiles& files, Ids& used,
                  Problems& problems) {
    for (const auto& image : images_of(content)) {
        const bool named_well = is_path(image.text);
        if (named_well && files.contains(image.text)) {
            used.insert(image.text);
            continue;
        }
        problems.add({Problem::Level::error,
                      path,
                      image.line,
                      0,
                      "",
                      named_well ? "practices.file.missing" : "practices.file.name",
                      {{"path", excerpt(image.text)}}});
    }
}

void check_placeholders(const std::string& path, const std::string& content, Problems& problems) {
    for (const auto& each : placeholders_of(content))
        if (!is_known_placeholder(each.text))
            warn(problems, path, each.line, "template.unknown_field", {{"name", excerpt(each.text)}});
}

}  // namespace

void check_files(const PackageFiles& files, const DocumentReader& reader, Problems& problems) {
    check_limits(files, problems);
    Ids used;
    Ids templates;
    for (const auto& mention : reader.paths()) {
        check_kind(mention, problems);
        used.insert(mention.text);
        if (mention.pointer.starts_with("/document_templates/")) templates.insert(mention.text);
        if (!files.contains(mention.text))
            problems.add({Problem::Level::error,
                          std::string(document_path),
                          mention.line,
                          mention.column,
                          mention.pointer,
                          "practices.file.missing",
                          {{"path", mention.text}}});
    }
    for (const auto& [path, content] : files) {
        if (path == document_path) {
            // Images in the texts of the document; its lines are those of the YAML, where they are written as
            // they are.
            check_images(path, content, files, used, problems);
            continue;
        }
        check_file(path, content, problems);
        if (kind_of(path) != FileKind::markdown) continue;
        check_images(path, content, files, used, problems);
        if (templates.contains(path)) check_placeholders(path, content, problems);
    }
    for (const auto& [path, content] : files)
        if (path != document_path && !used.contains(path))
            warn(problems, excerpt(path, 120), 0, "file.unused", {{"path", excerpt(path, 120)}});
}

}  // namespace ryadom::practices
