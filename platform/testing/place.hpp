// A fresh database of either engine for one test.
#pragma once

#include "platform/db/database.hpp"

#include <string>

namespace ryadom::testing {

/// A place for a database that is gone when the value is.
class Place {
  public:
    /// "sqlite" or "postgresql"; the latter needs the server of tools/test-postgres and throws without it.
    explicit Place(const std::string& engine);
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place();
    const std::string& location() const { return location_; }

  private:
    std::string engine_;
    std::string name_;
    std::string location_;
};

}  // namespace ryadom::testing
