#include "modules/practices/package_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "modules/practices/package_files.hpp"
#include "modules/practices/package_text.hpp"

namespace ryadom::practices {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 8;  // more than a path of a package may have, so that its own error names the file

class File {
  public:
    // O_NOFOLLOW and fstat on the open file: a file that is exchanged for a link meanwhile is not read.
    // O_NONBLOCK: opening a pipe would wait for its writer.
    explicit File(const fs::path& path)
        : handle_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (handle_ >= 0) ::close(handle_);
    }

    bool is_ordinary() const {
        struct stat state {};
        return handle_ >= 0 && ::fstat(handle_, &state) == 0 && S_ISREG(state.st_mode);
    }

    /// Everything, or one byte more than the limit.
    std::string read(std::size_t limit) const {
        std::string out;
        std::string part(1U << 16, '\0');
        while (out.size() <= limit) {
            const auto count = ::read(handle_, part.data(), std::min(part.size(), limit + 1 - out.size()));
            if (count <= 0) break;
            out.append(part, 0, static_cast<std::size_t>(count));
        }
        return out;
    }

  private:
    int handle_;
};

class Folder {
  public:
    explicit Folder(fs::path root) : root_(std::move(root)) {}

    void walk() {
        std::error_code error;
        fs::recursive_directory_iterator each(root_, error);
        for (const fs::recursive_directory_iterator end; !error && each != end && !full_;
             each.increment(error)) {
            if (each->is_directory(error) && !each->is_symlink(error)) {
                if (each.depth() >= deepest) each.disable_recursion_pending();
                continue;
            }
            take(each->path());
        }
        if (error) problems.file_error("", "practices.folder.unreadable", {{"folder", root_.string()}});
    }

    PackageFiles files;
    Problems problems;

  private:
    void take(const fs::path& path) {
        const auto name = path.lexically_relative(root_).generic_string();
        const File file(path);
        if (!file.is_ordinary())
            return problems.file_error(excerpt(name, 120), "practices.file.name",
                                       {{"path", excerpt(name, 120)}});
        if (files.size() >= most_files) return stop("practices.file.too_many", most_files);
        auto content = file.read(most_bytes - bytes_);
        bytes_ += content.size();
        if (bytes_ > most_bytes) return stop("practices.file.too_large", most_bytes);
        files.emplace(name, std::move(content));
    }

    void stop(std::string_view code, std::size_t limit) {
        problems.file_error("", code, {{"limit", std::to_string(limit)}});
        full_ = true;
    }

    fs::path root_;
    std::size_t bytes_ = 0;
    bool full_ = false;
};

}  // namespace

std::expected<PackageFiles, std::vector<Problem>> read_folder(const fs::path& folder) {
    Folder reader(folder);
    reader.walk();
    if (reader.problems.has_errors()) return std::unexpected(reader.problems.take());
    return std::move(reader.files);
}

}  // namespace ryadom::practices
