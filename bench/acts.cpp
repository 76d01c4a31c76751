// Acts of a month as PDF: acts a second, and the ratio against writing the same words by bare Cairo and Pango, page by page into one file,
// untagged, without tables, line ends or anything that makes a document of it. RYADOM_BENCH_ACTS says how many acts (2,000).
#include "bench/rounds.hpp"
#include "modules/acts/papers.hpp"
#include "modules/acts/rules.hpp"
#include "app/application.hpp"
#include "platform/core/bytes.hpp"
#include "platform/documents/bundle.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <sys/resource.h>

#include <array>

namespace {

using namespace ryadom;
using namespace ryadom::bench;

constexpr int rounds = 3;
constexpr int lines_of_an_act = 8;
constexpr std::size_t acts_in_a_file = 100;
constexpr double aim = 2'000.0 / 60;  // acts a second

int acts_wanted() {
    const auto* wanted = std::getenv("RYADOM_BENCH_ACTS");
    return wanted == nullptr ? 2'000 : std::stoi(wanted);
}

acts::ActContent act(int number) {
    constexpr std::array titles{"Покупка за счёт средств получателя и доставка на дом продуктов питания", "Помощь в приготовлении пищи", "Уборка жилых помещений",
                                "Оплата жилищно-коммунальных услуг и услуг связи", "Содействие в получении медицинской помощи", "Систематическое наблюдение за состоянием здоровья",
                                "Социально-психологическое консультирование", "Сопровождение вне дома"};
    acts::ActContent out;
    out.label = fmt::format("{}/2026", number);
    out.month = *parse_date("2026-10-01");
    out.closed_on = *parse_date("2026-11-03");
    out.language = "ru";
    out.provider = "Государственное бюджетное учреждение «Комплексный центр социального обслуживания населения Сузунского района»";
    out.director = "Смирнова О. В.";
    out.name = fmt::format("Иванова Елена Петровна {}", number);
    for (int i = 0; i < lines_of_an_act; ++i) {
        acts::BillLine line;
        line.title = titles[static_cast<std::size_t>(i) % titles.size()];
        line.unit = "service";
        line.quantity = 100 * (1 + (number + i) % 9);
        line.price_kopecks = 12'340 + 310 * i;
        line.sum_kopecks = *line.price_kopecks * line.quantity / 100;
        out.bill.sum_kopecks += line.sum_kopecks;
        out.bill.lines.push_back(line);
    }
    acts::BillPart part;
    part.assessment.emplace();
    part.effective_on = *parse_date("2026-01-01");
    part.ceiling_kopecks = 150'000;
    part.sum_kopecks = out.bill.sum_kopecks;
    part.payable_kopecks = 150'000;
    out.bill.parts.push_back(part);
    out.bill.payable_kopecks = 150'000;
    out.bill.budget_kopecks = out.bill.sum_kopecks - 150'000;
    return out;
}

/// All words of a paper, in their order.
std::vector<std::string> words_of(const documents::Paper& paper) {
    std::vector<std::string> out;
    for (const auto& block : paper.blocks) {
        if (const auto* heading = std::get_if<documents::Heading>(&block)) out.push_back(heading->text);
        if (const auto* paragraph = std::get_if<documents::Paragraph>(&block)) out.push_back(paragraph->text);
        if (const auto* values = std::get_if<documents::KeyValues>(&block))
            for (const auto& [name, value] : values->pairs) out.push_back(name + " " + value);
        if (const auto* table = std::get_if<documents::PaperTable>(&block)) {
            for (const auto& column : table->columns) out.push_back(column.title);
            for (const auto& row : table->rows) out.insert(out.end(), row.begin(), row.end());
            out.insert(out.end(), table->total.begin(), table->total.end());
        }
        if (const auto* signatures = std::get_if<documents::Signatures>(&block))
            for (const auto& line : signatures->lines) out.push_back(line.post + " " + line.name);
    }
    return out;
}

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

/// The reference: the same words, each laid out once and shown where it falls.
double bare(const std::vector<documents::Paper>& papers) {
    const auto begun = std::chrono::steady_clock::now();
    std::string bytes;
    auto* const surface = cairo_pdf_surface_create_for_stream(append, &bytes, 595, 842);
    auto* const cairo = cairo_create(surface);
    auto* const layout = pango_cairo_create_layout(cairo);
    auto* const font = pango_font_description_from_string("PT Serif, DejaVu Serif");
    pango_font_description_set_absolute_size(font, 12 * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, 480 * PANGO_SCALE);
    for (const auto& paper : papers) {
        double y = 50;
        for (const auto& text : words_of(paper)) {
            pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
            cairo_move_to(cairo, 60, y);
            pango_cairo_show_layout(cairo, layout);
            y = y > 760 ? 50 : y + 13;
        }
        cairo_show_page(cairo);
    }
    pango_font_description_free(font);
    g_object_unref(layout);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return static_cast<double>(papers.size()) / seconds_since(begun);
}

double ours(const std::vector<documents::Paper>& papers, std::size_t& size) {
    const auto begun = std::chrono::steady_clock::now();
    size = 0;
    for (std::size_t from = 0; from < papers.size(); from += acts_in_a_file) {
        const auto some = std::span(papers).subspan(from, std::min(acts_in_a_file, papers.size() - from));
        const auto bytes = documents::render_bundle(some, "Акты");
        (void)sha256(bytes);
        size += bytes.size();
    }
    return static_cast<double>(papers.size()) / seconds_since(begun);
}

double each(const std::vector<documents::Paper>& papers) {
    const auto begun = std::chrono::steady_clock::now();
    const auto some = std::span(papers).subspan(0, papers.size() / 10 + 1);
    for (const auto& paper : some) (void)sha256(documents::render_pdf(paper));
    return static_cast<double>(some.size()) / seconds_since(begun);
}

}  // namespace

int main() {
    const app::Modules modules(false);
    const Registered registered(modules.list());
    const auto& texts = registered.texts;
    std::vector<documents::Paper> papers;
    for (int number = 1; number <= acts_wanted(); ++number) {
        const auto content = act(number);
        papers.push_back(acts::paper_of(content, hex(sha256(json::to_json(content))), texts));
    }
    std::size_t size = 0;
    std::vector<Contender> contenders{{"acts in files of a hundred", [&] { return ours(papers, size); }},
                                      {"an act a file", [&] { return each(papers); }},
                                      {"bare Cairo and Pango", [&] { return bare(papers); }}};
    run(contenders, rounds, "acts a second");
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print(stderr, "  {} acts: {:.1f} MB, at most {} MB of memory, {:.1f} s\n", papers.size(), static_cast<double>(size) / 1e6, usage.ru_maxrss / 1024,
               static_cast<double>(papers.size()) / contenders[0].median());
    report_figure("acts of a month as PDF, a second (2,000 within a minute)", contenders[0].rounds, "acts", {Goal::Kind::at_least, aim});
    report("the same words by bare Cairo and Pango, acts a second against ours", contenders[2].rounds, contenders[0].rounds, {Goal::Kind::none, 0});
    report_figure("acts as a PDF each, a second", contenders[1].rounds, "acts", {Goal::Kind::none, 0});
    return 0;
}
