// Decodes a chunked body as it arrives. Extensions and trailer fields are checked, bounded and left out.
// (Boost.Beast 1.81 stops the process by an assertion when the last chunk arrives in small pieces.)
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "platform/http/connection_head.hpp"

namespace ryadom::http {

class Chunks {
  public:
    explicit Chunks(std::size_t limit) : limit_(limit) {}

    /// How many of the bytes belong to this body; less than all only when it is done().
    std::expected<std::size_t, Fault> feed(std::string_view bytes, std::string& body);
    bool done() const { return state_ == State::done; }

  private:
    enum class State {
        size,
        extension,
        size_end,
        data,
        data_return,
        data_end,
        line,
        trailer,
        line_end,
        end,
        done
    };

    bool step(char c);
    bool size_char(char c);
    bool extra_char(char c, State at_return);
    std::size_t take_data(std::string_view bytes, std::string& body);

    const std::size_t limit_;
    State state_ = State::size;
    std::size_t size_ = 0;
    std::size_t digits_ = 0;
    std::size_t extra_ = 0;  ///< bytes of extensions and trailers
    std::size_t total_ = 0;
};

}  // namespace ryadom::http
