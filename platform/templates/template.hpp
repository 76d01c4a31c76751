// Templates of papers: a plain text that people read and edit, with fields of known types in it. The layout is read from the template
// alone, once; what stands in a field is put into it as text and never read again, so that no value can change the layout.
//
//     # Title            - item            Name :: value           {{#if flag}}
//     ## Part            1. numbered       | Column | Column |     {{else}}
//     > to the right     ! strong          |------|---:|           {{/if}}
//     >< in the middle   ~ small note      | {{a}} | {{b}} |       {{#each list}} … {{/each}}
//     < no indent        ___ Post | name   |= Total | {{sum}} |    {{field|filter|other:argument}}
//     --- a line         === a new page    ... a gap               \ before a sign takes it as it is
//
// Any other line is a paragraph; an empty line ends a list, a table and the like.
#pragma once

#include "platform/documents/paper.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/templates/fields.hpp"

#include <expected>
#include <memory>

namespace ryadom::templates {

/// Both counted from 1, the column in characters.
struct Place {
    int line = 1;
    int column = 1;
    bool operator==(const Place&) const = default;
};

struct Problem {
    Place place;
    std::string code;  ///< a key of the catalogues
    Arguments arguments;
    bool operator==(const Problem&) const = default;
};

inline constexpr std::size_t longest_text = 64 * 1024;

/// A template that was read against its fields.
struct Template;
using Ready = std::shared_ptr<const Template>;

/// All that is wrong, by place, the first twenty.
std::expected<Ready, std::vector<Problem>> read(std::string_view text, const Fields& fields, i18n::Language language);

struct Drawn {
    std::vector<documents::Block> blocks;
    std::string title;                ///< the first heading; empty without one
    std::vector<std::string> doubts;  ///< names that were asked for in a case and left in the nominative
};
/// The data fit the fields. Refused is only what comes out longer than a paper may be.
Checked<Drawn> draw(const Template& ready, const json::Value& data);

/// What an editor offers: filters with the type they take. The titles are keys "templates.filter.<name>".
struct FilterShown {
    std::string_view name;
    Type takes;
    bool any;  ///< takes every type
    std::string_view example;  ///< with its argument, as it is written: "plural:услуга,услуги,услуг"
};
std::vector<FilterShown> filters(i18n::Language language);

}  // namespace ryadom::templates
