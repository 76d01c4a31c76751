// Filled forms and scales of practices, and what their answers come to.
#pragma once

#include "modules/forms/sheet.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/network/network.hpp"
#include "modules/people/people.hpp"
#include "modules/practices/practices.hpp"
#include "platform/db/transaction.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ryadom::forms {

struct Filled {
    std::int64_t number;
    std::int64_t root;  ///< the form that this one corrects, and what that one corrected, back to the first; itself when it corrects none
    std::int64_t person;
    std::int64_t organisation;
    Number<practices::Practice> practice;
    std::string form;
    practices::Moment moment;
    Date filled_on;
    Date recorded_on;
    std::vector<std::pair<std::string, double>> scores;  ///< those with a number, in the order of the form
};

/// Standing forms (corrected ones not) filled on these days, as recorded by the end of `as_of`; nothing for organisations:
/// the whole region. By organisation and day. Answers are not among it, so that confidential forms are.
std::vector<Filled> filled(db::Tx& tx, const std::optional<std::vector<std::int64_t>>& organisations, Number<practices::Practice> practice,
                           std::string_view form, Date first, Date last, Date as_of);

/// Answers by id of the field. A field that was not answered is not there.
using Answers = std::map<std::string, json::Value>;

/// What a score came to: a number in hundredths, or the id of a band.
struct Result {
    std::string score;
    std::optional<std::int64_t> hundredths;
    std::optional<std::string> band;
    bool operator==(const Result&) const = default;
};
/// The results of a form, by docs/package.md, for answers that are of its fields; a score without a result is not there.
std::vector<Result> results(const practices::Form& form, const Answers& answers);

/// Every wrong answer, with its pointer below `pointer`: of another type or range, to a question that was not asked, or absent.
std::vector<FieldError> faults(const practices::Form& form, const Answers& answers, const std::string& pointer);
/// A day on which a form can have been filled for whoever was born then.
std::vector<FieldError> day_faults(Date filled_on, Date birth, Date today);

Titles titles(const practices::Line& text);
Titles titles(const practices::Text& text);
FormSheet sheet_of(const practices::Form& form);
ScoreView view_of(const practices::Form& form, const Result& result);
/// From a number of this score to another one, in hundredths, by what the form says of noise and direction.
Change change_of(const practices::Form& form, std::string_view score, std::int64_t before, std::int64_t now, Date since);

/// A filled form as it is stored.
struct StoredForm {
    std::int64_t person = 0;
    std::int64_t organisation = 0;
    Number<practices::Practice> practice;
    Number<practices::Version> version;
    std::string form;
    practices::Moment moment = practices::Moment::start;
    Date filled_on;
    std::optional<std::int64_t> fact;
    Answers answers;
    std::optional<std::int64_t> replaces;
    std::optional<std::string> reason;
    Date recorded_on;
};
struct FilledForm;
/// Writes the form with its results and nothing else; for what was checked elsewhere (the generator, loads from the past).
Id<FilledForm> append(db::Tx& tx, const StoredForm& form, const std::vector<Result>& results);

}  // namespace ryadom::forms
