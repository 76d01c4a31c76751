// How a question is understood and its answers ranked. Seen inside platform/search only.
#pragma once

#include "platform/search/index.hpp"

namespace ryadom::search {

/// The first letters of a word longer than they are; nothing for a shorter one.
std::string_view start_of(std::string_view word);

/// A question as terms of the index.
class Asking {
  public:
    using Number = Index::Number;
    struct Wanted {
        Number term;
        double weight;
    };
    /// What one word of the question may be: the best of these counts.
    struct Group {
        std::vector<Wanted> stems;
        std::vector<Wanted> forms;
        std::vector<Wanted> starts;
        double weight = 1;
    };

    Asking(const Index& index, const Question& question);
    const std::vector<Group>& groups() const { return groups_; }
    /// The question with its words corrected; nothing where no word was, or where one stands in no document that the asker
    /// sees: it would tell what others keep.
    std::optional<std::string> meant() const;

  private:
    struct Understood {
        std::string word;
        Group group;
        bool known = false;
        bool corrected = false;
    };
    std::vector<std::string> stems(std::string_view word) const;
    Understood look_up(std::string_view word) const;
    bool correct(Understood& word) const;
    bool complete(Understood& word) const;
    std::vector<Understood> understood(std::string_view text) const;
    bool swap_layout(std::string_view piece, bool typing, std::vector<Understood>& words) const;
    void take_piece(std::string_view piece, bool typing);
    std::vector<Number> shown_by(const Understood& word) const;
    void add_synonyms();

    const Index& index_;
    const Question& question_;
    std::vector<Group> groups_;
    std::vector<std::vector<std::string>> alike_;
    std::string text_;
    std::vector<std::vector<Number>> corrected_;  ///< of each corrected word the terms of which one shows that it is there
};

/// Scores and their order.
class Ranking {
  public:
    struct Scored {
        Index::Number slot;
        double score;
    };
    Ranking(const Index& index, const std::vector<Asking::Group>& groups) : index_(index), groups_(groups) {}
    /// Every document that holds a word of the question, by BM25, in no order.
    std::vector<Scored> scored() const;
    /// Adds what words that stand near each other are worth to each.
    void add_nearness(std::span<Scored> some) const;
    /// The best first; equal ones by their key, so that the order does not depend on the history.
    bool before(const Scored& a, const Scored& b) const;

  private:
    void add(const std::vector<Asking::Wanted>& terms, double weight) const;
    const Index& index_;
    const std::vector<Asking::Group>& groups_;
};

/// The parts of a document that are shown of a hit.
class Excerpt {
  public:
    Excerpt(const Index& index, const std::vector<Asking::Group>& groups, const std::vector<i18n::Language>& languages);
    Hit hit(const Ranking::Scored& scored) const;

  private:
    using Token = Index::Token;
    using Answered = std::vector<std::optional<std::size_t>>;
    using Places = std::vector<std::pair<std::size_t, std::size_t>>;
    struct Stretch {
        std::size_t first;
        std::size_t last;
    };
    Answered answered(const Index::Entry& entry) const;
    std::size_t best_text(const Index::Entry& entry, const Answered& answers) const;
    Places places(const Index::Entry& entry, const Answered& answers, Stretch stretch) const;
    Stretch field_of(const Index::Entry& entry, std::size_t text, Index::Field field) const;
    Stretch window(Stretch body, const Answered& answers) const;

    const Index& index_;
    const std::vector<i18n::Language>& languages_;
    std::unordered_map<Index::Number, std::size_t> group_of_;
};

}  // namespace ryadom::search
