#include "modules/verdicts/module.hpp"

#include "modules/verdicts/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_verdicts_strings();
}

namespace ryadom::verdicts {

Module module(std::function<const ledger::image::Image&()> image, std::shared_ptr<rollout::Boards> boards, std::shared_ptr<Regions> regions) {
    return {"verdicts",
            {"verdicts", {}, {}, {}, {}},
            {{"verdicts.see", policy::Roles::all()}, {"verdicts.preview", {policy::Role::coordinator, policy::Role::director}}},
            [judges = Judges{std::move(image), std::move(boards), std::move(regions)}](http::Routes& routes) { add_verdict_routes(routes, judges); },
            embedded_verdicts_strings()};
}

}  // namespace ryadom::verdicts
