#include "modules/practices/archive.hpp"

#include <algorithm>
#include <set>

#include "modules/practices/archive_zip.hpp"
#include "modules/practices/package_files.hpp"
#include "modules/practices/package_text.hpp"

namespace ryadom::practices {
namespace {

constexpr std::string_view manifest_path = "MANIFEST";
constexpr std::string_view signature_path = "SIGNATURE";
/// Beside the files: the records of the zip, MANIFEST and SIGNATURE.
constexpr std::size_t overhead = 1U << 20;

void wrong_form(Problems& problems, std::string_view file, std::string_view reason) {
    problems.file_error(excerpt(file, 120), "practices.archive.form", {{"reason", std::string(reason)}});
}

void too_large(Problems& problems, std::string_view file, std::size_t limit) {
    problems.file_error(excerpt(file, 120), "practices.archive.too_large",
                        {{"limit", std::to_string(limit)}});
}

bool is_allowed_name(std::string_view name) {
    return name == document_path || name == manifest_path || name == signature_path || is_path(name);
}

/// Says in the reader's words what is wrong with an entry; the comparison of the bytes would only say that
/// something is.
void check_entry(const zip::Entry& entry, Problems& problems) {
    if (!is_allowed_name(entry.name))
        return problems.file_error(excerpt(entry.name, 120), "practices.file.name",
                                   {{"path", excerpt(entry.name, 120)}});
    if (entry.is_special()) return wrong_form(problems, entry.name, "link");
    if (entry.is_encrypted()) return wrong_form(problems, entry.name, "encrypted");
    if (entry.real_size > picture_bytes) return too_large(problems, entry.name, picture_bytes);
    if (!entry.is_stored()) return wrong_form(problems, entry.name, "compressed");
}

void check_entries(const std::vector<zip::Entry>& entries, Problems& problems) {
    if (entries.size() > most_files + 2)
        return problems.file_error("", "practices.file.too_many", {{"limit", std::to_string(most_files)}});
    std::set<std::string_view> names;
    std::size_t bytes = 0;
    for (const auto& entry : entries) {
        check_entry(entry, problems);
        if (!names.insert(entry.name).second) wrong_form(problems, entry.name, "twice");
        bytes += entry.real_size;
    }
    if (bytes > most_bytes + overhead && !problems.has_errors()) too_large(problems, "", most_bytes);
    for (const auto name : {document_path, manifest_path})
        if (!names.contains(name)) wrong_form(problems, name, "absent");
}

std::map<std::string, std::string> take_entries(std::string_view bytes,
                                                const std::vector<zip::Entry>& entries, Problems& problems) {
    std::map<std::string, std::string> out;
    for (const auto& entry : entries) {
        const auto content = zip::content(bytes, entry);
        if (!content)
            wrong_form(problems, entry.name, "cut");
        else
            out.emplace(entry.name, *content);
    }
    return out;
}

ArchiveContent sort_out(std::map<std::string, std::string> entries) {
    ArchiveContent content;
    content.manifest = std::move(entries.extract(std::string(manifest_path)).mapped());
    if (auto node = entries.extract(std::string(signature_path)))
        content.signature = std::move(node.mapped());
    content.files = std::move(entries);
    return content;
}

/// An archive is packed, so what a folder is only warned about is an error here.
void refuse_loose_form(const std::vector<Problem>& warnings, Problems& problems) {
    for (const auto& warning : warnings) {
        if (warning.code == "practices.form.not_canonical")
            wrong_form(problems, document_path, "not_canonical");
        if (warning.code == "practices.file.unused") wrong_form(problems, warning.file, "unnamed");
    }
}

void judge_signature(const SignatureState& state, Problems& problems) {
    using enum SignatureState::Kind;
    if (state.kind == wrong)
        problems.file_error(std::string(signature_path), "practices.archive.signature",
                            {{"key", state.key_id}});
    if (state.kind == unknown_key)
        problems.add({Problem::Level::warning,
                      std::string(signature_path),
                      0,
                      0,
                      "",
                      "practices.archive.key",
                      {{"key", state.key_id}}});
}

}  // namespace

std::expected<ArchiveContent, std::vector<Problem>> open_archive(std::string_view bytes) {
    Problems problems;
    if (bytes.size() > most_bytes + overhead) too_large(problems, "", most_bytes);
    const auto entries = problems.has_errors() ? std::nullopt : zip::read_directory(bytes);
    if (!entries && !problems.has_errors()) wrong_form(problems, "", "not_zip");
    if (entries) check_entries(*entries, problems);
    if (problems.has_errors()) return std::unexpected(problems.take());
    auto taken = take_entries(bytes, *entries, problems);
    if (!problems.has_errors() && zip::write(taken) != bytes) wrong_form(problems, "", "layout");
    if (problems.has_errors()) return std::unexpected(problems.take());
    auto content = sort_out(std::move(taken));
    check_manifest(content.manifest, content.files, problems);
    if (problems.has_errors()) return std::unexpected(problems.take());
    return content;
}

std::expected<ArchivedPackage, std::vector<Problem>> read_archive(std::string_view bytes,
                                                                  const std::vector<PublicKey>& trusted) {
    auto content = open_archive(bytes);
    if (!content) return std::unexpected(std::move(content.error()));
    Problems problems;
    auto signature = verify_signature(content->manifest, content->signature, trusted);
    judge_signature(signature, problems);
    auto read = read_package(content->files);
    const auto& found = read ? read->warnings : read.error();
    for (const auto& each : found) problems.add(each);
    refuse_loose_form(found, problems);
    const bool refused = problems.has_errors();
    auto all = problems.take();
    if (refused) return std::unexpected(std::move(all));
    return ArchivedPackage{std::move(read->package), std::move(content->files),
                           package_digest(content->manifest), std::move(signature), std::move(all)};
}

PackageFiles files_to_pack(const ReadPackage& read, const PackageFiles& files) {
    auto out = files;
    for (const auto& warning : read.warnings)
        if (warning.code == "practices.file.unused") out.erase(warning.file);
    out.insert_or_assign(std::string(document_path), write_package(read.package));
    return out;
}

std::string write_archive(const PackageFiles& files, const SigningKey* key) {
    auto entries = files;
    const auto manifest = make_manifest(files);
    if (key) entries.insert_or_assign(std::string(signature_path), sign_manifest(manifest, *key));
    entries.insert_or_assign(std::string(manifest_path), manifest);
    return zip::write(entries);
}

std::string archive_name(const Package& package) {
    return package.code + "-" + package.version + ".practice";
}

}  // namespace ryadom::practices
