// Which facts are hard to believe, and why. A flag is a question, never a sanction: there are good answers to each of them.
// Pure: facts in, questions out.
#pragma once

#include "modules/ledger/image.hpp"

#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ryadom::plausibility {

enum class Kind {
    long_day,      ///< more minutes of a worker on a day than a day of work has
    two_places,    ///< a worker at two home providers on one day
    late_batch,    ///< many facts of a worker written on one day, long after their own days
    month_end,     ///< people whom only this worker ever served, and only in the last days of months
    same_minutes,  ///< a month of a worker in which every service took the same time
    after_death,   ///< facts of a person on days after the death
    weekend        ///< facts on Saturdays and Sundays of practices that are delivered in the centre only
};

/// From where on a question is asked; every region sets its own.
struct Thresholds {
    int day_minutes = 0;         ///< more than these
    int late_facts = 0;          ///< more than these
    int late_days = 0;           ///< each more than these after its day
    int month_end_days = 0;      ///< these last days of a month
    int month_end_people = 0;    ///< at least these
    int same_minutes_facts = 0;  ///< at least these
    int weekend_facts = 0;       ///< at least these
    bool operator==(const Thresholds&) const = default;
};

/// What is known beside the facts.
struct Known {
    std::unordered_map<std::uint32_t, Date> deaths;  ///< by person; of merged people by their survivor
    std::unordered_set<std::uint16_t> centre_only;   ///< versions of practices with no other channel
};

/// A question is about a worker on a day or in a month, a person in a month at a centre, or a month of a centre.
struct Question {
    Kind kind = Kind::long_day;
    std::int64_t organisation = 0;  ///< who is asked: the home provider; of a worker it is known elsewhere, and 0 here
    std::uint32_t worker = 0;
    std::uint32_t person = 0;
    Date day;                            ///< the day, or the first of the month; of a late batch the day of writing
    std::int64_t value = 0;              ///< minutes of a long day, people of month ends, facts of all others
    std::vector<std::uint32_t> people;   ///< of month ends, ascending
    bool operator==(const Question&) const = default;
};

/// Whether the questions of the kind are about a worker.
bool about_worker(Kind kind);
/// The threshold that made it a question; 0 where there is none.
int limit_of(Kind kind, const Thresholds& thresholds);
bool is_weekend(Date day);
/// On which days the facts behind the question were delivered.
Period days_of(const Question& question);
/// Whether the fact is one of those behind the question. The person of the fact is the survivor of merges.
bool belongs(const Question& question, const ledger::image::Fact& fact, const Thresholds& thresholds, const Known& known);

/// Finds the questions of whole months in one pass over the facts. People served in one lesson share its minutes, and the
/// lesson counts once for its worker; if its facts differ, it took as long as the longest.
class Finder {
  public:
    /// `known` must outlive it.
    Finder(const Thresholds& thresholds, const Period& months, const Known& known);
    /// Every counted fact of the whole ledger, in any order; persons are survivors of merges.
    void take(const ledger::image::Fact& fact);
    /// The newest first.
    std::vector<Question> questions() const;

  private:
    using Lesson = std::tuple<std::uint32_t, std::uint32_t, Date>;  ///< group, worker, day
    using OfWorker = std::pair<std::uint32_t, Date>;
    struct Served {
        std::uint32_t worker = 0;
        bool by_others = false;
        bool on_other_days = false;
    };
    struct Day {
        std::int64_t minutes = 0;  ///< outside lessons
        std::int64_t facts = 0;    ///< at home or in the centre
        std::uint16_t place = 0;
        bool places_differ = false;
    };
    struct Month {
        std::int64_t services = 0;
        std::uint16_t minutes = 0;
        bool differ = false;
    };

    bool at_month_end(Date day) const { return month_end_[static_cast<std::size_t>(day.days)]; }
    void note_served(const ledger::image::Fact& fact);
    void note_late(const ledger::image::Fact& fact);
    void note_work(const ledger::image::Fact& fact);
    void note_places(const ledger::image::Fact& fact);
    void add_days(std::vector<Question>& to) const;
    void add_months(std::vector<Question>& to) const;
    void add_month_ends(std::vector<Question>& to) const;

    Thresholds thresholds_;
    Period months_;
    const Known& known_;
    std::vector<bool> month_end_;  ///< by day
    std::vector<Served> served_;   ///< by person
    std::map<OfWorker, Day> days_;
    std::map<OfWorker, Month> work_;                                         ///< by first day of the month
    std::map<Lesson, std::uint16_t> lessons_;                                ///< the longest minutes of each
    std::map<OfWorker, std::int64_t> late_;                                  ///< by day of writing
    std::set<std::pair<Lesson, Date>> late_lessons_;                         ///< with the day of writing
    std::set<std::tuple<std::uint32_t, Date, std::uint32_t>> at_month_ends_;  ///< worker, month, person
    std::map<std::tuple<std::uint16_t, std::uint32_t, Date>, std::int64_t> after_death_;
    std::map<std::pair<std::uint16_t, Date>, std::int64_t> weekends_;
};

// ---- What is said to a question

enum class Said { answered, explained, asked_again };
enum class Standing { open, answered, explained };

struct LastWord {
    Said said = Said::answered;
    std::int64_t value = 0;  ///< what the question counted then
};
/// By the last word. What was said holds for what there was: a question that counts more by now is open again.
Standing standing(const std::optional<LastWord>& last, std::int64_t value);

}  // namespace ryadom::plausibility
