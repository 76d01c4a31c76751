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

/// The way of a centre with a practice, and the day as of which it is asked: absent when it is not under way.
struct FoundWay {
    network::OrganisationRow organisation;
    practices::PracticeRow practice;
    Date day;
    rollout::Way way;
};
FoundWay find_way(http::Call& call, const Judges& judges, const Id<network::Organisation>& organisation, const Id<practices::Practice>& practice,
                  std::optional<Date> day);

}  // namespace ryadom::verdicts
