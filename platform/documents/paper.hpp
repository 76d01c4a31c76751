// Documents that are printed and signed: a value made of blocks, rendered to a tagged PDF on A4. The same value gives the
// same bytes, so that the hash of an issued paper means something.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace ryadom::documents {

enum class Orientation { portrait, landscape };
enum class Align { left, centre, right };
enum class Indent { none, first_line, whole };
enum class Look { text, strong, note };
enum class Marks { bullets, numbers };

/// Level 1 is the title of the document, 2 a part, 3 a part of a part.
struct Heading {
    int level = 1;
    std::string text;
    Align align = Align::left;
};

/// A line end in the text begins a new line of the same paragraph.
struct Paragraph {
    std::string text;
    Align align = Align::left;
    Indent indent = Indent::none;
    Look look = Look::text;
};

struct ListItem {
    std::string text;
    std::vector<ListItem> parts;
};

/// Numbers go down: 1., 1.1., 1.1.1.
struct List {
    std::vector<ListItem> items;
    Marks marks = Marks::bullets;
};

struct PaperColumn {
    std::string title;
    double share = 1;  ///< of the width, among the shares of all columns
    Align align = Align::left;
};

/// Goes on over pages under the same head; a cell that is not given stays empty.
struct PaperTable {
    std::vector<PaperColumn> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> total;  ///< the last line, when there is one
};

/// A name and what belongs to it, a line each: "Date", "29.11.2026".
struct KeyValues {
    std::vector<std::pair<std::string, std::string>> pairs;
};

/// A place to sign for each: post, line, name. They stay together on one page.
struct SignatureLine {
    std::string post;
    std::string name;
};
struct Signatures {
    std::vector<SignatureLine> lines;
};

/// A gap of one line of text.
struct Spacer {};
/// A thin line across the page.
struct Rule {};
/// What follows begins a new page: an annex.
struct PageBreak {};

using Block = std::variant<Heading, Paragraph, List, PaperTable, KeyValues, Signatures, Spacer, Rule, PageBreak>;

struct Paper {
    std::string name;   ///< of the file, without its ending
    std::string title;  ///< shown by the reader's program
    std::string language = "ru";
    Orientation orientation = Orientation::portrait;
    std::vector<Block> blocks;
    std::string footer;                      ///< at the left of each page's foot
    std::string sheet = "{page} / {pages}";  ///< at the right of it; an answer of the server says it in words
};

/// The bytes of the PDF. Throws when the fonts of paper are not installed or a library fails.
std::string render_pdf(const Paper& paper);

}  // namespace ryadom::documents
