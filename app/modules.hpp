// The list of modules and what they share: the one place that knows them all.
#pragma once

#include "platform/db/database.hpp"
#include "platform/http/module.hpp"

namespace ryadom::app {

class Modules {
  public:
    /// `secure`: users reach the server by HTTPS.
    explicit Modules(bool secure);

    const std::vector<Module>& list() const { return list_; }
    std::vector<db::Schema> platform_schemas() const;
    /// Starts what follows the database; `stop` before the database goes.
    void start(db::Database& database);
    void stop();

  private:
    std::vector<Module> list_;
};

/// Checks what the modules can check of themselves and prints what they find; the exit status.
int verify_modules(db::Database& database, bool figures);

}  // namespace ryadom::app
