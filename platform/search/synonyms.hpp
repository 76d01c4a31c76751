// Words and phrases that mean the same in a trade, as data.
#pragma once

#include "platform/i18n/catalogue.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ryadom::search {

class Synonyms {
  public:
    using Phrase = std::vector<std::string>;  ///< stems
    Synonyms() = default;
    /// One line a meaning: "ru: ТСР = техническое средство реабилитации"; blank lines and those with # say nothing. Throws
    /// std::logic_error for another line.
    explicit Synonyms(std::string_view lines);

    /// The other phrases of every meaning that one of these stems in a row begins; `alike[i]` are the stems of word i
    /// in all languages.
    std::vector<Phrase> others(const std::vector<std::vector<std::string>>& alike) const;

  private:
    std::vector<std::vector<Phrase>> meanings_;
    std::multimap<std::string, std::pair<std::size_t, std::size_t>, std::less<>> firsts_;  ///< first stem → meaning and phrase
};

}  // namespace ryadom::search
