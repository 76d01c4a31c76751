// The whole matrix: every cell of the region, computed in one pass over decisions, plans and facts, and kept until one of
// them changes.
#pragma once

#include "modules/rollout/adoption.hpp"
#include "platform/core/follower.hpp"
#include "platform/db/database.hpp"

#include <chrono>
#include <mutex>

namespace ryadom::rollout {

/// What stages are made of, as of the last change.
struct Source {
    std::string pulse;
    std::vector<network::OrganisationRow> organisations;
    std::vector<practices::PracticeRow> practices;
    store::Everything recorded;
    std::map<std::int64_t, std::shared_ptr<const practices::Package>> packages;  ///< by version number
};

/// The order that asks for a cell.
struct Asked {
    const store::Order* order = nullptr;
    Date deadline;
    bool exempt = false;
};

/// What an order says by the changes of its assignment so far, of which its signing is the first.
Asked asked_by(const store::Order& order, const std::vector<const store::OrderChange*>& changes);

struct BoardCell {
    std::size_t organisation = 0;  ///< index into Board::source->organisations
    std::size_t practice = 0;      ///< index into Board::source->practices
    const store::AdoptionRow* adoption = nullptr;
    Number<practices::Version> version;                 ///< of that day
    std::shared_ptr<const practices::Package> package;  ///< of that version
    std::optional<Asked> asked;
    Date today;
    Floor floor;
    AdoptionHistory history;
    Deliveries deliveries;
    StageAt now;
    Pace pace;
    Forecast forecast;
    Cell cell;
};

/// The cell as an order of that deadline and target sees it.
Cell judged(const BoardCell& at, std::optional<Date> deadline, Stage target);

struct Board {
    std::shared_ptr<const Source> source;
    std::optional<Date> day;  ///< nothing: now
    ledger::image::Position position = 0;
    std::vector<BoardCell> cells;  ///< by organisation, then practice
    const BoardCell* find(std::int64_t organisation, std::int64_t practice) const;
    const network::OrganisationRow& organisation_of(const BoardCell& cell) const { return source->organisations[cell.organisation]; }
    const practices::PracticeRow& practice_of(const BoardCell& cell) const { return source->practices[cell.practice]; }
};

/// Days of the zones of the region at one moment: what "today" means in live cells.
using ZoneDays = std::map<std::string, Date>;

Board compute(std::shared_ptr<const Source> source, const ledger::image::Image& image, std::optional<Date> day, const ZoneDays& today);

using ImageSource = std::function<const ledger::image::Image&()>;

class Boards {
  public:
    explicit Boards(ImageSource image, std::chrono::milliseconds fresh = {}) : image_(std::move(image)), fresh_(fresh.count()) {}
    /// Without a day: as of now. Stages are open to all staff, so that one answer serves every caller, and those who ask
    /// while it is computed. Decisions and plans are those of this moment; facts that came since may be missing while
    /// `fresh` has not passed, so that a busy desk does not have the whole region computed with every request; where the board of now
    /// is followed, so long as four computations take, since nobody waits for the next one while it is made.
    std::shared_ptr<const Board> at(db::Database& database, std::optional<Date> day, Instant now);
    const ledger::image::Image& image() const { return image_(); }

  private:
    struct Kept {
        std::shared_ptr<const Board> board;
        ZoneDays today;
        Instant asked_at;  ///< before its facts were looked at
    };
    friend class Following<Boards>;

    static ZoneDays days_of(const Source& source, Instant now);
    std::shared_ptr<const Source> source(db::Database& database);
    bool stands(const Kept& kept, Instant now, std::int64_t milliseconds) const;
    void keep(Kept made);
    void follow(std::shared_ptr<Follower> follower);
    /// Of now.
    void renew(db::Database& database);

    ImageSource image_;
    std::int64_t fresh_;
    std::mutex mutex_;
    std::shared_ptr<Follower> follower_;
    std::int64_t took_ = 0;  ///< ms that the last computation of now took
    std::shared_ptr<const Source> source_;
    std::vector<Kept> kept_;  ///< the newest last
};

/// Computes the board of now anew when somebody was given one that lacks facts.
using BoardsFollower = Following<Boards>;

}  // namespace ryadom::rollout
