#include "platform/documents/paper.hpp"

#include "platform/documents/flow.hpp"
#include "platform/documents/pdf_finish.hpp"

namespace ryadom::documents {

std::string render_pdf(const Paper& paper) {
    Canvas counting(size_of(paper.orientation), Run::count, paper.language);
    Flow(counting, paper, 0).run();
    Canvas drawing(size_of(paper.orientation), Run::draw, paper.language);
    Flow(drawing, paper, counting.pages()).run();
    return finish_pdf(drawing.finish(), paper.title, paper.language);
}

}  // namespace ryadom::documents
