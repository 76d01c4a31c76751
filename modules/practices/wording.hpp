// Problems and differences of packages in the words of one language.
#pragma once

#include "modules/practices/model_work.hpp"
#include "modules/practices/prepare.hpp"
#include "platform/i18n/catalogue.hpp"

namespace ryadom::practices {

class Wording {
  public:
    Wording(const i18n::Catalogue& texts, i18n::Language language) : texts_(texts), language_(language) {}

    std::string text(std::string_view key, const Arguments& arguments = {}) const { return texts_.text(language_, key, arguments); }
    /// With file, line and field.
    std::string sentence(const Problem& problem) const;
    std::string sentence(const Difference& difference) const;

    std::vector<WordedProblem> worded(const std::vector<Problem>& problems) const;
    std::vector<WordedDifference> worded(std::vector<Difference> differences) const;

    /// A package that cannot be taken: each error by pointer, its detail says file, line and field, its argument
    /// `problem` is the code.
    Refusal refusal(const std::vector<Problem>& problems) const;

  private:
    const i18n::Catalogue& texts_;
    i18n::Language language_;
};

/// As compare_files, from hashes.
std::vector<Difference> compare_hashes(const std::map<std::string, std::string>& before, const std::map<std::string, std::string>& after);

}  // namespace ryadom::practices
