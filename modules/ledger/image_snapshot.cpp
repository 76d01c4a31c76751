// What of the image goes into the snapshot, and back.
#include "modules/ledger/image_snapshot.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "modules/ledger/image_view.hpp"

namespace ryadom::ledger::image {
namespace {

constexpr std::uint64_t most_codes = 0x1'0000;
constexpr std::uint64_t most_rows = 0xffff'ffff;

/// Calls `column(values)` for each column of the chunk's first `rows` rows.
template <class C, class F>
void each_column(C& chunk, std::size_t rows, const F& column) {
    column(std::span(chunk.offset).first(rows));
    column(std::span(chunk.person).first(rows));
    column(std::span(chunk.day).first(rows));
    column(std::span(chunk.minutes).first(rows));
    column(std::span(chunk.kind).first(rows));
    column(std::span(chunk.hand).first(rows));
    column(std::span(chunk.channel).first(rows));
    column(std::span(chunk.flags).first(rows));
}

std::size_t rows_of_chunk(std::uint32_t rows, std::uint32_t begin) {
    return std::min(chunk_rows, rows - begin);
}

/// Lists that refer to others are measured before them, so that nothing points behind the end while rows are
/// appended.
void write(SnapshotWriter& writer, const Partition& partition, const Known& known) {
    writer.number(partition.home);
    writer.number(known.rows);
    const auto credits = partition.credits.size();
    writer.list(partition.kinds, partition.kinds.size());
    writer.list(partition.hands, partition.hands.size());
    writer.list(partition.practices, partition.practices.size());
    writer.list(partition.performers, partition.performers.size());
    writer.list(partition.credits, credits);
    auto runs = partition.runs.size();
    while (runs > 0 && partition.runs[runs - 1].row >= known.rows) --runs;
    writer.list(partition.runs, runs);
    auto groups = partition.groups.size();
    while (groups > 0 && partition.groups[groups - 1].row >= known.rows) --groups;
    writer.list(partition.groups, groups);
    writer.list(partition.reversals, known.reversals);
    writer.number(partition.first_day.load(std::memory_order_relaxed));
    writer.number(partition.last_day.load(std::memory_order_relaxed));
    for (std::uint32_t begin = 0; begin < known.rows; begin += chunk_rows) {
        const auto& chunk = *partition.chunks[begin / chunk_rows];
        const auto rows = rows_of_chunk(known.rows, begin);
        writer.number(static_cast<std::uint64_t>(chunk.base));
        writer.number(rows == chunk_rows ? chunk.first_day : 0U);
        writer.number(rows == chunk_rows ? chunk.last_day : 0U);
        each_column(chunk, rows, [&](auto values) { writer.array(values); });
    }
}

void rebuild_codes(SnapshotReader& reader, Partition& partition) {
    for (std::uint16_t i = 0; i < partition.practices.size(); ++i)
        partition.practice_codes.emplace(partition.practices[i], i);
    partition.performer_codes.clear();
    for (std::uint16_t i = 0; i < partition.performers.size(); ++i)
        partition.performer_codes.emplace(partition.performers[i], i);
    for (std::uint16_t i = 0; i < partition.kinds.size(); ++i) {
        const auto& kind = partition.kinds[i];
        if (kind.practice_index >= partition.practices.size()) reader.distrust();
        const auto key =
            std::uint64_t{kind.service} << 32 | std::uint64_t{kind.practice} << 16 | kind.practice_version;
        partition.kind_codes.emplace(key, i);
    }
    for (std::uint16_t i = 0; i < partition.hands.size(); ++i) {
        const auto& hand = partition.hands[i];
        if (hand.performer_index >= partition.performers.size()) return reader.distrust();
        partition.hand_codes.emplace(
            std::uint64_t{hand.worker} << 16 | partition.performers[hand.performer_index], i);
    }
    for (std::size_t i = 0; i < partition.credits.size(); ++i) {
        const auto& credit = partition.credits[i];
        partition.known_credits.emplace(std::uint32_t{credit.performer_index} << 16 | credit.practice_index,
                                        true);
    }
}

void read_rows(SnapshotReader& reader, Partition& partition, std::uint32_t rows) {
    for (std::uint32_t begin = 0; begin < rows && reader.sound(); begin += chunk_rows) {
        partition.chunks.push(std::make_unique_for_overwrite<Chunk>());
        auto& chunk = *partition.chunks[begin / chunk_rows];
        chunk.base = static_cast<Position>(reader.number());
        chunk.first_day = static_cast<std::uint16_t>(reader.number_below(0x1'0000));
        chunk.last_day = static_cast<std::uint16_t>(reader.number_below(0x1'0000));
        each_column(chunk, rows_of_chunk(rows, begin), [&](auto values) { reader.array(values); });
    }
}

/// Once all that was read is known to be whole.
void close_chunks(Partition& partition) {
    for (std::size_t i = 0; i < partition.rows.load(std::memory_order_relaxed) / chunk_rows; ++i) close_chunk(partition, *partition.chunks[i]);
}

void read(SnapshotReader& reader, State& state) {
    auto& partition = partition_of(state, static_cast<std::uint16_t>(reader.number_below(0x1'0000)));
    if (partition.kinds.size() || partition.chunks.size() || partition.performers.size() != 1)
        return reader.distrust();
    const auto rows = static_cast<std::uint32_t>(reader.number_below(most_rows));
    reader.list(partition.kinds, most_codes);
    reader.list(partition.hands, most_codes);
    reader.list(partition.practices, most_codes);
    AppendList<std::uint16_t> performers;
    reader.list(performers, most_codes);
    for (std::size_t i = 1; i < performers.size(); ++i) partition.performers.push(performers[i]);
    reader.list(partition.credits, most_rows);
    reader.list(partition.runs, most_rows);
    reader.list(partition.groups, most_rows);
    reader.list(partition.reversals, most_rows);
    partition.first_day = static_cast<std::uint16_t>(reader.number_below(0x1'0000));
    partition.last_day = static_cast<std::uint16_t>(reader.number_below(0x1'0000));
    if (!reader.sound()) return;
    rebuild_codes(reader, partition);
    read_rows(reader, partition, rows);
    partition.rows = rows;
}

void write_merges(SnapshotWriter& writer, const Moment& now) {
    writer.number(now.merges);
    for (std::size_t i = 0; i < now.merges; ++i) {
        const auto& merge = now.state->merges[i].merge;
        writer.number(static_cast<std::uint64_t>(merge.position));
        writer.number(static_cast<std::uint64_t>(merge.recorded_on.days));
        writer.number(merge.person);
        writer.number(merge.survivor);
    }
}

void read_merges(SnapshotReader& reader, Image& image) {
    const auto count = reader.number_below(most_rows);
    for (std::uint64_t i = 0; i < count && reader.sound(); ++i) {
        Merge merge;
        merge.position = static_cast<Position>(reader.number());
        merge.recorded_on = Date{static_cast<std::int32_t>(reader.number_below(0x1'0000))};
        merge.person = static_cast<std::uint32_t>(reader.number_below(std::uint64_t{largest_person} + 1));
        merge.survivor = static_cast<std::uint32_t>(reader.number_below(std::uint64_t{largest_person} + 1));
        if (reader.sound()) image.append(merge);
    }
}

void write_everything(const Moment& now, const Uuid& newest, const std::filesystem::path& file) {
    SnapshotWriter writer(file);
    writer.number(now.people - 1);
    write_merges(writer, now);
    const auto count = now.state->partitions.size();
    writer.number(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& partition = *now.state->partitions[i];
        write(writer, partition, known(partition, now));
    }
    writer.finish(now.position, newest);
}

void sync_folder(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        throw std::system_error(errno, std::generic_category(), "cannot open the snapshot's folder");
    ::fsync(handle);
    ::close(handle);
}

}  // namespace

Position write_snapshot(const Image& image, const std::filesystem::path& file, const NewestFact& newest) {
    auto draft = file;
    draft += ".new";
    const auto now = moment(image, {});
    try {
        write_everything(now, newest(now.position).value_or(Uuid{}), draft);
        std::filesystem::rename(draft, file);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(draft, ignored);
        throw;
    }
    sync_folder(file);
    return now.position;
}

std::expected<std::unique_ptr<Image>, SnapshotFault> read_snapshot(const std::filesystem::path& file, const NewestFact& newest) {
    File opened(std::fopen(file.c_str(), "rbe"));
    if (!opened) return std::unexpected(errno == ENOENT ? SnapshotFault::absent : SnapshotFault::unreadable);
    SnapshotReader reader(std::move(opened));
    const auto header = reader.header();
    if (!header)
        return std::unexpected(reader.sound() ? SnapshotFault::other_version : SnapshotFault::damaged);
    if (newest(header->position).value_or(Uuid{}) != header->newest) return std::unexpected(SnapshotFault::other_ledger);
    auto image = std::make_unique<Image>();
    auto& state = image->state();
    try {
        state.largest_person =
            static_cast<std::uint32_t>(reader.number_below(std::uint64_t{largest_person} + 1));
        read_merges(reader, *image);
        const auto partitions = reader.number_below(most_codes);
        for (std::uint64_t i = 0; i < partitions && reader.sound(); ++i) read(reader, state);
    } catch (const std::exception&) {  // only damaged numbers lead there: the checksum comes last
        return std::unexpected(SnapshotFault::damaged);
    }
    if (!reader.complete(*header)) return std::unexpected(SnapshotFault::damaged);
    for (std::size_t i = 0; i < state.partitions.size(); ++i) close_chunks(*state.partitions[i]);
    state.last_appended = header->position;
    state.position = header->position;
    return image;
}

}  // namespace ryadom::ledger::image
