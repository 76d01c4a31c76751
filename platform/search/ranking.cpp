// BM25 over weighted fields (Robertson and Zaragoza 2009), and nearness after Büttcher, Clarke and Lushman (2006).
#include "platform/search/asking.hpp"

#include <algorithm>

namespace ryadom::search {
namespace {

constexpr double k1 = 1.2;
constexpr double b = 0.75;
constexpr double form_weight = 0.25;
constexpr double start_weight = 0.35;
constexpr double nearness_weight = 0.3;
constexpr std::int64_t farthest = 8;

/// Sums by slot, kept by each thread between questions; all zero while none is answered.
struct Sums {
    std::vector<double> by_slot;
    std::vector<std::uint32_t> touched;
};

Sums& sums() {
    thread_local Sums out;
    return out;
}

/// The group of a term plus one, by term; all zero while no question is answered.
std::vector<std::uint16_t>& groups_by_term() {
    thread_local std::vector<std::uint16_t> out;
    return out;
}

}  // namespace

void Ranking::add(const std::vector<Asking::Wanted>& terms, double weight) const {
    auto& [by_slot, touched] = sums();
    const auto average = index_.average();
    const auto worth = [&](const Index::Posting& posting, double value) {
        const auto norm = k1 * (1 - b + b * index_.lengths_[posting.slot] / average);
        return value * (k1 + 1) * posting.count / (posting.count + norm);
    };
    const auto give = [&](Index::Number slot, double score) {
        if (by_slot[slot] == 0) touched.push_back(slot);
        by_slot[slot] += score;
    };
    if (terms.size() == 1) {
        const auto value = weight * terms.front().weight * index_.idf(terms.front().term);
        for (const auto& posting : index_.terms_[terms.front().term].postings) give(posting.slot, worth(posting, value));
        return;
    }
    std::unordered_map<Index::Number, double> best;
    for (const auto& [term, part] : terms) {
        const auto value = weight * part * index_.idf(term);
        for (const auto& posting : index_.terms_[term].postings) {
            auto& most = best[posting.slot];
            most = std::max(most, worth(posting, value));
        }
    }
    for (const auto& [slot, score] : best) give(slot, score);
}

std::vector<Ranking::Scored> Ranking::scored() const {
    auto& [by_slot, touched] = sums();
    if (by_slot.size() < index_.entries_.size()) by_slot.resize(index_.entries_.size(), 0);
    for (const auto& group : groups_) {
        if (!group.stems.empty()) add(group.stems, group.weight);
        if (!group.forms.empty()) add(group.forms, group.weight * form_weight);
        if (!group.starts.empty()) add(group.starts, group.weight * start_weight);
    }
    std::vector<Scored> out;
    out.reserve(touched.size());
    for (const auto slot : touched) {
        out.push_back({slot, by_slot[slot]});
        by_slot[slot] = 0;
    }
    touched.clear();
    return out;
}

void Ranking::add_nearness(std::span<Scored> some) const {
    auto& group_of = groups_by_term();
    if (group_of.size() < index_.terms_.size()) group_of.resize(index_.terms_.size(), 0);
    std::vector<double> worth;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        double most = 0;
        for (const auto& each : groups_[i].stems) {
            group_of[each.term] = static_cast<std::uint16_t>(i + 1);
            most = std::max(most, each.weight * index_.idf(each.term));
        }
        worth.push_back(most * groups_[i].weight);
    }
    std::vector<double> near(groups_.size());
    for (auto& [slot, score] : some) {
        const auto& entry = index_.entries_[slot];
        std::ranges::fill(near, 0);
        std::size_t last = 0;
        std::int64_t at = 0;
        std::int64_t last_at = 0;
        const Index::Token* before = nullptr;
        for (const auto& token : entry.tokens) {
            ++at;
            const std::size_t group = group_of[token.term];
            if (group == 0) continue;
            if (before && group != last && before->text == token.text && before->field == token.field && at - last_at <= farthest) {
                const auto distance = static_cast<double>((at - last_at) * (at - last_at));
                near[group - 1] += worth[last - 1] / distance;
                near[last - 1] += worth[group - 1] / distance;
            }
            last = group;
            last_at = at;
            before = &token;
        }
        const auto norm = k1 * (1 - b + b * index_.lengths_[slot] / index_.average());
        for (std::size_t i = 0; i < groups_.size(); ++i)
            if (near[i] > 0) score += nearness_weight * std::min(1.0, worth[i]) * (k1 + 1) * near[i] / (near[i] + norm);
    }
    for (const auto& group : groups_)
        for (const auto& each : group.stems) group_of[each.term] = 0;
}

bool Ranking::before(const Scored& a, const Scored& b_) const {
    if (a.score != b_.score) return a.score > b_.score;
    const auto& one = index_.entries_[a.slot].document;
    const auto& other = index_.entries_[b_.slot].document;
    return std::tie(one.kind, one.id) < std::tie(other.kind, other.id);
}

Answer Index::ask(const Question& question) const {
    constexpr std::size_t looked_at_closely = 30;
    const Asking asking(*this, question);
    const Ranking ranking(*this, asking.groups());
    Answer out;
    out.meant = asking.meant();
    auto all = ranking.scored();
    if (question.visible) std::erase_if(all, [&](const auto& each) { return !question.visible(entries_[each.slot].document); });
    if (all.empty()) return out;
    const auto least = question.least * std::ranges::max(all, {}, &Ranking::Scored::score).score;
    std::erase_if(all, [&](const auto& each) { return each.score < least; });
    for (const auto& each : all) ++out.counts[entries_[each.slot].document.kind];
    if (!question.kinds.empty())
        std::erase_if(all, [&](const auto& each) { return std::ranges::find(question.kinds, entries_[each.slot].document.kind) == question.kinds.end(); });
    for (auto& each : all)
        if (const auto worth = question.worth.find(entries_[each.slot].document.kind); worth != question.worth.end()) each.score *= worth->second;
    const auto before = [&](const auto& a, const auto& b_) { return ranking.before(a, b_); };
    const auto close = std::min(all.size(), std::max(looked_at_closely, question.limit));
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(close), all.end(), before);
    all.resize(close);
    ranking.add_nearness(all);
    std::ranges::sort(all, before);
    all.resize(std::min(all.size(), question.limit));
    const Excerpt excerpt(*this, asking.groups(), question.languages);
    for (const auto& each : all) out.hits.push_back(excerpt.hit(each));
    return out;
}

}  // namespace ryadom::search
