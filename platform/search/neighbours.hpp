// Which known words are one typo away: a letter too many, missing, wrong, or two exchanged.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ryadom::search {

/// Words by what is left of them when one letter is struck out: two words that one typo parts share such a remainder, so
/// a look-up costs as many steps as the word has letters, however many words are known.
class Neighbours {
  public:
    /// Numbers are the caller's own.
    void add(std::string_view word, std::uint32_t number);
    /// Numbers of words that may be one typo away, each once; to be checked by is_one_typo.
    std::vector<std::uint32_t> near(std::string_view word) const;

  private:
    struct Node {
        std::uint32_t hash;
        std::uint32_t number;
        std::uint32_t next;
    };
    void link(std::uint32_t hash, std::uint32_t number);
    void grow();

    std::vector<std::uint32_t> heads_;
    std::vector<Node> nodes_;
};

/// Whether one letter added, struck out, changed, or exchanged with its neighbour makes the one word of the other.
bool is_one_typo(std::string_view one, std::string_view other);

}  // namespace ryadom::search
