#include "modules/papers/module.hpp"

#include "modules/papers/http.hpp"

#include <algorithm>

namespace ryadom {
std::span<const EmbeddedFile> embedded_papers_migrations();
std::span<const EmbeddedFile> embedded_papers_strings();
}

namespace ryadom::papers {

const Kind& kind_of(const Kinds& kinds, std::string_view code) {
    const auto found = std::ranges::find(*kinds, code, &Kind::code);
    if (found == kinds->end()) throw Refused(absent());
    return *found;
}

Module module(std::vector<Kind> list) {
    using db::Dimension;
    using policy::Role;
    for (const auto& kind : list)
        if (const auto fault = faults(kind); !fault.empty()) throw std::logic_error("the kind of paper " + kind.code + " is not sound:\n" + fault);
    const auto kinds = std::make_shared<const std::vector<Kind>>(std::move(list));
    return {"papers",
            {"papers",
             db::migrations(embedded_papers_migrations()),
             {{"papers_text", Dimension::open, ""},
              {"papers_template", Dimension::open, ""},
              {"papers_counter", Dimension::records, "{organisation}"},
              {"papers_paper", Dimension::records, "{organisation}"},
              {"papers_content", Dimension::persons, "{organisation}"},
              {"papers_print", Dimension::records, "{organisation}"}},
             {"papers_text", "papers_template", "papers_paper", "papers_content", "papers_print"},
             {}},
            {{"papers.see_templates", policy::Roles::all()},
             {"papers.write_templates", {Role::coordinator}},
             {"papers.see", policy::Roles::all()},
             {"papers.print", {Role::director, Role::specialist, Role::desk}}},
            [kinds](http::Routes& routes) {
                add_template_routes(routes, kinds);
                add_register_routes(routes, kinds);
            },
            embedded_papers_strings()};
}

}  // namespace ryadom::papers
