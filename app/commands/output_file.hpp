// A file that appears whole or not at all, for its owner's eyes: tables name people.
#pragma once

#include <filesystem>
#include <string_view>

namespace ryadom::app {

class OutputFile {
  public:
    /// Throws std::runtime_error when nothing can be written there.
    explicit OutputFile(std::filesystem::path path);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    /// Without finish() nothing is left of it.
    ~OutputFile();

    void write(std::string_view bytes);
    std::size_t size() const { return size_; }
    /// Puts it in its place, over what stood there.
    void finish();

  private:
    [[noreturn]] void fail() const;

    std::filesystem::path path_;
    std::filesystem::path beside_;
    int descriptor_ = -1;
    std::size_t size_ = 0;
};

}  // namespace ryadom::app
