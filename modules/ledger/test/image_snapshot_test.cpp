#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "modules/ledger/test/image_reference.hpp"

namespace ryadom::ledger::image {
namespace {

class ImageSnapshot : public testing::Test {
  protected:
    ImageSnapshot()
        : folder(std::filesystem::temp_directory_path() /
                 ("image_snapshot_" + std::to_string(::getpid()) + "_" +
                  testing::UnitTest::GetInstance()->current_test_info()->name())),
          file(folder / "image") {
        std::filesystem::create_directories(folder);
    }
    ~ImageSnapshot() override { std::filesystem::remove_all(folder); }

    std::string content() const {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void replace(const std::string& bytes) const { std::ofstream(file, std::ios::binary) << bytes; }

    std::filesystem::path folder;
    std::filesystem::path file;
};

/// A ledger whose fact at a position is always the same one.
std::optional<Uuid> of_ledger(Position position) { return Uuid{{1, static_cast<std::uint8_t>(position)}}; }

std::vector<std::vector<Delivered>> all_delivered(const Image& image, const Scope& scope, const AsOf& as_of) {
    std::vector<std::uint16_t> organisations;
    for (std::uint16_t i = 1; i < test_organisations; ++i) organisations.push_back(i);
    return delivered(image, scope, organisations, 1, [](std::uint16_t, std::uint16_t) { return std::vector<std::size_t>{0}; }, as_of);
}

void expect_the_same(const Image& image, const Image& other, History& history, const AdoptionMap& adoptions) {
    EXPECT_EQ(image.position(), other.position());
    for (int i = 0; i < 10; ++i) {
        const auto scope = scope_of(random_seen(history));
        const auto as_of = random_as_of(history, image.position());
        EXPECT_EQ(totals(image, scope, Date{0}, last_day, as_of),
                  totals(other, scope, Date{0}, last_day, as_of));
        EXPECT_EQ(all_delivered(image, scope, as_of), all_delivered(other, scope, as_of));
        const auto left = matrix_deliveries(image, scope, adoptions, as_of);
        const auto right = matrix_deliveries(other, scope, adoptions, as_of);
        for (std::uint32_t a = 0; a < left.size(); ++a)
            EXPECT_TRUE(std::ranges::equal(left.of(a), right.of(a)));
    }
}

}  // namespace

TEST_F(ImageSnapshot, gives_back_facts_reversals_and_merges_and_goes_on) {
    History history(21);
    const auto adoptions = random_adoptions(history);
    Image image;
    for (const auto& event : history.events(20'000)) append(image, event);
    EXPECT_EQ(write_snapshot(image, file, of_ledger), image.position());
    auto loaded = read_snapshot(file, of_ledger);
    ASSERT_TRUE(loaded);
    expect_the_same(image, **loaded, history, adoptions);
    for (const auto& event : history.events(5'000)) {
        append(image, event);
        append(**loaded, event);
    }
    expect_the_same(image, **loaded, history, adoptions);
}

TEST_F(ImageSnapshot, holds_chunks_that_are_full) {
    Image image;
    std::vector<Fact> facts;
    for (Position position = 1; position <= 40'000; ++position) {
        facts.push_back({.position = position, .person = static_cast<std::uint32_t>(position % 999 + 1)});
        facts.back().day = facts.back().recorded_on =
            Date{static_cast<std::int32_t>(20'000 + position / 100)};
        facts.back().home_provider = 1;
    }
    image.append(facts);
    write_snapshot(image, file, of_ledger);
    const auto loaded = read_snapshot(file, of_ledger);
    ASSERT_TRUE(loaded);
    const auto range = [](const Image& of) {
        return totals(of, Scope::everything(), Date{20'010}, Date{20'020});
    };
    EXPECT_EQ(range(image).facts, 1'100U);
    EXPECT_EQ(range(**loaded), range(image));
}

TEST_F(ImageSnapshot, replaces_the_older_one_and_leaves_no_draft) {
    Image image;
    write_snapshot(image, file, of_ledger);
    image.append(Merge{5, Date{20'000}, 1, 2});
    write_snapshot(image, file, of_ledger);
    EXPECT_EQ((*read_snapshot(file, of_ledger))->position(), 5);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

TEST_F(ImageSnapshot, is_refused_when_absent_foreign_or_cut_short) {
    EXPECT_EQ(read_snapshot(file, of_ledger).error(), SnapshotFault::absent);
    replace("short");
    EXPECT_EQ(read_snapshot(file, of_ledger).error(), SnapshotFault::damaged);
    replace(std::string(100, 'x'));
    EXPECT_EQ(read_snapshot(file, of_ledger).error(), SnapshotFault::other_version);
    write_snapshot(Image(), file, of_ledger);
    const auto whole = content();
    replace(whole + "x");
    EXPECT_EQ(read_snapshot(file, of_ledger).error(), SnapshotFault::damaged);
}

TEST_F(ImageSnapshot, is_refused_by_another_ledger) {
    Image image;
    image.append(Merge{5, Date{20'000}, 1, 2});
    write_snapshot(image, file, of_ledger);
    EXPECT_EQ(read_snapshot(file, [](Position) { return std::optional(Uuid{{2, 5}}); }).error(), SnapshotFault::other_ledger);
    EXPECT_EQ(read_snapshot(file, [](Position) { return std::optional<Uuid>(); }).error(), SnapshotFault::other_ledger);
    EXPECT_TRUE(read_snapshot(file, of_ledger));
}

TEST_F(ImageSnapshot, is_refused_when_any_bit_was_altered) {
    History history(22);
    Image image;
    for (const auto& event : history.events(300)) append(image, event);
    write_snapshot(image, file, of_ledger);
    const auto whole = content();
    for (std::size_t at = 8; at < whole.size(); at += at < 3'000 ? 1 : 97) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << history.pick(0, 7)));
        replace(damaged);
        EXPECT_FALSE(read_snapshot(file, of_ledger)) << at;
        replace(whole.substr(0, at));
        EXPECT_FALSE(read_snapshot(file, of_ledger)) << at;
    }
}

TEST_F(ImageSnapshot, may_be_written_while_facts_are_appended) {
    History history(23);
    Image image;
    const auto all = history.events(20'000);
    std::atomic<bool> done = false;
    std::thread appender([&] {
        for (const auto& event : all) append(image, event);
        done = true;
    });
    for (bool last = false; !last;) {
        last = done;
        const auto position = write_snapshot(image, file, of_ledger);
        const auto loaded = read_snapshot(file, of_ledger);
        ASSERT_TRUE(loaded);
        ASSERT_EQ((*loaded)->position(), position);
        ASSERT_EQ(totals(**loaded, Scope::everything(), Date{0}, last_day).facts,
                  totals(image, Scope::everything(), Date{0}, last_day, {last_day, position}).facts);
    }
    appender.join();
}

TEST_F(ImageSnapshot, keeps_the_old_file_when_the_new_one_cannot_be_written) {
    EXPECT_THROW(write_snapshot(Image(), folder / "nowhere" / "image", of_ledger), std::system_error);
}

}  // namespace ryadom::ledger::image
