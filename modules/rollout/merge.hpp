// An upgrade of a running adoption as a merge of three: the version that it runs, the new one, and what the centre changed
// for itself. Pure.
#pragma once

#include "modules/rollout/package_rules.hpp"

namespace ryadom::rollout {

enum class MergeGroup { taken, kept, conflict };
constexpr auto names(json::Type<MergeGroup>) {
    using enum MergeGroup;
    return practices::Words<MergeGroup, 3>{{{taken, "taken"}, {kept, "kept"}, {conflict, "conflict"}}};
}

/// What a conflict asks of the centre before the version moves.
enum class MergeAsks {
    nothing,
    text,  ///< keep ours, take theirs, or write new text
    drop,  ///< there is no place for ours any more: agree to lose it
    note   ///< nothing of ours is touched, but the centre must know
};
constexpr auto names(json::Type<MergeAsks>) {
    using enum MergeAsks;
    return practices::Words<MergeAsks, 4>{{{nothing, "nothing"}, {text, "text"}, {drop, "drop"}, {note, "note"}}};
}

enum class MergeKind {
    adaptation_kept,
    adapted_changed,  ///< the component that the centre adapted says something else now
    adapted_core,     ///< it must not be changed any more
    adapted_gone,
    core_changed,
    component_changed,
    component_added,
    component_gone,
    need_added,
    need_changed,
    need_gone,
    line_gone,  ///< an open line of the plan stands for nothing in the new version
    floor_changed,
    statement_added,
    statement_changed,
    statement_gone,
    form_added,
    form_changed,
    form_gone
};
constexpr auto names(json::Type<MergeKind>) {
    using enum MergeKind;
    return practices::Words<MergeKind, 19>{{{adaptation_kept, "adaptation_kept"}, {adapted_changed, "adapted_changed"}, {adapted_core, "adapted_core"},
                                            {adapted_gone, "adapted_gone"}, {core_changed, "core_changed"}, {component_changed, "component_changed"},
                                            {component_added, "component_added"}, {component_gone, "component_gone"}, {need_added, "need_added"},
                                            {need_changed, "need_changed"}, {need_gone, "need_gone"}, {line_gone, "line_gone"},
                                            {floor_changed, "floor_changed"}, {statement_added, "statement_added"},
                                            {statement_changed, "statement_changed"}, {statement_gone, "statement_gone"}, {form_added, "form_added"},
                                            {form_changed, "form_changed"}, {form_gone, "form_gone"}}};
}

struct MergeItem {
    MergeKind kind = MergeKind::adaptation_kept;
    std::string id;  ///< of the element of the package; with the kind it names the item
    MergeGroup group = MergeGroup::taken;
    MergeAsks asks = MergeAsks::nothing;
    practices::Line title;
    std::optional<practices::Text> before;
    std::optional<practices::Text> after;
    std::string ours;  ///< the centre's own text
};
/// "adapted_changed/route"
std::string key_of(const MergeItem& item);

/// Adaptations first, then needs and plan, floor, standard, forms. `lines` are the open lines of the plan.
std::vector<MergeItem> merge(const practices::Package& base, const practices::Package& theirs, const std::vector<Adaptation>& ours,
                             const std::vector<Line>& lines);

enum class MergeChoice { ours, theirs, written, noted };
constexpr auto names(json::Type<MergeChoice>) {
    using enum MergeChoice;
    return practices::Words<MergeChoice, 4>{{{ours, "ours"}, {theirs, "theirs"}, {written, "written"}, {noted, "noted"}}};
}
struct MergeDecision {
    std::string item;
    MergeChoice choice = MergeChoice::noted;
    std::optional<std::string> text;
};
constexpr auto describe(json::Type<MergeDecision>) {
    using T = MergeDecision;
    return json::object("MergeDecision", json::field("item", &T::item, "Key of the conflict", json::length(1, 200)),
                        json::field("choice", &T::choice, "What the centre decides"),
                        json::field("text", &T::text, "The new text", json::length(1, 4000)));
}

/// The adaptations after the upgrade. Refuses while a conflict is undecided, and a decision that does not answer what is asked.
Checked<std::vector<Adaptation>> resolve(const std::vector<MergeItem>& items, const std::vector<MergeDecision>& decisions);

}  // namespace ryadom::rollout
