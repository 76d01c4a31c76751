// The words that a practice package may use where docs/package.md says "enum".
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "platform/json/describe.hpp"

namespace ryadom::practices {

template <class T, std::size_t N>
using Words = std::array<std::pair<T, std::string_view>, N>;

/// How sure the authors are of a number or a norm.
enum class Certainty { verified, recalled, derived, set_by_region };
constexpr auto names(json::Type<Certainty>) {
    using enum Certainty;
    return Words<Certainty, 4>{{{verified, "verified"},
                                {recalled, "recalled"},
                                {derived, "derived"},
                                {set_by_region, "set_by_region"}}};
}

/// A law was either read or is remembered; it is never derived.
enum class LawChecked { verified, recalled };
constexpr auto names(json::Type<LawChecked>) {
    using enum LawChecked;
    return Words<LawChecked, 2>{{{verified, "verified"}, {recalled, "recalled"}}};
}

/// What to do with a person who has the contraindication.
enum class Precaution { refuse, doctor, adapt };
constexpr auto names(json::Type<Precaution>) {
    using enum Precaution;
    return Words<Precaution, 3>{{{refuse, "refuse"}, {doctor, "doctor"}, {adapt, "adapt"}}};
}

enum class Channel { centre, home, remote, residential };
constexpr auto names(json::Type<Channel>) {
    using enum Channel;
    return Words<Channel, 4>{
        {{centre, "centre"}, {home, "home"}, {remote, "remote"}, {residential, "residential"}}};
}

enum class Payment { free, tariff, set_by_region };
constexpr auto names(json::Type<Payment>) {
    using enum Payment;
    return Words<Payment, 3>{{{free, "free"}, {tariff, "tariff"}, {set_by_region, "set_by_region"}}};
}

enum class DocumentKind {
    order,
    regulation,
    job_description,
    contract,
    agreement,
    act,
    consent,
    journal,
    plan,
    instruction,
    certificate,
    leaflet,
    letter,
    questionnaire
};
constexpr auto names(json::Type<DocumentKind>) {
    using enum DocumentKind;
    return Words<DocumentKind, 14>{{{order, "order"},
                                    {regulation, "regulation"},
                                    {job_description, "job_description"},
                                    {contract, "contract"},
                                    {agreement, "agreement"},
                                    {act, "act"},
                                    {consent, "consent"},
                                    {journal, "journal"},
                                    {plan, "plan"},
                                    {instruction, "instruction"},
                                    {certificate, "certificate"},
                                    {leaflet, "leaflet"},
                                    {letter, "letter"},
                                    {questionnaire, "questionnaire"}}};
}

/// What a centre shows to close a need or a step.
enum class Proof { document, photo, order, certificate, act, register_, none };
constexpr auto names(json::Type<Proof>) {
    using enum Proof;
    return Words<Proof, 7>{{{document, "document"},
                            {photo, "photo"},
                            {order, "order"},
                            {certificate, "certificate"},
                            {act, "act"},
                            {register_, "register"},
                            {none, "none"}}};
}

/// When money is needed.
enum class BudgetTime { start, monthly, yearly };
constexpr auto names(json::Type<BudgetTime>) {
    using enum BudgetTime;
    return Words<BudgetTime, 3>{{{start, "start"}, {monthly, "monthly"}, {yearly, "yearly"}}};
}

enum class FormKind { scale, questionnaire, checklist, log, report };
constexpr auto names(json::Type<FormKind>) {
    using enum FormKind;
    return Words<FormKind, 5>{{{scale, "scale"},
                               {questionnaire, "questionnaire"},
                               {checklist, "checklist"},
                               {log, "log"},
                               {report, "report"}}};
}

/// When a form is filled.
enum class Moment { start, middle, end, each, follow_up };
constexpr auto names(json::Type<Moment>) {
    using enum Moment;
    return Words<Moment, 5>{
        {{start, "start"}, {middle, "middle"}, {end, "end"}, {each, "each"}, {follow_up, "follow_up"}}};
}

enum class FieldType { integer, decimal, choice, choices, boolean, line, text, date, time };
constexpr auto names(json::Type<FieldType>) {
    using enum FieldType;
    return Words<FieldType, 9>{{{integer, "integer"},
                                {decimal, "decimal"},
                                {choice, "choice"},
                                {choices, "choices"},
                                {boolean, "boolean"},
                                {line, "line"},
                                {text, "text"},
                                {date, "date"},
                                {time, "time"}}};
}

/// The ways of scoring; nothing else is computed from a form.
enum class Method { sum, mean, lookup, bands, highest, count, t_score };
constexpr auto names(json::Type<Method>) {
    using enum Method;
    return Words<Method, 7>{{{sum, "sum"},
                             {mean, "mean"},
                             {lookup, "lookup"},
                             {bands, "bands"},
                             {highest, "highest"},
                             {count, "count"},
                             {t_score, "t_score"}}};
}

enum class Better { higher, lower };
constexpr auto names(json::Type<Better>) {
    using enum Better;
    return Words<Better, 2>{{{higher, "higher"}, {lower, "lower"}}};
}

enum class Aspect { structure, process, outcome };
constexpr auto names(json::Type<Aspect>) {
    using enum Aspect;
    return Words<Aspect, 3>{{{structure, "structure"}, {process, "process"}, {outcome, "outcome"}}};
}

enum class VerdictPeriod { month, quarter, year };
constexpr auto names(json::Type<VerdictPeriod>) {
    using enum VerdictPeriod;
    return Words<VerdictPeriod, 3>{{{month, "month"}, {quarter, "quarter"}, {year, "year"}}};
}

/// The kinds of measure of a standard; their sums are docs/package.md, "Standard".
enum class StatementKind {
    wait,
    minutes,
    group_size,
    frequency,
    programme_share,
    qualified,
    form_pair,
    scale_change,
    presence
};
constexpr auto names(json::Type<StatementKind>) {
    using enum StatementKind;
    return Words<StatementKind, 9>{{{wait, "wait"},
                                    {minutes, "minutes"},
                                    {group_size, "group_size"},
                                    {frequency, "frequency"},
                                    {programme_share, "programme_share"},
                                    {qualified, "qualified"},
                                    {form_pair, "form_pair"},
                                    {scale_change, "scale_change"},
                                    {presence, "presence"}}};
}

enum class Per { week, month };
constexpr auto names(json::Type<Per>) {
    using enum Per;
    return Words<Per, 2>{{{week, "week"}, {month, "month"}}};
}

enum class Direction { up, down };
constexpr auto names(json::Type<Direction>) {
    using enum Direction;
    return Words<Direction, 2>{{{up, "up"}, {down, "down"}}};
}

enum class FloorMeasure { facts, recipients };
constexpr auto names(json::Type<FloorMeasure>) {
    using enum FloorMeasure;
    return Words<FloorMeasure, 2>{{{facts, "facts"}, {recipients, "recipients"}}};
}

enum class FloorPeriod { month, quarter };
constexpr auto names(json::Type<FloorPeriod>) {
    using enum FloorPeriod;
    return Words<FloorPeriod, 2>{{{month, "month"}, {quarter, "quarter"}}};
}

enum class IndicatorKind { output, outcome };
constexpr auto names(json::Type<IndicatorKind>) {
    using enum IndicatorKind;
    return Words<IndicatorKind, 2>{{{output, "output"}, {outcome, "outcome"}}};
}

/// The axes of evidence; the level of a practice is that of its weakest axis.
enum class Axis { description, foundation, results, data };
constexpr auto names(json::Type<Axis>) {
    using enum Axis;
    return Words<Axis, 4>{
        {{description, "description"}, {foundation, "foundation"}, {results, "results"}, {data, "data"}}};
}

}  // namespace ryadom::practices
