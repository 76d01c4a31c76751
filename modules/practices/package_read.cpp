#include "modules/practices/package.hpp"
#include "modules/practices/package_checks.hpp"
#include "modules/practices/package_node.hpp"
#include "modules/practices/package_reader.hpp"

namespace ryadom::practices {
namespace {

void check(const Package& package, const Node& root, Problems& problems) {
    const Judge judge(root, problems);
    check_head(package, judge);
    check_services(package, judge);
    check_needs(package, judge);
    check_forms(package, judge);
    check_course(package, judge);
    check_standard(package, judge);
    check_rollout(package, judge);
    check_covers(package, judge);
}

/// Reads and judges a document; files are looked at when they are there.
Package read_root(const Node& root, const PackageFiles* files, Problems& problems) {
    Package package;
    DocumentReader reader(std::string(document_path), problems);
    reader.read(root, package);
    if (root.kind == Node::Kind::map) {
        reader.resolve();
        check(package, root, problems);
    }
    if (files) check_files(*files, reader, problems);
    drop_defaults(package);
    return package;
}

PackageResult finish(Package package, Problems& problems) {
    const bool refused = problems.has_errors();
    auto all = problems.take();
    if (refused) return std::unexpected(std::move(all));
    return ReadPackage{std::move(package), std::move(all)};
}

}  // namespace

PackageResult read_package(const PackageFiles& files) {
    Problems problems;
    const auto document = files.find(std::string(document_path));
    if (document == files.end()) {
        problems.file_error(std::string(document_path), "practices.file.missing",
                            {{"path", std::string(document_path)}});
        return finish({}, problems);
    }
    const auto root = parse_document(document->second, document_path);
    if (!root) {
        problems.add(root.error());
        return finish({}, problems);
    }
    auto package = read_root(*root, &files, problems);
    if (!problems.has_errors() && write_package(package) != document->second)
        problems.add({Problem::Level::warning,
                      std::string(document_path),
                      0,
                      0,
                      "",
                      "practices.form.not_canonical",
                      {}});
    return finish(std::move(package), problems);
}

PackageResult read_package_json(const json::Value& document, const PackageFiles* files) {
    Problems problems;
    auto package = read_root(node_of(document), files, problems);
    return finish(std::move(package), problems);
}

FormResult read_form(std::string_view text, std::string_view file) {
    Problems problems;
    Form form;
    if (const auto root = parse_document(text, file)) {
        DocumentReader(std::string(file), problems).read(*root, form);
        if (root->kind == Node::Kind::map) check_form(form, "", Judge(*root, problems, std::string(file)));
        drop_defaults(form);
    } else {
        problems.add(root.error());
    }
    const bool refused = problems.has_errors();
    auto all = problems.take();
    if (refused) return std::unexpected(std::move(all));
    return ReadForm{std::move(form), std::move(all)};
}

}  // namespace ryadom::practices
