// What the measures look at, brought together for a practice or a listed service of a centre: facts from the image, requests, forms and registers
// from the database.
#pragma once

#include "modules/verdicts/requirements.hpp"

#include <memory>

namespace ryadom::verdicts {

using Facts = std::vector<ledger::image::Delivered>;

/// Everything beside the facts, of some organisations or of the region, as known at the end of a day; each thing is read once,
/// when it is first asked for. Lives as long as the transaction, which sees everything: a verdict is the same for every reader.
class Sources {
  public:
    /// Requests are known from `since` on.
    Sources(db::Tx& tx, const ledger::image::Image& image, std::optional<std::vector<std::int64_t>> organisations, Date since, Date as_of);

    db::Tx& tx() { return tx_; }
    const ledger::image::Image& image() const { return image_; }
    Date as_of() const { return as_of_; }
    /// The organisation and all below it.
    const std::vector<std::int64_t>& below(Number<network::Organisation> organisation);
    const Qualifications& qualifications();
    const network::Register& held_on(Number<network::Organisation> organisation, Date day);
    const std::multimap<std::string, std::uint16_t>& services_of(Number<practices::Version> version);
    /// Of these organisations and services.
    std::vector<Request> requests(const std::vector<std::int64_t>& organisations, const std::set<std::uint16_t>& services);
    /// Of these organisations, with the results of one score.
    std::vector<Form> forms(const std::vector<std::int64_t>& organisations, Number<practices::Practice> practice, const std::string& form, const std::string& score);

  private:
    struct FilledForm {
        Form form;
        std::map<std::string, double> scores;
    };
    using OfServices = std::map<std::uint16_t, std::vector<Request>>;
    std::uint32_t survivor(std::int64_t person) const;
    const OfServices& requests_of(std::int64_t organisation);

    db::Tx& tx_;
    const ledger::image::Image& image_;
    std::optional<std::vector<std::int64_t>> organisations_;
    Date since_;
    Date as_of_;
    std::unordered_map<std::uint32_t, std::uint32_t> survivors_;
    std::map<std::int64_t, std::vector<std::int64_t>> below_;
    std::optional<Qualifications> qualifications_;
    std::map<std::pair<std::int64_t, Date>, network::Register> registers_;
    std::map<std::int64_t, std::multimap<std::string, std::uint16_t>> services_;
    std::optional<std::unordered_map<std::int64_t, Date>> deaths_;
    std::map<std::int64_t, OfServices> requests_;  ///< by organisation: those of the centre that is judged, since those of a region are millions
    std::map<std::pair<std::int64_t, std::string>, std::multimap<std::int64_t, FilledForm>> forms_;          ///< by practice and form, then organisation
};

/// One practice, or one listed service, of one centre.
class Ground {
  public:
    Ground(Sources& sources, const Subject& subject, Facts facts);

    /// The statement must outlive what is returned.
    Inputs inputs(const practices::Statement& statement);
    const Facts& facts() const { return facts_; }
    const practices::Package& package() const { return *package_; }

  private:
    std::vector<Wanted> present(const practices::Statement& statement, Date day);

    Sources& sources_;
    Subject subject_;
    std::shared_ptr<const practices::Package> package_;
    Facts facts_;
    std::vector<Request> requests_;
    std::map<std::pair<std::string, std::string>, std::vector<Form>> forms_;  ///< by form and score
};

/// The grounds of one centre's subjects, in their order: one pass over the facts of the centre.
std::vector<Ground> grounds_of(Sources& sources, std::span<const Subject> subjects);

}  // namespace ryadom::verdicts
