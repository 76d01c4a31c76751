#include "modules/practices/card.hpp"

#include "modules/practices/prices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace ryadom::practices {
namespace {

using documents::Align;
using documents::Block;
using documents::Heading;
using documents::PaperTable;

class Card {
  public:
    Card(const Passport& passport, const i18n::Voice& voice) : passport_(passport), work_(passport.package), voice_(voice), prices_(by_kind(passport.prices)) {}

    documents::Paper paper() {
        head();
        part("idea", blocks_of(in(work_.body)));
        part("services", {services()});
        needs();
        steps();
        standard();
        evidence();
        author();
        documents::Paper out{work_.code + "-" + work_.version, in(work_.title)};
        out.footer = say("footer", {{"title", in(work_.title)}, {"version", work_.version}});
        out.blocks = std::move(blocks_);
        return out;
    }

  private:
    std::string say(const std::string& key, const Arguments& arguments = {}) const { return voice_.text("practices.card." + key, arguments); }
    template <class Texts>
    std::string in(const Texts& texts) const {
        const auto own = voice_.language == i18n::Language::kk ? texts.kk : voice_.language == i18n::Language::en ? texts.en : std::optional(texts.ru);
        return own.value_or(texts.ru);
    }
    /// A region may have codes of its own, which no catalogue knows.
    std::string word(const std::string& table, const std::string& code) const {
        const auto key = "practices.card." + table + "." + code;
        return voice_.texts->has(key) ? voice_.text(key) : code;
    }
    std::string channel(Channel channel) const { return say("channel." + std::string(json::name_of(channel))); }
    std::string money(const Money& money) const { return money.amount_kopecks ? roubles(*money.amount_kopecks) : say("set_by_region"); }
    std::string wished(std::string title, bool mandatory) const { return mandatory ? title : say("desirable", {{"title", title}}); }

    template <class List, class Name>
    static std::string joined(const List& list, Name name) {
        std::string out;
        for (const auto& each : list) out += (out.empty() ? "" : ", ") + name(each);
        return out;
    }

    void add(Block block) { blocks_.push_back(std::move(block)); }
    void part(const std::string& key, std::vector<Block> blocks) {
        add(Heading{2, say("part." + key)});
        std::ranges::move(blocks, std::back_inserter(blocks_));
    }

    void head() {
        add(Heading{1, in(work_.title)});
        add(documents::Paragraph{in(work_.summary)});
        std::set<Channel> channels;
        for (const auto& service : work_.services) channels.insert(service.channels.begin(), service.channels.end());
        documents::KeyValues values;
        const auto value = [&](const char* key, std::string text) { values.pairs.emplace_back(say(key), std::move(text)); };
        value("audience", joined(work_.audience.groups, [&](const std::string& code) { return word("group", code); }));
        value("channels", joined(channels, [&](Channel each) { return channel(each); }));
        value("start", start());
        value("monthly", money(work_.cost.monthly));
        value("per_recipient", money(work_.cost.per_recipient));
        value("evidence", level());
        add(std::move(values));
    }

    std::string start() const {
        if (work_.cost.start.amount_kopecks || !passport_.start_kopecks) return money(work_.cost.start);
        return say("start_by_region", {{"amount", roubles(*passport_.start_kopecks)}});
    }

    std::string level() const {
        const auto axes = joined(passport_.weakest_axes, [&](Axis axis) { return axis_word(axis); });
        return say(passport_.evidence_level == 0 ? "level_without" : "level", {{"level", std::to_string(passport_.evidence_level)}, {"axes", axes}});
    }
    std::string axis_word(Axis axis) const { return say("axis." + std::string(json::name_of(axis))); }

    PaperTable services() const {
        PaperTable out{{{say("service"), 5}, {say("minutes"), 1.2, Align::right}, {say("where"), 2}}, {}, {}};
        for (const auto& each : work_.services)
            out.rows.push_back({in(each.title), each.norm_minutes ? std::to_string(*each.norm_minutes) : say("set_by_region"),
                                joined(each.channels, [&](Channel at) { return channel(at); })});
        return out;
    }

    void needs() {
        part("needs", {});
        if (!work_.needs.staff.empty()) {
            PaperTable staff{{{say("post"), 5}, {say("qualification"), 3}, {say("rate"), 1.2, Align::right}}, {}, {}};
            for (const auto& each : work_.needs.staff)
                staff.rows.push_back({wished(in(each.position), each.mandatory), in(each.qualification.title),
                                      each.rate_hundredths ? fmt::format("{},{:02}", *each.rate_hundredths / 100, *each.rate_hundredths % 100) : say("set_by_region")});
            add(Heading{3, say("staff")});
            add(std::move(staff));
        }
        if (!work_.needs.rooms.empty()) {
            PaperTable rooms{{{say("room"), 5}, {say("area"), 1.2, Align::right}, {say("capacity"), 1.2, Align::right}}, {}, {}};
            const auto number = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string("—"); };
            for (const auto& each : work_.needs.rooms) rooms.rows.push_back({wished(in(each.title), each.mandatory), number(each.area_m2), number(each.capacity)});
            add(Heading{3, say("rooms")});
            add(std::move(rooms));
        }
        equipment();
    }

    void equipment() {
        if (work_.needs.equipment.empty()) return;
        PaperTable out{{{say("equipment_title"), 5}, {say("count"), 1, Align::right}, {say("price"), 1.5, Align::right}, {say("sum"), 1.5, Align::right}}, {}, {}};
        std::int64_t total = 0;
        bool known = true;
        for (const auto& each : work_.needs.equipment) {
            const auto price = price_of(each, prices_);
            out.rows.push_back({wished(in(each.title), each.mandatory), std::to_string(each.count), price ? roubles(*price) : say("set_by_region"),
                                price ? roubles(*price * each.count) : std::string("—")});
            total += price.value_or(0) * each.count;
            known = known && price;
        }
        // A sum that leaves something out would be taken for the price.
        if (known) out.total = {say("total"), "", "", roubles(total)};
        add(Heading{3, say("equipment")});
        add(std::move(out));
    }

    void steps() {
        documents::List list{{}, documents::Marks::numbers};
        for (const auto& each : work_.rollout.steps)
            list.items.push_back({each.days ? say("step", {{"title", in(each.title)}, {"days", std::to_string(*each.days)}}) : in(each.title), {}});
        part("steps", {std::move(list)});
    }

    void standard() {
        PaperTable out{{{say("requirement"), 5}, {say("threshold"), 1.2, Align::right}}, {}, {}};
        for (const auto& each : work_.standard.statements) out.rows.push_back({in(each.title), fmt::format("{} %", each.threshold_percent)});
        part("standard", {std::move(out)});
    }

    void evidence() {
        if (work_.evidence.empty()) return part("evidence", {documents::Paragraph{say("no_evidence")}});
        PaperTable out{{{say("axis"), 1.4}, {say("evidence_text"), 5}, {say("evidence_level"), 1, Align::right}}, {}, {}};
        for (const auto& each : work_.evidence)
            out.rows.push_back({axis_word(each.axis), in(each.text) + (each.source ? " " + say("source", {{"source", *each.source}}) : ""), say("of_three", {{"level", std::to_string(each.level)}})});
        part("evidence", {std::move(out)});
    }

    void author() {
        const auto& origin = work_.origin;
        documents::KeyValues values;
        const auto value = [&](const char* key, const std::string& text) {
            if (!text.empty()) values.pairs.emplace_back(say(key), text);
        };
        value("centre", in(origin.centre));
        value("region", origin.region ? in(*origin.region) + (origin.year ? fmt::format(", {}", *origin.year) : "") : std::string());
        value("authors", joined(origin.authors, [&](const Author& each) { return in(each.name) + (each.position ? " (" + in(*each.position) + ")" : ""); }));
        value("phone", origin.contact.phone.value_or(""));
        value("email", origin.contact.email.value_or(""));
        value("site", origin.contact.url.value_or(""));
        value("licence", work_.licence);
        value("code", work_.code);
        part("author", {std::move(values)});
    }

    const Passport& passport_;
    const Package& work_;
    const i18n::Voice& voice_;
    EquipmentPrices prices_;
    std::vector<Block> blocks_;
};

}  // namespace

documents::Paper practice_card(const Passport& passport, const i18n::Voice& voice) { return Card(passport, voice).paper(); }

}  // namespace ryadom::practices
