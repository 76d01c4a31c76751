#include "app/generate/generate.hpp"

#include "app/generate/questions_plan.hpp"
#include "app/generate/writer.hpp"

#include <algorithm>
#include <future>

namespace ryadom::generate {
namespace {

/// Long enough before the first day for the oldest orders to have been signed.
constexpr int days_of_preparation = 36;

struct DayPlan {
    std::vector<FactPlan> facts;
    InputsPlan inputs;
};

}  // namespace

std::vector<DemoAccount> generate(const Stores& stores, const MovableClock& clock, const GenerateOptions& options,
                                  const std::function<void(const Progress&)>& progress) {
    auto region = make_region(options.seed, options.sizes, options.until);
    const auto library = read_library(options.library);
    const auto plan = plan_rollout(region, options.seed, options.sizes, library);
    Journal journal(region, plan, options.seed, options.sizes, library);
    Inputs inputs(region, options.seed, library);
    Writer writer(stores, clock, region, plan);
    const Date founded = region.from - days_of_preparation;
    writer.found(founded, options);
    writer.schedule(options.seed);
    Progress done{0, founded, 0};
    const int days = region.until - founded;
    const auto plan_day = [&](Date day) {
        DayPlan out{journal.written_on(day), {}};
        out.inputs = inputs.beside(out.facts, day);
        std::ranges::move(doubtful(region, day), std::back_inserter(out.facts));
        return out;
    };
    // The next day is thought up while this one is written.
    auto next = std::async(std::launch::async, plan_day, founded + 1);
    for (Date day = founded + 1; day <= region.until; day = day + 1) {
        auto today = next.get();
        if (options.stop.stop_requested()) throw Stopped();
        if (day < region.until) next = std::async(std::launch::async, plan_day, day + 1);
        writer.live(day);
        done.facts += static_cast<std::int64_t>(today.facts.size());
        writer.write(std::move(today.facts));
        writer.write(today.inputs, day);
        done.day = day;
        done.percent = 100 * (day - founded) / days;
        if (progress) progress(done);
    }
    writer.settle();
    writer.write_evidence(region.until);
    return writer.open_accounts(options.password);
}

}  // namespace ryadom::generate
