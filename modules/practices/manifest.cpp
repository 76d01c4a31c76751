#include "modules/practices/manifest.hpp"

#include "modules/practices/package_text.hpp"

namespace ryadom::practices {
namespace {

constexpr std::size_t hash_digits = 64;

std::string manifest_line(const std::string& path, const std::string& content) {
    return hex(sha256(content)) + "  " + path + "\n";
}

void wrong(Problems& problems, std::string_view path, std::string_view reason) {
    problems.file_error(excerpt(path, 120), "practices.archive.manifest", {{"reason", std::string(reason)}});
}

}  // namespace

std::string make_manifest(const PackageFiles& files) {
    std::string out;
    for (const auto& [path, content] : files) out += manifest_line(path, content);
    return out;
}

void check_manifest(std::string_view manifest, const PackageFiles& files, Problems& problems) {
    std::map<std::string, std::string, std::less<>> listed;
    for (auto rest = manifest; !rest.empty();) {
        const auto end = rest.find('\n');
        const auto line = rest.substr(0, end);
        if (end == std::string_view::npos || line.size() < hash_digits + 3 ||
            line.substr(hash_digits, 2) != "  ")
            return wrong(problems, "MANIFEST", "form");
        listed.emplace(line.substr(hash_digits + 2), line.substr(0, hash_digits));
        rest.remove_prefix(end + 1);
    }
    for (const auto& [path, content] : files) {
        const auto line = listed.find(path);
        if (line == listed.end())
            wrong(problems, path, "unlisted");
        else if (line->second != hex(sha256(content)))
            wrong(problems, path, "differs");
    }
    for (const auto& [path, hash] : listed)
        if (!files.contains(path)) wrong(problems, path, "absent");
    // Each line may be right and the order or a repetition still not be the one form.
    if (!problems.has_errors() && make_manifest(files) != manifest) wrong(problems, "MANIFEST", "form");
}

}  // namespace ryadom::practices
