// The inverted index in memory: what is found, in which order, and where in a text.
#pragma once

#include "platform/search/neighbours.hpp"
#include "platform/search/search.hpp"
#include "platform/search/synonyms.hpp"

#include <array>
#include <deque>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ryadom::search {

struct Question {
    std::string text;
    /// Of the texts that may answer; the first is shown where a thing has several.
    std::vector<i18n::Language> languages{i18n::Language::ru, i18n::Language::kk, i18n::Language::en};
    std::vector<std::string> kinds;  ///< empty: every kind
    /// What the asker may see; nothing: everything.
    std::function<bool(const Document&)> visible;
    bool unfinished = false;  ///< the last word is still being typed
    double least = 0;         ///< what has a smaller part of the best score is left out
    /// Of kinds that come after others which answer as well: what part of a score counts for the order. Every other: all of it.
    std::map<std::string, double> worth{};
    std::size_t limit = 10;
};

/// A part of a text in UTF-16 units, as browsers count.
struct Range {
    int from = 0;
    int to = 0;
    bool operator==(const Range&) const = default;
};

struct Marked {
    std::string text;
    std::vector<Range> marks;  ///< what answers the question
};

struct Hit {
    std::string kind;
    Uuid id;
    std::string path;
    Marked title;
    Marked snippet;
    double score = 0;
    std::optional<std::string> within{};  ///< title of what it is a part of
};

struct Answer {
    std::vector<Hit> hits;
    std::map<std::string, int> counts;  ///< of every kind, whatever kinds were asked for
    std::optional<std::string> meant;   ///< the question as it was understood, where a word was corrected to one that the asker sees
};

class Index {
  public:
    explicit Index(Synonyms synonyms = {});

    void put(const Document& document);
    void remove(std::string_view kind, const Uuid& id);
    Answer ask(const Question& question) const;
    std::size_t size() const { return places_.size(); }

  private:
    friend class Asking;
    friend class Ranking;
    friend class Excerpt;
    using Number = std::uint32_t;
    using Key = std::pair<std::string, Uuid>;

    /// A word answers by its stem, more by its very form, a little by how it begins.
    enum class Channel : char { stem = 's', form = 'f', start = 'p' };
    enum class Field : std::uint8_t { title, keywords, body };

    struct Posting {
        Number slot;
        float count;  ///< with the weights of the fields
    };
    struct Term {
        std::string text;  ///< channel, then word
        std::vector<Posting> postings;
        std::string_view word() const { return std::string_view(text).substr(1); }
    };
    struct Token {
        Number term;  ///< of its stem
        std::uint32_t from;
        std::uint32_t to;
        std::uint8_t text;
        Field field;
    };
    struct Entry {
        bool live = false;
        Document document;
        std::vector<Token> tokens;
        std::vector<Number> terms;
        std::int64_t length = 0;
    };

    static std::string spelled(Channel channel, std::string_view word);
    Number number_of(Channel channel, std::string_view word);
    std::optional<Number> find(Channel channel, std::string_view word) const;
    bool is_known(Number term) const { return !terms_[term].postings.empty(); }
    void read(Entry& entry, std::unordered_map<Number, float>& counts);
    Number free_slot();
    bool is_weak(const std::string& word) const { return weak_.contains(word); }
    double idf(Number term) const;
    double average() const { return places_.empty() ? 1 : static_cast<double>(total_) / static_cast<double>(places_.size()); }

    Synonyms synonyms_;
    std::unordered_set<std::string> weak_;  ///< words of a question that say little of what is asked
    std::deque<Term> terms_;
    std::unordered_map<std::string_view, Number> numbers_;
    Neighbours neighbours_;
    std::vector<Entry> entries_;
    std::vector<float> lengths_;  ///< by slot, beside the entries, since ranking reads nothing else of most
    std::map<Key, Number> places_;
    std::vector<Number> free_;
    std::int64_t total_ = 0;
};

}  // namespace ryadom::search
