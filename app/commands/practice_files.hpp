// Packages and keys as files of the command line.
#pragma once

#include "modules/practices/archive.hpp"

#include <filesystem>
#include <optional>

namespace ryadom::app {

/// A folder or an archive, read and checked.
struct LoadedPackage {
    practices::ReadPackage read;
    practices::PackageFiles files;
    std::optional<std::string> archive;  ///< the bytes, where it was one
};
std::expected<LoadedPackage, std::vector<practices::Problem>> load_package(const std::filesystem::path& path);

/// Throws std::runtime_error when the file cannot be read, or is larger than any package.
std::string read_file(const std::filesystem::path& path);
/// Beside the place first, then there: a file that was cut off is never seen. Throws std::runtime_error.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

enum class Readers { owner, everybody };
/// Throws std::runtime_error when there is a file already.
void create_file(const std::filesystem::path& path, std::string_view bytes, Readers readers);

/// A secret key stands in its file behind a label, so that nobody can take it for a public one and publish it.
std::string secret_text(const practices::SigningKey& key);
practices::SigningKey read_signing_key(const std::filesystem::path& path);

}  // namespace ryadom::app
