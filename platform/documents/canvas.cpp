#include "platform/documents/canvas.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <stdexcept>

namespace ryadom::documents {
namespace {

/// The second family gives the signs that the first lacks (₸).
constexpr const char* families = "PT Serif, DejaVu Serif";
constexpr std::string_view first_family = "PT Serif";

template <auto release>
struct Release {
    template <class T>
    void operator()(T* thing) const {
        release(thing);
    }
};
template <class T>
using Object = std::unique_ptr<T, Release<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;

/// The library writes on after a fault and says nothing: a broken file would leave (cairo 1.16 with an unknown tag).
void demand(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(fmt::format("a page cannot be drawn: {}", cairo_status_to_string(status)));
}

Font font_of(const Style& style) {
    Font font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), families);
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return font;
}

/// Another font in its place would give other line ends, and so another document.
void demand_fonts(PangoContext* context) {
    const auto wanted = font_of({});
    const Object<PangoFont> loaded(pango_context_load_font(context, wanted.get()));
    const Font found(loaded ? pango_font_describe(loaded.get()) : nullptr);
    if (!found || pango_font_description_get_family(found.get()) != first_family)
        throw std::runtime_error("the fonts of paper are not installed: Debian's fonts-paratype and fonts-dejavu-core");
}

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

}  // namespace

struct Wrapped {
    Object<PangoLayout> layout;
    double width;
    double first_line;
};

struct Canvas::Surface {
    std::string bytes;
    std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>> surface;
    std::unique_ptr<cairo_t, Release<cairo_destroy>> cairo;
    Object<PangoContext> context;
};

Canvas::Canvas(PageSize size, Run run, const std::string& language) : surface_(std::make_unique<Surface>()), run_(run) {
    surface_->surface.reset(cairo_pdf_surface_create_for_stream(append, &surface_->bytes, size.width, size.height));
    surface_->cairo.reset(cairo_create(surface_->surface.get()));
    surface_->context.reset(pango_cairo_create_context(surface_->cairo.get()));
    // The default of 96 dots an inch prints everything a third too large.
    pango_cairo_context_set_resolution(surface_->context.get(), 72);
    pango_context_set_language(surface_->context.get(), pango_language_from_string(language.c_str()));
    demand(cairo_status(surface_->cairo.get()));
    demand_fonts(surface_->context.get());
}

Canvas::~Canvas() = default;

Lines Canvas::wrap(std::string_view text, const Style& style, double width, double first_line) const {
    auto wrapped = std::make_shared<Wrapped>(Object<PangoLayout>(pango_layout_new(surface_->context.get())), width, first_line);
    auto* const layout = wrapped->layout.get();
    const std::unique_ptr<PangoAttrList, Release<pango_attr_list_unref>> attributes(pango_attr_list_new());
    // A number or an address broken at the end of a line must not gain a hyphen.
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, attributes.get());
    pango_layout_set_font_description(layout, font_of(style).get());
    pango_layout_set_width(layout, pango_units_from_double(width));
    pango_layout_set_indent(layout, pango_units_from_double(first_line));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    return {std::move(wrapped), pango_layout_get_line_count(layout), style};
}

double Canvas::longest_word(std::string_view text, const Style& style) const {
    const Object<PangoLayout> layout(pango_layout_new(surface_->context.get()));
    pango_layout_set_font_description(layout.get(), font_of(style).get());
    pango_layout_set_width(layout.get(), 0);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    return points(width);
}

void Canvas::write(const Lines& lines, int first, int last, double x, double y, Align align) {
    if (run_ == Run::count) return;
    auto* const cairo = surface_->cairo.get();
    const auto& style = lines.style();
    const auto& wrapped = *lines.wrapped();
    cairo_set_source_rgb(cairo, style.grey, style.grey, style.grey);
    for (int number = first; number < last; ++number, y += style.pitch()) {
        auto* const line = pango_layout_get_line_readonly(wrapped.layout.get(), number);
        PangoRectangle extents{};
        pango_layout_line_get_extents(line, nullptr, &extents);
        const double free = wrapped.width - points(extents.width);
        const double shift = align == Align::right ? free : align == Align::centre ? free / 2 : number == 0 ? wrapped.first_line : 0;
        cairo_move_to(cairo, x + shift, y + style.size);
        pango_cairo_show_layout_line(cairo, line);
    }
}

void Canvas::line(double from_x, double from_y, double to_x, double to_y, double thickness) {
    if (run_ == Run::count) return;
    auto* const cairo = surface_->cairo.get();
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_set_line_width(cairo, thickness);
    cairo_move_to(cairo, from_x, from_y);
    cairo_line_to(cairo, to_x, to_y);
    cairo_stroke(cairo);
}

void Canvas::shade(double x, double y, double width, double height, double grey) {
    if (run_ == Run::count) return;
    cairo_set_source_rgb(surface_->cairo.get(), grey, grey, grey);
    cairo_rectangle(surface_->cairo.get(), x, y, width, height);
    cairo_fill(surface_->cairo.get());
}

void Canvas::begin(const char* tag) {
    if (run_ == Run::draw) cairo_tag_begin(surface_->cairo.get(), tag, nullptr);
}

void Canvas::end(const char* tag) {
    if (run_ == Run::draw) cairo_tag_end(surface_->cairo.get(), tag);
}

void Canvas::next_page() {
    ++pages_;
    if (run_ == Run::draw) cairo_show_page(surface_->cairo.get());
}

std::string Canvas::finish() {
    cairo_show_page(surface_->cairo.get());
    demand(cairo_status(surface_->cairo.get()));
    cairo_surface_finish(surface_->surface.get());
    demand(cairo_surface_status(surface_->surface.get()));
    return std::move(surface_->bytes);
}

}  // namespace ryadom::documents
