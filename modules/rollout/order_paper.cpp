#include "modules/rollout/order_paper.hpp"

#include "platform/core/text.hpp"
#include "platform/documents/table.hpp"

#include <algorithm>
#include <span>
#include <sstream>

namespace ryadom::rollout {
namespace {

using documents::Align;

std::string say(const Tongue& tongue, const std::string& key, Arguments arguments = {}) { return tongue.say("rollout.order." + key, std::move(arguments)).text; }

documents::PaperTable table_of(const Tongue& tongue, const std::vector<NamedAssignment>& items) {
    documents::PaperTable out{{{"№", 0.5, Align::right}, {say(tongue, "centre"), 3}, {say(tongue, "practice"), 4}, {say(tongue, "deadline"), 1.5}, {say(tongue, "target"), 2}}, {}, {}};
    int number = 0;
    for (const auto& each : std::span(items).first(std::min(items.size(), documents::longest_print))) {
        const auto& assignment = each.assignment;
        auto target = tongue.say("rollout.stage." + std::string(json::name_of(assignment.target))).text;
        if (assignment.exempt_on) target = say(tongue, "exempt", {{"day", written(*assignment.exempt_on)}});
        out.rows.push_back({std::to_string(++number), each.centre, each.practice, written(assignment.deadline), std::move(target)});
    }
    return out;
}

}  // namespace

documents::Paper order_paper(const Tongue& tongue, const Campaign& campaign, const std::vector<NamedAssignment>& items) {
    const bool draft = campaign.state == CampaignState::draft;
    const auto title = say(tongue, "title", {{"number", campaign.number}});
    documents::Paper out{tongue.say("rollout.file.order", {{"number", campaign.number}}).text, title};
    out.footer = campaign.signed_on ? say(tongue, "of_day", {{"number", campaign.number}, {"day", written(*campaign.signed_on)}}) : title;
    auto& blocks = out.blocks;
    if (draft) blocks.push_back(documents::Paragraph{say(tongue, "draft"), Align::right, documents::Indent::none, documents::Look::strong});
    blocks.push_back(documents::Heading{1, title, Align::centre});
    if (campaign.signed_on) blocks.push_back(documents::Paragraph{say(tongue, "day", {{"day", written(*campaign.signed_on)}}), Align::centre});
    blocks.push_back(documents::Heading{2, campaign.title, Align::centre});
    std::istringstream lines(campaign.text);
    for (std::string line; std::getline(lines, line);)
        if (const auto text = trimmed(line); !text.empty()) blocks.push_back(documents::Paragraph{std::string(text), Align::left, documents::Indent::first_line});
    if (!items.empty()) {
        blocks.push_back(documents::Heading{2, say(tongue, "assigned")});
        if (items.size() > documents::longest_print) {
            const Arguments sizes{{"rows", std::to_string(documents::longest_print)}, {"all", std::to_string(items.size())}};
            blocks.push_back(documents::Paragraph{say(tongue, "cut", sizes), Align::left, documents::Indent::none, documents::Look::strong});
        }
        blocks.push_back(table_of(tongue, items));
    }
    blocks.push_back(documents::Signatures{{{say(tongue, "signer"), ""}}});
    return out;
}

}  // namespace ryadom::rollout
