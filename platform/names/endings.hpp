// How Russian names change, as data: endings and what takes their place.
#pragma once

#include <span>
#include <string_view>

namespace ryadom::names {

/// `ends` are endings in lower case, a blank between two. In them V is any vowel, C any consonant, ^ the beginning of the name, and
/// 1 anything without a vowel up to the beginning. From a name that ends so the last `cut` letters go, and the form of the case is put there:
/// genitive, dative, accusative, instrumental, prepositional, a blank between two. "=" for all: it does not change. "?", for one or for
/// all: usage differs or hangs on a stress that is not written. The first rule that fits holds.
struct Rule {
    std::u32string_view ends;
    int cut;
    std::u32string_view forms;
};

std::span<const Rule> family_rules_of_men();
std::span<const Rule> family_rules_of_women();
std::span<const Rule> given_rules_of_men();
std::span<const Rule> given_rules_of_women();
std::span<const Rule> patronymic_rules();

}  // namespace ryadom::names
