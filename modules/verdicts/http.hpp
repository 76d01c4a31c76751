#pragma once

#include "modules/verdicts/judge.hpp"
#include "modules/verdicts/model.hpp"
#include "platform/http/module.hpp"

#include <mutex>

namespace ryadom::verdicts {

using ImageSource = std::function<const ledger::image::Image&()>;

/// The verdicts of the whole region, kept for a moment: they are the same for every reader.
class Judges {
  public:
    /// For as long as `fresh` a region stands as it was computed.
    Judges(ImageSource image, std::shared_ptr<rollout::Boards> boards, std::chrono::milliseconds fresh)
        : image_(std::move(image)), boards_(std::move(boards)), fresh_(fresh.count()) {}

    struct Region {
        std::optional<Date> asked;  ///< nothing: now
        Date day;
        Instant computed_at;
        std::vector<JudgedCell> cells;
    };
    std::shared_ptr<const Region> region(db::Database& database, std::optional<Date> day, Instant now);
    const ledger::image::Image& image() const { return image_(); }
    rollout::Boards& boards() const { return *boards_; }

  private:
    ImageSource image_;
    std::shared_ptr<rollout::Boards> boards_;
    std::int64_t fresh_;
    std::mutex mutex_;
    std::vector<std::shared_ptr<const Region>> kept_;  ///< the newest last
};

void add_verdict_routes(http::Routes& routes, const std::shared_ptr<Judges>& judges);
void add_row_routes(http::Routes& routes, const std::shared_ptr<Judges>& judges);

/// Whether the practice runs or is prepared; what was stopped is held to nothing.
bool under_way(const rollout::Way& way);

/// The practice or listed service of a centre, and the day as of which it is asked. Absent: the practice is not under way there, or
/// the organisation delivers no services of its own; whether it provides this one is seen when it is judged.
struct FoundSubject {
    network::OrganisationRow organisation;
    Titled title;  ///< of the practice or service
    Date day;
    Subject subject;
};
FoundSubject find_subject(http::Call& call, const Judges& judges, const VerdictsQuery& query);

std::string title_in(const practices::Line& line, i18n::Language language);

}  // namespace ryadom::verdicts
