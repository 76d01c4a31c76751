// The ledger of delivered services: facts are entered once and never change; a correction is a row that reverses one.
#pragma once

#include "modules/catalogue/catalogue.hpp"
#include "modules/ledger/image.hpp"
#include "modules/network/network.hpp"
#include "modules/people/people.hpp"
#include "modules/practices/practices.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <memory>

namespace ryadom::ledger {

struct Fact;

enum class Channel { centre, home, remote, residential };

constexpr auto names(json::Type<Channel>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Channel::centre, "centre"sv}, std::pair{Channel::home, "home"sv},
                      std::pair{Channel::remote, "remote"sv}, std::pair{Channel::residential, "residential"sv}};
}

/// The columnar image of this process, fed from committed facts only. One lives as long as the server.
class Feed {
  public:
    /// Loads what is committed, then follows every commit, also those of other processes.
    explicit Feed(db::Database& database);
    ~Feed();
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;

    const image::Image& image() const;
    /// Waits until the image holds everything that was committed when the call began; for tests and commands.
    void catch_up();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The caller's reach as the image wants it.
image::Scope image_scope(const db::Scope& scope);

/// What a centre runs: which practice version a fact of its services may belong to.
struct Adopted {
    Number<practices::Practice> practice;
    Number<practices::Version> version;
};
/// Handed in by the application: the rollout stands above the ledger.
using AdoptedBy = std::function<std::vector<Adopted>(db::Tx&, Number<network::Organisation>)>;

/// Recomputes from SQL what the image says and returns the differences in words; nothing when they agree.
std::vector<std::string> verify_figures(db::Database& database, const Feed& feed);
/// Checks reversals and references of the ledger; the first bad row in words.
std::optional<std::string> verify_ledger(db::Tx& tx);

}  // namespace ryadom::ledger
