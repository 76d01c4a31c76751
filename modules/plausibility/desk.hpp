// The questions of the whole region, computed from the image and kept for a moment; every reader is shown a part.
#pragma once

#include "modules/plausibility/store.hpp"
#include "platform/db/database.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

namespace ryadom::plausibility {

using ImageSource = std::function<const ledger::image::Image&()>;

/// The questions of some months under the thresholds of the moment.
struct Asked {
    Period months;
    Thresholds thresholds;
    Instant computed_at;
    Known known;
    std::unordered_map<std::uint32_t, std::uint32_t> survivors;
    std::map<std::uint32_t, store::Worker> workers;
    std::vector<Question> questions;

    std::uint32_t human(std::uint32_t person) const;
};

class Desk {
  public:
    /// For as long as `fresh` the questions stand as they were computed.
    Desk(ImageSource image, std::chrono::milliseconds fresh) : image_(std::move(image)), fresh_(fresh.count()) {}

    /// Of whole months.
    std::shared_ptr<const Asked> asked(db::Database& database, const Period& months, Instant now);
    /// The facts behind a question in a scope, the newest in the ledger first.
    std::vector<ledger::image::Position> facts_behind(const Asked& asked, const Question& question, const ledger::image::Scope& scope) const;

  private:
    std::shared_ptr<const Asked> compute(db::Database& database, const Period& months, const Thresholds& thresholds, Instant now) const;

    ImageSource image_;
    std::int64_t fresh_;
    std::mutex mutex_;
    std::vector<std::shared_ptr<const Asked>> kept_;  ///< the newest last
};

/// By which the question is named outside: tells nothing, and stays while it is about the same.
std::string id_of(const Question& question);

}  // namespace ryadom::plausibility
