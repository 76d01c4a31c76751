// What is wrong with a part of the server while nobody's request is there to be told.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace ryadom {

/// Is told when a part fails ("fault") and works again ("mended"), and why. The texts hold no personal data.
using Report = std::function<void(std::string_view event, std::string_view part, std::string_view text)>;

/// The fault of one part as it stands: set and cleared by the part itself, read by whoever asks for its health.
class Fault {
  public:
    Fault(std::string_view part, Report report) : part_(part), report_(std::move(report)) {}

    void set(std::string text) {
        const std::lock_guard lock(mutex_);
        if (text_ == text) return;
        text_ = std::move(text);
        if (report_) report_("fault", part_, *text_);
    }
    void clear() {
        const std::lock_guard lock(mutex_);
        if (!text_) return;
        text_.reset();
        if (report_) report_("mended", part_, "");
    }
    std::optional<std::string> text() const {
        const std::lock_guard lock(mutex_);
        return text_;
    }

  private:
    std::string_view part_;
    Report report_;
    mutable std::mutex mutex_;
    std::optional<std::string> text_;
};

}  // namespace ryadom
