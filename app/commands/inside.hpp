// The API asked from within the process, in the name of an account: what a command does has the rights, the refusals and
// the traces of a request.
#pragma once

#include "app/application.hpp"

namespace ryadom::app {

/// A refusal of the API, in the account's language: the sentence, then a line for each wrong field.
class RefusedInside : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

using Parameters = std::vector<std::pair<std::string, std::string>>;

class Inside {
  public:
    /// Throws when there is no such account, or it is disabled.
    Inside(Application& application, std::string login);

    /// The answers; what is refused is thrown.
    json::Value get(const std::string& path) const;
    json::Value post(const std::string& path, const Parameters& parameters, std::string body) const;
    /// Calls `take` with the file piece by piece.
    void download(const std::string& path, const Parameters& parameters, const std::function<void(std::string_view)>& take) const;

  private:
    http::Response ask(http::Method method, std::string target, std::string body) const;

    Application& application_;
    std::string login_;
};

}  // namespace ryadom::app
