#include "app/commands/practice_files.hpp"

#include "modules/practices/package_files.hpp"
#include "modules/practices/package_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace ryadom::app {
namespace {

namespace fs = std::filesystem;
using namespace practices;

constexpr std::size_t largest = most_bytes + (2U << 20);
constexpr std::string_view secret_label = "ryadom-secret-key ";

[[noreturn]] void fail(const fs::path& path, std::string_view what) {
    throw std::runtime_error(path.string() + ": " + std::string(what));
}

std::expected<LoadedPackage, std::vector<Problem>> load_folder(const fs::path& path) {
    auto files = read_folder(path);
    if (!files) return std::unexpected(std::move(files.error()));
    auto read = read_package(*files);
    if (!read) return std::unexpected(std::move(read.error()));
    return LoadedPackage{std::move(*read), std::move(*files), std::nullopt};
}

std::expected<LoadedPackage, std::vector<Problem>> load_archive(const fs::path& path) {
    auto bytes = read_file(path);
    auto archived = read_archive(bytes, {});
    if (!archived) return std::unexpected(std::move(archived.error()));
    // Whose signature it is, only a region's database can say.
    std::erase_if(archived->warnings, [](const Problem& each) { return each.code == "practices.archive.key"; });
    return LoadedPackage{{std::move(archived->package), std::move(archived->warnings)}, std::move(archived->files), std::move(bytes)};
}

}  // namespace

std::expected<LoadedPackage, std::vector<Problem>> load_package(const fs::path& path) {
    return fs::is_directory(path) ? load_folder(path) : load_archive(path);
}

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in || !fs::is_regular_file(path)) fail(path, "cannot be read");
    if (fs::file_size(path) > largest) fail(path, "is larger than any package");
    return {std::istreambuf_iterator<char>(in), {}};
}

void create_file(const fs::path& path, std::string_view bytes, Readers readers) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, readers == Readers::owner ? 0600 : 0644);
    if (file < 0) fail(path, std::strerror(errno));
    bool written = true;
    while (written && !bytes.empty()) {
        const auto count = ::write(file, bytes.data(), bytes.size());
        written = count > 0;
        if (written) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    written = ::fsync(file) == 0 && written;
    ::close(file);
    if (!written) fail(path, "cannot be written");
}

void replace_file(const fs::path& path, std::string_view bytes) {
    auto beside = path;
    beside += ".new";
    fs::remove(beside);
    create_file(beside, bytes, Readers::everybody);
    fs::rename(beside, path);
}

std::string secret_text(const SigningKey& key) { return std::string(secret_label) + to_text(key) + "\n"; }

SigningKey read_signing_key(const fs::path& path) {
    const auto text = read_file(path);
    const auto key = text.starts_with(secret_label) ? parse_signing_key(std::string_view(text).substr(secret_label.size())) : std::nullopt;
    if (!key) fail(path, "is not a secret key of `practice keygen`");
    return *key;
}

}  // namespace ryadom::app
