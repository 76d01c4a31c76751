#include "app/commands/exchange.hpp"
#include "app/commands/inside.hpp"
#include "app/commands/output_file.hpp"
#include "modules/network/network.hpp"
#include "modules/practices/practices.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace ryadom::app {
namespace {

struct Request {
    std::string path;
    Parameters parameters;
};

class Asker {
  public:
    Asker(db::Database& database, const ExportArguments& arguments) : database_(database), arguments_(arguments) {}

    Request request() const {
        using enum ExportKind;
        switch (arguments_.kind) {
            case facts: return {"facts/export", given({range(), organisation(), practice()})};
            case matrix: return {"matrix/export", given({{{"day", arguments_.day}}})};
            case coverage: return {"figures/coverage/export", given({range(), practice()})};
            case services: return {"figures/services/export", given({range(), organisation()})};
            case adoptions: return {"adoptions/export", given({organisation(), practice()})};
            case attention: return {"attention/export", {}};
            case readiness: return {"practices/" + needed("practice", practice()) + "/who-could-start/export", {}};
            case organisations: return {"organisations/export", {}};
            case staff:
            case rooms:
            case equipment: return {"organisations/" + needed("organisation", organisation()) + "/" + word() + "/export", {}};
        }
        return {};
    }

  private:
    static Parameters given(const std::vector<Parameters>& groups) {
        Parameters out;
        for (const auto& group : groups)
            for (const auto& [name, value] : group)
                if (!value.empty()) out.emplace_back(name, value);
        return out;
    }
    static std::string needed(const char* name, const Parameters& parameters) {
        if (parameters.front().second.empty()) throw std::runtime_error(fmt::format("--{} is missing", name));
        return parameters.front().second;
    }

    Parameters range() const { return {{"from", arguments_.from}, {"to", arguments_.to}}; }
    Parameters organisation() const {
        if (arguments_.organisation.empty()) return {{"organisation", ""}};
        const auto found = database_.read_as(db::Caller::system(), [&](db::Tx& tx) { return network::find_organisation_by_code(tx, arguments_.organisation); });
        if (!found) throw std::runtime_error(fmt::format("--organisation {}: there is no such code", arguments_.organisation));
        return {{"organisation", to_string(found->organisation.id)}};
    }
    Parameters practice() const {
        if (arguments_.practice.empty()) return {{"practice", ""}};
        const auto found = database_.read_as(db::Caller::system(), [&](db::Tx& tx) { return practices::find_practice(tx, std::string_view(arguments_.practice)); });
        if (!found) throw std::runtime_error(fmt::format("--practice {}: there is no such code", arguments_.practice));
        return {{"practice", to_string(found->id)}};
    }
    std::string word() const {
        for (const auto& each : export_words)
            if (each.kind == arguments_.kind) return each.word;
        return {};
    }

    db::Database& database_;
    const ExportArguments& arguments_;
};

std::string format_of(const std::string& file) {
    for (const auto& [format, word] : names(json::Type<documents::Format>{}))
        if (file.ends_with("." + std::string(word))) return std::string(word);
    throw std::runtime_error(fmt::format("{}: expected a name that ends in .xlsx or .csv", file));
}

}  // namespace

int export_table(const ExportArguments& arguments) {
    const auto format = format_of(arguments.file);
    Settings settings;
    settings.location = arguments.location;
    Application application(std::move(settings));
    const Inside inside(application, arguments.login);
    auto [path, parameters] = Asker(application.database(), arguments).request();
    parameters.emplace_back("format", format);
    OutputFile file(arguments.file);
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    try {
        inside.download(path, parameters, [&](std::string_view piece) {
            file.write(piece);
            if (terminal) fmt::print(stderr, "\r{} KB", file.size() / 1024);
        });
    } catch (const RefusedInside& refused) {
        fmt::print(stderr, "{}\n", refused.what());
        return 1;
    }
    file.finish();
    if (terminal) fmt::print(stderr, "\n");
    fmt::print("Wrote {}.\n", arguments.file);
    return 0;
}

}  // namespace ryadom::app
