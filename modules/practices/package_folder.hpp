// Reads a package's folder for the command line, with the limits of an archive.
#pragma once

#include <expected>
#include <filesystem>
#include <vector>

#include "modules/practices/package.hpp"

namespace ryadom::practices {

/// All files below the folder by their paths. Links, devices and what is beyond the limits are problems;
/// names and contents are judged by read_package.
std::expected<PackageFiles, std::vector<Problem>> read_folder(const std::filesystem::path& folder);

}  // namespace ryadom::practices
