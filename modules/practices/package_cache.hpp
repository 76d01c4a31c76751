// Parsed packages by their digest. A version never changes, so what is kept is never stale, whatever database it is from.
#pragma once

#include "modules/practices/package.hpp"

#include <functional>
#include <list>
#include <memory>
#include <mutex>

namespace ryadom::practices {

class PackageCache {
  public:
    explicit PackageCache(std::size_t capacity) : capacity_(capacity) {}

    /// `load` yields the document as JSON; it runs outside of the lock, so that readers do not wait for each other.
    std::shared_ptr<const Package> get(const std::string& digest, const std::function<std::string()>& load);
    std::size_t size() const;

  private:
    using Entry = std::pair<std::string, std::shared_ptr<const Package>>;

    std::shared_ptr<const Package> find(const std::string& digest);

    const std::size_t capacity_;
    mutable std::mutex mutex_;
    std::list<Entry> entries_;  ///< the last used first
    std::map<std::string, std::list<Entry>::iterator, std::less<>> index_;
};

/// The one of this process.
PackageCache& package_cache();

}  // namespace ryadom::practices
