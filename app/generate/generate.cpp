#include "app/generate/generate.hpp"

#include "app/generate/questions_plan.hpp"
#include "app/generate/writer.hpp"

namespace ryadom::generate {
namespace {

/// Long enough before the first day for the oldest orders to have been signed.
constexpr int days_of_preparation = 36;

}  // namespace

std::vector<DemoAccount> generate(db::Database& database, const MovableClock& clock, const GenerateOptions& options,
                                  const std::function<void(const Progress&)>& progress) {
    auto region = make_region(options.seed, options.sizes, options.until);
    const auto library = read_library(options.library);
    const auto plan = plan_rollout(region, options.seed, options.sizes, library);
    Journal journal(region, plan, options.seed, options.sizes, library);
    Inputs inputs(region, options.seed, library);
    Writer writer(database, clock, region, plan);
    const Date founded = region.from - days_of_preparation;
    writer.found(founded, options);
    writer.schedule(options.seed);
    Progress done{0, founded, 0};
    const int days = region.until - founded;
    for (Date day = founded + 1; day <= region.until; day = day + 1) {
        if (options.stop.stop_requested()) throw Stopped();
        writer.live(day);
        const auto facts = journal.written_on(day);
        writer.write(facts);
        const auto asked_about = doubtful(region, day);
        writer.write(asked_about);
        writer.write(inputs.beside(facts, day), day);
        done.facts += static_cast<std::int64_t>(facts.size() + asked_about.size());
        done.day = day;
        done.percent = 100 * (day - founded) / days;
        if (progress) progress(done);
    }
    writer.write_evidence(region.until);
    return writer.open_accounts(options.password);
}

}  // namespace ryadom::generate
