#include "modules/rollout/merge.hpp"

#include <algorithm>

namespace ryadom::rollout {
namespace {

using practices::Package;

template <class T>
const T* find(const std::vector<T>& list, std::string_view id) {
    const auto at = std::ranges::find(list, id, &T::id);
    return at == list.end() ? nullptr : &*at;
}

const Adaptation* adaptation_of(const std::vector<Adaptation>& ours, std::string_view component) {
    const auto at = std::ranges::find(ours, component, &Adaptation::component);
    return at == ours.end() ? nullptr : &*at;
}

MergeItem taken(MergeKind kind, std::string id, practices::Line title) {
    return {kind, std::move(id), MergeGroup::taken, MergeAsks::nothing, std::move(title), {}, {}, {}};
}

MergeItem told(MergeKind kind, std::string id, practices::Line title) {
    return {kind, std::move(id), MergeGroup::conflict, MergeAsks::note, std::move(title), {}, {}, {}};
}

practices::Line plain(std::string text) {
    practices::Line out;
    out.ru = std::move(text);
    return out;
}

class Merge {
  public:
    Merge(const Package& base, const Package& theirs, const std::vector<Adaptation>& ours) : base_(base), theirs_(theirs), ours_(ours) {}

    void components() {
        for (const auto& adaptation : ours_) adapted(adaptation);
        for (const auto& component : theirs_.components.core) upstream(component, base_.components.core, base_.components.adaptable, MergeKind::core_changed);
        for (const auto& component : theirs_.components.adaptable)
            upstream(component, base_.components.adaptable, base_.components.core, MergeKind::component_changed);
        gone(base_.components.core);
        gone(base_.components.adaptable);
    }

    void needs(const std::vector<Line>& lines) {
        const auto before = needs_of(base_);
        const auto after = needs_of(theirs_);
        const auto changed = changed_needs();
        for (const auto& element : after) {
            const bool mandatory = element.need.obligation == Obligation::mandatory;
            const bool there = has(before, element);
            if (there && std::ranges::find(changed, element.need.id) == changed.end()) continue;
            const auto kind = there ? MergeKind::need_changed : MergeKind::need_added;
            out.push_back(mandatory ? told(kind, element.need.id, element.title) : taken(kind, element.need.id, element.title));
        }
        for (const auto& element : before)
            if (!has(after, element)) out.push_back(taken(MergeKind::need_gone, element.need.id, element.title));
        for (const auto& line : lines)
            if (!element_of(theirs_, line.line.kind, line.line.need)) {
                const auto id = std::string(line.line.need);
                if (std::ranges::none_of(out, [&](const MergeItem& item) { return item.kind == MergeKind::line_gone && item.id == id; }))
                    out.push_back(told(MergeKind::line_gone, id, plain(line.title)));
            }
    }

    void floor() {
        if (base_.floor == theirs_.floor) return;
        auto item = told(MergeKind::floor_changed, "floor", theirs_.title);
        if (base_.floor.at_least != theirs_.floor.at_least) {
            item.before = text(std::to_string(base_.floor.at_least));
            item.after = text(std::to_string(theirs_.floor.at_least));
        }
        out.push_back(std::move(item));
    }

    void statements() {
        const auto& before = base_.standard.statements;
        const auto& after = theirs_.standard.statements;
        for (const auto& statement : after) {
            const auto* was = find(before, statement.id);
            if (was && *was == statement) continue;
            auto item = told(was ? MergeKind::statement_changed : MergeKind::statement_added, statement.id, statement.title);
            if (was && was->threshold_percent != statement.threshold_percent) {
                item.before = text(std::to_string(was->threshold_percent) + " %");
                item.after = text(std::to_string(statement.threshold_percent) + " %");
            }
            out.push_back(std::move(item));
        }
        for (const auto& statement : before)
            if (!find(after, statement.id)) out.push_back(taken(MergeKind::statement_gone, statement.id, statement.title));
    }

    /// What is measured before and after must be measured alike: a form with scores asks to be known.
    void forms() {
        for (const auto& form : theirs_.forms) {
            const auto* was = find(base_.forms, form.id);
            if (!was) out.push_back(taken(MergeKind::form_added, form.id, form.title));
            else if (*was != form)
                out.push_back(was->scores.empty() ? taken(MergeKind::form_changed, form.id, form.title) : told(MergeKind::form_changed, form.id, form.title));
        }
        for (const auto& form : base_.forms)
            if (!find(theirs_.forms, form.id))
                out.push_back(form.scores.empty() ? taken(MergeKind::form_gone, form.id, form.title) : told(MergeKind::form_gone, form.id, form.title));
    }

    std::vector<MergeItem> out;

  private:
    static practices::Text text(std::string words) {
        practices::Text out;
        out.ru = std::move(words);
        return out;
    }

    static bool has(const std::vector<Element>& list, const Element& element) {
        return std::ranges::any_of(list, [&](const Element& each) { return each.kind == element.kind && each.need.id == element.need.id; });
    }

    template <class T>
    static void note_changed(const std::vector<T>& before, const std::vector<T>& after, std::vector<std::string>& out) {
        for (const auto& element : after)
            if (const auto* was = find(before, element.id); was && *was != element) out.push_back(element.id);
    }

    std::vector<std::string> changed_needs() const {
        std::vector<std::string> ids;
        note_changed(base_.needs.staff, theirs_.needs.staff, ids);
        note_changed(base_.needs.rooms, theirs_.needs.rooms, ids);
        note_changed(base_.needs.equipment, theirs_.needs.equipment, ids);
        note_changed(base_.needs.documents, theirs_.needs.documents, ids);
        note_changed(base_.needs.training, theirs_.needs.training, ids);
        note_changed(base_.needs.budget, theirs_.needs.budget, ids);
        return ids;
    }

    void adapted(const Adaptation& adaptation) {
        const auto* was = find(base_.components.adaptable, adaptation.component);
        const auto* is = find(theirs_.components.adaptable, adaptation.component);
        const auto* core = find(theirs_.components.core, adaptation.component);
        const auto& shown = is ? *is : core ? *core : was ? *was : nameless(adaptation);
        MergeItem item{MergeKind::adaptation_kept, adaptation.component, MergeGroup::kept, MergeAsks::nothing, shown.title, {}, {}, adaptation.text};
        if (was) item.before = was->text;
        if (is || core) item.after = shown.text;
        if (!is) {
            item.kind = core ? MergeKind::adapted_core : MergeKind::adapted_gone;
            item.group = MergeGroup::conflict;
            item.asks = MergeAsks::drop;
        } else if (!was || *was != *is) {
            item.kind = MergeKind::adapted_changed;
            item.group = MergeGroup::conflict;
            item.asks = MergeAsks::text;
        }
        out.push_back(std::move(item));
    }

    /// An adaptation of something that neither version has: only its own name is known.
    const practices::Component& nameless(const Adaptation& adaptation) {
        nameless_.title = plain(adaptation.component);
        return nameless_;
    }

    /// What stands in the other list did not come or go: it became core, or free to change.
    void upstream(const practices::Component& component, const std::vector<practices::Component>& same, const std::vector<practices::Component>& other,
                  MergeKind changed) {
        if (adaptation_of(ours_, component.id)) return;  // told as the adaptation's own item
        const auto* stayed = find(same, component.id);
        if (stayed && *stayed == component) return;
        const auto* was = stayed ? stayed : find(other, component.id);
        auto item = taken(was ? changed : MergeKind::component_added, component.id, component.title);
        if (was) item.before = was->text;
        item.after = component.text;
        out.push_back(std::move(item));
    }

    void gone(const std::vector<practices::Component>& before) {
        for (const auto& component : before)
            if (!find(theirs_.components.core, component.id) && !find(theirs_.components.adaptable, component.id) && !adaptation_of(ours_, component.id))
                out.push_back(taken(MergeKind::component_gone, component.id, component.title));
    }

    const Package& base_;
    const Package& theirs_;
    const std::vector<Adaptation>& ours_;
    practices::Component nameless_;
};

bool answers(MergeAsks asked, const MergeDecision& decision) {
    const bool words = decision.text && decision.text->find_first_not_of(" \t\r\n") != std::string::npos;
    switch (asked) {
        case MergeAsks::nothing: return false;
        case MergeAsks::text:
            return decision.choice == MergeChoice::ours || decision.choice == MergeChoice::theirs || (decision.choice == MergeChoice::written && words);
        case MergeAsks::drop: return decision.choice == MergeChoice::theirs;
        case MergeAsks::note: return decision.choice == MergeChoice::noted;
    }
    return false;
}

/// What stays of an adaptation; nothing for whatever is none.
std::optional<Adaptation> after(const MergeItem& item, const MergeDecision* decision) {
    if (item.kind == MergeKind::adaptation_kept) return Adaptation{item.id, item.ours};
    if (item.asks != MergeAsks::text || decision->choice == MergeChoice::theirs) return std::nullopt;
    return Adaptation{item.id, decision->choice == MergeChoice::ours ? item.ours : *decision->text};
}

}  // namespace

std::string key_of(const MergeItem& item) { return std::string(json::name_of(item.kind)) + "/" + item.id; }

std::vector<MergeItem> merge(const Package& base, const Package& theirs, const std::vector<Adaptation>& ours, const std::vector<Line>& lines) {
    Merge out(base, theirs, ours);
    out.components();
    out.needs(lines);
    out.floor();
    out.statements();
    out.forms();
    return std::move(out.out);
}

Checked<std::vector<Adaptation>> resolve(const std::vector<MergeItem>& items, const std::vector<MergeDecision>& decisions) {
    std::vector<Adaptation> out;
    for (const auto& item : items) {
        const auto at = std::ranges::find(decisions, key_of(item), &MergeDecision::item);
        const auto* decision = at == decisions.end() ? nullptr : &*at;
        if (item.group == MergeGroup::conflict) {
            if (!decision) return refuse("rollout.undecided", {{"title", item.title.ru}});
            if (!answers(item.asks, *decision))
                return refuse_field("/decisions/" + std::to_string(at - decisions.begin()) + "/choice", "rollout.no_answer");
        }
        if (auto stays = after(item, decision)) out.push_back(std::move(*stays));
    }
    return out;
}

}  // namespace ryadom::rollout
