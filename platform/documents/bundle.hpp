// Many papers in one file, for the printer: each begins on a page of its own and counts its own sheets.
#pragma once

#include "platform/documents/paper.hpp"

#include <span>

namespace ryadom::documents {

/// All of one orientation and language; `title` is shown by the reader's program. The same papers give the same bytes. Fonts stand in the
/// file once: a hundred papers together are a few times as large as one. What is laid out stays in memory until the file is finished, so
/// whoever has thousands makes several files.
std::string render_bundle(std::span<const Paper> papers, const std::string& title);

}  // namespace ryadom::documents
