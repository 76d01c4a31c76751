// The check that nobody is entered twice: CPU of one newcomer held against a register, how many of those who stand there are
// told, and how many strangers are asked about in vain. Faults and people are those of the generated registers
// (app/registers), of a seed that nothing was made with. RYADOM_BENCH_PEOPLE says how many people (a million).
#include "app/application.hpp"
#include "app/registers/human.hpp"
#include "bench/people.hpp"
#include "bench/rounds.hpp"
#include "modules/people/store.hpp"

#include <filesystem>

namespace {

using namespace ryadom;
using namespace ryadom::bench;

constexpr int rounds = 5;
constexpr int newcomers = 2'000;  ///< of each kind in a round
constexpr std::uint64_t seed = 90'210;
constexpr double aim = 2;  // milliseconds

struct Register {
    std::vector<registers::Human> known;  ///< some of those who stand there, as they are
    int serial = 0;
};

Register fill(Filler& filler, int people) {
    Register out;
    generate::Dice dice({seed}, "entry register");
    const auto random = system_random();
    const int step = std::max(people / (newcomers * (rounds + 1)), 1);
    for (; out.serial < people; ++out.serial) {
        const auto human = registers::somebody(dice, out.serial);
        const auto person = entered(human);
        if (!person) continue;
        filler.add(*person, to_string(make_uuid(system_clock()(), random)));
        if (out.serial % step == 0) out.known.push_back(human);
    }
    filler.finish();
    return out;
}

struct Told {
    int asked = 0;
    int of = 0;
    double milliseconds = 0;  ///< of CPU, in the mean
    void operator+=(const Told& more) {
        milliseconds = (milliseconds * of + more.milliseconds * more.of) / std::max(of + more.of, 1);
        asked += more.asked;
        of += more.of;
    }
};

Told meet(db::Database& database, const std::vector<people::Person>& entered) {
    Told out;
    const auto begun = cpu_seconds();
    for (const auto& person : entered) {
        const people::Newcomers met(database, db::Caller::system(), {{person, {}}});
        // Whose number stands there is told by the number.
        const bool numbered = database.read_as(db::Caller::system(), [&](db::Tx& tx) { return !people::holders_of(tx, person.snils, person.iin).empty(); });
        out.asked += numbered || !met.all().front().alike().empty() ? 1 : 0;
        ++out.of;
    }
    out.milliseconds = (cpu_seconds() - begun) / std::max(out.of, 1) * 1e3;
    return out;
}

void measure() {
    const auto folder = std::filesystem::current_path() / ".run/bench-entry";
    std::filesystem::remove_all(folder);
    app::Settings settings;
    settings.location = folder.string();
    { const app::Application made(settings); }
    const int people = people_wanted();
    Register reg;
    {
        Filler filler((folder / "ryadom.db").string());
        reg = fill(filler, people);
    }
    app::Application application(settings);
    generate::Dice dice({seed}, "entry newcomers");
    Told again;
    Told strangers;
    std::vector<double> each_round;
    for (int round = 0; round <= rounds; ++round) {
        std::vector<people::Person> known;
        std::vector<people::Person> unknown;
        for (int i = 0; i < newcomers; ++i) {
            auto human = reg.known[static_cast<std::size_t>(round * newcomers + i) % reg.known.size()];
            for (auto faults = dice.between(1, 3); faults > 0; --faults) registers::make_fault(dice, human);
            registers::leave_out(dice, human);
            if (auto person = entered(human)) known.push_back(std::move(*person));
            auto other = registers::somebody(dice, ++reg.serial);
            registers::leave_out(dice, other);
            if (auto person = entered(other)) unknown.push_back(std::move(*person));
        }
        const auto told = meet(application.database(), known);
        const auto asked = meet(application.database(), unknown);
        if (round == 0) continue;
        again += told;
        strangers += asked;
        each_round.push_back((told.milliseconds + asked.milliseconds) / 2);
    }
    fmt::print(stderr, "  of {} who stand there, with one to three faults, told: {} ({:.2f} %); of {} strangers asked about: {} ({:.2f} %)\n", again.of, again.asked,
               100.0 * again.asked / again.of, strangers.of, strangers.asked, 100.0 * strangers.asked / strangers.of);
    const auto ours = median(each_round);
    fmt::print("| milliseconds of CPU of the check at entry among {} people | {:.2f} | {:.2f} to {:.2f} | {} |\n", people, ours, std::ranges::min(each_round), std::ranges::max(each_round),
               judged(ours, {Goal::Kind::at_most, aim}));
    fmt::print("| of those who stand there, told in spite of one to three faults, in per cent | {:.1f} | | | |\n| of strangers, asked about in vain, in per cent | {:.2f} | | | |\n",
               100.0 * again.asked / again.of, 100.0 * strangers.asked / strangers.of);
}

}  // namespace

int main() {
    try {
        measure();
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "bench_entry: {}\n", error.what());
        return 1;
    }
}
