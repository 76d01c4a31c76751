#include "app/commands/output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace ryadom::app {

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)), beside_(path_) {
    beside_ += ".part";
    descriptor_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor_ < 0) fail();
}

OutputFile::~OutputFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(beside_.c_str());
}

void OutputFile::write(std::string_view bytes) {
    size_ += bytes.size();
    while (!bytes.empty()) {
        const auto count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0) fail();
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void OutputFile::finish() {
    if (::fsync(descriptor_) != 0) fail();
    ::close(std::exchange(descriptor_, -1));
    std::filesystem::rename(beside_, path_);
}

void OutputFile::fail() const { throw std::runtime_error(fmt::format("{}: {}", path_.string(), std::strerror(errno))); }

}  // namespace ryadom::app
