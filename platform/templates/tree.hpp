// A template as it was read.
#pragma once

#include "platform/templates/filters.hpp"
#include "platform/templates/template.hpp"

namespace ryadom::templates {

/// A field, looked up once: in which of the lists around it, counted from the outermost; the paper itself is 0.
struct Reference {
    int scope = 0;  ///< `here`: @number, @first and @last of the innermost list
    std::string code;
    Type type = Type::text;
    static constexpr int here = -1;
};

struct Piece;
using Pieces = std::vector<Piece>;

/// A part of a line.
struct Piece {
    enum class Kind { text, value, condition, loop };
    Kind kind = Kind::text;
    std::string text;
    Reference reference;
    std::vector<Applied> filters;
    Pieces then;
    Pieces otherwise;
};

enum class LineKind { heading, paragraph, item, pair, head, row, total, signature, rule, gap, page, end };

struct Line {
    LineKind kind = LineKind::paragraph;
    int level = 0;  ///< of a heading from 1, of an item from 0
    documents::Align align = documents::Align::left;
    documents::Indent indent = documents::Indent::none;
    documents::Look look = documents::Look::text;
    documents::Marks marks = documents::Marks::bullets;
    std::vector<Pieces> cells;
    std::vector<documents::PaperColumn> columns;  ///< of a head: shares and alignment
};

struct Node {
    enum class Kind { line, condition, loop };
    Kind kind = Kind::line;
    Line line;
    Reference reference;
    std::vector<Node> then;
    std::vector<Node> otherwise;
};

struct Template {
    Fields fields;
    i18n::Language language = i18n::Language::ru;
    std::vector<Node> nodes;
};

}  // namespace ryadom::templates
