#include "modules/acts/papers.hpp"

#include "modules/acts/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::acts {
namespace {

using documents::Align;
using documents::Heading;
using documents::Indent;
using documents::KeyValues;
using documents::Look;
using documents::Paper;
using documents::PaperTable;
using documents::Paragraph;

/// So much of a hash tells two papers apart; the whole of it stands in the list.
constexpr std::size_t shown_of_hash = 16;

std::string written(Date day) {
    const auto [year, month, date] = parts(day);
    return fmt::format("{:02}.{:02}.{:04}", date, month, year);
}

/// One paper as it is put together.
class Sheet {
  public:
    Sheet(std::string_view language, const i18n::Catalogue& texts) : voice_{&texts, json::parse_name<i18n::Language>(language).value_or(i18n::Language::ru)} {
        paper_.language = json::name_of(voice_.language);
        // The places of the numbers go through the catalogue as they are.
        paper_.sheet = voice_.text("http.sheet", {{"page", "{page}"}, {"pages", "{pages}"}});
    }

    const i18n::Voice& voice() const { return voice_; }
    std::string say(std::string_view key, const Arguments& arguments = {}) const { return voice_.text("acts.paper." + std::string(key), arguments); }
    void add(documents::Block block) { paper_.blocks.push_back(std::move(block)); }
    void text(std::string words, Look look = Look::text) { add(Paragraph{std::move(words), Align::left, Indent::none, look}); }
    void name(const std::string& title, const std::string& sha256) {
        paper_.title = title;
        paper_.footer = title + ". SHA-256: " + sha256.substr(0, shown_of_hash) + "…";
    }
    /// A number with a slash would be a folder.
    void file(std::string name) {
        std::ranges::replace(name, '/', '-');
        paper_.name = std::move(name);
    }

    void who(const std::string& provider, const std::string& recipient, Date month, const std::optional<std::string>& contract = {}) {
        KeyValues out{{{say("provider"), provider}, {say("recipient"), recipient}, {say("period"), month_in_words(month, voice_)}}};
        if (contract) out.pairs.emplace_back(say("contract"), *contract);
        add(std::move(out));
    }
    void sign(const std::string& director, const std::string& recipient) {
        add(documents::Spacer{});
        add(documents::Signatures{{{say("signs_provider"), director}, {say("signs_recipient"), recipient}}});
    }
    Paper take() { return std::move(paper_); }

  private:
    i18n::Voice voice_;
    Paper paper_;
};

std::string unit_of(const std::string& unit, const i18n::Catalogue& texts, const i18n::Voice& voice) {
    const auto key = "acts.unit." + unit;
    return texts.has(key) ? voice.text(key) : unit;
}

std::string price_of(const BillLine& line, const Sheet& sheet) {
    switch (line.kind) {
        case LineKind::priced: return roubles(line.price_kopecks.value_or(0));
        case LineKind::care_package: return sheet.say("package");
        case LineKind::unpriced: return sheet.say("no_tariff");
    }
    return {};
}

PaperTable lines_of(const Bill& bill, const Sheet& sheet, const i18n::Catalogue& texts) {
    PaperTable out{{{"№", 0.6, Align::right}, {sheet.say("service"), 5}, {sheet.say("unit"), 1.6}, {sheet.say("quantity"), 1.2, Align::right},
                    {sheet.say("price"), 1.7, Align::right}, {sheet.say("sum"), 1.7, Align::right}}, {}, {}};
    for (const auto& line : bill.lines)
        out.rows.push_back({std::to_string(out.rows.size() + 1), line.title, unit_of(line.unit, texts, sheet.voice()), units(line.quantity), price_of(line, sheet),
                            line.kind == LineKind::unpriced ? "" : roubles(line.sum_kopecks)});
    out.total = {"", sheet.say("total"), "", "", "", roubles(bill.sum_kopecks)};
    return out;
}

/// How the payment of one part follows, in a sentence.
std::string payment_of(const BillPart& part, const Sheet& sheet) {
    const Arguments known{{"sum", roubles(part.sum_kopecks)}, {"since", part.effective_on ? written(*part.effective_on) : ""},
                          {"ceiling", roubles(part.ceiling_kopecks.value_or(0))}, {"payable", roubles(part.payable_kopecks.value_or(0))}};
    if (!part.assessment) return sheet.say("not_assessed", known);
    if (!part.payable_kopecks) return sheet.say("not_known", known);
    if (part.free) return sheet.say("free." + std::string(json::name_of(*part.free)), known);
    return part.ceiling_kopecks ? sheet.say("up_to", known) : sheet.say("nothing_paid", known);
}

void pay(Sheet& sheet, const Bill& bill) {
    for (const auto& part : bill.parts) sheet.text(payment_of(part, sheet));
    if (!bill.payable_kopecks) return sheet.text(sheet.say("payable_not_known"), Look::strong);
    sheet.text(sheet.say("payable", {{"payable", roubles(*bill.payable_kopecks)}, {"budget", roubles(bill.budget_kopecks.value_or(0))}}), Look::strong);
}

std::string payable_words(const std::optional<std::int64_t>& payable, const Sheet& sheet) { return payable ? roubles(*payable) : sheet.say("unknown"); }

PaperTable changes_of(const CorrectionContent& correction, const Sheet& sheet) {
    PaperTable out{{{sheet.say("service"), 4}, {sheet.say("quantity_before"), 1.4, Align::right}, {sheet.say("quantity_after"), 1.4, Align::right},
                    {sheet.say("sum_before"), 1.7, Align::right}, {sheet.say("sum_after"), 1.7, Align::right}, {sheet.say("difference"), 1.7, Align::right}}, {}, {}};
    for (const auto& each : correction.changes)
        out.rows.push_back({each.title, units(each.quantity_before), units(each.quantity_after), roubles(each.sum_before_kopecks), roubles(each.sum_after_kopecks),
                            roubles(each.sum_after_kopecks - each.sum_before_kopecks)});
    const auto before = correction.before.sum_kopecks;
    const auto after = correction.after.sum_kopecks;
    out.total = {sheet.say("total"), "", "", roubles(before), roubles(after), roubles(after - before)};
    return out;
}

}  // namespace

std::string month_in_words(Date month, const i18n::Voice& voice) {
    const auto [year, number, day] = parts(month);
    // A year that goes through the catalogue as a number gets a gap: 2 026.
    auto out = voice.text("acts.month." + std::to_string(number), {{"year", "{year}"}});
    if (const auto at = out.find("{year}"); at != std::string::npos) out.replace(at, 6, std::to_string(year));
    return out;
}

std::string causes_in_words(const Causes& causes, const i18n::Voice& voice) {
    std::string out;
    const auto add = [&](bool holds, const char* key, int count) {
        if (holds) out += (out.empty() ? "" : "; ") + voice.text(std::string("acts.cause.") + key, {{"count", std::to_string(count)}});
    };
    add(causes.late > 0, "late", causes.late);
    add(causes.taken_back > 0, "taken_back", causes.taken_back);
    add(causes.merged > 0, "merged", causes.merged);
    add(causes.assessment, "assessment", 0);
    add(causes.tariff, "tariff", 0);
    return out;
}

Paper paper_of(const ActContent& act, const std::string& sha256, const i18n::Catalogue& texts) {
    Sheet sheet(act.language, texts);
    const Arguments named{{"number", act.label}, {"day", written(act.closed_on)}};
    sheet.name(sheet.say("title", named), sha256);
    sheet.file(sheet.say("file", {{"number", act.label}, {"name", act.name}}));
    sheet.add(Heading{1, sheet.say("title", named), Align::centre});
    sheet.who(act.provider, act.name, act.month, act.contract);
    sheet.add(lines_of(act.bill, sheet, texts));
    pay(sheet, act.bill);
    sheet.text(sheet.say("accepted"));
    sheet.sign(act.director, act.name);
    return sheet.take();
}

Paper paper_of(const CorrectionContent& correction, const std::string& sha256, const i18n::Catalogue& texts) {
    Sheet sheet(correction.language, texts);
    const Arguments named{{"number", correction.label}, {"day", written(correction.closed_on)}};
    sheet.name(sheet.say("correction", named), sha256);
    sheet.file(sheet.say("correction_file", {{"number", correction.label}, {"name", correction.name}}));
    sheet.add(Heading{1, sheet.say("correction", named), Align::centre});
    sheet.who(correction.provider, correction.name, correction.month);
    sheet.text(correction.act ? sheet.say("corrects", {{"act", *correction.act}}) : sheet.say("corrects_nothing"));
    sheet.text(sheet.say("because", {{"causes", causes_in_words(correction.causes, sheet.voice())}}));
    sheet.add(changes_of(correction, sheet));
    sheet.text(sheet.say("payable_changed", {{"before", payable_words(correction.before.payable_kopecks, sheet)}, {"after", payable_words(correction.after.payable_kopecks, sheet)}}),
               Look::strong);
    if (correction.before.payable_kopecks && correction.after.payable_kopecks)
        sheet.text(sheet.say("difference_is", {{"difference", roubles(*correction.after.payable_kopecks - *correction.before.payable_kopecks)}}));
    sheet.sign(correction.director, correction.name);
    return sheet.take();
}

}  // namespace ryadom::acts
