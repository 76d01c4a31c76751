// Recomputes the figures in plain SQL and holds the image against them. People are taken in ranges of their numbers:
// sums over disjoint people add up, so that a large ledger needs no large sort.
#include "modules/ledger/store.hpp"
#include "modules/ledger/verify_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace ryadom::ledger {
namespace {

using store::CountKey;
using store::Cut;
using store::DeliveryKey;

constexpr std::size_t most_differences = 50;
constexpr int settled_days = 7;

class Differences {
  public:
    template <class Key, class Value, class Words>
    void compare(const std::map<Key, Value>& in_sql, const std::map<Key, Value>& in_image, const Words& words) {
        for (const auto& [key, value] : in_sql) {
            const auto found = in_image.find(key);
            if (found == in_image.end() || found->second != value) add(words(key, value, found == in_image.end() ? Value{} : found->second));
        }
        for (const auto& [key, value] : in_image)
            if (!in_sql.contains(key)) add(words(key, Value{}, value));
    }
    void add(std::string text) {
        if (out_.size() < most_differences) out_.push_back(std::move(text));
    }
    std::vector<std::string> take() { return std::move(out_); }

  private:
    std::vector<std::string> out_;
};

std::string words_of(const image::Count& count) {
    return fmt::format("{} facts, {} people, {} minutes, {} unnamed", count.facts, count.people, count.minutes, count.unnamed);
}

image::Axis identity(std::int64_t largest) {
    image::Axis out;
    out.group_of.resize(static_cast<std::size_t>(largest) + 1);
    std::iota(out.group_of.begin(), out.group_of.end(), 0U);
    return out;
}

void add_counts(std::map<CountKey, image::Count>& out, const image::Counts& counts, Date first) {
    auto month = period_of(first, PeriodLength::month);
    const auto organisations = counts.cells.size() / (counts.practices * counts.months);
    for (std::size_t at = 0; at < counts.months; ++at, month = next(month, PeriodLength::month))
        for (std::size_t organisation = 0; organisation < organisations; ++organisation)
            for (std::size_t practice = 0; practice < counts.practices; ++practice)
                if (const auto& count = counts.at(organisation, practice, 0, at); count.facts > 0)
                    out[{static_cast<std::int64_t>(organisation), static_cast<std::int64_t>(practice), to_string(month.first).substr(0, 7)}] = count;
}

/// Year by year: the image's table is dense.
std::map<CountKey, image::Count> counts_in_image(const image::Image& image, const store::Extent& extent, const Cut& cut, image::Provider provider) {
    std::map<CountKey, image::Count> out;
    for (int year = parts(extent.first).year; year <= parts(extent.last).year; ++year) {
        image::CountRequest request;
        request.first = *make_date(year, 1, 1);
        request.last = *make_date(year, 12, 31);
        request.organisations = identity(extent.largest_organisation);
        request.practices = identity(extent.largest_practice);
        request.counted_by = provider;
        request.months = image::Months::apart;
        request.as_of = {cut.day, cut.position};
        add_counts(out, image::counts(image, image::Scope::everything(), request), request.first);
    }
    return out;
}

/// All organisations of one depth adopt, each with what is below it: their subtrees do not overlap.
std::map<DeliveryKey, store::Delivered> deliveries_in_image(const image::Image& image, const std::vector<store::Branch>& tree, std::int64_t depth,
                                                             const store::Extent& extent, const Cut& cut, PeriodLength length) {
    const auto practices = static_cast<std::size_t>(extent.largest_practice) + 1;
    image::AdoptionMap adoptions(static_cast<std::size_t>(extent.largest_organisation) + 1, practices);
    std::map<std::pair<std::int64_t, std::size_t>, std::uint32_t> indexes;
    for (const auto& branch : tree)
        for (std::size_t practice = 1; branch.depth == depth && practice < practices; ++practice) {
            const auto [found, added] = indexes.try_emplace({branch.root, practice});
            if (added) found->second = adoptions.add_adoption(length);
            adoptions.assign(static_cast<std::uint16_t>(branch.member), static_cast<std::uint16_t>(practice), found->second);
        }
    const auto matrix = image::matrix_deliveries(image, image::Scope::everything(), adoptions, {cut.day, cut.position});
    std::map<DeliveryKey, store::Delivered> out;
    for (const auto& [key, index] : indexes)
        for (const auto& bucket : matrix.of(index))
            out[{key.first, static_cast<std::int64_t>(key.second), bucket.day}] = {bucket.facts, bucket.new_people};
    return out;
}

class Verification {
  public:
    Verification(db::Tx& tx, const image::Image& image) : tx_(tx), image_(image), extent_(store::extent(tx)), tree_(store::tree(tx)) {}

    std::vector<std::string> run() {
        if (!extent_.any) return {};
        const auto position = store::last_position(tx_);
        check({image::last_day, position});
        check({extent_.last_recorded - settled_days, position});
        return differences_.take();
    }

  private:
    void check(const Cut& cut) {
        check_counts(cut, image::Provider::home, "home provider");
        check_counts(cut, image::Provider::performer, "performer");
        check_deliveries(cut, PeriodLength::month);
        check_deliveries(cut, PeriodLength::quarter);
    }

    void check_counts(const Cut& cut, image::Provider provider, const char* side) {
        const auto in_sql = store::counts(tx_, extent_, cut, provider);
        differences_.compare(in_sql, counts_in_image(image_, extent_, cut, provider), [&](const CountKey& key, const image::Count& sql, const image::Count& image) {
            return fmt::format("{} {}, practice {}, {}, as of {}: SQL {}; image {}", side, key.organisation, key.practice, key.month, to_string(cut.day),
                               words_of(sql), words_of(image));
        });
    }

    void check_deliveries(const Cut& cut, PeriodLength length) {
        const auto in_sql = store::deliveries(tx_, extent_, cut, length);
        const auto deepest = std::ranges::max_element(tree_, {}, &store::Branch::depth);
        if (deepest == tree_.end()) return;
        std::map<DeliveryKey, store::Delivered> in_image;
        for (std::int64_t depth = 0; depth <= deepest->depth; ++depth)
            in_image.merge(deliveries_in_image(image_, tree_, depth, extent_, cut, length));
        differences_.compare(in_sql, in_image, [&](const DeliveryKey& key, const store::Delivered& sql, const store::Delivered& image) {
            return fmt::format("deliveries of organisation {} and below, practice {}, {}, as of {}: SQL {} facts, {} new people; image {} facts, {} new people",
                               key.root, key.practice, to_string(key.day), to_string(cut.day), sql.facts, sql.new_people, image.facts, image.new_people);
        });
    }

    db::Tx& tx_;
    const image::Image& image_;
    store::Extent extent_;
    std::vector<store::Branch> tree_;
    Differences differences_;
};

}  // namespace

std::vector<std::string> verify_figures(db::Database& database, const Feed& feed) {
    return database.read_as(db::Caller::system(), [&](db::Tx& tx) {
        feed.await(store::last_position(tx));
        if (const auto fault = feed.fault()) return std::vector{"the image does not follow the ledger: " + *fault};
        return Verification(tx, feed.image()).run();
    });
}

std::optional<std::string> verify_ledger(db::Tx& tx) { return store::first_bad_row(tx); }

}  // namespace ryadom::ledger
