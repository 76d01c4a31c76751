#include "platform/documents/bundle.hpp"

#include "platform/documents/flow.hpp"
#include "platform/documents/pdf_finish.hpp"

#include <stdexcept>

namespace ryadom::documents {

std::string render_bundle(std::span<const Paper> papers, const std::string& title) {
    if (papers.empty()) throw std::invalid_argument("a bundle of no papers");
    const auto& first = papers.front();
    Canvas drawing(size_of(first.orientation), Run::draw, first.language);
    // How many sheets a paper has is counted as it is for one alone, on a canvas that nothing is drawn on.
    Canvas counting(size_of(first.orientation), Run::count, first.language);
    for (const auto& paper : papers) {
        if (paper.orientation != first.orientation || paper.language != first.language) throw std::invalid_argument("a bundle of papers that differ in form");
        if (&paper != &first) {
            counting.next_page();
            drawing.next_page();
        }
        const int before = counting.pages() - 1;
        Flow(counting, paper, 0).run();
        Flow(drawing, paper, counting.pages() - before).run();
    }
    return finish_pdf(drawing.finish(), title, first.language);
}

}  // namespace ryadom::documents
