// Pages to write on: text, lines and the tags that tell a screen reader what they are. Only canvas.cpp knows the libraries
// that draw.
#pragma once

#include "platform/documents/paper.hpp"

#include <memory>
#include <string_view>

namespace ryadom::documents {

enum class Weight { regular, bold };

/// Measures are in points, 72 to an inch, from the left upper corner.
struct Style {
    double size = 12;
    Weight weight = Weight::regular;
    double grey = 0;
    double pitch() const { return size * 1.3; }  ///< from line to line
};

struct PageSize {
    double width;
    double height;
};

/// A text that is broken into lines of a width.
struct Wrapped;
class Lines {
  public:
    Lines(std::shared_ptr<Wrapped> wrapped, int count, const Style& style) : wrapped_(std::move(wrapped)), count_(count), style_(style) {}
    int count() const { return count_; }
    const Style& style() const { return style_; }
    double height() const { return count_ * style_.pitch(); }
    const std::shared_ptr<Wrapped>& wrapped() const { return wrapped_; }

  private:
    std::shared_ptr<Wrapped> wrapped_;
    int count_;
    Style style_;
};

/// How many pages there are is known only after all are laid out: a first run counts and draws nothing.
enum class Run { count, draw };

class Canvas {
  public:
    Canvas(PageSize size, Run run, const std::string& language);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    Lines wrap(std::string_view text, const Style& style, double width, double first_line = 0) const;
    /// As wide as the longest word of the text.
    double longest_word(std::string_view text, const Style& style) const;

    /// Lines `first` to before `last`, the upper edge of the first at `y`.
    void write(const Lines& lines, int first, int last, double x, double y, Align align = Align::left);
    void line(double from_x, double from_y, double to_x, double to_y, double thickness = 0.5);
    void shade(double x, double y, double width, double height, double grey);
    /// What is drawn in no tag, or in one that holds others, is decoration: screen readers pass over it.
    void begin(const char* tag);
    void end(const char* tag);

    void next_page();
    int pages() const { return pages_; }
    /// The PDF as the library writes it.
    std::string finish();

  private:
    struct Surface;
    std::unique_ptr<Surface> surface_;
    Run run_;
    int pages_ = 1;
};

}  // namespace ryadom::documents
