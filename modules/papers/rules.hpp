// Which template is in force, and which may follow.
#pragma once

#include "modules/papers/store.hpp"

namespace ryadom::papers {

/// The version in force on a day among those of one language, the oldest first; nothing: the template of the program.
const store::VersionRow* in_force(const std::vector<store::VersionRow>& versions, i18n::Language language, Date day);
/// Those of one language, the oldest first.
std::vector<const store::VersionRow*> of_language(const std::vector<store::VersionRow>& versions, i18n::Language language);

/// A template follows the newest one that its author has seen, and comes into force no earlier.
Checked<void> may_follow(const std::vector<store::VersionRow>& versions, const struct PublishRequest& request);

/// "7/2026"
std::string label_of(std::int64_t place, int year);

/// The fields that every paper has: its number and day, and who issues it.
const Fields& fields_of_paper();
/// Those and the kind's own.
Fields all_fields(const Kind& kind);

}  // namespace ryadom::papers
