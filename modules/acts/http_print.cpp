// Acts leave the house: one by one, all of a month, and the month's register as a table.
#include "modules/acts/http.hpp"

#include "modules/acts/papers.hpp"
#include "platform/audit/audit.hpp"
#include "platform/core/bytes.hpp"
#include "platform/documents/bundle.hpp"
#include "platform/documents/zip.hpp"
#include "platform/http/work.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace ryadom::acts {
namespace {

using http::Call;
using http::Download;
using http::Written;

/// So many acts are read, drawn and put into one file at once: memory holds no more, however many there are.
constexpr int acts_at_once = 100;
constexpr std::size_t piece = std::size_t{256} << 10;

/// What was drawn waits on the disk, in a file without a name that is gone when nobody holds it.
class Spool {
  public:
    Spool() : file_(std::tmpfile(), [](std::FILE* file) { if (file != nullptr) std::fclose(file); }) {
        if (!file_) throw std::runtime_error("no temporary file could be made");
    }
    void append(const std::string& bytes) {
        if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) throw std::runtime_error("a temporary file could not be written");
    }
    http::Pull read() {
        std::rewind(file_.get());
        return [file = file_]() -> std::optional<std::string> {
            std::string out(piece, '\0');
            out.resize(std::fread(out.data(), 1, piece, file.get()));
            if (std::ferror(file.get()) != 0) throw std::runtime_error("a temporary file could not be read");
            return out.empty() ? std::nullopt : std::optional(std::move(out));
        };
    }

  private:
    std::shared_ptr<std::FILE> file_;
};


/// Draws the acts of a month batch by batch.
class Printing {
  public:
    Printing(Call& call, const store::ClosingRow& closing, Bundle bundle)
        : call_(call), closing_(closing), bundle_(bundle), whole_(closing.month.totals ? closing.month.totals->people : 0), work_(call, whole_),
          exported_(call.database(), call.caller(), "acts.printed") {}

    Download run() {
        const auto name = call_.text("acts.file.month", {{"month", month_in_words(closing_.month.month, call_.voice())}});
        std::int64_t after = 0;
        for (std::int64_t done = 0; ; ) {
            if (!work_.go_on(done)) throw Refused(http::stopped());
            const auto rows = call_.read([&](db::Tx& tx) { return store::acts_after(tx, closing_.number, after, acts_at_once); });
            if (rows.empty()) break;
            note(rows);
            draw(rows);
            done += std::ssize(rows);
            after = rows.back().serial;
        }
        if (single()) return {std::string(http::pdf_type), name + ".pdf", spool_.read()};
        spool_.append(zip_.finish());
        return {"application/zip", name + ".zip", spool_.read()};
    }

  private:
    bool single() const { return bundle_ == Bundle::together && whole_ > 0 && whole_ <= acts_at_once; }

    void note(const std::vector<store::ActRow>& rows) {
        std::set<Uuid> persons;
        for (const auto& row : rows) persons.insert(row.view.person.uuid);
        exported_.note(persons);
    }

    void draw(const std::vector<store::ActRow>& rows) {
        std::vector<documents::Paper> papers;
        for (const auto& row : rows) papers.push_back(paper_of(row.view.content, row.view.sha256, call_.texts()));
        if (bundle_ == Bundle::each) {
            std::vector<std::pair<std::optional<std::int64_t>, std::string>> files;
            for (std::size_t at = 0; at < papers.size(); ++at) {
                const auto bytes = documents::render_pdf(papers[at]);
                files.emplace_back(rows[at].number, hex(sha256(bytes)));
                spool_.append(zip_.add(papers[at].name + ".pdf", bytes));
            }
            return keep(std::move(files));
        }
        const auto title = call_.text("acts.file.bundle", {{"first", rows.front().view.content.label}, {"last", rows.back().view.content.label}});
        const auto bytes = documents::render_bundle(papers, title);
        spool_.append(single() ? bytes : zip_.add(fmt::format("{} {:05}-{:05}.pdf", call_.text("acts.file.part"), rows.front().serial, rows.back().serial), bytes));
        keep({{std::nullopt, hex(sha256(bytes))}});
    }

    void keep(std::vector<std::pair<std::optional<std::int64_t>, std::string>> files) {
        must(call_.database().write_now(call_.caller(), [files = std::move(files), closing = closing_.number, organisation = closing_.organisation](db::Tx& tx) {
            for (const auto& [act, hash] : files) store::note_file(tx, closing, organisation, act, hash);
        }));
    }

    Call& call_;
    const store::ClosingRow& closing_;
    Bundle bundle_;
    std::int64_t whole_;
    http::Work work_;
    people::Exported exported_;
    Spool spool_;
    documents::Zip zip_;
};

Download print_acts(Call& call, PrintActs ask) {
    const auto closing = closing_of(call);
    return Printing(call, closing, ask.bundle).run();
}

Written<Download> act_paper(Call& call) {
    const auto row = call.read([&](db::Tx& tx) { return must(store::find(tx, call.id<Act>("act"))); });
    const auto paper = paper_of(row.view.content, row.view.sha256, call.texts());
    auto bytes = std::make_shared<const std::string>(documents::render_pdf(paper));
    return call.write([bytes, name = paper.name, hash = hex(sha256(*bytes)), row](db::Tx& tx) {
        store::note_file(tx, row.closing, row.organisation, row.number, hash);
        audit::record(tx, "acts.paper", row.view.id, row.view.person.uuid);
        return Download{std::string(http::pdf_type), name + ".pdf", bytes, http::Disposition::show};
    });
}

Written<Download> correction_paper(Call& call) {
    const auto row = call.read([&](db::Tx& tx) { return must(store::find(tx, call.id<Correction>("correction"))); });
    const auto paper = paper_of(row.view.content, row.view.sha256, call.texts());
    auto bytes = std::make_shared<const std::string>(documents::render_pdf(paper));
    return call.write([bytes, name = paper.name, view = row.view](db::Tx& tx) {
        audit::record(tx, "acts.correction_paper", view.id, view.person.uuid);
        return Download{std::string(http::pdf_type), name + ".pdf", bytes, http::Disposition::show};
    });
}

double money(std::int64_t kopecks) { return static_cast<double>(kopecks) / 100; }

documents::Cell money(const std::optional<std::int64_t>& kopecks) { return kopecks ? documents::Cell(money(*kopecks)) : documents::Cell(); }

documents::Row row_of(const ActContent& act) {
    return {act.label, act.name, std::int64_t{act.bill.facts}, money(act.bill.sum_kopecks), money(act.bill.payable_kopecks), money(act.bill.budget_kopecks), std::string()};
}

std::optional<std::int64_t> difference(const std::optional<std::int64_t>& before, const std::optional<std::int64_t>& after) {
    if (!before && !after) return std::nullopt;
    return after.value_or(0) - before.value_or(0);
}

documents::Row row_of(const CorrectionContent& each, const i18n::Voice& voice) {
    const auto words = voice.text("acts.register.correction", {{"label", each.label}, {"month", month_in_words(each.month, voice)}});
    return {words, each.name, std::int64_t{each.after.facts - each.before.facts}, money(each.after.sum_kopecks - each.before.sum_kopecks),
            money(difference(each.before.payable_kopecks, each.after.payable_kopecks)), money(difference(each.before.budget_kopecks, each.after.budget_kopecks)),
            causes_in_words(each.causes, voice)};
}

/// Acts by number, then corrections: as the month was reported, whenever it is asked for.
documents::Rows register_rows(const Call& call, std::int64_t closing) {
    return [&database = call.database(), caller = call.caller(), voice = call.voice(), closing, acts = true, after = std::int64_t{0},
            exported = std::make_shared<people::Exported>(call.database(), call.caller(), "acts.register_exported")]() mutable {
        std::vector<documents::Row> out;
        std::set<Uuid> persons;
        if (acts) {
            for (const auto& row : database.read_as(caller, [&](db::Tx& tx) { return store::acts_after(tx, closing, after, acts_at_once); })) {
                out.push_back(row_of(row.view.content));
                persons.insert(row.view.person.uuid);
                after = row.serial;
            }
            if (out.empty()) acts = false, after = 0;
        }
        if (!acts) {
            for (const auto& row : database.read_as(caller, [&](db::Tx& tx) { return store::corrections_after(tx, closing, after, acts_at_once); })) {
                out.push_back(row_of(row.view.content, voice));
                persons.insert(row.view.person.uuid);
                after = row.serial;
            }
        }
        if (!persons.empty()) exported->note(persons);
        return out;
    };
}

documents::Table get_register(Call& call) {
    const auto closing = closing_of(call);
    const auto say = [&](const char* key) { return call.text(std::string("acts.register.") + key); };
    const auto month = month_in_words(closing.month.month, call.voice());
    documents::Table out;
    out.name = call.text("acts.file.register", {{"month", month}});
    out.title = call.text("acts.register.title", {{"month", month}});
    out.columns = {{say("number"), 16}, {say("name"), 36}, {say("facts"), 10}, {say("sum"), 16}, {say("payable"), 16}, {say("budget"), 16}, {say("note"), 40}};
    out.rows = register_rows(call, closing.number);
    const auto& totals = *closing.month.totals;
    out.total = {std::string(), say("total"), totals.facts, money(totals.sum_kopecks), money(totals.payable_kopecks), money(totals.budget_kopecks), std::string()};
    return out;
}

}  // namespace

void add_print_routes(http::Routes& routes) {
    routes.get("/api/v1/closings/{closing}/register", "acts.see", "The register of a closed month: acts and corrections with their sums", get_register).pool = http::Pool::heavy;
    auto& print = routes.act("/api/v1/closings/{closing}/print", "acts.see", "All acts of a month to print: one PDF, or an archive of several", print_acts);
    print.pool = http::Pool::heavy;
    print.replay = http::Replay::nothing;
    routes.get("/api/v1/acts/{act}/paper", "acts.see", "An act on paper", act_paper);
    routes.get("/api/v1/act-corrections/{correction}/paper", "acts.see", "A correction record on paper", correction_paper);
}

}  // namespace ryadom::acts
