#include "modules/practices/package_cache.hpp"

#include <stdexcept>

#include "modules/practices/package_node.hpp"

namespace ryadom::practices {
namespace {

constexpr std::size_t kept_packages = 256;  // some 0.3 MB each

Package parse_package(const std::string& document) {
    // JSON spells some characters with more bytes than YAML does.
    const auto value = json::parse(document, {document_depth + 2, 4 * document_bytes});
    auto read = value ? read_package_json(*value) : PackageResult(std::unexpect);
    if (!read) throw std::runtime_error("a stored package cannot be read");
    return std::move(read->package);
}

}  // namespace

std::shared_ptr<const Package> PackageCache::find(const std::string& digest) {
    const std::lock_guard lock(mutex_);
    const auto found = index_.find(digest);
    if (found == index_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->second;
}

std::shared_ptr<const Package> PackageCache::get(const std::string& digest, const std::function<std::string()>& load) {
    if (auto known = find(digest)) return known;
    auto parsed = std::make_shared<const Package>(parse_package(load()));
    const std::lock_guard lock(mutex_);
    if (const auto meanwhile = index_.find(digest); meanwhile != index_.end()) return meanwhile->second->second;
    entries_.emplace_front(digest, parsed);
    index_.emplace(digest, entries_.begin());
    if (entries_.size() > capacity_) {
        index_.erase(entries_.back().first);
        entries_.pop_back();
    }
    return parsed;
}

std::size_t PackageCache::size() const {
    const std::lock_guard lock(mutex_);
    return entries_.size();
}

PackageCache& package_cache() {
    static PackageCache cache(kept_packages);
    return cache;
}

}  // namespace ryadom::practices
