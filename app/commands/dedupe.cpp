#include "app/commands/dedupe.hpp"

#include "app/commands/inside.hpp"
#include "app/commands/labelled.hpp"
#include "app/commands/output_file.hpp"
#include "app/registers/registers.hpp"
#include "modules/matching/parameters.hpp"
#include "modules/matching/quality.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace ryadom::app {
namespace {

void print_row(const char* name, double threshold, const matching::Confusion& found) {
    fmt::print("{:<8} {:>10.2f} {:>10} {:>10} {:>10} {:>10.4f} {:>10.4f} {:>10.4f}\n", name, threshold, found.right, found.wrong, found.missed, found.precision(), found.recall(), found.f1());
}

double part(std::uint64_t of, std::uint64_t all) { return all == 0 ? 0 : static_cast<double>(of) / static_cast<double>(all); }

}  // namespace

int dedupe(const DedupeArguments& arguments) {
    if (arguments.records.empty() == arguments.links.empty()) throw std::runtime_error("dedupe needs --evaluate RECORDS.csv, --links A.csv B.csv, or --as LOGIN for the register of the database");
    const auto begun = std::chrono::steady_clock::now();
    const auto map = read_map(arguments.columns);
    auto labelled = read_labelled(arguments.links.empty() ? std::vector{arguments.records} : arguments.links, map, arguments.truth);
    matching::LinkageOptions options;
    options.blocking.threads = arguments.threads;
    options.source = labelled.source;
    options.once = map.once.value_or(false);
    // A fixed seed: the same file gives the same answer.
    const auto linkage = matching::link(labelled.records, generate::seeded_random(generate::Seed{1}, "dedupe"), options);
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    const auto quality = matching::quality_of(labelled.records, linkage, options, labelled.truth);
    fmt::print("records          {}\ntrue pairs       {}\ncandidate pairs  {}\nblocking recall  {:.4f}\nseconds          {:.1f}\n\n", labelled.records.size(), quality.true_pairs,
               linkage.candidates, part(quality.reached, quality.true_pairs), seconds);
    fmt::print("{:<8} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10}\n", "", "threshold", "found", "wrong", "missed", "precision", "recall", "F1");
    print_row("fixed", quality.fixed_threshold, quality.fixed);
    print_row("best", quality.best_threshold, quality.best);
    if (arguments.parameters.empty()) return 0;
    OutputFile out(arguments.parameters);
    out.write(matching::write_parameters(matching::parameters_of(labelled.records, linkage.model)));
    out.finish();
    return 0;
}

int dedupe_register(const DedupeRegisterArguments& arguments) {
    Settings settings;
    settings.location = arguments.location;
    Application application(std::move(settings));
    const auto run = Inside(application, arguments.login).post("duplicates/runs", {}, {});
    const auto number = [&](const char* name) { return *run.find(name)->as<std::int64_t>(); };
    fmt::print("{} people looked at, {} pairs to decide on\n", number("persons"), number("pairs"));
    return 0;
}

int generate_register(const GenerateRegisterArguments& arguments) {
    const generate::Seed seed{arguments.seed};
    registers::Register made;
    if (arguments.kind == "russian") {
        made = registers::russian(seed, {arguments.records, arguments.duplicates.value_or(0.2), arguments.alike});
    } else if (arguments.kind == "english") {
        registers::EnglishOptions options;
        options.duplicates = static_cast<int>(arguments.records * arguments.duplicates.value_or(0.6));
        options.originals = std::max(arguments.records - options.duplicates, 1);
        made = registers::english(seed, options);
    } else {
        throw std::runtime_error("--kind is russian or english");
    }
    OutputFile out(arguments.file);
    out.write(registers::to_csv(made));
    out.finish();
    return 0;
}

}  // namespace ryadom::app
