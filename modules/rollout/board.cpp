#include "modules/rollout/board.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace ryadom::rollout {
namespace {

namespace image = ledger::image;

constexpr int days_of_rate = 28;

std::vector<practices::PracticeRow> with_column(db::Tx& tx) { return practices::all_practices(tx); }

std::string numbers_of(const std::vector<practices::PracticeRow>& rows) {
    std::string out;
    for (const auto& row : rows) out += " " + std::to_string(row.number.value);
    return out;
}

std::shared_ptr<const Source> load(db::Tx& tx, std::string pulse, std::vector<practices::PracticeRow> practices) {
    auto out = std::make_shared<Source>();
    out->pulse = std::move(pulse);
    out->organisations = network::all_organisations(tx);
    out->practices = std::move(practices);
    out->recorded = store::everything(tx);
    for (const auto& version : out->recorded.versions) {
        auto& package = out->packages[version.version.value];
        if (!package) package = practices::package_of(tx, version.version);
    }
    return out;
}

/// Computes one board. What was recorded is grouped by adoption once, then each cell is judged.
class Computation {
  public:
    Computation(const Source& source, const image::Image& image, std::optional<Date> day, const ZoneDays& today, image::Position position)
        : source_(source), image_(image), day_(day), today_(today), as_of_{day.value_or(image::last_day), position} {}

    std::vector<BoardCell> run() {
        index();
        add_asked();
        add_adoptions();
        deliver();
        for (auto& cell : cells_)
            cell.now = stage(cell.history, cell.floor, cell.deliveries, cell.today);
        count_people();
        foresee();
        std::ranges::sort(cells_, {}, [](const BoardCell& cell) { return std::pair{cell.organisation, cell.practice}; });
        return std::move(cells_);
    }

  private:
    using Key = std::pair<std::int64_t, std::int64_t>;  ///< organisation, practice

    void index() {
        for (std::size_t i = 0; i < source_.organisations.size(); ++i) organisations_[source_.organisations[i].number.value] = i;
        for (std::size_t i = 0; i < source_.practices.size(); ++i) practices_[source_.practices[i].number.value] = i;
        for (const auto& [number, tracked] : source_.recorded.lines) lines_[tracked.adoption.value].push_back(line_then(number, tracked.line));
        for (const auto& change : source_.recorded.changes)
            if (!day_ || change.changed_on <= *day_) changes_[change.assignment.value].push_back(&change);
    }

    Date today_at(std::size_t organisation) const {
        if (day_) return *day_;
        return today_.at(source_.organisations[organisation].organisation.zone);
    }

    /// The line with the due day that it had on the day asked about.
    PlanLine line_then(std::int64_t number, PlanLine line) const {
        if (!day_) return line;
        const auto& moves = source_.recorded.moves;
        for (auto move = std::ranges::lower_bound(moves, number, {}, &store::Move::line);
             move != moves.end() && move->line == number && move->moved_on > *day_; ++move)
            line.due = move->due_before;
        return line;
    }

    /// For a table by number.
    static std::size_t room(const std::map<std::int64_t, std::size_t>& index) { return index.empty() ? 1 : static_cast<std::size_t>(index.rbegin()->first) + 1; }

    BoardCell* cell_at(Key key) {
        const auto known = cell_index_.find(key);
        if (known != cell_index_.end()) return &cells_[known->second];
        const auto organisation = organisations_.find(key.first);
        const auto practice = practices_.find(key.second);
        if (organisation == organisations_.end() || practice == practices_.end()) return nullptr;
        cell_index_.emplace(key, cells_.size());
        auto& cell = cells_.emplace_back();
        cell.organisation = organisation->second;
        cell.practice = practice->second;
        cell.today = today_at(cell.organisation);
        cell.history.assigned_on = cell.today;
        return &cell;
    }

    /// Orders come by day, so that the newest that exempts nobody has its say.
    void add_asked() {
        for (const auto& order : source_.recorded.orders) {
            const auto changes = changes_.find(order.number.value);
            if (changes == changes_.end()) continue;
            auto* cell = cell_at({order.organisation.value, order.practice.value});
            if (!cell) continue;
            const auto asked = asked_by(order, changes->second);
            cell->history.assigned_on = std::min(cell->history.assigned_on, order.signed_on);
            if (!cell->asked || cell->asked->exempt || !asked.exempt) cell->asked = asked;
        }
    }

    void add_adoptions() {
        for (const auto& row : source_.recorded.adoptions) {
            if (day_ && row.recorded_on > *day_) continue;
            auto* cell = cell_at({row.organisation.value, row.practice.value});
            if (!cell) continue;
            cell->adoption = &row;
            cell->version = version_then(row);
            cell->package = source_.packages.at(cell->version.value);
            cell->floor = floor_of(*cell->package);
            auto& history = cell->history;
            history.assigned_on = std::min(history.assigned_on, row.chosen_on);
            history.chosen_on = row.chosen_on;
            history.confirmed_on = row.confirmed_on;
            if (!day_ || (row.opening_recorded_on && *row.opening_recorded_on <= *day_)) history.opened_on = row.opened_on;
            if (const auto lines = lines_.find(row.number.value); lines != lines_.end()) history.lines = std::move(lines->second);
        }
        for (const auto& stop : source_.recorded.stops) {
            const auto cell = std::ranges::find_if(cells_, [&](const BoardCell& each) { return each.adoption && each.adoption->number == stop.adoption; });
            if (cell == cells_.end() || stop.stopped_on > cell->today || (stop.resumed_on && *stop.resumed_on <= cell->today)) continue;
            cell->history.stopped_on = stop.stopped_on;
            cell->history.stop_reason = stop.reason;
        }
    }

    Number<practices::Version> version_then(const store::AdoptionRow& row) const {
        const auto& versions = source_.recorded.versions;
        auto at = std::ranges::lower_bound(versions, row.number, {}, &store::Version::adoption);
        if (!day_ || at == versions.end()) return row.version;
        auto result = at->version;
        for (; at != versions.end() && at->adoption == row.number && at->chosen_on <= *day_; ++at) result = at->version;
        return result;
    }

    /// The cell whose adoption the facts of an organisation count for: its own, or that of the nearest above it.
    const std::size_t* adopting(std::size_t organisation, std::int64_t practice) const {
        const auto* row = &source_.organisations[organisation];
        while (true) {
            const auto known = cell_index_.find({row->number.value, practice});
            if (known != cell_index_.end() && cells_[known->second].adoption) return &known->second;
            if (!row->organisation.parent) return nullptr;
            const auto above = std::ranges::find(source_.organisations, *row->organisation.parent,
                                                 [](const network::OrganisationRow& each) { return each.organisation.id; });
            if (above == source_.organisations.end()) return nullptr;
            row = &*above;
        }
    }

    void deliver() {
        image::AdoptionMap map(room(organisations_), room(practices_));
        std::vector<std::uint32_t> slots(cells_.size(), image::AdoptionMap::none);
        for (std::size_t i = 0; i < cells_.size(); ++i)
            if (cells_[i].adoption) slots[i] = map.add_adoption(cells_[i].floor.length);
        for (const auto& [organisation, at] : organisations_)
            for (const auto& [practice, column] : practices_)
                if (const auto* cell = adopting(at, practice)) {
                    map.assign(static_cast<std::uint16_t>(organisation), static_cast<std::uint16_t>(practice), slots[*cell]);
                    counted_for_[{organisation, practice}] = *cell;
                }
        const auto found = image::matrix_deliveries(image_, image::Scope::everything(), map, as_of_);
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (slots[i] == image::AdoptionMap::none) continue;
            for (const auto& bucket : found.of(slots[i]))
                cells_[i].deliveries.days.push_back({bucket.day, static_cast<int>(bucket.facts), static_cast<int>(bucket.new_people)});
        }
    }

    /// The forecast of a floor in recipients asks for the people of the last 28 days: one pass for all such cells.
    void count_people() {
        constexpr std::size_t nobody = SIZE_MAX;
        std::vector<std::unordered_set<std::uint32_t>> people(cells_.size());
        std::optional<Date> last;
        const auto asks = [](const BoardCell& cell) {
            return cell.adoption && cell.floor.measure == Measure::recipients && cell.now.first[Stage::started] && !cell.now.run_first;
        };
        for (const auto& cell : cells_)
            if (asks(cell)) last = std::max(last.value_or(cell.today), cell.today);
        if (!last) return;
        // Every fact of a month asks: by a table, not by a tree.
        const auto width = room(practices_);
        std::vector<std::size_t> asking(room(organisations_) * width, nobody);
        for (const auto& [key, at] : counted_for_)
            if (asks(cells_[at])) asking[static_cast<std::size_t>(key.first) * width + static_cast<std::size_t>(key.second)] = at;
        const auto note = [&](std::size_t organisation, const image::Fact& fact) {
            const auto place = organisation * width + fact.practice;
            if (fact.practice >= width || place >= asking.size() || asking[place] == nobody || fact.person == 0) return;
            const auto& cell = cells_[asking[place]];
            if (fact.day <= cell.today && cell.today - fact.day < days_of_rate) people[asking[place]].insert(fact.person);
        };
        image::each_fact(image_, image::Scope::everything(), *last - days_of_rate, *last, as_of_, [&](const image::Fact& fact) {
            note(fact.home_provider, fact);
            if (fact.performer_provider != 0) note(fact.performer_provider, fact);
        });
        for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i].deliveries.people_last_28_days = static_cast<int>(people[i].size());
    }

    /// Lines of the whole region speak for a centre that has closed too few of its own.
    int delay_of(const BoardCell& cell) {
        const auto known = delays_.find(cell.organisation);
        if (known != delays_.end()) return known->second;
        std::vector<PlanLine> own;
        for (const auto& each : cells_)
            if (each.organisation == cell.organisation) own.insert(own.end(), each.history.lines.begin(), each.history.lines.end());
        return delays_[cell.organisation] = delay(own, region_, cell.today);
    }

    /// The last closed lines of the region: the median is that of ten, and more are kept only because the day of a centre
    /// in another zone may not have come yet.
    void gather_region() {
        constexpr std::size_t enough = 50;
        std::vector<const PlanLine*> closed;
        for (const auto& cell : cells_)
            for (const auto& line : cell.history.lines)
                if (line.closed_on && (!day_ || *line.closed_on <= *day_)) closed.push_back(&line);
        const auto later = [](const PlanLine* a, const PlanLine* b) { return std::pair{*a->closed_on, a->due} > std::pair{*b->closed_on, b->due}; };
        const auto kept = closed.begin() + static_cast<std::ptrdiff_t>(std::min(closed.size(), enough));
        std::ranges::partial_sort(closed, kept, later);
        for (auto line = closed.begin(); line != kept; ++line) region_.push_back(**line);
    }

    void foresee() {
        gather_region();
        std::map<std::size_t, std::vector<FirstDays>> ways;
        for (const auto& cell : cells_)
            if (cell.adoption) ways[cell.practice].push_back(cell.now.first);
        for (auto& cell : cells_) {
            cell.pace = {delay_of(cell), lags(ways[cell.practice], cell.package ? lags_of(*cell.package) : LagDays{})};
            // Before a plan is confirmed, the steps that it will hold are known: no forecast is earlier than they allow.
            if (cell.package) cell.pace.lags.ready = std::max(cell.pace.lags.ready, way_through_steps(*cell.package, cell.today) - cell.today);
            cell.forecast = forecast(cell.now, cell.history, cell.floor, cell.deliveries, cell.pace, cell.today);
            const auto deadline = cell.asked && !cell.asked->exempt ? std::optional(cell.asked->deadline) : std::nullopt;
            const auto target = cell.asked ? cell.asked->order->target : Stage::delivering;
            cell.cell = judged(cell, deadline, target);
        }
    }

    const Source& source_;
    const image::Image& image_;
    std::optional<Date> day_;
    const ZoneDays& today_;
    image::AsOf as_of_;
    std::map<std::int64_t, std::size_t> organisations_;
    std::map<std::int64_t, std::size_t> practices_;
    std::unordered_map<std::int64_t, std::vector<PlanLine>> lines_;
    std::unordered_map<std::int64_t, std::vector<const store::OrderChange*>> changes_;
    std::vector<BoardCell> cells_;
    std::map<Key, std::size_t> cell_index_;
    std::map<Key, std::size_t> counted_for_;
    std::map<std::size_t, int> delays_;
    std::vector<PlanLine> region_;
};

}  // namespace

Asked asked_by(const store::Order& order, const std::vector<const store::OrderChange*>& changes) {
    Asked asked{&order, changes.back()->deadline, false};
    for (const auto* change : changes) {
        if (change->kind == ChangeKind::exempted) asked.exempt = true;
        if (change->kind == ChangeKind::obliged) asked.exempt = false;
    }
    return asked;
}

Cell judged(const BoardCell& at, std::optional<Date> deadline, Stage target) { return cell(at.now, deadline, target, at.forecast, at.today); }

const BoardCell* Board::find(std::int64_t organisation, std::int64_t practice) const {
    const auto at = std::ranges::find_if(cells, [&](const BoardCell& cell) {
        return organisation_of(cell).number.value == organisation && practice_of(cell).number.value == practice;
    });
    return at == cells.end() ? nullptr : &*at;
}

Board compute(std::shared_ptr<const Source> source, const image::Image& image, std::optional<Date> day, const ZoneDays& today) {
    const auto position = image.position();
    auto cells = Computation(*source, image, day, today, position).run();
    return {std::move(source), day, position, std::move(cells)};
}

std::shared_ptr<const Source> Boards::source(db::Database& database) {
    return database.read_as(db::Caller::system(), [&](db::Tx& tx) {
        auto practices = with_column(tx);
        auto pulse = store::pulse_of_all(tx) + numbers_of(practices);
        if (source_ && source_->pulse == pulse) return source_;
        return load(tx, std::move(pulse), std::move(practices));
    });
}

/// Of the days that the zones of the region have now.
ZoneDays Boards::days_of(const Source& source, Instant now) {
    ZoneDays out;
    for (const auto& row : source.organisations)
        if (!out.contains(row.organisation.zone)) out[row.organisation.zone] = local_date(now, row.organisation.zone);
    return out;
}

/// Either way: a clock that was put back does not keep a board for longer.
bool Boards::stands(const Kept& kept, Instant now, std::int64_t milliseconds) const {
    if (kept.board->source != source_) return false;
    return kept.board->position == image_().position() || (now < kept.asked_at + milliseconds && kept.asked_at < now + milliseconds);
}

void Boards::keep(Kept made) {
    constexpr std::size_t most_kept = 4;
    std::erase_if(kept_, [&](const Kept& each) { return each.board->day == made.board->day; });
    if (kept_.size() >= most_kept) kept_.erase(kept_.begin());
    kept_.push_back(std::move(made));
}

std::shared_ptr<const Board> Boards::at(db::Database& database, std::optional<Date> day, Instant now) {
    const std::lock_guard lock(mutex_);
    source_ = source(database);
    auto today = day ? ZoneDays() : days_of(*source_, now);
    const auto known = std::ranges::find_if(kept_, [&](const Kept& each) { return each.board->day == day && each.today == today; });
    if (known != kept_.end()) {
        if (stands(*known, now, fresh_)) return known->board;
        if (follower_ && !day && stands(*known, now, 4 * took_)) {
            follower_->ask();
            return known->board;
        }
    }
    const auto begun = database.now();
    const auto board = std::make_shared<const Board>(compute(source_, image_(), day, today));
    if (!day) took_ = std::max<std::int64_t>(0, database.now().milliseconds - begun.milliseconds);
    keep({board, std::move(today), now});
    return board;
}

void Boards::renew(db::Database& database) {
    const auto begun = database.now();
    std::unique_lock lock(mutex_);
    source_ = source(database);
    const auto own = source_;
    lock.unlock();
    auto today = days_of(*own, begun);
    const auto board = std::make_shared<const Board>(compute(own, image_(), std::nullopt, today));
    lock.lock();
    took_ = std::max<std::int64_t>(0, database.now().milliseconds - begun.milliseconds);
    if (own == source_) keep({board, std::move(today), begun});
}

void Boards::follow(std::shared_ptr<Follower> follower) {
    const std::lock_guard lock(mutex_);
    follower_ = std::move(follower);
}

}  // namespace ryadom::rollout
