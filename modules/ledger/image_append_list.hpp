// A list that one thread appends to while others read what was published. Elements never move.
#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <memory>

namespace ryadom::ledger::image {

/// Segments of 8, 16, 32, … elements. A reader that saw `size()` may read every element below it without
/// waiting.
template <class T>
class AppendList {
  public:
    /// Only the appending thread.
    void push(T value) {
        const auto index = size_.load(std::memory_order_relaxed);
        const auto [segment, offset] = place(index);
        if (!segments_[segment]) segments_[segment] = std::make_unique<T[]>(first_segment << segment);
        segments_[segment][offset] = std::move(value);
        size_.store(index + 1, std::memory_order_release);
    }

    std::size_t size() const { return size_.load(std::memory_order_acquire); }

    const T& operator[](std::size_t index) const {
        const auto [segment, offset] = place(index);
        return segments_[segment][offset];
    }
    T& operator[](std::size_t index) {
        const auto [segment, offset] = place(index);
        return segments_[segment][offset];
    }

    /// Room taken, used or not; from any thread.
    std::size_t bytes() const {
        const auto used = size();
        return used == 0 ? 0 : first_segment * ((std::size_t{2} << place(used - 1).segment) - 1) * sizeof(T);
    }

  private:
    static constexpr std::size_t first_segment = 8;
    struct Place {
        std::size_t segment;
        std::size_t offset;
    };
    static Place place(std::size_t index) {
        const auto segment = static_cast<std::size_t>(std::bit_width(index / first_segment + 1)) - 1;
        return {segment, index - first_segment * ((std::size_t{1} << segment) - 1)};
    }

    std::array<std::unique_ptr<T[]>, 40> segments_;
    std::atomic<std::size_t> size_ = 0;
};

}  // namespace ryadom::ledger::image
