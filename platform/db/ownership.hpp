// One process a data folder.
#pragma once

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

namespace ryadom::db {

/// The folder belongs to one process as long as this lives.
class Ownership {
  public:
    explicit Ownership(const std::filesystem::path& folder) {
        std::filesystem::create_directories(folder);
        descriptor_ = ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor_ < 0 || ::flock(descriptor_, LOCK_EX | LOCK_NB) != 0)
            throw std::runtime_error(fmt::format("The data folder {} is in use by another ryadom process.", folder.string()));
    }
    Ownership(const Ownership&) = delete;
    Ownership& operator=(const Ownership&) = delete;
    ~Ownership() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

  private:
    int descriptor_ = -1;
};

}  // namespace ryadom::db
