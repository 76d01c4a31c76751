#include "platform/templates/tokens.hpp"

#include "platform/core/text.hpp"

#include <algorithm>

namespace ryadom::templates {
namespace {

bool sign(char c) { return c > ' ' && c < 0x7f && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z'); }

/// Walks over a line and counts characters.
class Scanner {
  public:
    Scanner(std::string_view line, Place place, Context& context) : rest_(line), place_(place), context_(context) {}

    std::vector<Token> run() {
        while (!rest_.empty()) {
            if (rest_.starts_with("{{")) tag();
            else if (rest_.starts_with("::")) mark(Token::Kind::colons, 2);
            else if (rest_.front() == '|') mark(Token::Kind::bar, 1);
            else text();
        }
        return std::move(out_);
    }

  private:
    void step(std::size_t bytes) {
        place_.column += static_cast<int>(characters(rest_.substr(0, bytes)));
        rest_.remove_prefix(bytes);
    }
    void text() {
        if (out_.empty() || out_.back().kind != Token::Kind::text) out_.push_back({Token::Kind::text, {}, place_});
        if (rest_.size() > 1 && rest_.front() == '\\' && sign(rest_[1])) step(1);
        out_.back().text += rest_.front();
        rest_.remove_prefix(1);
        // The bytes that go on a character.
        while (!rest_.empty() && (static_cast<unsigned char>(rest_.front()) & 0xc0U) == 0x80U) {
            out_.back().text += rest_.front();
            rest_.remove_prefix(1);
        }
        ++place_.column;
    }
    void mark(Token::Kind kind, std::size_t bytes) {
        out_.push_back({kind, std::string(rest_.substr(0, bytes)), place_});
        step(bytes);
    }
    void tag() {
        const auto end = rest_.find("}}");
        if (end == std::string_view::npos) {
            context_.problem(place_, "unclosed_tag");
            out_.push_back({Token::Kind::text, std::string(rest_), place_});
            return step(rest_.size());
        }
        out_.push_back({Token::Kind::tag, std::string(trimmed(rest_.substr(2, end - 2))), place_});
        step(end + 2);
    }

    std::string_view rest_;
    Place place_;
    Context& context_;
    std::vector<Token> out_;
};

/// Puts tokens together to pieces; conditions and lists within a line end in it.
class Composer {
  public:
    Composer(std::span<const Token> tokens, Context& context) : tokens_(tokens), context_(context) {}

    Pieces run() {
        Pieces out;
        while (at_ < tokens_.size()) {
            auto more = part();
            std::ranges::move(more, std::back_inserter(out));
            if (at_ >= tokens_.size()) break;
            context_.problem(tokens_[at_].place, "unexpected", {{"tag", shorten(tokens_[at_].text)}});
            ++at_;
        }
        return out;
    }

  private:
    /// Up to a tag that ends something or to the end.
    Pieces part() {
        Pieces out;
        for (; at_ < tokens_.size(); ++at_) {
            const auto& token = tokens_[at_];
            if (token.kind != Token::Kind::tag) {
                if (out.empty() || out.back().kind != Piece::Kind::text) out.push_back({});
                out.back().text += token.text;
                continue;
            }
            const auto tag = tag_of(token.text);
            switch (tag.kind) {
                case Tag::Kind::value: value(token.place, tag.body, out); break;
                case Tag::Kind::condition: condition(token, tag.body, out); break;
                case Tag::Kind::loop: loop(token, tag.body, out); break;
                case Tag::Kind::otherwise:
                case Tag::Kind::end_condition:
                case Tag::Kind::end_loop: return out;
            }
        }
        return out;
    }

    void value(Place place, std::string_view body, Pieces& out);
    std::optional<Applied> filter(Place place, std::string_view text, const std::string& field, Type& type);

    bool ends_with(Tag::Kind kind) const { return at_ < tokens_.size() && tag_of(tokens_[at_].text).kind == kind; }
    /// Leaves the place where the loop in part() steps over the tag that ends; over one that ends something else it does not.
    void expect(Tag::Kind kind, const Token& opened) {
        if (ends_with(kind)) return;
        context_.problem(opened.place, "unclosed_block", {{"tag", shorten(opened.text)}});
        --at_;
    }
    void condition(const Token& token, std::string_view body, Pieces& out) {
        auto known = context_.find(token.place, body);
        if (!context_.enter(token.place)) return;
        ++at_;
        Piece piece{Piece::Kind::condition, {}, known ? known->reference : Reference{}, {}, part(), {}};
        if (ends_with(Tag::Kind::otherwise)) {
            ++at_;
            piece.otherwise = part();
        }
        expect(Tag::Kind::end_condition, token);
        context_.leave();
        out.push_back(std::move(piece));
    }
    void loop(const Token& token, std::string_view body, Pieces& out) {
        static const Fields none;
        auto known = context_.find_list(token.place, body);
        if (!context_.enter(token.place)) return;
        ++at_;
        context_.enter_list(known ? *known->fields : none);
        Piece piece{Piece::Kind::loop, {}, known ? known->reference : Reference{}, {}, part(), {}};
        context_.leave_list();
        expect(Tag::Kind::end_loop, token);
        context_.leave();
        out.push_back(std::move(piece));
    }

    std::span<const Token> tokens_;
    Context& context_;
    std::size_t at_ = 0;
};

std::vector<std::string> parts_of(std::string_view text, char between) {
    std::vector<std::string> out;
    while (true) {
        const auto end = text.find(between);
        out.emplace_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

std::optional<Applied> Composer::filter(Place place, std::string_view text, const std::string& field, Type& type) {
    const auto colon = text.find(':');
    const std::string name(trimmed(text.substr(0, colon)));
    const auto* found = find_filter(name);
    if (!found) {
        context_.problem(place, "unknown_filter", {{"filter", shorten(name)}});
        return std::nullopt;
    }
    Applied out{found, {}};
    if (colon != std::string_view::npos) out.arguments = found->most > 1 ? parts_of(text.substr(colon + 1), ',') : std::vector{std::string(trimmed(text.substr(colon + 1)))};
    if (found->russian && context_.language() != i18n::Language::ru) context_.problem(place, "filter_language", {{"filter", name}});
    else if (!found->any && found->takes != type) context_.problem(place, "filter_type", {{"filter", name}, {"field", field}});
    else if (out.arguments.size() < found->least || out.arguments.size() > found->most)
        context_.problem(place, "filter_arguments", {{"filter", name}, {"example", std::string(found->example)}});
    type = found->gives;
    return out;
}

void Composer::value(Place place, std::string_view body, Pieces& out) {
    const auto words = parts_of(body, '|');
    const auto known = context_.find(place, words.front());
    if (!known) return;
    Piece piece{Piece::Kind::value, {}, known->reference, {}, {}, {}};
    auto type = known->reference.type;
    for (std::size_t word = 1; word < words.size(); ++word)
        if (auto applied = filter(place, words[word], words.front(), type)) piece.filters.push_back(std::move(*applied));
    if (type == Type::list && context_.sound()) context_.problem(place, "list_as_text", {{"field", words.front()}});
    out.push_back(std::move(piece));
}

}  // namespace

std::vector<Token> tokens_of(std::string_view line, Place begin, Context& context) { return Scanner(line, begin, context).run(); }

Tag tag_of(std::string_view text) {
    if (text == "else") return {Tag::Kind::otherwise, {}};
    if (text == "/if") return {Tag::Kind::end_condition, {}};
    if (text == "/each") return {Tag::Kind::end_loop, {}};
    if (text.starts_with("#if ")) return {Tag::Kind::condition, std::string(trimmed(text.substr(4)))};
    if (text.starts_with("#each ")) return {Tag::Kind::loop, std::string(trimmed(text.substr(6)))};
    return {Tag::Kind::value, std::string(text)};
}

Pieces pieces_of(std::span<const Token> tokens, Context& context) { return Composer(tokens, context).run(); }

std::vector<std::span<const Token>> split(std::span<const Token> tokens, Token::Kind at, std::size_t most) {
    std::vector<std::span<const Token>> out;
    while (out.size() + 1 < most) {
        const auto found = std::ranges::find(tokens, at, &Token::kind);
        if (found == tokens.end()) break;
        const auto length = static_cast<std::size_t>(found - tokens.begin());
        out.push_back(tokens.subspan(0, length));
        tokens = tokens.subspan(length + 1);
    }
    out.push_back(tokens);
    return out;
}

}  // namespace ryadom::templates
