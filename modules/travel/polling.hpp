// What a subscriber asks its publishers, and what it makes of the answers.
#pragma once

#include "modules/travel/store.hpp"
#include "modules/travel/travel.hpp"

namespace ryadom::travel {

/// "https://ryadom.example/" and "https://ryadom.example" are one server.
std::string base_address(std::string_view url);

struct Heard {
    Feed feed;
    std::string tag;
};
/// Asks for the feed of a server that is not known yet. Refuses with travel.unreachable and the like, or as open_feed does, and with
/// travel.busy while another question is under way.
Checked<Heard> first_look(Outgoing& outgoing, const std::string& url);

/// Asks one feed, notes what it said or why it was not heard, and returns counts to it if the administrator agreed.
void poll(db::Database& database, Outgoing& outgoing, const store::FeedRow& row);

/// The archive that the feed names. Refuses where it does not come, and with travel.busy while another question is under way.
Checked<std::string> download(Outgoing& outgoing, const store::FeedRow& row, const FeedEntry& entry);

/// How many centres run which version of the practices that the feed names, by stage.
std::vector<Count> counts(db::Tx& tx, const std::vector<rollout::Way>& ways, const std::vector<FeedEntry>& entries);

}  // namespace ryadom::travel
