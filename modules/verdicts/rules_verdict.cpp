// Periods, the way from a statement to its measure, and the verdict.
#include "modules/verdicts/rules_measures.hpp"

namespace ryadom::verdicts {
namespace {

Period year_of(Date day) {
    const auto year = parts(day).year;
    return {*make_date(year, 1, 1), *make_date(year, 12, 31)};
}

}  // namespace

Period period_of(Date day, practices::VerdictPeriod length) {
    switch (length) {
        case practices::VerdictPeriod::month: return ryadom::period_of(day, PeriodLength::month);
        case practices::VerdictPeriod::quarter: return ryadom::period_of(day, PeriodLength::quarter);
        case practices::VerdictPeriod::year: return year_of(day);
    }
    throw std::logic_error("a period of a verdict that there is not");
}

Period previous(const Period& period, practices::VerdictPeriod length) { return period_of(period.first - 1, length); }

void measure(const practices::Statement& statement, const Inputs& inputs, const Period& period, Date as_of, const Take& take) {
    using practices::StatementKind;
    const Looked at{statement.rule, inputs, period, as_of};
    switch (statement.kind) {
        case StatementKind::wait: return measure_wait(at, take);
        case StatementKind::minutes: return measure_minutes(at, take);
        case StatementKind::group_size: return measure_group_size(at, take);
        case StatementKind::frequency: return measure_frequency(at, take);
        case StatementKind::programme_share: return;
        case StatementKind::qualified: return measure_qualified(at, take);
        case StatementKind::form_pair: return measure_form_pair(at, take);
        case StatementKind::scale_change: return measure_scale_change(at, take);
        case StatementKind::presence: return measure_presence(at, take);
    }
}

Tally tally(const practices::Statement& statement, const Inputs& inputs, const Period& period, Date as_of) {
    Tally out;
    measure(statement, inputs, period, as_of, [&out](const Item& item) {
        switch (item.part) {
            case Part::met: ++out.numerator; ++out.denominator; return;
            case Part::missed: ++out.denominator; return;
            case Part::excluded: ++out.excluded[item.reason]; return;
        }
    });
    return out;
}

Outcome outcome(const Tally& tally, int threshold_percent) {
    if (tally.denominator == 0) return Outcome::no_data;
    return tally.numerator * 100 >= tally.denominator * threshold_percent ? Outcome::met : Outcome::failed;
}

std::int64_t missing(const Tally& tally, int threshold_percent) {
    const auto needed = (tally.denominator * threshold_percent + 99) / 100;
    return std::max<std::int64_t>(0, needed - tally.numerator);
}

}  // namespace ryadom::verdicts
