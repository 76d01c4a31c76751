// Puts the data into a template.
#include "platform/templates/blocks.hpp"

#include "platform/core/text.hpp"

#include <algorithm>
#include <stdexcept>

namespace ryadom::templates {
namespace {

constexpr std::size_t most_lines = 20'000;
constexpr std::size_t most_bytes = std::size_t{2} << 20;

/// More than a paper may hold: the data of one are not that many.
struct TooLong {};

class Drawer {
  public:
    Drawer(const Template& ready, const json::Value& data) : language_(ready.language) { scopes_.push_back({&data, 0, 1}); }

    void run(const std::vector<Node>& nodes) {
        for (const auto& node : nodes) {
            switch (node.kind) {
                case Node::Kind::line: line(node.line); break;
                case Node::Kind::condition: run(holds(look_up(node.reference)) ? node.then : node.otherwise); break;
                case Node::Kind::loop: each(node.reference, [&] { run(node.then); }); break;
            }
        }
    }
    Drawn take() {
        Drawn out{{}, blocks_.title(), std::move(remarks_.doubts)};
        out.blocks = blocks_.take();
        return out;
    }

  private:
    struct Scope {
        const json::Value* value;
        std::size_t place;
        std::size_t count;
    };

    Held look_up(const Reference& reference) const {
        if (reference.scope == Reference::here) {
            const auto& here = scopes_.back();
            if (reference.code == "@first") return here.place == 0;
            if (reference.code == "@last") return here.place + 1 == here.count;
            return Count{static_cast<double>(here.place + 1)};
        }
        return held(reference.type, scopes_.at(static_cast<std::size_t>(reference.scope)).value->find(reference.code));
    }

    template <class Act>
    void each(const Reference& reference, Act&& act) {
        const auto value = look_up(reference);
        const auto* const* list = std::get_if<const json::Array*>(&value);
        if (!list) return;
        for (std::size_t place = 0; place < (*list)->size(); ++place) {
            // Also a round that writes nothing counts: lists within lists multiply.
            if (++lines_ > most_lines) throw TooLong{};
            scopes_.push_back({&(**list)[place], place, (*list)->size()});
            act();
            scopes_.pop_back();
        }
    }

    void line(const Line& line) {
        if (++lines_ > most_lines) throw TooLong{};
        std::vector<std::string> cells;
        for (const auto& pieces : line.cells) {
            std::string text;
            words(pieces, text);
            cells.emplace_back(trimmed(text));
        }
        // A paragraph that conditions or empty fields left without a word is none.
        const bool silent = (line.kind == LineKind::paragraph || line.kind == LineKind::item || line.kind == LineKind::heading) && cells.front().empty();
        if (!silent) blocks_.add(line, std::move(cells));
    }

    void words(const Pieces& pieces, std::string& out) {
        for (const auto& piece : pieces) {
            switch (piece.kind) {
                case Piece::Kind::text: write(piece.text, out); break;
                case Piece::Kind::value: write(value(piece), out); break;
                case Piece::Kind::condition: words(holds(look_up(piece.reference)) ? piece.then : piece.otherwise, out); break;
                case Piece::Kind::loop: each(piece.reference, [&] { words(piece.then, out); }); break;
            }
        }
    }
    void write(std::string_view text, std::string& out) {
        bytes_ += text.size();
        if (bytes_ > most_bytes) throw TooLong{};
        out += text;
    }
    std::string value(const Piece& piece) {
        auto value = look_up(piece.reference);
        for (const auto& applied : piece.filters) value = applied.filter->apply(value, applied.arguments, language_, remarks_);
        return plain(value, language_);
    }

    i18n::Language language_;
    std::vector<Scope> scopes_;
    Blocks blocks_;
    Remarks remarks_;
    std::size_t lines_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace

Checked<Drawn> draw(const Template& ready, const json::Value& data) {
    if (const auto fault = misfit(ready.fields, data); !fault.empty()) throw std::logic_error("data do not fit the fields of a paper: " + fault);
    try {
        Drawer drawer(ready, data);
        drawer.run(ready.nodes);
        return drawer.take();
    } catch (const TooLong&) {
        return refuse("templates.paper_too_long");
    }
}

}  // namespace ryadom::templates
