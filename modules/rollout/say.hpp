// From computed cells to what a reader is told, in the reader's language and within the reader's rights.
#pragma once

#include "modules/rollout/board.hpp"
#include "modules/rollout/views_adoption.hpp"

namespace ryadom::rollout {

enum class Standing { insider, outsider };

/// The language of a reader. It outlives the request, so that answers of writes can be made with it.
class Tongue {
  public:
    Tongue(const i18n::Catalogue& texts, i18n::Language language) : texts_(&texts), language_(language) {}
    Said say(std::string code, Arguments arguments = {}) const;
    std::string language() const { return std::string(json::name_of(language_)); }
    std::string title(const practices::PracticeRow& practice) const;
    std::string title(const catalogue::Titles& titles) const { return catalogue::title_in(titles, language_); }
    /// A reserved word of the package in the reader's language; any other owner as it was written.
    std::string owner(const std::string& stored) const;

  private:
    const i18n::Catalogue* texts_;
    i18n::Language language_;
};

/// Who reads: the language, and which centres are the reader's own.
class Reader : public Tongue {
  public:
    explicit Reader(const http::Call& call) : Tongue(call.texts(), call.language()), scope_(call.caller().scope) {}
    Standing standing(Number<network::Organisation> organisation) const;
    /// Small numbers of another centre's people could point at one of them, and so could two exact ones, of one day and
    /// of the next.
    static Shown shown(std::int64_t count, Standing standing);
    /// Services, which say nothing where the number of the people who received them is hidden.
    static Shown shown_services(std::int64_t services, std::int64_t people, Standing standing);
    std::string text_of(const Shown& shown) const;

  private:
    db::Scope scope_;
};

/// "23.11.2026"
std::string written(Date day);

Named name_of(const Tongue& tongue, const practices::PracticeRow& practice);
Named name_of(const network::OrganisationRow& organisation);

StageView state_view(const BoardCell& cell);
/// The same of a cell that was judged by another order than the board's own.
StageView state_view(const Cell& cell, const StageFlags& flags, Stage target, bool exempt);
MatrixCell matrix_cell(const BoardCell& cell);
ForecastView forecast_view(const Forecast& forecast);
std::map<std::string, Date> first_view(const FirstDays& first);
/// Which rule gave the stage.
Said reason(const Reader& reader, const Board& board, const BoardCell& cell);
/// Distinct people of a period of the floor, up to the day of the cell.
std::int64_t people_of(const BoardCell& cell, const Period& period);
std::vector<PeriodView> periods_view(const Reader& reader, const Board& board, const BoardCell& cell);

/// What is needed next, the first to be done first. Lines of the plan are named to whoever may see the plan; for others
/// `lines` is empty.
std::vector<Action> next_actions(const Reader& reader, const Board& board, const BoardCell& cell, const std::vector<store::LineRow>& lines);

/// "Not enough: 0.5 of a post", as the kind of need is counted.
Said missing_said(const Tongue& tongue, const Element& element, int missing);
NeedView need_view(const Tongue& tongue, const Element& element, const NeedState& state);
LineView line_view(const Tongue& tongue, const Line& line, const practices::Package& package);

}  // namespace ryadom::rollout
