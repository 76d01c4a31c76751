// What the drawing library leaves undone in a tagged PDF.
#pragma once

#include <string>

namespace ryadom::documents {

/// Says that the file is tagged, in which language it is and how it is called, says of head cells whether they head a
/// column or a row, and takes out what differs from run to run.
std::string finish_pdf(const std::string& drawn, const std::string& title, const std::string& language);

}  // namespace ryadom::documents
