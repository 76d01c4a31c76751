#include "app/modules.hpp"

#include "modules/accounts/module.hpp"
#include "modules/network/module.hpp"

namespace ryadom::app {

Modules::Modules(bool secure) {
    list_.push_back(network::module([](db::Tx&, Number<network::Organisation>, Date) {}));
    list_.push_back(accounts::module(secure));
}

std::vector<db::Schema> Modules::platform_schemas() const { return {}; }

void Modules::start(db::Database&) {}

void Modules::stop() {}

int verify_modules(db::Database&, bool) { return 0; }

}  // namespace ryadom::app
