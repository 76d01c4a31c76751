// What a package needs against what its centre holds, over all running adoptions of the centre.
#include <algorithm>
#include <functional>
#include <limits>
#include <map>

#include "modules/rollout/rules.hpp"

namespace ryadom::rollout {
namespace {

/// Rates of people shared out among needs. A person may hold several qualifications, so a later need can make
/// an earlier one change people; it never makes it hold less. (Augmenting paths in a bipartite flow.)
class RateShares {
  public:
    explicit RateShares(std::span<const StaffMember> staff) : staff_(staff) {
        for (const auto& member : staff) free_.push_back(member.rate.hundredths);
    }

    /// Gives the need as much as the people can spare; answers how much.
    int serve(const StaffNeed& need) {
        needs_.push_back(&need);
        held_.emplace_back(staff_.size(), 0);
        int total = 0;
        while (total < need.rate.hundredths) {
            const auto moved = augment(need.rate.hundredths - total);
            if (moved == 0) break;
            total += moved;
        }
        return total;
    }

  private:
    struct Step {
        std::size_t person;
        std::size_t need;  ///< that takes from the person
        std::size_t from;  ///< step behind which that need was found; `first` for the need being served
    };
    static constexpr auto first = std::numeric_limits<std::size_t>::max();

    bool qualified(std::size_t person, std::size_t need) const {
        return std::ranges::find(staff_[person].qualifications, needs_[need]->qualification) !=
               staff_[person].qualifications.end();
    }

    /// Appends the people that the need could take from and that no earlier step found.
    void visit(std::size_t need, std::size_t from, std::vector<bool>& seen, std::vector<Step>& steps) const {
        for (std::size_t person = 0; person < staff_.size(); ++person) {
            if (seen[person] || !qualified(person, need)) continue;
            seen[person] = true;
            steps.push_back({person, need, from});
        }
    }

    int augment(int wanted) {
        std::vector<bool> seen(staff_.size(), false);
        std::vector<Step> steps;
        visit(needs_.size() - 1, first, seen, steps);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const auto person = steps[i].person;
            if (free_[person] > 0) return shift(steps, i, wanted);
            for (std::size_t need = 0; need + 1 < needs_.size(); ++need) {
                if (held_[need][person] > 0) visit(need, i, seen, steps);
            }
        }
        return 0;
    }

    /// Moves rates along the path that ends with a person who has some to spare.
    int shift(const std::vector<Step>& steps, std::size_t end, int wanted) {
        auto amount = std::min(wanted, free_[steps[end].person]);
        for (auto i = end; steps[i].from != first; i = steps[i].from)
            amount = std::min(amount, held_[steps[i].need][steps[steps[i].from].person]);
        free_[steps[end].person] -= amount;
        for (auto i = end;; i = steps[i].from) {
            held_[steps[i].need][steps[i].person] += amount;
            if (steps[i].from == first) return amount;
            held_[steps[i].need][steps[steps[i].from].person] -= amount;
        }
    }

    std::span<const StaffMember> staff_;
    std::vector<int> free_;  ///< per person, not held by any need
    std::vector<const StaffNeed*> needs_;
    std::vector<std::vector<int>> held_;  ///< per need, per person
};

/// Rooms of one kind. All that share can sit in one room, large enough for the most demanding of them; every
/// exclusive need takes a room away from all others.
class RoomShares {
  public:
    RoomShares(std::span<const Room> rooms, const std::string& kind) {
        for (const auto& room : rooms) {
            if (room.kind == kind) capacities_.push_back(room.capacity);
        }
        std::ranges::sort(capacities_, std::greater());
    }

    bool serve(const RoomNeed& need) {
        auto exclusive = exclusive_;
        auto shared = shared_;
        switch (need.sharing) {
            case Sharing::shared:
                shared = std::max(shared.value_or(need.capacity), need.capacity);
                break;
            case Sharing::exclusive:
                exclusive.push_back(need.capacity);
                break;
        }
        if (!fits(exclusive, shared)) return false;
        exclusive_ = std::move(exclusive);
        shared_ = shared;
        return true;
    }

  private:
    bool fits(std::vector<int> demands, std::optional<int> shared) const {
        if (shared) demands.push_back(*shared);
        if (demands.size() > capacities_.size()) return false;
        std::ranges::sort(demands, std::greater());
        return std::ranges::equal(demands, std::span(capacities_).first(demands.size()), std::less_equal());
    }

    std::vector<int> capacities_;  ///< the largest first
    std::vector<int> exclusive_;
    std::optional<int> shared_;  ///< the most demanding of those that share
};

class Shares {
  public:
    explicit Shares(const Register& held) : held_(held), rates_(held.staff) {
        for (const auto& item : held.equipment) equipment_[item.kind] += item.count;
    }

    NeedState state(const Need& need, std::span<const PlanLine> lines, Date today) {
        return std::visit([&](const auto& what) { return judge(need, what, lines, today); }, need.what);
    }

  private:
    static NeedState answer(const Need& need, LineKind kind, int held, int wanted) {
        const auto missing = std::max(0, wanted - held);
        return {need.id, kind, need.obligation, held, missing, missing > 0 ? Gap::open : Gap::closed};
    }

    NeedState judge(const Need& need, const StaffNeed& what, std::span<const PlanLine> /*lines*/,
                    Date /*today*/) {
        return answer(need, LineKind::staff, rates_.serve(what), what.rate.hundredths);
    }

    NeedState judge(const Need& need, const RoomNeed& what, std::span<const PlanLine> /*lines*/,
                    Date /*today*/) {
        auto& rooms = rooms_.try_emplace(what.kind, held_.rooms, what.kind).first->second;
        return answer(need, LineKind::room, rooms.serve(what) ? 1 : 0, 1);
    }

    NeedState judge(const Need& need, const EquipmentNeed& what, std::span<const PlanLine> /*lines*/,
                    Date /*today*/) {
        auto& left = equipment_[what.kind];
        const auto taken = std::clamp(what.count, 0, std::max(0, left));
        left -= taken;
        return answer(need, LineKind::equipment, taken, what.count);
    }

    NeedState judge(const Need& need, const DocumentNeed&, std::span<const PlanLine> lines, Date today) {
        return by_proof(need, LineKind::document, lines, today);
    }
    NeedState judge(const Need& need, const TrainingNeed&, std::span<const PlanLine> lines, Date today) {
        return by_proof(need, LineKind::training, lines, today);
    }
    NeedState judge(const Need& need, const BudgetNeed&, std::span<const PlanLine> lines, Date today) {
        return by_proof(need, LineKind::budget, lines, today);
    }

    /// Proven once a line for it was closed and while none is open again.
    static NeedState by_proof(const Need& need, LineKind kind, std::span<const PlanLine> lines, Date today) {
        bool closed = false;
        bool open = false;
        for (const auto& line : lines) {
            if (line.need != need.id || line.kind != kind) continue;
            open = open || open_at(line, today);
            closed = closed || (line.closed_on && *line.closed_on <= today);
        }
        return answer(need, kind, closed && !open ? 1 : 0, 1);
    }

    const Register& held_;
    RateShares rates_;
    std::map<std::string, RoomShares> rooms_;
    std::map<std::string, int> equipment_;  ///< not yet used up
};

bool has_line(const NeedState& state, std::span<const PlanLine> lines, Date today) {
    return std::ranges::any_of(lines, [&](const PlanLine& line) {
        return line.need == state.need && line.kind == state.kind && open_at(line, today);
    });
}

}  // namespace

Readiness readiness(std::span<const Claim> claims, const Register& held, Date today) {
    Shares shares(held);
    Readiness result;
    for (const auto& claim : claims) {
        auto& states = result.emplace_back();
        for (const auto& need : claim.needs) states.push_back(shares.state(need, claim.lines, today));
    }
    return result;
}

ClosedBy closed_by(LineKind kind) {
    switch (kind) {
        case LineKind::staff:
        case LineKind::room:
        case LineKind::equipment:
            return ClosedBy::registered;
        case LineKind::document:
        case LineKind::training:
        case LineKind::budget:
        case LineKind::step:
            return ClosedBy::proof;
    }
    return ClosedBy::proof;
}

Checked<void> close_by_hand(const PlanLine& line, Date today) {
    switch (closed_by(line.kind)) {
        case ClosedBy::registered:
            return refuse("rollout.closes_through_register");
        case ClosedBy::proof:
            break;
    }
    if (!open_at(line, today)) return refuse("rollout.line_not_open");
    return {};
}

Date working_day(Date day) {
    constexpr int days_of_week = 7;
    constexpr int monday = 4;  // 1970-01-01 was a Thursday
    const int weekday = ((day.days - monday) % days_of_week + days_of_week) % days_of_week;
    return weekday < 5 ? day : day + (days_of_week - weekday);
}

Checked<void> may_be_due(Date due, Date today, std::string_view pointer) {
    if (due < today) return refuse_field(std::string(pointer), "rollout.past_day");
    return {};
}

std::vector<PlanChange> plan_changes(std::span<const NeedState> needs, std::span<const PlanLine> lines,
                                     Date today) {
    std::vector<PlanChange> result;
    for (const auto& state : needs) {
        const bool line = has_line(state, lines, today);
        switch (state.gap) {
            case Gap::open:
                if (!line) result.push_back({PlanChange::Kind::open, state.need});
                break;
            case Gap::closed:
                if (line && closed_by(state.kind) == ClosedBy::registered)
                    result.push_back({PlanChange::Kind::close, state.need});
                break;
        }
    }
    return result;
}

}  // namespace ryadom::rollout
