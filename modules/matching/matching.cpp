#include "modules/matching/matching.hpp"

#include "modules/matching/canonical.hpp"
#include "platform/core/embedded.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_matching_parameters();
}

namespace ryadom::matching {
namespace {

/// The same number of partners for each record of a register of another size.
Model resized(Model model, double from, double to) {
    for (auto& relation : model.relations) relation.share *= from / to;
    return model;
}

}  // namespace

Judge::Judge(Parameters parameters) : parameters_(std::move(parameters)), values_(Register::knowing(parameters_.columns)) {}

Judge::Round::Round(const Judge& judge, double records)
    : judge_(&judge),
      weigher_(resized(judge.parameters_.model, judge.parameters_.records, records), judge.columns()),
      comparer_(judge.values_, Remember::nothing) {}

Judgement Judge::Round::judge(const RecordValues& one, const RecordValues& other) {
    Profile mine{};
    Profile theirs{};
    for (std::size_t i = 0; i < one.size(); ++i) {
        mine[i] = &one[i];
        theirs[i] = &other[i];
    }
    const auto comparison = comparer_.compare(mine, theirs);
    return {weigher_.weight_of(comparison), reasons_of(weigher_, judge_->columns(), comparison)};
}

const Judge& shipped_judge() {
    static const Judge judge(must(read_parameters(embedded_matching_parameters().front().content)));
    return judge;
}

char16_t first_letter(std::string_view folded) {
    if (folded.empty()) return 0;
    std::size_t length = 1;
    while (length < folded.size() && (static_cast<unsigned char>(folded[length]) & 0xC0U) == 0x80U) ++length;
    const auto letters = canonical(folded.substr(0, length));
    return letters.empty() ? char16_t{0} : letters.front();
}

}  // namespace ryadom::matching
