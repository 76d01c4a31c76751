// Facts one by one, for the measures of a standard.
#include <algorithm>

#include "modules/ledger/image_view.hpp"

namespace ryadom::ledger::image {
namespace {

using Lists = std::vector<std::vector<Delivered>>;

/// What the rows of a partition belong to: by kind the lists, by hand whether it is of the organisations and in scope.
struct Wanted {
    std::vector<std::vector<std::size_t>> lists;
    std::vector<std::uint8_t> hands;
};

bool holds(std::span<const std::uint16_t> organisations, std::uint16_t number) { return std::ranges::find(organisations, number) != organisations.end(); }

/// Nothing when no row of the partition can be wanted.
std::optional<Wanted> wanted(const Partition& partition, const Scope& scope, std::span<const std::uint16_t> organisations, const ListsOf& lists_of) {
    const auto allowed = partition_scope(partition, scope);
    if (!allowed.anybody) return std::nullopt;
    Wanted out;
    const auto home = holds(organisations, partition.home);
    bool any = false;
    for (std::size_t i = 0; i < allowed.hands.size(); ++i) {
        out.hands.push_back(allowed.hands[i] && (home || holds(organisations, partition.performers[partition.hands[i].performer_index])));
        any = any || out.hands.back();
    }
    if (!any) return std::nullopt;
    any = false;
    for (std::size_t i = 0, size = partition.kinds.size(); i < size; ++i) {
        const auto& kind = partition.kinds[i];
        out.lists.push_back(lists_of(kind.service, kind.practice));
        any = any || !out.lists.back().empty();
    }
    return any ? std::optional(std::move(out)) : std::nullopt;
}

Delivered delivered_at(const Partition& partition, const Chunk& chunk, std::uint32_t row, std::uint32_t group,
                       const std::unordered_map<std::uint32_t, std::uint32_t>& survivors) {
    const auto& kind = partition.kinds[chunk.kind[row]];
    Delivered out{chunk.base + chunk.offset[row], Date{chunk.day[row]}, 0, 0, partition.hands[chunk.hand[row]].worker, group,
                  kind.service, kind.practice, chunk.minutes[row], partition.home};
    const auto person = chunk.person[row];
    if (person & unnamed_bit) {
        out.unnamed_count = person & ~unnamed_bit;
        return out;
    }
    const auto survivor = survivors.find(person);
    out.person = survivor == survivors.end() ? person : survivor->second;
    return out;
}

void gather(const Partition& partition, const Known& known, const Wanted& those, const std::unordered_map<std::uint32_t, std::uint32_t>& survivors,
            Lists& out) {
    Runs groups(partition.groups, &GroupRun::group);
    for (const auto& range : counted_rows(partition, known)) {
        const auto base = range.begin / chunk_rows * chunk_rows;
        const auto& chunk = *partition.chunks[range.begin / chunk_rows];
        for (auto row = range.begin - base; row < range.end - base; ++row) {
            const auto& lists = those.lists[chunk.kind[row]];
            if (lists.empty() || !those.hands[chunk.hand[row]]) continue;
            const auto fact = delivered_at(partition, chunk, row, groups.of(base + row), survivors);
            for (const auto list : lists) out[list].push_back(fact);
        }
    }
}

}  // namespace

Lists delivered(const Image& image, const Scope& scope, std::span<const std::uint16_t> organisations, std::size_t lists, const ListsOf& lists_of,
                const AsOf& as_of) {
    const auto now = moment(image, as_of);
    const auto merged = survivors_at(now);
    Lists out(lists);
    for (std::size_t i = 0, size = now.state->partitions.size(); i < size; ++i) {
        const auto& partition = *now.state->partitions[i];
        const auto rows = known(partition, now);
        if (rows.rows == 0) continue;
        if (const auto those = wanted(partition, scope, organisations, lists_of)) gather(partition, rows, *those, merged, out);
    }
    for (auto& list : out)
        std::ranges::sort(list, [](const Delivered& a, const Delivered& b) { return std::pair(a.day, a.position) < std::pair(b.day, b.position); });
    return out;
}

std::unordered_map<std::uint32_t, std::uint32_t> survivors(const Image& image, const AsOf& as_of) { return survivors_at(moment(image, as_of)); }

}  // namespace ryadom::ledger::image
