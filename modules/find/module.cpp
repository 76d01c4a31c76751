#include "modules/find/module.hpp"

#include "modules/find/find.hpp"
#include "modules/find/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_find_data();
}

namespace ryadom::find {

std::string_view trade_synonyms() { return embedded_find_data().front().content; }

std::shared_ptr<search::Shelf> make_shelf() { return std::make_shared<search::Shelf>(search::Synonyms(trade_synonyms())); }

Module module(std::shared_ptr<search::Shelf> shelf) {
    return {"find",
            {"find", {}, {}, {}, {}},
            {},
            [shelf = std::move(shelf)](http::Routes& routes) { add_routes(routes, shelf); },
            {}};
}

}  // namespace ryadom::find
