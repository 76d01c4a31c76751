#include "modules/rollout/merge.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace ryadom::rollout {
namespace {

using practices::Component;
using practices::Package;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <class Words>
Words words(std::string text) {
    Words out;
    out.ru = std::move(text);
    return out;
}

Component component(const std::string& id, const std::string& text) { return {id, words<practices::Line>("Часть " + id), words<practices::Text>(text), {}}; }

practices::RoomNeed room(const std::string& id, bool mandatory) {
    practices::RoomNeed out;
    out.id = id;
    out.kind = "hall";
    out.title = words<practices::Line>("Зал " + id);
    out.mandatory = mandatory;
    return out;
}

practices::Statement statement(const std::string& id, int threshold) {
    practices::Statement out;
    out.id = id;
    out.title = words<practices::Line>("Требование " + id);
    out.threshold_percent = threshold;
    return out;
}

Package base() {
    Package out;
    out.version = "1.0.0";
    out.components.core = {component("heart", "Вместе")};
    out.components.adaptable = {component("route", "Любой"), component("hours", "Утром")};
    out.needs.rooms = {room("hall", true)};
    out.standard.statements = {statement("soon", 80)};
    out.floor.at_least = 10;
    return out;
}

std::vector<std::string> keys(const std::vector<MergeItem>& items, MergeGroup group) {
    std::vector<std::string> out;
    for (const auto& item : items)
        if (item.group == group) out.push_back(key_of(item));
    return out;
}

std::vector<std::string> texts(const std::vector<Adaptation>& adaptations) {
    std::vector<std::string> out;
    for (const auto& each : adaptations) out.push_back(each.component + "=" + each.text);
    return out;
}

TEST(merge, component_that_both_changed_asks_for_a_decision) {
    auto theirs = base();
    theirs.components.adaptable[0].text.ru = "Только по ровному";
    const auto items = merge(base(), theirs, {{"route", "Вдоль реки"}, {"hours", "Вечером"}}, {});
    EXPECT_THAT(keys(items, MergeGroup::conflict), ElementsAre("adapted_changed/route"));
    EXPECT_THAT(keys(items, MergeGroup::kept), ElementsAre("adaptation_kept/hours"));
    EXPECT_EQ(items[0].before->ru, "Любой");
    EXPECT_EQ(items[0].after->ru, "Только по ровному");
    EXPECT_EQ(items[0].ours, "Вдоль реки");
    const auto decided = [&](MergeChoice choice, std::optional<std::string> text = {}) {
        return resolve(items, {{"adapted_changed/route", choice, std::move(text)}});
    };
    EXPECT_EQ(resolve(items, {}).error().code, "rollout.undecided");
    EXPECT_THAT(texts(*decided(MergeChoice::ours)), ElementsAre("route=Вдоль реки", "hours=Вечером"));
    EXPECT_THAT(texts(*decided(MergeChoice::theirs)), ElementsAre("hours=Вечером"));
    EXPECT_THAT(texts(*decided(MergeChoice::written, "Вдоль реки, по ровному")), ElementsAre("route=Вдоль реки, по ровному", "hours=Вечером"));
    EXPECT_EQ(decided(MergeChoice::written, "  ").error().fields[0].pointer, "/decisions/0/choice");
    EXPECT_FALSE(decided(MergeChoice::written));
    EXPECT_FALSE(decided(MergeChoice::noted));
}

TEST(merge, adapted_component_that_became_core_or_went_can_only_be_given_up) {
    auto theirs = base();
    theirs.components.core.push_back(component("route", "Любой"));
    theirs.components.adaptable.clear();
    const auto items = merge(base(), theirs, {{"route", "Вдоль реки"}, {"hours", "Вечером"}}, {});
    EXPECT_THAT(keys(items, MergeGroup::conflict), ElementsAre("adapted_core/route", "adapted_gone/hours"));
    EXPECT_FALSE(resolve(items, {{"adapted_core/route", MergeChoice::ours, {}}, {"adapted_gone/hours", MergeChoice::theirs, {}}}));
    EXPECT_THAT(*resolve(items, {{"adapted_core/route", MergeChoice::theirs, {}}, {"adapted_gone/hours", MergeChoice::theirs, {}}}), IsEmpty());
}

TEST(merge, new_demands_must_be_known_before_the_version_moves) {
    auto theirs = base();
    theirs.needs.rooms[0].capacity = 20;
    theirs.needs.rooms.push_back(room("kitchen", true));
    theirs.needs.rooms.push_back(room("garden", false));
    theirs.floor.at_least = 15;
    theirs.standard.statements[0].threshold_percent = 90;
    practices::Form scale;
    scale.id = "scale";
    scale.scores.resize(1);
    auto before = base();
    before.forms = {scale};
    Line line;
    line.line.kind = LineKind::room;
    line.line.need = "attic";
    line.title = "Чердак";
    const auto items = merge(before, theirs, {}, {line});
    EXPECT_THAT(keys(items, MergeGroup::conflict), ElementsAre("need_changed/hall", "need_added/kitchen", "line_gone/attic", "floor_changed/floor",
                                                               "statement_changed/soon", "form_gone/scale"));
    EXPECT_THAT(keys(items, MergeGroup::taken), ElementsAre("need_added/garden"));
    ASSERT_EQ(key_of(items[4]), "floor_changed/floor");
    EXPECT_EQ(items[4].before->ru + " " + items[4].after->ru, "10 15");
}

/// Packages and adaptations at random, and the laws that every merge holds.
class AnyMerge : public ::testing::TestWithParam<unsigned> {
  protected:
    int upto(int most) { return std::uniform_int_distribution(0, most)(dice_); }
    std::string text() { return "Текст " + std::to_string(upto(3)); }

    /// Each of six components is core, adaptable or absent, with one of few texts, so that equal ones are common.
    Package package() {
        auto out = base();
        out.components = {};
        for (const auto* id : {"a", "b", "c", "d", "e", "f"}) {
            const auto where = upto(4);
            if (where == 0) continue;
            (where == 1 ? out.components.core : out.components.adaptable).push_back(component(id, text()));
        }
        out.needs.rooms.clear();
        for (const auto* id : {"x", "y"})
            if (upto(1)) out.needs.rooms.push_back(room(id, upto(1)));
        out.floor.at_least = 10 + upto(1);
        return out;
    }
    std::vector<Adaptation> adaptations(const Package& of) {
        std::vector<Adaptation> out;
        for (const auto& each : of.components.adaptable)
            if (upto(1)) out.push_back({each.id, "Наше " + text()});
        return out;
    }
    std::vector<MergeDecision> decisions(const std::vector<MergeItem>& items) {
        std::vector<MergeDecision> out;
        for (const auto& item : items) switch (item.asks) {
                case MergeAsks::nothing: break;
                case MergeAsks::text:
                    out.push_back({key_of(item), std::array{MergeChoice::ours, MergeChoice::theirs, MergeChoice::written}[static_cast<std::size_t>(upto(2))], "Новое"});
                    break;
                case MergeAsks::drop: out.push_back({key_of(item), MergeChoice::theirs, {}}); break;
                case MergeAsks::note: out.push_back({key_of(item), MergeChoice::noted, {}}); break;
            }
        std::ranges::shuffle(out, dice_);
        return out;
    }

    std::mt19937 dice_{GetParam()};
};

TEST_P(AnyMerge, without_local_changes_is_the_new_version) {
    const auto items = merge(package(), package(), {}, {});
    EXPECT_TRUE(std::ranges::none_of(items, [](const MergeItem& item) { return item.asks == MergeAsks::text || item.asks == MergeAsks::drop; }));
    EXPECT_THAT(*resolve(items, decisions(items)), IsEmpty());
}

TEST_P(AnyMerge, without_changes_above_keeps_all_that_is_local_and_asks_nothing) {
    const auto same = package();
    const auto ours = adaptations(same);
    const auto items = merge(same, same, ours, {});
    EXPECT_EQ(items.size(), ours.size());
    EXPECT_EQ(texts(*resolve(items, {})), texts(ours));
}

TEST_P(AnyMerge, done_once_leaves_nothing_to_merge) {
    const auto from = package();
    const auto to = package();
    const auto items = merge(from, to, adaptations(from), {});
    const auto after = *resolve(items, decisions(items));
    const auto again = merge(to, to, after, {});
    EXPECT_TRUE(std::ranges::all_of(again, [](const MergeItem& item) { return item.kind == MergeKind::adaptation_kept; }));
    EXPECT_EQ(texts(*resolve(again, {})), texts(after));
}

TEST_P(AnyMerge, tells_of_every_adaptation_once_and_loses_none_without_a_decision) {
    const auto from = package();
    const auto to = package();
    const auto ours = adaptations(from);
    const auto items = merge(from, to, ours, {});
    const auto made = decisions(items);
    const auto after = *resolve(items, made);
    for (const auto& each : ours) {
        const auto told = std::ranges::count_if(items, [&](const MergeItem& item) { return item.id == each.component && item.ours == each.text; });
        EXPECT_EQ(told, 1) << each.component;
        const auto item = std::ranges::find_if(items, [&](const MergeItem& one) { return one.id == each.component && one.ours == each.text; });
        const bool kept = std::ranges::any_of(after, [&](const Adaptation& one) { return one.component == each.component && one.text == each.text; });
        const bool decided = std::ranges::find(made, key_of(*item), &MergeDecision::item) != made.end();
        EXPECT_TRUE(kept || decided) << each.component;
    }
    for (const auto& each : after)
        EXPECT_NE(std::ranges::find(to.components.adaptable, each.component, &Component::id), to.components.adaptable.end())
            << "nothing is adapted that the new version does not let be adapted";
    for (std::size_t i = 0; i < made.size(); ++i) {
        auto fewer = made;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_FALSE(resolve(items, fewer));
    }
}

INSTANTIATE_TEST_SUITE_P(seeds, AnyMerge, ::testing::Range(1U, 201U));

}  // namespace
}  // namespace ryadom::rollout
