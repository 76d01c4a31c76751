// The rollout matrix: plans and keeps the results of home providers and puts them together.
#include "modules/ledger/image_deliveries.hpp"

#include <algorithm>
#include <stdexcept>

namespace ryadom::ledger::image {
namespace {

constexpr std::size_t cached_results = 2;  ///< a home provider: today, and a day to compare with

std::shared_ptr<const CachedDeliveries> find_cached(Partition& partition, const CacheKey& key) {
    const std::lock_guard lock(partition.cache_mutex);
    const auto found =
        std::ranges::find_if(partition.cache, [&](const auto& entry) { return entry->key == key; });
    if (found == partition.cache.end()) return nullptr;
    std::rotate(partition.cache.begin(), found, found + 1);
    return partition.cache.front();
}

void keep(Partition& partition, std::shared_ptr<const CachedDeliveries> entry) {
    const std::lock_guard lock(partition.cache_mutex);
    partition.cache.insert(partition.cache.begin(), std::move(entry));
    if (partition.cache.size() > cached_results) partition.cache.pop_back();
}

}  // namespace

void MatrixBuilder::find_shared() {
    constexpr auto nobody = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> credited_by(adoptions_.size(), nobody);
    shared_.assign(adoptions_.size(), 0);
    const auto credit = [&](std::uint32_t adoption, std::size_t by) {
        if (adoption == AdoptionMap::none) return;
        if (credited_by[adoption] != nobody && credited_by[adoption] != by) shared_[adoption] = 1;
        credited_by[adoption] = by;
    };
    for (std::size_t i = 0; i < partitions_.size(); ++i) {
        const auto& partition = *partitions_[i].partition;
        for (std::size_t p = 0; p < partitions_[i].practices; ++p)
            credit(adoptions_.at(partition.home, partition.practices[p]), i);
        for (std::size_t c = 0; c < partitions_[i].credits; ++c) credit(credited_adoption(partition, c), i);
    }
}

std::uint32_t MatrixBuilder::credited_adoption(const Partition& partition, std::size_t index) const {
    const auto& credit = partition.credits[index];
    return adoptions_.at(partition.performers[credit.performer_index],
                         partition.practices[credit.practice_index]);
}

Plan MatrixBuilder::plan(const Reading& reading) const {
    const auto& partition = *reading.partition;
    Plan plan;
    plan.scope = partition_scope(partition, scope_);
    if (!plan.scope.anybody) return plan;
    plan.practices = reading.practices;
    std::vector<std::uint32_t> wanted;
    std::vector<std::uint32_t> table(partition.performers.size() * reading.practices, AdoptionMap::none);
    for (std::size_t p = 0; p < reading.practices; ++p)
        table[p] = adoptions_.at(partition.home, partition.practices[p]);
    for (std::size_t c = 0; c < reading.credits; ++c)
        table[partition.credits[c].performer_index * reading.practices +
              partition.credits[c].practice_index] = credited_adoption(partition, c);
    std::ranges::remove_copy(table, std::back_inserter(wanted), AdoptionMap::none);
    std::ranges::sort(wanted);
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    for (const auto adoption : wanted)
        plan.slots.push_back({adoption, adoptions_.length(adoption), shared_[adoption] != 0});
    for (const auto adoption : table) {
        const auto slot =
            adoption == AdoptionMap::none ? wanted.end() : std::ranges::lower_bound(wanted, adoption);
        plan.table.push_back(static_cast<std::uint32_t>(slot - wanted.begin()));
    }
    return plan;
}

std::shared_ptr<const CachedDeliveries> MatrixBuilder::result_of(const Reading& reading) {
    CacheKey key{reading.known, merges_, plan(reading)};
    if (caching_ == Caching::on)
        if (auto found = find_cached(*reading.partition, key)) return found;
    ++scanned_;
    if (!workspace_) workspace_.emplace(moment_);
    auto deliveries =
        scan_partition(*reading.partition, reading.known, key.plan, *moment_.state, *workspace_);
    auto entry = std::make_shared<const CachedDeliveries>(std::move(key), std::move(deliveries));
    if (caching_ == Caching::on) keep(*reading.partition, entry);
    return entry;
}

/// The rows are read first: codes and credits that they need were published before them.
void MatrixBuilder::read_partitions() {
    const auto count = moment_.state->partitions.size();
    for (std::size_t i = 0; i < count; ++i) {
        auto& partition = *moment_.state->partitions[i];
        Reading reading{&partition, known(partition, moment_), 0, 0};
        reading.credits = partition.credits.size();
        reading.practices = partition.practices.size();
        partitions_.push_back(reading);
    }
}

MatrixDeliveries MatrixBuilder::run() {
    read_partitions();
    find_shared();
    MatrixDeliveries matrix;
    matrix.buckets_.resize(adoptions_.size());
    std::map<std::uint32_t, std::vector<DeliveriesPart>> shared;
    for (const auto& reading : partitions_) {
        const auto result = result_of(reading);
        for (const auto& part : result->deliveries.parts) {
            if (shared_[part.adoption])
                shared[part.adoption].push_back({&result->deliveries, &part});
            else
                matrix.buckets_[part.adoption] = DeliveriesPart{&result->deliveries, &part}.buckets();
        }
        matrix.kept_.push_back(result);
    }
    if (!shared.empty() && !workspace_) workspace_.emplace(moment_);
    for (const auto& [adoption, parts] : shared) {
        auto merged = std::make_shared<const std::vector<DayBucket>>(
            merge_parts(parts, adoptions_.length(adoption), *moment_.state, workspace_->people));
        matrix.buckets_[adoption] = *merged;
        matrix.kept_.push_back(std::move(merged));
    }
    matrix.scanned_ = scanned_;
    return matrix;
}

AdoptionMap::AdoptionMap(std::size_t organisations, std::size_t practices)
    : organisations_(organisations), practices_(practices), adoptions_(organisations * practices, none) {}

std::uint32_t AdoptionMap::add_adoption(PeriodLength length) {
    lengths_.push_back(length);
    return static_cast<std::uint32_t>(lengths_.size() - 1);
}

void AdoptionMap::assign(std::uint16_t organisation, std::uint16_t practice, std::uint32_t adoption) {
    if (organisation >= organisations_ || practice >= practices_ || adoption >= lengths_.size())
        throw std::out_of_range("the adoption map has no room for this");
    adoptions_[organisation * practices_ + practice] = adoption;
}

MatrixDeliveries matrix_deliveries(const Image& image, const Scope& scope, const AdoptionMap& adoptions,
                                   const AsOf& as_of) {
    return MatrixBuilder(image, scope, adoptions, as_of, Caching::on).run();
}

std::vector<DayBucket> deliveries(const Image& image, const Scope& scope, std::uint16_t practice,
                                  std::span<const std::uint16_t> organisations, PeriodLength length,
                                  const AsOf& as_of) {
    const auto largest = organisations.empty() ? std::uint16_t{0} : std::ranges::max(organisations);
    AdoptionMap one(largest + std::size_t{1}, practice + std::size_t{1});
    const auto adoption = one.add_adoption(length);
    for (const auto organisation : organisations) one.assign(organisation, practice, adoption);
    const auto matrix = MatrixBuilder(image, scope, one, as_of, Caching::off).run();
    const auto found = matrix.of(adoption);
    return {found.begin(), found.end()};
}

}  // namespace ryadom::ledger::image
