// Scales and filled ones, as one caller may see them.
#pragma once

#include "modules/scales/store.hpp"

namespace ryadom::scales {

/// The form of a description that was accepted; kept parsed, since a version never changes.
std::shared_ptr<const practices::Form> form_of(const std::string& description);

std::vector<ListedScale> listed(const std::vector<store::VersionRow>& versions, Date today);
/// Of the versions of one scale; `version` 0: the one of today, or the first to come.
std::optional<ScaleView> view_of(const std::vector<store::VersionRow>& versions, int version, Date today);
/// The version in force on the day.
const store::VersionRow* on_day(const std::vector<store::VersionRow>& versions, Date day);
std::vector<Date> begins(const std::vector<store::VersionRow>& versions);

enum class WithAnswers { no, yes };

/// One serves one transaction and looks each thing up once.
class Views {
  public:
    explicit Views(db::Tx& tx) : tx_(tx) {}

    struct Known {
        store::VersionRow row;
        std::shared_ptr<const practices::Form> form;
    };
    const Known& version(Number<Version> number);
    /// Confidential ones are read by their author and by who fills the scale for the person too.
    bool readable(const store::Row& row) { return readable(row, row.account); }
    FilledScale filled(const store::Row& row, WithAnswers with_answers);

  private:
    bool readable(const store::Row& row, std::int64_t account);
    std::vector<forms::ScoreView> scores(const store::Row& row, const practices::Form& form);

    db::Tx& tx_;
    std::map<std::int64_t, Known> versions_;
    std::map<std::pair<std::int64_t, std::int64_t>, bool> fills_too_;  ///< by person and scale
};

}  // namespace ryadom::scales
