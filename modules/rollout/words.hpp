// The words of the rules as the API, the database and the message catalogues spell them.
#pragma once

#include "modules/rollout/model.hpp"
#include "platform/json/describe.hpp"

namespace ryadom::rollout {

template <class T, std::size_t N>
using Words = std::array<std::pair<T, std::string_view>, N>;

constexpr auto names(json::Type<Stage>) {
    using enum Stage;
    return Words<Stage, stage_count>{{{assigned, "assigned"}, {chosen, "chosen"}, {preparing, "preparing"}, {ready, "ready"},
                                      {started, "started"}, {delivering, "delivering"}, {sustained, "sustained"},
                                      {lapsed, "lapsed"}, {stopped, "stopped"}}};
}

constexpr auto names(json::Type<Sign>) {
    using enum Sign;
    return Words<Sign, 7>{{{none, "none"}, {lapsed, "lapsed"}, {reached, "reached"}, {overdue, "overdue"},
                           {late_forecast, "late_forecast"}, {before_preparing, "before_preparing"}, {under_way, "under_way"}}};
}

constexpr auto names(json::Type<LineKind>) {
    using enum LineKind;
    return Words<LineKind, 7>{{{staff, "staff"}, {room, "room"}, {equipment, "equipment"}, {document, "document"},
                               {training, "training"}, {budget, "budget"}, {step, "step"}}};
}

constexpr auto names(json::Type<Measure>) {
    return Words<Measure, 2>{{{Measure::facts, "facts"}, {Measure::recipients, "recipients"}}};
}

constexpr auto names(json::Type<Judgement>) {
    return Words<Judgement, 2>{{{Judgement::open, "open"}, {Judgement::settled, "settled"}}};
}

}  // namespace ryadom::rollout
