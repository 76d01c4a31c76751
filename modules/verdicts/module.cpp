#include "modules/verdicts/module.hpp"

#include "modules/verdicts/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_verdicts_strings();
}

namespace ryadom::verdicts {

Module module(std::function<const ledger::image::Image&()> image, std::shared_ptr<rollout::Boards> boards,
              std::chrono::milliseconds fresh) {
    return {"verdicts",
            {"verdicts", {}, {}, {}, {}},
            {{"verdicts.see", policy::Roles::all()}, {"verdicts.preview", {policy::Role::coordinator, policy::Role::director}}},
            [judges = std::make_shared<Judges>(std::move(image), std::move(boards), fresh)](http::Routes& routes) { add_verdict_routes(routes, judges); },
            embedded_verdicts_strings()};
}

}  // namespace ryadom::verdicts
